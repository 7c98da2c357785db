"""What needs a curator's look: where the engine came to an end, or may have gone wrong.

A section has a count, its first rows, and for every row the page or the act that solves
it. Whatever is solved drops out by itself: nothing here is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from claims.facets.types import Granularity, Kind
from claims.linkage.clustering import bridges
from claims.models import (
    AttributionHop,
    By,
    Claim,
    ClaimMember,
    Link,
    OutsideVerdict,
    ProcessingRun,
    Statement,
    StatementFacet,
)
from sources.models import Article, ArticleVersion

# Rows of a section that the page lists; the count tells how many there are.
ROWS_SHOWN = 20

# Dates without a day that no reader could give one: "recently", "every Monday".
NEVER_RESOLVED = (Granularity.VAGUE.value, Granularity.SET.value)

# Ours: a batch of articles is read and linked in seconds, so a run that is this old has
# broken off.
RUN_BROKE_OFF = timedelta(minutes=10)

# Statements from which a claim is looked at for more than one fact. Ours: a page lists
# no more pairs than that, so nobody sees the whole of a larger one at once.
MOST_STATEMENTS = 40

# A bridge is told when it holds two parts together of so many statements each: a single
# statement hangs on one link more often than not.
BRIDGED_LEAST = 2
# Claims that are searched for bridges, those at the top of the queue, and the links of
# one: the search takes the square of them. Both bound the time of the page.
CLAIMS_SEARCHED = 200
MOST_LINKS = 120


@dataclass(frozen=True, slots=True)
class Look:
    """One section: how many there are, and the first of them."""

    count: int
    rows: Sequence[Any]

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Gone:
    """A statement that is not cut or printed any more, and what stands there now."""

    statement: Statement
    instead: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A publication that statements cite and no outlet is known by."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of two parts that one link holds together."""

    claim: Claim
    link: Link
    parts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attention:
    """The sections of the page."""

    dates: Look
    gone: Look
    outlets: Look
    undated: Look
    runs: Look
    unread: Look
    outside: Look
    oversize: Look
    held: Look

    @property
    def count(self) -> int:
        looks = (self.dates, self.gone, self.outlets, self.undated, self.runs)
        more = (self.unread, self.outside, self.oversize, self.held)
        return sum(look.count for look in (*looks, *more))


def attention() -> Attention:
    """All sections, in a constant number of queries."""
    held = _held()
    return Attention(
        dates=_look(_dates()),
        gone=_gone(),
        outlets=_outlets(),
        undated=_look(_undated()),
        runs=_look(_runs()),
        unread=_look(_unread()),
        outside=_look(_outside()),
        oversize=_look(_oversize()),
        held=Look(len(held), held[:ROWS_SHOWN]),
    )


def _look(rows: Any) -> Look:
    return Look(rows.count(), list(rows[:ROWS_SHOWN]))


def _shown() -> Q:
    """Statements of articles that stand, that nobody has hidden."""
    return Q(hidden_by=None, article__withdrawn_at=None)


def _dates() -> QuerySet[StatementFacet]:
    """Dates without a day, which the date of print or an editor could give."""
    corrected = StatementFacet.objects.filter(
        statement=OuterRef("statement"),
        by=By.EDITOR,
        kind=Kind.DATE.value,
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )
    return (
        StatementFacet.objects.filter(
            kind=Kind.DATE.value,
            by=By.ENGINE,
            date_from=None,
            statement__state=Statement.State.PRINTED,
            statement__hidden_by=None,
            statement__article__withdrawn_at=None,
        )
        .exclude(granularity__in=NEVER_RESOLVED)
        .exclude(Exists(corrected))
        .select_related("statement__article__outlet")
        .order_by("-statement_id", "start")
    )


def _gone() -> Look:
    """Retired and orphaned statements, beside what the text prints there now."""
    rows = (
        Statement.objects.filter(_shown())
        .exclude(state=Statement.State.PRINTED)
        .select_related("article__outlet")
        .order_by("-pk")
    )
    first = list(rows[:ROWS_SHOWN])
    printed: dict[int, list[Statement]] = defaultdict(list)
    for row in Statement.objects.filter(
        article__in=[row.article_id for row in first],
        state=Statement.State.PRINTED,
        hidden_by=None,
    ).order_by("start"):
        printed[row.article_id].append(row)
    gone = [Gone(row, tuple(_instead(row, printed[row.article_id]))) for row in first]
    return Look(rows.count(), gone)


def _instead(row: Statement, printed: Iterable[Statement]) -> Iterable[Statement]:
    for other in printed:
        same = other.version_id == row.version_id
        if same and other.start < row.end and row.start < other.end:
            yield other


