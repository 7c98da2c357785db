"""When a claim is disputed among its editors; the audit tells no value of it."""

from __future__ import annotations

import pytest

from claims.models import Claim
from claims.services.dispute import differ
from claims.services.review import claim_rate
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests import factories as f


@pytest.mark.parametrize(
    ("values", "disputed"),
    [
        ([], False),
        ([1], False),
        ([3, 4], False),
        ([4, 4, 5], False),
        ([3, 5], True),
        ([1, 5], True),
        ([2, 3, 4], True),
        ([None, 5], False),
        ([None, None], False),
        ([None, 2, 4], True),
    ],
)
def test_a_difference_of_two(values: list, disputed: object) -> None:
    assert differ(values) is disputed


# A letter is an editor, "S" a senior one; 0 = cannot tell.
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "state"),
    [
        ("a5 b4", "open"),
        ("a5 b3", "disputed"),
        ("a5 b0", "open"),
        # Before anybody else had rated: the first thought does not count.
        ("a5 a3 b3", "open"),
        ("a3 a5 b3", "disputed"),
        # After seeing the other: neither makes a dispute nor ends one.
        ("a5 b4 a1", "open"),
        ("a5 b3 a3", "disputed"),
        # Who saw the ratings before giving one is not counted.
        ("a5 b5 S1", "open"),
        ("S1 b5", "disputed"),
    ],
)
def test_the_blind_ratings_decide(given: str, state: str) -> None:
    claim = f.ClaimFactory()
    people = {name: f.UserFactory(role=Role.EDITOR) for name in "ab"}
    people["S"] = f.UserFactory(role=Role.SENIOR_EDITOR)
    for who, value in given.split():
        claim_rate(
            actor=people[who], claim=claim, value=int(value) or None, rationale="why"
        )
    claim.refresh_from_db()
    assert claim.state == state
    assert AuditEntry.objects.filter(verb="claim.dispute").count() == (
        state == "disputed"
    )


@pytest.mark.django_db
def test_the_entry_tells_no_value() -> None:
    claim = f.ClaimFactory(round=2)
    for value in (5, 2):
        editor = f.UserFactory(role=Role.EDITOR)
        claim_rate(actor=editor, claim=claim, value=value, rationale="why")
    entry = AuditEntry.objects.get(verb="claim.dispute")
    assert (entry.before, entry.after) == (
        {"state": "open"},
        {"state": "disputed", "round": 2},
    )
    assert entry.parent == AuditEntry.objects.filter(verb="claim.rate").latest("id")
    assert entry.actor == editor


@pytest.mark.django_db
def test_ratings_of_the_round_before_are_not_asked() -> None:
    claim = f.ClaimFactory()
    people = [f.UserFactory(role=Role.EDITOR) for _ in range(2)]
    claim_rate(actor=people[0], claim=claim, value=5)
    Claim.objects.filter(pk=claim.pk).update(round=2)
    claim_rate(actor=people[1], claim=claim, value=1, rationale="why")
    assert Claim.objects.get(pk=claim.pk).state == "open"
