"""Offices and roles beside a name, made alike whatever word a translation chose. PURE.

The value of an office is its words in one order: the rank in one word (chairman =
director = head; secretary = minister), its field, without articles and countries, with
"former" first where the office is not held now.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.facets import gazetteer
from claims.lexicon import titles

FORMER = "former"
# Ranks without their field, in the words of office_value.
RANKS = frozenset(
    {titles.SYNONYMS.get(word, word) for word in titles.HEADS}
    | {word for phrase in titles.PHRASES.values() for word in phrase.split()}
    | {"senior", "vice", "acting", "interim"}
)
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[\w.\-&']+")
_PHRASES = tuple(
    (phrase, re.compile(rf"\b{re.escape(phrase)}\b"), name)
    for phrase, name in sorted(titles.PHRASES.items(), key=lambda item: -len(item[0]))
)
# Offices whose words are remembered: those of some hundred articles.
REMEMBERED = 1 << 12


@lru_cache(maxsize=REMEMBERED)
def office_value(text: str) -> str:
    """Canonical words of a printed title, sorted, with "former" first."""
    text = _BRACKETS.sub(" ", text)
    lower = " ".join(_WORD.findall(_without_countries(text))).lower()
    lower = lower.replace("'s", "").replace("’s", "")
    for phrase, pattern, name in _PHRASES:
        if phrase in lower:
            lower = pattern.sub(name, lower)
    found: set[str] = set()
    former = False
    for word in lower.split():
        if word in titles.FORMER:
            former = True
            continue
        plain = titles.ABBREVIATIONS.get(word, word).strip(".'-")
        plain = titles.SYNONYMS.get(plain, plain)
        if plain and plain not in titles.EMPTY and plain not in titles.HONORIFICS:
            found.add(plain)
    if "ministry" in found and "minister" in found:
        found.discard("ministry")
    ordered = sorted(found)
    return " ".join([FORMER, *ordered] if former else ordered)


def overlap(a: str, b: str) -> float:
    """How far two offices are one, 0 to 1; 0 if only one of them is former.

    Fields count where both name one ("finance" against "trade"), else all words; ranks
    that differ halve it.
    """
    first, second = set(a.split()), set(b.split())
    if (FORMER in first) != (FORMER in second):
        return 0.0
    first.discard(FORMER)
    second.discard(FORMER)
    if not first or not second:
        return 0.0
    fields = first - RANKS, second - RANKS
    if not fields[0] or not fields[1]:
        return _share(first, second)
    ranks = first & RANKS, second & RANKS
    apart = ranks[0] and ranks[1] and not ranks[0] & ranks[1]
    return _share(*fields) / (2 if apart else 1)


def is_one_field(a: str, b: str) -> bool:
    """Whether both offices name one field ("treasury"), which few hold at a time; a
    rank alone ("senator") is held by many.
    """
    return not (set(a.split()) & set(b.split())) <= RANKS | {FORMER}


def _share(a: set[str], b: set[str]) -> float:
    return len(a & b) / min(len(a), len(b))


def _without_countries(text: str) -> str:
    words = text.replace("’s", "").replace("'s", "").split()
    kept = []
    for word in words:
        bare = word.strip(",;()")
        place = gazetteer.lookup(bare) if bare[:1].isupper() else None
        if place is None or (place.key != place.country and "." not in bare):
            kept.append(word)
    return " ".join(kept)
