"""A withdrawn article: nothing of it counts, and it can be restored."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from claims.engine import load_engine
from claims.models import Claim, ClaimMember, Statement
from claims.services.refresh import claim_refresh
from claims.services.review import claim_rate
from claims.services.titles import claim_rename
from claims.services.undo import entry_undo
from claims.services.withdrawal import restore, withdraw
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from sources.models import Article
from sources.services import Refused
from tests import factories as f
from tests.db.corrected import FIFTH, SIXTH, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return f.UserFactory(role=Role.CURATOR)


@pytest.fixture
def pair() -> tuple[Statement, Statement]:
    return publish(FIFTH), publish(SIXTH)


def take_away(statement: Statement, actor: User, reason: str = "wrong outlet") -> None:
    withdraw(
        actor=actor, article=statement.article, reason=reason, engine=load_engine()
    )


def test_counts_follow_and_return(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    first, second = pair
    take_away(first, curator)
    assert first.article.withdrawn_at is not None
    claim = Claim.objects.get()
    assert (claim.outlets, claim.conflicts, claim.finding) == (1, 0, "")
    entry = AuditEntry.objects.get(verb="article.withdraw")
    assert (entry.actor, entry.reason) == (curator, "wrong outlet")
    assert entry.after["withdrawn_reason"] == "wrong outlet"
    restore(actor=curator, article=first.article, engine=load_engine())
    assert Claim.objects.get() == claim  # nobody has to look for it
    assert set(claim.statements.all()) == {first, second}
    claim.refresh_from_db()
    assert (claim.outlets, claim.conflicts) == (2, 1)


def test_a_touched_claim_keeps_its_member_but_not_the_words(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    claim = Claim.objects.get()
    claim_rate(actor=f.UserFactory(role=Role.EDITOR), claim=claim, value=5)
    Claim.objects.filter(pk=claim.pk).update(title=FIFTH)
    take_away(first, curator)
    claim.refresh_from_db()
    assert (claim.outlets, claim.conflicts, claim.stale) == (1, 0, True)
    assert claim.title == SIXTH
    restore(actor=curator, article=first.article, engine=load_engine())
    claim.refresh_from_db()
    assert (claim.outlets, claim.conflicts, claim.stale) == (2, 1, False)


def test_what_an_editor_named_keeps_its_name(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    Claim.objects.update(title=FIFTH, title_by="editor")
    take_away(pair[0], curator)
    assert Claim.objects.get().title == FIFTH


def test_it_can_be_taken_back(curator: User, pair: tuple[Statement, Statement]) -> None:
    first, second = pair
    take_away(first, curator)
    entry = AuditEntry.objects.get(verb="article.withdraw")
    undone = entry_undo(actor=curator, entry=entry)
    first.article.refresh_from_db()
    assert (first.article.withdrawn_at, first.article.withdrawn_reason) == (None, "")
    assert Claim.objects.get(members__statement=second).outlets == 2
    entry_undo(actor=curator, entry=undone)
    first.article.refresh_from_db()
    assert first.article.withdrawn_reason == "wrong outlet"


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2_001])
def test_a_reason_is_needed(
    curator: User, pair: tuple[Statement, Statement], reason: str
) -> None:
    with pytest.raises(Refused):
        take_away(pair[0], curator, reason)
    pair[0].article.refresh_from_db()
    assert pair[0].article.withdrawn_at is None


def test_neither_twice_nor_what_is_shown(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    with pytest.raises(Refused):
        restore(actor=curator, article=pair[0].article, engine=load_engine())
    take_away(pair[0], curator)
    with pytest.raises(Refused):
        take_away(pair[0], curator)


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.SENIOR_EDITOR])
def test_only_curators(role: Role, pair: tuple[Statement, Statement]) -> None:
    person = f.UserFactory(role=role)
    with pytest.raises(PermissionDenied):
        take_away(pair[0], person)
    with pytest.raises(PermissionDenied):
        restore(actor=person, article=pair[0].article, engine=load_engine())


LONG = f"{FIFTH[:-1]}, " + "and " * 60 + "so on."


@pytest.mark.parametrize("quote", [FIFTH, LONG])
@pytest.mark.parametrize("leave", ["out", "moved", "merged", "emptied"])
def test_a_claim_that_the_statement_has_left_keeps_none_of_its_words(
    curator: User, quote: str, leave: str
) -> None:
    first = publish(quote)
    claim, other = f.ClaimFactory(), f.ClaimFactory(title="Another")
    member = f.MemberFactory(claim=claim, statement=first)
    claim_refresh([claim.pk])
    claim.refresh_from_db()
    assert FIFTH[:-1] in claim.title
    if leave == "out":
        ClaimMember.objects.filter(pk=member.pk).update(state="out", by="editor")
    else:
        ClaimMember.objects.filter(pk=member.pk).update(claim=other)
    if leave in {"merged", "emptied"}:
        merged = other if leave == "merged" else f.ClaimFactory()
        Claim.objects.filter(pk=claim.pk).update(merged_into=merged)
    take_away(first, curator)
    claim.refresh_from_db()
    assert claim.title == ""


def test_a_title_that_another_prints_as_well_stays(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    again = publish(FIFTH)
    claim = f.ClaimFactory(title=FIFTH, touched_at=timezone.now())
    f.MemberFactory(claim=claim, statement=again)
    take_away(pair[0], curator)
    claim.refresh_from_db()
    assert claim.title == FIFTH


def test_a_title_taken_back_does_not_bring_withdrawn_words_back(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    claim = Claim.objects.get()
    Claim.objects.filter(pk=claim.pk).update(title=FIFTH)
    claim_rename(actor=curator, claim=claim, title="A vote", seen=FIFTH)
    take_away(pair[0], curator)
    entry_undo(actor=curator, entry=AuditEntry.objects.get(verb="claim.rename"))
    claim.refresh_from_db()
    assert (claim.title, claim.title_by) == (SIXTH, "engine")


def test_a_text_that_came_meanwhile_is_read_when_the_withdrawal_is_taken_back(
    curator: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    take_away(first, curator)
    later = f.ArticleVersionFactory(
        article=first.article, number=2, text=f"An addition of the day. {SIXTH}"
    )
    article = Article.objects.get(pk=first.article_id)
    assert article.current_version == later
    entry_undo(actor=curator, entry=AuditEntry.objects.get(verb="article.withdraw"))
    first.refresh_from_db()
    assert first.state == "orphaned"
    new = Statement.objects.get(article=article, quote=SIXTH)
    assert (new.version, new.state) == (later, "printed")
