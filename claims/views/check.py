"""`/check/`: a draft beside what is printed. It is answered and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from claims.engine import load_engine
from claims.forms import describe_errors
from claims.forms.check import DraftForm
from claims.services.findings import Draft, Findings, TooManySentences, findings_of
from claims.views.draft_page import page_of
from sources.models import Article

if TYPE_CHECKING:
    from django.http import HttpResponseBase

OK, UNPROCESSABLE = 200, 422


@never_cache
@sensitive_post_parameters("text")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponseBase:
    """The form, or the draft that was sent with its marks."""
    if request.method != "POST":
        today = timezone.localdate()
        return _form(request, DraftForm(initial={"published": today}))
    form = DraftForm(request.POST)
    if form.is_valid():
        try:
            return _checked(request, form, _findings(form))
        except TooManySentences as error:
            form.add_error("text", str(error))
    describe_errors(form)
    return _form(request, form, status=UNPROCESSABLE)


def _findings(form: DraftForm) -> Findings:
    given = form.cleaned_data
    without = given["without"]
    draft = Draft(
        text=given["text"],
        language=given["language"],
        published=given["published"],
        without_outlet=without.pk if without else None,
    )
    return findings_of(draft, engine=load_engine())


def _form(request: HttpRequest, form: DraftForm, *, status: int = OK) -> HttpResponse:
    return render(request, "check/form.html", {"form": form}, status=status)


def _checked(request: HttpRequest, form: DraftForm, found: Findings) -> HttpResponse:
    context = {
        "form": form,
        "page": page_of(found),
        "searched": Article.objects.filter(withdrawn_at=None).count(),
    }
    return render(request, "check/checked.html", context)
