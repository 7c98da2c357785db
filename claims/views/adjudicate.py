"""What a senior editor decides: the claims that wait, and the page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from claims.forms.rating import SCALE
from claims.forms.verdicts import CANNOT_TELL, CardForm, ReopenForm, VerdictForm
from claims.models import Claim
from claims.permissions import may_adjudicate
from claims.selectors.agreement import agreement_for
from claims.selectors.bench import bench_of, latest_by_claim
from claims.selectors.cards import shown_cards
from claims.selectors.disputes import disputes_of
from claims.selectors.sheet import claim_sheet
from claims.selectors.verdicts import (
    Seen,
    disputed_claims,
    last_verdict,
    public_verdict,
    seen_now,
)
from claims.services.conflict import ConflictError
from claims.services.publishing import claim_publish
from claims.services.verdicts import claim_adjudicate, claim_reopen
from claims.views.agreement import agreement_shown
from claims.views.people import acting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from claims.models import Verdict
    from claims.selectors.disputes import Dispute
    from claims.selectors.sheet import Sheet
    from factcheck.operations.models import User

CLAIMS_A_PAGE = 25
# Whose place in the line is told; nobody works off more in a day.
LINE_TOLD = 500
CONFLICT, UNPROCESSABLE = 409, 422
PUBLISH = "publish"


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """`/adjudicate/`: claims on which editors differ, the one waiting longest first."""
    actor = acting(request, may_adjudicate)
    claims = disputed_claims().prefetch_related("facet_rows")
    page = Paginator(claims, CLAIMS_A_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    ratings = latest_by_claim(actor, rows)
    context = {"page": page, "rows": [(claim, ratings[claim.pk]) for claim in rows]}
    return render(request, "adjudicate/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def adjudicate(request: HttpRequest, pk: int) -> HttpResponse:
    """`/claims/<number>/adjudicate/`; do=save keeps the verdict inside the house."""
    actor = acting(request, may_adjudicate)
    claim = get_object_or_404(Claim, pk=pk)
    if claim.merged_into_id is not None:
        return redirect("claims:adjudicate", claim.merged_into_id)
    sheet = claim_sheet(claim)
    disputes = disputes_of(sheet.material)
    if request.method != "POST":
        return _page(request, sheet, _begun(claim, disputes))
    form = VerdictForm(request.POST, disputes=disputes)
    if not form.is_valid():
        return _page(request, sheet, form, status=UNPROCESSABLE)
    publish = request.POST.get("do") == PUBLISH
    try:
        claim_adjudicate(
            actor=actor,
            claim=claim,
            seen=_seen(form),
            decision=form.decision,
            title=form.cleaned_data["title"],
            publish=publish,
        )
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, sheet, form, status=UNPROCESSABLE)
    except ConflictError as error:
        return _conflict(request, claim, form, error)
    if publish:
        messages.success(request, _("The verdict is saved and the card is public."))
        return redirect("claims:card", pk)
    messages.success(request, _("The verdict is saved."))
    return redirect("claims:claim", pk)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show readers the card as it is: with the saved verdict, or without any."""
    actor = acting(request, may_adjudicate)
    claim = get_object_or_404(Claim, pk=pk)
    form = CardForm(request.POST)
    if not form.is_valid():
        messages.warning(request, " ".join(_errors(form)))
        return redirect("claims:adjudicate", pk)
    try:
        claim_publish(
            actor=actor,
            claim=claim,
            seen=_seen(form),
            title=form.cleaned_data["title"],
        )
    except (ConflictError, ValidationError) as error:
        messages.warning(request, _said(error))
        return redirect("claims:adjudicate", pk)
    messages.success(request, _("The card is public."))
    return redirect("claims:card", pk)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the claim back to its raters with a question: the next round begins."""
    actor = acting(request, may_adjudicate)
    claim = get_object_or_404(Claim, pk=pk)
    form = ReopenForm(request.POST)
    if not form.is_valid():
        messages.warning(request, " ".join(_errors(form)))
        return redirect("claims:adjudicate", pk)
    try:
        claim_reopen(
            actor=actor,
            claim=claim,
            round=form.cleaned_data["round"],
            reason=form.cleaned_data["reason"],
        )
    except (ConflictError, ValidationError) as error:
        messages.warning(request, _said(error))
        return redirect("claims:adjudicate", pk)
    messages.success(request, _("The claim is open again, in a new round."))
    return redirect("claims:claim", pk)


def _seen(form: CardForm) -> Seen:
    return Seen(form.cleaned_data["round"], form.cleaned_data["seq"])


def _said(error: ConflictError | ValidationError) -> str:
    return (
        " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    )


def _errors(form: forms.Form) -> list[str]:
    return [str(text) for texts in form.errors.values() for text in texts]


def _begun(claim: Claim, disputes: Sequence[Dispute]) -> VerdictForm:
    """The form as it opens: empty, or with what the last verdict of the round says."""
    seen = seen_now(claim)
    initial: dict[str, Any] = {
        "round": seen.round,
        "seq": seen.seq,
        "title": str(claim),
    }
    last = last_verdict(claim)
    if last is not None and last.reasons:  # else it is a card without a verdict
        initial |= _as_written(last, disputes)
    return VerdictForm(initial=initial, disputes=disputes)


def _card(claim: Claim) -> CardForm:
    """The form that publishes what is there; its fields have ids of their own."""
    seen = seen_now(claim)
    last = last_verdict(claim)
    title = shown_cards([last])[0].titled if last else ""
    return CardForm(
        initial={**seen._asdict(), "title": title or str(claim)}, auto_id="card_%s"
    )


def _as_written(last: Verdict, disputes: Sequence[Dispute]) -> dict[str, Any]:
    standing = {
        (row["kind"], row["role"], row["label"]): row["value"] for row in last.decided
    }
    return {
        "value": CANNOT_TELL if last.value is None else str(last.value),
        "text": last.text,
        "reasons": last.reasons,
        "title": shown_cards([last])[0].titled or str(last.claim),
        **{
            f"facet-{number}": standing.get((d.kind, d.role, d.label), "")
            for number, d in enumerate(disputes)
        },
    }


def _conflict(
    request: HttpRequest, claim: Claim, form: VerdictForm, error: ConflictError
) -> HttpResponse:
    """The same form with all that was typed, on the claim as it is now.

    Its hidden fields say the present state: who sends it again has seen the notice.
    """
    claim = Claim.objects.get(pk=claim.pk)
    if claim.merged_into_id is not None:
        messages.warning(request, str(error))
        return redirect("claims:adjudicate", claim.merged_into_id)
    sheet = claim_sheet(claim)
    disputes = disputes_of(sheet.material)
    seen = seen_now(claim)
    chosen = {
        request.POST.get(f"label-{number}"): request.POST.get(f"facet-{number}", "")
        for number in range(len(form.disputes))
    }
    typed = request.POST.copy()
    typed["round"], typed["seq"] = str(seen.round), str(seen.seq)
    for number, dispute in enumerate(disputes):
        typed[f"label-{number}"] = dispute.label
        value = chosen.get(dispute.label, "")
        typed[f"facet-{number}"] = value if value in dispute.words else ""
    again = VerdictForm(typed, disputes=disputes)
    again.is_valid()
    again.add_error(None, str(error))
    return _page(request, sheet, again, status=CONFLICT)


def _page(
    request: HttpRequest, sheet: Sheet, form: VerdictForm, *, status: int = 200
) -> HttpResponse:
    claim = sheet.claim
    actor: User = acting(request, may_adjudicate)
    bench = bench_of(actor, claim)
    line = list(disputed_claims().values_list("pk", flat=True)[:LINE_TOLD])
    context = {
        "claim": claim,
        "sheet": sheet,
        "form": form,
        "bench": bench,
        "scale": SCALE,
        "place": line.index(claim.pk) + 1 if claim.pk in line else None,
        "waiting": len(line),
        "last": last_verdict(claim),
        "public": public_verdict(claim.pk),
        "card": _card(claim),
        "reopen": ReopenForm(initial={"round": claim.round}, auto_id="reopen_%s"),
        "agreement": agreement_shown(agreement_for(actor, editors=bench.editors)),
    }
    return render(request, "adjudicate/adjudicate.html", context, status=status)
