"""Rating a claim: taking a place, keeping a draft, saving. Always back to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.forms import describe_errors
from claims.forms.rating import RatingForm, drafted
from claims.models import Claim, RatingDraft, RatingSlot
from claims.models.rating import VALUE_WITHOUT_RATIONALE
from claims.permissions import may_adjudicate, may_rate
from claims.services.conflict import ConflictError
from claims.services.drafts import UNKNOWN, draft_save
from claims.services.review import claim_rate
from claims.services.slots import slot_add, slot_release, slot_take
from claims.views.claim import CONFLICT, UNPROCESSABLE, claim_page
from claims.views.people import acting
from factcheck.operations.ids import id_from

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import User

JSON = "application/json"


@require_POST
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Save a rating; what is wrong with it is said beside the field, nothing lost."""
    found = get_object_or_404(Claim, pk=pk)
    actor = acting(request, may_rate)
    form = RatingForm(request.POST)
    if not form.is_valid():
        describe_errors(form)
        _keep(request, actor, found)
        return claim_page(request, found, form, status=UNPROCESSABLE)
    try:
        claim_rate(
            actor=actor,
            claim=found,
            value=form.rating,
            rationale=form.cleaned_data["rationale"],
        )
    except ConflictError as error:
        _keep(request, actor, found)
        form.add_error(None, _("%(why)s What you wrote is kept.") % {"why": error})
        return claim_page(request, found, form, status=CONFLICT)
    messages.success(request, _("Your rating is saved."))
    return _back(pk)


@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is typed so far; a script gets when, and how long the place is held."""
    found = get_object_or_404(Claim, pk=pk)
    actor = acting(request, may_rate)
    kept = _keep(request, actor, found)
    if request.accepts("text/html"):
        if kept:
            messages.success(request, _("Your draft is kept. Nobody else sees it."))
        return _back(pk)
    slot = RatingSlot.objects.filter(
        claim=found, round=found.round, editor=actor, expires_at__gt=timezone.now()
    ).first()
    said = _("Draft kept at %(time)s.") % {"time": _clock(kept.at)} if kept else ""
    until = _clock(slot.expires_at) if slot and slot.expires_at else ""
    return JsonResponse({"said": said, "until": until})


@require_POST
def slot(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a place; with a value, that one is chosen already."""
    found = get_object_or_404(Claim, pk=pk)
    actor = acting(request, may_rate)
    value = drafted(request.POST.get("value", ""))
    if value:
        begun = RatingDraft.objects.filter(claim=found, editor=actor).first()
        written = begun.rationale if begun else ""
        draft_save(actor=actor, claim=found, value=value, rationale=written)
    try:
        slot_take(actor=actor, claim=found)
    except ConflictError as error:
        messages.warning(request, str(error))
        return claim_page(request, found, status=CONFLICT)
    return _back(pk, _focus(value))


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one's place back; the draft stays."""
    found = get_object_or_404(Claim, pk=pk)
    actor = acting(request, may_rate)
    if slot_release(actor=actor, claim=found):
        messages.success(request, _("Your place is free for somebody else."))
    return _back(pk)


@require_POST
def add_slot(request: HttpRequest, pk: int) -> HttpResponse:
    """One more place; the form says how many the page showed."""
    found = get_object_or_404(Claim, pk=pk)
    actor = acting(request, may_adjudicate)
    seen = id_from(request.POST.get("slots", "")) or found.slots
    try:
        slot_add(actor=actor, claim=found, slots=seen)
    except ConflictError as error:
        messages.warning(request, str(error))
        return claim_page(request, found, status=CONFLICT)
    messages.success(request, _("One more editor can rate this claim."))
    return _back(pk)


def _keep(request: HttpRequest, actor: User, found: Claim) -> RatingDraft | None:
    """What the form holds, whatever is wrong with it."""
    return draft_save(
        actor=actor,
        claim=found,
        value=drafted(request.POST.get("value", "")),
        rationale=request.POST.get("rationale", ""),
    )


def _back(pk: int, place: str = "rate") -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('claims:claim', args=[pk])}#{place}")


def _focus(value: str) -> str:
    """What has the focus after a value was chosen: the reason where it needs one."""
    if not value:
        return "rate"
    if value == UNKNOWN or int(value) < VALUE_WITHOUT_RATIONALE:
        return "id_rationale"
    return f"score-{value}"


def _clock(moment: datetime) -> str:
    return time_format(timezone.localtime(moment))
