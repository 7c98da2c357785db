"""A senior editor decides, publishes, sends back; raters read it on the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Verdict
from claims.selectors.verdicts import Seen, public_verdict
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.roles import Role
from tests import factories as f
from tests.web.newsroom import Newsroom, a_person

if TYPE_CHECKING:
    from django.test import Client

    from factcheck.operations.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


@pytest.fixture
def claim(newsroom: Newsroom) -> Claim:
    """Disputed: 2 and 5."""
    f.RatingFactory(
        claim=newsroom.call, editor=newsroom.editor, value=2, rationale="Two days."
    )
    f.RatingFactory(claim=newsroom.call, editor=newsroom.other, value=5)
    Claim.objects.filter(pk=newsroom.call.pk).update(state=Claim.State.DISPUTED)
    return Claim.objects.get(pk=newsroom.call.pk)


@pytest.fixture
def desk(client: Client, senior: User) -> Client:
    client.force_login(senior)
    return client


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "round": 1,
        "seq": 0,
        "title": "A call between two ministers",
        "facet-0": "5 May",
        "label-0": "Date",
        "facet-1": "",
        "label-1": "Duration",
        "value": "2",
        "text": "It was the fifth.",
        "reasons": "Her office confirms it.",
        "do": "save",
        **changes,
    }


def text_of(answer: Any) -> str:
    return answer.content.decode()


def test_the_list(desk: Client, newsroom: Newsroom, claim: Claim) -> None:
    page = text_of(desk.get("/adjudicate/"))
    assert claim.title in page
    assert "Ada Moreau" in page
    assert newsroom.ferry.title not in page


def test_nothing_waits(desk: Client, newsroom: Newsroom) -> None:
    assert "No claim is disputed" in text_of(desk.get("/adjudicate/"))


def test_all_ratings_stand_side_by_side(desk: Client, claim: Claim) -> None:
    page = text_of(desk.get(f"/claims/{claim.pk}/adjudicate/"))
    for shown in ("2 ratings", "3 apart", "Two days.", "Jo Okafor", "1 of 1"):
        assert shown in page
    assert 'value="5 May"' in page
    assert 'value="about half an hour"' in page


def test_a_verdict_is_saved(desk: Client, senior: User, claim: Claim) -> None:
    answer = desk.post(f"/claims/{claim.pk}/adjudicate/", typed())
    assert answer.headers["Location"] == f"/claims/{claim.pk}/"
    verdict = Verdict.objects.get()
    assert (verdict.editor, verdict.label, verdict.value) == (senior, "partly", 2)
    assert [row["value"] for row in verdict.decided] == ["5 May", ""]
    assert public_verdict(claim.pk) is None
    again = text_of(desk.get(f"/claims/{claim.pk}/adjudicate/"))
    assert "Tove Tall decided on" in again
    assert "It was the fifth." in again
    assert 'name="seq" value="1"' in again


def test_it_is_saved_and_published(desk: Client, claim: Claim) -> None:
    answer = desk.post(f"/claims/{claim.pk}/adjudicate/", typed(do="publish"))
    assert answer.headers["Location"] == f"/published/{claim.pk}/"
    assert public_verdict(claim.pk).card["title"] == "A call between two ministers"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": ""}, "Choose from 1 to 5"),
        ({"value": "7"}, "7"),
        ({"reasons": " "}, "Say why: the raters will read it."),
        ({"text": ""}, "Say in words what readers are to know."),
        ({"title": ""}, "The card needs a title."),
        ({"title": "x" * 201}, "at most 200"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    desk: Client, claim: Claim, changes: dict[str, str], said: str
) -> None:
    answer = desk.post(
        f"/claims/{claim.pk}/adjudicate/",
        typed(**{"facet-1": "forty minutes"} | changes),
    )
    assert answer.status_code == 422
    page = text_of(answer)
    assert said in page
    assert 'value="forty minutes" checked' in page
    assert not Verdict.objects.exists()


def test_cannot_tell_is_a_verdict_too(desk: Client, claim: Claim) -> None:
    desk.post(f"/claims/{claim.pk}/adjudicate/", typed(value="0"))
    assert Verdict.objects.get().value is None


def test_the_second_of_two_sees_what_the_first_decided_and_keeps_the_form(
    desk: Client, claim: Claim
) -> None:
    first = a_person("Uma Upper", Role.SENIOR_EDITOR)
    claim_adjudicate(
        actor=first, claim=claim, seen=Seen(1, 0), decision=Decision(reasons="Mine.")
    )
    answer = desk.post(
        f"/claims/{claim.pk}/adjudicate/", typed(text="Typed with care.")
    )
    assert answer.status_code == 409
    page = text_of(answer)
    assert "Somebody has decided on this claim meanwhile." in page
    assert "Uma Upper decided on" in page
    assert "Typed with care." in page
    assert 'value="5 May" checked' in page
    assert Verdict.objects.count() == 1
    again = desk.post(f"/claims/{claim.pk}/adjudicate/", typed(seq=1))
    assert again.status_code == 302
    assert Verdict.objects.count() == 2


def test_a_value_that_is_gone_is_a_conflict(desk: Client, claim: Claim) -> None:
    answer = desk.post(f"/claims/{claim.pk}/adjudicate/", typed(**{"facet-0": "9 May"}))
    assert answer.status_code == 409
    assert "What is disputed has changed meanwhile" in text_of(answer)
    assert "9 May" not in text_of(answer)
    assert not Verdict.objects.exists()


def test_a_merged_claim_leads_on(desk: Client, claim: Claim) -> None:
    other = f.ClaimFactory()
    Claim.objects.filter(pk=claim.pk).update(merged_into=other)
    answer = desk.get(f"/claims/{claim.pk}/adjudicate/")
    assert answer.headers["Location"] == f"/claims/{other.pk}/adjudicate/"


def test_a_card_without_a_verdict(desk: Client, claim: Claim) -> None:
    page = text_of(desk.get(f"/claims/{claim.pk}/adjudicate/"))
    assert "Publish without a verdict" in page
    card = {"round": 1, "seq": 0, "title": "What they say of a call"}
    answer = desk.post(f"/claims/{claim.pk}/publish/", card)
    assert answer.headers["Location"] == f"/published/{claim.pk}/"
    assert public_verdict(claim.pk).label == "open"
    late = desk.post(f"/claims/{claim.pk}/publish/", card, follow=True)
    assert "Somebody has decided on this claim meanwhile." in text_of(late)


def test_a_claim_that_is_sent_back_asks_its_raters(
    desk: Client, newsroom: Newsroom, claim: Claim
) -> None:
    refused = desk.post(f"/claims/{claim.pk}/reopen/", {"round": 1}, follow=True)
    assert "Say why." in text_of(refused)
    asked = {"round": 1, "reason": "Whose clock do you go by?"}
    answer = desk.post(f"/claims/{claim.pk}/reopen/", asked)
    assert answer.headers["Location"] == f"/claims/{claim.pk}/"
    desk.force_login(newsroom.editor)
    page = text_of(desk.get(f"/claims/{claim.pk}/"))
    assert "Whose clock do you go by?" in page
    assert "Opened again, round 2" in page


def test_a_rater_reads_where_they_were_overruled(
    client: Client, newsroom: Newsroom, senior: User, claim: Claim
) -> None:
    client.force_login(senior)
    client.post(f"/claims/{claim.pk}/adjudicate/", typed())
    pages = {}
    for person in (newsroom.editor, newsroom.other, newsroom.reader):
        client.force_login(person)
        pages[person] = text_of(client.get(f"/claims/{claim.pk}/"))
    for page in pages.values():
        assert "It was the fifth." in page
    reasons = "Her office confirms it."
    assert "You were overruled." in pages[newsroom.other]
    assert reasons in pages[newsroom.other]
    assert "You were overruled." not in pages[newsroom.editor]
    assert reasons not in pages[newsroom.reader]


def test_a_long_list_costs_no_more_queries(
    desk: Client, newsroom: Newsroom, claim: Claim
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get("/adjudicate/").status_code == 200
        return len(captured)

    one = queries()
    for _ in range(10):
        other = f.ClaimFactory(state=Claim.State.DISPUTED)
        f.RatingFactory(claim=other, editor=newsroom.editor)
        f.RatingFactory(claim=other, editor=newsroom.other)
    assert queries() == one


def test_who_has_rated_more_costs_no_more_queries(
    desk: Client, newsroom: Newsroom, claim: Claim
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(f"/claims/{claim.pk}/adjudicate/").status_code == 200
        return len(captured)

    one = queries()
    for _ in range(6):
        f.RatingFactory(claim=claim)
    assert queries() == one


def test_what_is_not_in_print_stays_in_the_house(
    client: Client, desk: Client, claim: Claim, settings: Any
) -> None:
    settings.PUBLIC_READ = True
    address = f"/claims/{claim.pk}/"
    desk.post(f"{address}adjudicate/", typed())
    assert "It was the fifth." in desk.get(address).content.decode()
    desk.logout()
    page = desk.get(address)
    assert page.status_code == 200
    assert "It was the fifth." not in page.content.decode()
