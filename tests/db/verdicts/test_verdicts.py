"""What the newsroom decides on a claim, and how it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Claim, Rating, Verdict
from claims.selectors.disputes import disputes_now
from claims.selectors.evidence import evidence_of
from claims.selectors.verdicts import (
    Seen,
    public_verdict,
    public_verdicts,
    question_of,
    seen_now,
)
from claims.services.conflict import ConflictError
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.verdict_rows import Decided
from claims.services.verdicts import Decision, claim_adjudicate, claim_reopen
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.verdicts.deciding import FIRST, REASONS, decision
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.operations.models import User
    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db


# --- adjudicating ------------------------------------------------------------------


def test_what_is_disputed(claim: Claim) -> None:
    assert {each.kind: each.words for each in disputes_now(claim)} == {
        "date": ("5 May", "6 May"),
        "duration": ("about half an hour", "forty minutes"),
    }


@pytest.mark.parametrize(
    ("chosen", "label"),
    [
        ({"date": "5 May", "duration": "forty minutes"}, "settled"),
        ({"date": "6 May"}, "partly"),
        ({}, "open"),
    ],
)
def test_a_verdict_is_written_with_its_entry(
    claim: Claim, senior: User, chosen: dict[str, str], label: str
) -> None:
    verdict = claim_adjudicate(
        actor=senior,
        claim=claim,
        seen=FIRST,
        decision=decision(claim, **chosen),
        request_id="r1",
    )
    verdict = Verdict.objects.get(pk=verdict.pk)
    assert (verdict.round, verdict.seq, verdict.label) == (1, 1, label)
    assert (verdict.value, verdict.reasons) == (2, REASONS)
    assert {row["kind"]: row["value"] for row in verdict.decided} == {
        "date": chosen.get("date", ""),
        "duration": chosen.get("duration", ""),
    }
    assert verdict.evidence == evidence_of([claim.pk])[claim.pk]
    assert verdict.published_at is None
    assert public_verdict(claim.pk) is None
    claim.refresh_from_db()
    assert claim.state == Claim.State.ADJUDICATED
    assert claim.touched_at is not None
    entry = AuditEntry.objects.get(verb="claim.adjudicate")
    assert entry.target_id == str(claim.pk)
    assert (entry.before, entry.request_id) == ({"state": "open"}, "r1")
    assert entry.after["verdict"] == verdict.pk
    assert REASONS not in str(entry.after) + entry.reason


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"value": 0}, "value"),
        ({"value": 6}, "value"),
        ({"text": "  "}, "text"),
        ({"reasons": ""}, "reasons"),
    ],
)
def test_a_verdict_that_is_refused(
    claim: Claim, senior: User, changes: dict[str, Any], field: str
) -> None:
    wrong = decision(claim, date="5 May")._replace(**changes)
    with pytest.raises(ValidationError) as refused:
        claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=wrong)
    assert set(refused.value.message_dict) == {field}
    assert not Verdict.objects.exists()
    assert not AuditEntry.objects.exists()


def test_what_stays_open_needs_no_text_for_readers(claim: Claim, senior: User) -> None:
    left = decision(claim)._replace(text="", value=None)
    verdict = claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=left)
    assert (verdict.label, verdict.text, verdict.value) == ("open", "", None)


@pytest.mark.parametrize(
    "wanted",
    [
        Decided("date", "", "Date", "7 May"),
        Decided("count", "", "Count", "3"),
    ],
)
def test_a_value_that_nobody_prints_any_more_cannot_stand(
    claim: Claim, senior: User, wanted: Decided
) -> None:
    late = Decision([wanted], 2, "text", REASONS)
    with pytest.raises(ConflictError) as refused:
        claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=late)
    assert [d["kind"] for d in refused.value.current["disputes"]] == [
        "date",
        "duration",
    ]
    assert not Verdict.objects.exists()


def test_the_second_of_two_senior_editors_is_told(claim: Claim, senior: User) -> None:
    second = a_person("Tove Second", Role.SENIOR_EDITOR)
    claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim, date="5 May")
    )
    with pytest.raises(ConflictError) as refused:
        claim_adjudicate(
            actor=second, claim=claim, seen=FIRST, decision=decision(claim)
        )
    assert refused.value.current == {
        "state": "adjudicated",
        "round": 1,
        "seq": 1,
        "label": "partly",
        "by": senior.username,
    }
    again = claim_adjudicate(
        actor=second, claim=claim, seen=Seen(1, 1), decision=decision(claim)
    )
    assert (again.seq, again.label) == (2, "open")
    assert Verdict.objects.count() == 2


def test_a_merged_claim_is_not_decided(claim: Claim, senior: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(merged_into=f.ClaimFactory())
    with pytest.raises(ConflictError, match="merged"):
        claim_adjudicate(
            actor=senior, claim=claim, seen=FIRST, decision=decision(claim)
        )


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.CURATOR])
@pytest.mark.parametrize(
    "act",
    [
        lambda who, claim: claim_adjudicate(
            actor=who, claim=claim, seen=FIRST, decision=Decision(reasons="r")
        ),
        lambda who, claim: claim_publish(actor=who, claim=claim, seen=FIRST),
        lambda who, claim: claim_unpublish(actor=who, claim=claim, reason="r"),
        lambda who, claim: claim_reopen(actor=who, claim=claim, round=1, reason="r"),
    ],
    ids=["adjudicate", "publish", "unpublish", "reopen"],
)
def test_only_senior_editors_may(
    claim: Claim, role: Role, act: Callable[[User, Claim], object]
) -> None:
    with pytest.raises(PermissionDenied):
        act(f.UserFactory(role=role), claim)
    assert not Verdict.objects.exists()
    assert not AuditEntry.objects.exists()


# --- another round -------------------------------------------------------------------


@pytest.mark.parametrize("state", ["disputed", "adjudicated", "published", "withdrawn"])
def test_a_claim_is_opened_again(
    newsroom: Newsroom, claim: Claim, senior: User, state: str
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    Claim.objects.filter(pk=claim.pk).update(state=state)
    claim_reopen(actor=senior, claim=claim, round=1, reason="Which clock is meant?")
    claim.refresh_from_db()
    assert (claim.state, claim.round) == (Claim.State.OPEN, 2)
    assert question_of(claim) == "Which clock is meant?"
    assert Rating.objects.filter(claim=claim, round=1).count() == 1
    assert seen_now(claim) == (2, 0)


@pytest.mark.parametrize(
    ("columns", "round"), [({"state": "open"}, 1), ({}, 2), ({"round": 3}, 1)]
)
def test_what_cannot_be_opened_again(
    claim: Claim, senior: User, columns: dict[str, Any], round: int
) -> None:
    Claim.objects.filter(pk=claim.pk).update(**columns)
    with pytest.raises(ConflictError):
        claim_reopen(actor=senior, claim=claim, round=round, reason="Once more.")
    assert not AuditEntry.objects.exists()


def test_a_new_round_has_verdicts_of_its_own(claim: Claim, senior: User) -> None:
    first = claim_publish(actor=senior, claim=claim, seen=FIRST)
    claim_reopen(actor=senior, claim=claim, round=1, reason="Once more.")
    assert public_verdict(claim.pk) == first  # in print until another takes its place
    claim.refresh_from_db()
    second = claim_adjudicate(
        actor=senior,
        claim=claim,
        seen=Seen(2, 0),
        decision=decision(claim),
        publish=True,
    )
    assert (second.round, second.seq) == (2, 1)
    assert public_verdict(claim.pk) == second
    assert list(public_verdicts()) == [second]
