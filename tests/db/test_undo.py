"""What was done is taken back, unless something has changed since."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from claims.models import Claim, ClaimMember, Link
from claims.services.conflict import ConflictError
from claims.services.curation import (
    claim_create,
    claim_merge,
    claim_split,
    statement_move,
    statement_remove,
)
from claims.services.review import claim_rate, link_decide
from claims.services.titles import claim_rename
from claims.services.undo import UNDOABLE, entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.curating import claim_with, lines, read_again, row
from tests.db.fakes import publish

pytestmark = pytest.mark.django_db

MILL = ("Mill closed 40", "Mill shut 40", "Mill closed 60")
QUAY = ("Quay opened 7", "Quay opened 9")
Act = Callable[[User], object]


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def claims() -> tuple[Claim, Claim]:
    for line in (*MILL, *QUAY):
        publish(line)
    return claim_with(MILL[0]), claim_with(QUAY[0])


def decide(actor: User, state: str = "rejected", **more: object) -> Link:
    link = Link.objects.get(low=row(MILL[0]), high=row(MILL[2]))
    return link_decide(
        actor=actor, link=link, state=state, revision=link.revision, **more
    )


def rename(actor: User, title: str = "Mills") -> Claim:
    claim = claim_with(MILL[0])
    return claim_rename(actor=actor, claim=claim, title=title, seen=claim.title)


def split(actor: User) -> Claim:
    return claim_split(
        actor=actor, claim=claim_with(MILL[0]), statements=[row(MILL[2])]
    )


def merge(actor: User) -> Claim:
    return claim_merge(
        actor=actor, claim=claim_with(MILL[0]), other=claim_with(QUAY[0])
    )


def create(actor: User) -> Claim:
    return claim_create(actor=actor, statements=[row(MILL[0]), row(QUAY[0])])


def move(actor: User) -> None:
    statement_move(
        actor=actor,
        statement=row(MILL[2]),
        claim=claim_with(MILL[2]),
        to=claim_with(QUAY[0]),
    )


def remove(actor: User) -> None:
    statement_remove(actor=actor, statement=row(MILL[2]), claim=claim_with(MILL[2]))


ACTS: dict[str, Act] = {
    "link.decide": decide,
    "claim.rename": rename,
    "claim.create": create,
    "claim.merge": merge,
    "claim.split": split,
    "statement.move": move,
    "statement.remove": remove,
}


def state() -> dict[str, object]:
    """All that the acts change, as it is now."""
    columns = ("pk", "relation", "state", "by", "direction")
    return {
        "lines": lines(),
        "out": set(ClaimMember.objects.filter(state="out").values_list("statement")),
        "by": sorted(
            ClaimMember.objects.filter(claim__merged_into=None).values_list(
                "claim", "statement", "by"
            )
        ),
        "titles": set(
            Claim.objects.filter(merged_into=None).values_list("title", "title_by")
        ),
        "touched": set(
            Claim.objects.filter(merged_into=None)
            .exclude(touched_at=None)
            .values_list("pk")
        ),
        "links": set(Link.objects.values_list(*columns)),
    }


@pytest.mark.parametrize("verb", ACTS)
def test_what_was_done_is_taken_back(
    editor: User, claims: tuple[Claim, Claim], verb: str
) -> None:
    before = state()
    ACTS[verb](editor)
    assert state() != before
    entry = AuditEntry.objects.get(verb=verb)
    other = f.UserFactory(role=Role.EDITOR)
    undone = entry_undo(actor=other, entry=entry, reason=" a slip ", request_id="r1")
    assert state() == before
    assert (undone.verb, undone.undoes, undone.actor) == (f"{verb}.undo", entry, other)
    assert (undone.target_type, undone.target_id) == (
        entry.target_type,
        entry.target_id,
    )
    assert (undone.reason, undone.request_id) == ("a slip", "r1")
    assert undone.before == entry.after
    read_again()
    assert state() == before


@pytest.mark.parametrize("verb", ACTS)
def test_what_was_taken_back_is_done_again(
    editor: User, claims: tuple[Claim, Claim], verb: str
) -> None:
    ACTS[verb](editor)
    after = state()
    undone = entry_undo(actor=editor, entry=AuditEntry.objects.get(verb=verb))
    entry_undo(actor=editor, entry=undone)
    assert state() == after


@pytest.mark.parametrize("verb", ACTS)
def test_nothing_is_taken_back_twice(
    editor: User, claims: tuple[Claim, Claim], verb: str
) -> None:
    ACTS[verb](editor)
    entry = AuditEntry.objects.get(verb=verb)
    entry_undo(actor=editor, entry=entry)
    before = state()
    with pytest.raises(ConflictError, match="already"):
        entry_undo(actor=editor, entry=entry)
    assert state() == before


SINCE: list[tuple[str, Act, str]] = [
    ("link.decide", lambda a: decide(a, "confirmed"), "state"),
    ("claim.rename", lambda a: rename(a, "Other"), "title"),
    (
        "claim.merge",
        lambda a: statement_remove(
            actor=a, statement=row(QUAY[0]), claim=claim_with(QUAY[0])
        ),
        "members",
    ),
    (
        "claim.split",
        lambda a: claim_merge(
            actor=a, claim=claim_with(MILL[0]), other=claim_with(MILL[2])
        ),
        "members, merged_into",
    ),
    ("statement.move", remove, "members"),
    (
        "statement.remove",
        lambda a: claim_merge(
            actor=a,
            claim=claim_with(MILL[0]),
            other=claim_create(actor=a, statements=[row(MILL[2])]),
        ),
        "members",
    ),
]


@pytest.mark.parametrize(("verb", "then", "named"), SINCE, ids=[s[0] for s in SINCE])
def test_what_has_changed_since_is_said(
    editor: User, claims: tuple[Claim, Claim], verb: str, then: Act, named: str
) -> None:
    ACTS[verb](editor)
    entry = AuditEntry.objects.get(verb=verb)
    then(editor)
    before, entries = state(), AuditEntry.objects.count()
    with pytest.raises(ConflictError, match=rf"since \({named}\)") as refused:
        entry_undo(actor=editor, entry=entry)
    assert refused.value.current
    assert state() == before
    assert AuditEntry.objects.count() == entries


def again(actor: User) -> AuditEntry:
    """A merge, taken back; what takes that back merges again."""
    merge(actor)
    return entry_undo(actor=actor, entry=AuditEntry.objects.get(verb="claim.merge"))


# What makes a claim, or brings it back; which one; what editors do with it then.
MADE: dict[str, tuple[Act, Callable[[], Claim]]] = {
    "claim.create": (create, lambda: Claim.objects.latest("pk")),
    "claim.split": (split, lambda: claim_with(MILL[2])),
    "claim.merge.undo": (again, lambda: claim_with(QUAY[0])),
}
USED: dict[str, Callable[[Claim], object]] = {
    "rated": lambda claim: f.RatingFactory(claim=claim),
    "commented on": lambda claim: f.CommentFactory(claim=claim),
    "decided": lambda claim: f.VerdictFactory(claim=claim),
    "public": lambda claim: f.VerdictFactory(
        claim=claim, at=f.NOON.replace(year=2020), published_at=f.NOON
    ),
}


@pytest.mark.parametrize("used", USED)
@pytest.mark.parametrize("verb", MADE)
def test_a_claim_that_is_used_since_is_not_emptied(
    editor: User, claims: tuple[Claim, Claim], verb: str, used: str
) -> None:
    act, made = MADE[verb]
    act(editor)
    USED[used](made())
    before = state()
    with pytest.raises(ConflictError, match="since: it stays") as refused:
        entry_undo(actor=editor, entry=AuditEntry.objects.get(verb=verb))
    assert refused.value.current
    assert state() == before


def test_what_was_there_before_the_merge_is_no_hindrance(
    editor: User, claims: tuple[Claim, Claim]
) -> None:
    f.RatingFactory(claim=claims[1])
    f.CommentFactory(claim=claims[1])
    entry_undo(actor=editor, entry=again(editor))
    assert lines() == {claims[0].pk: {*MILL, *QUAY}}


def test_what_the_engine_added_since_is_no_hindrance(
    editor: User, claims: tuple[Claim, Claim]
) -> None:
    mill, quay = claims
    merge(editor)
    publish("Quay opened 7 lately")
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="claim.merge"))
    assert lines()[quay.pk] >= set(QUAY)
    assert lines()[mill.pk] >= set(MILL)
    assert not lines()[mill.pk] & set(QUAY)


def test_where_the_engine_changed_its_mind_its_word_of_today_holds(
    editor: User, claims: tuple[Claim, Claim]
) -> None:
    link = decide(editor, "confirmed")
    Link.objects.filter(pk=link.pk).update(engine_relation="corroborates")
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.decide"))
    link.refresh_from_db()
    assert (link.relation, link.by, link.state) == (
        "corroborates",
        "engine",
        "suggested",
    )


def test_an_undone_merge_is_told_on_both_claims(
    editor: User, claims: tuple[Claim, Claim]
) -> None:
    merge(editor)
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="claim.merge"))
    told = AuditEntry.objects.get(verb="claim.merged_into.undo")
    assert told.target_id == str(claims[1].pk)
    assert told.undoes.verb == "claim.merged_into"
    assert told.parent.verb == "claim.merge.undo"


@pytest.mark.parametrize("verb", ACTS)
@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not(
    editor: User, claims: tuple[Claim, Claim], verb: str, role: Role | None
) -> None:
    ACTS[verb](editor)
    before = state()
    with pytest.raises(PermissionDenied):
        entry_undo(
            actor=f.UserFactory(role=role), entry=AuditEntry.objects.get(verb=verb)
        )
    assert state() == before


def test_what_cannot_be_taken_back(editor: User, claims: tuple[Claim, Claim]) -> None:
    claim_rate(actor=editor, claim=claims[0], value=4)
    with pytest.raises(ConflictError, match="cannot"):
        entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="claim.rate"))


# --- many at once ----------------------------------------------------------------


def together(editor: User, claim: Claim) -> AuditEntry:
    parent = f.AuditEntryFactory(
        verb="links.decide", target_id=str(claim.pk), actor_name="someone"
    )
    for link in Link.objects.filter(low__quote__startswith="Mill").order_by("pk"):
        link_decide(
            actor=editor,
            link=link,
            state="confirmed",
            revision=link.revision,
            parent=parent,
        )
    return parent


def test_all_children_are_taken_back(editor: User, claims: tuple[Claim, Claim]) -> None:
    before = state()
    parent = together(editor, claims[0])
    undone = entry_undo(actor=editor, entry=parent)
    assert state() == before
    assert undone.children.count() == parent.children.count() == 3
    assert {child.undoes.parent for child in undone.children.all()} == {parent}
    with pytest.raises(ConflictError):
        entry_undo(actor=editor, entry=parent)


def test_all_children_or_none(editor: User, claims: tuple[Claim, Claim]) -> None:
    parent = together(editor, claims[0])
    decide(editor, "unsure")
    before, entries = state(), AuditEntry.objects.count()
    with pytest.raises(ConflictError, match="since"):
        entry_undo(actor=editor, entry=parent)
    assert state() == before
    assert AuditEntry.objects.count() == entries


def test_every_verb_is_tried_here() -> None:
    assert set(ACTS) | {"link.create"} <= set(UNDOABLE)
