"""Who is told of a verdict, and what of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.models import Claim, Follow
from claims.selectors.verdicts import (
    disputed_claims,
    verdict_told,
)
from claims.services.publishing import claim_unpublish
from claims.services.verdicts import claim_adjudicate, claim_reopen
from factcheck.operations.models import Notification
from tests import factories as f
from tests.db.verdicts.deciding import FIRST, REASONS, decision

if TYPE_CHECKING:
    from factcheck.operations.models import User
    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("value", "overruled"), [(5, True), (1, True), (2, False), (None, False)]
)
def test_a_rater_is_told_of_being_overruled(
    newsroom: Newsroom,
    claim: Claim,
    senior: User,
    value: int | None,
    *,
    overruled: bool,
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor, value=value, rationale="why")
    claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=decision(claim))
    told = verdict_told(newsroom.editor, claim)
    assert (told.overruled, told.reasons) == (overruled, REASONS)
    assert told.own.value == value


def test_who_has_not_rated_does_not_read_the_reasons(
    newsroom: Newsroom, claim: Claim, senior: User
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    assert verdict_told(newsroom.other, claim) is None
    claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=decision(claim))
    for person in (newsroom.other, newsroom.reader):
        told = verdict_told(person, claim)
        assert (told.reasons, told.own, told.overruled) == ("", None, False)
    assert verdict_told(senior, claim).reasons == REASONS


def test_raters_and_followers_are_told(
    newsroom: Newsroom, claim: Claim, senior: User
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    Follow.objects.create(user=newsroom.other, claim=claim)
    claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim), publish=True
    )
    claim_unpublish(actor=senior, claim=claim, reason="An error.")
    claim_reopen(actor=senior, claim=claim, round=1, reason="Once more.")
    told = Notification.objects.order_by("entry_id")
    for person in (newsroom.editor, newsroom.other):
        verbs = told.filter(user=person).values_list("entry__verb", flat=True)
        assert list(verbs) == [
            "claim.adjudicate",
            "claim.publish",
            "claim.unpublish",
            "claim.reopen",
        ]
    assert not told.filter(user__in=[newsroom.reader, senior]).exists()


def test_the_claim_that_waits_longest_comes_first(
    newsroom: Newsroom, claim: Claim
) -> None:
    Claim.objects.filter(pk=newsroom.ban.pk).update(state=Claim.State.DISPUTED)
    f.RatingFactory(claim=newsroom.ban, editor=newsroom.editor)
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    assert list(disputed_claims()) == [newsroom.ban, claim]
    f.RatingFactory(claim=newsroom.ban, editor=newsroom.other)
    assert list(disputed_claims()) == [claim, newsroom.ban]
