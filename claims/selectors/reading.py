"""One article as it is read: its text, with what others print beside its sentences.

A statement is marked when some other statement is linked to it; its mark is the gravest
of its links. Statements that nobody else prints are counted and left unmarked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q
from django.utils.translation import gettext, ngettext

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation
from claims.models import (
    Claim,
    ClaimMember,
    FacetComparison,
    Link,
    ProcessingRun,
    Statement,
)
from claims.selectors.material import NO_LINK
from claims.selectors.matrix import SHOWN_DIFFERING, origin_key
from claims.selectors.rows import KIND_ORDER
from claims.selectors.wording import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sources.models import Article

Span = tuple[int, int]

RELATION_MARKS = {
    Relation.CONFLICTS.value: "differs",
    Relation.UPDATES.value: "updated",
    Relation.CORROBORATES.value: "states",
}
MARK_RANK = {
    mark: rank for rank, mark in enumerate(("differs", "updated", "naming", "states"))
}
SPEAKING = {
    "differs": Level.CONFLICT,
    "updated": Level.UPDATED,
    "naming": Level.NAMING_VARIANT,
}
STATEMENT_OF_LINK = tuple(
    f"{side}__{path}"
    for side in ("low", "high")
    for path in ("article__outlet__family", "article__copy_of__outlet", "origin")
)
OTHERS_IN_NOTE = 3
FACETS_IN_NOTE = 2
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Other:
    """What another statement says to one of the article's."""

    statement: Statement
    mark: str
    facets: tuple[tuple[str, str, str], ...]
    direction: str = ""

    @property
    def outlet(self) -> str:
        return self.statement.article.outlet.name


