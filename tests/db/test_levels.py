"""A facet that an editor says cannot be compared, with the real engine."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.engine import Engine, load_engine
from claims.models import Claim, FacetComparison, Link
from claims.services.conflict import ConflictError
from claims.services.levels import comparison_set_level
from claims.services.pipeline import process_version
from claims.services.review import link_decide
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from sources.models import ArticleVersion
from tests import factories as f

pytestmark = pytest.mark.django_db

FIRST = "The council of Ostrava Bay voted on 5 March 2031 to close the harbour mill."
SECOND = "The council of Ostrava Bay voted on 6 March 2031 to close the harbour mill."


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture(autouse=True)
def link(engine: Engine) -> Link:
    for text in (FIRST, SECOND):
        process_version(f.ArticleVersionFactory(text=text), engine=engine)
    return Link.objects.get()


def date_row() -> FacetComparison:
    return FacetComparison.objects.get(kind="date")


def mark(editor: User, **more: object) -> Link:
    values = {"reason": "two readings"} | more
    if "comparison" not in values:
        values["comparison"] = date_row()
    values.setdefault("revision", Link.objects.get().revision)
    return comparison_set_level(actor=editor, **values)


def read_again(engine: Engine) -> None:
    for version in ArticleVersion.objects.select_related("article__outlet"):
        process_version(version, engine=engine, again=True)


def facts() -> tuple[object, ...]:
    link, row = Link.objects.get(), date_row()
    return link.relation, link.state, link.by, row.level, row.by, row.reason


MARKED = (
    "corroborates",
    "suggested",
    "engine",
    "not_comparable",
    "editor",
    "two readings",
)


def test_the_relation_follows_and_the_next_linking_keeps_it(
    editor: User, engine: Engine, link: Link
) -> None:
    assert link.relation == "conflicts"
    mark(editor)
    assert facts() == MARKED
    read_again(engine)
    assert facts() == MARKED
    link.refresh_from_db()
    assert link.engine_relation == "conflicts"
    assert date_row().engine_level == "conflict"
    assert Claim.objects.get().conflicts == 0


def test_it_is_written_down(editor: User, link: Link) -> None:
    mark(editor, reason=" two readings ")
    entry = AuditEntry.objects.get(verb="comparison.set_level")
    assert (entry.verb, entry.target_id, entry.reason) == (
        "comparison.set_level",
        str(link.pk),
        "two readings",
    )
    assert (entry.before["level"], entry.after["level"]) == (
        "conflict",
        "not_comparable",
    )
    assert entry.after["facet"]["low_text"] == "5 March 2031"
    assert (entry.before["relation"], entry.after["relation"]) == (
        "conflicts",
        "corroborates",
    )


@pytest.mark.parametrize("state", ["confirmed", "rejected", "unsure"])
def test_a_decision_that_is_taken_back_leaves_what_was_set_aside(
    editor: User, state: str
) -> None:
    """Not what the engine says holds then, but what follows from the levels."""
    link = mark(editor)
    link_decide(actor=editor, link=link, state=state, revision=link.revision)
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.decide"))
    assert facts() == MARKED


def test_it_is_taken_back(editor: User, engine: Engine) -> None:
    before = facts()
    mark(editor)
    read_again(engine)
    undone = entry_undo(
        actor=editor, entry=AuditEntry.objects.get(verb="comparison.set_level")
    )
    assert facts() == before
    read_again(engine)
    assert (facts()[:2], facts()[3]) == (before[:2], before[3])
    entry_undo(actor=editor, entry=undone)
    assert facts() == MARKED


def test_a_decision_on_the_conflict_is_open_again(editor: User, link: Link) -> None:
    link_decide(actor=editor, link=link, state="confirmed", revision=link.revision)
    mark(editor)
    assert facts() == MARKED
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="comparison.set_level"))
    assert facts()[:4] == ("conflicts", "confirmed", "editor", "conflict")


@pytest.mark.parametrize(
    "decision",
    [
        {"state": "rejected"},
        {"state": "confirmed", "relation": "updates"},
        {"state": "unsure", "relation": "corroborates"},
    ],
    ids=str,
)
def test_any_other_decision_stays(
    editor: User, engine: Engine, link: Link, decision: dict
) -> None:
    now = link_decide(actor=editor, link=link, revision=link.revision, **decision)
    mark(editor)
    read_again(engine)
    assert facts()[:4] == (now.relation, now.state, "editor", "not_comparable")


def test_a_conflict_that_is_left_keeps_the_relation(editor: User, link: Link) -> None:
    f.ComparisonFactory(link=link, kind="duration", level="conflict")
    mark(editor)
    assert facts()[0] == "conflicts"


def test_a_marked_link_is_not_dropped(editor: User, engine: Engine, link: Link) -> None:
    mark(editor)
    link.low.frames = {"frames": [], "lemmas": [], "events": [], "context": []}
    link.low.save()
    process_version(link.high.version, engine=engine, again=True)
    link.refresh_from_db()
    assert (link.engine_relation, link.relation) == ("none", "none")
    assert date_row().by == "editor"


@pytest.mark.parametrize(
    ("values", "field"),
    [({"reason": " "}, "reason"), ({"level": "conflict"}, "level")],
)
def test_what_is_refused(editor: User, values: dict, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        mark(editor, **values)
    assert set(refused.value.message_dict) == {field}
    assert date_row().by == "engine"


def test_who_comes_second_is_told(editor: User, link: Link) -> None:
    row = date_row()
    link_decide(actor=editor, link=link, state="unsure", revision=link.revision)
    with pytest.raises(ConflictError) as refused:
        mark(editor, comparison=row, revision=link.revision)
    assert refused.value.current["state"] == "unsure"
    assert date_row().by == "engine"


def test_what_the_engine_compares_no_more(editor: User) -> None:
    row = date_row()
    FacetComparison.objects.filter(pk=row.pk).delete()
    with pytest.raises(ConflictError):
        mark(editor, comparison=row)


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not(role: Role | None) -> None:
    with pytest.raises(PermissionDenied):
        mark(f.UserFactory(role=role))
    assert date_row().by == "engine"
