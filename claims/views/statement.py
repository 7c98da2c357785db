"""The page of a statement: how its words were read, and what an editor corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.engine import load_engine
from claims.facets.types import Kind, Modality
from claims.forms import describe_errors
from claims.forms.articles import RestoreForm
from claims.forms.statements import (
    NEW,
    UNKNOWN,
    EditionForm,
    FacetForm,
    HopFormSet,
    MergeForm,
    NewFacetForm,
    OriginForm,
    hops_initial,
)
from claims.models import Origin, Statement
from claims.permissions import may_edit_statement, may_withdraw
from claims.selectors.statement import StatementSheet, statement_found, statement_sheet
from claims.services.attribution import attribution_correct
from claims.services.conflict import ConflictError
from claims.services.corrections import facet_correct, facet_remove, words_at
from claims.services.origins import origin_correct, origin_named, origins_merge
from claims.services.statements import statement_hide
from claims.views.people import acting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

OK, CONFLICT, GONE, UNPROCESSABLE = 200, 409, 410, 422

# Prefixes of the forms of one page, so that no two fields share an id.
ADD, HOPS, ORIGIN, MERGE, HIDE = "add", "hops", "origin", "merge", "hide"


@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """`/statements/<number>/`."""
    return _answer(request, _found(request, pk))


@require_POST
def facet(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a value at its printed place, or say that there is none."""
    actor = acting(request, may_edit_statement)
    found = _found(request, pk)
    form = FacetForm(request.POST)
    if not form.is_valid():
        if form.errors.keys() - {"value", "reason"}:
            raise SuspiciousOperation("not a facet of this page")
        return _wrong_facet(request, found, form)
    given = form.cleaned_data
    place = {
        "kind": Kind(given["kind"]),
        "start": given["start"],
        "end": given["end"],
        "edition": given["edition"],
        "reason": given["reason"],
    }
    try:
        if "remove" in request.POST:
            facet_remove(actor=actor, statement=found, engine=load_engine(), **place)
            messages.success(request, _("Saved: the words state nothing of the kind."))
        else:
            facet_correct(
                actor=actor,
                statement=found,
                value=given["value"],
                engine=load_engine(),
                **place,
            )
            messages.success(request, _("Saved. Links and counts follow."))
    except ValidationError as error:
        form.add_error("value", error.messages[0])
        return _wrong_facet(request, found, form)
    except ConflictError:
        return _conflict(request, pk)
    return redirect("claims:statement", pk)


def _wrong_facet(
    request: HttpRequest, found: Statement, form: FacetForm
) -> HttpResponse:
    sent = form.data
    wrong = {
        "key": f"{sent.get('kind')}-{sent.get('start')}-{sent.get('end')}",
        "value": sent.get("value", ""),
        "error": " ".join(str(each[0]) for each in form.errors.values()),
    }
    return _answer(request, found, status=UNPROCESSABLE, wrong=wrong)


@require_POST
def facet_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what some words mean in which the engine read nothing."""
    actor = acting(request, may_edit_statement)
    found = _found(request, pk)
    form = NewFacetForm(request.POST, prefix=ADD)
    if form.is_valid():
        given = form.cleaned_data
        try:
            start, end = words_at(found.quote, given["words"])
            facet_correct(
                actor=actor,
                statement=found,
                kind=Kind(given["kind"]),
                start=start,
                end=end,
                value=given["value"] or given["words"],
                engine=load_engine(),
                edition=given["edition"],
                reason=given["reason"],
            )
        except ValidationError as error:
            for field, said in error.message_dict.items():
                form.add_error(field, said)
        except ConflictError:
            return _conflict(request, pk)
        else:
            messages.success(request, _("Saved. Links and counts follow."))
            return redirect("claims:statement", pk)
    describe_errors(form)
    return _answer(request, found, status=UNPROCESSABLE, add=form)


@require_POST
def attribution(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who said it and through whom, or leave it to the engine again."""
    actor = acting(request, may_edit_statement)
    found = _found(request, pk)
    form = EditionForm(request.POST, prefix=HOPS)
    steps = HopFormSet(request.POST, prefix=HOPS)
    if not form.is_valid() or not steps.is_valid():
        return _answer(request, found, status=UNPROCESSABLE, chain=form, steps=steps)
    hops = [hop for hop in (step.hop for step in steps) if hop is not None]
    if "engine" in request.POST:
        hops = []
    try:
        attribution_correct(
            actor=actor,
            statement=found,
            hops=hops,
            engine=load_engine(),
            edition=form.cleaned_data["edition"],
            reason=form.cleaned_data["reason"],
        )
    except ValidationError as error:
        form.add_error(None, error.messages[0])
        return _answer(request, found, status=UNPROCESSABLE, chain=form, steps=steps)
    except ConflictError:
        return _conflict(request, pk)
    messages.success(request, _("Saved. The origin and the counts follow."))
    return redirect("claims:statement", pk)


