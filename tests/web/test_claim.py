"""The page of a claim: what it shows to whom, and what an editor may do there."""

import pytest

from claims.linkage.reason import render
from claims.models import Claim, Link, Rating
from factcheck.operations.models import AuditEntry
from tests.factories import RatingFactory

QUERIES = 32


@pytest.fixture
def address(newsroom):
    return f"/claims/{newsroom.call.pk}/"


def page_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_who_prints_what_and_that_it_is_no_verdict(desk, address):
    page = page_of(desk, address)
    for words in (
        "Conflict: date, duration",
        "It is not a verdict",
        "3 outlets,",
        "severity 3",
        "Dolan’s office → Tidewater Gazette",
        "“last Monday” + printed 10 May 2031 → 5 May 2031, one day",
        "Days 5 May and 6 May cannot both be true.",
    ):
        assert words in page


def test_every_cell_leads_to_the_printed_words(desk, address, newsroom):
    page = page_of(desk, address)
    for statement in newsroom.call.statements.all():
        assert f'id="s-{statement.pk}"' in page
        assert f'href="#s-{statement.pk}"' in page


def test_words_that_differ_are_marked_in_the_quote(desk, address):
    page = page_of(desk, address)
    assert '<mark class="r-differs">6 May<' in page
    assert '<mark class="r-states">last Monday<' in page


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<b>bold</b>"])
def test_printed_words_are_text(desk, address, newsroom, words):
    newsroom.call.statements.update(quote=words)
    Claim.objects.update(title=words)
    assert words not in page_of(desk, address)


def test_no_such_claim(desk):
    assert desk.get("/claims/999999/").status_code == 404


def test_a_merged_claim_leads_on(desk, newsroom, address):
    Claim.objects.filter(pk=newsroom.call.pk).update(merged_into=newsroom.ferry)
    answer = desk.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/claims/{newsroom.ferry.pk}/"


def test_previous_and_next_follow_the_queue(desk, newsroom):
    answer = desk.get(f"/claims/{newsroom.ban.pk}/")
    assert answer.context["before"] == newsroom.call.pk
    assert answer.context["after"] == newsroom.ferry.pk


