"""What was done to an object, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.models import Claim, ClaimMember, Link, OutsideVerdict, Statement
from claims.permissions import may_read_history, may_read_people, require
from claims.selectors.acts import phrase
from claims.selectors.entries import entries_visible_to
from claims.selectors.history import (
    KINDS,
    PERSONAL,
    Line,
    Step,
    entries_of,
    lines_of,
    steps_of,
    words_of,
)
from claims.selectors.outside import outside_verdicts_known_to
from claims.services.conflict import ConflictError
from claims.services.undo import entry_undo, may_undo, undoable
from claims.views.changed import Side, changed_page
from claims.views.people import acting
from factcheck.operations.ids import id_from
from factcheck.operations.models import AuditEntry
from sources.models import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import User

ENTRIES_A_PAGE = 50
# On the page of a claim: what happened lately, the rest is one click away.
NEWEST = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A line of history; undoable: whether the reader may try to take it back."""

    line: Line
    undoable: bool


@dataclass(frozen=True, slots=True)
class Recent:
    """The newest lines of a claim and the engine's own steps; last: to take back."""

    rows: tuple[Row, ...]
    steps: tuple[Step, ...]
    number: int
    last: Row | None


@require_safe
def history(request: HttpRequest, kind: str, pk: str) -> HttpResponse:
    """`/history/<kind>/<number>/`: every entry about the object that one may see."""
    if kind not in KINDS:
        raise Http404
    require(may_read_people if kind in PERSONAL else may_read_history, request.user)
    subject = _subject(request.user, kind, pk)
    entries = entries_of(request.user, kind, pk)
    page = Paginator(entries, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    if subject is None and not page.object_list:
        raise Http404
    steps = steps_of(subject, ENTRIES_A_PAGE) if isinstance(subject, Claim) else []
    context = {
        "kind": kind,
        "pk": pk,
        "there": subject is not None,
        "words": words_of(subject) if subject is not None else [],
        "address": _address(subject),
        "page": page,
        "rows": _rows(request.user, _lines(page.object_list, kind, subject)),
        "steps": steps if page.number == page.paginator.num_pages else [],
    }
    return render(request, "claims/history.html", context)


def recent_of(request: HttpRequest, claim: Claim) -> Recent | None:
    """For the page of a claim; None for who may not read history."""
    if not may_read_history(request.user):
        return None
    entries = entries_of(request.user, "claim", str(claim.pk))
    rows = _rows(request.user, lines_of(entries[:NEWEST], "claim"))
    mine = (
        row
        for row in rows
        if row.undoable
        and row.line.entry.actor_id == request.user.pk
        and row.line.entry.undoes_id is None
    )
    return Recent(
        rows=tuple(rows),
        steps=tuple(steps_of(claim, NEWEST)),
        number=entries.count(),
        last=next(mine, None),
    )


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an act back, or say what has changed since."""
    actor = acting(request, may_read_history)
    # What is blind to the actor is not there.
    entry = get_object_or_404(entries_visible_to(actor), pk=pk)
    back = _back(request, entry)
    try:
        entry_undo(actor=actor, entry=entry, reason=request.POST.get("reason", ""))
    except ConflictError as error:
        return changed_page(
            request,
            said=str(error),
            yours=[Side(_("take back"), phrase(entry))],
            theirs=_since(actor, entry),
            back=back,
        )
    messages.success(request, _("Taken back: %(act)s.") % {"act": phrase(entry)})
    return HttpResponseRedirect(back)


def _lines(entries: Any, kind: str, subject: Any) -> list[Line]:
    lines = lines_of(entries, kind)
    if isinstance(subject, Article) and subject.withdrawn_at is not None:
        # Its headline and its words are taken off every page.
        return [replace(line, changes=()) for line in lines]
    return lines


def _since(user: User, entry: AuditEntry) -> list[Side]:
    """Who did what after the entry to the object, or to those of an act on many."""
    about = {(entry.target_type, entry.target_id)}
    if undoable(entry) is None:
        about |= set(entry.children.values_list("target_type", "target_id"))
    later = entries_visible_to(user).filter(
        target_type__in={kind for kind, _key in about},
        target_id__in={key for _kind, key in about},
        pk__gt=entry.pk,
    )
    rows = later.exclude(parent=entry).select_related("actor").order_by("-pk")
    return [Side(row.actor_name, phrase(row), at=row.at) for row in rows[:NEWEST]]


def _rows(user: User | AnonymousUser, lines: Sequence[Line]) -> list[Row]:
    return [
        Row(line, line.undone is None and may_undo(user, line.entry)) for line in lines
    ]


def _back(request: HttpRequest, entry: AuditEntry) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return wanted
    kind = next((k for k, m in KINDS.items() if _is(m, entry)), None)
    if kind is None:
        return reverse("claims:queue")
    return reverse("claims:history", args=[kind, entry.target_id])


def _is(model: Any, entry: AuditEntry) -> bool:
    return bool(model._meta.label_lower == entry.target_type)


def _subject(user: User | AnonymousUser, kind: str, pk: str) -> Any:
    """The object, None when it is gone (its history is not) or blind to the user."""
    rows = (
        outside_verdicts_known_to(user)
        if KINDS[kind] is OutsideVerdict
        else KINDS[kind]._default_manager.all()
    )
    number = id_from(pk)
    return rows.filter(pk=number).first() if number else None


def _address(subject: Any) -> str:
    """The page of the object, where it has one."""
    if isinstance(subject, Claim):
        return reverse("claims:claim", args=[subject.pk])
    if isinstance(subject, Article):
        return reverse("claims:article", args=[subject.pk])
    if isinstance(subject, Statement):
        article = reverse("claims:article", args=[subject.article_id])
        return f"{article}#st-{subject.pk}"
    if isinstance(subject, OutsideVerdict):
        return reverse("claims:outside-verdict", args=[subject.pk])
    if isinstance(subject, Link):
        home = _home(subject)
        if home:
            return reverse("claims:claim", args=[home]) + f"#link-{subject.pk}"
    return ""


def _home(link: Link) -> int | None:
    inside = ClaimMember.objects.filter(
        state=ClaimMember.State.IN, claim__merged_into=None
    )
    both = inside.filter(
        statement=link.low_id,
        claim__in=inside.filter(statement=link.high_id).values("claim"),
    )
    return both.values_list("claim_id", flat=True).order_by("claim_id").first()
