"""The queue of claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims.facets.types import Kind, Level
from claims.filters import query_of, wanted_from
from claims.permissions import may_assign, may_decide
from claims.selectors.material import load_material
from claims.selectors.matrix import Line, matrix_of
from claims.selectors.news import mark_now
from claims.selectors.queue import (
    Finding,
    Only,
    Stage,
    Wanted,
    newest_words,
    queue_claims,
)
from claims.selectors.queue_counts import (
    Choice,
    Choices,
    Labels,
    queue_choices,
    queue_totals,
)
from claims.selectors.ratings import Standing, standings
from claims.selectors.rows import RANK
from claims.selectors.severity import EXPLANATION, severity
from claims.selectors.why import why_here
from claims.selectors.wording import LABELS, day
from claims.selectors.worklist import Work, raters, state_known, work_on
from claims.services.bulk import stamp, suggested_links
from claims.store.search import NEWEST
from claims.views.searches import saved_tabs

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from claims.models import Claim

CLAIMS_A_PAGE = 25
LINES_A_CLAIM = 2
_kind = lazy(lambda kind: LABELS[kind].capitalize(), str)
WORDS = Labels(
    findings={
        Finding.CONFLICT.value: _("Conflict"),
        Finding.UPDATED.value: _("Changed since"),
        Finding.NAMING.value: _("Naming only"),
        Finding.CONSISTENT.value: _("Consistent"),
    },
    stages={
        Stage.NEW.value: _("New"),
        Stage.RATING.value: _("Being rated"),
        Stage.RATED.value: _("Rated"),
        Stage.DISPUTED.value: _("Disputed among editors"),
        Stage.ADJUDICATED.value: _("Adjudicated"),
        Stage.PUBLISHED.value: _("Published"),
        Stage.WITHDRAWN.value: _("Withdrawn"),
    },
    kinds={kind.value: _kind(kind) for kind in Kind},
    only={
        Only.MINE.value: _("Assigned to me"),
        Only.OVERDUE.value: _("Overdue"),
        Only.STALE.value: _("Evidence changed"),
    },
)


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
    why: str
    state: str
    work: Work
    pips: tuple[bool, ...]
    seen: str


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
    mark = mark_now()  # before all else: what comes in meanwhile is news
    page = Paginator(queue_claims(wanted, request.user), CLAIMS_A_PAGE).get_page(
        request.GET.get("page")
    )
    choices = queue_choices(wanted, request.user, WORDS)
    may = {"assign": may_assign(request.user), "decide": may_decide(request.user)}
    context = {
        "wanted": wanted,
        "query": query_of(wanted),
        "mark": mark,
        "choices": choices,
        "newest": f"{NEWEST:,}" if newest_words(wanted) else "",
        "chips": _chips(request, wanted, choices),
        "page": page,
        "rows": _rows(request, page),
        "totals": queue_totals(request.user),
        "tabs": saved_tabs(request.user, wanted),
        "severity_explained": EXPLANATION,
        "today": timezone.localdate(),
        "may": may,
        "raters": raters() if may["assign"] else [],
    }
    partial = (
        "HX-Request" in request.headers
        and "HX-History-Restore-Request" not in request.headers
    )
    template = "claims/_queue_part.html" if partial else "claims/queue.html"
    return render(request, template, context)


def _rows(request: HttpRequest, page: Page[Claim]) -> list[QueueRow]:
    claims = list(page.object_list)
    ids = [claim.pk for claim in claims]
    known = standings(request.user, ids)
    work = work_on(ids, request.user)
    links = suggested_links(ids) if may_decide(request.user) else {}
    today = timezone.localdate()
    return [
        _row(
            material.claim,
            matrix_of(material).lines,
            known[material.claim.pk],
            work[material.claim.pk],
            today,
            seen=stamp(links.get(material.claim.pk, {})),
        )
        for material in load_material(claims)
    ]


def _row(
    claim: Claim,
    lines: tuple[Line, ...],
    standing: Standing,
    work: Work,
    today: date,
    *,
    seen: str,
) -> QueueRow:
    differing = [line for line in lines if line.against]
    gravest = min(differing, key=lambda line: RANK[line.level], default=None)
    age = _age(claim, today)
    return QueueRow(
        claim=claim,
        lines=tuple(differing[:LINES_A_CLAIM]),
        more=tuple(line.name for line in differing[LINES_A_CLAIM:]),
        agreed=tuple(
            dict.fromkeys(line.name for line in lines if line.level == Level.AGREE)
        ),
        severity=severity((line.kind, line.level) for line in lines),
        standing=standing,
        age=age,
        why=why_here(
            claim,
            name=gravest.name if gravest else "",
            level=gravest.level if gravest else "",
            age=age,
        ),
        state=state_known(claim, standing),
        work=work,
        pips=tuple(place < work.taken for place in range(claim.slots)),
        seen=seen,
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
        ("state", wanted.stages, choices.stages),
        ("only", wanted.only, choices.only),
        ("facet", wanted.kinds, choices.kinds),
        ("country", wanted.countries, choices.countries),
        ("outlet", tuple(map(str, wanted.outlets)), choices.outlets),
    ):
        chips += [
            Chip(_label(offered, value), _without(request, name, value))
            for value in chosen
        ]
    since, until = gettext("From %(day)s"), gettext("Until %(day)s")
    for name, label in (
        ("since", since % {"day": day(wanted.since)} if wanted.since else ""),
        ("until", until % {"day": day(wanted.until)} if wanted.until else ""),
        ("q", f"“{wanted.text}”" if wanted.text else ""),
    ):
        if label:
            chips.append(Chip(label, _without(request, name)))
    return chips


def _label(offered: tuple[Choice, ...], value: str) -> str:
    found = (str(choice.label) for choice in offered if choice.value == value)
    return next(found, value)


def _without(request: HttpRequest, name: str, value: str | None = None) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    kept = [other for other in query.getlist(name) if value not in (None, other)]
    query.setlist(name, kept)
    return query.urlencode()
