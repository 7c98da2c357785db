"""Names as words: folding, initials, sound, and whether two spellings are one person.

Letters alone cannot tell a misspelling from another person: the best single measure of
similarity separates hard pairs with AUC .86 only. So the office beside the name decides
wherever spellings differ, and differing offices forbid. PURE.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from claims.facets.forenames import Forenames, compare_forenames
from claims.facets.offices import is_one_field, overlap
from claims.facets.sounds import EDITS, SOUND_FROM, sounds_alike
from claims.facets.transliteration import romanised
from claims.facets.types import Comparison, Level
from claims.lexicon.titles import HONORIFICS

# Jaro-Winkler of surnames that do not sound alike but are still near.
SURNAME_CLOSE = 0.92
# Share of the shorter office's words that the other one has.
OFFICE_SAME, OFFICE_NOT_DIFFERING = 0.5, 0.3

# Names whose words are remembered: those of some hundred articles.
REMEMBERED = 1 << 14

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = frozenset({"al", "el", "ul"})
_NOT_NAME = re.compile(r"[^\w\s'\-]", re.UNICODE)


def fold(text: str) -> str:
    """Lower case without accents, brackets, full stops and possessive endings."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _NOT_NAME.sub(" ", plain.lower())
    return " ".join(w.removesuffix("'s").strip("'-") for w in plain.split())


@lru_cache(maxsize=REMEMBERED)
def person_words(text: str) -> tuple[str, ...]:
    """Words of a person's name without forms of address or "Jr."."""
    words = [w for w in fold(text).split() if w not in HONORIFICS]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return tuple(words)


def canonical(words: Sequence[str]) -> str:
    """ "jane roe" for Jane Q. Roe: single letters between two names are dropped."""
    inner = [w for w in words[1:-1] if len(w) > 1]
    return " ".join([*words[:1], *inner, *words[1:][-1:]])


def initials(words: Sequence[str]) -> str:
    return "".join(w[0] for w in words if w)


class Surnames(StrEnum):
    """How two surnames stand to each other."""

    SAME = "same"
    SCRIPT = "script"  # one name, written over from another script in two ways
    PART = "part"  # one of the two names of a double name
    SOUND = "sound"  # they sound alike, as other surnames do
    NEAR = "near"
    TWO = "two"


def compare_surnames(a: str, b: str) -> Surnames:
    """How two folded surnames stand to each other; the order does not matter."""
    if a == b:
        return Surnames.SAME
    if min(len(a), len(b)) >= SOUND_FROM and romanised(a) == romanised(b):
        return Surnames.SCRIPT
    if ("-" in a) != ("-" in b) and (a in b.split("-") or b in a.split("-")):
        return Surnames.PART
    if sounds_alike(a, b):
        return Surnames.SOUND
    edits = DamerauLevenshtein.distance(a, b)
    if edits <= EDITS and JaroWinkler.similarity(a, b) >= SURNAME_CLOSE:
        return Surnames.NEAR
    return Surnames.TWO


class _Cut(NamedTuple):
    """A canonical name as it is compared.

    parts: its words cut at hyphens, without Arabic articles
    """

    words: tuple[str, ...]
    plain: str
    parts: list[str]
    joined: str


# A name meets many others: a text of twenty names is held against hundreds.
@lru_cache(maxsize=8192)
def _cut(name: str) -> _Cut:
    plain = name.replace("-", " ")
    words = plain.split()
    parts = words[:1] + [word for word in words[1:] if word not in _ARTICLES]
    return _Cut(tuple(name.split()), plain, sorted(parts), "".join(parts))


def person_signs(name: str) -> frozenset[str]:
    """Words of a canonical name as they are written in any script.

    Two names without offices that have no sign in common are different people.
    """
    cut = _cut(name)
    words = {*cut.words, *cut.plain.split(), cut.joined}
    return frozenset(romanised(word) for word in words)


