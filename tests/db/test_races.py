"""Two at once: nothing is lost, nothing is there twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from claims.facets.types import StatementRecord
from claims.models import Claim, Link, Origin, ProcessingRun, Statement, Verdict
from claims.selectors.verdicts import Seen
from claims.services.conflict import ConflictError
from claims.services.pipeline import process_version
from claims.services.review import link_decide
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.db.fakes import LineEngine, print_text, publish
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

WAIT_SECONDS = 20


def together(*acts: Callable[[], object]) -> list[object]:
    """What the acts return or raise, each in a thread with its own connection."""

    def run(act: Callable[[], object]) -> object:
        try:
            return act()
        except ConflictError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def meeting_engine(parties: int) -> LineEngine:
    """All have read their text before the first writes a statement."""
    barrier = Barrier(parties)

    class Meeting(LineEngine):
        def extract(self, text: str, **more: object) -> list[StatementRecord]:
            records = LineEngine.extract(self, text)
            barrier.wait(WAIT_SECONDS)
            return records

    return Meeting()


def test_importers_see_each_others_statements() -> None:
    versions = [
        print_text(f"Mill closed {number} says Venn\nQuay opened {number} says Venn")
        for number in range(4)
    ]
    engine = meeting_engine(len(versions))
    together(
        *(
            lambda version=version: process_version(version, engine=engine)
            for version in versions
        )
    )
    assert ProcessingRun.objects.filter(finished_at=None).count() == 0
    assert Statement.objects.count() == 8
    assert Origin.objects.count() == 1
    pairs = set(Link.objects.values_list("low__frames__lemmas__0", flat=True))
    assert pairs == {"mill", "quay"}
    assert Link.objects.count() == 2 * 6
    claims = Claim.objects.filter(merged_into=None, members__isnull=False).distinct()
    assert sorted(claim.members.count() for claim in claims) == [4, 4]
    assert [claim.conflicts for claim in claims] == [6, 6]


def test_of_two_decisions_one_holds() -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    link = Link.objects.get()
    editors = [UserFactory(role=Role.EDITOR) for _ in range(2)]
    barrier = Barrier(2)

    def decide(number: int) -> Link:
        barrier.wait(WAIT_SECONDS)
        return link_decide(
            actor=editors[number],
            link=link,
            state=("confirmed", "rejected")[number],
            revision=link.revision,
        )

    outcomes = together(lambda: decide(0), lambda: decide(1))
    held = [each for each in outcomes if isinstance(each, Link)]
    told = [each for each in outcomes if isinstance(each, ConflictError)]
    assert (len(held), len(told)) == (1, 1)
    now = Link.objects.get()
    assert (now.state, now.revision) == (held[0].state, link.revision + 1)
    assert told[0].current["state"] == now.state
    assert AuditEntry.objects.get().after["state"] == now.state


def test_of_two_verdicts_one_is_written_and_nothing_is_lost() -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    claim = Claim.objects.get()
    seniors = [UserFactory(role=Role.SENIOR_EDITOR) for _ in range(2)]
    outcome = together(
        *(
            lambda senior=senior: claim_adjudicate(
                actor=senior,
                claim=claim,
                seen=Seen(1, 0),
                decision=Decision(text="Forty.", reasons="Counted.", value=2),
            )
            for senior in seniors
        )
    )
    (refused,) = (each for each in outcome if isinstance(each, ConflictError))
    (verdict,) = (each for each in outcome if isinstance(each, Verdict))
    assert list(Verdict.objects.all()) == [verdict]
    assert AuditEntry.objects.filter(verb="claim.adjudicate").count() == 1
    assert refused.current["by"] == verdict.editor.username
