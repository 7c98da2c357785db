"""A file of verdicts from elsewhere: what is in it, then bringing it in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from claims.engine import load_engine
from claims.forms import describe_errors
from claims.forms.outside import OutsideFileForm, pack
from claims.jobs.outside import REVIEWS_AT_ONCE, latest_day, outside_start
from claims.permissions import may_import
from claims.reviews import Row, Unreadable, read_file
from claims.services.outside import Became, Taken, outside_check, outside_take
from claims.views.people import acting
from factcheck.operations.uploads import read_capped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import User

UNPROCESSABLE = 422
TOO_LARGE = gettext_lazy("Larger than 5 MB: send it in parts, or as JSON alone.")
# Rows that the page lists; those that are wrong come first.
ROWS_SHOWN = 200
WORDS = {
    Became.CREATED: gettext_lazy("new"),
    Became.UPDATED: gettext_lazy("changed by its publisher"),
    Became.UNCHANGED: gettext_lazy("as it was"),
    Became.REMOVED: gettext_lazy("removed before: stays out"),
    Became.REFUSED: gettext_lazy("refused"),
}


# The cap must be in place before anything reads the form, and the check of the token
# reads it: so the check comes after, in `_take`.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """`/outside-verdicts/add/`: a file; what is in it; it is brought in."""
    actor = acting(request, may_import)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    try:
        too_large = read_capped(request, most=most)
    except RequestDataTooBig:
        form = OutsideFileForm()
        form.too_large = str(TOO_LARGE)
        return _page(request, form, status=UNPROCESSABLE)
    return _take(request, actor, file_too_large=too_large)


@csrf_protect
def _take(request: HttpRequest, actor: User, *, file_too_large: bool) -> HttpResponse:
    if request.method != "POST":
        return _page(request, OutsideFileForm())
    form = OutsideFileForm(request.POST, request.FILES)
    if file_too_large:
        form.add_error("file", TOO_LARGE)
    elif form.is_valid():
        content = form.cleaned_data["content"]
        try:
            rows = read_file(content, latest=latest_day())
        except Unreadable as error:
            said = str(error)
            form.add_error("file", f"{said[:1].upper()}{said[1:]}.")
        else:
            return _answer(request, actor, rows, content)
    describe_errors(form)
    return _page(request, form, status=UNPROCESSABLE)


def _answer(
    request: HttpRequest, actor: User, rows: list[Row], content: bytes
) -> HttpResponse:
    if "take" not in request.POST:
        checked = outside_check(rows=rows)
        return _page(request, OutsideFileForm(), checked=checked, held=pack(content))
    if len(rows) > REVIEWS_AT_ONCE:
        job = outside_start(rows=rows, actor=actor)
        return HttpResponseRedirect(reverse("job-page", args=[job.pk]))
    taken = outside_take(rows=rows, engine=load_engine(), actor=actor)
    return _page(request, OutsideFileForm(), taken=taken)


def _page(
    request: HttpRequest,
    form: OutsideFileForm,
    *,
    checked: Sequence[Taken] = (),
    taken: Sequence[Taken] = (),
    held: str = "",
    status: int = 200,
) -> HttpResponse:
    rows = sorted(checked or taken, key=lambda row: row.became != Became.REFUSED)
    counts = Counter(row.became for row in rows)
    context: dict[str, Any] = {
        "form": form,
        "rows": [(row, WORDS[row.became]) for row in rows[:ROWS_SHOWN]],
        "more": max(0, len(rows) - ROWS_SHOWN),
        "counts": [(WORDS[each], counts[each]) for each in Became if counts[each]],
        "good": len(rows) - counts[Became.REFUSED],
        "checked": bool(checked),
        "placed": sum(row.claim is not None for row in taken),
        "held": held,
    }
    return render(request, "outside/take.html", context, status=status)
