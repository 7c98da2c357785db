"""Ordinals: the place of a thing in an order, with the thing as measure. PURE.

"The third round", "its fourth-largest customer", "No. 1 supplier". Days, quarters,
halves, centuries, seconds of time, fractions and adverbs ("first reported") are none.
Only ordinals of one noun compare.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets.clues import clues
from claims.facets.count_context import singular
from claims.facets.parsed import Span, Token
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind, Level
from claims.lexicon import numbers
from claims.lexicon.counts import BREAKS, MONTHS
from claims.lexicon.ordinals import DETERMINERS, NOT_RANKED, RANKED_BY

KIND = Kind.ORDINAL

# Words between the ordinal and its noun: "the second major new trade round".
_MOST_BETWEEN = 4

_TENS = "|".join(numbers.TENS)
_WORDS = "|".join(sorted(numbers.ORDINALS, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{_TENS})[\s-])?(?P<word>{_WORDS})(?![\w'])"
    r"|(?<![\w.,/-])(?P<digits>\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)(?!\w)"
    r"|(?<!\w)(?P<rank>No\.?|Number|number|no\.)\s(?P<place>\d{1,3}|one|two|three)(?!\w)"
)
# Words of which a text with an ordinal has one.
_CLUES = frozenset((*numbers.ORDINALS, "st", "nd", "rd", "th", "no", "number"))
_SUPERLATIVE = re.compile(r"(?:-|\s)(?P<how>(?:most|least)[- ][a-z]+|[a-z]+est)\b")
_WORD = re.compile(r"[\s-]+([A-Za-z][A-Za-z']*)")
_BEFORE = re.compile(r"([A-Za-z][A-Za-z']*)\.?\s+\Z")
# Characters of the word before.
_REACH = 24
_POSSESSIVE = re.compile(r"(?:'s|s')\s+\Z")


def find_text(text: str) -> list[Facet]:
    """Every ordinal of the text that stands before a noun or a superlative."""
    return _found(text, None)


def find(sent: Span, context: Context) -> list[Facet]:
    """Every ordinal of the sentence, with its noun from the parse."""
    return _found(sent.text, sent)


def _found(text: str, sent: Span | None) -> list[Facet]:
    if _CLUES.isdisjoint(clues(text)):
        return []
    facets = []
    for match in _ORDINAL.finditer(text.lower()):
        facet = _facet(text, match, sent)
        if facet:
            facets.append(facet)
    return facets


def _facet(text: str, match: re.Match[str], sent: Span | None) -> Facet | None:
    number = _number(match)
    end = match.end()
    superlative = _SUPERLATIVE.match(text, end)
    if superlative:
        end = superlative.end()
    noun = _noun(text, end)
    if sent is not None:
        noun = _parsed_noun(sent, match.start(), match.end(), noun)
    if not noun or not _ranks(text, match, noun, bool(superlative)):
        return None
    by = superlative["how"].lower() if superlative else ""
    return Facet(
        kind=KIND,
        start=match.start(),
        end=end,
        text=text[match.start() : end],
        value=str(number),
        number=Decimal(number),
        measure=f"{by} {noun}".strip(),
    )


def _number(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"].replace(",", ""))
    if match["place"]:
        place = match["place"]
        return int(place) if place.isdigit() else numbers.UNITS[place]
    tens = numbers.TENS[match["tens"]] if match["tens"] else 0
    return tens + numbers.ORDINALS[match["word"]]


def _noun(text: str, end: int) -> str:
    """The last word of the noun phrase behind, by its spelling; "" without one."""
    noun = ""
    at = end
    for _ in range(_MOST_BETWEEN):
        match = _WORD.match(text, at)
        if match is None or match[1].lower() in BREAKS:
            break
        if noun and match[1][:1].isupper() != noun[:1].isupper():
            break
        noun, at = match[1], match.end()
    return singular(noun)


def _parsed_noun(sent: Span, start: int, end: int, spelled: str) -> str:
    """Lemma of the noun that the ordinal modifies; "" when it modifies a verb."""
    base = sent.start_char
    span = sent.doc.covering(base + start, base + end)
    if span is None:
        return spelled
    root = span.root
    if root.ent_type_ in ("DATE", "TIME") or root.dep_ == "advmod":
        return ""
    head: Token = root.head
    if head.pos_ in ("NOUN", "PROPN") and head.i > root.i:
        return head.lemma
    return spelled if root.dep_ in ("amod", "nummod", "compound") else ""


def _ranks(text: str, match: re.Match[str], noun: str, superlative: bool) -> bool:  # noqa: FBT001
    """Whether the words tell a place in an order."""
    if noun in NOT_RANKED or noun in MONTHS:
        return False
    before = text[max(0, match.start() - _REACH) : match.start()]
    word = _BEFORE.search(before)
    low = word[1].lower() if word else ""
    if low in MONTHS or _in_name(text, match):
        return False
    if match["rank"]:
        return (
            noun in RANKED_BY or low in DETERMINERS or bool(_POSSESSIVE.search(before))
        )
    return superlative or low in DETERMINERS or bool(_POSSESSIVE.search(before))


def _in_name(text: str, match: re.Match[str]) -> bool:
    """ "the 8th Circuit", "the Seventh Plan", "19th-century": parts of names."""
    if match["rank"]:
        return False
    if text[match.end() :].lower().startswith(("-century", " century", "-generation")):
        return True
    behind = _WORD.match(text, match.end())
    named = bool(behind and behind[1][:1].isupper())
    if match["digits"]:
        return named
    return named and text[match.start()].isupper()


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """The level of two ordinals: only of one noun, and then equal or not."""
    shown = f"{a.text} ({a.value}, {a.measure}) and {b.text} ({b.value}, {b.measure})"
    if a.measure != b.measure:
        return Comparison(Level.NOT_COMPARABLE, f"{shown} rank different things")
    if a.value == b.value:
        return Comparison(Level.AGREE, f"{shown} are the same place")
    return Comparison(Level.CONFLICT, f"{shown} are different places")


def keys(facet: Facet) -> frozenset[str]:
    """Block keys: place and thing, beyond the first: "first" is everywhere."""
    if facet.value == "1":
        return frozenset()
    return frozenset({f"{KIND}:{facet.value}:{facet.measure}"})
