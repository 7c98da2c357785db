"""A claim's counts, facets, outlets, dates, title: written here and nowhere else.

Derived from its members and links, so it can be run at any time and again. Only members
that readers see count: printed, not hidden, of an article that is not withdrawn.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from claims.facets.types import Level
from claims.lexicon.words import words
from claims.linkage.types import Relation
from claims.models import (
    By,
    Claim,
    ClaimFacet,
    ClaimMember,
    ClaimOutlet,
    FacetComparison,
    Link,
    Statement,
)
from claims.models.link import NOT_STATED
from claims.selectors.evidence import stale_claims
from claims.selectors.matrix import origin_key
from claims.selectors.priority import FIRST_DAY, priority
from claims.selectors.rows import RANK
from claims.selectors.severity import severity

ROWS_A_QUERY = 500

# Characters of a title that the engine makes: under three lines of the queue. A whole
# sentence is meant; what is cut off may be the very value that is disputed.
TITLE_CHARACTERS = 220
# A headline is cut and sharpened by a desk: it stands for a claim only when nothing
# else does. In units of link score, so less than one sure link.
HEADLINE_PENALTY = 0.5

# A sentence that begins so leans on the one before it, and reads badly alone.
LEANING = words(
    """
    another both but he her his however it its meanwhile she such that their these they
    this those
    """
)
_WORD = re.compile(r"[A-Za-z]+")

DERIVED = (
    "title",
    "stale",
    "finding",
    "priority",
    "conflicts",
    "outlets",
    "origins",
    "first_reported",
    "last_reported",
)

# What a claim is listed under, the gravest first.
FINDINGS = (
    (Level.CONFLICT, Claim.Finding.CONFLICT),
    (Level.UPDATED, Claim.Finding.UPDATED),
    (Level.NAMING_VARIANT, Claim.Finding.NAMING),
)
# Outlets, or statements of one outlet, from which on there is something to compare.
SEVERAL = 2


# Links and comparisons come as tuples: a claim with a thousand members has twenty
# thousand of them, and building model instances took nine tenths of the time.
class LinkRow(NamedTuple):
    """The columns of a standing link that count."""

    id: int
    low: int
    high: int
    relation: str
    score: float | None


class ComparisonRow(NamedTuple):
    """The columns of a comparison that count."""

    link: int
    kind: str
    role: str
    level: str
    low_start: int
    high_start: int


@dataclass(slots=True)
class Around:
    """A claim with the rows that its counts are made of."""

    claim: Claim
    members: list[Statement] = field(default_factory=list)
    links: list[LinkRow] = field(default_factory=list)
    comparisons: list[ComparisonRow] = field(default_factory=list)


@transaction.atomic
def claim_refresh(claim_ids: Collection[int]) -> None:
    """Write what is derived of the claims, in a constant number of queries."""
    around = _load(sorted(claim_ids))
    if not around:
        return
    stale = stale_claims(around)
    facets: list[ClaimFacet] = []
    outlets: list[ClaimOutlet] = []
    for pk, each in around.items():
        worst = _worst_levels(each.comparisons)
        _set_counts(each, worst, stale=pk in stale)
        facets += [
            ClaimFacet(claim_id=pk, kind=kind, worst_level=level)
            for kind, level in sorted(worst.items())
        ]
        printed = Counter(row.article.outlet_id for row in each.members)
        outlets += [
            ClaimOutlet(claim_id=pk, outlet_id=outlet, statements=number)
            for outlet, number in sorted(printed.items())
        ]
    ClaimFacet.objects.filter(claim__in=around).delete()
    ClaimOutlet.objects.filter(claim__in=around).delete()
    ClaimFacet.objects.bulk_create(facets, batch_size=ROWS_A_QUERY)
    ClaimOutlet.objects.bulk_create(outlets, batch_size=ROWS_A_QUERY)
    # The rows are there: this is an UPDATE of many rows, five times as fast as
    # bulk_update, which spells out a CASE for each of them.
    Claim.objects.bulk_create(
        [each.claim for each in around.values()],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=DERIVED,
        batch_size=ROWS_A_QUERY,
    )


def stale_refresh(claim_ids: Collection[int]) -> None:
    """Write anew whether their ratings are stale: all that a rating itself changes.

    It locks no row but the claims', so it cannot wait for an import that waits for it.
    """
    stale = stale_claims(claim_ids)
    rows = Claim.objects.filter(pk__in=claim_ids)
    rows.filter(pk__in=stale, stale=False).update(stale=True)
    rows.filter(stale=True).exclude(pk__in=stale).update(stale=False)


def _load(claim_ids: Sequence[int]) -> dict[int, Around]:
    around = {
        claim.pk: Around(claim) for claim in Claim.objects.filter(pk__in=claim_ids)
    }
    # Not as conditions on joined tables: where SQLite knows no sizes of tables, it then
    # begins with every statement that nobody has hidden.
    seen = Statement.objects.filter(
        pk=OuterRef("statement"),
        state=Statement.State.PRINTED,
        hidden_by=None,
        article__withdrawn_at=None,
    )
    shown = (
        ClaimMember.objects.filter(
            Exists(seen), claim__in=around, state=ClaimMember.State.IN
        )
        .select_related(
            "statement__article__outlet",
            "statement__article__copy_of__outlet",
            "statement__origin",
            "statement__version",
        )
        .defer(
            "statement__article__authors",
            "statement__article__title",
            "statement__version__text",
        )
        .order_by("claim_id", "statement_id")
    )
    homes: dict[int, set[int]] = defaultdict(set)
    for member in shown:
        around[member.claim_id].members.append(member.statement)
        homes[member.statement_id].add(member.claim_id)
    _load_links(around, homes)
    return around


def _load_links(around: Mapping[int, Around], homes: Mapping[int, set[int]]) -> None:
    standing = Link.objects.filter(low__in=homes, high__in=homes).exclude(
        Q(state=Link.State.REJECTED) | Q(relation=Relation.NONE)
    )
    shared: dict[int, set[int]] = {}
    links = standing.order_by("pk").values_list(
        "pk", "low_id", "high_id", "relation", "engine_score"
    )
    for link in map(LinkRow._make, links):
        shared[link.id] = homes[link.low] & homes[link.high]
        for pk in shared[link.id]:
            around[pk].links.append(link)
    compared = FacetComparison.objects.filter(link__in=standing.order_by())
    comparisons = compared.order_by("pk").values_list(
        "link_id", "kind", "role", "level", "low_start", "high_start"
    )
    for comparison in map(ComparisonRow._make, comparisons):
        for pk in shared.get(comparison.link, ()):
            around[pk].comparisons.append(comparison)


def _worst_levels(comparisons: Iterable[ComparisonRow]) -> dict[str, str]:
    worst: dict[str, str] = {}
    for row in comparisons:
        if row.level == Level.UNKNOWN:
            continue
        held = worst.get(row.kind)
        if held is None or RANK[row.level] < RANK[held]:
            worst[row.kind] = row.level
    return worst


def _set_counts(each: Around, worst: Mapping[str, str], *, stale: bool) -> None:
    claim = each.claim
    days = [
        row.article.published_date for row in each.members if row.article.published_date
    ]
    claim.conflicts = sum(link.relation == Relation.CONFLICTS for link in each.links)
    claim.outlets = len({row.article.outlet_id for row in each.members})
    claim.origins = len({origin_key(row) for row in _who_count(each)})
    claim.first_reported = min(days, default=None)
    claim.last_reported = max(days, default=None)
    claim.finding = _finding(worst, each)
    claim.priority = priority(
        severity(worst.items()), claim.outlets, max(days, default=_came_in(each))
    )
    claim.stale = stale
    untitled = claim.touched_at is None or not claim.title
    if claim.title_by == By.ENGINE and untitled and each.members:
        claim.title = _title(each)


def _who_count(each: Around) -> list[Statement]:
    """Who gives a disputed facet, when there is one; else all (LINKING, "Counting")."""
    giving = _disputed(each)
    return [row for row in each.members if row.pk in giving or not giving]


def _disputed(each: Around) -> dict[int, set[tuple[str, str]]]:
    """The disputed facets (kind, role) that a statement gives, by its id."""
    conflicts = {row.id for row in each.links if row.relation == Relation.CONFLICTS}
    disputed = {
        (row.kind, row.role)
        for row in each.comparisons
        if row.link in conflicts and row.level == Level.CONFLICT
    }
    ends = {link.id: (link.low, link.high) for link in each.links}
    giving: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for row in each.comparisons:
        facet = (row.kind, row.role)
        if facet in disputed:
            low, high = ends[row.link]
            if row.low_start != NOT_STATED:
                giving[low].add(facet)
            if row.high_start != NOT_STATED:
                giving[high].add(facet)
    return giving


def _finding(worst: Mapping[str, str], each: Around) -> str:
    """The gravest level in one word; empty while there is nothing to compare: too few
    statements, or the engine's own that no link joins any more.
    """
    printed = Counter(row.article.outlet_id for row in each.members)
    if len(printed) < SEVERAL and max(printed.values(), default=0) < SEVERAL:
        return ""
    if each.claim.touched_at is None and not each.links:
        return ""
    levels = set(worst.values())
    return next(
        (finding for level, finding in FINDINGS if level in levels),
        Claim.Finding.CONSISTENT,
    )


def _came_in(each: Around) -> date:
    """The day on which the newest statement was read, where no article has a date."""
    days = [row.version.captured_at.date() for row in each.members]
    return max(days, default=FIRST_DAY)


def _title(each: Around) -> str:
    """The words of the member that stands best for the claim.

    A sentence that can be read alone goes before one that leans on another, then who
    gives most of what is disputed, then who is most firmly linked.
    """
    weight: dict[int, float] = defaultdict(float)
    for link in each.links:
        for end in (link.low, link.high):
            weight[end] += link.score or 0.0
    disputed = _disputed(each)

    def order(row: Statement) -> tuple[bool, int, float, int]:
        headline = bool(row.frames.get("headline"))
        gives = 0 if headline else len(disputed.get(row.pk, ()))
        firm = weight[row.pk] - HEADLINE_PENALTY * headline
        return _leans(row.quote), -gives, -firm, row.pk

    return title_from(min(each.members, key=order).quote)


def title_from(quote: str) -> str:
    """The words of a statement as a title of the engine has them: cut at a word."""
    title = " ".join(quote.split())
    if len(title) <= TITLE_CHARACTERS:
        return title
    return title[:TITLE_CHARACTERS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _leans(quote: str) -> bool:
    first = _WORD.search(quote)
    return first is not None and first[0].lower() in LEANING
