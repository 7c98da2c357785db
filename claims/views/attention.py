"""What needs a curator's look, and reading a text again that was not read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.engine import load_engine
from claims.permissions import may_curate, require
from claims.selectors.attention import MOST_STATEMENTS, attention
from claims.services.pipeline import process_version
from claims.views.people import acting
from sources.models import ArticleVersion

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)


@require_safe
def needs_a_look(request: HttpRequest) -> HttpResponse:
    """`/needs-a-look/`."""
    require(may_curate, request.user)
    context = {"look": attention(), "most": MOST_STATEMENTS}
    return render(request, "desk/needs_a_look.html", context)


@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the present text of an article whose reading failed or never began."""
    acting(request, may_curate)
    version = get_object_or_404(
        ArticleVersion.objects.select_related("article__outlet"),
        article=pk,
        pk=F("article__current_version"),
        article__withdrawn_at=None,
    )
    try:
        process_version(version, engine=load_engine())
    except Exception as error:  # the run keeps what went wrong; the page shows it
        log.exception("Article %s could not be read", pk)
        messages.error(
            request,
            _("It could not be read: %(error)s") % {"error": type(error).__name__},
        )
    else:
        messages.success(request, _("The article was read and compared."))
    return HttpResponseRedirect(reverse("claims:needs-a-look"))
