"""History pages: who, when, old, new, why, and taking it back."""

from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path

import pytest

from claims.models import Claim, Link, Statement
from claims.selectors.acts import PHRASES, changes, phrase
from claims.selectors.history import KINDS
from claims.services.bulk import bulk_decide
from claims.services.curation import claim_merge, statement_remove
from claims.services.levels import comparison_set_level
from claims.services.review import claim_rate, link_decide
from claims.services.titles import claim_rename
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Article
from tests.factories import NOON, RatingFactory, UserFactory

SERVICES = Path(__file__).resolve().parents[2] / "claims" / "services"
# Their targets have no history page.
ELSEWHERE = ("search.", "mention.")
QUERIES = 16
BELL = "The two ministers, Dolan and Aas, had a call on 5 May, the Bell has learnt."


@pytest.fixture
def link(newsroom):
    return Link.objects.filter(low__memberships__claim=newsroom.call).first()


def decide(newsroom, link, state="rejected", **more):
    link.refresh_from_db()
    link_decide(
        actor=newsroom.other, link=link, state=state, revision=link.revision, **more
    )
    return AuditEntry.objects.filter(verb="link.decide").latest("pk")


def page_of(client, kind, pk):
    answer = client.get(f"/history/{kind}/{pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_claim_tells_of_itself_its_links_and_its_statements(desk, newsroom, link):
    Claim.objects.filter(pk=newsroom.call.pk).update(title=BELL)
    claim_rename(
        actor=newsroom.editor,
        claim=newsroom.call,
        title="A call, twice told",
        seen=BELL,
        reason="neither day is sure",
    )
    decide(newsroom, link, "confirmed")
    row = newsroom.call.statements.latest("pk")
    statement_remove(actor=newsroom.other, statement=row, claim=newsroom.call)
    page = page_of(desk, "claim", newsroom.call.pk)
    for words in (
        "gave the claim a title",
        "The two ministers, Dolan and Aas",
        "A call, twice told",
        "neither day is sure",
        "confirmed the link",
        "took the statement out of a claim",
        "1 statement left",
        "Jo Okafor",
        "You",
    ):
        assert words in page, words


def test_it_is_on_the_claims_page_with_the_engines_steps(desk, newsroom, link):
    decide(newsroom, link, "confirmed")
    page = desk.get(f"/claims/{newsroom.call.pk}/").content.decode()
    assert "confirmed the link" in page
    assert f"/history/claim/{newsroom.call.pk}/" in page


def test_a_merge_is_in_both_histories(desk, newsroom):
    claim_merge(actor=newsroom.editor, claim=newsroom.call, other=newsroom.ban)
    kept = page_of(desk, "claim", newsroom.call.pk)
    gone = page_of(desk, "claim", newsroom.ban.pk)
    assert "merged another claim into this one" in kept
    assert "Fishing boats may not enter the strait." in kept
    assert "merged this claim into another" in gone


@pytest.mark.parametrize("kind", ["link", "statement", "article", "outlet"])
def test_every_object_has_a_page(desk, newsroom, link, kind):
    pk = {
        "link": link.pk,
        "statement": link.low_id,
        "article": newsroom.tide.pk,
        "outlet": newsroom.tide.outlet_id,
    }[kind]
    assert "No editor has done anything here yet." in page_of(desk, kind, pk)


@pytest.mark.parametrize("address", ["claim/999999", "claim/x", "dragon/1", "link/0"])
def test_what_is_not_there(desk, address):
    assert desk.get(f"/history/{address}/").status_code == 404


@pytest.mark.parametrize(
    ("role", "kind", "status"),
    [
        (Role.READER, "claim", 403),
        (Role.EDITOR, "claim", 200),
        (Role.EDITOR, "user", 403),
        (Role.CURATOR, "user", 403),
        (Role.SENIOR_EDITOR, "token", 403),
        (Role.ADMINISTRATOR, "user", 200),
    ],
)
def test_who_may_read_which(client, newsroom, role, kind, status):
    client.force_login(UserFactory(role=role))
    pk = newsroom.call.pk if kind == "claim" else newsroom.editor.pk
    assert client.get(f"/history/{kind}/{pk}/").status_code == status


def test_ratings_are_blind_here_as_well(desk, newsroom):
    claim_rate(
        actor=newsroom.other, claim=newsroom.call, value=1, rationale="Hopeless."
    )
    page = page_of(desk, "claim", newsroom.call.pk)
    assert "Jo Okafor" not in page
    RatingFactory(claim=newsroom.call, editor=newsroom.editor)
    page = page_of(desk, "claim", newsroom.call.pk)
    assert "Jo Okafor" in page
    assert "Hopeless" not in page


def test_an_act_is_taken_back(desk, newsroom, link):
    entry = decide(newsroom, link)
    page = page_of(desk, "claim", newsroom.call.pk)
    assert f"/undo/{entry.pk}/" in page
    back = f"/claims/{newsroom.call.pk}/"
    answer = desk.post(f"/undo/{entry.pk}/", {"next": back})
    assert answer.headers["Location"] == back
    link.refresh_from_db()
    assert (link.state, link.by) == ("suggested", "engine")
    page = page_of(desk, "claim", newsroom.call.pk)
    assert "took back: rejected the link" in page
    assert f"/undo/{entry.pk}/" not in page


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//x.example", ""])
def test_it_leads_nowhere_else(desk, newsroom, link, wanted):
    entry = decide(newsroom, link)
    answer = desk.post(f"/undo/{entry.pk}/", {"next": wanted})
    assert answer.headers["Location"] == f"/history/link/{link.pk}/"


def test_what_has_changed_since_is_shown(desk, newsroom, link):
    entry = decide(newsroom, link)
    decide(newsroom, link, "confirmed")
    answer = desk.post(f"/undo/{entry.pk}/")
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("It has changed since (state)", "rejected the link", "Jo Okafor"):
        assert words in page or newsroom.other.username in page
    assert "confirmed the link" in page
    link.refresh_from_db()
    assert link.state == "confirmed"


def test_what_cannot_be_taken_back_has_no_button(desk, newsroom):
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=4)
    entry = AuditEntry.objects.get(verb="claim.rate")
    page = page_of(desk, "claim", newsroom.call.pk)
    assert "rated" in page
    assert f"/undo/{entry.pk}/" not in page
    assert desk.post(f"/undo/{entry.pk}/").status_code == 409


