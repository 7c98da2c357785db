"""Percents, percentage points, and shares of a whole told in words. PURE.

"Two-thirds of", "one in five" and "half the" are percents too; "most of" and "the
majority" are intervals. Points ("pp", and basis points as their hundredths) tell a
change and never compare with percents.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from claims.facets.numerals import Numeral, scan
from claims.facets.parsed import Span, Token
from claims.facets.points import parts_of_points, single_points
from claims.facets.quantities import (
    Reading,
    bounds,
    compare_numbers,
    facet_of,
    number_keys,
    numeric_value,
    printed,
)
from claims.facets.ranges import join
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Hedge, Kind, Level
from claims.lexicon.shares import PART_OF_SOMETHING_ELSE, VAGUE_SHARES

KIND = Kind.PERCENT

# Counts look for the same percents that this kind has just found.
_CACHE_SIZE = 64
# Fractions are told to a hundredth of a percent: a third is 33.33.
_PLACES = Decimal("0.01")
_HUNDRED, _ONE = Decimal(100), Decimal(1)
# How a hedge reads beside "most" and "a minority", which tell the side of a half alone.
_SIDES = {Hedge.ABOUT: Hedge.NONE}
# Digits behind the point from which a share is a fraction that does not end.
_LAST_DIGIT = 6

_SIGN = re.compile(
    r"[\s-]{0,2}(?:(?P<points>(?:%|per[\s-]?cents?|pct\.?)[\s-]points?\b"
    r"|percentage[\s-]points?\b|ppts?\b|pp\b)"
    r"|(?P<basis>basis[\s-]points?\b|(?-i:bps?)\b)"
    r"|(?P<percent>%(?!\d)|per[\s-]?cents?\b|percentage\b|(?-i:pc)\b"
    r"|pct\b(?:\.(?=\s+(?-i:[a-z(])))?))",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(r"\b(?:percent|per\s+cent)\s+of\s+\Z", re.IGNORECASE)
_OF = re.compile(
    r"\s+(?:of|the|its|their|his|her|our|those|these|all|that)\b", re.IGNORECASE
)
# "fell by a third", "down by half": the fraction ends what is told of the change.
_CHANGED_BY = re.compile(
    r"\b(?:by|up|down|off|rise|rose|fell|fallen|dropped|grew|grown|jumped|slumped|shrank"
    r"|shrunk|plunged|soared|climbed|slipped|sank|tumbled|slashed)\s+"
    r"(?:(?:about|almost|nearly|around|roughly|over|more\sthan|less\sthan|some)\s+)?\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:[.,;:)!?]|\Z)|\s+(?:in|to|from|on|since|over|this|last|after|before|because"
    r"|as|at|and|while|when|during|compared|within|or)\b",
    re.IGNORECASE,
)
_DIGIT_END = re.compile(r"\d\s*\Z")
_CLAUSE_END = re.compile(r"\s*(?:[.,;:)!?]|\Z)")
_WORD_NEXT = re.compile(r"\s+\w")
_IN = re.compile(r"\s+(?:(?:in|out\s+of)(?:\s+every)?|of\s+every)\s+", re.IGNORECASE)
_OF_ONE = re.compile(r"\s+of\s+(?:one|1)\Z")
_PART_BEFORE = re.compile(r"([a-z0-9]+)[\s-]+\Z", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+or\s+")
_VAGUE = re.compile(
    "|".join(
        rf"(?P<v{index}>{pattern})"
        for index, (pattern, _, _) in enumerate(VAGUE_SHARES)
    ),
    re.IGNORECASE,
)
# "One in five" tells a share up to this denominator; "one in 2025" is a date.
_LARGEST_IN = 1000
# Tags of what may stand between "most" and its noun.
_OF_HEAD = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
# Denominators of "in": "12 in 17 attacks" counts, it tells no share.
_USUAL_IN = frozenset({*range(2, 11), 20, 50, 100, 1000})
_TIMES = re.compile(
    r"\s+(?:seconds|minutes|hours|days|weeks|months|years|games|matches)\b",
    re.IGNORECASE,
)
_OF_A = re.compile(r"\s+(?:of\s+)?an?\s+")
# Before a number these make it a part of an address: "%20".
_ADDRESS = ("%", "=", "&", "/")
# Characters of a word before a fraction that tells what it is a part of.
_REACH = 24


def find_text(text: str) -> list[Facet]:
    """Every percent of the text, in order; numbers in percent or percentage points."""
    return list(_found(text))


@lru_cache(maxsize=_CACHE_SIZE)
def _found(text: str) -> tuple[Facet, ...]:
    readings: list[Reading] = []
    numerals = scan(text)
    index = 0
    while index < len(numerals):
        found, taken = _at(text, numerals, index)
        readings += found
        index += taken
    points = parts_of_points(text)
    readings = [r for r in readings if not any(_overlap(r, p) for p in points)] + points
    readings += single_points(text, readings)
    readings += _vague(text, readings)
    readings.sort(key=lambda reading: reading.start)
    return tuple(facet_of(KIND, text, each, _value(each)) for each in readings)


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def find(sent: Span, context: Context) -> list[Facet]:
    """Every percent of the sentence, with "most" where it stands before a noun."""
    facets = find_text(sent.text)
    for token in sent if "most" in sent.text.lower() else ():
        start = token.idx - sent.start_char
        if _counts(token) and not any(f.start <= start < f.end for f in facets):
            reading = _most(start, start + len(token.text))
            facets.append(facet_of(KIND, sent.text, reading, _value(reading)))
    return sorted(facets, key=lambda facet: facet.start)


def _counts(token: Token) -> bool:
    """ "Most voters", "most Halden drivers"; not "the most senior voters"."""
    if token.lower_ != "most" or token.tag_ != "JJS":
        return False
    head, doc = token.head, token.doc
    while head.dep_ == "compound" and head.head is not head:
        head = head.head
    if token.dep_ not in ("amod", "compound"):
        return False
    if head.tag_ not in ("NNS", "NNPS") or head.i <= token.i:
        return False
    between = doc[token.i + 1 : head.i]
    led = any(c.dep_ in ("det", "poss") for c in head.children)
    return not between or (not led and all(t.tag_ in _OF_HEAD for t in between))


def _most(start: int, end: int) -> Reading:
    return Reading(
        start, end, "%", low=Decimal(50), high=_HUNDRED, vague=True
    )  # fmt: skip


def _value(reading: Reading) -> str:
    return f"{numeric_value(reading)} {reading.unit}"


def _at(
    text: str, numerals: tuple[Numeral, ...], index: int
) -> tuple[list[Reading], int]:
    """The percents that start with this number, and how many numbers they use."""
    numeral = numerals[index]
    rest = numerals[index + 1 :]
    own = _signed(text, numeral)
    if own:
        ranged = _range(text, numeral, own, rest[0]) if rest else None
        return ([ranged], 2) if ranged else ([own], 1)
    if numeral.vague or numeral.glued:
        return [], 1
    shared = _shared(text, numeral, rest)
    if shared:
        return shared
    part = _part_of_one(text, numeral, rest[0]) if rest else None
    if part:
        return [part], 2
    reading = _fraction(text, numeral) or _behind_of(text, numeral)
    if reading:
        return [reading], 1
    ratio = _ratio(text, numeral, rest[0]) if rest else None
    return ([ratio], 2) if ratio else ([], 1)


def _signed(text: str, numeral: Numeral) -> Reading | None:
    """The number with its sign: "12%", "half a percentage point"."""
    end = numeral.end
    match = _SIGN.match(text, end)
    if match is None and numeral.fraction:
        of = _OF_A.match(text, end)
        match = _SIGN.match(text, of.end()) if of else None
    if match is None or numeral.value is None or numeral.glued:
        return None
    if text[: numeral.start].endswith(_ADDRESS):
        return None
    if match["points"]:
        return Reading(numeral.start, match.end(), "pp", _rounded(numeral.value))
    if match["basis"]:
        return Reading(numeral.start, match.end(), "pp", numeral.value / 100)
    doubtful = match["percent"].lower() == "percentage" and not numeral.spelled
    if doubtful and not _CLAUSE_END.match(text, match.end()):
        return None  # in 2024 percentage gains were small
    return Reading(numeral.start, match.end(), "%", _rounded(numeral.value))


def _part_of_one(text: str, numeral: Numeral, later: Numeral) -> Reading | None:
    """ "half of one percent", "seven-tenths of 1 percent"."""
    if not numeral.fraction or not _OF_ONE.fullmatch(text, numeral.end, later.end):
        return None
    whole = _signed(text, later)
    if whole is None or whole.number is None:
        return None
    number = _rounded(whole.number * (numeral.value or Decimal(0)))
    return replace(whole, start=numeral.start, number=number)


def _rounded(share: Decimal) -> Decimal:
    """A third of a percent is 0.33."""
    digits = share.as_tuple().exponent
    endless = isinstance(digits, int) and digits < -_LAST_DIGIT
    return share.quantize(_PLACES) if endless else share


def _range(text: str, numeral: Numeral, own: Reading, later: Numeral) -> Reading | None:
    """ "between 3% and 4%", "3% to 4%": a range with both signs."""
    other = _signed(text, later)
    if other is None or other.unit != own.unit:
        return None
    first = replace(numeral, end=own.end)
    joined = join(text, first, numeral.start, later, later.start)
    if joined is None or not joined.is_range:
        return None
    return replace(own, end=other.end, number=None, low=own.number, high=other.number)


def _shared(
    text: str, numeral: Numeral, rest: tuple[Numeral, ...]
) -> tuple[list[Reading], int] | None:
    """ "5 to 10 percent", "3, 5 and 7 percent": signs that stand once."""
    row = [numeral]
    for later in rest:
        signed = _signed(text, later)
        start = row[-1].start
        joined = join(text, row[-1], start, later, later.start, one_sign=True)
        if signed and joined and joined.is_range and len(row) == 1:
            size = Decimal("0.01") if "asis" in text[later.end : signed.end] else 1
            low, high = joined.low * size, joined.high * size
            reading = replace(signed, start=numeral.start, number=None)
            return [replace(reading, low=low, high=high)], 2
        if not joined and not _LIST.fullmatch(text, row[-1].end, later.start):
            return None
        if signed:
            size = (signed.number or Decimal(0)) / later.value if later.value else 1
            firsts = [
                Reading(n.start, n.end, signed.unit, (n.value or Decimal(0)) * size)
                for n in row
            ]
            return [*firsts, signed], len(row) + 1
        row.append(later)
    return None


def _fraction(text: str, numeral: Numeral) -> Reading | None:
    """ "two-thirds of", "half the", a part of a whole."""
    if not numeral.fraction or numeral.value is None or not 0 < numeral.value < 1:
        return None
    behind = text[max(0, numeral.start - _REACH) : numeral.start]
    changed = _CHANGED_BY.search(behind) and _ENDS.match(text, numeral.end)
    before = _PART_BEFORE.search(behind)
    if not changed and _OF.match(text, numeral.end) is None:
        return None
    if before and before[1].lower() in PART_OF_SOMETHING_ELSE:
        return None
    percent = (numeral.value * _HUNDRED).quantize(_PLACES)
    return Reading(numeral.start, numeral.end, "%", percent)


def _behind_of(text: str, numeral: Numeral) -> Reading | None:
    """ "by percent of 10", as tables and some agencies print it."""
    before = text[max(0, numeral.start - _REACH) : numeral.start]
    match = _PERCENT_OF.search(before)
    if match is None or text[numeral.end : numeral.end + 1].isalpha():
        return None
    start = numeral.start - len(match[0])
    if _DIGIT_END.search(text[:start]) or _WORD_NEXT.match(text, numeral.end):
        return None
    return Reading(start, numeral.end, "%", numeral.value)


def _ratio(text: str, numeral: Numeral, later: Numeral) -> Reading | None:
    """ "one in five", "nine out of 10"."""
    if not _IN.fullmatch(text, numeral.end, later.start):
        return None
    top, under = numeral.value, later.value
    if top is None or under is None or not 0 < top < under <= _LARGEST_IN:
        return None
    if top % 1 or under % 1 or _TIMES.match(text, later.end):
        return None
    if "out" not in text[numeral.end : later.start] and under not in _USUAL_IN:
        return None
    percent = (top / under * _HUNDRED).quantize(_PLACES)
    return Reading(numeral.start, later.end, "%", percent)


def _vague(text: str, taken: list[Reading]) -> list[Reading]:
    """ "most of", "the vast majority": intervals."""
    found: list[Reading] = []
    low = text.lower()
    if not ("most" in low or "ority" in low or " all of" in low):
        return found
    for match in _VAGUE.finditer(text):
        if any(r.start < match.end() and match.start() < r.end for r in taken):
            continue
        _, least, largest = VAGUE_SHARES[int((match.lastgroup or "v0")[1:])]
        found.append(
            Reading(
                *match.span(),
                "%",
                low=Decimal(least),
                high=Decimal(largest),
                vague=True,
            )
        )
    return found


def _shown(facet: Facet) -> str:
    if facet.number is None and ".." not in facet.value:
        return facet.text
    if facet.number is None:
        return f"{facet.text} ({facet.value})"
    sign = "%" if facet.unit == "%" else " points"
    return f"{facet.text} ({printed(facet.number)}{sign})"


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """The level of two shares; percents and percentage points do not compare."""
    if a.unit != b.unit:
        how = f"{a.text} and {b.text}: percents and points are different things"
        return Comparison(Level.NOT_COMPARABLE, how)
    vague = (a.hedge is Hedge.VAGUE, b.hedge is Hedge.VAGUE)
    if all(vague) and _of_two_halves(a, b):
        how = f"{_shown(a)} and {_shown(b)} do not meet"
        return Comparison(Level.CONFLICT, how)
    if any(vague) and not all(vague):
        a, b = _on_its_side(a, tolerances), _on_its_side(b, tolerances)
    return compare_numbers(a, b, tolerances, shown=_shown)


def _of_two_halves(a: Facet, b: Facet) -> bool:
    """A majority and a minority, which have no more than the half between them."""
    low_a, high_a, low_b, high_b = (
        edge or Decimal(0)
        for edge in (a.number_low, a.number_high, b.number_low, b.number_high)
    )
    return low_a >= high_b or low_b >= high_a


def _on_its_side(facet: Facet, tolerances: Tolerances) -> Facet:
    """A printed share as it stands to "most": "about 52%" is more than half.

    "Nearly half" and "less than half" are below what they print, by a point at least.
    """
    around = bounds(
        replace(facet, hedge=_SIDES.get(facet.hedge, facet.hedge)), tolerances
    )
    if facet.number is None or around is None:
        return facet
    low, high = around
    if facet.hedge in (Hedge.NEARLY, Hedge.UNDER):
        high -= _ONE
    elif facet.hedge is Hedge.OVER:
        low += _ONE
    return replace(facet, number=None, number_low=low, number_high=high)


def keys(facet: Facet) -> frozenset[str]:
    """Block keys: unit and leading digits."""
    return number_keys(facet)
