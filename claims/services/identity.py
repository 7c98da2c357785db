"""Which stored statement is which sentence of the text just read.

A statement is its words in its article. Nothing is carried over by likeness: a row and
a record belong together only when their words are the same after one-for-one folding of
typography, and

- in the text that the row already points into: at the same place;
- in another version: when the words are there once on either side, or else when the 32
  characters before or after them are the same.

Here are dataclasses and strings only; services.extraction brings the rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from claims.extraction.fold import fold
from claims.facets.types import StatementRecord

# Characters on either side that tell a repeated sentence from its repetition: about
# five words, enough to differ in any two paragraphs.
CONTEXT_CHARACTERS = 32


def words_hash(quote: str) -> str:
    """sha256 of the folded words: the same for curly and straight quotes."""
    return sha256(fold(quote).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where some words stand. `text` is the folded text of a version."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.text[max(0, self.start - CONTEXT_CHARACTERS) : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + CONTEXT_CHARACTERS]


@dataclass(frozen=True, slots=True)
class Known:
    """A stored row: here = its place is in the text just read."""

    statement_id: int
    words: str
    place: Place
    here: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A record of the text just read, with the hash of its words."""

    record: StatementRecord
    words: str
    place: Place


def sentences(records: Iterable[StatementRecord], *, text: str) -> list[Sentence]:
    """The records in the order of the text, each place once."""
    folded = fold(text)
    found: dict[tuple[int, int], Sentence] = {}
    for record in sorted(records, key=lambda record: (record.start, record.end)):
        found.setdefault(
            (record.start, record.end),
            Sentence(
                record=record,
                words=words_hash(record.text),
                place=Place(folded, record.start, record.end),
            ),
        )
    return list(found.values())


def match(known: Sequence[Known], found: Sequence[Sentence]) -> dict[int, int]:
    """{index in `found`: statement id} of the sentences that are stored already."""
    rows: dict[str, list[Known]] = defaultdict(list)
    for row in known:
        rows[row.words].append(row)
    places: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(found):
        places[sentence.words].append(index)
    matched: dict[int, int] = {}
    for words, indexes in places.items():
        if words in rows:
            matched |= _match_same_words(rows[words], indexes, found)
    return matched


def _match_same_words(
    rows: Sequence[Known], indexes: Sequence[int], found: Sequence[Sentence]
) -> dict[int, int]:
    matched: dict[int, int] = {}
    left = sorted(rows, key=lambda row: (not row.here, row.place.start))
    for index in indexes:
        for row in left:
            if row.here and row.place.start == found[index].place.start:
                matched[index] = row.statement_id
                left.remove(row)
                break
    open_indexes = [index for index in indexes if index not in matched]
    if len(rows) == len(indexes) == 1 and not rows[0].here:
        return {indexes[0]: rows[0].statement_id}
    # The better witnesses first, so that a row with both sides equal is not taken by
    # another sentence that shares one side with it.
    for wanted in (2, 1):
        for index in list(open_indexes):
            witness = _neighbour(left, found[index].place, wanted)
            if witness is not None:
                matched[index] = witness.statement_id
                left.remove(witness)
                open_indexes.remove(index)
    return matched


def _neighbour(rows: Sequence[Known], place: Place, wanted: int) -> Known | None:
    for row in rows:
        same = (row.place.before == place.before) + (row.place.after == place.after)
        if same >= wanted:
            return row
    return None
