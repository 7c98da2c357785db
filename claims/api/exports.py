"""/exports/: the queue as a file, made by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status, viewsets

from claims.filters import TEXT_CHARACTERS, meaningless, query_of, wanted_from
from claims.jobs.exporting import Format, export_start
from factcheck.operations.api.asked import Asked
from factcheck.operations.api.jobs import JobSerializer, accepted
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.tokens import READ

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.response import Response

# Characters of the filters: all of them at once, with some dozen outlets.
QUERY_CHARACTERS = 10 * TEXT_CHARACTERS
# Of a filter that there is not, in the refusal.
TOLD_CHARACTERS = 80


class QueryField(serializers.CharField):
    """Filters of the queue, in one way of writing them.

    One that means nothing is refused: it would bring everything.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_blank=True, max_length=QUERY_CHARACTERS, **options)

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        if len(text) > QUERY_CHARACTERS:  # validators see what is made of it alone
            told = f"At most {QUERY_CHARACTERS:,} characters."
            raise serializers.ValidationError(told)
        asked = QueryDict(text)
        if wrong := meaningless(asked, beside=["page"]):
            told = f"The queue has no filter {wrong[0][:TOLD_CHARACTERS]}."
            raise serializers.ValidationError(told)
        return query_of(wanted_from(asked))


class NewExportSerializer(Asked):
    """Which claims, and as what."""

    format = serializers.ChoiceField(choices=[each.value for each in Format])
    query = QueryField(
        required=False,
        default="",
        help_text="the filters, as the address of the queue has them behind the “?”",
    )


class ExportViewSet(viewsets.GenericViewSet[Any]):
    """The queue as a file: a row a claim, as far as you may know of it."""

    serializer_class = NewExportSerializer
    write_scope = READ  # nothing but a file comes of it

    @extend_schema(
        summary="Have a file of claims made",
        request=NewExportSerializer,
        responses={status.HTTP_202_ACCEPTED: JobSerializer},
    )
    def create(self, request: Request) -> Response:
        """202: the job; when it is done, its `file` says where the file lies."""
        actor = person_of(request)
        asked = NewExportSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        job = export_start(
            wanted=wanted_from(QueryDict(given["query"])),
            shape=Format(given["format"]),
            actor=actor,
            token=token_of(request),
        )
        return accepted(job, request)