def test_a_rating_that_is_blind_is_not_there_to_be_taken_back(desk, newsroom):
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=4)
    entry = AuditEntry.objects.get(verb="claim.rate")
    assert desk.post(f"/undo/{entry.pk}/").status_code == 404


def test_a_facet_set_aside_is_told(desk, newsroom, link):
    row = link.comparisons.filter(kind="date").first()
    comparison_set_level(
        actor=newsroom.editor,
        comparison=row,
        revision=link.revision,
        reason="two meetings",
    )
    page = page_of(desk, "link", link.pk)
    for words in ("marked a facet as not comparable", "two meetings", "last Monday"):
        assert words in page


def test_words_of_people_are_text(desk, newsroom, link):
    decide(newsroom, link, reason="<script>alert(1)</script>")
    assert "<script>alert(1)" not in page_of(desk, "link", link.pk)


def test_a_bounded_number_of_queries(
    desk, newsroom, link, django_assert_max_num_queries
):
    for state in ("confirmed", "rejected", "unsure") * 4:
        decide(newsroom, link, state)
    for title in ("One", "Two", "Three"):
        claim = Claim.objects.get(pk=newsroom.call.pk)
        claim_rename(actor=newsroom.editor, claim=claim, title=title, seen=claim.title)
    with django_assert_max_num_queries(QUERIES):
        desk.get(f"/history/claim/{newsroom.call.pk}/")


def written_verbs() -> set[str]:
    """Every "object.act" that a service writes as a verb."""
    found = set()
    for path in SERVICES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "verb":
                for part in ast.walk(node.value):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found.add(part.value)
    return {verb for verb in found if "." in verb.strip(".")}


def test_every_act_has_its_words() -> None:
    verbs = written_verbs()
    assert {"claim.merge", "statement.remove"} <= verbs
    unnamed = {
        verb
        for verb in verbs - PHRASES.keys() - {"link.decide"}
        if not verb.startswith(ELSEWHERE)
    }
    assert unnamed == set()


def test_statements_are_among_the_kinds() -> None:
    assert KINDS["statement"] is Statement


@pytest.mark.parametrize("what", ["hidden", "withdrawn"])
def test_nothing_of_what_readers_no_longer_see(desk, newsroom, link, what):
    row = link.comparisons.filter(kind="date").first()
    comparison_set_level(
        actor=newsroom.editor,
        comparison=row,
        revision=link.revision,
        reason="two meetings",
    )
    if what == "hidden":
        Statement.objects.filter(pk=link.low_id).update(hidden_by=newsroom.editor)
    else:
        Article.objects.filter(pk=link.low.article_id).update(
            withdrawn_at=NOON, withdrawn_reason="takedown"
        )
    pages = [
        page_of(desk, "link", link.pk),
        page_of(desk, "statement", link.low_id),
        page_of(desk, "claim", newsroom.call.pk),
    ]
    if what == "withdrawn":
        pages.append(page_of(desk, "article", link.low.article_id))
    for page in pages:
        assert "last Monday" not in page
        assert "Ministers talk about the strait" not in page
    assert "marked a facet as not comparable" in pages[0]
    assert "Its words are not shown" in pages[1]


