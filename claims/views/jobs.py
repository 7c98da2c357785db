"""Long work that a page starts: a file of claims, reading everything again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.filters import query_of, wanted_from
from claims.jobs.exporting import Format, export_start
from claims.jobs.relinking import relink_start
from claims.permissions import may_curate
from claims.selectors.queue import newest_words
from claims.selectors.queue_counts import bounded_count
from claims.store.search import NEWEST
from claims.views.people import acting, anybody
from factcheck.operations.jobs import JobLiveError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import Job


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """`/exports/?` filters: what the file will hold; POST has it made."""
    actor = acting(request, anybody)
    if request.method != "POST":
        wanted = wanted_from(request.GET)
        context = {
            "query": query_of(wanted),
            "count": bounded_count(wanted, actor),
            "newest": f"{NEWEST:,}" if newest_words(wanted) else "",
        }
        return render(request, "jobs/export.html", context)
    if request.POST.get("format") not in set(Format):
        raise SuspiciousOperation("no such format")
    wanted = wanted_from(QueryDict(request.POST.get("query", "")))
    shape = Format(request.POST["format"])
    return _to(export_start(wanted=wanted, shape=shape, actor=actor))


@require_POST
def relink(request: HttpRequest) -> HttpResponse:
    """Have every text read that the present engine has not read."""
    actor = acting(request, may_curate)
    try:
        job = relink_start(actor=actor)
    except JobLiveError as error:
        messages.warning(request, _("This is being done already."))
        if error.job is None:
            return HttpResponseRedirect(reverse("jobs"))
        job = error.job
    return _to(job)


def _to(job: Job) -> HttpResponse:
    return HttpResponseRedirect(reverse("job-page", args=[job.pk]))
