"""Two at once: nothing is lost, nothing is there twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection
from django.utils import timezone

from claims.facets.types import StatementRecord
from claims.models import (
    Claim,
    Link,
    Origin,
    ProcessingRun,
    Rating,
    RatingSlot,
    Statement,
    Verdict,
)
from claims.selectors.verdicts import Seen
from claims.services import extraction
from claims.services.conflict import ConflictError
from claims.services.curation import claim_merge
from claims.services.extraction import Read
from claims.services.pipeline import process_version
from claims.services.review import claim_rate, link_decide
from claims.services.slots import slot_take
from claims.services.undo import entry_undo
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests.db.fakes import LineEngine, print_text, publish
from tests.factories import ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

WAIT_SECONDS = 20
# Where one transaction keeps the others out nobody comes to the meeting.
MEETING_SECONDS = 1


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


def test_who_brings_the_same_article_at_once_writes_it_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each looks at the statements that are there before any of them writes."""
    barrier = Barrier(2)
    look = extraction._works

    def meet(reads: Sequence[Read]) -> object:
        found = look(reads)
        with suppress(BrokenBarrierError):  # who has to wait does not come
            barrier.wait(MEETING_SECONDS)
        return found

    monkeypatch.setattr(extraction, "_works", meet)
    version = print_text("Mill closed 40 says Venn\nQuay opened 7 says Venn")
    read = partial(process_version, version, engine=LineEngine())
    assert all(isinstance(run, ProcessingRun) for run in together(read, read))
    assert Statement.objects.filter(state="printed").count() == 2
    assert ProcessingRun.objects.get().finished_at is not None


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
    assert AuditEntry.objects.exclude(actor=None).get().after["state"] == now.state


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


@pytest.mark.parametrize("way", ["an unused place", "an expired one", "by rating"])
def test_of_two_who_want_the_last_place_one_has_it(way: str) -> None:
    claim = ClaimFactory()
    gone = UserFactory(role=Role.EDITOR)
    claim_rate(actor=UserFactory(role=Role.EDITOR), claim=claim, value=4)
    if way == "an expired one":
        slot_take(actor=gone, claim=claim)
        past = timezone.now() - timedelta(minutes=1)
        RatingSlot.objects.filter(editor=gone).update(expires_at=past)
    editors = [UserFactory(role=Role.EDITOR) for _ in range(3)]
    barrier = Barrier(len(editors))

    def take(editor: User) -> object:
        barrier.wait(WAIT_SECONDS)
        if way == "by rating":
            return claim_rate(actor=editor, claim=claim, value=4)
        return slot_take(actor=editor, claim=claim)

    outcomes = together(*(lambda editor=editor: take(editor) for editor in editors))
    refused = [each for each in outcomes if isinstance(each, ConflictError)]
    assert (len(outcomes), len(refused)) == (3, 2)
    assert all(len(each.current["slots"]) == 2 for each in refused)
    assert RatingSlot.objects.filter(slot=2).count() == 1
    assert RatingSlot.objects.count() == 2
    assert Rating.objects.count() == (2 if way == "by rating" else 1)


def test_two_who_disagree_at_once_are_in_dispute() -> None:
    claim = ClaimFactory()
    editors = [UserFactory(role=Role.EDITOR) for _ in range(2)]
    barrier = Barrier(2)

    def rate(editor: User, value: int) -> Rating:
        barrier.wait(WAIT_SECONDS)
        return claim_rate(actor=editor, claim=claim, value=value, rationale="why")

    ratings = together(lambda: rate(editors[0], 1), lambda: rate(editors[1], 5))
    assert [each.blind for each in ratings if isinstance(each, Rating)] == [True, True]
    assert Claim.objects.get(pk=claim.pk).state == Claim.State.DISPUTED
    assert AuditEntry.objects.filter(verb="claim.dispute").count() == 1


def test_one_editor_in_two_windows_holds_one_place() -> None:
    claim = ClaimFactory()
    editor = UserFactory(role=Role.EDITOR)
    barrier = Barrier(2)

    def take() -> RatingSlot:
        barrier.wait(WAIT_SECONDS)
        return slot_take(actor=editor, claim=claim)

    taken = together(take, take)
    held = RatingSlot.objects.get()
    assert [each.pk for each in taken if isinstance(each, RatingSlot)] == [held.pk] * 2


def test_two_merge_the_same_claims_at_once() -> None:
    for line in ("Mill closed 40", "Mill shut 40", "Quay opened 7", "Quay opened 9"):
        publish(line)
    mill, quay = Claim.objects.order_by("pk")
    editors = [UserFactory(role=Role.EDITOR) for _ in range(2)]
    done = together(
        lambda: claim_merge(actor=editors[0], claim=mill, other=quay),
        lambda: claim_merge(actor=editors[1], claim=quay, other=mill),
    )
    assert sum(isinstance(each, ConflictError) for each in done) == 1
    assert mill.members.filter(state="in").count() == 4
    assert AuditEntry.objects.filter(verb="claim.merge").count() == 1


def test_an_act_is_taken_back_once() -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    link = Link.objects.get()
    editors = [UserFactory(role=Role.EDITOR) for _ in range(3)]
    link_decide(actor=editors[0], link=link, state="rejected", revision=link.revision)
    entry = AuditEntry.objects.exclude(actor=None).get()
    done = together(
        *(
            lambda actor=actor: entry_undo(actor=actor, entry=entry)
            for actor in editors[1:]
        )
    )
    assert sum(isinstance(each, ConflictError) for each in done) == 1
    assert AuditEntry.objects.filter(undoes=entry).count() == 1
    assert Link.objects.get().state == "suggested"
