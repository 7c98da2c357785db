"""One decision on many claims: each whole or not at all, each with its own entry."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Assignment, Claim, Link
from claims.services import bulk
from claims.services.assign import claim_assign
from claims.services.bulk import (
    MOST_CLAIMS,
    Outcome,
    bulk_assign,
    bulk_decide,
    stamp,
    suggested_links,
)
from claims.services.review import link_decide
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.fakes import publish

pytestmark = pytest.mark.django_db

CONFIRMED, REJECTED = Link.State.CONFIRMED, Link.State.REJECTED


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def claims() -> list[Claim]:
    """One claim of a link, one of three, made by the engine."""
    for text in ("Mill closed 40", "Mill closed 60"):
        publish(text)
    for text in ("Quay open 1", "Quay open 2", "Quay open 3"):
        publish(text)
    found = list(Claim.objects.order_by("pk"))
    assert [len(links) for links in suggested_links(pks(found)).values()] == [1, 3]
    return found


def pks(claims: list[Claim]) -> list[int]:
    return [claim.pk for claim in claims]


def outcomes(results: list[bulk.Result]) -> list[tuple[str, int]]:
    return [(result.outcome.value, result.number) for result in results]


@pytest.mark.parametrize(
    ("state", "verb"), [(CONFIRMED, "bulk.confirm"), (REJECTED, "bulk.reject")]
)
def test_all_suggested_links_are_decided_under_one_entry(
    editor: User, claims: list[Claim], state: str, verb: str
) -> None:
    results = bulk_decide(actor=editor, claim_ids=pks(claims), state=state)
    assert outcomes(results) == [("done", 1), ("done", 3)]
    assert set(Link.objects.values_list("state", "by")) == {(state, "editor")}
    parent = AuditEntry.objects.get(verb=verb)
    assert parent.after == {"claims": pks(claims)}
    children = AuditEntry.objects.filter(parent=parent)
    assert {entry.verb for entry in children} == {"link.decide"}
    assert children.count() == 4


def test_what_an_editor_has_decided_stays(editor: User, claims: list[Claim]) -> None:
    decided = Link.objects.order_by("pk").last()
    link_decide(actor=editor, link=decided, state=REJECTED, revision=1)
    results = bulk_decide(actor=editor, claim_ids=pks(claims), state=CONFIRMED)
    assert outcomes(results)[1] == ("done", 2)
    decided.refresh_from_db()
    assert decided.state == REJECTED
    again = bulk_decide(actor=editor, claim_ids=pks(claims), state=REJECTED)
    assert outcomes(again) == [("nothing", 0), ("nothing", 0)]


def test_a_claim_that_was_changed_meanwhile_is_reported_and_left(
    editor: User, claims: list[Claim]
) -> None:
    seen = {
        claim: stamp(links) for claim, links in suggested_links(pks(claims)).items()
    }
    other = f.UserFactory(role=Role.EDITOR)
    link = Link.objects.order_by("pk").last()
    link_decide(actor=other, link=link, state="unsure", revision=1)
    results = bulk_decide(
        actor=editor, claim_ids=pks(claims), state=CONFIRMED, seen=seen
    )
    assert outcomes(results) == [("done", 1), ("changed", 0)]
    assert results[1].reason
    states = Link.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["confirmed", "suggested", "suggested", "unsure"]


@pytest.mark.parametrize("act", [CONFIRMED, REJECTED, "assign"])
def test_a_claim_that_was_merged_meanwhile_is_reported_and_the_others_go_on(
    editor: User, claims: list[Claim], act: str
) -> None:
    _first, gone = claims
    into = f.ClaimFactory()
    Claim.objects.filter(pk=gone.pk).update(merged_into=into)
    if act == "assign":
        results = bulk_assign(actor=editor, claim_ids=pks(claims), editor=editor)
    else:
        results = bulk_decide(actor=editor, claim_ids=pks(claims), state=act)
    assert outcomes(results) == [("done", 1), ("changed", 0)]
    assert results[1].reason
    assert not Link.objects.filter(
        low__memberships__claim=gone, state__in=[CONFIRMED, REJECTED]
    ).exists()
    assert not Assignment.objects.filter(claim=gone).exists()


def test_a_claim_is_done_as_a_whole_or_not_at_all(
    editor: User, claims: list[Claim], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody decides on the last link while the first are being decided."""
    last = Link.objects.order_by("pk").last()

    def raced(**given: object) -> Link:
        if given["link"].pk == last.pk:
            Link.objects.filter(pk=last.pk).update(revision=7)
        return link_decide(**given)

    monkeypatch.setattr(bulk, "link_decide", raced)
    results = bulk_decide(actor=editor, claim_ids=pks(claims), state=CONFIRMED)
    assert outcomes(results) == [("done", 1), ("changed", 0)]
    assert Link.objects.filter(state=CONFIRMED).count() == 1
    assert AuditEntry.objects.filter(verb="link.decide").count() == 1


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_do_neither(claims: list[Claim], role: Role | None) -> None:
    actor = f.UserFactory(role=role)
    with pytest.raises(PermissionDenied):
        bulk_decide(actor=actor, claim_ids=pks(claims), state=CONFIRMED)
    with pytest.raises(PermissionDenied):
        bulk_assign(actor=actor, claim_ids=pks(claims), editor=actor)
    assert not AuditEntry.objects.exclude(actor=None).exists()


@pytest.mark.parametrize(
    ("ids", "state"),
    [
        ([], CONFIRMED),
        (range(1, MOST_CLAIMS + 2), CONFIRMED),
        ([2**62], CONFIRMED),
        ([1], "unsure"),
        ([1], "nonsense"),
    ],
)
def test_what_is_no_bulk_act(editor: User, ids: list[int], state: str) -> None:
    with pytest.raises(ValidationError):
        bulk_decide(actor=editor, claim_ids=list(ids), state=state)
    assert not AuditEntry.objects.exclude(actor=None).exists()


def test_assigning_reports_whom_it_could_not_ask(
    editor: User, claims: list[Claim]
) -> None:
    claim_assign(actor=editor, claim=claims[0], editor=editor)
    ids = [*reversed(pks(claims)), claims[0].pk]
    results = bulk_assign(actor=editor, claim_ids=ids, editor=editor)
    assert [result.claim for result in results] == list(reversed(pks(claims)))
    assert [result.outcome for result in results] == [Outcome.DONE, Outcome.CHANGED]
    assert Assignment.objects.filter(editor=editor, done_at=None).count() == 2
    parent = AuditEntry.objects.get(verb="bulk.assign")
    assert list(parent.children.values_list("verb", flat=True)) == ["claim.assign"]


def test_assigning_to_who_may_not_rate_does_nothing(
    editor: User, claims: list[Claim]
) -> None:
    reader = f.UserFactory(role=Role.READER)
    with pytest.raises(ValidationError):
        bulk_assign(actor=editor, claim_ids=pks(claims), editor=reader)
    assert not AuditEntry.objects.exclude(actor=None).exists()
