"""Everything that is printed about some claims, loaded in a constant number of queries.

Both the queue (25 claims, their differing values) and the page of one claim read it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from claims.linkage.types import Relation
from claims.models import (
    AttributionHop,
    By,
    Claim,
    ClaimMember,
    FacetComparison,
    Link,
    Statement,
    StatementFacet,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NO_LINK = Relation.NONE.value


@dataclass(frozen=True, slots=True)
class Material:
    """A claim with its statements, earliest publication first.

    Nothing that is hidden or withdrawn is in it, so that no page can show it.

    facets   the effective ones by statement: an editor's hides what it overlaps
    links    every pair of the claim, rejected ones too; each with its comparisons
    """

    claim: Claim
    statements: tuple[Statement, ...]
    facets: dict[int, tuple[StatementFacet, ...]]
    links: tuple[Link, ...]

    @property
    def shown(self) -> tuple[Statement, ...]:
        """The statements that count: printed now, in an article that stands."""
        return tuple(row for row in self.statements if counts(row))

    @property
    def standing_links(self) -> tuple[Link, ...]:
        """The links that hold, between statements that count."""
        shown = {row.pk for row in self.shown}
        return tuple(
            link
            for link in self.links
            if holds(link) and link.low_id in shown and link.high_id in shown
        )


def counts(statement: Statement) -> bool:
    """Whether a statement is printed now, in an article that is not withdrawn."""
    return (
        statement.state == Statement.State.PRINTED
        and statement.article.withdrawn_at is None
    )


def holds(link: Link) -> bool:
    """Whether a link counts."""
    return link.state != Link.State.REJECTED and link.relation != NO_LINK


def effective_facets(rows: Iterable[StatementFacet]) -> tuple[StatementFacet, ...]:
    """Editor rows, and the engine rows of a kind that no editor row overlaps.

    An editor's row without a value says that nothing is stated there.
    """
    rows = list(rows)
    edited = [row for row in rows if row.by == By.EDITOR]
    kept = [
        row
        for row in rows
        if row.by == By.ENGINE and not any(_covers(over, row) for over in edited)
    ]
    stated = [row for row in edited if row.value]
    return tuple(sorted(stated + kept, key=lambda row: (row.start, row.end)))


def effective_facet_rows() -> QuerySet[StatementFacet]:
    """The same of every statement, as a list of rows to filter."""
    over = StatementFacet.objects.filter(
        statement=OuterRef("statement"),
        kind=OuterRef("kind"),
        by=By.EDITOR,
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )
    return StatementFacet.objects.filter(
        (Q(by=By.EDITOR) & ~Q(value="")) | (Q(by=By.ENGINE) & ~Exists(over))
    )


def effective_hops(rows: Iterable[AttributionHop]) -> list[AttributionHop]:
    """An editor's chain whole, else the engine's; outermost first."""
    rows = sorted(rows, key=lambda row: row.position)
    edited = [row for row in rows if row.by == By.EDITOR]
    return edited or rows


def _covers(over: StatementFacet, row: StatementFacet) -> bool:
    return over.kind == row.kind and over.start < row.end and row.start < over.end


def load_material(claims: Sequence[Claim], *, full: bool = False) -> list[Material]:
    """The material of the claims, in their order.

    Four queries; `full` adds two: attribution chains and the texts' versions.
    """
    members = _members([claim.pk for claim in claims], full=full)
    statements = {row.statement_id for rows in members.values() for row in rows}
    links = _links(statements)
    materials = []
    for claim in claims:
        inside = [row.statement for row in members[claim.pk]]
        ids = {row.pk for row in inside}
        materials.append(
            Material(
                claim=claim,
                statements=tuple(inside),
                facets={row.pk: effective_facets(row.facets.all()) for row in inside},
                links=tuple(
                    link for link in links if link.low_id in ids and link.high_id in ids
                ),
            )
        )
    return materials


def _members(claims: list[int], *, full: bool) -> dict[int, list[ClaimMember]]:
    rows = (
        ClaimMember.objects.filter(
            claim__in=claims,
            state=ClaimMember.State.IN,
            statement__hidden_by=None,
            statement__article__withdrawn_at=None,
        )
        .select_related(
            "statement__article__outlet__family",
            "statement__article__copy_of__outlet",
            "statement__origin",
        )
        .prefetch_related("statement__facets__name")
        .order_by(
            F("statement__article__published_date").asc(nulls_last=True),
            "statement_id",
        )
    )
    if full:
        rows = rows.prefetch_related(
            Prefetch(
                "statement__hops",
                AttributionHop.objects.select_related("cited_outlet"),
            )
        )
    members: dict[int, list[ClaimMember]] = defaultdict(list)
    for row in rows:
        members[row.claim_id].append(row)
    return members


def _links(statements: set[int]) -> list[Link]:
    return list(
        Link.objects.filter(low__in=statements, high__in=statements).prefetch_related(
            Prefetch("comparisons", FacetComparison.objects.order_by("id"))
        )
    )
