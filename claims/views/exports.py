"""Files of what a page lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims.exports.claims import claims_csv
from claims.filters import query_of, wanted_from
from claims.selectors.queue import newest_words, queue_claims
from claims.views.people import acting, anybody

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Claims in a file that one waits for; the server gives an answer up after 120 s.
CLAIMS_AT_ONCE = 5_000


@require_safe
def claims(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """`/claims.csv`: the queue with the same filters, all pages of it.

    Where that is more than one waits for, the page that has it made by a job. Where the
    words stand so often that older claims are left out, the file's name says so.
    """
    viewer = acting(request, anybody)
    wanted = wanted_from(request.GET)
    listed = queue_claims(wanted, viewer)
    if listed.values("pk")[: CLAIMS_AT_ONCE + 1].count() > CLAIMS_AT_ONCE:
        address = f"{reverse('claims:export')}?{query_of(wanted)}"
        return HttpResponseRedirect(address)
    part = "-newest-only" if newest_words(wanted) else ""
    name = f"claims{part}-{timezone.localdate().isoformat()}.csv"
    return StreamingHttpResponse(
        claims_csv(listed, viewer),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
