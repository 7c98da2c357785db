"""/relink/: every text that the present engine has not read is read, by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets

from claims.api.acts.asked import NothingAsked
from claims.jobs.relinking import relink_start
from claims.permissions import may_curate, require
from factcheck.operations.api.jobs import JobConflict, JobSerializer, accepted
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.jobs import JobLiveError
from factcheck.operations.tokens import CURATE

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.response import Response


class RelinkViewSet(viewsets.GenericViewSet[Any]):
    """Reading everything again: after a new engine, or what an import broke off."""

    serializer_class = NothingAsked
    write_scope = CURATE
    # The engine is loaded first, which no transaction waits for. Done again it finds
    # the job that it has started, or one that has nothing to do.
    one_commit = False

    @extend_schema(
        summary="Have every text read that the present engine has not read",
        request=NothingAsked,
        responses={status.HTTP_202_ACCEPTED: JobSerializer},
    )
    def create(self, request: Request) -> Response:
        """202: the job. Judgements stay: only what the engine wrote is written anew.

        409: it is being done already; `current` is that job.
        """
        actor = person_of(request)
        require(may_curate, actor)
        NothingAsked(data=request.data).is_valid(raise_exception=True)
        try:
            job = relink_start(actor=actor, token=token_of(request))
        except JobLiveError as error:
            raise JobConflict(str(error), error.job) from error
        return accepted(job, request)
