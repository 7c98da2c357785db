"""Digests: when, to whom, of what, in which words; never twice, never empty."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.utils import timezone

from claims.jobs import digests
from claims.jobs.digests import GRACE, send_digests
from claims.models import Claim
from claims.selectors.verdicts import Seen
from claims.services.comments import claim_comment
from claims.services.following import claim_follow, tell_followers, tell_new_conflicts
from claims.services.publishing import claim_publish
from claims.services.review import claim_rate
from factcheck.operations.audit import audit
from factcheck.operations.models import Notification, User
from factcheck.operations.roles import Role
from tests.factories import ClaimFactory, UserFactory
from tests.web.newsroom import Newsroom, make_newsroom

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

pytestmark = pytest.mark.django_db


def person(**columns: Any) -> User:
    wanted = {"role": Role.EDITOR, "email": "nils@desk.example", "digest": "daily"}
    return UserFactory(**wanted | columns)


@pytest.fixture
def claim() -> Claim:
    return ClaimFactory(title="The mill at Skarholm closed")


def something(
    claim: Claim, *, by: User | None = None, verb: str = "claim.merge"
) -> None:
    """An act that followers are told of."""
    entry = audit(actor=by or UserFactory(first_name="Ada"), verb=verb, target=claim)
    tell_followers(entry=entry, claims=[claim.pk])


def later(**more: int) -> datetime:
    """So long after now that what has happened until now is told."""
    return timezone.now() + GRACE + timedelta(**more)


@pytest.fixture(autouse=True)
def _far_from_the_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is six hours ago, whenever the tests run."""
    hours = timezone.now() - timedelta(hours=6)
    monkeypatch.setattr(digests, "MORNING", hours.time())


def text_of(mail: EmailMultiAlternatives) -> str:
    return str(mail.body)


def html_of(mail: EmailMultiAlternatives) -> str:
    ((content, kind),) = mail.alternatives
    assert kind == "text/html"
    return str(content)


def test_what_is_in_it(claim: Claim, mailoutbox: list[Any], settings: Any) -> None:
    settings.SITE_URL = "https://desk.example"
    user = person(username="nils")
    claim_follow(actor=user, claim=claim)
    something(claim)
    Claim.objects.update(conflicts=2)
    tell_new_conflicts({claim.pk: 0})
    assert send_digests(later()) == 1
    (mail,) = mailoutbox
    assert mail.to == ["nils@desk.example"]
    assert mail.subject == "Crosscheck: your day"
    address = f"https://desk.example/claims/{claim.pk}/"
    for body in (text_of(mail), html_of(mail)):
        assert body.count("The mill at Skarholm closed") == 1
        assert "Ada merged another claim into it." in body
        assert "A new conflict was found: 2 now." in body
        assert address in body
        assert "https://desk.example/settings/" in body
    settings_page = "<https://desk.example/settings/>"
    assert mail.extra_headers["List-Unsubscribe"] == settings_page
    assert "<script" not in html_of(mail)
    assert " style=" not in html_of(mail)


def test_titles_are_text(mailoutbox: list[Any]) -> None:
    user = person()
    claim = ClaimFactory(title="<b>Mill & quay</b>")
    claim_follow(actor=user, claim=claim)
    something(claim)
    send_digests(later())
    (mail,) = mailoutbox
    assert "<b>Mill & quay</b>" in text_of(mail)
    assert "&lt;b&gt;Mill &amp; quay&lt;/b&gt;" in html_of(mail)


def test_in_the_language_and_by_the_clock_of_the_reader(
    claim: Claim, mailoutbox: list[Any]
) -> None:
    user = person(language="ko", time_zone="Asia/Seoul", digest="weekly")
    claim_follow(actor=user, claim=claim)
    something(claim)
    entry = Notification.objects.get().entry
    send_digests(later())
    (mail,) = mailoutbox
    assert mail.subject == "Crosscheck: 한 주의 소식"
    here = entry.at.astimezone(ZoneInfo("Asia/Seoul"))
    assert f"{here:%H:%M}" in text_of(mail) or f"{here.hour % 12 or 12}" in text_of(
        mail
    )
    assert 'lang="ko"' in html_of(mail)


