"""The queue of claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims.facets.types import Kind, Level
from claims.filters import wanted_from
from claims.selectors.material import load_material
from claims.selectors.matrix import Line, matrix_of
from claims.selectors.queue import (
    Choice,
    Choices,
    Finding,
    Wanted,
    queue_choices,
    queue_claims,
    queue_totals,
)
from claims.selectors.ratings import Standing, standings
from claims.selectors.severity import EXPLANATION, severity
from claims.selectors.wording import LABELS

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from claims.models import Claim

CLAIMS_A_PAGE = 25
LINES_A_CLAIM = 2
FINDING_LABELS = {
    Finding.CONFLICT.value: "Conflict",
    Finding.UPDATED.value: "Changed since",
    Finding.NAMING.value: "Naming only",
    Finding.CONSISTENT.value: "Consistent",
}
KIND_LABELS = {kind.value: LABELS[kind].capitalize() for kind in Kind}


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A claim as the queue shows it: its gravest differences and where it stands."""

    claim: Claim
    lines: tuple[Line, ...]
    more: tuple[str, ...]
    agreed: tuple[str, ...]
    severity: int
    standing: Standing
    age: int | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the address without it."""

    label: str
    query: str


@require_safe
@vary_on_headers("HX-Request")
def queue(request: HttpRequest) -> HttpResponse:
    """`/`: the claims that pass the filters; htmx gets the part that changes."""
    wanted = wanted_from(request.GET)
    page = Paginator(queue_claims(wanted), CLAIMS_A_PAGE).get_page(
        request.GET.get("page")
    )
    choices = queue_choices(
        wanted, finding_labels=FINDING_LABELS, kind_labels=KIND_LABELS
    )
    context = {
        "wanted": wanted,
        "choices": choices,
        "chips": _chips(request, wanted, choices),
        "page": page,
        "rows": _rows(request, page),
        "totals": queue_totals(),
        "severity_explained": EXPLANATION,
    }
    partial = (
        "HX-Request" in request.headers
        and "HX-History-Restore-Request" not in request.headers
    )
    template = "claims/_queue_part.html" if partial else "claims/queue.html"
    return render(request, template, context)


def _rows(request: HttpRequest, page: Page[Claim]) -> list[QueueRow]:
    claims = list(page.object_list)
    known = standings(request.user, [claim.pk for claim in claims])
    today = timezone.localdate()
    return [
        _row(material.claim, matrix_of(material).lines, known[material.claim.pk], today)
        for material in load_material(claims)
    ]


def _row(
    claim: Claim, lines: tuple[Line, ...], standing: Standing, today: date
) -> QueueRow:
    differing = [line for line in lines if line.against]
    return QueueRow(
        claim=claim,
        lines=tuple(differing[:LINES_A_CLAIM]),
        more=tuple(line.name for line in differing[LINES_A_CLAIM:]),
        agreed=tuple(
            dict.fromkeys(line.name for line in lines if line.level == Level.AGREE)
        ),
        severity=severity((line.kind, line.level) for line in lines),
        standing=standing,
        age=_age(claim, today),
    )


def _age(claim: Claim, today: date) -> int | None:
    """Days since the last report; an outlet's today may be our tomorrow."""
    if claim.last_reported is None:
        return None
    return max(0, (today - claim.last_reported).days)


def _chips(request: HttpRequest, wanted: Wanted, choices: Choices) -> list[Chip]:
    """One chip for each value that is on."""
    chips = []
    for name, chosen, offered in (
        ("relation", wanted.findings, choices.findings),
        ("facet", wanted.kinds, choices.kinds),
        ("outlet", tuple(map(str, wanted.outlets)), choices.outlets),
    ):
        chips += [
            Chip(_label(offered, value), _without(request, name, value))
            for value in chosen
        ]
    for name, label in (
        ("since", f"From {wanted.since}" if wanted.since else ""),
        ("until", f"Until {wanted.until}" if wanted.until else ""),
        ("q", f"“{wanted.text}”" if wanted.text else ""),
    ):
        if label:
            chips.append(Chip(label, _without(request, name)))
    return chips


def _label(offered: tuple[Choice, ...], value: str) -> str:
    return next((choice.label for choice in offered if choice.value == value), value)


def _without(request: HttpRequest, name: str, value: str | None = None) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    kept = [other for other in query.getlist(name) if value not in (None, other)]
    query.setlist(name, kept)
    return query.urlencode()
