"""What has happened to a claim since a rating was given, in words (SCHEMA rule 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from claims.facets.types import Kind
from claims.models import ClaimMember, Statement
from claims.selectors.evidence import CHAIN, ORIGIN, Evidence, Seen, evidence_of
from claims.selectors.wording import LABELS, day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from claims.models import Claim, Rating


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that is not as it was: whose it is, and what became of it."""

    statement: int
    outlet: str
    what: str


@dataclass(frozen=True, slots=True)
class Age:
    """changes: what the rating saw and is gone or changed; newer: statements since."""

    changes: tuple[Change, ...] = ()
    newer: int = 0

    @property
    def stale(self) -> bool:
        return bool(self.changes)


def ages_of(claim: Claim, ratings: Collection[Rating]) -> dict[int, Age]:
    """{rating id: its age}, in a constant number of queries."""
    if not ratings:
        return {}
    now = evidence_of([claim.pk])[claim.pk]
    changed = {
        statement
        for rating in ratings
        for statement, was in rating.evidence.items()
        if now.get(statement) != was
    }
    statements = _statements(claim, map(int, changed))
    return {rating.pk: _age(rating.evidence, now, statements) for rating in ratings}


def _statements(claim: Claim, ids: Iterable[int]) -> dict[int, Statement]:
    wanted = set(ids)
    if not wanted:
        return {}
    memberships = Prefetch(
        "memberships",
        ClaimMember.objects.filter(claim=claim, state=ClaimMember.State.IN),
        to_attr="in_claim",
    )
    rows = Statement.objects.filter(pk__in=wanted).select_related("article__outlet")
    return {row.pk: row for row in rows.defer("frames").prefetch_related(memberships)}


def _age(seen: Evidence, now: Evidence, statements: Mapping[int, Statement]) -> Age:
    changes = []
    for key, was in seen.items():
        if now.get(key) == was:
            continue
        statement = statements.get(int(key))
        what = _what(was, now.get(key), statement)
        outlet = statement.article.outlet.name if statement else ""
        changes += [Change(int(key), outlet, each) for each in what]
    return Age(tuple(changes), newer=len(now.keys() - seen.keys()))


def _what(was: Seen, now: Seen | None, statement: Statement | None) -> list[str]:
    if now is None:
        return [_why_gone(statement)]
    said = []
    if was["day"] != now["day"]:
        said.append(
            _("the publication date was corrected from %(old)s to %(new)s")
            % {"old": _day(was["day"]), "new": _day(now["day"])}
        )
    for kind in Kind:
        if was["edited"].get(kind) != now["edited"].get(kind):
            said.append(_("the %(facet)s was corrected") % {"facet": LABELS[kind]})
    for what, words in (
        (CHAIN, _("who says it was corrected")),
        (ORIGIN, _("the origin was corrected")),
    ):
        if was["edited"].get(what) != now["edited"].get(what):
            said.append(words)
    return said or [_("its words have changed")]


def _day(text: str) -> str:
    return day(date.fromisoformat(text) if text else None) or _("not known")


def _why_gone(statement: Statement | None) -> str:
    if statement is None:
        return _("no longer there")
    reasons = (
        (statement.article.withdrawn_at is not None, _("the article was withdrawn")),
        (statement.state == Statement.State.ORPHANED, _("no longer printed")),
        (statement.state == Statement.State.RETIRED, _("cut in another way now")),
        (statement.hidden_by_id is not None, _("hidden by an editor")),
        (not getattr(statement, "in_claim", []), _("no longer in this claim")),
    )
    return next((words for holds, words in reasons if holds), _("no longer there"))
