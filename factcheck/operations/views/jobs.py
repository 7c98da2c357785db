"""`/jobs/`: long work, how far it is, what went wrong; cancel, resume, fetch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from factcheck.operations.jobs import (
    JobLiveError,
    JobStateError,
    job_cancel,
    job_resume,
    jobs_visible_to,
)
from factcheck.operations.jobs.acts import RESUMABLE
from factcheck.operations.jobs.errors import errors_of
from factcheck.operations.jobs.files import file_of, file_response
from factcheck.operations.jobs.kinds import label_of
from factcheck.operations.models import Job, User
from factcheck.operations.models.job import LIVE

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
    from django.utils.functional import _StrPromise

JOBS_A_PAGE = 50
# Errors shown on the page; the API and the command tell more of them.
ERRORS_SHOWN = 100
GONE = 410

# What came of the rows, in the words of the kinds of jobs.
COUNTED: dict[str, _StrPromise] = {
    "created": gettext_lazy("new"),
    "new version": gettext_lazy("new version"),
    "updated": gettext_lazy("updated"),
    "unchanged": gettext_lazy("unchanged"),
    "refused": gettext_lazy("refused"),
    "statements": gettext_lazy("statements"),
    "links": gettext_lazy("links"),
    "read": gettext_lazy("read"),
    "read before": gettext_lazy("read before"),
    "claims": gettext_lazy("claims"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A job as a page shows it. rows: those that are over, done or not."""

    job: Job
    label: str
    rows: int
    live: bool
    resumable: bool
    counts: tuple[tuple[str, int], ...] = ()


def shown(job: Job) -> Shown:
    """The job in words."""
    counts: dict[str, int] = job.result.get("counts", {})
    return Shown(
        job=job,
        label=label_of(job.kind),
        rows=job.done + job.failed,
        live=job.state in LIVE,
        resumable=job.state in RESUMABLE,
        counts=tuple(
            (str(COUNTED.get(name, name)), number)
            for name, number in counts.items()
            if number
        ),
    )


@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """One's own jobs, or everybody's for those who look after the newsroom."""
    listed = Paginator(jobs_visible_to(request.user), JOBS_A_PAGE)
    page = listed.get_page(request.GET.get("page"))
    rows = [shown(job) for job in page.object_list]
    return render(request, "jobs/list.html", {"page": page, "rows": rows})


@require_safe
def job_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One job; `?part` is what changes of it, which htmx asks for while it lives."""
    job = _visible(request, pk)
    errors = list(islice(errors_of(job), ERRORS_SHOWN + 1))
    context: dict[str, Any] = {
        "shown": shown(job),
        "errors": errors[:ERRORS_SHOWN],
        "more": len(errors) > ERRORS_SHOWN,
        "file": file_of(job, request.user),
    }
    # An address of its own: a browser that goes back would show the part as a page.
    name = "jobs/_job.html" if "part" in request.GET else "jobs/job.html"
    return render(request, name, context)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin no further part of it."""
    told = _("The job is cancelled. What is done stays; what is begun is finished.")
    return _act(request, pk, job_cancel, told)


@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what was cancelled or given up."""
    return _act(request, pk, job_resume, _("The job goes on."))


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse | StreamingHttpResponse:
    """The file that the job made, for who asked."""
    job = _visible(request, pk)
    found = file_of(job, request.user)
    if found is None:
        return render(request, "jobs/gone.html", {"shown": shown(job)}, status=GONE)
    return file_response(job, found)


def _visible(request: HttpRequest, pk: int) -> Job:
    return get_object_or_404(jobs_visible_to(request.user), pk=pk)


def _act(
    request: HttpRequest, pk: int, act: Callable[..., Job], told: str
) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # who sees a job has an account
    job = _visible(request, pk)
    try:
        act(job=job, actor=user)
    except JobLiveError:
        messages.warning(request, _("Another job of this kind is running."))
    except JobStateError:
        messages.warning(request, _("The job had changed meanwhile."))
    else:
        messages.success(request, told)
    return HttpResponseRedirect(reverse("job-page", args=[pk]))
