"""The page of a statement, and what an editor corrects on it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets.types import Kind
from claims.models import ClaimMember, Link, Origin, Statement
from claims.selectors.edition import edition_of
from claims.services.statements import LEAST_CHARACTERS
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.db.corrected import FIFTH, SIXTH, THURSDAY, correct, publish
from tests.factories import FacetFactory, LinkFactory, OriginFactory, StatementFactory
from tests.web.newsroom import a_person

PAGE_QUERIES = 24
DATE = "5 March 2031"


@pytest.fixture
def first(editor, client):
    """One of two that give two days; the client is an editor."""
    client.force_login(editor)
    first = publish(FIFTH)
    publish(SIXTH)
    return first


def address(statement: Statement, what: str = "") -> str:
    return f"/statements/{statement.pk}/{what}"


def place(
    statement: Statement, words: str, kind: Kind = Kind.DATE
) -> dict[str, object]:
    start = statement.quote.index(words)
    return {
        "edition": edition_of(statement),
        "kind": kind.value,
        "start": start,
        "end": start + len(words),
    }


def test_the_words_stand_in_their_context(editor, client):
    client.force_login(editor)
    first = publish(f"The rain stopped on Monday. {THURSDAY} Nobody spoke against it.")
    row = first.article.statements.get(quote=THURSDAY)
    answer = client.get(address(row))
    sheet = answer.context["sheet"]
    assert "".join(piece.text for piece in sheet.pieces) == THURSDAY
    assert (sheet.before, sheet.after) == (
        "The rain stopped on Monday. ",
        " Nobody spoke against it.",
    )
    (line,) = [line for line in sheet.facets if line.row.kind == "date"]
    assert (line.words, line.date.anchor) == ("Thursday", date(2031, 3, 12))
    assert (line.date.result, line.date.width) == ("6 March 2031", "one day")
    page = answer.content.decode()
    assert "+ printed" in page
    assert f'id="f-{line.key}"' in page


def test_differing_words_are_marked_on_both_sides(client, first):
    answer = client.get(address(first))
    (line,) = answer.context["sheet"].links
    assert [piece.text for piece in line.ours if piece.mark == "differs"] == [DATE]
    assert [piece.text for piece in line.theirs if piece.mark == "differs"] == [
        "6 March 2031"
    ]
    assert "".join(piece.text for piece in line.theirs) == SIXTH
    assert (line.compared[0].label, line.compared[0].ours) == ("date", DATE)


def test_a_date_is_corrected(client, first):
    answer = client.post(
        address(first, "facet/"),
        {**place(first, DATE), "value": "6 March 2031", "reason": "the minutes"},
        follow=True,
    )
    assert Link.objects.get().relation == "corroborates"
    page = answer.content.decode()
    assert "by an editor; the engine read 5 March 2031" in page
    assert (
        AuditEntry.objects.get(verb="statement.correct_facet").reason == "the minutes"
    )


@pytest.mark.parametrize("value", ["", "some day", "x" * 201])
def test_what_cannot_be_read_is_said_beside_its_field(client, first, value):
    answer = client.post(
        address(first, "facet/"), {**place(first, DATE), "value": value}
    )
    assert answer.status_code == 422
    assert answer.context["wrong"]["key"] == f"date-{first.quote.index(DATE)}-" + str(
        first.quote.index(DATE) + len(DATE)
    )
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not first.facets.filter(by="editor").exists()


def test_none_of_the_kind(client, first):
    answer = client.post(
        address(first, "facet/"), {**place(first, DATE), "remove": "1"}, follow=True
    )
    (line,) = [x for x in answer.context["sheet"].facets if x.row.kind == "date"]
    assert line.removed
    assert line.said == DATE


def test_a_facet_is_added(client, first):
    sent = {
        "add-edition": edition_of(first),
        "add-kind": "product",
        "add-words": "harbour mill",
        "add-value": "X-200",
    }
    assert client.post(address(first, "add/"), sent).status_code == 302
    assert first.facets.get(by="editor").value == "X200"


@pytest.mark.parametrize(
    ("kind", "words", "value", "field"),
    [
        ("product", "a tower", "X-200", "words"),
        ("product", "", "X-200", "words"),
        ("amount", "mill", "", "value"),
        ("rumour", "mill", "", "kind"),
        ("polarity", "Bay", "denied", "words"),
    ],
)
def test_what_cannot_be_added(client, first, kind, words, value, field):
    sent = {
        "add-edition": edition_of(first),
        "add-kind": kind,
        "add-words": words,
        "add-value": value,
    }
    answer = client.post(address(first, "add/"), sent)
    assert answer.status_code == 422
    assert list(answer.context["add"].errors) == [field]


@pytest.mark.parametrize(
    ("what", "sent"),
    [
        ("facet/", {}),
        ("facet/", {"kind": "rumour", "start": 0, "end": 2, "edition": "x"}),
        ("merge/", {"merge-into": "0"}),
        ("hide/", {}),
    ],
)
def test_a_form_that_is_none_of_the_page(client, first, what, sent):
    assert client.post(address(first, what), sent).status_code == 400


def test_somebody_was_quicker(client, first, editor):
    sent = {**place(first, DATE), "value": "7 March 2031"}
    correct(first, DATE, "6 March 2031", actor=editor)
    answer = client.post(address(first, "facet/"), sent)
    assert answer.status_code == 409
    assert "6 March 2031" in answer.content.decode()
    assert first.facets.get(by="editor").value == "2031-03-06"
    for what in ("add/", "attribution/", "origin/", "hide/"):
        old = {
            "add-edition": sent["edition"],
            "add-kind": "place",
            "add-words": "Ostrava Bay",
            **chain(sent["edition"]),
            "origin-edition": sent["edition"],
            "origin-choice": "unknown",
            "hide-edition": sent["edition"],
        }
        assert client.post(address(first, what), old).status_code == 409, what


def chain(edition: str, *steps: dict[str, str]) -> dict[str, str]:
    sent = {
        "hops-edition": edition,
        "hops-TOTAL_FORMS": str(len(steps)),
        "hops-INITIAL_FORMS": "0",
    }
    for number, step in enumerate(steps):
        sent |= {f"hops-{number}-{name}": value for name, value in step.items()}
    return sent


def test_a_chain_is_corrected_and_left_to_the_engine_again(client, first):
    steps = (
        {"cited_outlet": "Selm Post"},
        {},
        {"speaker": "Orla Venn", "venue": "Radio Selm", "cue": "interview"},
    )
    sent = chain(edition_of(first), *steps)
    answer = client.post(address(first, "attribution/"), sent, follow=True)
    hops = first.hops.filter(by="editor").order_by("position")
    assert [hop.speaker or hop.cited_text for hop in hops] == ["Selm Post", "Orla Venn"]
    assert answer.context["sheet"].chain[0] == "Orla Venn on Radio Selm"
    initial = [form.initial for form in answer.context["steps"]]
    assert initial[1]["cue"] == "interview"
    sent = chain(edition_of(first), *steps) | {"engine": "1"}
    client.post(address(first, "attribution/"), sent)
    assert not first.hops.filter(by="editor").exists()


@pytest.mark.parametrize(
    "step", [{"venue": "Radio Selm"}, {"speaker": "x" * 201}, {"cue": "rumour"}]
)
def test_a_chain_that_is_none(client, first, step):
    sent = chain(edition_of(first), step)
    answer = client.post(address(first, "attribution/"), sent)
    assert answer.status_code == 422


def test_an_origin_is_chosen_described_and_unknown(client, first):
    known = OriginFactory(label="Venn on the radio")
    for choice, more, label in (
        (str(known.pk), {}, "Venn on the radio"),
        ("new", {"kind": "post", "speaker": "Tavi Rusk"}, "Tavi Rusk: post"),
        ("unknown", {}, None),
    ):
        sent = {"choice": choice, "edition": edition_of(first), **more}
        sent = {f"origin-{name}": value for name, value in sent.items()}
        assert client.post(address(first, "origin/"), sent).status_code == 302
        first.refresh_from_db()
        assert (first.origin and first.origin.label) == label
        assert first.origin_by == "editor"


@pytest.mark.parametrize(
    ("choice", "field"), [("new", "speaker"), ("0", "choice"), ("", "choice")]
)
def test_an_origin_that_is_none(client, first, choice, field):
    sent = {"origin-choice": choice, "origin-edition": edition_of(first)}
    sent["origin-kind"] = "post"
    answer = client.post(address(first, "origin/"), sent)
    assert answer.status_code == 422
    assert list(answer.context["origin_form"].errors) == [field]


def test_two_origins_are_counted_as_one(client, first):
    one, two = OriginFactory(), OriginFactory()
    Statement.objects.filter(pk=first.pk).update(origin=one)
    client.post(address(first, "merge/"), {"merge-into": str(two.pk)})
    assert Origin.objects.get(pk=one.pk).merged_into == two


def test_hidden_and_shown_again(client, first, editor):
    sent = {"hide-edition": edition_of(first), "hide-reason": "a caption"}
    client.post(address(first, "hide/"), sent)
    home = ClaimMember.objects.get(statement=first).claim
    assert (home.outlets, home.finding) == (1, "")
    assert "Hidden by" in client.get(address(first)).content.decode()
    client.force_login(a_person("Rue Reader", Role.READER))
    assert client.get(address(first)).status_code == 404
    client.force_login(editor)
    sent = {"hide-edition": edition_of(first), "show": "1"}
    client.post(address(first, "hide/"), sent)
    home.refresh_from_db()
    assert (home.outlets, home.finding) == (2, "conflict")


def test_a_reader_sees_no_form(client, newsroom):
    client.force_login(newsroom.reader)
    row = Statement.objects.filter(memberships__claim=newsroom.call).first()
    page = client.get(address(row)).content.decode()
    assert "Correct" not in page
    assert newsroom.call.title in page


def test_a_statement_that_is_none(client, newsroom):
    client.force_login(newsroom.reader)
    assert client.get("/statements/999999/").status_code == 404


def test_a_withdrawn_article_has_a_tombstone_here_too(client, first):
    first.article.withdrawn_at = "2031-03-20T10:00Z"
    first.article.withdrawn_reason = "wrong outlet"
    first.article.save()
    answer = client.get(address(first))
    assert answer.status_code == 410
    assert first.quote not in answer.content.decode()
    assert "wrong outlet" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 12])
def test_queries_do_not_grow(client, editor, number, django_assert_max_num_queries):
    client.force_login(editor)
    row = StatementFactory(
        text="The mill at Selm closed on Monday and on Tuesday again."
    )
    for at in range(number):
        FacetFactory(statement=row, start=at * 2, end=at * 2 + 1)
        LinkFactory(low=row, high=StatementFactory())
    assert number < LEAST_CHARACTERS * 2
    with django_assert_max_num_queries(PAGE_QUERIES):
        client.get(address(row))
