"""What two near-copies put in the place of what, and how much that says. PURE.

Each word that one copy has in a place where the other has not is put against its
counterpart there: a number against a number, a name, a word by its senses. Rewording
(synonyms, forms of one word) is set off first. The kinds of exchange that are left are
counted; `claims.linkage.weights` says what each count is worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import exp, log

from claims.facets import BY_KIND
from claims.facets.opposites import opposite, poles_apart
from claims.facets.scales import at_opposite_ends
from claims.facets.senses import (
    ADJECTIVE,
    NOUN,
    VERB,
    Sense,
    adjective_of,
    domain,
    is_concrete,
    lemmas,
    parts,
    related,
)
from claims.facets.thesaurus import alike, far_apart
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.lexicon.exclusive import (
    DENYING,
    FUNCTION,
    GROUP,
    MODALS,
)
from claims.linkage.denied import denied, denies_alone, taken_back
from claims.linkage.edits import Changes, Edit, Word
from claims.linkage.sides import (
    ReadAs,
    Side,
    one_name,
    one_told_otherwise,
)
from claims.linkage.turned import turned
from claims.linkage.two_counts import are_days, is_one_number, two_counts
from claims.linkage.weights import INTERCEPT, WEIGHTS

# Lexicographer's files of a group and of a person: "the team" may be its "officers".
MEMBERS = {14, 18}


class Exchange(StrEnum):
    """What was exchanged, put in or left out in one place."""

    REWORDED = "reworded"
    NUMBER = "number"
    NAME = "name"
    NAME_FOR_WORD = "name_for_word"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    ALMOST_OPPOSITE = "almost_opposite"
    THING = "thing"
    IDEA = "idea"
    KIND = "kind"
    ALIKE = "alike"
    LIKE_IDEA = "like_idea"
    ACT = "act"
    LIKE_ACT = "like_act"
    QUALITY = "quality"
    LIKE_QUALITY = "like_quality"
    UNKNOWN = "unknown"
    MORE_NAMES = "more_names"
    MORE_NUMBERS = "more_numbers"
    MORE_NOUNS = "more_nouns"
    MORE = "more"


# Exchanges without which near-copies are never held against each other, the most
# telling first: a verb or an adjective for another is more often style than fact, and
# so is an idea for one that a thesaurus lists with it (LIKE_IDEA; of things, ALIKE).
TELLING = (
    Exchange.NUMBER,
    Exchange.NAME,
    Exchange.NEGATION,
    Exchange.OPPOSITE,
    Exchange.ALMOST_OPPOSITE,
    Exchange.THING,
    Exchange.IDEA,
    Exchange.ALIKE,
    Exchange.QUALITY,
)

OPPOSED = (Exchange.OPPOSITE, Exchange.ALMOST_OPPOSITE)

# Exchanges that a fact hangs on, whatever else was reworded.
HARD = (Exchange.NUMBER, Exchange.NAME, Exchange.NEGATION, Exchange.OPPOSITE)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One exchange: its words (None: none on that side) and the edit it stands in."""

    kind: Exchange
    a: Word | None
    b: Word | None
    edit: Edit


def exchanges(
    a: StatementRecord, b: StatementRecord, changes: Iterable[Edit]
) -> list[Exchanged]:
    """Exchanges in order; what stands elsewhere in the other copy is none."""
    one, other = Side(a), Side(b)
    changes = list(changes)
    moved = [Exchanged(Exchange.NAME, *names) for names in turned(one, other, changes)]
    return moved + [
        found
        for edit in changes
        for found in _of_edit(edit, one, other, alone=len(changes) == 1)
        if found.kind == Exchange.OPPOSITE
        or not (one.is_office(edit.a_span) or other.is_office(edit.b_span))
    ]


def _of_edit(edit: Edit, a: Side, b: Side, *, alone: bool) -> Iterator[Exchanged]:
    """alone: it is all that differs, so that even another source is another fact."""
    if not alone and (a.is_told(edit.a_span) or b.is_told(edit.b_span)):
        yield from _of_source(edit, a, b)
        return
    left, right = _telling(edit.words_a, b.words), _telling(edit.words_b, a.words)
    if not (left and right):  # one word in the place of one is no move
        left = left or _alone(edit.words_a, right)
        right = right or _alone(edit.words_b, left)
    for one, other in _reworded(left, right, a, b):
        left.remove(one)
        right.remove(other)
        yield Exchanged(Exchange.REWORDED, one, other, edit)
    if denied(edit, a, b) and denies_alone(left, right, edit, a, b):
        yield Exchanged(Exchange.NEGATION, None, None, edit)
    single = len(left) == len(right) == 1
    while left and right:  # heads stand last
        one, other = left.pop(), right.pop()
        kind = _kind(one, other, a, b)
        if kind in OPPOSED and taken_back(one, other, edit):
            kind = Exchange.REWORDED
        if kind in (Exchange.THING, Exchange.IDEA) and not single:
            kind = Exchange.KIND  # which noun stands for which is a guess
        yield Exchanged(kind, one, other, edit)
    for word in left:
        yield Exchanged(_more(a.class_of(word)), word, None, edit)
    for word in right:
        yield Exchanged(_more(b.class_of(word)), None, word, edit)


