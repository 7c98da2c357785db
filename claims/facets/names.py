"""Names as words: folding, initials, sound, and whether two spellings are one person.

Letters alone cannot tell a misspelling from another person: the best single measure of
similarity separates hard pairs with AUC .86 only. So the office beside the name decides
wherever spellings differ, and differing offices forbid. PURE.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from claims.facets.offices import overlap
from claims.facets.types import Comparison, Level
from claims.lexicon.titles import HONORIFICS

# Jaro-Winkler of forenames above which, with one surname, they are one name. Evidence:
# the rule finds 12 of 14 true pairs among 820 with one false merge.
FORENAME_CLOSE = 0.90
# The same where the office agrees as well.
FORENAME_WITH_OFFICE = 0.60
# Jaro-Winkler of surnames that do not sound alike but are still near.
SURNAME_CLOSE = 0.92
# Edits between two spellings of one surname.
SURNAME_EDITS = 2
# Share of the shorter office's words that the other one has.
OFFICE_SAME, OFFICE_NOT_DIFFERING = 0.5, 0.3
# Surnames shorter than this are not compared by sound: too many sound alike.
SOUND_FROM = 4

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NOT_NAME = re.compile(r"[^\w\s'\-]", re.UNICODE)


def fold(text: str) -> str:
    """Lower case without accents, brackets, full stops and possessive endings."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _NOT_NAME.sub(" ", plain.lower())
    return " ".join(w.removesuffix("'s").strip("'-") for w in plain.split())


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


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    return jellyfish.metaphone(word)


def sounds_alike(a: str, b: str) -> bool:
    """Whether two words are spellings of one sound, a letter or two apart."""
    return (
        min(len(a), len(b)) >= SOUND_FROM
        and sound(a) == sound(b)
        and DamerauLevenshtein.distance(a, b) <= SURNAME_EDITS
    )


def same_person(a: str, b: str, roles: tuple[str, str] | None = None) -> Comparison:
    """Level of two canonical names; roles are the normalised offices beside them.

    CONFLICT says that the names are of two people: whether they stand in one slot of
    one event is for linkage to know.
    """
    first, second = a.split(), b.split()
    if first == second:
        return Comparison(Level.AGREE, "same name")
    if not first or not second:
        return Comparison(Level.UNKNOWN, "no name")
    if len(first) == 1 or len(second) == 1:
        return _bare(first, second, roles)
    if first[0] == second[0] and first[-1] == second[-1]:
        return Comparison(Level.AGREE, "same name but for the middle")
    if sorted(first) == sorted(second):
        return Comparison(Level.NAMING_VARIANT, "same name in another order")
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
    name = short[0]
    office = _office(roles)
    if len(long) > 1 and name in (long[-1], long[0]):
        return Comparison(Level.REFINES, "surname and full name")
    if any(sounds_alike(name, other) for other in (long[-1], long[0])):
        if office is not None and office >= OFFICE_SAME:
            how = "surnames sound alike, same office"
            return Comparison(Level.NAMING_VARIANT, how)
        if office is None:
            return Comparison(Level.UNKNOWN, "surnames sound alike, office not known")
    return Comparison(Level.CONFLICT, "different names")


def _full(
    first: Sequence[str], second: Sequence[str], roles: tuple[str, str] | None
) -> Comparison:
    office = _office(roles)
    different = Comparison(Level.CONFLICT, "different names")
    if office is not None and office < OFFICE_NOT_DIFFERING:
        if first[-1] == second[-1] and first[0][0] == second[0][0]:
            return Comparison(Level.UNKNOWN, "similar names, different offices")
        return Comparison(Level.CONFLICT, "different names and offices")
    forenames = JaroWinkler.similarity(first[0], second[0])
    if first[-1] == second[-1]:
        return _one_surname(first[0], second[0], forenames, office) or different
    return _one_forename(first, second, forenames, office) or different


def _one_surname(
    a: str, b: str, close: float, office: float | None
) -> Comparison | None:
    short, long = sorted((a, b), key=len)
    if len(short) == 1 and long.startswith(short):
        return Comparison(Level.REFINES, "initial and forename")
    if close >= FORENAME_CLOSE or long.startswith(short) or sounds_alike(a, b):
        return Comparison(Level.NAMING_VARIANT, "same surname, forename spelled alike")
    if office is not None and office >= OFFICE_SAME and close >= FORENAME_WITH_OFFICE:
        return Comparison(Level.NAMING_VARIANT, "same surname and office")
    return None


def _one_forename(
    first: Sequence[str], second: Sequence[str], close: float, office: float | None
) -> Comparison | None:
    alike = sounds_alike(first[-1], second[-1])
    near = (
        DamerauLevenshtein.distance(first[-1], second[-1]) <= SURNAME_EDITS
        and JaroWinkler.similarity(first[-1], second[-1]) >= SURNAME_CLOSE
    )
    if not (alike or near):
        return None
    if first[0] == second[0]:
        if office is None and alike:
            how = "same forename, surnames sound alike"
            return Comparison(Level.NAMING_VARIANT, how)
        if office is not None:
            how = "same forename and office, surname spelled alike"
            return Comparison(Level.NAMING_VARIANT, how)
    if office is not None and office >= OFFICE_SAME and close >= FORENAME_WITH_OFFICE:
        return Comparison(Level.NAMING_VARIANT, "same office, name spelled alike")
    return None
