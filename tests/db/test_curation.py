"""What editors do to claims holds, also when the engine reads everything again."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Claim, ClaimMember
from claims.services.conflict import ConflictError
from claims.services.curation import (
    claim_create,
    claim_merge,
    claim_split,
    statement_move,
    statement_remove,
)
from claims.services.titles import claim_rename
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.curating import claim_with, lines, read_again, row
from tests.db.fakes import publish

pytestmark = pytest.mark.django_db

MILL = ("Mill closed 40", "Mill shut 40", "Mill closed 60")
QUAY = ("Quay opened 7", "Quay opened 9")


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def mill() -> Claim:
    for line in MILL:
        publish(line)
    return claim_with(MILL[0])


@pytest.fixture
def quay(mill: Claim) -> Claim:
    for line in QUAY:
        publish(line)
    return claim_with(QUAY[0])


def test_the_engine_makes_two_claims(mill: Claim, quay: Claim) -> None:
    assert lines() == {mill.pk: set(MILL), quay.pk: set(QUAY)}


# --- title -----------------------------------------------------------------------


def test_a_title_stays(editor: User, mill: Claim) -> None:
    title = " The mill \n of the bay "
    now = claim_rename(actor=editor, claim=mill, title=title, seen=mill.title)
    assert (now.title, now.title_by) == ("The mill of the bay", "editor")
    assert now.touched_at is not None
    read_again()
    publish("Mill closed 40 lately")
    assert Claim.objects.get(pk=mill.pk).title == "The mill of the bay"
    entry = AuditEntry.objects.get(verb="claim.rename")
    assert entry.before == {"title": mill.title, "title_by": "engine"}
    assert entry.after == {"title": "The mill of the bay", "title_by": "editor"}


@pytest.mark.parametrize("title", ["", " \n", "x" * 501])
def test_a_title_that_is_refused(editor: User, mill: Claim, title: str) -> None:
    with pytest.raises(ValidationError) as refused:
        claim_rename(actor=editor, claim=mill, title=title, seen=mill.title)
    assert set(refused.value.message_dict) == {"title"}


def test_a_title_given_meanwhile(editor: User, mill: Claim) -> None:
    claim_rename(actor=editor, claim=mill, title="First", seen=mill.title)
    with pytest.raises(ConflictError) as refused:
        claim_rename(actor=editor, claim=mill, title="Second", seen=mill.title)
    assert refused.value.current == {"title": "First", "title_by": "editor"}
    assert Claim.objects.get(pk=mill.pk).title == "First"


# --- create ----------------------------------------------------------------------


def test_a_claim_is_made_of_chosen_statements(
    editor: User, mill: Claim, quay: Claim
) -> None:
    chosen = [row(MILL[0]), row(QUAY[0])]
    made = claim_create(actor=editor, statements=chosen, title="Both")
    assert made.pk > quay.pk
    wanted = {
        mill.pk: set(MILL),
        quay.pk: set(QUAY),
        made.pk: {MILL[0], QUAY[0]},
    }
    assert lines() == wanted
    assert (made.title, made.title_by, made.outlets) == ("Both", "editor", 2)
    read_again()
    assert lines() == wanted


def test_a_claim_of_one_statement_takes_its_title(editor: User) -> None:
    publish("Ferry sank 3")
    made = claim_create(actor=editor, statements=[row("Ferry sank 3")])
    assert (made.title, made.title_by) == ("Ferry sank 3", "engine")
    publish("Ferry sank 4")
    assert lines() == {made.pk: {"Ferry sank 3", "Ferry sank 4"}}


@pytest.mark.parametrize("what", ["none", "hidden"])
def test_a_claim_that_is_not_made(editor: User, mill: Claim, what: str) -> None:
    chosen = [row(MILL[0])] if what == "hidden" else []
    if chosen:
        type(chosen[0]).objects.update(hidden_by=editor)
    with pytest.raises(ValidationError) as refused:
        claim_create(actor=editor, statements=chosen)
    assert set(refused.value.message_dict) == {"statements"}
    assert Claim.objects.count() == 1


# --- merge -----------------------------------------------------------------------


@pytest.mark.parametrize("backwards", [False, True])
def test_two_claims_become_one(
    editor: User, mill: Claim, quay: Claim, *, backwards: bool
) -> None:
    one, other = (quay, mill) if backwards else (mill, quay)
    now = claim_merge(actor=editor, claim=one, other=other)
    assert now.pk == mill.pk
    quay.refresh_from_db()
    assert quay.merged_into == mill
    assert lines() == {mill.pk: {*MILL, *QUAY}}
    assert not quay.members.exists()
    moved = ClaimMember.objects.filter(claim=mill, by="editor")
    assert {m.statement.quote for m in moved} == set(QUAY)
    read_again()
    assert lines() == {mill.pk: {*MILL, *QUAY}}
    assert Claim.objects.count() == 2


def test_what_comes_later_joins_the_merged_claim(
    editor: User, mill: Claim, quay: Claim
) -> None:
    claim_merge(actor=editor, claim=mill, other=quay)
    publish("Quay opened 9 lately")
    publish("Mill closed 60 lately")
    assert set(lines()) == {mill.pk}
    assert len(lines()[mill.pk]) == 7


def test_a_merge_is_told_on_both_claims(editor: User, mill: Claim, quay: Claim) -> None:
    claim_merge(actor=editor, claim=mill, other=quay, reason="one story")
    merge = AuditEntry.objects.get(verb="claim.merge")
    told = AuditEntry.objects.get(verb="claim.merged_into")
    assert (merge.target_id, told.target_id) == (str(mill.pk), str(quay.pk))
    assert told.parent == merge
    assert merge.reason == told.reason == "one story"
    assert merge.after["merged_into"] == {str(quay.pk): mill.pk}


def test_ratings_stay_with_the_claim_that_went(
    editor: User, mill: Claim, quay: Claim
) -> None:
    rating = f.RatingFactory(claim=quay, editor=editor)
    claim_merge(actor=editor, claim=mill, other=quay)
    rating.refresh_from_db()
    assert rating.claim == quay


def test_who_led_to_it_leads_on(editor: User, mill: Claim, quay: Claim) -> None:
    old = f.ClaimFactory(merged_into=quay)
    claim_merge(actor=editor, claim=mill, other=quay)
    old.refresh_from_db()
    assert old.merged_into == mill


def test_a_claim_merged_meanwhile(editor: User, mill: Claim, quay: Claim) -> None:
    claim_merge(actor=editor, claim=mill, other=quay)
    with pytest.raises(ConflictError) as refused:
        claim_merge(actor=editor, claim=mill, other=quay)
    assert refused.value.current == {"merged_into": mill.pk}


@pytest.mark.parametrize("state", ["open", "published"])
def test_a_merge_that_is_refused(
    editor: User, mill: Claim, quay: Claim, state: str
) -> None:
    """A card stays in print while the claim is looked at again."""
    f.VerdictFactory(claim=quay, published_at=f.NOON)
    Claim.objects.filter(pk=quay.pk).update(state=state)
    for other in (mill, quay):
        with pytest.raises(ValidationError) as refused:
            claim_merge(actor=editor, claim=mill, other=other)
        assert set(refused.value.message_dict) == {"other"}
    assert lines() == {mill.pk: set(MILL), quay.pk: set(QUAY)}


def test_a_claim_whose_card_was_taken_back_is_merged(
    editor: User, mill: Claim, quay: Claim
) -> None:
    f.VerdictFactory(
        claim=quay, published_at=f.NOON, withdrawn_at=f.NOON, withdrawn_reason="wrong"
    )
    claim_merge(actor=editor, claim=mill, other=quay)
    assert lines() == {mill.pk: {*MILL, *QUAY}}


# --- split, move, remove ---------------------------------------------------------


@pytest.mark.parametrize("leaving", [MILL[:1], MILL[1:]], ids=["one", "two"])
def test_a_split_holds(editor: User, mill: Claim, leaving: tuple[str, ...]) -> None:
    staying = set(MILL) - set(leaving)
    made = claim_split(
        actor=editor, claim=mill, statements=[row(line) for line in leaving]
    )
    wanted = {mill.pk: staying, made.pk: set(leaving)}
    assert lines() == wanted
    assert made.title in leaving
    read_again()
    assert lines() == wanted
    split = AuditEntry.objects.get(verb="claim.split")
    told = AuditEntry.objects.get(verb="claim.split_from")
    assert (split.target_id, told.target_id) == (str(mill.pk), str(made.pk))
    assert told.after == {"split_from": mill.pk}


@pytest.mark.parametrize("leaving", [(), MILL], ids=["nothing", "all"])
def test_a_split_that_is_none(
    editor: User, mill: Claim, leaving: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError) as refused:
        claim_split(
            actor=editor, claim=mill, statements=[row(line) for line in leaving]
        )
    assert set(refused.value.message_dict) == {"statements"}
    assert Claim.objects.count() == 1


def test_a_statement_that_left_meanwhile(editor: User, mill: Claim) -> None:
    statement_remove(actor=editor, statement=row(MILL[0]), claim=mill)
    acts = (
        lambda: claim_split(actor=editor, claim=mill, statements=[row(MILL[0])]),
        lambda: statement_remove(actor=editor, statement=row(MILL[0]), claim=mill),
    )
    for act in acts:
        with pytest.raises(ConflictError) as refused:
            act()
        assert refused.value.current == {"members": [row(MILL[1]).pk, row(MILL[2]).pk]}


def test_a_statement_moves(editor: User, mill: Claim, quay: Claim) -> None:
    statement_move(actor=editor, statement=row(MILL[2]), claim=mill, to=quay)
    wanted = {mill.pk: set(MILL[:2]), quay.pk: {*QUAY, MILL[2]}}
    assert lines() == wanted
    read_again()
    assert lines() == wanted
    entry = AuditEntry.objects.get(verb="statement.move")
    assert entry.target_id == str(row(MILL[2]).pk)
    with pytest.raises(ValidationError):
        statement_move(actor=editor, statement=row(QUAY[0]), claim=quay, to=quay)


def test_it_may_come_back(editor: User, mill: Claim, quay: Claim) -> None:
    statement_move(actor=editor, statement=row(MILL[2]), claim=mill, to=quay)
    statement_move(actor=editor, statement=row(MILL[2]), claim=quay, to=mill)
    wanted = {mill.pk: set(MILL), quay.pk: set(QUAY)}
    assert lines() == wanted
    read_again()
    assert lines() == wanted


def test_a_removed_statement_stays_out(editor: User, mill: Claim) -> None:
    statement_remove(actor=editor, statement=row(MILL[2]), claim=mill)
    assert lines() == {mill.pk: set(MILL[:2])}
    read_again()
    publish("Mill closed 40 lately")
    assert lines()[mill.pk] == {*MILL[:2], "Mill closed 40 lately"}


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not(role: Role | None, mill: Claim, quay: Claim) -> None:
    actor = f.UserFactory(role=role)
    one = row(MILL[0])
    acts = (
        lambda: claim_rename(actor=actor, claim=mill, title="x", seen=mill.title),
        lambda: claim_create(actor=actor, statements=[one]),
        lambda: claim_merge(actor=actor, claim=mill, other=quay),
        lambda: claim_split(actor=actor, claim=mill, statements=[one]),
        lambda: statement_move(actor=actor, statement=one, claim=mill, to=quay),
        lambda: statement_remove(actor=actor, statement=one, claim=mill),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    assert lines() == {mill.pk: set(MILL), quay.pk: set(QUAY)}
    assert not AuditEntry.objects.exclude(actor=None).exists()


def test_who_was_kept_out_stays_out_after_a_merge(
    editor: User, mill: Claim, quay: Claim
) -> None:
    statement_remove(actor=editor, claim=quay, statement=row(QUAY[1]))
    claim_merge(actor=editor, claim=mill, other=quay)
    for _ in range(2):
        assert QUAY[0] in lines()[mill.pk]
        assert QUAY[1] not in lines()[mill.pk]
        read_again()


def test_nothing_is_taken_back_into_a_claim_that_was_merged(
    editor: User, mill: Claim, quay: Claim
) -> None:
    statement_remove(actor=editor, claim=quay, statement=row(QUAY[1]))
    removed = AuditEntry.objects.get(verb="statement.remove")
    claim_merge(actor=editor, claim=mill, other=quay)
    before = lines()
    with pytest.raises(ConflictError):
        entry_undo(actor=editor, entry=removed)
    assert lines() == before
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="claim.merge"))
    entry_undo(actor=editor, entry=removed)
    assert lines()[quay.pk] == set(QUAY)
