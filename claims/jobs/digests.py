"""Digests by e-mail: once a day or a week, in the morning of whoever gets them.

Who is due is found in rows: the last morning at which a digest was to come lies after
`digest_sent_at`. The row is taken by a conditional UPDATE before anything is sent, so
that of two workers one sends it; where the mail server refuses, it is given back. A
worker that dies in between has sent nothing, and the notices are still on the page:
better none than the same one twice.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from smtplib import SMTPException
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from claims.selectors.digest import Digest, digest_of
from factcheck.operations.models import User
from factcheck.operations.preferences import zones

log = logging.getLogger(__name__)

# By the clock of the reader: before the morning's conference.
MORNING = time(7, 0)
MONDAY = 0
DAY, WEEK = timedelta(days=1), timedelta(days=7)
# What was done while a long import was being committed is told in the next digest: an
# entry has the time at which it was written, not that at which others can see it.
GRACE = timedelta(minutes=10)


def send_digests(now: datetime | None = None) -> int:
    """Send what is due; how many mails."""
    now = now or timezone.now()
    return sum(_send(user, now) for user in _wanting() if _is_due(user, now))


def _wanting() -> Iterator[User]:
    rows = User.objects.filter(
        Q(digest=User.Digest.DAILY) | Q(digest=User.Digest.WEEKLY), is_active=True
    )
    return rows.exclude(email="").order_by("pk").iterator()


def _is_due(user: User, now: datetime) -> bool:
    sent = user.digest_sent_at
    return sent is None or sent < last_morning(user, now)


def last_morning(user: User, now: datetime) -> datetime:
    """The last moment at which the user's digest was to come, by their own clock."""
    zone = ZoneInfo(user.time_zone if user.time_zone in zones() else settings.TIME_ZONE)
    here = now.astimezone(zone)
    day = here.date()
    if user.digest == User.Digest.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    # Made of day and clock anew, so that a change of the clocks moves nothing.
    at = datetime.combine(day, MORNING, zone)
    if at > here:
        earlier = DAY if user.digest == User.Digest.DAILY else WEEK
        at = datetime.combine(day - earlier, MORNING, zone)
    return at


def _send(user: User, now: datetime) -> bool:
    """Whether a mail went out. Nothing to tell is noted as well: it waits for the next
    morning, not for the next thing that happens."""
    before = user.digest_sent_at
    mine = User.objects.filter(pk=user.pk, digest_sent_at=before, digest=user.digest)
    if not mine.update(digest_sent_at=now):
        return False
    period = DAY if user.digest == User.Digest.DAILY else WEEK
    since = (before or now - period) - GRACE
    try:
        return _mail(user, since=since, until=now - GRACE)
    except (SMTPException, OSError):
        log.exception("no digest for user %s", user.pk)
        User.objects.filter(pk=user.pk, digest_sent_at=now).update(
            digest_sent_at=before
        )
        return False


def _mail(user: User, *, since: datetime, until: datetime) -> bool:
    known = dict(settings.LANGUAGES)
    language = user.language if user.language in known else settings.LANGUAGE_CODE
    zone = user.time_zone if user.time_zone in zones() else settings.TIME_ZONE
    with translation.override(language), timezone.override(zone):
        digest = digest_of(user, since=since, until=until)
        if not digest:
            return False
        _message(user, digest, until, language).send()
    return True


def _message(
    user: User, digest: Digest, until: datetime, language: str
) -> EmailMultiAlternatives:
    leave = settings.SITE_URL + reverse("settings")
    context = {
        "digest": digest,
        "user": user,
        "until": until,
        "site": settings.SITE_URL,
        "leave": leave,
        "language": language,
        "newsroom": settings.NEWSROOM,
    }
    subject = render_to_string("digest/subject.txt", context)
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("digest/mail.txt", context),
        to=[user.email],
        headers={"List-Unsubscribe": f"<{leave}>", "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(
        render_to_string("digest/mail.html", context), "text/html"
    )
    return message
