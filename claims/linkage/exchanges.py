"""What two near-copies put in the place of what, and how much that says. PURE.

Each word that one copy has in a place where the other has not is put against its
counterpart there: a number against a number, a name, a word by its senses. Rewording
(synonyms, forms of one word) is set off first. The kinds of exchange that are left are
counted; `claims.linkage.weights` says what each count is worth.
"""

from __future__ import annotations

import re
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
    NOUN,
    VERB,
    Sense,
    domain,
    is_concrete,
    lemmas,
    parts,
    related,
)
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Hedge, Kind, Level, StatementRecord
from claims.lexicon.calendar import WEEKDAYS
from claims.lexicon.exclusive import (
    AGAINST,
    DENIALS,
    DENYING,
    FUNCTION,
    GROUP,
    MODALS,
    NEGATIONS,
    REASONS,
)
from claims.linkage.edits import Changes, Edit, Word
from claims.linkage.sides import ReadAs, Side, one_name, one_told_otherwise
from claims.linkage.weights import INTERCEPT, WEIGHTS

# Lexicographer's files of a group and of a person: "the team" may be its "officers".
MEMBERS = {14, 18}

# Hedges that leave the number itself open.
LOOSE = (Hedge.ABOUT, Hedge.NEARLY, Hedge.VAGUE)

DIGITS = re.compile(r"\d[\d.,]*")


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
    ACT = "act"
    QUALITY = "quality"
    UNKNOWN = "unknown"
    ADDED_NAME = "added_name"
    ADDED_NUMBER = "added_number"
    ADDED_NOUN = "added_noun"
    ADDED = "added"
    LEFT_OUT_NOUN = "left_out_noun"
    LEFT_OUT = "left_out"


# Exchanges without which near-copies are never held against each other, the most
# telling first: a verb or an adjective for another is more often style than fact.
TELLING = (
    Exchange.NUMBER,
    Exchange.NAME,
    Exchange.NEGATION,
    Exchange.OPPOSITE,
    Exchange.ALMOST_OPPOSITE,
    Exchange.THING,
    Exchange.IDEA,
)

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
    sides = Side(a), Side(b)
    return [found for edit in changes for found in _of_edit(edit, *sides)]


def _of_edit(edit: Edit, a: Side, b: Side) -> Iterator[Exchanged]:
    if a.is_told(edit.a_span) or b.is_told(edit.b_span):
        return
    left, right = _telling(edit.words_a, b.words), _telling(edit.words_b, a.words)
    if not (left and right):  # one word in the place of one is no move
        left = left or _alone(edit.words_a, right)
        right = right or _alone(edit.words_b, left)
    for one, other in _reworded(left, right, a, b):
        left.remove(one)
        right.remove(other)
        yield Exchanged(Exchange.REWORDED, one, other, edit)
    if _denied(edit, a, b) and _is_all(left, right, edit):
        yield Exchanged(Exchange.NEGATION, None, None, edit)
    single = len(left) == len(right) == 1
    while left and right:  # heads stand last
        one, other = left.pop(), right.pop()
        kind = _kind(one, other, a, b)
        if kind in (Exchange.THING, Exchange.IDEA) and not single:
            kind = Exchange.KIND  # which noun stands for which is a guess
        yield Exchanged(kind, one, other, edit)
    for word in left:
        yield Exchanged(_left_out(a.class_of(word)), word, None, edit)
    for word in right:
        yield Exchanged(_added(b.class_of(word)), None, word, edit)


def _denied(edit: Edit, a: Side, b: Side) -> bool:
    """Whether one side has a denying word and the other has not.

    "Failed" denies nothing where the other tells of the failure in another place.
    """
    against = AGAINST.isdisjoint(a.words) != AGAINST.isdisjoint(b.words)
    if against and not AGAINST.isdisjoint((*edit.a, *edit.b)):
        return True
    one_side = DENYING.isdisjoint(edit.a) != DENYING.isdisjoint(edit.b)
    if one_side and NEGATIONS.isdisjoint(edit.a) != NEGATIONS.isdisjoint(edit.b):
        return True
    return one_side and DENIALS.isdisjoint(a.words) != DENIALS.isdisjoint(b.words)


def _is_all(left: list[Word], right: list[Word], edit: Edit) -> bool:
    """Whether a denying word is all that stands here; "despite" may stand for the words
    of a reason ("in response to").
    """
    if not (left or right):
        return True
    reason = AGAINST & {*edit.a, *edit.b}
    if reason and all(word.text in REASONS for word in (*left, *right)):
        left.clear()
        right.clear()
        return True
    return False


