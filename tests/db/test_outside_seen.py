"""Verdicts from elsewhere as they are seen: blind like ratings, on their own scale."""

from __future__ import annotations

import pytest

from claims.models import Claim
from claims.selectors.entries import entries_visible_to
from claims.selectors.outside import (
    outside_verdicts_of,
    outside_verdicts_visible_to,
    scale_of,
)
from claims.services.outside_acts import outside_attach
from claims.services.review import claim_rate
from factcheck.operations.roles import Role
from tests.db.reviewed import taken
from tests.factories import ClaimFactory, OutsideVerdictFactory, UserFactory

pytestmark = pytest.mark.django_db


# --- blind


@pytest.mark.parametrize(
    ("role", "rated", "sees", "sees_waiting"),
    [
        (None, False, False, False),
        (Role.READER, False, False, False),
        (Role.EDITOR, False, False, True),
        (Role.EDITOR, True, True, True),
        (Role.CURATOR, False, False, True),
        (Role.SENIOR_EDITOR, False, True, True),
        (Role.ADMINISTRATOR, False, True, True),
    ],
)
def test_blind_like_ratings(
    role: Role | None, *, rated: bool, sees: bool, sees_waiting: bool
) -> None:
    viewer, claim = UserFactory(role=role), ClaimFactory()
    importer = UserFactory(role=Role.EDITOR)
    placed = taken(importer, "The mill was sold.")
    outside_attach(actor=importer, verdict=placed, claim=claim)
    waiting = taken(importer, "The quay was sold.")
    if rated:
        claim_rate(actor=viewer, claim=claim, value=5)
    expected = {
        pk for pk, may in ((placed.pk, sees), (waiting.pk, sees_waiting)) if may
    }
    visible = outside_verdicts_visible_to(viewer)
    assert set(visible.values_list("pk", flat=True)) == expected
    assert bool(outside_verdicts_of(viewer, claim)) is sees
    entries = entries_visible_to(viewer).filter(target_type="claims.outsideverdict")
    assert {int(entry.target_id) for entry in entries} == expected


def test_a_new_round_is_blind_again() -> None:
    viewer, claim = UserFactory(role=Role.EDITOR), ClaimFactory()
    OutsideVerdictFactory(claim=claim)
    claim_rate(actor=viewer, claim=claim, value=5)
    Claim.objects.filter(pk=claim.pk).update(round=2)
    assert not outside_verdicts_visible_to(viewer).exists()


# --- its number


@pytest.mark.parametrize(
    ("value", "worst", "best", "shown"),
    [
        (None, None, None, None),
        (3, None, None, (3, None)),
        (2, 1, 5, (2, (1, 5))),
        (70, 0, 100, (70, (0, 100))),
        (2, 5, 1, (2, (5, 1))),  # some scales run the other way
        (-1, -1, -1, None),  # "no number", as some feeds write it
        (9, 1, 5, None),
    ],
)
def test_a_number_on_its_own_scale(
    value: int | None, worst: int | None, best: int | None, shown: object
) -> None:
    verdict = OutsideVerdictFactory(
        rating_value=value, rating_worst=worst, rating_best=best
    )
    found = scale_of(verdict)
    assert (found and (found.value, found.ends)) == shown
