"""Names of organisations made alike: legal forms, ministries, short and long forms.
PURE.

A key is the name in lower case without article and legal form, with the office of state
in one word ("commerce ministry" for Department of Commerce), followed by the country if
one was printed: "commerce ministry, us".
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler
from wordfreq import zipf_frequency

from claims.facets import gazetteer
from claims.facets.names import fold
from claims.facets.sounds import sound, sounds_alike
from claims.facets.transliteration import romanised
from claims.facets.types import Comparison, Level
from claims.lexicon import organisations as orgs

ACRONYMS = dict(line.split("=", 1) for line in orgs.ACRONYMS.strip().splitlines())

# Jaro-Winkler of two one-word names above which one may be a misspelling of the other,
# if they also sound alike.
SPELLING = 0.9
# Zipf frequency from which a word is no misspelling: "Steel" is not "Steal".
COMMON = 4.0
# Names whose key is remembered: those of some hundred articles.
REMEMBERED = 1 << 13
_SMALL = frozenset({"of", "for", "the", "and", "on", "at", "in", "to", "&"})
# Heads that stand before or behind: "Ministry of Trade", "Trade Ministry".
_TURNED = frozenset({"ministry", "university"})


@lru_cache(maxsize=REMEMBERED)
def body_key(text: str, country: str = "") -> str:
    """The key of a printed name; country is the ISO code printed beside it, or ""."""
    stripped = text.strip()
    short = stripped.removeprefix("the ").removeprefix("The ")
    if short in ACRONYMS:
        return ACRONYMS[short]
    words = [w for w in fold(short.replace("&", " & ")).split() if w != "the"]
    owner = "_".join(words[:2])
    if owner in orgs.METONYMS and len(words) > 3:  # "White House Fisheries Council"
        words = words[2:]
    inner = _country_of(words)
    if inner:
        words, country = inner
    words = [orgs.SYNONYMS.get(w, w) for w in words]
    while len(words) > 1 and words[-1] in orgs.LEGAL_FORMS:
        words.pop()
    if words and words[0] in _TURNED and len(words) > 1 and words[1] in ("of", "for"):
        words = [*words[2:], words[0]]
    kept = [w for w in words if w not in _SMALL and w != "affairs"]
    name = " ".join(kept or words)
    return f"{name}, {country}" if country and name else name


def _country_of(words: list[str]) -> tuple[list[str], str] | None:
    """A country in front of a body of state: "us commerce department"."""
    if len(words) > 1:
        for size in (2, 1):
            front = _country(" ".join(words[:size]))
            rest = words[size:]
            if front and rest and _is_of_state(rest):
                return rest, front
    return None


def _is_of_state(words: list[str]) -> bool:
    """ "commerce department", "department of commerce"."""
    return words[-1] in _STATE_BODIES or (
        words[0] in _STATE_BODIES and words[1] in ("of", "for")
    )


_STATE_BODIES = frozenset(
    {
        *("ministry", "department", "government", "parliament", "army", "navy"),
        *("police", "embassy", "senate", "congress", "cabinet", "administration"),
    }
)


def _country(words: str) -> str:
    if words in ("us", "u s"):
        return "us"
    place = gazetteer.lookup(words.title())
    return place.country if place and place.key == place.country else ""


def bare(key: str) -> str:
    """The key without its country."""
    return key.partition(", ")[0]


@lru_cache(maxsize=8192)
def initials_of(text: str) -> frozenset[str]:
    """Short forms that a long name can have, with and without its small words."""
    words = [w for w in fold(text.replace("-", " ")).split() if w != "&"]
    main = [w for w in words if w not in _SMALL]
    return frozenset(
        {
            "".join(w[0] for w in words),
            "".join(w[0] for w in main),
            "".join(w[0] for w in main if w not in orgs.LEGAL_FORMS),
        }
    )


def long_form(short: str, text: str) -> str:
    """The last words of the text whose initials are the short form, or ""."""
    words = text.split()
    for first in range(len(words)):
        rest = " ".join(words[first:])
        if short.lower() in initials_of(rest):
            return rest
    return ""


def body_signs(key: str) -> frozenset[str]:
    """Words of a key as written in any script and as spoken, and its initials.

    Two keys that have no sign in common are different organisations.
    """
    name = bare(key)
    words = name.split()
    written = {romanised(word) for word in (*words, *initials_of(name))}
    return frozenset(written | {f"~{sound(word)}" for word in words})


def compare_bodies(a: str, b: str) -> Comparison:
    """Level of two keys."""
    if a == b:
        return Comparison(Level.AGREE, "same organisation")
    first, second = bare(a), bare(b)
    if first == second:
        if ", " in a and ", " in b:
            return Comparison(Level.CONFLICT, "same office of different countries")
        return Comparison(Level.REFINES, "one names the country")
    if _shortens(first, second):
        return Comparison(Level.AGREE, "short and long form")
    words_a, words_b = _stems(first), _stems(second)
    if words_a < words_b or words_b < words_a:
        return Comparison(Level.REFINES, "one names more of it")
    if words_a == words_b or _alike(first, second):
        return Comparison(Level.NAMING_VARIANT, "spelled alike")
    return Comparison(Level.CONFLICT, "different organisations")


def _stems(name: str) -> set[str]:
    """Words without their last s, of which an apostrophe may be left out."""
    return {word.removesuffix("s") or word for word in name.split()}


def _shortens(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return " " not in short and " " in long and short in initials_of(long)


def _alike(a: str, b: str) -> bool:
    first, second = a.split(), b.split()
    if len(first) != len(second):
        return False
    return all(x == y or _one_word(x, y) for x, y in zip(first, second, strict=True))


def _one_word(a: str, b: str) -> bool:
    """Whether two words are spellings of one, of which not both are common words."""
    alike = romanised(a) == romanised(b) or (
        sounds_alike(a, b) and JaroWinkler.similarity(a, b) >= SPELLING
    )
    return alike and min(zipf_frequency(a, "en"), zipf_frequency(b, "en")) < COMMON
