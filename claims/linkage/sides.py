"""One of two near-copies: what each of its words is read as. PURE."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from rapidfuzz import fuzz

from claims.facets import BY_KIND
from claims.facets.senses import ADJECTIVE, NOUN, VERB, domain, lemmas, parts
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Hop, Kind, StatementRecord
from claims.lexicon import numbers
from claims.lexicon.exclusive import (
    DETERMINERS,
    FUNCTION,
    NEGATIONS,
    POSSESSIVES,
    UNITS,
)
from claims.linkage.apart import SPELLED_ALIKE
from claims.linkage.edits import Word, told_in, words_of
from claims.linkage.kinds import AGREEING, NAMED, VALUES

CARDINALS = frozenset(numbers.UNITS) | frozenset(numbers.TENS)

# Lexicographer's files of nouns for somebody (group, person), and for what happens
# (act, event).
TOLD_OTHERWISE = ({14, 18}, {4, 11})


# Letters that the short form of a name has at most: "Calif.", "Minn.".
ABBREVIATED = 5


class ReadAs(StrEnum):
    """What a word is."""

    NUMBER = "number"
    NAME = "name"
    NOUN = "noun"
    VERB = "verb"
    OTHER = "other"


class Side:
    """One copy: what its words are read as."""

    def __init__(self, record: StatementRecord) -> None:
        self.text = record.text
        self.order = words_of(record.text)
        self.words = frozenset(word.text for word in self.order)
        self.negations = sum(word.text in NEGATIONS for word in self.order)
        self.verbs = {f.lemma for f in record.frames if not f.nominal}
        self.values = [f for f in record.facets if f.kind in VALUES]
        self.speakers = [_source(h) for h in record.hops if h.end] + [
            (f.start, f.end) for f in record.facets if f.role == "speaker"
        ]
        self.titles = [(f.start, f.end) for f in record.facets if f.kind == Kind.TITLE]
        self.names = [f for f in record.facets if f.kind in NAMED]

    def class_of(self, word: Word) -> ReadAs:
        counted = word.text in UNITS or word.text in CARDINALS
        if word.text[0].isdigit() or counted or self.value_at(word):
            return ReadAs.NUMBER
        if self.is_title(word):
            return ReadAs.NOUN
        if word.start and self.text[word.start].isupper():
            return ReadAs.NAME
        if self.name_at(word):
            return ReadAs.NAME
        if self.is_verb(word.text):
            return ReadAs.VERB
        if NOUN in parts(word.text) and not self.is_quality(word):
            return ReadAs.NOUN
        return ReadAs.OTHER

    def value_at(self, word: Word) -> Facet | None:
        """The value that the word is a part of."""
        return next((f for f in self.values if f.start <= word.start < f.end), None)

    def name_at(self, word: Word) -> Facet | None:
        """The name that the word is a part of."""
        return next((f for f in self.names if f.start <= word.start < f.end), None)

    def is_title(self, word: Word) -> bool:
        """Whether a word in capitals is a noun for somebody, no name: "CEO"."""
        capitals = self.text[word.start : word.end].isupper() and len(word.text) > 1
        return capitals and NOUN in parts(word.text) and not self.name_at(word)

    def is_quality(self, word: Word) -> bool:
        """Whether a word that may be an adjective stands before a noun: "public" in
        "his public duties", though the public is a noun.
        """
        if ADJECTIVE not in parts(word.text):
            return False
        behind = next((w for w in self.order if w.start == word.end + 1), None)
        return behind is not None and NOUN in parts(behind.text)

    def is_told(self, span: tuple[int, int]) -> bool:
        """Whether the words say who told it, which is no difference."""
        return _within(span, self.speakers)

    def is_part_of_source(self, span: tuple[int, int]) -> bool:
        """Whether the words stand in those for a source, which has others beside."""
        return any(
            s <= span[0] and span[1] <= e and e - s > span[1] - span[0]
            for s, e in self.speakers
        )

    def is_place(self, word: Word) -> bool:
        """Whether the word is of the name of a place."""
        name = self.name_at(word)
        return name is not None and name.kind == Kind.PLACE

    def is_office(self, span: tuple[int, int]) -> bool:
        """Whether the words say who somebody is, which everybody may say otherwise."""
        return _within(span, self.titles)

    def is_verb(self, word: str) -> bool:
        return not self.verbs.isdisjoint(lemmas(word, VERB))


def _within(span: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    low, high = span
    return low < high and any(s <= low and high <= e for s, e in places)


def _source(hop: Hop) -> tuple[int, int]:
    """Where the source of a statement stands. Between it and the cue another predicate
    may stand: "the mill cut 90 jobs and said that …".
    """
    if hop.source_end:
        return hop.source_start, hop.source_end
    return hop.start, hop.end


def one_name(one: Word, other: Word, a: Side, b: Side) -> bool:
    """Whether two words may belong to one name: alike, a part or a place of it, or its
    initials.
    """
    name, instead = a.name_at(one), b.name_at(other)
    if name and instead and name.kind == instead.kind:
        level = BY_KIND[name.kind].compare(name, instead, DEFAULT).level
        if level in AGREEING:
            return True
    people = [f for f in (name, instead) if f and f.kind == Kind.PERSON]
    words, others = (_words(f, w) for f, w in ((name, one), (instead, other)))
    if people and (words & b.words or others & a.words):
        return True  # another part of the name is printed over there
    printed = [
        f.text.lower() if f else w.text for f, w in ((name, one), (instead, other))
    ]
    if any(c.isdigit() for c in "".join(printed)):
        return False
    if name and instead:
        printed = _without_common(printed)
    plain = ["".join(c for c in text if c.isalnum()) for text in printed]
    if not all(plain):
        return True
    if plain[0].startswith(plain[1]) or plain[1].startswith(plain[0]):
        return True
    if _abbreviates(one, a, other) or _abbreviates(other, b, one):
        return True
    if max(fuzz.ratio(*plain), fuzz.ratio(one.text, other.text)) >= SPELLED_ALIKE:
        return True
    return _initials(name) == plain[1] or _initials(instead) == plain[0]


def _without_common(names: list[str]) -> list[str]:
    """Two names without the words that both have: what is left tells them apart."""
    words = [name.split() for name in names]
    common = set(words[0]) & set(words[1])
    return [" ".join(w for w in each if w not in common) for each in words]


def _words(name: Facet | None, word: Word) -> frozenset[str]:
    """The words of a name that tell it from others."""
    text = name.text if name else word.text
    return frozenset(told_in(text)) - FUNCTION


def _abbreviates(short: Word, side: Side, long: Word) -> bool:
    """Whether a word with a full stop is short for another: "Ga.", "Calif."."""
    if side.text[short.end : short.end + 1] != "." or len(short.text) > ABBREVIATED:
        return False
    letters = iter(long.text)
    begins = short.text[0] == long.text[0]
    return begins and all(letter in letters for letter in short.text)


def _initials(name: Facet | None) -> str:
    """ "European Union" → "eu"; "" for a name of one word."""
    words = told_in(name.text) if name else ()
    return "".join(w[0] for w in words if w not in FUNCTION) if len(words) > 1 else ""


def points_back(
    word: Word, side: Side, by: frozenset[str] = DETERMINERS | POSSESSIVES
) -> bool:
    """Whether a noun points at something that has been named: "the agency", but not
    "the agency car".
    """
    words = words_of(side.text)
    at = next(n for n, each in enumerate(words) if each.start == word.start)
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if any(w.start == word.end + 1 and NOUN in parts(w.text) for w in after):
        return False
    return any(w.text in by for w in before)


def one_told_otherwise(one: Word, other: Word, a: Side, b: Side) -> bool:
    """Whether two nouns may name one somebody or one event by what is known of it:
    "the suspect" and "the driver", "the attack" and "the incident"; but his brother is
    not his wife.
    """
    domains = {domain(one.text), domain(other.text)}
    return (
        any(domains <= each for each in TOLD_OTHERWISE)
        and points_back(one, a, DETERMINERS)
        and points_back(other, b, DETERMINERS)
    )