def _telling(words: Sequence[Word], elsewhere: frozenset[str]) -> list[Word]:
    """Words that mean something and are not in the other copy, in another place."""
    return [word for word in words if word.text not in FUNCTION | DENYING | elsewhere]


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
        return Sense.APART
    if ReadAs.NAME in classes:
        return Sense.SAME if one_name(one, other, a, b) else Sense.APART
    if _excluded(one.text, other.text):
        return Sense.OPPOSITE
    verbs = a.is_verb(one.text) or b.is_verb(other.text)
    return related(one.text, other.text, verbs=verbs)


def _kind(one: Word, other: Word, a: Side, b: Side) -> Exchange:
    classes = {a.class_of(one), b.class_of(other)}
    if classes == {ReadAs.NUMBER}:
        return _of_numbers(a.value_at(one), b.value_at(other))
    if classes == {ReadAs.NAME}:
        return Exchange.NAME
    if classes & {ReadAs.NAME, ReadAs.NUMBER}:
        return Exchange.NAME_FOR_WORD
    sense = _sense(one, other, a, b)
    if sense == Sense.OPPOSITE:
        return Exchange.OPPOSITE
    if sense == Sense.ALMOST_OPPOSITE:
        return Exchange.ALMOST_OPPOSITE
    if sense == Sense.UNKNOWN:
        return Exchange.UNKNOWN
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
    if level == Level.UNKNOWN and not _are_days(one, other):
        return Exchange.UNKNOWN  # two words for a day that nobody can resolve
    return Exchange.NUMBER


def two_counts(one: Facet, other: Facet) -> bool:
    """Whether two counts that leave room for each other are two all the same, where
    they stand in one place: "at least two" and "at least three", but not "about 55" and
    "about 57".
    """
    return (
        one.kind == other.kind == Kind.COUNT
        and one.hedge == other.hedge
        and one.hedge not in LOOSE
        and one.number != other.number
    )


def _are_days(one: Facet, other: Facet) -> bool:
    """Whether two dates that nothing resolves are days of the week, or phrases that
    differ in their number alone.
    """
    if all(f.text.lower() in WEEKDAYS for f in (one, other)):
        return True
    return DIGITS.sub("", one.text.lower()) == DIGITS.sub("", other.text.lower())


def _of_words(one: str, other: str, sense: Sense, *, verbs: bool) -> Exchange:
    if verbs and all(VERB in parts(word) for word in (one, other)):
        return Exchange.ACT
    if not all(NOUN in parts(word) for word in (one, other)):
        both = all(VERB in parts(word) for word in (one, other))
        return Exchange.ACT if both else Exchange.QUALITY
    if sense == Sense.NEAR or {domain(one), domain(other)} == MEMBERS:
        return Exchange.KIND
    concrete = is_concrete(one) and is_concrete(other)
    return Exchange.THING if concrete else Exchange.IDEA


@lru_cache(maxsize=20_000)
def _excluded(one: str, other: str) -> bool:
    """Whether two words are listed as opposites, or as excluding each other."""
    if other in GROUP.get(one, ()) or at_opposite_ends(one, other):
        return True
    tags = {"v": "VERB", "n": "NOUN", "a": "ADJ", "r": "ADV"}
    return any(
        opposite(x, y, tags[pos]) or poles_apart(x, y)
        for pos in tags
        for x in lemmas(one, pos)
        for y in lemmas(other, pos)
    )


def _left_out(read_as: ReadAs) -> Exchange:
    nouns = (ReadAs.NAME, ReadAs.NUMBER, ReadAs.NOUN)
    return Exchange.LEFT_OUT_NOUN if read_as in nouns else Exchange.LEFT_OUT


def _added(read_as: ReadAs) -> Exchange:
    return {
        ReadAs.NAME: Exchange.ADDED_NAME,
        ReadAs.NUMBER: Exchange.ADDED_NUMBER,
        ReadAs.NOUN: Exchange.ADDED_NOUN,
    }.get(read_as, Exchange.ADDED)


# Counts above these say no more.
MOST, MOST_REWORDED, MOST_OPEN = 2, 6, 8


def features(found: Sequence[Exchanged], changed: Changes) -> dict[str, float]:
    """What the weights are fitted on: a number for each kind of exchange, and for how
    alike and how long the copies are.
    """
    counted = Counter(each.kind for each in found)
    reworded = counted.pop(Exchange.REWORDED, 0)
    left = min(MOST_OPEN, counted.total() + changed.rewritten)
    hard = any(counted[kind] for kind in HARD)
    numbers = {str(kind): float(min(MOST, n)) for kind, n in counted.items()}
    return numbers | {
        "reworded": float(min(MOST_REWORDED, reworded)),
        "rewritten": float(min(MOST, changed.rewritten)),
        "likeness": changed.likeness,
        "kept": log(1 + changed.kept),
        "left": float(left),
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
