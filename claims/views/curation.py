"""Naming, making, merging and splitting claims; where a statement belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.forms import describe_errors
from claims.forms.curation import MergeForm, PlaceForm, StatementsForm, TitleForm
from claims.models import Claim, Statement
from claims.permissions import may_edit_claim
from claims.selectors.nearby import members_shown, near_claims
from claims.services.conflict import ConflictError
from claims.services.curation import (
    claim_create,
    claim_merge,
    claim_split,
    statement_move,
    statement_remove,
)
from claims.services.titles import claim_rename
from claims.views.changed import Redo, Side, changed_page, who_was_last
from claims.views.people import acting
from factcheck.operations.ids import id_from

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

UNPROCESSABLE = 422
ASKED = require_http_methods(["GET", "HEAD", "POST"])
# Statements of which a claim is made by hand; more come by merging.
MOST_CHOSEN = 200


@ASKED
def title(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the claim a title."""
    actor = acting(request, may_edit_claim)
    claim = get_object_or_404(Claim, pk=pk, merged_into=None)
    if request.method != "POST":
        seen = {"title": claim.title, "seen": claim.title}
        return _page(request, "title", claim, TitleForm(initial=seen))
    form = TitleForm(request.POST)
    if not form.is_valid():
        return _wrong(request, "title", claim, form)
    given = form.cleaned_data
    try:
        claim_rename(
            actor=actor,
            claim=claim,
            title=given["title"],
            seen=given["seen"],
            reason=given["reason"],
        )
    except ConflictError as error:
        now = error.current.get("title", "")
        return changed_page(
            request,
            said=str(error),
            yours=[Side(_("title"), given["title"])],
            theirs=[Side(_("title"), now), *who_was_last(request.user, claim)],
            back=reverse("claims:claim", args=[pk]),
            redo=Redo(request.path, _("Give mine all the same"), given | {"seen": now}),
        )
    messages.success(request, _("The title is saved."))
    return redirect("claims:claim", pk)


@ASKED
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one claim of this and another."""
    actor = acting(request, may_edit_claim)
    claim = get_object_or_404(Claim, pk=pk, merged_into=None)
    if request.method != "POST":
        return _page(request, "merge", claim, MergeForm(), near=near_claims(claim))
    form = MergeForm(request.POST)
    other = form.claim() if form.is_valid() else None
    if form.is_valid() and other is None:
        form.add_error("other", _("There is no such claim."))
    if other is None:
        return _wrong(request, "merge", claim, form, near=near_claims(claim))
    try:
        now = claim_merge(
            actor=actor, claim=claim, other=other, reason=form.cleaned_data["reason"]
        )
    except ValidationError as refusal:
        form.add_error("other", refusal.messages[0])
        return _wrong(request, "merge", claim, form, near=near_claims(claim))
    except ConflictError as error:
        wish = _("merge with claim %(number)s") % {"number": other.pk}
        return _changed(request, error, claim, wish)
    messages.success(
        request,
        _("Merged: claim %(went)s leads here now.") % {"went": max(pk, other.pk)},
    )
    return redirect("claims:claim", now.pk)


@ASKED
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a claim of some statements of this one."""
    actor = acting(request, may_edit_claim)
    claim = get_object_or_404(Claim, pk=pk, merged_into=None)
    members = members_shown(claim)
    if request.method != "POST":
        form = StatementsForm(shown=members)
        return _page(request, "split", claim, form, members=members)
    form = StatementsForm(request.POST, shown=members)
    # Who has left the claim meanwhile is no choice any more, and no mistake of theirs.
    posted = set(map(id_from, request.POST.getlist("statements"))) - {None}
    if posted - form.shown.keys():
        wish = _("split statements off")
        gone = ConflictError(_("A statement is no longer in this claim."), {})
        return _changed(request, gone, claim, wish)
    if not form.is_valid():
        return _wrong(request, "split", claim, form, members=members)
    try:
        made = claim_split(
            actor=actor,
            claim=claim,
            statements=form.chosen,
            title=form.cleaned_data["title"],
            reason=form.cleaned_data["reason"],
        )
    except ValidationError as refusal:
        form.add_error("statements", refusal.messages[0])
        return _wrong(request, "split", claim, form, members=members)
    except ConflictError as error:
        return _changed(request, error, claim, _("split statements off"))
    messages.success(
        request,
        _("Split off from claim %(number)s; the rest stays there.") % {"number": pk},
    )
    return redirect("claims:claim", made.pk)


