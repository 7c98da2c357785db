"""Corrections taken back: the engine's word holds again, and what rests on it."""

from __future__ import annotations

import pytest

from claims.engine import load_engine
from claims.facets.types import Hop, Kind
from claims.models import Claim, Link, Origin, Statement
from claims.services.attribution import attribution_correct
from claims.services.conflict import ConflictError
from claims.services.corrections import facet_remove, words_at
from claims.services.origins import origin_correct, origins_merge
from claims.services.review import claim_rate
from claims.services.statements import statement_hide
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.corrected import FIFTH, SIXTH, correct, publish

pytestmark = pytest.mark.django_db

DATE = "5 March 2031"


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def pair() -> tuple[Statement, Statement]:
    return publish(FIFTH), publish(SIXTH)


def as_stored(statement: Statement) -> tuple[object, ...]:
    row = Statement.objects.get(pk=statement.pk)
    facets = sorted(row.facets.values_list("by", "kind", "start", "value"))
    hops = sorted(row.hops.values_list("by", "position", "speaker"))
    return (
        *(row.event_from, row.event_to, row.origin_id, row.origin_by),
        *(row.hidden_by_id, row.frames, facets, hops),
    )


def test_a_facet(editor: User, pair: tuple[Statement, Statement]) -> None:
    first, _ = pair
    before = as_stored(first)
    claim_rate(actor=editor, claim=Claim.objects.get(), value=5)
    entry = correct(first, DATE, "6 March 2031", actor=editor)
    after = as_stored(first)
    undone = entry_undo(actor=editor, entry=entry)
    assert as_stored(first) == before
    assert Link.objects.get().relation == "conflicts"
    assert not Claim.objects.get().stale
    entry_undo(actor=editor, entry=undone)
    assert as_stored(first) == after
    assert Link.objects.get().relation == "corroborates"


def test_a_second_correction_gives_way_to_the_first(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    one = correct(first, DATE, "7 March 2031", actor=editor)
    seen = as_stored(first)
    two = correct(first, DATE, "6 March 2031", actor=editor)
    with pytest.raises(ConflictError):
        entry_undo(actor=editor, entry=one)
    entry_undo(actor=editor, entry=two)
    assert as_stored(first) == seen


def test_another_facet_of_the_statement_is_in_nobodys_way(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    one = correct(first, DATE, "6 March 2031", actor=editor)
    correct(first, "harbour mill", "X-200", actor=editor, kind=Kind.PRODUCT)
    entry_undo(actor=editor, entry=one)
    assert [row.kind for row in first.facets.filter(by="editor")] == ["product"]


def test_a_facet_that_was_said_to_be_none(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    before = as_stored(first)
    start, end = words_at(first.quote, DATE)
    entry = facet_remove(
        actor=editor,
        statement=first,
        kind=Kind.DATE,
        start=start,
        end=end,
        engine=load_engine(),
    )
    entry_undo(actor=editor, entry=entry)
    assert as_stored(first) == before


def test_a_chain_and_an_origin(editor: User, pair: tuple[Statement, Statement]) -> None:
    first, _ = pair
    before = as_stored(first)
    engine = load_engine()
    said = attribution_correct(
        actor=editor, statement=first, hops=[Hop(0, "Orla Venn")], engine=engine
    )
    chosen = origin_correct(
        actor=editor, statement=first, origin=f.OriginFactory(), engine=engine
    )
    entry_undo(actor=editor, entry=chosen)
    entry_undo(actor=editor, entry=said)
    assert as_stored(first) == before


def test_two_origins_again(editor: User) -> None:
    one, two, three = f.OriginFactory(), f.OriginFactory(), f.OriginFactory()
    origins_merge(actor=editor, origin=one, into=two)
    entry = origins_merge(actor=editor, origin=two, into=three)
    undone = entry_undo(actor=editor, entry=entry)
    into = dict(Origin.objects.values_list("pk", "merged_into_id"))
    assert (into[one.pk], into[two.pk]) == (two.pk, None)
    entry_undo(actor=editor, entry=undone)
    into = dict(Origin.objects.values_list("pk", "merged_into_id"))
    assert (into[one.pk], into[two.pk]) == (three.pk, three.pk)


def test_hidden_and_shown(editor: User, pair: tuple[Statement, Statement]) -> None:
    first, _ = pair
    entry = statement_hide(actor=editor, statement=first, engine=load_engine())
    entry_undo(actor=editor, entry=entry)
    first.refresh_from_db()
    assert first.hidden_by is None
    assert Claim.objects.get(members__statement=first).conflicts == 1
    with pytest.raises(ConflictError):
        entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="statement.hide"))
