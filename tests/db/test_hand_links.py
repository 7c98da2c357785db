"""Two statements linked by hand: what holds at once and after the next linking."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Assignment, Claim, Link
from claims.services.conflict import ConflictError
from claims.services.hand_links import link_create
from claims.services.review import link_decide
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.curating import lines, read_again, row
from tests.db.fakes import ENGINE, publish

pytestmark = pytest.mark.django_db

SUNDAY = date(2031, 3, 2)
MILL, QUAY = "Mill closed 40", "Quay shut 40"


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture(autouse=True)
def printed() -> None:
    publish(MILL, published_date=SUNDAY)
    publish(QUAY, published_date=SUNDAY - timedelta(1))


def make(editor: User, relation: str = "corroborates", **more: object) -> Link:
    values = {"one": row(QUAY), "other": row(MILL), "engine": ENGINE} | more
    return link_create(actor=editor, relation=relation, **values)


def test_two_that_the_engine_does_not_relate(editor: User) -> None:
    assert not Link.objects.exists()
    link = make(editor, reason=" one mill ")
    link.refresh_from_db()
    assert (link.low, link.high) == (row(MILL), row(QUAY))
    assert (link.relation, link.state, link.by) == (
        "corroborates",
        "confirmed",
        "editor",
    )
    assert (link.engine_relation, link.engine_version) == ("none", ENGINE.version)
    claim = Claim.objects.get()
    assert lines() == {claim.pk: {MILL, QUAY}}
    assert claim.touched_at is not None
    entry = AuditEntry.objects.get(verb="link.create")
    assert (entry.before, entry.after["state"]) == ({}, "confirmed")
    assert (entry.target_id, entry.reason) == (str(link.pk), "one mill")


def test_it_outlives_the_next_linking(editor: User) -> None:
    link = make(editor, "conflicts")
    compared = set(link.comparisons.values_list("kind", "level"))
    read_again()
    link.refresh_from_db()
    assert (link.relation, link.state, link.by) == (
        "conflicts",
        "confirmed",
        "editor",
    )
    assert set(link.comparisons.values_list("kind", "level")) == compared
    assert len(lines()) == 1


def test_without_an_engine_its_columns_stay_empty(editor: User) -> None:
    link = make(editor, engine=None)
    assert (link.engine_relation, link.engine_version, link.engine_score) == (
        "none",
        "",
        None,
    )


@pytest.mark.parametrize(("later", "direction"), [(MILL, -1), (QUAY, 1), (None, -1)])
def test_which_one_is_later(editor: User, later: str | None, direction: int) -> None:
    link = make(editor, "updates", later=row(later) if later else None)
    assert link.direction == direction


def test_a_suggestion_is_decided_instead(editor: User) -> None:
    publish("Mill shut 40", published_date=SUNDAY)
    link = Link.objects.get()
    now = make(editor, "conflicts", one=row(MILL), other=row("Mill shut 40"))
    assert (now.pk, now.relation, now.state) == (link.pk, "conflicts", "confirmed")
    assert AuditEntry.objects.exclude(actor=None).get().verb == "link.decide"


def test_what_was_decided_meanwhile_is_not_overruled(editor: User) -> None:
    link = make(editor)
    link_decide(actor=editor, link=link, state="unsure", revision=1)
    with pytest.raises(ConflictError) as refused:
        make(editor, "conflicts")
    assert refused.value.current["state"] == "unsure"
    with pytest.raises(ConflictError):
        make(editor, "conflicts", revision=1)
    assert Link.objects.get().relation == "corroborates"
    assert make(editor, "conflicts", revision=2).relation == "conflicts"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"relation": "none"}, "relation"),
        ({"relation": "like"}, "relation"),
        ({"relation": "conflicts", "later": MILL}, "direction"),
        ({"relation": "conflicts", "one": MILL}, "other"),
    ],
    ids=str,
)
def test_what_is_refused(editor: User, values: dict, field: str) -> None:
    given = {k: row(v) if k in ("later", "one") else v for k, v in values.items()}
    with pytest.raises(ValidationError) as refused:
        make(editor, **given)
    assert set(refused.value.message_dict) == {field}
    assert not Link.objects.exists()


def test_who_is_hidden_is_not_linked(editor: User) -> None:
    hidden = row(QUAY)
    hidden.hidden_by = editor
    hidden.save()
    with pytest.raises(ValidationError):
        make(editor)


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not(role: Role | None) -> None:
    with pytest.raises(PermissionDenied):
        make(f.UserFactory(role=role))
    assert not Link.objects.exists()


def test_it_is_taken_back_and_gone_with_the_next_linking(editor: User) -> None:
    make(editor)
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.create"))
    link = Link.objects.get()
    assert (link.relation, link.state, link.by) == ("none", "suggested", "engine")
    read_again()
    assert not Link.objects.exists()


def test_taken_back_and_made_again(editor: User) -> None:
    link = make(editor, "conflicts")
    undone = entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.create"))
    entry_undo(actor=editor, entry=undone)
    link.refresh_from_db()
    assert (link.relation, link.state, link.by) == (
        "conflicts",
        "confirmed",
        "editor",
    )


@pytest.fixture
def two_claims() -> None:
    for line in ("Mill shut 40", "Mill closed 60", "Quay shut 50"):
        publish(line, published_date=SUNDAY)


def test_it_may_make_one_claim_of_two_and_back(editor: User, two_claims: None) -> None:
    before = sorted(lines().values(), key=len)
    assert [len(inside) for inside in before] == [2, 3]
    make(editor)
    assert [len(inside) for inside in lines().values()] == [5]
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.create"))
    assert sorted(lines().values(), key=len) == before


@pytest.mark.parametrize("times", [1, 2], ids=["once", "done again"])
def test_what_came_to_a_claim_of_editors_goes_when_it_is_taken_back(
    editor: User, two_claims: None, times: int
) -> None:
    """The other claim led on to it; it is itself again, with its number."""
    before = lines()
    titled = next(pk for pk, inside in before.items() if MILL in inside)
    Claim.objects.filter(pk=titled).update(title_by="editor", touched_at=f.NOON)
    make(editor)
    assert [len(inside) for inside in lines().values()] == [5]
    entry = AuditEntry.objects.get(verb="link.create")
    for _time in range(times):
        entry = entry_undo(actor=editor, entry=entry)
        assert lines() == before
        entry = entry_undo(actor=editor, entry=entry)
        assert [len(inside) for inside in lines().values()] == [5]
    entry_undo(actor=editor, entry=entry)
    assert lines() == before
    assert not Claim.objects.exclude(merged_into=None).exists()


@pytest.mark.parametrize("model", [f.RatingFactory, f.CommentFactory])
def test_what_was_judged_with_the_claim_since_stays(
    editor: User, two_claims: None, model: type
) -> None:
    titled = next(pk for pk, inside in lines().items() if MILL in inside)
    Claim.objects.filter(pk=titled).update(title_by="editor", touched_at=f.NOON)
    make(editor)
    model(claim=Claim.objects.get(pk=titled))
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.create"))
    assert lines()[titled] >= {MILL, QUAY}


@pytest.mark.parametrize(
    "work", ["rated", "commented", "titled", "assigned", "decided", "put in"]
)
def test_a_claim_that_is_worked_on_keeps_what_came_to_it(
    editor: User, two_claims: None, work: str
) -> None:
    make(editor)
    claim = Claim.objects.get(merged_into=None)
    if work == "rated":
        f.RatingFactory(claim=claim, editor=editor)
    elif work == "commented":
        f.CommentFactory(claim=claim, author=editor)
    elif work == "assigned":
        Assignment.objects.create(claim=claim, editor=editor, by_whom=editor)
    elif work == "titled":
        Claim.objects.filter(pk=claim.pk).update(title_by="editor")
    elif work == "decided":
        Link.objects.filter(by="engine", low=row(MILL)).update(
            by="editor", state="confirmed"
        )
    else:
        claim.members.filter(statement=row(MILL)).update(by="editor")
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.create"))
    assert lines()[claim.pk] >= {MILL, QUAY}
    assert Claim.objects.get(pk=claim.pk).touched_at is not None
