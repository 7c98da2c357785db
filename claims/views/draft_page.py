"""A draft with its marks: paragraphs cut where a note's words begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.selectors.reading import paragraphs_of
from claims.services.findings import NOTHING, Finding, Findings
from claims.views.draft_notes import MARKS, Note, notes_of


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """A sentence that nobody else prints."""

    number: int
    start: int
    end: int
    text: str


Mark = Note | Alone


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of the draft under one mark, or under none."""

    start: int
    end: int
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Homes:
    """first: the runs with which a mark begins; marked: the marks that have words;
    behind: the notes whose numbers stand behind a run.
    """

    first: set[Run]
    marked: set[Mark]
    behind: dict[Run, list[Note]]


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a run as the page shows them.

    first: the mark's first words; notes: those whose numbers stand behind it; bare:
    the same of notes whose words lie under graver marks.
    """

    text: str
    mark: Mark | None
    first: bool
    notes: tuple[Note, ...]
    bare: tuple[Note, ...]

    @property
    def note(self) -> Note | None:
        return self.mark if isinstance(self.mark, Note) else None

    @property
    def alone(self) -> Alone | None:
        return self.mark if isinstance(self.mark, Alone) else None


@dataclass(frozen=True, slots=True)
class Page:
    """A checked draft as the page shows it."""

    findings: Findings
    notes: tuple[Note, ...]
    alone: tuple[Alone, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def tally(self) -> dict[str, tuple[int, int]]:
        """How many notes have each mark, and the number of the first."""
        found = {}
        for mark in MARKS:
            numbers = [note.number for note in self.notes if note.mark == mark]
            if numbers:
                found[mark] = len(numbers), numbers[0]
        return found


def page_of(findings: Findings) -> Page:
    """The page of a checked draft."""
    notes = notes_of(findings.sentences)
    alone = tuple(_alone(findings.sentences))
    text = findings.draft.text
    marks: list[Mark] = [*sorted(notes, key=_on_top), *alone]
    paragraphs = [_runs(start, end, marks) for start, end in paragraphs_of(text)]
    homes = _homes([run for runs in paragraphs for run in runs], notes)
    return Page(
        findings,
        notes,
        alone,
        tuple(tuple(_piece(text, run, homes) for run in runs) for runs in paragraphs),
    )


def _alone(findings: Iterable[Finding]) -> Iterator[Alone]:
    rest = (f.statement for f in findings if f.found == NOTHING)
    for number, each in enumerate(rest, start=1):
        yield Alone(number, each.start, each.end, each.text)


def _on_top(note: Note) -> tuple[bool, int, int]:
    """Words of a value lie over those of their sentence, the gravest on top."""
    return note.whole, MARKS.index(note.mark), note.number


def _runs(start: int, end: int, marks: Sequence[Mark]) -> list[Run]:
    """A paragraph cut where the topmost mark changes."""
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    cuts = {at for mark in here for at in (mark.start, mark.end) if start < at < end}
    runs: list[Run] = []
    for a, b in pairwise(sorted({start, end} | cuts)):
        mark = next((m for m in here if m.start <= a < m.end), None)
        if runs and runs[-1].mark is mark:
            runs[-1] = Run(runs[-1].start, b, mark)
        else:
            runs.append(Run(a, b, mark))
    return runs


def _homes(runs: Sequence[Run], notes: Sequence[Note]) -> Homes:
    """Where marks begin, and behind which runs the numbers of the notes stand."""
    first: dict[Mark, Run] = {}
    last: dict[Mark, Run] = {}
    covered: dict[Mark, Run] = {}
    for run in runs:
        if run.mark is not None:
            first.setdefault(run.mark, run)
            last[run.mark] = run
        for note in notes:
            if note.start < run.end and run.start < note.end:
                covered[note] = run
    behind: dict[Run, list[Note]] = {}
    for note in notes:
        home = last.get(note) or covered.get(note)
        if home is not None:
            behind.setdefault(home, []).append(note)
    return Homes(set(first.values()), set(last), behind)


def _piece(text: str, run: Run, homes: Homes) -> Piece:
    notes = homes.behind.get(run, [])
    return Piece(
        text=text[run.start : run.end],
        mark=run.mark,
        first=run in homes.first,
        notes=tuple(note for note in notes if note in homes.marked),
        bare=tuple(note for note in notes if note not in homes.marked),
    )
