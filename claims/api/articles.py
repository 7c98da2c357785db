"""/articles/: stories of outlets; what is sent in is read and linked at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db import transaction
from drf_spectacular.utils import (
    PolymorphicProxySerializer,
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers, status
from rest_framework.response import Response
from rest_framework.reverse import reverse

from claims.api.arrivals import (
    DRY_RUN,
    ArrivalsSerializer,
    ManyArticlesSerializer,
    answer_to_many,
    many_asked,
)
from claims.api.conflict import Conflict
from claims.api.printed import of_outlet
from claims.api.shapes.articles import (
    ArticleDetailSerializer,
    ArticleSerializer,
    OutletBriefSerializer,
    VersionSerializer,
    articles_shown,
    versions_shown,
)
from claims.engine import load_engine
from claims.models import ProcessingRun
from claims.permissions import may_import, require
from claims.services.pipeline import process_version
from claims.store.query import parse_query
from claims.store.search import articles_about
from factcheck.operations.api.asked import Asked
from factcheck.operations.api.expand import many, one
from factcheck.operations.api.filters import DayFilter, Filters, WordsFilter
from factcheck.operations.api.jobs import JobSerializer
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.tokens import INGEST
from sources.models import Article, Outlet
from sources.services import (
    ParsedArticle,
    Refused,
    Status,
    Stored,
    article_store,
    submission_parse,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request

    from factcheck.operations.models import Token, User

# "title: longer than 1000 characters" is about the title.
FIELD_OF_REASON = re.compile(r"(\w+): ")
# What the reason begins with, where it does not name the field.
ABOUT = (
    ("impossible date", "published"),
    ("future date", "published"),
    ("no outlet", "outlet"),
)
WITHDRAWN = "This article was withdrawn: it is not read again."


class CountsSerializer(serializers.Serializer[Any]):
    """What came of reading the text, now or when it was stored.

    not_analysed: the language, when it is one that the engine does not read.
    """

    statements = serializers.IntegerField(default=0)
    links = serializers.IntegerField(default=0)
    not_analysed = serializers.CharField(default="")


class StoredSerializer(ArticleDetailSerializer):
    """The article, what storing it did, and what came of reading it."""

    stored = serializers.SerializerMethodField()
    counts = serializers.SerializerMethodField()

    class Meta(ArticleDetailSerializer.Meta):
        fields = [*ArticleDetailSerializer.Meta.fields, "stored", "counts"]
        read_only_fields = fields

    @extend_schema_field(
        {"type": "string", "enum": ["created", "new version", "updated", "unchanged"]}
    )
    def get_stored(self, article: Article) -> str:
        return str(self.context["status"])

    @extend_schema_field(CountsSerializer)
    def get_counts(self, article: Article) -> dict[str, Any]:
        return CountsSerializer(self.context["counts"]).data


class NewArticleSerializer(Asked):
    """An article as it is sent in; the fields of a row of `import_articles`.

    Lengths, dates, addresses and languages are checked where import checks them.
    """

    external_id = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="your own name of it, unique here; made from the content if missing",
    )
    outlet = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="name, alias or domain; a new name makes a new outlet. "
        "Not needed where the address or the page tells it.",
    )
    title = serializers.CharField(required=False, allow_blank=True)
    # Not trimmed: import keeps the text as it is, and the same text is one version.
    text = serializers.CharField(
        required=False,
        allow_blank=True,
        trim_whitespace=False,
        help_text="plain; a blank line ends a block",
    )
    html = serializers.CharField(
        required=False,
        allow_blank=True,
        trim_whitespace=False,
        help_text="the page, instead of text",
    )
    url = serializers.CharField(required=False, allow_blank=True)
    published = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="2025-06, 2025-06-10 or 2025-06-10T00:19-04:00; relative dates "
        "count from it",
    )
    language = serializers.CharField(required=False, allow_blank=True)
    translated_from = serializers.CharField(required=False, allow_blank=True)
    authors = serializers.ListField(child=serializers.CharField(), required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Exactly one of text and html."""
        if attrs.get("text") and attrs.get("html"):
            raise serializers.ValidationError({"html": "Send text or html, not both."})
        if not attrs.get("text") and not attrs.get("html"):
            raise serializers.ValidationError({"text": "Send the text, or html."})
        return attrs


class ArticleFilter(Filters):
    """external_id, outlet, language, by day of publication, words of the title."""

    external_id = WordsFilter(label="exactly this one")
    outlet = WordsFilter(method="of_outlet", label="slug or name")
    language = WordsFilter(lookup_expr="iexact", label="language code")
    published_from = DayFilter(
        field_name="published_date", lookup_expr="gte", label="that day or later"
    )
    published_to = DayFilter(
        field_name="published_date", lookup_expr="lte", label="that day or earlier"
    )
    q = WordsFilter(method="about", label="words of the title or of the text")

    class Meta:
        model = Article
        fields: list[str] = []

    def about(
        self, queryset: QuerySet[Article], name: str, value: str
    ) -> QuerySet[Article]:
        return queryset.filter(articles_about(parse_query(value)))

    def of_outlet(
        self, queryset: QuerySet[Article], name: str, value: str
    ) -> QuerySet[Article]:
        return queryset.filter(of_outlet(value, "outlet"))