def _outlets() -> Look:
    cited = (
        AttributionHop.objects.filter(cited_outlet=None)
        .exclude(cited_text="")
        .filter(statement__hidden_by=None, statement__article__withdrawn_at=None)
        .values("cited_text")
        .annotate(number=Count("statement", distinct=True))
        .order_by("-number", "cited_text")
    )
    rows = [Cited(row["cited_text"], row["number"]) for row in cited[:ROWS_SHOWN]]
    return Look(cited.count(), rows)


def _undated() -> QuerySet[Article]:
    return (
        Article.objects.filter(published_date=None, withdrawn_at=None)
        .select_related("outlet")
        .order_by("-pk")
    )


def _runs() -> QuerySet[ProcessingRun]:
    """Runs of present texts that failed, or broke off."""
    return (
        ProcessingRun.objects.filter(
            finished_at=None,
            version=F("version__article__current_version"),
            version__article__withdrawn_at=None,
        )
        .filter(~Q(error="") | Q(started_at__lt=timezone.now() - RUN_BROKE_OFF))
        .select_related("version__article__outlet")
        .order_by("-pk")
    )


def _unread() -> QuerySet[ArticleVersion]:
    """Present texts that no engine has begun to read."""
    return (
        ArticleVersion.objects.filter(
            pk=F("article__current_version"),
            article__withdrawn_at=None,
            runs=None,
        )
        .select_related("article__outlet")
        .order_by("-pk")
    )


def _outside() -> QuerySet[OutsideVerdict]:
    """Verdicts from elsewhere of which nobody has said what they are about."""
    rows = OutsideVerdict.objects.filter(claim=None, matched_by="", removed_at=None)
    return rows.order_by("-pk")


def _members() -> Any:
    """Claims with the `number` of statements that readers see."""
    inside = Q(
        members__state=ClaimMember.State.IN,
        members__statement__state=Statement.State.PRINTED,
        members__statement__hidden_by=None,
        members__statement__article__withdrawn_at=None,
    )
    return Claim.objects.filter(merged_into=None).annotate(
        number=Count("members", filter=inside)
    )


def _oversize() -> Any:
    return _members().filter(number__gt=MOST_STATEMENTS).order_by("-number", "pk")


def _held() -> list[Held]:
    """Claims at the top of the queue that one link keeps from falling in two."""
    claims = {
        claim.pk: claim
        for claim in _members()
        .filter(number__gte=2 * BRIDGED_LEAST, number__lte=MOST_STATEMENTS)
        .order_by("-priority", "pk")[:CLAIMS_SEARCHED]
    }
    homes: dict[int, set[int]] = defaultdict(set)
    for statement, claim in ClaimMember.objects.filter(
        claim__in=claims, state=ClaimMember.State.IN
    ).values_list("statement_id", "claim_id"):
        homes[statement].add(claim)
    links: dict[int, list[Link]] = defaultdict(list)
    standing = Link.objects.filter(
        _ends_shown("low"), _ends_shown("high"), low__in=homes, high__in=homes
    ).exclude(Q(state=Link.State.REJECTED) | Q(relation="none"))
    for link in standing.order_by("pk"):
        for claim in homes[link.low_id] & homes[link.high_id]:
            links[claim].append(link)
    found = (_held_by(claims[pk], links[pk]) for pk in claims)
    return [held for held in found if held is not None]


def _ends_shown(side: str) -> Q:
    return Q(
        **{
            f"{side}__hidden_by": None,
            f"{side}__article__withdrawn_at": None,
            f"{side}__state": Statement.State.PRINTED,
        }
    )


def _held_by(claim: Claim, links: Sequence[Link]) -> Held | None:
    """The link that cuts the claim most evenly, if any does."""
    if len(links) > MOST_LINKS:
        return None
    edges = {(link.low_id, link.high_id): link for link in links}
    cuts = [Held(claim, edges[cut], _parts(cut, list(edges))) for cut in bridges(edges)]
    telling = [cut for cut in cuts if min(cut.parts) >= BRIDGED_LEAST]
    return max(telling, key=lambda cut: min(cut.parts), default=None)


def _parts(cut: tuple[int, int], edges: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """How many statements hang on either end once the link is cut."""
    kept = [edge for edge in edges if edge != cut]
    return _reached(cut[0], kept), _reached(cut[1], kept)


def _reached(start: int, edges: Sequence[tuple[int, int]]) -> int:
    found, todo = {start}, [start]
    while todo:
        at = todo.pop()
        for low, high in edges:
            if at in (low, high):
                other = high if at == low else low
                if other not in found:
                    found.add(other)
                    todo.append(other)
    return len(found)
