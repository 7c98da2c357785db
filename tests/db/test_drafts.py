"""Drafts of ratings: kept until the rating is saved, each editor's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from claims.models import Claim, RatingDraft, RatingSlot
from claims.services.conflict import ConflictError
from claims.services.drafts import DRAFT_CHARACTERS, draft_save
from claims.services.review import claim_rate
from claims.services.slots import slot_take
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return f.ClaimFactory()


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


def kept(editor: User) -> list[tuple[str, str]]:
    drafts = RatingDraft.objects.filter(editor=editor)
    return list(drafts.values_list("value", "rationale"))


@pytest.mark.parametrize(
    ("value", "rationale", "stored"),
    [
        ("2", "half a thought", [("2", "half a thought")]),
        ("unknown", "", [("unknown", "")]),
        ("", " as typed\n", [("", " as typed\n")]),
        ("7", "no such value", [("", "no such value")]),
        ("<b>", "", []),
        ("", " \n ", []),
        ("", "zero\x00byte", [("", "zerobyte")]),
        ("", "x" * (DRAFT_CHARACTERS + 1), [("", "x" * DRAFT_CHARACTERS)]),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_kept(
    editor: User, claim: Claim, value: str, rationale: str, stored: list
) -> None:
    draft_save(actor=editor, claim=claim, value=value, rationale=rationale)
    assert kept(editor) == stored
    assert not AuditEntry.objects.exists()


def test_the_last_word_is_kept_and_an_emptied_one_forgotten(
    editor: User, claim: Claim
) -> None:
    other = f.UserFactory(role=Role.EDITOR)
    draft_save(actor=other, claim=claim, value="5")
    draft_save(actor=editor, claim=claim, value="2", rationale="first")
    draft_save(actor=editor, claim=claim, value="3", rationale="second")
    assert kept(editor) == [("3", "second")]
    draft_save(actor=editor, claim=claim)
    assert (kept(editor), kept(other)) == ([], [("5", "")])


def test_the_saved_rating_ends_it(editor: User, claim: Claim) -> None:
    elsewhere = f.ClaimFactory()
    for each in (claim, elsewhere):
        draft_save(actor=editor, claim=each, value="2", rationale="half")
    claim_rate(actor=editor, claim=claim, value=2, rationale="whole")
    assert RatingDraft.objects.get().claim == elsewhere


def test_a_refused_rating_does_not(editor: User, claim: Claim) -> None:
    draft_save(actor=editor, claim=claim, value="5")
    for _ in range(2):
        claim_rate(actor=f.UserFactory(role=Role.EDITOR), claim=claim, value=5)
    with pytest.raises(ConflictError):
        claim_rate(actor=editor, claim=claim, value=5)
    assert kept(editor) == [("5", "")]


def test_it_outlives_an_expired_place_and_holds_a_live_one(
    editor: User, claim: Claim
) -> None:
    slot_take(actor=editor, claim=claim)
    soon = timezone.now() + timedelta(minutes=1)
    RatingSlot.objects.update(expires_at=soon)
    draft_save(actor=editor, claim=claim, value="2")
    assert RatingSlot.objects.get().expires_at > soon
    RatingSlot.objects.all().delete()
    assert kept(editor) == [("2", "")]


def test_a_reader_has_none(claim: Claim) -> None:
    with pytest.raises(PermissionDenied):
        draft_save(actor=f.UserFactory(role=Role.READER), claim=claim, value="5")
    assert not RatingDraft.objects.exists()