def _of_source(edit: Edit, a: Side, b: Side) -> Iterator[Exchanged]:
    """Another source is none; the same in another place is: "a hospital in Halden"."""
    left, right = (
        [word for word in words if word.text not in FUNCTION]
        for words in (edit.words_a, edit.words_b)
    )
    if not len(left) == len(right) == 1:
        return
    one, other = left[0], right[0]
    places = a.is_place(one) and b.is_place(other)
    beside = a.is_part_of_source(edit.a_span) and b.is_part_of_source(edit.b_span)
    if places and beside and not one_name(one, other, a, b):
        yield Exchanged(Exchange.NAME, one, other, edit)


def _telling(words: Sequence[Word], elsewhere: frozenset[str]) -> list[Word]:
    """Words that mean something and are not in the other copy, in another place."""
    empty = FUNCTION | DENYING | elsewhere
    return [
        word
        for before, word in zip((None, *words), words, strict=False)
        if word.text not in empty and not _is_no_longer(before, word)
    ]


def _is_no_longer(before: Word | None, word: Word) -> bool:
    return word.text == "longer" and before is not None and before.text in ("no", "any")


def _alone(words: Sequence[Word], instead: Sequence[Word]) -> list[Word]:
    """The one word that another stands in the place of, though it is printed twice."""
    own = [word for word in words if word.text not in FUNCTION | DENYING]
    return own if len(own) == len(instead) == 1 else []


def _reworded(
    left: Sequence[Word], right: Sequence[Word], a: Side, b: Side
) -> list[tuple[Word, Word]]:
    """Counterparts that say the same, the closest first."""
    order = (Sense.SAME, Sense.SYNONYM, Sense.NEAR)
    found = []
    for one in left:
        for other in right:
            sense = _sense(one, other, a, b)
            if sense in order:
                found.append((order.index(sense), one, other, sense))
    found.sort(key=lambda each: each[0])
    pairs: list[tuple[Word, Word]] = []
    for _, one, other, sense in found:
        noun = sense == Sense.NEAR and a.class_of(one) == ReadAs.NOUN
        used = any(one is x or other is y for x, y in pairs)
        if not noun and not used:
            pairs.append((one, other))
    return pairs


def _sense(one: Word, other: Word, a: Side, b: Side) -> Sense:
    classes = {a.class_of(one), b.class_of(other)}
    if ReadAs.NUMBER in classes:
        return Sense.SAME if is_one_number(one, other) else Sense.APART
    if ReadAs.NAME in classes:
        return Sense.SAME if one_name(one, other, a, b) else Sense.APART
    if _excluded(one.text, other.text):
        return Sense.OPPOSITE
    verbs = a.is_verb(one.text) or b.is_verb(other.text)
    sense = related(one.text, other.text, verbs=verbs)
    if sense in (Sense.APART, Sense.UNKNOWN):
        plain = adjective_of(one.text), adjective_of(other.text)
        if all(plain):
            return Sense.OPPOSITE if _excluded(*plain) else related(*plain)
    return sense


def _kind(one: Word, other: Word, a: Side, b: Side) -> Exchange:
    classes = {a.class_of(one), b.class_of(other)}
    if classes == {ReadAs.NUMBER}:
        return _of_numbers(a.value_at(one), b.value_at(other))
    if classes == {ReadAs.NAME}:
        return Exchange.NAME
    qualities = a.is_quality(one) and b.is_quality(other)
    if qualities and _excluded(one.text, other.text):
        return Exchange.OPPOSITE  # "former" for "current", though that names a time
    if classes & {ReadAs.NAME, ReadAs.NUMBER}:
        return Exchange.NAME_FOR_WORD
    sense = _sense(one, other, a, b)
    if sense == Sense.OPPOSITE:
        return Exchange.OPPOSITE
    if sense == Sense.ALMOST_OPPOSITE:
        return Exchange.ALMOST_OPPOSITE
    if sense == Sense.UNKNOWN:
        return Exchange.UNKNOWN
    if qualities and not _are_done(one, other):
        return _of_qualities(one.text, other.text)
    if one_told_otherwise(one, other, a, b):
        return Exchange.KIND
    return _of_words(one.text, other.text, sense, verbs=ReadAs.VERB in classes)


