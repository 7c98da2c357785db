"""One statement as its page shows it: the words, what was read, what rests on it.

A facet is shown as words → result, a relative date as words → anchor → result. What an
editor corrected stands beside what the engine had read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from claims.facets.edited import overlap
from claims.facets.types import Kind, Level
from claims.models import (
    By,
    Claim,
    FacetComparison,
    Link,
    Origin,
    Statement,
    StatementFacet,
)
from claims.records import facet_from_row
from claims.selectors.edition import edition_of
from claims.selectors.material import effective_facets, effective_hops
from claims.selectors.rows import RANK
from claims.selectors.sheet import (
    RELATION_MARKS,
    Anchored,
    anchored,
    chain_of,
    cut_at,
    is_relative,
)
from claims.selectors.sheet import Piece as Marked
from claims.selectors.wording import LABELS, MARKS, resolved

if TYPE_CHECKING:
    from claims.models import AttributionHop

# Characters of the article on either side of the quote: some three sentences.
CONTEXT_CHARACTERS = 400
# Links that the page lists; the API lists all.
LINKS_SHOWN = 20
# Origins to choose from: those of the same claims, then the latest.
ORIGINS_OFFERED = 40

LINKED = tuple(f"{side}__article__outlet" for side in ("low", "high"))


@dataclass(frozen=True, slots=True)
class FacetLine:
    """A value of the statement: its printed words, and what they were taken for.

    said     what the engine had read where an editor corrected it; "" for nothing
    removed  an editor says that the words state nothing of the kind
    """

    row: StatementFacet
    label: str
    words: str
    result: str
    date: Anchored | None
    said: str
    removed: bool = False

    @property
    def key(self) -> str:
        """The facet's name within the page."""
        return f"{self.row.kind}-{self.row.start}-{self.row.end}"

    @property
    def edited(self) -> bool:
        return self.row.by == By.EDITOR

    @property
    def printed(self) -> bool:
        """Whether there are words of it to be corrected."""
        return self.row.start < self.row.end

    @property
    def value(self) -> str:
        """What the form begins with."""
        return "" if self.removed else self.result or self.words


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the quote; key names the facet that stands on it."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One facet of a pair as both print it; level in words."""

    label: str
    mark: str
    level: str
    ours: str
    theirs: str
    reason: str


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link of the statement: the other one and how the two relate.

    ours, theirs  both quotes, the words that were compared marked by how they compare
    """

    link: Link
    other: Statement
    mark: str
    ours: tuple[Marked, ...]
    theirs: tuple[Marked, ...]
    compared: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """All that the page shows of a statement."""

    statement: Statement
    edition: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    facets: tuple[FacetLine, ...]
    hops: tuple[AttributionHop, ...]
    chain: tuple[str, ...]
    links: tuple[LinkLine, ...]
    more_links: int
    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]


def statement_found(pk: int) -> Statement | None:
    """The statement with what its page shows of itself, or None."""
    rows = Statement.objects.select_related(
        "article__outlet",
        "article__current_version",
        "version",
        "origin__merged_into",
        "hidden_by",
        "marked_by",
    ).prefetch_related("facets__name", "hops__cited_outlet")
    return rows.filter(pk=pk).first()


def statement_sheet(statement: Statement) -> StatementSheet:
    """The sheet of a statement, in a constant number of queries."""
    before, after = _around(statement)
    lines = _facets(statement)
    links = _links(statement)
    claims = tuple(
        Claim.objects.filter(
            members__statement=statement, members__state="in", merged_into=None
        ).order_by("-priority", "pk")
    )
    return StatementSheet(
        statement=statement,
        edition=edition_of(statement),
        before=before,
        after=after,
        pieces=tuple(_pieces(statement.quote, lines)),
        facets=lines,
        hops=tuple(effective_hops(statement.hops.all())),
        chain=chain_of(statement),
        links=tuple(links[:LINKS_SHOWN]),
        more_links=max(0, len(links) - LINKS_SHOWN),
        claims=claims,
        origins=tuple(_origins(statement, claims)),
    )


def _around(statement: Statement) -> tuple[str, str]:
    """What the version prints right before and behind, cut at a word."""
    text = statement.version.text
    before = text[max(0, statement.start - CONTEXT_CHARACTERS) : statement.start]
    after = text[statement.end : statement.end + CONTEXT_CHARACTERS]
    if statement.start > CONTEXT_CHARACTERS:
        before = "… " + before.partition(" ")[2]
    if statement.end + CONTEXT_CHARACTERS < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _facets(statement: Statement) -> tuple[FacetLine, ...]:
    rows = list(statement.facets.all())
    engine = [row for row in rows if row.by == By.ENGINE]
    held = [*effective_facets(rows)]
    held += [row for row in rows if row.by == By.EDITOR and not row.value]
    lines = [_line(row, statement, engine) for row in held]
    return tuple(sorted(lines, key=lambda line: (line.row.start, line.row.end)))


def _line(
    row: StatementFacet, statement: Statement, engine: Sequence[StatementFacet]
) -> FacetLine:
    relative = row.kind == Kind.DATE and bool(row.value) and is_relative(row)
    hidden = _hidden(row, engine) if row.by == By.EDITOR else []
    return FacetLine(
        row=row,
        label=LABELS[Kind(row.kind)],
        words=statement.quote[row.start : row.end],
        result=_result(row),
        date=anchored(row, statement.article.published_date) if relative else None,
        said=", ".join(_result(each) or each.text for each in hidden),
        removed=row.by == By.EDITOR and not row.value,
    )


def _hidden(
    row: StatementFacet, engine: Iterable[StatementFacet]
) -> list[StatementFacet]:
    over = facet_from_row(row)
    return [each for each in engine if overlap(over, facet_from_row(each))]


def _result(row: StatementFacet) -> str:
    """What the words were taken for, in words; a name by its key."""
    told = row.kind in VALUES_TOLD and row.value.casefold() != row.text.casefold()
    return resolved(row) or (row.value if told else "")


# Kinds whose canonical value reads well where nothing else is to be added.
VALUES_TOLD = frozenset(
    {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TITLE, Kind.POLARITY}
)


def _pieces(quote: str, lines: Iterable[FacetLine]) -> list[Piece]:
    """Cut the quote at its facets; of two that overlap the first stands."""
    pieces: list[Piece] = []
    here = 0
    for line in lines:
        start, end = line.row.start, line.row.end
        if line.removed or start < here or start >= end or end > len(quote):
            continue
        if start > here:
            pieces.append(Piece(quote[here:start]))
        pieces.append(Piece(quote[start:end], line.key))
        here = end
    if here < len(quote):
        pieces.append(Piece(quote[here:]))
    return pieces


def _links(statement: Statement) -> list[LinkLine]:
    rows = (
        Link.objects.filter(Q(low=statement) | Q(high=statement))
        .prefetch_related(
            Prefetch("comparisons", FacetComparison.objects.order_by("id"))
        )
        .filter(
            low__article__withdrawn_at=None,
            high__article__withdrawn_at=None,
        )
        .filter(
            Q(low__hidden_by=None) | Q(low=statement),
            Q(high__hidden_by=None) | Q(high=statement),
        )
        .exclude(relation="none", engine_relation="none")
        .select_related(*LINKED)
        .order_by("-engine_score", "pk")
    )
    return [_link(row, statement) for row in rows]


def _link(link: Link, statement: Statement) -> LinkLine:
    low = link.low_id == statement.pk
    other = link.high if low else link.low
    us, them = ("low", "high") if low else ("high", "low")
    rows = sorted(link.comparisons.all(), key=lambda row: RANK[row.level])
    told = [row for row in rows if row.level != Level.UNKNOWN]
    return LinkLine(
        link=link,
        other=other,
        mark=RELATION_MARKS[link.relation],
        ours=tuple(cut_at(statement.quote, _spans(told, us))),
        theirs=tuple(cut_at(other.quote, _spans(told, them))),
        compared=tuple(
            Compared(
                label=LABELS[Kind(row.kind)],
                mark=MARKS[Level(row.level)],
                level=row.get_level_display(),
                ours=getattr(row, f"{us}_text"),
                theirs=getattr(row, f"{them}_text"),
                reason=row.reason,
            )
            for row in told
        ),
    )


def _spans(
    rows: Iterable[FacetComparison], side: str
) -> Iterable[tuple[int, int, str]]:
    """Where one side prints what was compared, the gravest first, with its mark."""
    for row in rows:
        yield (
            getattr(row, f"{side}_start"),
            getattr(row, f"{side}_end"),
            MARKS[Level(row.level)],
        )


def _origins(statement: Statement, claims: Sequence[Claim]) -> list[Origin]:
    """Origins to choose from: of the same claims first, then those made last."""
    standing = Origin.objects.filter(merged_into=None)
    if statement.origin_id is not None:
        standing = standing.exclude(pk=statement.origin_id)
    near = list(
        standing.filter(statements__memberships__claim__in=claims)
        .distinct()
        .order_by("pk")[:ORIGINS_OFFERED]
    )
    others = standing.exclude(pk__in=[origin.pk for origin in near])
    return near + list(others.order_by("-pk")[: ORIGINS_OFFERED - len(near)])