def test_constant_number_of_queries(desk, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(QUERIES):
        desk.get(address)


def test_a_visitor_reads_and_is_told_to_log_in(client, address, settings):
    settings.PUBLIC_READ = True
    page = page_of(client, address)
    assert "Editors rate this after logging in" in page
    assert "<textarea" not in page
    assert "Confirm" not in page


@pytest.mark.parametrize(
    ("value", "rationale", "stored"),
    [
        ("5", "", 5),
        ("4", "", 4),
        ("3", "The Crier alone says 6 May.", 3),
        ("1", "Nothing fits.", 1),
        ("0", "Only one of them names a source.", None),
        ("4", "Said anyway.", 4),
    ],
)
def test_a_rating_is_saved_with_its_entry(
    desk, newsroom, address, value, rationale, stored
):
    answer = desk.post(f"{address}rate/", {"value": value, "rationale": rationale})
    assert answer.headers["Location"] == f"{address}#rate"
    rating = Rating.objects.get(claim=newsroom.call)
    assert (rating.value, rating.rationale) == (stored, rationale)
    assert rating.editor == newsroom.editor
    assert AuditEntry.objects.filter(verb="claim.rate").count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"value": "3", "rationale": ""}, "Say why"),
        ({"value": "0", "rationale": "   "}, "Say why"),
        ({"value": "", "rationale": "A long thought."}, "Choose a rating"),
        ({"value": "6", "rationale": "A long thought."}, "not one of the available"),
        ({"value": "2", "rationale": "x" * 5001}, "at most 5000 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(desk, address, data, said):
    answer = desk.post(f"{address}rate/", data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert data["rationale"].strip() in page
    if data["value"] in {"0", "2", "3"}:
        assert f'value="{data["value"]}" checked' in page
    assert not Rating.objects.exists()


def test_the_wrong_field_names_its_message(desk, address):
    page = desk.post(f"{address}rate/", {"value": "2"}).content.decode()
    assert 'aria-describedby="id_rationale_error"' in page
    assert 'id="id_rationale_error"' in page


@pytest.mark.parametrize("who", ["reader", None])
def test_only_editors_rate(client, newsroom, address, who):
    if who:
        client.force_login(getattr(newsroom, who))
    answer = client.post(f"{address}rate/", {"value": "5"})
    assert answer.status_code == (403 if who else 302)
    assert not Rating.objects.exists()


def test_others_ratings_are_hidden_until_ones_own_is_saved(desk, newsroom, address):
    RatingFactory(
        claim=newsroom.call, editor=newsroom.other, value=1, rationale="Hopeless case."
    )
    page = page_of(desk, address)
    assert "Hopeless case." not in page
    assert "Jo Okafor" not in page.partition('id="rate"')[2]  # may be asked to rate
    desk.post(f"{address}rate/", {"value": "5"})
    page = page_of(desk, address)
    assert "Hopeless case." in page
    assert "Jo Okafor" in page


def test_a_rating_of_an_earlier_round_opens_nothing(desk, newsroom, address):
    RatingFactory(claim=newsroom.call, editor=newsroom.editor, value=5, round=1)
    RatingFactory(
        claim=newsroom.call, editor=newsroom.other, value=4, round=2, rationale="Secret"
    )
    Claim.objects.filter(pk=newsroom.call.pk).update(round=2)
    assert "Secret" not in page_of(desk, address)


@pytest.mark.parametrize("public", [True, False])
def test_a_reader_sees_no_ratings(client, newsroom, address, settings, public):
    settings.PUBLIC_READ = public
    RatingFactory(
        claim=newsroom.call, editor=newsroom.other, value=4, rationale="Well then."
    )
    if not public:
        client.force_login(newsroom.reader)
    assert "Well then." not in page_of(client, address)


def test_changing_ones_mind_keeps_what_was_thought_before(desk, address):
    desk.post(f"{address}rate/", {"value": "2", "rationale": "First thought."})
    desk.post(f"{address}rate/", {"value": "4", "rationale": "Second thought."})
    page = page_of(desk, address)
    assert "Your ratings so far (2)" in page
    assert "First thought." in page
    assert [r.value for r in Rating.objects.order_by("seq")] == [2, 4]


@pytest.fixture
def link(newsroom):
    return Link.objects.filter(relation="conflicts").first()


@pytest.mark.parametrize("state", ["confirmed", "rejected", "unsure"])
def test_an_editor_decides_on_a_link(desk, address, link, state):
    answer = desk.post(
        f"{address}links/{link.pk}/", {"state": state, "revision": link.revision}
    )
    assert answer.headers["Location"] == f"{address}#link-{link.pk}"
    link.refresh_from_db()
    assert (link.state, link.by) == (state, "editor")


def test_the_page_says_who_decided(desk, address, link):
    desk.post(f"{address}links/{link.pk}/", {"state": "confirmed", "revision": 1})
    assert "Confirmed by you" in page_of(desk, address)


@pytest.mark.parametrize(
    ("relation", "shown"), [("corroborates", True), ("conflicts", False)]
)
def test_a_pair_without_facets_shows_the_words_in_common(
    desk, newsroom, relation, shown
):
    """An editor's link stays when the engine no longer finds a facet to compare."""
    link = Link.objects.get(low__claims=newsroom.ferry)
    link.comparisons.all().delete()
    Link.objects.filter(pk=link.pk).update(
        by="editor",
        state="confirmed",
        relation=relation,
        engine_reason=render("much_shared", (), ("ferry", "<i>")),
    )
    page = page_of(desk, f"/claims/{newsroom.ferry.pk}/")
    assert ("words in common: ferry, &lt;i&gt;<" in page) is shown
    assert "in common: “ferry”, “&lt;i&gt;” (rule much_shared)" in page
    assert '<ul class="compared">' not in page


def test_a_decision_on_what_has_changed_is_refused(desk, address, link):
    Link.objects.filter(pk=link.pk).update(revision=7, state="confirmed", by="editor")
    answer = desk.post(
        f"{address}links/{link.pk}/", {"state": "rejected", "revision": 1}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    for words in ("This link has changed meanwhile.", "rejected", "confirmed"):
        assert words in page
    assert '<input type="hidden" name="revision" value="7">' in page
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"state": "suggested", "revision": 1}, 400),
        ({"state": "confirmed"}, 400),
        ({"state": "confirmed", "revision": "x"}, 400),
    ],
)
def test_a_decision_that_the_page_does_not_offer(desk, address, link, data, status):
    answer = desk.post(f"{address}links/{link.pk}/", data)
    assert answer.status_code == status


def test_a_link_of_another_claim_is_not_found(desk, newsroom, link):
    answer = desk.post(
        f"/claims/{newsroom.ferry.pk}/links/{link.pk}/",
        {"state": "confirmed", "revision": 1},
    )
    assert answer.status_code == 404


def test_a_reader_decides_nothing(client, newsroom, address, link):
    client.force_login(newsroom.reader)
    answer = client.post(
        f"{address}links/{link.pk}/", {"state": "confirmed", "revision": 1}
    )
    assert answer.status_code == 403
    assert "Confirm" not in page_of(client, address)


@pytest.mark.parametrize("suffix", ["rate/", "links/1/"])
def test_writing_is_no_get(desk, address, suffix):
    assert desk.get(address + suffix).status_code == 405
