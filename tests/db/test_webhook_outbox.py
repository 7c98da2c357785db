"""From entries to deliveries: each once, in order, to those who listen and may know."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from factcheck.operations.models import AuditEntry, User, WebhookDelivery
from factcheck.operations.roles import Role
from factcheck.operations.webhooks import outbox
from factcheck.operations.webhooks.outbox import dispatch
from tests.factories import AuditEntryFactory, UserFactory, WebhookFactory


def event_of(entry: AuditEntry) -> str | None:
    return {"link.decide": "link.decided", "claim.rate": "rating.added"}.get(entry.verb)


def all_of_them(user: User, entries: Collection[int]) -> set[int]:
    return set(entries)


def go(visible: Callable[[User, Collection[int]], set[int]] = all_of_them) -> int:
    return dispatch(event_of=event_of, visible=visible)


def written() -> list[tuple[int, int, str]]:
    rows = WebhookDelivery.objects.order_by("pk")
    return list(rows.values_list("webhook_id", "entry_id", "event"))


@pytest.mark.django_db
def test_each_entry_once_for_each_that_listens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outbox, "ENTRIES_AT_ONCE", 2)
    one, two = WebhookFactory(), WebhookFactory(events=["rating.added"])
    verbs = ("link.decide", "claim.rate", "claim.rename", "link.decide", "x.y")
    entries = [AuditEntryFactory(verb=verb) for verb in verbs]
    assert go() == 5
    assert written() == [
        (one.pk, entries[0].pk, "link.decided"),
        (one.pk, entries[1].pk, "rating.added"),
        (two.pk, entries[1].pk, "rating.added"),
        (one.pk, entries[3].pk, "link.decided"),
    ]
    assert not AuditEntry.objects.filter(dispatched_at=None).exists()
    assert go() == 0
    AuditEntryFactory(verb="link.decide")
    assert go() == 1
    assert len(written()) == 5


@pytest.mark.django_db
def test_entries_are_marked_although_nobody_listens() -> None:
    AuditEntryFactory(verb="link.decide")
    assert go() == 1
    WebhookFactory()
    assert go() == 0
    assert written() == []


@pytest.mark.django_db
def test_the_past_is_not_told() -> None:
    before = AuditEntryFactory(verb="link.decide")
    webhook = WebhookFactory(created_at=before.at + timedelta(milliseconds=1))
    after = AuditEntryFactory(
        verb="link.decide", at=webhook.created_at + timedelta(milliseconds=1)
    )
    go()
    assert [entry for _webhook, entry, _event in written()] == [after.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("why", ["off", "not active", "reader", "other event", "blind"])
def test_who_hears_nothing(why: str) -> None:
    webhook = WebhookFactory(
        disabled_at=timezone.now() if why == "off" else None,
        owner=UserFactory(
            role=Role.READER if why == "reader" else Role.EDITOR,
            is_active=why != "not active",
        ),
        events=["rating.added" if why == "other event" else "link.decided"],
    )
    AuditEntryFactory(verb="link.decide")
    asked = []

    def visible(user: User, entries: Collection[int]) -> set[int]:
        asked.append(user)
        return set() if why == "blind" else set(entries)

    assert go(visible) == 1
    assert written() == []
    assert asked == ([webhook.owner] if why == "blind" else [])


@pytest.mark.django_db
def test_a_crash_leaves_everything_to_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    WebhookFactory()
    AuditEntryFactory(verb="link.decide")

    def crash(user: User, entries: Collection[int]) -> set[int]:
        raise MemoryError

    with pytest.raises(MemoryError):
        go(crash)
    assert AuditEntry.objects.filter(dispatched_at=None).count() == 1
    assert go() == 1
    assert len(written()) == 1


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.mark.django_db(transaction=True)
def test_two_that_read_the_same_batch_write_it_once() -> None:
    WebhookFactory()
    for _ in range(40):
        AuditEntryFactory(verb="link.decide")
    at_once(*[go] * 3)
    assert len(written()) == 40
    assert AuditEntry.objects.filter(dispatched_at=None).count() == 0
