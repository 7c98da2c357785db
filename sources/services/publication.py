"""The date of publication, corrected by an editor."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from factcheck.operations.models import Token, User
from sources.models import Article
from sources.parsing.published import parse_published
from sources.parsing.types import Precision, Published, PublishedBy, Refused
from sources.permissions import may_correct_article, require
from sources.selectors import published_columns
from sources.services.articles import By, article_change

# How far ahead a draft may be dated: beyond lies a typing error in the year.
DRAFTED_AHEAD = timedelta(days=3_653)  # ten years


def published_correct(
    *,
    article: Article,
    published: str,
    actor: User,
    reason: str = "",
    token: Token | None = None,
) -> bool:
    """Set the date of publication to what an editor says; True if that changed it.

    published: as exactly as the editor knows it: 2025-06, 2025-06-10,
    2025-06-10T00:19-04:00, or "" for not known. No import changes it afterwards.
    Statements are not read anew here: relative dates are the caller's next step.
    Raises Refused for an impossible or future date, PermissionDenied.
    """
    require(may_correct_article, actor)
    value = parse_published(published, now=timezone.now(), by=PublishedBy.EDITOR)
    columns = published_columns(value)
    with transaction.atomic():
        current = Article.objects.get(pk=article.pk)
        if all(getattr(current, name) == column for name, column in columns.items()):
            return False
        article_change(
            article=current,
            changes=columns,
            by=By(actor, token),
            verb="article.correct_date",
            reason=reason,
        )
    for name, column in columns.items():
        setattr(article, name, column)
    return True


def draft_published(value: str) -> Published:
    """When a draft is to be published: as for an article, but up to ten years ahead.

    Raises Refused for another form and for an impossible date.
    """
    now = timezone.now()
    try:
        return parse_published(value, now=now + DRAFTED_AHEAD)
    except Refused as refusal:
        if refusal.reason.startswith("future date"):
            days = DRAFTED_AHEAD.days
            raise Refused(f"more than {days} days ahead: {value[:40]!r}") from None
        raise


def day_of(published: Published) -> date | None:
    """The day that relative dates count from; None when it is not known to the day."""
    if published.precision in (Precision.MINUTE, Precision.DAY):
        return published.day
    return None