CHANGES = [
    (
        "statement.correct_facet",
        {"facets": []},
        {"facets": [{"text": "6 May", "value": "2031-05-07"}]},
        "as the engine reads it → “6 May”: 2031-05-07",
    ),
    (
        "statement.remove_facet",
        {"facets": [{"text": "6 May", "value": "2031-05-07"}]},
        {"facets": [{"text": "6 May", "value": ""}]},
        "“6 May”: 2031-05-07 → “6 May”: nothing of the kind",
    ),
    (
        "statement.correct_attribution",
        {"hops": []},
        {"hops": [{"speaker": "Orla Venn", "role": "clerk", "venue": ""}]},
        "as the engine reads it → Orla Venn, clerk",
    ),
    ("link.decide", {"state": "unsure"}, {"state": "rejected"}, "unsure → rejected"),
    ("claim.publish", {"state": "open"}, {"state": "disputed", "label": "x"}, ""),
    ("outlet.update", {"country": "NO"}, {"country": "SE"}, "NO → SE"),
    ("user.update", {"password": "a", "email": "b"}, {"email": "c"}, "b → c"),
]
TARGETS = {"outlet": "sources.outlet", "user": "operations.user"}


@pytest.mark.parametrize(("verb", "before", "after", "told"), CHANGES)
def test_old_and_new(verb, before, after, told):
    kind = verb.partition(".")[0]
    entry = AuditEntry(
        verb=verb,
        before=before,
        after=after,
        target_type=TARGETS.get(kind, f"claims.{kind}"),
    )
    assert "; ".join(f"{c.old} → {c.new}" for c in changes(entry)) == told


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("outlet.update", "changed it"),
        ("name.create", "added it"),
        ("claim.merge.undo", "took back: merged another claim into this one"),
        ("thing.un_known", "thing un known"),
    ],
)
def test_every_verb_is_said(verb, said):
    assert phrase(AuditEntry(verb=verb)) == said


# --- many at once ----------------------------------------------------------------


@pytest.fixture
def bulk(newsroom):
    bulk_decide(
        actor=newsroom.editor,
        claim_ids=[newsroom.call.pk, newsroom.ban.pk],
        state="confirmed",
    )
    return AuditEntry.objects.get(verb="bulk.confirm")


WORDS = "Undo last: confirmed the links of several claims"


def test_many_at_once_are_taken_back_from_the_queue(desk, bulk):
    assert WORDS in desk.get("/").content.decode()
    answer = desk.post(f"/undo/{bulk.pk}/", {"next": "/?relation=conflict"})
    assert answer.headers["Location"] == "/?relation=conflict"
    assert not Link.objects.exclude(state="suggested").exists()
    assert WORDS not in desk.get("/").content.decode()


def test_only_who_did_it_is_offered_it(client, newsroom, bulk):
    client.force_login(newsroom.other)
    assert WORDS not in client.get("/").content.decode()


def test_it_is_not_offered_for_ever(desk, bulk, monkeypatch):
    monkeypatch.setattr("claims.templatetags.history.OFFERED", timedelta(0))
    assert WORDS not in desk.get("/").content.decode()


def test_all_or_none_and_who_was_in_between(desk, newsroom, bulk):
    link = Link.objects.earliest("pk")
    decide(newsroom, link, "unsure")
    answer = desk.post(f"/undo/{bulk.pk}/")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert newsroom.other.username in page
    assert "was not sure about the link" in page
    assert Link.objects.filter(state="confirmed").count() == 3


@pytest.mark.parametrize("gone", ["withdrawn", "hidden"])
def test_a_title_that_the_engine_gave_goes_with_its_words(desk, newsroom, gone):
    call = newsroom.call
    Claim.objects.filter(pk=call.pk).update(title=BELL)
    claim_rename(actor=newsroom.editor, claim=call, title="A call", seen=BELL)
    assert "The two ministers, Dolan" in page_of(desk, "claim", call.pk)
    row = Statement.objects.get(quote=BELL)
    if gone == "hidden":
        Statement.objects.filter(pk=row.pk).update(hidden_by=newsroom.editor)
    else:
        Article.objects.filter(pk=row.article_id).update(
            withdrawn_at=NOON, withdrawn_reason="by law"
        )
    for page in (f"/history/claim/{call.pk}/", f"/claims/{call.pk}/"):
        assert "The two ministers, Dolan" not in desk.get(page).content.decode()
    page = page_of(desk, "claim", call.pk)
    assert "words of a statement" in page
    assert "A call" in page
