"""Shapes that several resources share: a printed statement, and when it was printed."""

from __future__ import annotations

from datetime import timedelta, timezone

from django.db.models import Q
from rest_framework import serializers

from claims.facets.types import Kind
from claims.models import Statement
from sources.models import Article

KINDS = [(kind.value, kind.value) for kind in Kind]

# Statements that are read: not hidden, in an article that stands.
VISIBLE = Q(hidden_by__isnull=True, article__withdrawn_at__isnull=True)


def of_outlet(value: str, path: str) -> Q:
    """Rows of the outlet with this slug or name; path leads from the row to it."""
    return Q(**{f"{path}__slug": value.lower()}) | Q(**{f"{path}__name__iexact": value})


def published(article: Article) -> str | None:
    """The date of publication as exactly as it is known, and as POST takes it.

    A month (2025-06), a day (2025-06-10) or a moment by the outlet's clock
    (2025-06-10T00:19:00-04:00).
    """
    day = article.published_date
    if day is None:
        return None
    if article.published_precision == Article.Precision.MONTH:
        return f"{day:%Y-%m}"
    offset = article.utc_offset_minutes
    if article.published_at is None or offset is None:
        return day.isoformat()
    clock = timezone(timedelta(minutes=offset))
    return article.published_at.astimezone(clock).isoformat()


class StatementBriefSerializer(serializers.ModelSerializer[Statement]):
    """A statement inside a link or a claim; start and end count in the text."""

    article = serializers.CharField(
        source="article.external_id", read_only=True, help_text="its external_id"
    )
    article_id = serializers.IntegerField(read_only=True)
    outlet = serializers.CharField(source="article.outlet.name", read_only=True)
    url = serializers.CharField(source="article.url", read_only=True)
    published = serializers.SerializerMethodField()

    class Meta:
        model = Statement
        fields = [
            "id",
            "article",
            "article_id",
            "outlet",
            "url",
            "published",
            "quote",
            "start",
            "end",
            "state",
        ]
        read_only_fields = fields

    def get_published(self, statement: Statement) -> str | None:
        """Of the article, as exactly as it is known."""
        return published(statement.article)
