"""All that the page of one claim shows, beside its ratings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from claims.facets.types import Kind, Level
from claims.linkage.reason import in_common
from claims.linkage.types import Relation
from claims.models import By, Claim, FacetComparison, Link
from claims.selectors.material import Material, effective_hops, holds, load_material
from claims.selectors.matrix import MARK_ORDER, Entry, Matrix, matrix_of
from claims.selectors.rows import RANK
from claims.selectors.severity import severity
from claims.selectors.wording import LABELS, MARKS, interval, resolved, width
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claims.models import AttributionHop, Statement, StatementFacet

RELATION_MARKS = {
    Relation.CORROBORATES.value: "states",
    Relation.CONFLICTS.value: "differs",
    Relation.UPDATES.value: "updated",
    Relation.NONE.value: "omits",
}
# The pairs that a page lists; a claim of 40 statements has hundreds, and they repeat
# each other. The gravest come first; the API lists all.
LINKS_SHOWN = 40
AGREED_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quote; mark is empty where nothing is compared."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A relative date in its three parts: the words, the anchor, the result.

    printed  whether the anchor is the day of publication, and not another date
    edited   an editor said what the words mean; then they need not be relative
    start, end  where the words stand in the quote
    """

    words: str
    anchor: date | None
    printed: bool
    result: str
    width: str
    edited: bool = False
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement as printed: its pieces, its chain, how its dates were read."""

    statement: Statement
    mark: str
    pieces: tuple[Piece, ...]
    chain: tuple[str, ...]
    dates: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One facet of a pair: its level and both sides as printed."""

    label: str
    mark: str
    level: str
    rank: int
    low: str
    high: str
    low_norm: str
    high_norm: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A link as the page explains it. decided: the latest decision, if any."""

    link: Link
    low: Statement
    high: Statement
    compared: tuple[Compared, ...]
    decided: AuditEntry | None

    @property
    def mark(self) -> str:
        return RELATION_MARKS[self.link.relation]

    @property
    def counts(self) -> bool:
        return holds(self.link)

    @property
    def deciding(self) -> tuple[Compared, ...]:
        """The facets whose level is the pair's worst: why it is what it is."""
        return tuple(
            row
            for row in self.compared
            if row.rank == self.compared[0].rank and row.low and row.high
        )

    @property
    def agreed(self) -> tuple[Compared, ...]:
        """The facets that make a pair agree; empty when none is worth naming."""
        return tuple(
            row
            for row in self.compared
            if row.mark in {"states", "refines"} and row.low and row.high
        )[:AGREED_SHOWN]

    @property
    def in_common(self) -> tuple[str, ...]:
        """The words that make a pair agree, where it is they and no facet."""
        return in_common(self.link.engine_reason) if self.mark == "states" else ()

    @property
    def disagrees(self) -> bool:
        """The engine now says something else than the editor decided."""
        link = self.link
        return link.by == "editor" and link.engine_relation != link.relation


@dataclass(frozen=True, slots=True)
class Sheet:
    """The claim, its matrix, its quotes and its pairs."""

    claim: Claim
    material: Material
    matrix: Matrix
    quotes: tuple[Quote, ...]
    pairs: tuple[Pair, ...]
    unlisted: int
    severity: int

    @property
    def verdict(self) -> tuple[str, str]:
        """The mark and the words of the claim as a whole."""
        if not self.claim.finding:
            return MARKS[Level.UNKNOWN], gettext("Nothing to compare")
        for level, word in (
            (Level.CONFLICT, gettext("Conflict")),
            (Level.UPDATED, gettext("Changed since")),
            (Level.NAMING_VARIANT, gettext("Naming only")),
        ):
            labels = [line.name for line in self.matrix.lines if line.level == level]
            if labels:
                return MARKS[level], f"{word}: {', '.join(dict.fromkeys(labels))}"
        return "states", gettext("Consistent")


def claim_sheet(claim: Claim) -> Sheet:
    """The sheet of a claim, in a constant number of queries."""
    (material,) = load_material([claim], full=True)
    matrix = matrix_of(material)
    marks = matrix.marks()
    pairs = _pairs(material)
    return Sheet(
        claim=claim,
        material=material,
        matrix=matrix,
        quotes=tuple(
            _quote(row, marks.get(row.pk, []), material) for row in material.statements
        ),
        pairs=tuple(pairs[:LINKS_SHOWN]),
        unlisted=max(0, len(pairs) - LINKS_SHOWN),
        severity=severity((line.kind, line.level) for line in matrix.lines),
    )


def _quote(statement: Statement, entries: list[Entry], material: Material) -> Quote:
    marks = [entry.mark for entry in entries]
    return Quote(
        statement=statement,
        mark=min(marks, key=MARK_ORDER.index, default="omits"),
        pieces=tuple(_pieces(statement.quote, entries)),
        chain=chain_of(statement),
        dates=_dates(statement, material),
    )


