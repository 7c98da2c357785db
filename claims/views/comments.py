"""Comments on a claim, and following it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms import describe_errors
from claims.forms.comments import CommentForm
from claims.models import Claim
from claims.permissions import may_comment
from claims.services.comments import claim_comment
from claims.services.conflict import ConflictError
from claims.services.following import claim_follow, claim_unfollow
from claims.views.people import acting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CONFLICT = 409
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, pk: int) -> HttpResponse:
    """`/claims/<number>/comments/`: the comments alone, and where a new one is sent.

    The claim's own page shows the same under `?tab=comments`.
    """
    found = get_object_or_404(Claim, pk=pk)
    if request.method != "POST":
        if found.merged_into_id is not None:
            return redirect("claims:comments", found.merged_into_id)
        return _page(request, found, CommentForm())
    actor = acting(request, may_comment)
    form = CommentForm(request.POST)
    if not form.is_valid():
        describe_errors(form)
        return _page(request, found, form, status=UNPROCESSABLE)
    try:
        made = claim_comment(actor=actor, claim=found, body=form.cleaned_data["body"])
    except ConflictError as error:
        form.add_error(None, str(error))
        return _page(request, found, form, status=CONFLICT)
    messages.success(request, _("Your comment is saved."))
    page = reverse("claims:claim", args=[pk])
    return HttpResponseRedirect(f"{page}?tab=comments#comment-{made.pk}")


def _page(
    request: HttpRequest, found: Claim, form: CommentForm, *, status: int = 200
) -> HttpResponse:
    context = {"claim": found, "form": form}
    return render(request, "claims/comments.html", context, status=status)


@require_POST
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow the claim, or with `stop` follow it no longer."""
    actor = acting(request, may_comment)
    found = get_object_or_404(Claim, pk=pk)
    if "stop" in request.POST:
        claim_unfollow(actor=actor, claim=found)
        messages.success(request, _("You do not follow this claim any more."))
    else:
        claim_follow(actor=actor, claim=found)
        messages.success(request, _("You follow this claim: changes are told to you."))
    return redirect("claims:claim", pk)
