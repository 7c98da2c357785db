"""An article with and without its text, its versions, and its outlet in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework import serializers

from claims.api.printed import published
from sources.models import Article, ArticleVersion, Outlet

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from factcheck.operations.api.expand import Viewer


def articles_shown(viewer: Viewer) -> QuerySet[Article]:
    """Those that stand, with what ArticleSerializer shows of them. Their texts are not
    read.
    """
    articles = Article.objects.filter(withdrawn_at=None)
    return articles.select_related("outlet", "current_version").defer(
        "current_version__text"
    )


def versions_shown(viewer: Viewer) -> QuerySet[ArticleVersion]:
    """Of articles that stand, without their texts."""
    versions = ArticleVersion.objects.filter(article__withdrawn_at=None)
    return versions.select_related("article").defer("text").order_by("number")


class OutletBriefSerializer(serializers.ModelSerializer[Outlet]):
    """Who publishes, in short; /outlets/ has the rest."""

    family_id = serializers.IntegerField(read_only=True, allow_null=True)

    class Meta:
        model = Outlet
        fields = ["id", "slug", "name", "family_id", "country", "language", "is_wire"]
        read_only_fields = fields


class ArticleSerializer(serializers.ModelSerializer[Article]):
    """One story of one outlet, without its text.

    published: as exactly as it is known: a month, a day, or a moment by the outlet's
    clock; published_at: that moment in UTC. version: how often its text has changed,
    from 1.
    """

    outlet = serializers.CharField(source="outlet.name", read_only=True)
    outlet_id = serializers.IntegerField(read_only=True)
    authors = serializers.ListField(child=serializers.CharField(), read_only=True)
    published = serializers.SerializerMethodField()
    version = serializers.IntegerField(
        source="current_version.number", default=None, allow_null=True, read_only=True
    )

    class Meta:
        model = Article
        fields = [
            "id",
            "external_id",
            "outlet",
            "outlet_id",
            "url",
            "title",
            "authors",
            "language",
            "translated_from",
            "published",
            "published_at",
            "published_date",
            "published_precision",
            "published_by",
            "version",
        ]
        read_only_fields = fields

    def get_published(self, article: Article) -> str | None:
        return published(article)


class ArticleDetailSerializer(ArticleSerializer):
    """The same with the text of the latest version, in which statements are found."""

    text = serializers.CharField(
        source="current_version.text", default="", read_only=True
    )

    class Meta(ArticleSerializer.Meta):
        fields = [*ArticleSerializer.Meta.fields, "text"]
        read_only_fields = fields


class VersionSerializer(serializers.ModelSerializer[ArticleVersion]):
    """The text of an article as it was read once, without the text.

    number: from 1; text_hash: sha256 of the text in UTF-8.
    """

    article = serializers.CharField(
        source="article.external_id", read_only=True, help_text="its external_id"
    )
    article_id = serializers.IntegerField(read_only=True)

    class Meta:
        model = ArticleVersion
        fields = [
            "id",
            "article",
            "article_id",
            "number",
            "title",
            "text_hash",
            "captured_at",
        ]
        read_only_fields = fields


class VersionDetailSerializer(VersionSerializer):
    """The same with the text, in which spans of statements count."""

    class Meta(VersionSerializer.Meta):
        fields = [*VersionSerializer.Meta.fields, "text"]
        read_only_fields = fields
