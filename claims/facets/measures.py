"""Physical measures in a text: a number and a unit, told in the base unit. PURE.

5 km and 5,000 metres are both 5000 m; a rate keeps its period ("bbl/day"), speeds are
km/h, degrees Fahrenheit become Celsius. Weights in pounds are told from sterling by the
words around them; spans of time belong to the durations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.facets.clues import clues, heads
from claims.facets.money import pounds_are_money
from claims.facets.numerals import Numeral, abbreviated, scan
from claims.facets.quantities import Reading
from claims.facets.ranges import join
from claims.lexicon import units as words

_NAMES = "|".join(sorted(words.UNITS, key=len, reverse=True))
_SYMBOLS = "|".join(re.escape(s) for s in sorted(words.SYMBOLS, key=len, reverse=True))
_POWERS = "|".join(words.POWERS)
_KINDS = "|".join(sorted({first for first, _ in words.KINDS}))
_UNIT = re.compile(
    rf"(?P<gap>\s?-?\s?)[\[<(]?(?:"
    rf"(?P<temperature>(?:(?i:degrees?)\s|°\s?)(?P<scale>(?i:celsius|fahrenheit|centigrade)"
    rf"|[CF])\b|(?<=\d)[CF]\b)"
    rf"|(?P<symbol>{_SYMBOLS})(?![A-Za-z])"
    rf"|(?P<power>(?i:{_POWERS}))\.?[\s-](?P<length>[A-Za-z]+)"
    rf"|(?P<kind>(?i:{_KINDS}))[\s-](?P<of>[A-Za-z]+)"
    rf"|(?P<name>(?i:{_NAMES}))(?![A-Za-z]))[\]>)]?"
)
_WORDS = heads(
    {
        *(name for name in (*words.UNITS, *words.SYMBOLS) if name not in {"°", "°C"}),
        *(*words.POWERS, *(kind for kind, _ in words.KINDS)),
        *("c", "f", "celsius", "fahrenheit", "centigrade", "magnitude"),
        *("measured", "measuring"),
    }
)
_RATE = re.compile(
    rf"(?:-|\s)?(?:(?:per|an?)[-\s]|/)(?P<per>{'|'.join(words.RATE_PERIODS)})\b"
    r"(?!\s+(?:earlier|ago|before|later|previously|on|after|since)\b)"
)
_OF = re.compile(r"\s+of\s+")
_OF_A = re.compile(r"\s+(?:of\s+)?an?\s+")
_SPACE = re.compile(r"\s")
_FEET_END = re.compile(r"(?:ft|foot|feet)\Z")
_INCHES = re.compile(
    r"\s?(?P<inches>\d{1,2}(?:\.\d+)?)(?:ins?\b"
    r"|\sins?\b(?=\s*(?:\Z|[.,;:)]|(?:tall|high|long|wide|deep)\b)))"
)
_NEXT_WORD = re.compile(r"\s*([A-Za-z]+)")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\s+of)?\s+\Z", re.IGNORECASE)
_MAGNITUDE_BEHIND = re.compile(r"[\s-]magnitude\b", re.IGNORECASE)
_QUAKE_MEASURED = re.compile(
    r"\b(?:(?:earth)?quake|tremor|aftershock)\b[^.;]{0,40}\bmeasur(?:ed|ing)\s+\Z",
    re.IGNORECASE,
)
_HEAT = re.compile(
    r"temperature|heat|\bhot|cold|warm|cool|freez|degree|celsius|fahrenheit|°", re.I
)
# The unit of an earthquake's magnitude, on whatever scale.
QUAKE = "Mw"
# Characters around "40C" in which a word tells that it is a temperature.
_NEAR = 80
# Characters of "magnitude of" before a number.
_REACH = 14
# Below are generations of networks and multiples of gravity: "4g", "5g".
_LEAST_GRAMS = 10
# What is told as a third of a unit is kept to so many places.
_PLACES = Decimal("0.000000001")
# Richter and moment magnitudes are below this; larger ones are of something else.
_LARGEST_QUAKE = 10
# After "degrees" these make it a matter of law, study or kinship, not of heat or angle.
_NOT_DEGREES = frozenset({"in", "of", "from"})
_AND_SMALLER = re.compile(r"\s+(?:and\s+)?")


@dataclass(frozen=True, slots=True)
class _Unit:
    base: str
    worth: Decimal
    end: int
    fahrenheit: bool = False

    def value(self, number: Decimal) -> Decimal:
        if self.fahrenheit:
            return ((number - 32) * 5 / 9).quantize(Decimal("0.1"))
        return number * self.worth


def find_measures(text: str) -> list[Reading]:
    """Every physical measure in order of print, numbers in base units."""
    if _WORDS.isdisjoint(clues(text)) and "°" not in text:
        return []
    numerals = scan(text)
    found: list[Reading] = []
    for index, numeral in enumerate(numerals):
        if numeral.glued or (found and numeral.start < found[-1].end):
            continue
        unit = _unit(text, numeral)
        if unit is None and (sized := abbreviated(text, numeral)) is not numeral:
            unit = _unit(text, sized) if _SPACE.match(text, sized.end) else None
            numeral = sized if unit else numeral
        later = numerals[index + 1] if index + 1 < len(numerals) else None
        if unit:
            reading = _with_inches(text, _reading(numeral, unit))
            found = _added(text, found, reading, unit)
        elif later is not None:
            found += _shared(text, numeral, later)
    return found


def _reading(numeral: Numeral, unit: _Unit) -> Reading:
    if numeral.value is None:
        low, high = numeral.low or Decimal(0), numeral.high or Decimal(0)
        return Reading(
            numeral.start, unit.end, unit.base,
            low=unit.value(low), high=unit.value(high), vague=True,
        )  # fmt: skip
    number = unit.value(numeral.value)
    if numeral.fraction:
        number = number.quantize(_PLACES).normalize()  # a third of an inch
    return Reading(numeral.start, unit.end, unit.base, number)


def _with_inches(text: str, reading: Reading) -> Reading:
    """6ft 2in: the inches are read behind feet alone, "in" being another word."""
    match = _INCHES.match(text, reading.end)
    feet = reading.number is not None and _FEET_END.search(text, 0, reading.end)
    if match is None or not feet:
        return reading
    inches = Decimal(match["inches"]) * words.UNITS["inch"][1]
    number = (reading.number or Decimal(0)) + inches
    return replace(reading, end=match.end(), number=number)


def _added(
    text: str, found: list[Reading], reading: Reading, unit: _Unit
) -> list[Reading]:
    """The list with the reading, or with "5 feet 2 inches" made one."""
    last = found[-1] if found else None
    if (
        last is None
        or last.unit != reading.unit
        or last.number is None
        or reading.number is None
        or not _AND_SMALLER.fullmatch(text, last.end, reading.start)
        or (text[last.end : reading.start].strip() and reading.unit != "m")
        or reading.number >= last.number / 2
        or unit.worth >= 1
    ):
        return [*found, reading]
    total = replace(last, end=reading.end, number=last.number + reading.number)
    return [*found[:-1], total]


def _shared(text: str, numeral: Numeral, later: Numeral) -> list[Reading]:
    """ "five to ten miles": the first number has its unit from the second."""
    unit = _unit(text, later)
    joined = join(text, numeral, numeral.start, later, later.start) if unit else None
    if unit is None or joined is None:
        return []
    low, high = unit.value(joined.low), unit.value(joined.high)
    if joined.is_range:
        return [Reading(numeral.start, unit.end, unit.base, low=low, high=high)]
    return [Reading(numeral.start, numeral.end, unit.base, low)]


def _unit(text: str, numeral: Numeral) -> _Unit | None:
    start = numeral.end
    of = _OF.match(text, start) if numeral.vague else None
    if numeral.fraction:
        of = _OF_A.match(text, start)  # half a mile
    match = _UNIT.match(text, of.end() if of else start)
    if match is None:
        return _quake(text, numeral)
    unit = _of_match(text, numeral, match)
    return _with_rate(text, unit) if unit else None


def _quake(text: str, numeral: Numeral) -> _Unit | None:
    if numeral.value is None or not 0 < numeral.value < _LARGEST_QUAKE:
        return None
    behind = _MAGNITUDE_BEHIND.match(text, numeral.end)
    if behind:
        return _Unit(QUAKE, Decimal(1), behind.end())
    before = text[max(0, numeral.start - _NEAR) : numeral.start]
    told = _MAGNITUDE_BEFORE.search(before) or _QUAKE_MEASURED.search(before)
    if told and numeral.value % 1:
        return _Unit(QUAKE, Decimal(1), numeral.end)
    return None


def _of_match(text: str, numeral: Numeral, match: re.Match[str]) -> _Unit | None:
    end = match.end()
    if match["temperature"]:
        bare = match["temperature"] in {"C", "F"}
        if bare and not _HEAT.search(text[max(0, numeral.start - _NEAR) : end + _NEAR]):
            return None
        warm = (
            match["temperature"].strip()[-1:] in "Ff" or "ahr" in match["temperature"]
        )
        return _Unit("°C", Decimal(1), end, fahrenheit=warm)
    if match["symbol"]:
        return _of_symbol(text, numeral, match)
    if match["power"]:
        return _of_power(match)
    if match["kind"]:
        pair = (match["kind"].lower(), match["of"].lower())
        found = words.KINDS.get(pair)
        return _Unit(*found, end) if found else None
    return _of_name(text, numeral, match)


def _of_symbol(text: str, numeral: Numeral, match: re.Match[str]) -> _Unit | None:
    symbol = match["symbol"]
    if symbol == "g" and (numeral.value or 0) < _LEAST_GRAMS:
        return None
    after = _NEXT_WORD.match(text, match.end())
    cued = bool(after and after[1].lower() in words.METRE_CUES)
    if symbol in words.ATTACHED_ONLY and (match["gap"] or symbol == "m") and not cued:
        return None
    return _Unit(*words.SYMBOLS[symbol], match.end())


def _of_power(match: re.Match[str]) -> _Unit | None:
    length = words.UNITS.get(match["length"].lower())
    length = length or words.SYMBOLS.get(match["length"])
    if length is None or length[0] != "m":
        return None
    base, power = words.POWERS[match["power"].lower()]
    worth = length[1] ** power * (1000 if base == "L" else 1)
    return _Unit(base, worth, match.end())


def _of_name(text: str, numeral: Numeral, match: re.Match[str]) -> _Unit | None:
    printed = match["name"]
    name = printed.lower()
    if printed not in (name, printed.upper()):
        return None  # a name: "2 Miles ..."
    if name in {"pound", "pounds"} and pounds_are_money(text, numeral):
        return None
    after = _NEXT_WORD.match(text, match.end())
    if name in {"degree", "degrees"} and after and after[1].lower() in _NOT_DEGREES:
        return None
    if name in {"foot", "bit", "bits"} and numeral.value == 1:
        return None
    return _Unit(*words.UNITS[name], match.end())


def _with_rate(text: str, unit: _Unit) -> _Unit:
    rate = _RATE.match(text, unit.end)
    if rate is None or unit.base in {"°", "°C", "km/h"}:
        return unit
    period = words.RATE_PERIODS[rate["per"].lower()]
    if unit.base == "m" and period in words.SPEED_PERIODS:
        worth = unit.worth * words.SPEED_PERIODS[period]
        return _Unit("km/h", worth, rate.end())
    return _Unit(f"{unit.base}/{period}", unit.worth, rate.end())
