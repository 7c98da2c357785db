"""Files of what a page lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims.exports.claims import claims_csv
from claims.filters import query_of, wanted_from
from claims.selectors.queue import queue_claims
from claims.views.people import acting, anybody

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Claims in a file that one waits for; the server gives an answer up after 120 s.
CLAIMS_AT_ONCE = 5_000


@require_safe
def claims(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """`/claims.csv`: the queue with the same filters, all pages of it.

    Where that is more than one waits for, the page that has it made by a job.
    """
    viewer = acting(request, anybody)
    listed = queue_claims(wanted_from(request.GET), viewer)
    if listed.values("pk")[: CLAIMS_AT_ONCE + 1].count() > CLAIMS_AT_ONCE:
        query = query_of(wanted_from(request.GET))
        return HttpResponseRedirect(f"{reverse('claims:export')}?{query}")
    name = f"claims-{timezone.localdate().isoformat()}.csv"
    return StreamingHttpResponse(
        claims_csv(listed, viewer),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