def _pieces(quote: str, entries: list[Entry]) -> list[Piece]:
    """Cut a quote at its marked values; where two overlap, the graver one stands."""
    ordered = sorted(entries, key=lambda entry: MARK_ORDER.index(entry.mark))
    return cut_at(
        quote,
        ((one.printed.place.start, one.printed.end, one.mark) for one in ordered),
    )


def cut_at(quote: str, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """A quote cut at (start, end, mark); of two that overlap the first one stands."""
    taken: list[tuple[int, int, str]] = []
    for start, end, mark in spans:
        free = all(end <= other[0] or other[1] <= start for other in taken)
        if free and 0 <= start < end <= len(quote):
            taken.append((start, end, mark))
    pieces = []
    here = 0
    for start, end, mark in sorted(taken):
        if start > here:
            pieces.append(Piece(quote[here:start]))
        pieces.append(Piece(quote[start:end], mark))
        here = end
    if here < len(quote):
        pieces.append(Piece(quote[here:]))
    return pieces


def chain_of(statement: Statement) -> tuple[str, ...]:
    """Who says it, from the first hand to the outlet."""
    hops = [_hop(hop) for hop in reversed(effective_hops(statement.hops.all()))]
    return (*[hop for hop in hops if hop], statement.article.outlet.name)


def _hop(hop: AttributionHop) -> str:
    cited = hop.cited_outlet.name if hop.cited_outlet else hop.cited_text
    speaker = f"{hop.speaker}, {hop.role}" if hop.role and hop.speaker else hop.speaker
    who = speaker or hop.role or cited
    if hop.venue and hop.venue != who:
        place = {"who": who, "venue": hop.venue}
        who = gettext("%(who)s on %(venue)s") % place if who else hop.venue
    if cited and cited not in who:
        who = gettext("%(who)s to %(outlet)s") % {"who": who, "outlet": cited}
    return who


def is_relative(facet: StatementFacet) -> bool:
    """Whether a date means a day only together with another, or none that is known."""
    return facet.anchor is not None or facet.date_from is None


def _dates(statement: Statement, material: Material) -> tuple[Anchored, ...]:
    """The relative and the corrected dates of a statement, each once."""
    printed = statement.article.published_date
    found = (
        anchored(facet, printed)
        for facet in material.facets[statement.pk]
        if facet.kind == Kind.DATE and (is_relative(facet) or facet.by == By.EDITOR)
    )
    return tuple(dict.fromkeys(found))


def anchored(facet: StatementFacet, printed: date | None) -> Anchored:
    """How a date was read; printed: the day of publication."""
    start, end = facet.date_from, facet.date_to
    result = wide = ""
    if start is not None and end is not None:
        result = interval(start=start, end=end, granularity=facet.granularity)
        wide = width(start=start, end=end)
    return Anchored(
        words=facet.text,
        anchor=facet.anchor,
        printed=facet.anchor == printed,
        result=result,
        width=wide,
        edited=facet.by == By.EDITOR,
        start=facet.start,
        end=facet.end,
    )


def _pairs(material: Material) -> list[Pair]:
    statements = {row.pk: row for row in material.statements}
    decided = _decisions(material)
    facets = {
        (facet.statement_id, facet.kind, facet.start, facet.value): facet
        for rows in material.facets.values()
        for facet in rows
    }
    pairs = [
        Pair(
            link=link,
            low=statements[link.low_id],
            high=statements[link.high_id],
            compared=tuple(_compared(row, link, facets) for row in _in_order(link)),
            decided=decided.get(str(link.pk)),
        )
        for link in material.links
        if not _forgotten(link)
    ]
    return sorted(
        pairs,
        key=lambda pair: (
            not pair.counts,
            MARK_ORDER.index(pair.mark),
            -(pair.link.engine_score or 0),
            pair.link.pk,
        ),
    )


def _forgotten(link: Link) -> bool:
    """A link by hand that was taken back: the next linking drops the row."""
    none = Relation.NONE.value
    return link.by == "engine" and link.relation == link.engine_relation == none


def _in_order(link: Link) -> list[FacetComparison]:
    return sorted(link.comparisons.all(), key=lambda row: RANK[row.level])


def _compared(
    row: FacetComparison,
    link: Link,
    facets: dict[tuple[int, str, int, str], StatementFacet],
) -> Compared:
    low = facets.get((link.low_id, row.kind, row.low_start, row.low_value))
    high = facets.get((link.high_id, row.kind, row.high_start, row.high_value))
    return Compared(
        label=LABELS[Kind(row.kind)],
        mark=MARKS[Level(row.level)],
        level=row.get_level_display(),
        rank=RANK[row.level],
        low=row.low_text,
        high=row.high_text,
        low_norm=resolved(low) if low else "",
        high_norm=resolved(high) if high else "",
        reason=row.reason,
    )


def _decisions(material: Material) -> dict[str, AuditEntry]:
    """The latest entry about each link, by the link's id as text."""
    entries = (
        AuditEntry.objects.filter(
            target_type=Link._meta.label_lower,
            target_id__in=[str(link.pk) for link in material.links],
        )
        .select_related("actor")
        .order_by("id")
    )
    return {entry.target_id: entry for entry in entries}
