"""Every act leaves its entry, in its own transaction or not at all."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from factcheck.operations.audit import SYSTEM, OutsideTransactionError, audit
from factcheck.operations.models import AuditEntry
from factcheck.operations.tokens import token_create
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_an_entry_says_everything() -> None:
    user, claim = f.UserFactory(), f.ClaimFactory()
    token, _ = token_create(user=user, name="feed", scopes=["read"])
    with transaction.atomic():
        parent = audit(actor=user, verb="claim.bulk", target=claim)
        entry = audit(
            actor=user,
            verb="claim.title",
            target=claim,
            before={"title": "a"},
            after={"title": "b"},
            reason="clearer",
            parent=parent,
            undoes=parent,
            token=token,
            request_id="q1",
        )
    entry.refresh_from_db()
    assert (entry.actor, entry.actor_name) == (user, user.username)
    assert (entry.verb, entry.reason, entry.request_id) == (
        "claim.title",
        "clearer",
        "q1",
    )
    assert (entry.target_type, entry.target_id) == ("claims.claim", str(claim.pk))
    assert (entry.before, entry.after) == ({"title": "a"}, {"title": "b"})
    assert (entry.parent, entry.undoes) == (parent, parent)
    assert entry.token_key == token.token_key
    assert entry.dispatched_at is None


def test_the_system_acts_without_a_person() -> None:
    with transaction.atomic():
        entry = audit(actor=None, verb="article.import", target=f.ArticleFactory())
    assert (entry.actor, entry.actor_name) == (None, SYSTEM)


def test_an_act_that_fails_leaves_nothing() -> None:
    claim = f.ClaimFactory()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit(actor=None, verb="claim.title", target=claim)
        raise ZeroDivisionError
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written() -> None:
    claim = f.ClaimFactory()
    with pytest.raises(OutsideTransactionError, match=r"claim\.title"):
        audit(actor=None, verb="claim.title", target=claim)
    assert not AuditEntry.objects.exists()


def test_the_person_behind_an_entry_is_not_deleted() -> None:
    user = f.UserFactory()
    with transaction.atomic():
        audit(actor=user, verb="claim.title", target=f.ClaimFactory())
    with pytest.raises(ProtectedError):
        user.delete()
