"""POST /articles/ with several of them, or as a trial: an answer for each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.reverse import reverse

from claims.engine import load_engine
from claims.jobs.importing import import_start
from claims.services.arrivals import Arrival, articles_check, articles_take
from factcheck.operations.api.jobs import accepted
from factcheck.operations.api.scopes import token_of

if TYPE_CHECKING:
    from rest_framework.request import Request

    from factcheck.operations.models import User

# Articles in one request; a body has 5 MB at most anyway.
ARTICLES_HIGHEST = 1_000
# Articles that the sender waits for; more of them become a job. One takes a tenth of a
# second to some seconds, and a proxy gives up after a minute.
ARTICLES_AT_ONCE = 10

YES_NO = {"true": True, "1": True, "false": False, "0": False, "": False}

DRY_RUN = OpenApiParameter(
    "dry_run",
    bool,
    description="write nothing, and say what would be done with each row",
)


class ManyArticlesSerializer(serializers.Serializer[Any]):
    """Articles as they are sent in; each row is checked for itself."""

    articles = serializers.ListField(
        child=serializers.DictField(),
        allow_empty=False,
        max_length=ARTICLES_HIGHEST,
        help_text="each with the fields of one article",
    )
    dry_run = serializers.BooleanField(required=False, help_text="as in the address")


class ArrivalSerializer(serializers.Serializer[Arrival]):
    """What came of a row. row: from 0.

    code: "" when all went well; invalid, conflict, withdrawn (the row is refused) or
    unread (it is stored, but was not read; it is tried again).
    """

    row = serializers.IntegerField()
    stored = serializers.ChoiceField(
        choices=["created", "new version", "updated", "unchanged", "refused"]
    )
    article = serializers.IntegerField(allow_null=True, help_text="its number")
    url = serializers.SerializerMethodField(help_text="of the article in this API")
    external_id = serializers.CharField()
    outlet = serializers.CharField()
    statements = serializers.IntegerField()
    links = serializers.IntegerField()
    code = serializers.CharField()
    reason = serializers.CharField(help_text="what is wrong, for people")

    def get_url(self, arrival: Arrival) -> str:
        if arrival.article is None:
            return ""
        where: str = reverse(
            "article-detail", [arrival.article], request=self.context["request"]
        )
        return where


class ArrivalsSerializer(serializers.Serializer[Any]):
    """An answer for each row, in their order. counts: rows by `stored`."""

    dry_run = serializers.BooleanField()
    counts = serializers.DictField(child=serializers.IntegerField())
    results = ArrivalSerializer(many=True)


@dataclass(frozen=True, slots=True)
class Many:
    """What was sent in, and whether it is only a trial."""

    rows: Sequence[Any]
    dry_run: bool


def many_asked(request: Request) -> Many | None:
    """The rows of a list, of `articles`, or of a trial; None: one to be stored."""
    trial = dry_run_asked(request)
    data = request.data
    if isinstance(data, dict) and "articles" in data:
        return _enveloped(data, trial=trial)
    if isinstance(data, list):
        return Many(_bounded(data), trial)
    return Many([data], dry_run=True) if trial else None


def answer_to_many(request: Request, many: Many, *, actor: User) -> Response:
    """Do it, or have it done."""
    if many.dry_run:
        return _answer(request, articles_check(rows=many.rows), dry_run=True)
    if len(many.rows) > ARTICLES_AT_ONCE:
        job = import_start(rows=many.rows, actor=actor, token=token_of(request))
        return accepted(job, request)
    taken = articles_take(
        rows=many.rows, engine=load_engine(), actor=actor, token=token_of(request)
    )
    return _answer(request, taken, dry_run=False)


def _answer(request: Request, taken: list[Arrival], *, dry_run: bool) -> Response:
    answer = {
        "dry_run": dry_run,
        "counts": dict(Counter(arrival.stored for arrival in taken)),
        "results": taken,
    }
    return Response(ArrivalsSerializer(answer, context={"request": request}).data)


def _enveloped(data: dict[str, Any], *, trial: bool) -> Many:
    unknown = sorted(set(data) - {"articles", "dry_run"})
    if unknown:
        raise serializers.ValidationError({unknown[0]: "There is no such field."})
    rows = data["articles"]
    if not isinstance(rows, list):
        raise serializers.ValidationError({"articles": "Send a list."})
    asked = data.get("dry_run", False)
    if not isinstance(asked, bool):
        raise serializers.ValidationError({"dry_run": "Send true or false."})
    return Many(_bounded(rows), trial or asked)


def _bounded(rows: list[Any]) -> list[Any]:
    if not rows:
        raise serializers.ValidationError({"articles": "Send one at least."})
    if len(rows) > ARTICLES_HIGHEST:
        message = f"Send {ARTICLES_HIGHEST:,} at most."
        raise serializers.ValidationError({"articles": message})
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            message = f"Row {number}, counted from 0, is no object."
            raise serializers.ValidationError({"articles": message})
    return rows


def dry_run_asked(request: Request) -> bool:
    """Whether it is a trial. Raises ValidationError."""
    given = request.query_params.get("dry_run", "").lower()
    if given not in YES_NO:
        raise serializers.ValidationError({"dry_run": "Send true or false."})
    return YES_NO[given]
