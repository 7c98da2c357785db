"""/jobs/: how far long work is, what went wrong in which row; cancel, resume, fetch."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from django.http import StreamingHttpResponse
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import exceptions, serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.reverse import reverse

from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.ids import id_from
from factcheck.operations.jobs import (
    JobLiveError,
    JobStateError,
    job_cancel,
    job_resume,
    jobs_visible_to,
)
from factcheck.operations.jobs.errors import errors_of
from factcheck.operations.jobs.files import file_of, file_response
from factcheck.operations.jobs.kinds import scope_of
from factcheck.operations.models import Job, JobState

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request

# Errors shown with a job; more of one kind tell nothing new, and `failed` counts all.
ERRORS_SHOWN = 500


class JobConflict(exceptions.APIException):
    """The job is no longer as the act needs it; `current` is how it stands."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "conflict"

    def __init__(self, detail: str, job: Job | None) -> None:
        super().__init__(detail)
        current = {"id": job.pk, "state": job.state} if job else {}
        self.members = {"current": current}


class JobErrorSerializer(serializers.Serializer[Any]):
    """A row that could not be done. row: from 0, null for a whole part of the job."""

    row = serializers.IntegerField(allow_null=True)
    code = serializers.CharField(help_text="for programs")
    detail = serializers.CharField(help_text="for people")


class JobSerializer(serializers.ModelSerializer[Job]):
    """Long work: total, done and failed count its rows.

    progress: 0 to 1. counts: what came of it, in words of its kind. file: where the
    file that it made lies, for who asked, for seven days.
    """

    state = serializers.ChoiceField(choices=JobState.values, read_only=True)
    requested_by = serializers.CharField(
        source="requested_by.username", default=None, allow_null=True, read_only=True
    )
    progress = serializers.SerializerMethodField()
    counts = serializers.SerializerMethodField()
    file = serializers.SerializerMethodField()

    class Meta:
        model = Job
        fields = [
            "id",
            "kind",
            "state",
            "total",
            "done",
            "failed",
            "progress",
            "cancel_requested",
            "requested_by",
            "counts",
            "file",
            "created_at",
            "started_at",
            "finished_at",
        ]
        read_only_fields = fields

    def get_progress(self, job: Job) -> float:
        return round((job.done + job.failed) / job.total, 4) if job.total else 1.0

    @extend_schema_field(serializers.DictField(child=serializers.IntegerField()))
    def get_counts(self, job: Job) -> dict[str, int]:
        counts: dict[str, int] = job.result.get("counts", {})
        return counts

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_file(self, job: Job) -> str | None:
        request = self.context["request"]
        if file_of(job, request.user) is None:
            return None
        return reverse("job-file", [job.pk], request=request)


class JobDetailSerializer(JobSerializer):
    """The same with its errors by row, the first 500 of them."""

    # The name of a property of serializers, which is for those that take input.
    errors = serializers.SerializerMethodField()  # type: ignore[assignment]

    class Meta(JobSerializer.Meta):
        fields = [*JobSerializer.Meta.fields, "errors"]
        read_only_fields = fields

    @extend_schema_field(JobErrorSerializer(many=True))
    def get_errors(self, job: Job) -> list[dict[str, Any]]:
        return list(islice(errors_of(job), ERRORS_SHOWN))


class JobFilter(Filters):
    """kind, state."""

    kind = WordsFilter(label="import, export, relink, …")
    state = filters.ChoiceFilter(choices=JobState.choices, label="how far it is")

    class Meta:
        model = Job
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Your jobs"),
    retrieve=extend_schema(summary="How far a job is"),
)
class JobViewSet(Reads[Job]):
    """Jobs that you asked for; curators and administrators see all of them."""

    queryset = Job.objects.none()
    serializer_class = JobSerializer
    filterset_class = JobFilter
    order = "-id"

    @property
    def write_scope(self) -> str:
        """That of starting such a job."""
        kinds = Job.objects.filter(pk=id_from(self.kwargs.get("pk", "")) or 0)
        return scope_of(kinds.values_list("kind", flat=True).first() or "")

    def get_queryset(self) -> QuerySet[Job]:
        """Asked here and nowhere else."""
        return jobs_visible_to(self.request.user)

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        return JobSerializer if self.action == "list" else JobDetailSerializer

    @extend_schema(summary="Cancel a job", request=None, responses=JobDetailSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: str = "") -> Response:
        """Begin no further part of it; what was done stays. 409: it is over."""
        return self._act(job_cancel, request)

    @extend_schema(summary="Resume a job", request=None, responses=JobDetailSerializer)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: str = "") -> Response:
        """Do what was cancelled or given up. 409: nothing was, or its like runs."""
        return self._act(job_resume, request)

    def _act(self, act: Any, request: Request) -> Response:
        try:
            job = act(
                job=self.get_object(),
                actor=person_of(request),
                token=token_of(request),
            )
        except (JobStateError, JobLiveError) as error:
            raise JobConflict(str(error), error.job) from error
        return Response(self.get_serializer(job).data)

    @extend_schema(
        summary="The file that a job made",
        responses={
            (status.HTTP_200_OK, "text/csv"): OpenApiTypes.STR,
            (status.HTTP_200_OK, "application/jsonl"): OpenApiTypes.STR,
        },
    )
    @action(detail=True, methods=["get"])
    def file(self, request: Request, pk: str = "") -> StreamingHttpResponse:
        """For who asked, and for seven days; 404 for others and after that."""
        job = self.get_object()
        file = file_of(job, request.user)
        if file is None:
            raise exceptions.NotFound("There is no file, for you or any more.")
        return file_response(job, file)


def accepted(job: Job, request: Request) -> Response:
    """202: the job that will do what was asked, and where it can be watched."""
    shape = JobSerializer(job, context={"request": request})
    where = reverse("job-detail", [job.pk], request=request)
    return Response(shape.data, status.HTTP_202_ACCEPTED, headers={"Location": where})