@ASKED
def statement(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    """Move a statement to another claim, or take it out of this one."""
    actor = acting(request, may_edit_claim)
    claim = get_object_or_404(Claim, pk=pk, merged_into=None)
    row = next((row for row in members_shown(claim) if row.pk == statement), None)
    if request.method != "POST":
        if row is None:
            raise Http404
        return _page(request, "statement", claim, PlaceForm(), row=row)
    form = PlaceForm(request.POST)
    moving = request.POST.get("act") == "move"
    if not form.is_valid():
        return _wrong(request, "statement", claim, form, row=row)
    to = Claim.objects.filter(pk=form.cleaned_data["to"]).first()
    if moving and to is None:
        form.add_error("to", _("There is no such claim."))
        return _wrong(request, "statement", claim, form, row=row)
    asked: dict[str, Any] = {
        "actor": actor,
        "statement": row or get_object_or_404(Statement, pk=statement),
        "claim": claim,
        "reason": form.cleaned_data["reason"],
    }
    try:
        if moving and to is not None:
            statement_move(to=to, **asked)
        else:
            statement_remove(**asked)
    except ValidationError as refusal:
        form.add_error("to", refusal.messages[0])
        return _wrong(request, "statement", claim, form, row=row)
    except ConflictError as error:
        return _changed(request, error, claim, _("take the statement out"))
    messages.success(request, _("Moved.") if moving else _("Taken out of this claim."))
    return redirect("claims:claim", pk)


@ASKED
def new(request: HttpRequest) -> HttpResponse:
    """Make a claim of statements: `/claims/new/?statement=4&statement=7`."""
    actor = acting(request, may_edit_claim)
    asked = request.POST if request.method == "POST" else request.GET
    wanted = asked.getlist("statement")[:MOST_CHOSEN]
    chosen = list(
        Statement.objects.filter(
            pk__in=[pk for text in wanted if (pk := id_from(text))],
            hidden_by=None,
            article__withdrawn_at=None,
        )
        .select_related("article__outlet")
        .order_by("pk")
    )
    if not chosen:
        messages.warning(request, _("Choose the statements of the new claim first."))
        return redirect("claims:queue")
    if request.method != "POST":
        form = StatementsForm()
        return _page(request, "new", None, form, chosen=chosen)
    form = StatementsForm(request.POST)
    if not form.is_valid():
        return _wrong(request, "new", None, form, chosen=chosen)
    made = claim_create(
        actor=actor,
        statements=chosen,
        title=form.cleaned_data["title"],
        reason=form.cleaned_data["reason"],
    )
    messages.success(request, _("A new claim."))
    return redirect("claims:claim", made.pk)


def _changed(
    request: HttpRequest, error: ConflictError, claim: Claim, wish: str
) -> HttpResponse:
    """What became of the claim; it is looked at again before anything is redone."""
    into = error.current.get("merged_into")
    now = Claim.objects.get(pk=claim.pk)
    theirs = [Side(_("statements"), str(len(members_shown(now))))]
    if into:
        theirs = [Side(_("merged into"), _("claim %(number)s") % {"number": into})]
    return changed_page(
        request,
        said=str(error),
        yours=[Side(_("claim %(number)s") % {"number": claim.pk}, wish)],
        theirs=[*theirs, *who_was_last(request.user, now)],
        back=reverse("claims:claim", args=[claim.pk]),
    )


def _wrong(
    request: HttpRequest, name: str, claim: Claim | None, form: Form, **more: Any
) -> HttpResponse:
    describe_errors(form)
    return _page(request, name, claim, form, status=UNPROCESSABLE, **more)


def _page(
    request: HttpRequest,
    name: str,
    claim: Claim | None,
    form: Form,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {"claim": claim, "form": form, **more}
    return render(request, f"claims/curate_{name}.html", context, status=status)