def same_person(a: str, b: str, roles: tuple[str, str] | None = None) -> Comparison:
    """Level of two canonical names; roles are the normalised offices beside them.

    CONFLICT says that the names are of two people: whether they stand in one slot of
    one event is for linkage to know.
    """
    one, other = _cut(a), _cut(b)
    first, second = one.words, other.words
    if first == second:
        return Comparison(Level.AGREE, "same name")
    if not first or not second:
        return Comparison(Level.UNKNOWN, "no name")
    if one.plain == other.plain:
        return Comparison(Level.AGREE, "same name but for a hyphen")
    if len(first) == 1 or len(second) == 1:
        return _bare(first, second, roles)
    if first[0] == second[0] and first[-1] == second[-1]:
        return Comparison(Level.AGREE, "same name but for the middle")
    if one.parts == other.parts:
        return Comparison(Level.NAMING_VARIANT, "same name in other words or order")
    if one.joined == other.joined:
        return Comparison(Level.NAMING_VARIANT, "same name but for a hyphen")
    return _full(first, second, roles)


def _office(roles: tuple[str, str] | None) -> float | None:
    """Overlap of the two offices, or None when one is not known."""
    if roles is None or not roles[0] or not roles[1]:
        return None
    return overlap(*roles)


def _bare(
    first: Sequence[str], second: Sequence[str], roles: tuple[str, str] | None
) -> Comparison:
    short, long = sorted((first, second), key=len)
    name, office = short[0], _office(roles)
    if len(long) > 1 and name in (long[-1], long[0], *long[-1].split("-")):
        return Comparison(Level.REFINES, "surname and full name")
    found = {compare_surnames(name, other) for other in (long[-1], long[0])}
    if Surnames.SCRIPT in found:
        return Comparison(Level.NAMING_VARIANT, "one surname, written over in two ways")
    if Surnames.SOUND in found:
        if roles is not None and office is not None and office >= OFFICE_SAME:
            if is_one_field(*roles):
                how = "surnames sound alike, same office"
                return Comparison(Level.NAMING_VARIANT, how)
            return Comparison(Level.UNKNOWN, "surnames sound alike, one rank")
        if office is None:
            return Comparison(Level.UNKNOWN, "surnames sound alike, office not known")
    return Comparison(Level.CONFLICT, "different names")


def _full(
    first: Sequence[str], second: Sequence[str], roles: tuple[str, str] | None
) -> Comparison:
    office = _office(roles)
    sur = compare_surnames(first[-1], second[-1])
    one = sur in (Surnames.SAME, Surnames.SCRIPT)
    if office is not None and office < OFFICE_NOT_DIFFERING:
        if one and first[0][0] == second[0][0]:
            return Comparison(Level.UNKNOWN, "similar names, different offices")
        return Comparison(Level.CONFLICT, "different names and offices")
    if sur == Surnames.TWO:
        return Comparison(Level.CONFLICT, "different names")
    fore = compare_forenames(first[0], second[0])
    if one:
        return _one_surname(fore, sur, office)
    if sur == Surnames.PART and fore in (Forenames.SAME, Forenames.ALIKE):
        return Comparison(Level.REFINES, "one gives more of the surname")
    if sur in (Surnames.SOUND, Surnames.NEAR):
        return _near_surnames(fore, sur, office)
    return Comparison(Level.CONFLICT, "different names")


def _one_surname(fore: Forenames, sur: Surnames, office: float | None) -> Comparison:
    if fore == Forenames.INITIAL:
        level = Level.REFINES if sur == Surnames.SAME else Level.NAMING_VARIANT
        return Comparison(level, "initial and forename")
    if fore in (Forenames.SAME, Forenames.ALIKE):
        return Comparison(Level.NAMING_VARIANT, "same surname, forename spelled alike")
    if fore == Forenames.OPEN and office is not None and office >= OFFICE_SAME:
        return Comparison(Level.NAMING_VARIANT, "same surname and office")
    return Comparison(Level.CONFLICT, "same surname, different forenames")


def _near_surnames(fore: Forenames, sur: Surnames, office: float | None) -> Comparison:
    """Of surnames that are only alike the letters say nothing without an office."""
    if fore == Forenames.SAME and office is not None:
        how = "same forename and office, surname spelled alike"
        return Comparison(Level.NAMING_VARIANT, how)
    if fore != Forenames.TWO and office is not None and office >= OFFICE_SAME:
        return Comparison(Level.NAMING_VARIANT, "same office, name spelled alike")
    alike = fore in (Forenames.SAME, Forenames.ALIKE)
    if alike and sur == Surnames.SOUND and office is None:
        return Comparison(Level.UNKNOWN, "surnames sound alike, office not known")
    return Comparison(Level.CONFLICT, "different names")
