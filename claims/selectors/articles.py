"""The list of articles, and the article a page is about."""

from __future__ import annotations

import re

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from claims.models import Statement
from sources.models import Article, Outlet

# Words of a statement in an address; numbers that any of the databases can hold.
LED_TO = re.compile(r"(\d{1,18})\.(\d{1,7})\.(\d{1,7})", re.ASCII)


def articles(*, text: str = "", outlet: int | None = None) -> QuerySet[Article]:
    """The articles, newest first, with `statements_printed`. text: words of the title
    or of the outlet's name, all of them; a withdrawn title is not looked at."""
    counted = (
        Statement.objects.filter(article=OuterRef("pk"), state=Statement.State.PRINTED)
        .order_by()
        .values("article")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = Article.objects.select_related("outlet").annotate(
        statements_printed=Subquery(counted)
    )
    if outlet is not None:
        rows = rows.filter(outlet=outlet)
    for word in text.split():
        titled = Q(title__icontains=word, withdrawn_at=None)
        rows = rows.filter(titled | Q(outlet__name__icontains=word))
    return rows.order_by(F("published_date").desc(nulls_last=True), "-pk")


def outlets_with_articles() -> QuerySet[Outlet]:
    """The outlets of the list's filter, with `number` of articles."""
    return (
        Outlet.objects.annotate(number=Count("articles"))
        .filter(number__gt=0)
        .order_by("name", "pk")
    )


def article_page(pk: int) -> Article | None:
    """The article with all that its page shows of itself, or None."""
    return (
        Article.objects.select_related(
            "outlet__family", "current_version", "copy_of__outlet"
        )
        .filter(pk=pk)
        .first()
    )


def words_led_to(article: Article, at: str) -> tuple[int, int] | None:
    """Where "<statement>.<start>.<end>" stands in the article's present text.

    None for a statement that it does not print, and for anything else.
    """
    match = LED_TO.fullmatch(at)
    if match is None:
        return None
    pk, start, end = map(int, match.groups())
    row = Statement.objects.filter(
        pk=pk,
        article=article,
        version=article.current_version_id,
        state=Statement.State.PRINTED,
        hidden_by=None,
    ).first()
    if row is None or not start < end <= len(row.quote):
        return None
    return row.start + start, row.start + end
