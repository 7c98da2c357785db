"""Files of what a page lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims.exports.claims import claims_csv
from claims.filters import wanted_from
from claims.selectors.queue import queue_claims
from claims.views.people import acting, anybody

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def claims(request: HttpRequest) -> StreamingHttpResponse:
    """`/claims.csv`: the queue with the same filters, all pages of it."""
    viewer = acting(request, anybody)
    listed = queue_claims(wanted_from(request.GET), viewer)
    name = f"claims-{timezone.localdate().isoformat()}.csv"
    return StreamingHttpResponse(
        claims_csv(listed, viewer),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
