"""The health check, and the icon that browsers ask every site for."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from factcheck import __version__

if TYPE_CHECKING:
    from django.http import HttpRequest

log = logging.getLogger(__name__)


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Tell the version and whether the database answers: 200, or 503 if not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        state, status = "ok", 200
    except DatabaseError:
        log.exception("health check: the database does not answer")
        state, status = "unreachable", 503
    return JsonResponse(
        {"database": state, "vendor": connection.vendor, "version": __version__},
        status=status,
    )


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Pages name their icon themselves; the admin's pages do not."""
    return HttpResponseRedirect(static("img/favicon.svg"))
