"""Whether two statements that look alike are about different things. PURE.

Two shapes of that: both print names, and not one in common; or both are one pattern of
words whose slots are filled with other things ("rain damaged the mill in A" and "rain
damaged the school in B"). Long near-copies with few changes are no pattern: there the
change is what differs.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from claims.facets.events import near
from claims.facets.opposites import opposite
from claims.facets.types import Kind, StatementRecord
from claims.linkage.edits import Edit
from claims.linkage.items import item
from claims.linkage.kept import Kept
from claims.linkage.kinds import NAMED
from claims.linkage.rarity import weight
from claims.linkage.referents import referred

# Words of a near-copy that must stay for every change: what is left of a short sentence
# after two changes is a pattern that other events share.
KEPT = 7
# Words of a sentence that is short enough to be a pattern.
PATTERN = 16
# Weight (linkage.rarity) from which a word tells one thing from another.
TELLING = 0.25
# Weight from which a capitalised word that no finder took for a name is one.
UNKNOWN = 1.0
# Likeness in percent from which two names may be one name transcribed.
SPELLED_ALIKE = 70
# Letters of a word that can tell one name from another.
LEAST_LETTERS = 3


def strangers(a: StatementRecord, b: StatementRecord, same: dict[str, str]) -> bool:
    """Whether both print names, and none in common, nor do their articles.

    Who speaks is left out: two officials may tell of one event.
    """
    if same or set(a.context) & set(b.context):
        return False
    one, other = _printed(a), _printed(b)
    return bool(one[0] and other[0]) and one[1].isdisjoint(other[1])


def _names(record: StatementRecord) -> list[str]:
    """Names as printed, and capitalised words that only a name can be."""
    facets = [f for f in record.facets if f.kind in NAMED]
    speakers = _words([f.text for f in facets if f.role == "speaker"])
    words = {word.strip(".,;:!?’'\"()") for word in record.text.split()[1:]}
    unknown = [
        lemma
        for lemma in record.lemmas
        if weight(lemma) >= UNKNOWN
        and lemma.capitalize() in words
        and lemma not in speakers
    ]
    meant = [f.value for f in referred(record)]
    return [f.text for f in facets if f.role != "speaker"] + unknown + meant


def _words(names: Sequence[str]) -> set[str]:
    return {
        word.strip(".,’'")
        for name in names
        for word in name.lower().split()
        if len(word) >= LEAST_LETTERS
    }


# The names of a statement, and their words.
_printed = Kept(lambda record: (names := _names(record), _words(names)))


def few(changes: Sequence[Edit], a: StatementRecord, *, per: int = KEPT) -> bool:
    """Whether the changes of a near-copy are few for its length."""
    if not changes:
        return False
    kept = len(a.text.split()) - sum(len(edit.a) for edit in changes)
    return kept >= per * len(changes)


def pattern(a: StatementRecord, b: StatementRecord, changes: Sequence[Edit]) -> bool:
    """Whether two short near-copies are one pattern filled with other things."""
    if not changes or few(changes, a):
        return False
    longest = max(len(record.text.split()) for record in (a, b))
    return longest <= PATTERN and any(
        exchanged(edit, a, b) and not _said_otherwise(edit, a, b) for edit in changes
    )


def _said_otherwise(edit: Edit, a: StatementRecord, b: StatementRecord) -> bool:
    """Whether two opposites are what something is said to be: "safe" and "unsafe"."""
    if len(edit.a) != 1 or len(edit.b) != 1:
        return False
    if not any(opposite(edit.a[0], edit.b[0], part) for part in ("ADJ", "NOUN")):
        return False
    return _is_said(a, edit.a_span) and _is_said(b, edit.b_span)


def _is_said(record: StatementRecord, span: tuple[int, int]) -> bool:
    return any(
        argument.role == "attribute" and argument.end == span[1]
        for frame in record.frames
        for argument in frame.arguments
    )


def exchanged(edit: Edit, a: StatementRecord, b: StatementRecord) -> bool:
    """Whether an edit puts another thing in the place of one: "bread" for "oil"."""
    one, other = _things(edit.a, a), _things(edit.b, b)
    if not one or not other:
        return False
    return not any(near(x, y) or x[:4] == y[:4] for x in one for y in other)


def names_exchanged(edit: Edit, a: StatementRecord, b: StatementRecord) -> bool:
    """Whether an edit puts one name in the place of another that is not spelt alike."""
    one, other = _words(_named_in(edit.a, a)), _words(_named_in(edit.b, b))
    if one & _words(_names(b)) or other & _words(_names(a)):
        return False
    return bool(one and other) and not any(
        fuzz.ratio(x, y) >= SPELLED_ALIKE for x in one for y in other
    )


def _named_in(words: Sequence[str], record: StatementRecord) -> list[str]:
    return [
        word
        for name in _names(record)
        for word in name.lower().split()
        if word in words
    ]


def _things(words: Sequence[str], record: StatementRecord) -> set[str]:
    """Nouns among the words, by sense; words of a value are none."""
    values = {
        word
        for facet in record.facets
        if facet.kind not in (*NAMED, Kind.POLARITY, Kind.MODALITY, Kind.TITLE)
        for word in facet.text.lower().split()
    }
    verbs = {frame.lemma for frame in record.frames if not frame.nominal}
    return {
        item(lemma)
        for lemma in record.lemmas
        if lemma not in verbs
        and not lemma[0].isdigit()
        and weight(lemma) >= TELLING
        and any(word not in values and word[:4] == lemma[:4] for word in words)
    }
