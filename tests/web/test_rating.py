"""The rating panel: places, drafts, what is shown to whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim, Rating, RatingDraft, RatingSlot, Statement
from claims.services.review import claim_rate
from claims.services.slots import slot_take
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.factories import CommentFactory, FacetFactory, UserFactory
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from django.test import Client

    from factcheck.operations.models import User
    from tests.web.newsroom import Newsroom

SAVE = "Save and see the others"
START = "or choose at once"
FULL = "No place to rate this claim is free."


@pytest.fixture
def address(newsroom: Newsroom) -> str:
    return f"/claims/{newsroom.call.pk}/"


@pytest.fixture
def senior(db: None) -> User:
    return a_person("Sia Lund", Role.SENIOR_EDITOR)


def page_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def fill(claim: Claim, *, by_rating: object = False) -> list[User]:
    """Both places are taken by others."""
    others = [UserFactory(role=Role.EDITOR) for _ in range(2)]
    for other in others:
        if by_rating:
            claim_rate(actor=other, claim=claim, value=5)
        else:
            slot_take(actor=other, claim=claim)
    return others


def expire(editor: User) -> None:
    past = timezone.now() - timedelta(minutes=1)
    RatingSlot.objects.filter(editor=editor).update(expires_at=past)


# --- places ----------------------------------------------------------------------


def test_looking_takes_no_place_and_the_button_does(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    page = page_of(desk, address)
    assert START in page
    assert "<textarea" not in page
    assert "2 of 2 free" in page
    assert not RatingSlot.objects.exists()
    answer = desk.post(f"{address}slot/")
    assert answer.headers["Location"] == f"{address}#rate"
    assert RatingSlot.objects.get().editor == newsroom.editor
    page = page_of(desk, address)
    assert SAVE in page
    assert START not in page
    assert "1 of 2 free" in page
    assert "Give my place back" in page


@pytest.mark.parametrize(
    ("value", "place", "draft"),
    [
        ("5", "score-5", "5"),
        ("4", "score-4", "4"),
        ("2", "id_rationale", "2"),
        ("0", "id_rationale", "unknown"),
        ("9", "rate", None),
    ],
)
def test_a_value_chosen_at_once(
    desk: Client, address: str, value: str, place: str, draft: str | None
) -> None:
    answer = desk.post(f"{address}slot/", {"value": value})
    assert answer.headers["Location"] == f"{address}#{place}"
    assert [each.value for each in RatingDraft.objects.all()] == [draft] * bool(draft)
    if draft:
        assert f'value="{value}" checked' in page_of(desk, address)


def test_who_is_rating_is_named_until_when(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    slot_take(actor=newsroom.other, claim=newsroom.call)
    until = timezone.localtime(RatingSlot.objects.get().expires_at)
    page = page_of(desk, address)
    assert "Jo Okafor" in page
    assert f"until {until:%H:%M}" in page


@pytest.mark.parametrize("by_rating", [True, False])
def test_without_a_free_place_one_reads(
    desk: Client, newsroom: Newsroom, address: str, by_rating: object
) -> None:
    fill(newsroom.call, by_rating=by_rating)
    page = page_of(desk, address)
    assert FULL in page
    assert START not in page
    assert "<textarea" not in page
    assert ("One may be free at" in page) is not by_rating
    answer = desk.post(f"{address}slot/")
    assert answer.status_code == 409
    assert FULL in answer.content.decode()


def test_a_rating_that_comes_too_late_is_kept_as_a_draft(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    others = fill(newsroom.call)
    data = {"value": "2", "rationale": "The Crier stands alone."}
    answer = desk.post(f"{address}rate/", data)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "No place to rate this claim is free. What you wrote is kept." in page
    assert "The Crier stands alone." in page
    assert not Rating.objects.exists()
    assert "The Crier stands alone." in page_of(desk, address)
    expire(others[0])
    desk.post(f"{address}slot/")
    page = page_of(desk, address)
    assert 'value="2" checked' in page
    assert "The Crier stands alone.</textarea>" in page


def test_an_expired_place_leaves_the_draft(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    desk.post(f"{address}slot/", {"value": "3"})
    desk.post(f"{address}draft/", {"value": "3", "rationale": "Half a thought."})
    expire(newsroom.editor)
    page = page_of(desk, address)
    assert START in page
    assert "Half a thought." in page


def test_a_place_given_back(desk: Client, newsroom: Newsroom, address: str) -> None:
    desk.post(f"{address}slot/")
    answer = desk.post(f"{address}slot/release/", follow=True)
    assert "Your place is free for somebody else." in answer.content.decode()
    assert not RatingSlot.objects.exists()


def test_a_senior_editor_adds_a_place(
    client: Client, senior: User, newsroom: Newsroom, address: str
) -> None:
    client.force_login(senior)
    assert "Add a place" in page_of(client, address)
    for status, said in ((302, ""), (409, "changed meanwhile")):
        answer = client.post(f"{address}slot/add/", {"slots": "2"})
        assert answer.status_code == status
        assert said in answer.content.decode()
    assert Claim.objects.get(pk=newsroom.call.pk).slots == 3
    assert "2 of 3" not in page_of(client, address)
    assert "3 of 3 free" in page_of(client, address)


def test_an_editor_does_not(desk: Client, address: str) -> None:
    assert "Add a place" not in page_of(desk, address)
    assert desk.post(f"{address}slot/add/", {"slots": "2"}).status_code == 403


@pytest.mark.parametrize("state", ["adjudicated", "published"])
def test_a_decided_claim_takes_no_rating(
    desk: Client, newsroom: Newsroom, address: str, state: str
) -> None:
    Claim.objects.filter(pk=newsroom.call.pk).update(state=state)
    page = page_of(desk, address)
    assert "This claim is decided." in page
    assert "<textarea" not in page
    answer = desk.post(f"{address}rate/", {"value": "5"})
    assert answer.status_code == 409
    assert not Rating.objects.exists()


# --- drafts ----------------------------------------------------------------------


def test_a_script_keeps_a_draft_and_is_told_when(desk: Client, address: str) -> None:
    desk.post(f"{address}slot/")
    data = {"value": "2", "rationale": "As far as I got"}
    answer = desk.post(f"{address}draft/", data, headers={"Accept": "application/json"})
    told = answer.json()
    now = timezone.localtime(RatingDraft.objects.get().at)
    until = timezone.localtime(RatingSlot.objects.get().expires_at)
    assert told == {"said": f"Draft kept at {now:%H:%M}.", "until": f"{until:%H:%M}"}
    assert "As far as I got</textarea>" in page_of(desk, address)
    assert not AuditEntry.objects.filter(after__has_key="rationale").exists()


def test_without_a_script_a_button_does(desk: Client, address: str) -> None:
    desk.post(f"{address}slot/")
    answer = desk.post(
        f"{address}draft/",
        {"value": "", "rationale": "As far"},
        headers={"Accept": "text/html,*/*"},
        follow=True,
    )
    page = answer.content.decode()
    assert "Your draft is kept. Nobody else sees it." in page
    assert "As far</textarea>" in page


def test_what_is_refused_is_kept(desk: Client, address: str) -> None:
    desk.post(f"{address}slot/")
    long = "x" * 5001
    assert desk.post(f"{address}rate/", {"value": "2"}).status_code == 422
    answer = desk.post(f"{address}rate/", {"value": "", "rationale": long})
    assert answer.status_code == 422
    assert f"{long}</textarea>" in page_of(desk, address)


def test_a_saved_rating_leaves_none_behind(desk: Client, address: str) -> None:
    data = {"value": "2", "rationale": "Whole."}
    desk.post(f"{address}draft/", data)
    desk.post(f"{address}rate/", data)
    # A script that was on its way when the button was pressed.
    desk.post(f"{address}draft/", data, headers={"Accept": "application/json"})
    assert not RatingDraft.objects.exists()


def test_nobody_else_sees_it(client: Client, newsroom: Newsroom, address: str) -> None:
    client.force_login(newsroom.other)
    client.post(f"{address}draft/", {"value": "1", "rationale": "Mine alone."})
    for user in (newsroom.editor, newsroom.reader):
        client.force_login(user)
        assert "Mine alone." not in page_of(client, address)


# --- what is shown ---------------------------------------------------------------


@pytest.fixture
def disputed(newsroom: Newsroom) -> Claim:
    """Jo says 1; another editor 4 and then, having seen that, 2."""
    kim = a_person("Kim Sand")
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=1, rationale="Never.")
    claim_rate(actor=kim, claim=newsroom.call, value=4)
    claim_rate(actor=kim, claim=newsroom.call, value=2, rationale="Well, yes.")
    CommentFactory(claim=newsroom.call, author=kim, body="Look at the Bell.")
    newsroom.call.refresh_from_db()
    assert newsroom.call.state == Claim.State.DISPUTED
    return newsroom.call


SECRETS = ("Never.", "Well, yes.", "Look at the Bell.", "Kim Sand 2")


def test_before_ones_own_rating_nothing_is_told(
    desk: Client, newsroom: Newsroom, disputed: Claim, address: str
) -> None:
    Statement.objects.filter(pk=disputed.statements.first().pk).update(
        hidden_by=newsroom.other
    )
    Claim.objects.filter(pk=disputed.pk).update(slots=3, stale=True)
    for path in (address, "/", "/?relation=conflict"):
        page = page_of(desk, path)
        for words in (*SECRETS, "Something that a rating relied on", "evidence"):
            assert words not in page, (path, words)
    assert "isputed among" not in page_of(desk, address)
    for blind in ("state=disputed", "only=stale"):
        answer = desk.get(f"/?{blind}")
        assert list(answer.context["page"].object_list) == [], blind


def test_a_senior_editor_sees_all_and_is_not_counted(
    client: Client, senior: User, disputed: Claim, address: str
) -> None:
    client.force_login(senior)
    page = page_of(client, address)
    for words in (
        "Disputed among editors",
        "2 ratings on the scale of five",
        "Jo Okafor 1, Kim Sand 2",
        "Never.",
        "Changed after seeing others; before that 4, which counts.",
        "not counted for agreement",
        "<textarea",
    ):
        assert words in page
    client.post(f"{address}rate/", {"value": "5"})
    assert not Rating.objects.get(editor=senior).blind
    page = page_of(client, address)
    assert "You 5, Jo Okafor 1, Kim Sand 2" in page
    assert "Given after seeing others: not counted for agreement." in page


def test_after_ones_own_rating_all_is_there(
    desk: Client, disputed: Claim, address: str
) -> None:
    Claim.objects.filter(pk=disputed.pk).update(slots=3)
    desk.post(f"{address}rate/", {"value": "5"})
    page = page_of(desk, address)
    assert "You 5, Jo Okafor 1, Kim Sand 2" in page
    assert "Change my rating" in page


def test_cannot_tell_has_no_dot(desk: Client, address: str) -> None:
    desk.post(f"{address}rate/", {"value": "0", "rationale": "Too thin."})
    page = page_of(desk, address)
    assert "on the scale of five" not in page
    assert "Too thin." in page


def test_a_rating_out_of_date_says_why(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    desk.post(f"{address}rate/", {"value": "5"})
    assert "Out of date" not in page_of(desk, address)
    row = newsroom.call.statements.first()
    FacetFactory(statement=row, kind="date", by="editor", start=0, end=4)
    page = page_of(desk, address)
    assert "Out of date: what it was based on has changed" in page
    assert f'<a href="#s-{row.pk}">{row.article.outlet}</a>: the date was' in page


def test_a_date_that_is_corrected_makes_it_so(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    desk.post(f"{address}rate/", {"value": "5"})
    corrected = {"published": "2025-05-08"}
    answer = desk.post(f"/articles/{newsroom.tide.pk}/published/", corrected)
    assert answer.status_code == 302
    assert Claim.objects.get(pk=newsroom.call.pk).stale
    assert "corrected from 10 May 2031 to 8 May 2025" in page_of(desk, address)


def test_newer_statements_are_counted(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    desk.post(f"{address}rate/", {"value": "5"})
    newsroom.call.members.create(statement=newsroom.ban.statements.first())
    assert "1 statement is newer than this rating" in page_of(desk, address)


def test_as_many_queries_for_many_ratings(
    desk: Client, newsroom: Newsroom, address: str
) -> None:
    Claim.objects.filter(pk=newsroom.call.pk).update(slots=12)
    desk.post(f"{address}rate/", {"value": "5"})

    def cost(raters: int) -> int:
        for _ in range(raters):
            rater = UserFactory(role=Role.EDITOR)
            claim_rate(actor=rater, claim=newsroom.call, value=5)
        row = newsroom.call.statements.first()
        FacetFactory(statement=row, by="editor", start=raters, end=raters + 1)
        page_of(desk, address)
        with CaptureQueriesContext(connection) as captured:
            page_of(desk, address)
        return len(captured)

    assert cost(2) == cost(8)


# --- the page about it -----------------------------------------------------------


@pytest.mark.parametrize("who", ["editor", "reader"])
def test_the_scale_is_explained(
    client: Client, newsroom: Newsroom, address: str, who: str
) -> None:
    client.force_login(getattr(newsroom, who))
    assert 'href="/about/scale/"' in page_of(client, address)
    page = page_of(client, "/about/scale/")
    for words in ("Irreconcilable", "Cannot tell", "naming variant", "for 30 minutes"):
        assert words in page
