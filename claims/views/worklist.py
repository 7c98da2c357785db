"""What editors do with claims of the list, one or many: confirm, reject, assign."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.models import Assignment, Claim, Link
from claims.permissions import may_assign, may_decide
from claims.services.assign import assignment_take_back, claim_assign
from claims.services.bulk import Outcome, Result, bulk_assign, bulk_decide
from claims.services.conflict import ConflictError
from claims.views.people import acting
from factcheck.operations.ids import id_from
from factcheck.operations.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

STATES = {
    "confirm": Link.State.CONFIRMED.value,
    "reject": Link.State.REJECTED.value,
}


@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Do one thing with the chosen claims, say what became of each, go back."""
    act = request.POST.get("act", "")
    actor = acting(request, may_assign if act == "assign" else may_decide)
    chosen = [pk for text in request.POST.getlist("claim") if (pk := id_from(text))]
    try:
        if act == "assign":
            results = bulk_assign(
                actor=actor,
                claim_ids=chosen,
                editor=_editor(request.POST),
                due=_due(request.POST),
            )
        elif act in STATES:
            results = bulk_decide(
                actor=actor,
                claim_ids=chosen,
                state=STATES[act],
                seen={pk: request.POST.get(f"seen-{pk}", "") for pk in chosen},
            )
        else:
            raise SuspiciousOperation("not an act of the list")
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        _report(request, act, results)
    return HttpResponseRedirect(_back(request))


def _report(request: HttpRequest, act: str, results: list[Result]) -> None:
    done = [result for result in results if result.outcome is Outcome.DONE]
    if done:
        messages.success(request, _said(act, done))
    nothing = sum(result.outcome is Outcome.NOTHING for result in results)
    if nothing:
        messages.info(
            request,
            ngettext(
                "%(number)d claim had no open suggestion left.",
                "%(number)d claims had no open suggestion left.",
                nothing,
            )
            % {"number": nothing},
        )
    changed = [result for result in results if result.outcome is Outcome.CHANGED]
    titles = Claim.objects.in_bulk([result.claim for result in changed])
    for result in changed:
        messages.warning(request, f"{titles[result.claim]}: {result.reason}")


def _said(act: str, done: list[Result]) -> str:
    claims = ngettext("%(number)d claim", "%(number)d claims", len(done)) % {
        "number": len(done)
    }
    if act == "assign":
        return _("%(claims)s assigned.") % {"claims": claims}
    number = sum(result.number for result in done)
    links = ngettext("%(number)d link", "%(number)d links", number) % {"number": number}
    words = {
        "confirm": _("%(links)s of %(claims)s confirmed."),
        "reject": _("%(links)s of %(claims)s rejected."),
    }
    return words[act] % {"links": links, "claims": claims}


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask an editor to rate this claim."""
    actor = acting(request, may_assign)
    found = get_object_or_404(Claim, pk=pk)
    try:
        made = claim_assign(
            actor=actor,
            claim=found,
            editor=_editor(request.POST),
            due=_due(request.POST),
        )
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    except ConflictError as error:
        messages.warning(request, str(error))
    else:
        name = made.editor.get_full_name() or made.editor.get_username()
        messages.success(request, _("Assigned to %(name)s.") % {"name": name})
    return HttpResponseRedirect(reverse("claims:claim", args=[pk]) + "#assigned")


@require_POST
def take_back(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    """End an assignment without a rating."""
    actor = acting(request, may_assign)
    found = get_object_or_404(Assignment, pk=assignment, claim=pk)
    try:
        assignment_take_back(actor=actor, assignment=found)
    except ConflictError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("The assignment is taken back."))
    return HttpResponseRedirect(reverse("claims:claim", args=[pk]) + "#assigned")


def _editor(sent: QueryDict) -> User:
    pk = id_from(sent.get("editor", ""))
    found = User.objects.filter(pk=pk).first() if pk else None
    if found is None:
        raise ValidationError({"editor": _("Choose an editor.")})
    return found


def _due(sent: QueryDict) -> date | None:
    text = sent.get("due", "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError({"due": _("This is no day.")}) from error


def _back(request: HttpRequest) -> str:
    """The list as it was; never an address of another site."""
    address = request.POST.get("next", "")
    queue = reverse("claims:queue")
    if address.startswith(f"{queue}?") and url_has_allowed_host_and_scheme(
        address, allowed_hosts=None
    ):
        return address
    return queue
