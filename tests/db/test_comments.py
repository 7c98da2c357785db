"""Comments with mentions: who may write, who is told, what stays blind."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Claim, Comment, Follow
from claims.selectors.ratings import comments_visible_to
from claims.services.comments import (
    COMMENT_CHARACTERS,
    MENTIONS_AT_MOST,
    claim_comment,
    mentioned_in,
)
from claims.services.conflict import ConflictError
from factcheck.operations.models import AuditEntry, Notification, User
from factcheck.operations.roles import Role
from tests.factories import ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db


def an_editor(name: str, **columns: object) -> User:
    return UserFactory(username=name, role=Role.EDITOR, **columns)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (None, False),
        (Role.READER, False),
        (Role.EDITOR, True),
        (Role.SENIOR_EDITOR, True),
        (Role.CURATOR, True),
        (Role.ADMINISTRATOR, True),
    ],
)
def test_who_may_comment(role: Role | None, *, may: bool) -> None:
    user, claim = UserFactory(role=role), ClaimFactory()
    if not may:
        with pytest.raises(PermissionDenied):
            claim_comment(actor=user, claim=claim, body="The dateline is odd.")
    else:
        claim_comment(actor=user, claim=claim, body="The dateline is odd.")
    assert Comment.objects.count() == int(may)
    assert AuditEntry.objects.count() == int(may)


def test_a_comment_is_of_the_round_and_touches_the_claim() -> None:
    claim = ClaimFactory(round=3)
    author = an_editor("oda")
    made = claim_comment(actor=author, claim=claim, body="  Twice, I think. \n")
    stored = Comment.objects.get()
    assert (stored.pk, stored.round, stored.body) == (made.pk, 3, "Twice, I think.")
    assert Claim.objects.get().touched_at == made.at
    assert Follow.objects.filter(user=author, claim=claim).exists()
    assert not Notification.objects.exists()


def test_the_entry_holds_no_words() -> None:
    mentioned = an_editor("nils")
    claim_comment(actor=an_editor("oda"), claim=ClaimFactory(), body="@nils secretly")
    entry = AuditEntry.objects.get()
    assert entry.verb == "claim.comment"
    assert set(entry.after) == {"comment", "round", "mentioned"}
    assert entry.after["mentioned"] == [mentioned.pk]
    assert "secretly" not in f"{entry.before}{entry.after}{entry.reason}"


@pytest.mark.parametrize(
    "body", ["", "   \n\t", "\x00", "x" * (COMMENT_CHARACTERS + 1)]
)
def test_what_is_not_a_comment(body: str) -> None:
    with pytest.raises(ValidationError) as caught:
        claim_comment(actor=an_editor("oda"), claim=ClaimFactory(), body=body)
    assert set(caught.value.message_dict) == {"body"}
    assert not Comment.objects.exists()
    assert not Follow.objects.exists()


def test_the_longest_comment() -> None:
    body = "é" * COMMENT_CHARACTERS
    claim_comment(actor=an_editor("oda"), claim=ClaimFactory(), body=body)
    assert Comment.objects.get().body == body


def test_a_merged_claim_takes_no_comment() -> None:
    kept = ClaimFactory()
    merged = ClaimFactory(merged_into=kept)
    with pytest.raises(ConflictError) as caught:
        claim_comment(actor=an_editor("oda"), claim=merged, body="Too late.")
    assert caught.value.current == {"merged_into": kept.pk}
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("@nils look", {"nils"}),
        ("look, @nils.", {"nils"}),
        ("(@nils, @oda): the day", {"nils", "oda"}),
        ("@Nils and @NILS", {"nils"}),
        ("@nils.berg, not the other", {"nils.berg"}),
        ("@nils-", {"nils"}),
        ("first line\n@oda", {"oda"}),
        ("nils", set()),
        ("write to nils@paper.example", set()),
        ("@@nils", set()),
        ("@ nils", set()),
        ("@nilsson", set()),
        ("@gone is away", set()),
        ("@rue only reads", set()),
        ("@nobody knows", set()),
    ],
)
def test_who_is_mentioned(body: str, names: set[str]) -> None:
    for name in ("nils", "nils.berg", "oda"):
        an_editor(name)
    an_editor("gone", is_active=False)
    UserFactory(username="rue", role=Role.READER)
    UserFactory(username="nobody")
    assert {user.username for user in mentioned_in(body)} == names


def test_only_so_many_are_mentioned(django_assert_max_num_queries) -> None:
    names = [f"person{number:03}" for number in range(MENTIONS_AT_MOST + 5)]
    for name in names:
        an_editor(name)
    body = " ".join(f"@{name}" for name in names)
    with django_assert_max_num_queries(3):
        found = mentioned_in(body)
    assert len(found) == MENTIONS_AT_MOST


def test_who_is_mentioned_is_told_once_and_the_author_never() -> None:
    author, nils = an_editor("oda"), an_editor("nils")
    claim_comment(actor=author, claim=ClaimFactory(), body="@nils @nils @oda, see?")
    told = Notification.objects.values_list("user_id", flat=True)
    assert list(told) == [nils.pk]


def test_a_comment_is_blind_to_who_has_not_rated() -> None:
    claim = ClaimFactory()
    author, other = an_editor("oda"), an_editor("nils")
    senior = UserFactory(role=Role.SENIOR_EDITOR)
    claim_comment(actor=author, claim=claim, body="Two days apart.")
    seen = {
        user.pk: comments_visible_to(user, claim).count()
        for user in (author, other, senior)
    }
    assert seen == {author.pk: 1, other.pk: 0, senior.pk: 1}
