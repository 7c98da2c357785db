"""Who may see whose ratings and comments, and which ratings count."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from claims.models import Claim
from claims.selectors.entries import entries_visible_to
from claims.selectors.ratings import (
    comments_visible_to,
    counted_ratings,
    ratings_visible_to,
    standings,
    state_visible_to,
    unblind_for,
)
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return f.ClaimFactory()


@pytest.fixture
def me() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def other() -> User:
    return f.UserFactory(role=Role.EDITOR)


def seen(user: User, claim: Claim) -> tuple[int, int, int, int, bool]:
    """Ratings, comments, entries and the standing of the claim, as user sees them."""
    standing = standings(user, [claim.pk])[claim.pk]
    known = Claim.objects.filter(unblind_for(user), pk=claim.pk).exists()
    assert known == standing.unblind
    return (
        ratings_visible_to(user, claim).count(),
        comments_visible_to(user, claim).count(),
        entries_visible_to(user).count(),
        standing.visible,
        known,
    )


@pytest.fixture
def said(claim: Claim, other: User) -> None:
    """What somebody else has said of the claim."""
    f.RatingFactory(claim=claim, editor=other)
    f.CommentFactory(claim=claim, author=other)
    for verb in ("claim.rate", "claim.dispute", "claim.comment", "claim.title"):
        f.AuditEntryFactory(verb=verb, target_id=str(claim.pk), after={"round": 1})


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize(
    ("role", "what"),
    [
        (None, (0, 0, 1, 0, False)),
        (Role.READER, (0, 0, 1, 0, False)),
        (Role.EDITOR, (0, 0, 1, 0, False)),
        (Role.CURATOR, (0, 0, 1, 0, False)),
        (Role.SENIOR_EDITOR, (1, 1, 4, 1, True)),
        (Role.ADMINISTRATOR, (1, 1, 4, 1, True)),
    ],
)
def test_before_ones_own_rating(claim: Claim, role: Role | None, what: tuple) -> None:
    assert seen(f.UserFactory(role=role), claim) == what


@pytest.mark.usefixtures("said")
def test_a_visitor_sees_nothing(claim: Claim) -> None:
    assert seen(AnonymousUser(), claim) == (0, 0, 1, 0, False)


@pytest.mark.usefixtures("said")
def test_after_ones_own_rating(claim: Claim, me: User) -> None:
    f.RatingFactory(claim=claim, editor=me)
    assert seen(me, claim) == (2, 1, 4, 2, True)


@pytest.mark.usefixtures("said")
def test_another_round_is_blind_again(claim: Claim, me: User, other: User) -> None:
    f.RatingFactory(claim=claim, editor=me)
    Claim.objects.filter(pk=claim.pk).update(round=2)
    f.RatingFactory(claim=claim, editor=other, round=2)
    f.CommentFactory(claim=claim, author=other, round=2)
    assert seen(me, claim) == (2, 1, 4, 0, False)


@pytest.mark.usefixtures("said")
def test_a_rating_of_another_claim_opens_nothing(claim: Claim, me: User) -> None:
    f.RatingFactory(editor=me)
    assert seen(me, claim) == (0, 0, 1, 0, False)


def test_ones_own_words_are_always_there(claim: Claim, me: User) -> None:
    f.CommentFactory(claim=claim, author=me)
    f.AuditEntryFactory(
        actor=me, verb="claim.comment", target_id=str(claim.pk), after={"round": 1}
    )
    assert seen(me, claim) == (0, 1, 1, 0, False)


# (editor, round, seq, blind, value): who rated what, and which of it counts.
@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ([], []),
        ([("a", 1, 1, True, 4)], [4]),
        ([("a", 1, 1, True, 4), ("b", 1, 1, True, 2)], [4, 2]),
        ([("a", 1, 1, True, None)], [None]),
        # Changed before anything could be seen: the later word is as independent.
        ([("a", 1, 1, True, 4), ("a", 1, 2, True, 5)], [5]),
        # Changed after seeing the others: shown, not counted.
        ([("a", 1, 1, True, 4), ("a", 1, 2, False, 2)], [4]),
        ([("a", 1, 1, True, 1), ("a", 1, 2, True, 2), ("a", 1, 3, False, 5)], [2]),
        # Saw them first: has none.
        ([("a", 1, 1, False, 4)], []),
        # Another round than the claim's.
        ([("a", 2, 1, True, 4)], []),
    ],
)
def test_what_counts(claim: Claim, given: list[tuple], counted: list[int]) -> None:
    people = {name: f.UserFactory() for name in "ab"}
    for name, number, seq, blind, value in given:
        f.RatingFactory(
            claim=claim,
            editor=people[name],
            round=number,
            seq=seq,
            blind=blind,
            value=value,
            rationale="why",
        )
    f.RatingFactory(value=3, rationale="of another claim")
    rows = counted_ratings([claim.pk])
    assert [row.value for row in rows] == counted
    assert list(counted_ratings(Claim.objects.filter(pk=claim.pk))) == list(rows)


@pytest.mark.parametrize(
    ("role", "rated", "known"),
    [
        (None, False, "open"),
        (Role.READER, False, "open"),
        (Role.EDITOR, False, "open"),
        (Role.EDITOR, True, "disputed"),
        (Role.SENIOR_EDITOR, False, "disputed"),
    ],
)
def test_a_dispute_is_blind_too(
    claim: Claim, role: Role | None, rated: object, known: str
) -> None:
    Claim.objects.filter(pk=claim.pk).update(state="disputed")
    decided = f.ClaimFactory(state="adjudicated")
    user = f.UserFactory(role=role) if role else AnonymousUser()
    if rated:
        f.RatingFactory(claim=claim, editor=user)
    states = Claim.objects.annotate(known=state_visible_to(user))
    assert dict(states.values_list("pk", "known")) == {
        claim.pk: known,
        decided.pk: "adjudicated",
    }
    assert list(states.filter(known="disputed").values_list("pk", flat=True)) == (
        [claim.pk] if known == "disputed" else []
    )