@dataclass(frozen=True, slots=True)
class Note:
    """The note beside a statement: number, worst relation, the others, the claim."""

    number: int
    statement: Statement
    others: tuple[Other, ...]
    claim: Claim | None
    origins: int

    @property
    def mark(self) -> str:
        return min((other.mark for other in self.others), key=MARK_RANK.__getitem__)

    @property
    def headline(self) -> str:
        """The note in three words: "date differs", "2 others agree"."""
        if self.mark == "differs":
            if not self.kinds:
                return gettext("differs")
            number = self.kinds.count(",") + 1
            said = ngettext("%(kinds)s differs", "%(kinds)s differ", number)
            return said % {"kinds": self.kinds}
        if self.mark == "states":
            outlets = len(self._elsewhere())
            if outlets:
                said = ngettext(
                    "%(number)d other agrees", "%(number)d others agree", outlets
                )
                return said % {"number": outlets}
            return gettext("said twice here")
        if self.mark == "updated":
            return gettext("changed since")
        return gettext("naming variant")

    @property
    def said(self) -> tuple[Other, ...]:
        """The others that make the mark, one an outlet, as many as a note holds."""
        return self._speaking()[:OTHERS_IN_NOTE]

    @property
    def unsaid(self) -> int:
        return len(self._speaking()) - len(self.said)

    def _speaking(self) -> tuple[Other, ...]:
        first: dict[tuple[int, tuple[str, ...]], Other] = {}
        for other in self.others:
            if other.mark == self.mark:
                words = tuple(theirs for _, _, theirs in other.facets)
                first.setdefault((other.statement.article.outlet_id, words), other)
        return tuple(first.values())

    def _elsewhere(self) -> set[int]:
        here = self.statement.article.outlet_id
        return {
            other.statement.article.outlet_id
            for other in self.others
            if other.statement.article.outlet_id != here
        }

    @property
    def kinds(self) -> str:
        """The kinds of facet that make the mark: "date, duration"."""
        labels = dict.fromkeys(
            label
            for other in self.others
            if other.mark == self.mark
            for label, _, _ in other.facets
        )
        return ", ".join(labels)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: inside a noted statement, or between two.

    last: the note's last one; at: the words that somebody was led to, from a cell of a
    matrix or from the page of a statement.
    """

    text: str
    note: Note | None = None
    last: bool = False
    at: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article and the notes that stand beside it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the page shows it."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    gone: tuple[Note, ...]
    single: int
    runs: tuple[ProcessingRun, ...]

    @property
    def not_analysed(self) -> str:
        """The language that the engine does not read; empty when it was read."""
        for run in self.runs:
            language = run.counts.get("not_analysed")
            if language:
                return str(language)
        return ""

    @property
    def tally(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for mark in MARK_RANK:
            number = sum(note.mark == mark for note in self.notes)
            if number:
                counts[mark] = number
        return counts

    @property
    def firsts(self) -> dict[str, int]:
        """The number of the first note with each mark: where the tally leads."""
        firsts: dict[str, int] = {}
        for note in self.notes:
            firsts.setdefault(note.mark, note.number)
        return firsts


def reading_of(article: Article, *, at: Span | None = None) -> Reading:
    """The article's text with its statements and the others' words, in five queries.

    at: the words of the text that are to be found at once. Statements printed by an
    earlier text are left out until the present one is read: their places are others.
    """
    placed = Q(version=article.current_version_id)
    statements = list(
        article.statements.filter(
            placed | ~Q(state=Statement.State.PRINTED), hidden_by=None
        ).order_by("start", "pk")
    )
    others = _others(statements)
    claims = claims_of(statement.pk for statement in statements)
    notes: list[Note] = []
    gone: list[Note] = []
    for statement in statements:
        if not others[statement.pk]:
            continue
        printed = statement.state == Statement.State.PRINTED
        target = notes if printed else gone
        target.append(
            Note(
                number=len(target) + 1,
                statement=statement,
                others=tuple(
                    sorted(others[statement.pk], key=lambda o: MARK_RANK[o.mark])
                ),
                claim=claims.get(statement.pk),
                origins=len(
                    {
                        origin_key(row)
                        for row in (
                            statement,
                            *(o.statement for o in others[statement.pk]),
                        )
                    }
                ),
            )
        )
    version = article.current_version
    return Reading(
        article=article,
        paragraphs=tuple(_paragraphs(version.text, notes, at)) if version else (),
        notes=tuple(notes),
        gone=tuple(gone),
        single=sum(
            s.state == Statement.State.PRINTED and not others[s.pk] for s in statements
        ),
        runs=tuple(version.runs.all()) if version else (),
    )


def _others(statements: Iterable[Statement]) -> dict[int, list[Other]]:
    """What the linked statements say, by statement of the article."""
    ids = {statement.pk for statement in statements}
    links = (
        Link.objects.filter(Q(low__in=ids) | Q(high__in=ids))
        .exclude(state=Link.State.REJECTED)
        .exclude(relation=NO_LINK)
        .filter(
            low__hidden_by=None,
            high__hidden_by=None,
            low__article__withdrawn_at=None,
            high__article__withdrawn_at=None,
        )
        .select_related(*STATEMENT_OF_LINK)
        .prefetch_related(
            Prefetch("comparisons", FacetComparison.objects.order_by("id"))
        )
        .order_by("pk")
    )
    others: dict[int, list[Other]] = defaultdict(list)
    for link in links:
        if link.low_id in ids:
            others[link.low_id].append(_other(link, low_is_ours=True))
        if link.high_id in ids:
            others[link.high_id].append(_other(link, low_is_ours=False))
    return others


def _other(link: Link, *, low_is_ours: bool) -> Other:
    comparisons = list(link.comparisons.all())
    mark = RELATION_MARKS[link.relation]
    if mark == "states" and any(
        row.level == Level.NAMING_VARIANT for row in comparisons
    ):
        mark = "naming"
    speaking = SPEAKING.get(mark)
    chosen = [row for row in comparisons if row.level == speaking]
    # "Dolan" of one may be another's "Dolan": the full names tell them apart elsewhere.
    chosen = [row for row in chosen if row.low_text != row.high_text] or chosen
    chosen = chosen or _telling(comparisons)
    facets = tuple(
        (
            LABELS[Kind(row.kind)],
            row.low_text if low_is_ours else row.high_text,
            row.high_text if low_is_ours else row.low_text,
        )
        for row in chosen
    )
    later = {1: "high", -1: "low"}.get(link.direction, "")
    ours = "low" if low_is_ours else "high"
    return Other(
        statement=link.high if low_is_ours else link.low,
        mark=mark,
        facets=facets,
        direction="" if not later else ("theirs" if later != ours else "ours"),
    )


def _telling(comparisons: list[FacetComparison]) -> list[FacetComparison]:
    """The agreeing facets that say most: days and sums before names, no polarity."""
    agreeing = [
        row
        for row in comparisons
        if row.level in (Level.AGREE, Level.REFINES) and row.kind not in SHOWN_DIFFERING
    ]
    return sorted(agreeing, key=lambda row: KIND_ORDER[row.kind])[:FACETS_IN_NOTE]


def claims_of(statements: Iterable[int]) -> dict[int, Claim]:
    """The claim in which each statement stands, the most pressing of several."""
    rows = (
        ClaimMember.objects.filter(
            statement__in=list(statements),
            state=ClaimMember.State.IN,
            claim__merged_into=None,
        )
        .select_related("claim")
        .order_by("claim__priority", "-claim_id")
    )
    return {row.statement_id: row.claim for row in rows}


def _paragraphs(text: str, notes: list[Note], at: Span | None) -> Iterable[Paragraph]:
    for start, end in paragraphs_of(text):
        yield _paragraph(text, start, end, notes, at)


def paragraphs_of(text: str) -> Iterable[Span]:
    """Where the paragraphs stand: cut at blank lines, or at line ends without any."""
    cut = BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_END
    start = 0
    for end, following in [
        *((match.start(), match.end()) for match in cut.finditer(text)),
        (len(text), len(text)),
    ]:
        if text[start:end].strip():
            yield start, end
        start = following


def _paragraph(
    text: str, start: int, end: int, notes: list[Note], at: Span | None
) -> Paragraph:
    pieces: list[Piece] = []
    beside: list[Note] = []
    here = start
    for note in notes:
        first = max(note.statement.start, here)
        last = min(note.statement.end, end)
        if first >= last:
            continue
        if first > here:
            pieces += _lit(text, here, first, None, at)
        ends_here = note.statement.end <= end
        lit = _lit(text, first, last, note, at)
        pieces += [*lit[:-1], replace(lit[-1], last=ends_here)]
        if note.statement.start >= start:
            beside.append(note)
        here = last
    if here < end:
        pieces += _lit(text, here, end, None, at)
    return Paragraph(pieces=tuple(pieces), notes=tuple(beside))


def _lit(
    text: str, start: int, end: int, note: Note | None, at: Span | None
) -> list[Piece]:
    """A run of the text, cut where the words are that somebody was led to."""
    first, last = (max(at[0], start), min(at[1], end)) if at else (end, end)
    if first >= last:
        return [Piece(text[start:end], note)]
    parts = ((start, first, False), (first, last, True), (last, end, False))
    return [Piece(text[a:b], note, at=lit) for a, b, lit in parts if a < b]