@extend_schema_view(
    list=extend_schema(summary="Articles"),
    retrieve=extend_schema(summary="An article with its text"),
)
class ArticleViewSet(Reads[Article]):
    """Stories of outlets."""

    queryset = Article.objects.none()
    serializer_class = ArticleSerializer
    filterset_class = ArticleFilter
    orders = {
        "id": ("id",),
        "published": ("published_date", "id"),
        "title": ("title", "id"),
    }
    expansions = {
        "outlet": one(
            "outlet_id", OutletBriefSerializer, lambda viewer: Outlet.objects.all()
        ),
        "versions": many("article_id", VersionSerializer, versions_shown),
    }
    write_scope = INGEST
    one_commit = False  # the text is read between two transactions

    def get_queryset(self) -> QuerySet[Article]:
        """A list does not read the texts."""
        articles = articles_shown(self.request.user)
        # None: nothing is deferred.
        return articles if self.action == "list" else articles.defer(None)

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        if self.action == "list":
            return ArticleSerializer
        return ArticleDetailSerializer

    @extend_schema(
        summary="Send articles in",
        parameters=[DRY_RUN],
        request=PolymorphicProxySerializer(
            component_name="Articles",
            serializers=[
                NewArticleSerializer,
                NewArticleSerializer(many=True),
                ManyArticlesSerializer,
            ],
            resource_type_field_name=None,
            many=False,
        ),
        responses={
            status.HTTP_200_OK: PolymorphicProxySerializer(
                component_name="StoredOrArrivals",
                serializers=[StoredSerializer, ArrivalsSerializer],
                resource_type_field_name=None,
                many=False,
            ),
            status.HTTP_201_CREATED: StoredSerializer,
            status.HTTP_202_ACCEPTED: JobSerializer,
        },
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Store it, read it and link it with what other outlets print.

        One article: 201 when it is new, 200 when it was known, and `stored` says what
        has changed; 409 when the id or the address belongs to another one. Sending it
        twice changes nothing.

        A list, or an object with `articles`, up to 1,000: 200 with an answer for each
        row, where a row that is refused does not stop the others; or 202 with a job
        that does the same, when there are more than 10. `dry_run=true`: nothing is
        written, and the answer for each row says what would be.
        """
        actor = person_of(request)
        require(may_import, actor)
        several = many_asked(request)
        if several is not None:
            return answer_to_many(request, several, actor=actor)
        asked = NewArticleSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        stored = _store(
            _parsed(asked.validated_data), actor=actor, token=token_of(request)
        )
        article, version = stored.article, stored.version
        assert article is not None
        assert version is not None
        run = process_version(
            version, engine=load_engine(), again=stored.must_read_again
        )
        shape = StoredSerializer(
            self.get_queryset().get(pk=article.pk),
            context={"status": stored.status, "counts": run.counts if run else {}},
        )
        is_new = stored.status is Status.CREATED
        return Response(
            shape.data,
            status.HTTP_201_CREATED if is_new else status.HTTP_200_OK,
            headers={
                "Location": reverse("article-detail", [article.pk], request=request)
            },
        )


def _parsed(fields: dict[str, Any]) -> ParsedArticle:
    try:
        return submission_parse(fields=fields)
    except Refused as refusal:
        raise _complaint(refusal.reason, fields) from refusal


@transaction.atomic
def _store(parsed: ParsedArticle, *, actor: User, token: Token | None) -> Stored:
    """Store it; what must be read again is work to do from the same moment on."""
    stored = article_store(parsed=parsed, actor=actor, token=token)
    if stored.status is Status.REFUSED:
        if _field(stored.reason, {}) == "outlet":
            raise _complaint(stored.reason, {})
        raise Conflict(_sentence(stored.reason))
    article = stored.article
    if article is not None and article.withdrawn_at is not None:
        raise Conflict(WITHDRAWN)  # nothing is stored: the transaction ends here
    if stored.must_read_again:
        ProcessingRun.objects.filter(version=stored.version).update(finished_at=None)
    return stored


def _complaint(reason: str, fields: dict[str, Any]) -> serializers.ValidationError:
    field = _field(reason, fields)
    return serializers.ValidationError(
        {field: _sentence(reason.removeprefix(f"{field}: "))}
    )


def _field(reason: str, fields: dict[str, Any]) -> str:
    """The field that a refusal is about; the content when it names none."""
    named = FIELD_OF_REASON.match(reason)
    if named and named[1] in NewArticleSerializer().fields:
        return named[1]
    for beginning, field in ABOUT:
        if reason.startswith(beginning):
            return field
    return "html" if fields.get("html") else "text"


def _sentence(reason: str) -> str:
    if reason.startswith("external_id "):
        return f"The {reason}."
    return f"{reason[:1].upper()}{reason[1:]}."
