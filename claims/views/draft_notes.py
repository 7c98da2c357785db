"""What a page says beside a draft: one note for each thing that is printed otherwise.

A value that others print otherwise has a note of its own, at its words; that a whole
sentence is printed elsewhere is one note at the sentence. A sentence that nobody prints
has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

from claims.facets.types import Facet, Kind, Level
from claims.linkage.types import FacetComparison, Relation
from claims.selectors.wording import LABELS
from claims.services.findings import Evidence, Finding, Voices

if TYPE_CHECKING:
    from claims.models import Claim

# The gravest first: the order of the tally, and whose mark words get that two share.
MARKS = ("differs", "updated", "naming", "refines", "states")
OF_LEVEL = {
    Level.CONFLICT: "differs",
    Level.UPDATED: "updated",
    Level.NAMING_VARIANT: "naming",
    Level.REFINES: "refines",
}
# What is printed of a sentence as a whole, where no value of it makes the difference.
OF_RELATION = {
    Relation.CONFLICTS: "differs",
    Relation.UPDATES: "updated",
    Relation.CORROBORATES: "states",
}

# Values that can be more or less exact. That a name is given in full is no news.
MEASURED = frozenset(
    {Kind.DATE, Kind.DURATION, Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.ORDINAL}
)

Pair = tuple[Evidence, FacetComparison | None]


@dataclass(frozen=True, slots=True)
class Said:
    """One printed value and who prints it; empty where the value is not stated."""

    text: str
    voices: Voices
    agrees: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """start, end: the words of the draft that it is about; whole: the sentence."""

    mark: str
    start: int
    end: int
    whole: bool
    kind: str
    ours: str
    said: tuple[Said, ...]
    reason: str
    newer: bool = False
    number: int = 0

    @property
    def voices(self) -> Voices:
        """All that it rests on."""
        return Voices(tuple(e for each in self.said for e in each.voices.matches))

    @property
    def claim(self) -> Claim | None:
        """The claim in which the first of them stands."""
        return next((e.claim for e in self.voices.matches if e.claim), None)

    @property
    def headline(self) -> str:
        """The note in few words: "date differs"."""
        if self.mark == "states":
            return self._backed()
        if self.mark == "updated":
            return (
                gettext("newer than print") if self.newer else gettext("changed since")
            )
        if self.mark == "naming":
            return gettext("naming variant")
        if self.mark == "refines":
            return gettext("%(kind)s: more or less exact") % {"kind": self.kind}
        if not self.kind:
            return gettext("differs")
        said = ngettext("%(kinds)s differs", "%(kinds)s differ", 1)
        return said % {"kinds": self.kind}

    def _backed(self) -> str:
        number = self.voices.outlets
        outlets = ngettext("%(number)d outlet", "%(number)d outlets", number)
        others = self.voices.origins
        origins = ngettext("%(number)d origin", "%(number)d origins", others)
        return gettext("backed: %(outlets)s, %(origins)s") % {
            "outlets": outlets % {"number": number},
            "origins": origins % {"number": others},
        }


def notes_of(findings: Iterable[Finding]) -> tuple[Note, ...]:
    """The notes in the order of the draft, numbered from 1."""
    notes = sorted(
        (note for finding in findings for note in _notes(finding)),
        # As their numbers stand in the text: behind the words.
        key=lambda note: (note.end, MARKS.index(note.mark), -note.start),
    )
    return tuple(replace(note, number=n) for n, note in enumerate(notes, start=1))


def _notes(finding: Finding) -> Iterator[Note]:
    places: dict[tuple[str, str, int, int], list[Pair]] = defaultdict(list)
    for evidence in finding.evidence:
        for place, comparison in _places(evidence):
            places[place].append((evidence, comparison))
    for (mark, kind, start, end), pairs in places.items():
        yield _note(finding, mark, kind, (start, end), pairs)


def _places(
    evidence: Evidence,
) -> Iterator[tuple[tuple[str, str, int, int], FacetComparison | None]]:
    """What the evidence is about: (mark, kind, start, end in the sentence)."""
    whole = OF_RELATION[evidence.decision.relation]
    found = False
    for comparison in evidence.decision.comparisons:
        mark = _mark(comparison)
        if mark is None or comparison.a is None:
            continue
        found = found or mark == whole
        a = comparison.a
        yield (mark, comparison.kind.value, a.start, a.end), comparison
    if not found:
        yield (whole, "", 0, 0), None


def _mark(comparison: FacetComparison) -> str | None:
    mark = OF_LEVEL.get(comparison.level)
    if mark == "refines" and comparison.kind not in MEASURED:
        return None
    if mark == "naming" and _text(comparison.a) == _text(comparison.b):
        return None
    return mark


def _note(
    finding: Finding, mark: str, kind: str, span: tuple[int, int], pairs: Sequence[Pair]
) -> Note:
    sentence, whole = finding.statement, span == (0, 0)
    start, end = (sentence.start, sentence.end)
    if not whole:
        start, end = start + span[0], start + span[1]
    first, comparison = pairs[0]
    return Note(
        mark=mark,
        start=start,
        end=end,
        whole=whole,
        kind=LABELS[Kind(kind)] if kind else "",
        ours="" if whole else sentence.text[span[0] : span[1]],
        said=(*_said(pairs), *_agreeing(finding, mark, kind, span)),
        reason=(comparison.reason if comparison else "") or first.decision.reason,
        newer=first in finding.updates.matches,
    )


def _said(pairs: Sequence[Pair]) -> Iterator[Said]:
    """The printed values, each with who prints it."""
    values: dict[str, list[Evidence]] = defaultdict(list)
    words: dict[str, str] = {}
    for evidence, comparison in pairs:
        side = comparison.b if comparison else None
        value = side.value if side else ""
        values[value].append(evidence)
        words.setdefault(value, _text(side))
    for value, found in values.items():
        yield Said(words[value], Voices(tuple(dict.fromkeys(found))))


def _agreeing(
    finding: Finding, mark: str, kind: str, span: tuple[int, int]
) -> Iterator[Said]:
    """Who prints the same value, where others print another."""
    if mark != "differs" or span == (0, 0):
        return
    same = [
        (evidence, comparison)
        for evidence in finding.evidence
        for comparison in evidence.decision.comparisons
        if comparison.kind.value == kind
        and comparison.level == Level.AGREE
        and comparison.a is not None
        and (comparison.a.start, comparison.a.end) == span
    ]
    for said in _said(same):
        yield replace(said, agrees=True)


def _text(facet: Facet | None) -> str:
    return facet.text if facet else ""
