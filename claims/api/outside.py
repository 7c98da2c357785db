"""/outside-verdicts/: what fact-checkers elsewhere have published, from ClaimReview."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django_filters import rest_framework as filters
from drf_spectacular.utils import (
    PolymorphicProxySerializer,
    extend_schema,
    extend_schema_view,
)
from rest_framework import serializers, status
from rest_framework.response import Response
from rest_framework.reverse import reverse

from claims.api.arrivals import DRY_RUN, dry_run_asked
from claims.api.shapes.claims import ClaimSerializer, claims_shown
from claims.api.shapes.outside import (
    OutsideVerdictDetailSerializer,
    OutsideVerdictSerializer,
)
from claims.engine import load_engine
from claims.jobs.outside import REVIEWS_AT_ONCE, latest_day, outside_start
from claims.models import OutsideVerdict
from claims.permissions import may_import, require
from claims.reviews import Row, Unreadable, read_document
from claims.selectors.outside import outside_verdicts_visible_to, standing_with
from claims.services.outside import Became, Taken, outside_check, outside_take
from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import (
    DayFilter,
    Filters,
    IntegerFilter,
    WordsFilter,
)
from factcheck.operations.api.jobs import JobSerializer, accepted
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.tokens import INGEST

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request

ANY_DOCUMENT = {
    "application/json": {
        "oneOf": [
            {"type": "object", "additionalProperties": True},
            {"type": "array", "items": {"type": "object"}},
        ],
        "example": {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": "https://checks.example/ferry",
            "claimReviewed": "The ferry has been sold.",
            "author": {"@type": "Organization", "name": "Quay Checks"},
            "reviewRating": {"@type": "Rating", "alternateName": "False"},
        },
    }
}


class TakenSerializer(serializers.Serializer[Taken]):
    """What came of a review of the document, or would come of it.

    path    its place: "@graph[2]"; empty: the document is one review
    became  created, updated, unchanged; removed: an editor took it out, it stays out;
            refused: then where and reason say what is wrong
    claim   ours with which it stands, where it has been placed
    """

    row = serializers.IntegerField()
    path = serializers.CharField()
    became = serializers.ChoiceField(choices=[each.value for each in Became])
    verdict = serializers.IntegerField(allow_null=True, help_text="its number")
    url = serializers.SerializerMethodField(help_text="of the verdict in this API")
    claim = serializers.IntegerField(allow_null=True)
    publisher = serializers.CharField()
    claimed = serializers.CharField()
    where = serializers.CharField(help_text="the place of what is wrong")
    reason = serializers.CharField(help_text="what is wrong, for people")

    def get_url(self, taken: Taken) -> str:
        if taken.verdict is None:
            return ""
        where: str = reverse(
            "outside-verdict-detail", [taken.verdict], request=self.context["request"]
        )
        return where


class ManyTakenSerializer(serializers.Serializer[Any]):
    """An answer for each review, in their order. counts: reviews by `became`."""

    dry_run = serializers.BooleanField()
    counts = serializers.DictField(child=serializers.IntegerField())
    results = TakenSerializer(many=True)


class OutsideVerdictFilter(Filters):
    """claim, placed, publisher, url, by day of publication, words of the claim."""

    claim = IntegerFilter(method="with_claim", label="number of the claim")
    placed = filters.BooleanFilter(method="is_placed", label="stands with a claim")
    publisher = WordsFilter(
        field_name="publisher", lookup_expr="icontains", label="part of the name"
    )
    url = WordsFilter(field_name="url", label="exactly this one")
    published_from = DayFilter(
        field_name="published", lookup_expr="gte", label="that day or later"
    )
    published_to = DayFilter(
        field_name="published", lookup_expr="lte", label="that day or earlier"
    )
    q = WordsFilter(
        field_name="claim_reviewed",
        lookup_expr="icontains",
        label="part of what is claimed",
    )

    class Meta:
        model = OutsideVerdict
        fields: list[str] = []

    def with_claim(self, queryset: QuerySet[Any], name: str, value: int) -> Any:
        return standing_with(queryset, value)

    def is_placed(self, queryset: QuerySet[Any], name: str, value: object) -> Any:
        return queryset.exclude(home=None) if value else queryset.filter(home=None)


@extend_schema_view(
    list=extend_schema(summary="Verdicts from elsewhere that you may see"),
    retrieve=extend_schema(summary="A verdict from elsewhere that you may see"),
)
class OutsideVerdictViewSet(Reads[OutsideVerdict]):
    """What fact-checkers elsewhere have published about claims of ours.

    Blind like ratings: those of a claim whose present round you have not rated are not
    there for you.
    """

    queryset = OutsideVerdict.objects.none()
    serializer_class = OutsideVerdictSerializer
    filterset_class = OutsideVerdictFilter
    orders = {
        "id": ("id",),
        "published": ("published", "id"),
        "imported": ("imported_at", "id"),
    }
    expansions = {"claim": one("home", ClaimSerializer, claims_shown)}
    write_scope = INGEST
    one_commit = False  # what is claimed is read between transactions

    def get_queryset(self) -> QuerySet[OutsideVerdict]:
        """Blind: one selector decides what is visible, here as everywhere."""
        return outside_verdicts_visible_to(self.request.user)

    def get_serializer_class(self) -> type[OutsideVerdictSerializer]:
        if self.action == "list":
            return OutsideVerdictSerializer
        return OutsideVerdictDetailSerializer

    @extend_schema(
        summary="Send verdicts from elsewhere in",
        parameters=[DRY_RUN],
        request=ANY_DOCUMENT,
        responses={
            status.HTTP_200_OK: ManyTakenSerializer,
            status.HTTP_202_ACCEPTED: PolymorphicProxySerializer(
                component_name="OutsideJob",
                serializers=[JobSerializer],
                resource_type_field_name=None,
                many=False,
            ),
        },
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The document is JSON-LD with ClaimReview of schema.org in it, as published.

        One review, a list, a `@graph`, a feed: every ClaimReview in it is a row. 200
        with an answer for each, where one that is refused does not stop the others; or
        202 with a job that does the same, when there are more than 20. Sent again, a
        review that has changed is updated, and one that has not is left alone.
        `dry_run=true`: nothing is written, and the answer says what would be.
        """
        actor = person_of(request)
        require(may_import, actor)
        trial = dry_run_asked(request)
        rows = _rows(request.data)
        if trial:
            return _answer(request, outside_check(rows=rows), dry_run=True)
        token = token_of(request)
        if len(rows) > REVIEWS_AT_ONCE:
            return accepted(outside_start(rows=rows, actor=actor, token=token), request)
        taken = outside_take(rows=rows, engine=load_engine(), actor=actor, token=token)
        return _answer(request, taken, dry_run=False)


def _rows(document: Any) -> list[Row]:
    try:
        return read_document(document, latest=latest_day())
    except Unreadable as error:
        said = str(error)
        raise serializers.ValidationError(f"{said[:1].upper()}{said[1:]}.") from error


def _answer(request: Request, taken: list[Taken], *, dry_run: bool) -> Response:
    answer = {
        "dry_run": dry_run,
        "counts": dict(Counter(str(each.became) for each in taken)),
        "results": taken,
    }
    return Response(ManyTakenSerializer(answer, context={"request": request}).data)