@pytest.mark.parametrize(
    "columns",
    [
        {"digest": "never"},
        {"email": ""},
        {"is_active": False},
    ],
)
def test_who_gets_none(
    claim: Claim, mailoutbox: list[Any], columns: dict[str, Any]
) -> None:
    user = person()
    claim_follow(actor=user, claim=claim)
    something(claim)
    User.objects.filter(pk=user.pk).update(**columns)
    assert send_digests(later()) == 0
    assert mailoutbox == []


def test_nothing_is_sent_when_there_is_nothing(mailoutbox: list[Any]) -> None:
    user = person()
    now = timezone.now()
    assert send_digests(now) == 0
    assert mailoutbox == []
    user.refresh_from_db()
    assert user.digest_sent_at == now, "and it waits for the next morning"


def test_what_was_read_or_is_older_or_done_by_oneself(
    claim: Claim, mailoutbox: list[Any]
) -> None:
    user = person()
    claim_follow(actor=user, claim=claim)
    something(claim, by=user)
    something(claim)
    Notification.objects.update(read_at=timezone.now())
    assert send_digests(later()) == 0
    something(claim)
    assert send_digests(later(days=8)) == 1
    assert send_digests(later(days=16)) == 0, "told already"
    assert len(mailoutbox) == 1


def test_not_twice_on_a_day(claim: Claim, mailoutbox: list[Any]) -> None:
    user = person()
    claim_follow(actor=user, claim=claim)
    something(claim)
    now = later()
    assert send_digests(now) == 1
    something(claim)
    assert send_digests(now + timedelta(minutes=5)) == 0
    assert send_digests(now + timedelta(days=1)) == 1
    assert len(mailoutbox) == 2


def test_what_is_committed_late_is_in_the_next_one(
    claim: Claim, mailoutbox: list[Any]
) -> None:
    user = person()
    claim_follow(actor=user, claim=claim)
    something(claim)
    assert send_digests(timezone.now() + GRACE / 2) == 0
    assert send_digests(timezone.now() + timedelta(days=1)) == 1


def test_it_is_blind_as_the_page_is(claim: Claim, mailoutbox: list[Any]) -> None:
    user, other = person(username="nils"), UserFactory(role=Role.EDITOR)
    claim_follow(actor=user, claim=claim)
    claim_rate(actor=other, claim=claim, value=2, rationale="Two days.")
    assert send_digests(later()) == 0, "that it was rated is blind"
    claim_comment(actor=other, claim=claim, body="@nils, which day?")
    assert send_digests(later(days=1)) == 1
    (mail,) = mailoutbox
    for body in (text_of(mail), html_of(mail)):
        assert "You are asked to look at these claims" in body
        assert claim.title in body
        assert "mentioned" not in body
        assert "rated this" not in body
        assert other.username not in body
        assert "which day" not in body
    assert send_digests(later(days=2)) == 0, "asked once, told once"


def test_a_verdict(mailoutbox: list[Any]) -> None:
    newsroom: Newsroom = make_newsroom()
    User.objects.filter(pk=newsroom.editor.pk).update(
        digest="daily", email="a@b.example"
    )
    claim_follow(actor=newsroom.editor, claim=newsroom.call)
    senior = UserFactory(role=Role.SENIOR_EDITOR, first_name="Sena")
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    assert send_digests(later()) == 1
    assert "Sena published it." in text_of(mailoutbox[0])


def test_a_mail_server_that_refuses(
    claim: Claim, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = person()
    claim_follow(actor=user, claim=claim)
    something(claim)

    def refuse(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr(digests.EmailMultiAlternatives, "send", refuse)
        assert send_digests(later()) == 0
    assert send_digests(later()) == 1
    assert len(mailoutbox) == 1


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_one(mailoutbox: list[Any]) -> None:
    claim, user = ClaimFactory(), person()
    claim_follow(actor=user, claim=claim)
    Claim.objects.update(conflicts=1)
    with transaction.atomic():
        tell_new_conflicts({claim.pk: 0})
    barrier, now = Barrier(3), later()

    def work(_: int) -> int:
        try:
            barrier.wait(20)
            return send_digests(now)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as threads:
        assert sum(threads.map(work, range(3))) == 1
    assert len(mailoutbox) == 1
