"""A corrected facet: what follows at once, and what keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.engine import load_engine
from claims.facets.types import Kind
from claims.models import BlockKey, Claim, Link, Statement, StatementFacet
from claims.records import load_records
from claims.selectors.edition import edition_of
from claims.services.conflict import ConflictError
from claims.services.corrections import (
    facet_correct,
    facet_from_json,
    facet_remove,
    facet_to_json,
    words_at,
)
from claims.services.pipeline import process_version
from claims.services.review import claim_rate, link_decide
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.corrected import FIFTH, SIXTH, THURSDAY, correct, publish

pytestmark = pytest.mark.django_db

DATE = "5 March 2031"


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def pair() -> tuple[Statement, Statement]:
    """Two outlets that give two days for one vote."""
    first, second = publish(FIFTH), publish(SIXTH)
    assert Link.objects.get().relation == "conflicts"
    return first, second


def dates(statement: Statement) -> list[str]:
    record = load_records([statement.pk])[statement.pk].record
    return [facet.value for facet in record.facets if facet.kind == Kind.DATE]


def test_the_link_follows_at_once(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    entry = correct(first, DATE, "6 March 2031", actor=editor)
    link = Link.objects.get()
    assert (link.relation, link.by) == ("corroborates", "engine")
    assert link.comparisons.get(kind="date").level == "agree"
    claim = Claim.objects.get()
    assert claim.conflicts == 0
    first.refresh_from_db()
    assert (first.event_from, first.event_to) == (date(2031, 3, 6), date(2031, 3, 7))
    row = StatementFacet.objects.get(by="editor")
    assert (row.text, row.value, row.granularity) == (DATE, "2031-03-06", "day")
    assert row.role == first.facets.get(kind="date", by="engine").role
    assert (entry.verb, entry.target_id) == ("statement.correct_facet", str(first.pk))
    assert entry.before == {"facets": []}
    assert [each["value"] for each in entry.after["facets"]] == ["2031-03-06"]
    assert (entry.actor, entry.reason) == (editor, "read the page")


def test_a_recompute_by_another_engine_keeps_it(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    correct(first, DATE, "6 March 2031", actor=editor)
    keys = set(BlockKey.objects.filter(statement_id=first.pk).values_list("key"))
    newer = replace(load_engine(), version="another engine")
    for statement in pair:
        process_version(statement.version, engine=newer)
    link = Link.objects.get()
    assert (link.relation, link.engine_version) == ("corroborates", "another engine")
    assert dates(first) == ["2031-03-06"]
    first.refresh_from_db()
    assert (first.engine_version, first.event_from) == (
        "another engine",
        date(2031, 3, 6),
    )
    assert keys == set(
        BlockKey.objects.filter(statement_id=first.pk).values_list("key")
    )


def test_a_decided_link_keeps_its_word(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    link_decide(actor=editor, link=Link.objects.get(), state="confirmed", revision=1)
    correct(pair[0], DATE, "6 March 2031", actor=editor)
    link = Link.objects.get()
    assert (link.relation, link.engine_relation) == ("conflicts", "corroborates")


def test_a_correction_may_make_a_conflict(editor: User) -> None:
    first = publish(THURSDAY)
    publish(SIXTH)
    assert Link.objects.get().relation == "corroborates"
    correct(first, "Thursday", "13 February 2031", actor=editor)
    assert Link.objects.get().relation == "conflicts"


def test_a_rating_that_saw_it_is_stale(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    claim = Claim.objects.get()
    claim_rate(actor=editor, claim=claim, value=5)
    correct(pair[0], DATE, "6 March 2031", actor=editor)
    claim.refresh_from_db()
    assert claim.stale


def test_a_second_correction_takes_the_place_of_the_first(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    correct(first, DATE, "7 March 2031", actor=editor)
    entry = correct(first, DATE, "6 March 2031", actor=editor)
    assert dates(first) == ["2031-03-06"]
    assert [each["value"] for each in entry.before["facets"]] == ["2031-03-07"]


def test_a_facet_that_is_none(editor: User, pair: tuple[Statement, Statement]) -> None:
    first, _ = pair
    start, end = words_at(first.quote, DATE)
    facet_remove(
        actor=editor,
        statement=first,
        kind=Kind.DATE,
        start=start,
        end=end,
        engine=load_engine(),
    )
    assert dates(first) == []
    first.refresh_from_db()
    assert first.event_from is None
    links = Link.objects.filter(relation="conflicts")
    assert not links.filter(comparisons__kind="date").exists()


def test_what_an_editor_added_goes_without_a_trace(editor: User) -> None:
    first = publish(FIFTH)
    correct(first, "harbour mill", "X-200", actor=editor, kind=Kind.PRODUCT)
    added = first.facets.get(by="editor")
    assert (added.kind, added.value, added.name.canonical) == (
        *("product", "X200"),
        "harbour mill",
    )
    facet_remove(
        actor=editor,
        statement=first,
        kind=Kind.PRODUCT,
        start=added.start,
        end=added.end,
        engine=load_engine(),
    )
    assert not first.facets.filter(by="editor").exists()


def test_a_denial_is_put_on_its_predicate(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, second = pair
    correct(second, "6 March 2031", "5 March 2031", actor=editor)
    assert Link.objects.get().relation == "corroborates"
    correct(first, "voted on", "denied", actor=editor, kind=Kind.POLARITY)
    row = first.facets.get(kind="polarity", by="editor")
    assert row.text == "voted"
    record = load_records([first.pk])[first.pk].record
    assert [frame.negated for frame in record.frames if frame.lemma == "vote"] == [True]
    assert Link.objects.get().relation == "conflicts"


@pytest.mark.parametrize(
    ("words", "kind", "value", "field"),
    [
        (DATE, Kind.DATE, "some day", "value"),
        (DATE, Kind.DATE, "", "value"),
        ("Bay", Kind.POLARITY, "denied", "words"),
    ],
)
def test_what_cannot_be_read_is_refused(
    editor: User, words: str, kind: Kind, value: str, field: str
) -> None:
    first = publish(FIFTH)
    with pytest.raises(ValidationError) as refusal:
        correct(first, words, value, actor=editor, kind=kind)
    assert list(refusal.value.message_dict) == [field]
    assert not AuditEntry.objects.filter(verb__startswith="statement.").exists()


@pytest.mark.parametrize("words", ["", "a tower", "a"])
def test_words_must_stand_there_once(words: str) -> None:
    with pytest.raises(ValidationError):
        words_at(FIFTH, words)


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (0, 400)])
def test_a_span_outside_the_quote(editor: User, span: tuple[int, int]) -> None:
    first = publish(FIFTH)
    with pytest.raises(ValidationError):
        facet_correct(
            actor=editor,
            statement=first,
            kind=Kind.DATE,
            start=span[0],
            end=span[1],
            value="6 March 2031",
            engine=load_engine(),
        )


def test_nothing_to_remove(editor: User) -> None:
    first = publish(FIFTH)
    with pytest.raises(ValidationError):
        facet_remove(
            actor=editor,
            statement=first,
            kind=Kind.DURATION,
            start=0,
            end=3,
            engine=load_engine(),
        )


def test_changed_meanwhile(editor: User) -> None:
    first = publish(FIFTH)
    seen = edition_of(first)
    correct(first, DATE, "6 March 2031", actor=editor, edition=seen)
    with pytest.raises(ConflictError) as conflict:
        correct(first, DATE, "7 March 2031", actor=editor, edition=seen)
    assert conflict.value.current == {
        "statement": first.pk,
        "edition": edition_of(first),
    }
    assert dates(first) == ["2031-03-06"]


@pytest.mark.parametrize("role", [Role.READER, None])
def test_only_editors(role: Role | None) -> None:
    first = publish(FIFTH)
    with pytest.raises(PermissionDenied):
        correct(first, DATE, "6 March 2031", actor=f.UserFactory(role=role))


def test_an_entry_holds_the_whole_row(editor: User) -> None:
    first = publish("The mill lost about $2.5 billion to $3 billion last week.")
    correct(
        first, "$2.5 billion", "about $2.25 billion", actor=editor, kind=Kind.AMOUNT
    )
    row = first.facets.get(by="editor")
    again = facet_from_json(facet_to_json(row), statement_id=first.pk)
    assert facet_to_json(again) == facet_to_json(row)
    assert (again.number, again.hedge) == (row.number, "about")