@require_POST
def origin(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which first-hand act the statement goes back to."""
    actor = acting(request, may_edit_statement)
    found = _found(request, pk)
    sheet = statement_sheet(found)
    form = OriginForm(
        request.POST, prefix=ORIGIN, offered=sheet.origins, now=found.origin
    )
    if form.is_valid():
        try:
            origin_correct(
                actor=actor,
                statement=found,
                origin=_chosen(found, form),
                engine=load_engine(),
                edition=form.cleaned_data["edition"],
                reason=form.cleaned_data["reason"],
            )
        except ValidationError as error:
            for field, said in error.message_dict.items():
                form.add_error(field, said)
        except ConflictError:
            return _conflict(request, pk)
        else:
            messages.success(request, _("Saved. The counts follow."))
            return redirect("claims:statement", pk)
    describe_errors(form)
    return _answer(request, found, status=UNPROCESSABLE, origin_form=form)


def _chosen(found: Statement, form: OriginForm) -> Origin | None:
    choice = form.cleaned_data["choice"]
    if choice == UNKNOWN:
        return None
    if choice != NEW:
        return Origin.objects.get(pk=choice)
    return origin_named(
        statement=found,
        kind=form.cleaned_data["kind"],
        speaker=form.cleaned_data["speaker"],
        venue=form.cleaned_data["venue"],
    )


@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the statement's origin and another are one act."""
    actor = acting(request, may_edit_statement)
    found = _found(request, pk)
    form = MergeForm(request.POST, prefix=MERGE, offered=statement_sheet(found).origins)
    if not form.is_valid() or found.origin is None:
        raise SuspiciousOperation("not an origin of this page")
    into = get_object_or_404(Origin, pk=form.cleaned_data["into"])
    try:
        origins_merge(
            actor=actor, origin=found.origin.merged_into or found.origin, into=into
        )
    except ConflictError:
        return _conflict(request, pk)
    messages.success(request, _("The two origins count as one."))
    return redirect("claims:statement", pk)


@require_POST
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    """Hide the statement from all pages and counts, or show it again."""
    actor = acting(request, may_edit_statement)
    found = _found(request, pk)
    form = EditionForm(request.POST, prefix=HIDE)
    if not form.is_valid():
        raise SuspiciousOperation("not a statement of this page")
    hiding = "show" not in request.POST
    try:
        statement_hide(
            actor=actor,
            statement=found,
            hide=hiding,
            engine=load_engine(),
            edition=form.cleaned_data["edition"],
            reason=form.cleaned_data["reason"],
        )
    except ConflictError:
        return _conflict(request, pk)
    said = _("Hidden: it counts nowhere.") if hiding else _("It is shown again.")
    messages.success(request, said)
    return redirect("claims:statement", pk)


def _found(request: HttpRequest, pk: int) -> Statement:
    """The statement; one that is hidden is there for editors alone."""
    found = statement_found(pk)
    hidden = found is not None and found.hidden_by_id is not None
    if found is None or (hidden and not may_edit_statement(request.user)):
        raise Http404
    return found


def _conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody was quicker: the page as the statement is now."""
    messages.warning(
        request,
        _("Somebody changed this statement before you: this is how it stands now."),
    )
    return _answer(request, _found(request, pk), status=CONFLICT)


def _answer(
    request: HttpRequest, found: Statement, *, status: int = OK, **sent: Any
) -> HttpResponse:
    if found.article.withdrawn_at is not None:
        context = {
            "article": found.article,
            "may_withdraw": may_withdraw(request.user),
            "restore": RestoreForm(auto_id="restore-%s"),
        }
        return render(request, "articles/withdrawn.html", context, status=GONE)
    sheet = statement_sheet(found)
    opened = sent.get("wrong", {}).get("key") or request.GET.get("correct", "")
    context = {
        "statement": found,
        "article": found.article,
        "sheet": sheet,
        "opened": opened,
    }
    if may_edit_statement(request.user):
        context |= {"may_edit": True, **_forms(found, sheet), **sent}
    return render(request, "statements/statement.html", context, status=status)


def _forms(found: Statement, sheet: StatementSheet) -> dict[str, Any]:
    seen = {"edition": sheet.edition}
    return {
        "add": NewFacetForm(initial=seen, prefix=ADD),
        "chain": EditionForm(initial=seen, prefix=HOPS),
        "steps": HopFormSet(initial=hops_initial(sheet.hops), prefix=HOPS),
        "origin_form": OriginForm(
            initial=seen,
            prefix=ORIGIN,
            offered=sheet.origins,
            now=found.origin,
        ),
        "merge_form": MergeForm(prefix=MERGE, offered=sheet.origins),
        "hide_form": EditionForm(initial=seen, prefix=HIDE),
        "modalities": list(Modality),
    }