def _of_numbers(one: Facet | None, other: Facet | None) -> Exchange:
    """Two numbers in one place: another value, unless they are read as one."""
    if one is None and other is None:
        return Exchange.NUMBER
    if one is None or other is None:  # a day is no price
        read = one or other
        dated = read is not None and read.kind == Kind.DATE
        return Exchange.UNKNOWN if dated else Exchange.NUMBER
    if one.kind != other.kind:
        return Exchange.UNKNOWN
    level = BY_KIND[one.kind].compare(one, other, DEFAULT).level
    if level in (Level.AGREE, Level.REFINES):
        return Exchange.NUMBER if two_counts(one, other) else Exchange.REWORDED
    if level == Level.UNKNOWN and not are_days(one, other):
        return Exchange.UNKNOWN  # two words for a day that nobody can resolve
    return Exchange.NUMBER


def _of_words(one: str, other: str, sense: Sense, *, verbs: bool) -> Exchange:
    if all(VERB in parts(word) for word in (one, other)):
        nouns = all(NOUN in parts(word) for word in (one, other))
        if verbs or not nouns:
            return Exchange.LIKE_ACT if alike(one, other, VERB) else Exchange.ACT
    if not all(NOUN in parts(word) for word in (one, other)):
        return _of_qualities(one, other)
    if sense == Sense.NEAR or {domain(one), domain(other)} == MEMBERS:
        return Exchange.KIND
    concrete = is_concrete(one) and is_concrete(other)
    if concrete:
        return Exchange.ALIKE if alike(one, other) else Exchange.THING
    return Exchange.IDEA if far_apart(one, other, NOUN) else Exchange.LIKE_IDEA


def _are_done(one: Word, other: Word) -> bool:
    """Whether both are verbs with an object: "taking bribes", "accepting bribes"."""
    return all(w.text.endswith("ing") and VERB in parts(w.text) for w in (one, other))


def _of_qualities(one: str, other: str) -> Exchange:
    far = far_apart(one, other, ADJECTIVE)
    return Exchange.QUALITY if far else Exchange.LIKE_QUALITY


@lru_cache(maxsize=20_000)
def _excluded(one: str, other: str) -> bool:
    """Whether two words are listed as opposites, or as excluding each other."""
    if other in GROUP.get(one, ()):
        return True
    alike_in_sense = related(one, other) in (Sense.SAME, Sense.SYNONYM)
    if not (alike_in_sense or alike(one, other)) and at_opposite_ends(one, other):
        return True
    tags = {"v": "VERB", "n": "NOUN", "a": "ADJ", "r": "ADV"}
    return any(
        opposite(x, y, tags[pos]) or poles_apart(x, y)
        for pos in tags
        for x in lemmas(one, pos)
        for y in lemmas(other, pos)
    )


def _more(read_as: ReadAs) -> Exchange:
    """What one copy has and the other has not; nobody knows which of two is the
    older.
    """
    return {
        ReadAs.NAME: Exchange.MORE_NAMES,
        ReadAs.NUMBER: Exchange.MORE_NUMBERS,
        ReadAs.NOUN: Exchange.MORE_NOUNS,
    }.get(read_as, Exchange.MORE)


# Counts above these say no more.
MOST, MOST_REWORDED, MOST_OPEN = 2, 6, 8


def features(found: Sequence[Exchanged], changed: Changes) -> dict[str, float]:
    """What the weights are fitted on: a number for each kind of exchange, and for how
    alike and how long the copies are.
    """
    counted = Counter(each.kind for each in found)
    reworded = counted.pop(Exchange.REWORDED, 0)
    counted[Exchange.ALIKE] += counted.pop(Exchange.LIKE_IDEA, 0)
    left = min(MOST_OPEN, counted.total() + changed.rewritten)
    hard = any(counted[kind] for kind in HARD)
    telling = sum(counted[kind] for kind in TELLING)
    numbers = {str(kind): float(min(MOST, n)) for kind, n in counted.items()}
    return numbers | {
        "reworded": float(min(MOST_REWORDED, reworded)),
        "rewritten": float(min(MOST, changed.rewritten)),
        "likeness": changed.likeness,
        "kept": log(1 + changed.kept),
        "left": float(left),
        "share": telling / max(1, len(found)),
        "hard": float(hard),
        "hard_left": float(hard * left),
        "hard_likeness": hard * changed.likeness,
    }


def _other_worlds(changed: Changes) -> bool:
    """Whether one copy tells as possible or to come what the other tells as done."""
    return any(
        MODALS.isdisjoint(edit.a) != MODALS.isdisjoint(edit.b) for edit in changed.edits
    )


def contradiction(found: Sequence[Exchanged], changed: Changes) -> float:
    """How likely (0 to 1) two near-copies with these exchanges contradict."""
    kinds = {each.kind for each in found}
    if kinds.isdisjoint(TELLING):
        return 0.0
    if Exchange.OPPOSITE not in kinds and _other_worlds(changed):
        return 0.0
    numbers = features(found, changed)
    total = INTERCEPT + sum(WEIGHTS.get(k, 0.0) * n for k, n in numbers.items())
    return 1 / (1 + exp(-total))
