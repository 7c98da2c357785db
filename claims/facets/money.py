"""Sums of money in a text: sign, code or name of a currency beside a number. PURE.

A sign or code before the number wins over a name behind it ("$10 dollars"). Ranges
share the currency ("$17-18 billion"), cents are added to their dollars, and "millions
of dollars" is an interval.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.facets.clues import clues, heads
from claims.facets.numerals import Numeral, abbreviated, scan
from claims.facets.quantities import Reading
from claims.facets.ranges import join
from claims.lexicon import currencies as words
from claims.lexicon.currency_nations import NATIONS

# Characters to look back for a currency sign or code: "US dollars" stands behind.
_REACH = 10
# Characters around "pounds" in which a word tells money from weight.
_CONTEXT = 80
# A name that is also a verb or a noun needs at least this number ("won", "marks").
_LARGE = Decimal(1000)
_HUNDREDTH = Decimal("0.01")

_SIGN_CHARS = "".join(sorted({s[-1] for s in words.SIGNS}))
_SIGN_BEFORE = re.compile(
    rf"(?P<letters>(?<![A-Za-z])(?:[A-Za-z]{{1,3}}|U\.S\.\s?|[Cc]\s|HK\s|NT\s|NZ\s))?"
    rf"(?P<sign>[{_SIGN_CHARS}])\s?\Z"
)
_ANY_SIGN = re.compile(f"[{_SIGN_CHARS}]")
_MONEY = {*words.NAMES, *NATIONS, *(f"{name}s" for name in NATIONS), *words.PLURALS}
_CODES = {*words.CODES, *words.CODE_ALIASES, *(f"m{code}" for code in words.CODES)}
_WORDS = heads({*_MONEY, *_CODES, *words.PREFIX_WORDS, "p", "c"})
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])(?P<word>[A-Za-z]{2,7})\.?(?P<gap>\s?)\Z")
_BEHIND = re.compile(
    r"(?P<gap>\s?-?\s?)(?P<one>[^\W\d_][^\W\d_.]*(?:\.[^\W\d_.]+)*)\.?"
    r"(?:[\s-](?P<two>[^\W\d_]+)(?:\s(?P<three>[^\W\d_]+)(?:\s(?P<four>[^\W\d_]+))?)?)?"
)
_OF = re.compile(r"\s+of\s+")
# A sign between two numbers belongs to the first when the second has its own behind it.
_SIGN_BEHIND = re.compile(
    rf"\s?(?P<sign>[{_SIGN_CHARS}])(?!\s?\d(?![\d,.]*\s?[{_SIGN_CHARS}]))"
)
# "85.1p", "25c a share"; but "1080p" is a picture and "40C" a temperature.
_COIN_BEHIND = re.compile(
    r"(?P<coin>p)(?![A-Za-z\d]|\.m)|(?P<cent>c)(?=\s(?:an?|per|each)\b)"
)
_PICTURES = frozenset({240, 360, 480, 720, 1080, 1440, 2160})
# US bonds are quoted in dollars a hundred of face value, and in 32nds of a dollar.
_QUOTE = re.compile(r"(?:\d+\s)?\d{1,2}/(?:32|64)")
_BOND = re.compile(r"\b(?:bond|note|bill|treasur(?:y|ies)|gilt)s?\b", re.IGNORECASE)
_TO_PRICE = re.compile(r",?\s+to\s+(?:a\s+price\s+of\s+)?")
BOND_QUOTE = "per 100 of face value"
_MAGNITUDE_BEHIND = re.compile(r"\s+(?P<size>thousand|million|billion|trillion)\b")
_CENTS = re.compile(r"\s+(?:and\s+)?")
_ALONE = re.compile(r"\s*(?:[.,;:!?)]|\Z)|\s+(?:more|each)\b")
_MULTI = re.compile(
    r"\bmulti-?\s?(?P<size>million|billion|trillion)[- ](?P<name>[a-z]+)\b",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\s+(?:an?|the|its|their|his|her|in|by|on)\b", re.I)
_RATE = re.compile(
    r"(?:-|\s)(?:an?|per|each)[- ](?P<per>share|barrel|head|person|ton|tonne|ounce"
    r"|pound|gallon|litre|liter|kilogram|kilo|unit|hour|day|week|month|year)\b"
    r"(?!\s+(?:earlier|ago|before|later|previously|on|after|since)\b)"
    r"|/(?P<slash>[a-z]+)\b",
    re.IGNORECASE,
)


def find_money(text: str) -> list[Reading]:
    """Every sum of money in order of print; numbers in units of the currency."""
    found = _multi(text) if "multi" in text or "Multi" in text else []
    numerals = scan(text) if _may_hold(text) else ()
    index = done = 0
    while index < len(numerals):
        taken = 1
        if numerals[index].start >= done:
            readings, taken = _at(text, numerals, index, done)
            found += [_rated(text, reading) for reading in readings]
            done = max([done, *(reading.end for reading in readings)])
        index += taken
    return sorted(found, key=lambda reading: reading.start)


def _may_hold(text: str) -> bool:
    """Whether the text has a sign, a word or a quotation that money is told with."""
    told = not _WORDS.isdisjoint(clues(text))
    return told or "/" in text or _ANY_SIGN.search(text) is not None


def _at(
    text: str, numerals: tuple[Numeral, ...], index: int, done: int
) -> tuple[list[Reading], int]:
    """The sums that start with this number, and how many numbers they use."""
    numeral = numerals[index]
    later = numerals[index + 1] if index + 1 < len(numerals) else None
    prefix = _prefix(text, numeral)
    if prefix and prefix[1] >= done:
        return _from_prefix(text, numeral, later, prefix)
    if numeral.glued:
        return [], 1
    quoted = _bond_prices(text, numeral, later)
    if quoted:
        return quoted, len(quoted)
    suffix = _suffix(text, numeral)
    if suffix:
        whole = suffix[3] >= 1  # "68 cents and 72 cents" are two sums
        return _with_cents(text, _reading(suffix), later if whole else None)
    name = _name_before(text, numeral)
    if name:
        return [_reading(name)], 1
    return _shared_suffix(text, numeral, later)


def _from_prefix(
    text: str,
    numeral: Numeral,
    later: Numeral | None,
    prefix: tuple[str, int, Decimal],
) -> tuple[list[Reading], int]:
    code, start, size = prefix
    first = _sized(text, numeral)
    if later is not None:
        other = _prefix(text, later)
        second = _sized(text, later)
        joined = None
        if other is None or other[0] == code:
            second_start = other[1] if other else later.start
            joined = join(text, first, start, second, second_start)
        if joined and joined.is_range:
            low, high = joined.low * size, joined.high * size
            return [Reading(start, second.end, code, low=low, high=high)], 2
        if joined and other:
            return [Reading(start, first.end, code, joined.low * size)], 1
    return [_reading((code, start, first, size))], 1


def _shared_suffix(
    text: str, numeral: Numeral, later: Numeral | None
) -> tuple[list[Reading], int]:
    """ "17 to 18 billion yuan": the first number has its currency from the second."""
    suffix = _suffix(text, later) if later is not None else None
    if later is None or suffix is None or numeral.fraction:
        return [], 1
    code, _, second, worth = suffix
    joined = join(
        text, numeral, numeral.start, replace(second, end=later.end), later.start
    )
    if joined is None:
        return [], 1
    if joined.is_range:
        low, high = joined.low * worth, joined.high * worth
        return [Reading(numeral.start, second.end, code, low=low, high=high)], 2
    first = Reading(numeral.start, numeral.end, code, joined.low * worth)
    return [first, _reading(suffix)], 2


def _reading(parts: tuple[str, int, Numeral, Decimal]) -> Reading:
    code, start, numeral, worth = parts
    if numeral.value is None:
        low, high = numeral.low or Decimal(0), numeral.high or Decimal(0)
        return Reading(
            start, numeral.end, code, low=low * worth, high=high * worth, vague=True
        )
    return Reading(start, numeral.end, code, numeral.value * worth)


def _sized(text: str, numeral: Numeral) -> Numeral:
    return abbreviated(text, numeral) if numeral.scale == 1 else numeral


# --- what stands before ---------------------------------------------------------------


def _prefix(text: str, numeral: Numeral) -> tuple[str, int, Decimal] | None:
    """Code, where the currency is printed, and what the number is a multiple of."""
    low = max(0, numeral.start - _REACH)
    before = text[low : numeral.start]
    sign = _SIGN_BEFORE.search(before)
    if sign:
        return _sign(sign, low)
    word = _WORD_BEFORE.search(before)
    if word is None or (numeral.glued and word["gap"]):
        return None
    code, size = _code(word["word"])
    if code is None or not _may_be_code(word, numeral):
        return None
    return code, low + word.start(), size


def _sign(match: re.Match[str], low: int) -> tuple[str, int, Decimal]:
    letters = (match["letters"] or "").replace(".", "").replace(" ", "").lower()
    code = words.SIGNS.get(letters + match["sign"])
    if letters and code:
        return code, low + match.start(), Decimal(1)
    return words.SIGNS[match["sign"]], low + match.start("sign"), Decimal(1)


def _code(word: str) -> tuple[str | None, Decimal]:
    if word.lower() in words.PREFIX_WORDS:
        return words.PREFIX_WORDS[word.lower()], Decimal(1)
    upper = word.upper()
    if word == upper or word in words.SMALL_CODES:
        code = words.CODE_ALIASES.get(upper, upper)
        if code in words.CODES:
            return code, Decimal(1)
        if word[0] == "M" and word[1:] in words.CODES:
            return word[1:], Decimal(10**6)
    return None, Decimal(1)


def _may_be_code(word: re.Match[str], numeral: Numeral) -> bool:
    """Capital headlines print words that are codes ("TOP 10"); "rm" is no currency."""
    if word["word"].islower() and word["word"] in {"rm", "rp", "tk", "stg", "php"}:
        return False
    return word["word"] not in words.WORD_CODES or numeral.scale > 1


def _name_before(
    text: str, numeral: Numeral
) -> tuple[str, int, Numeral, Decimal] | None:
    """ "euro 22.5 million", as some agencies print it: only of large numbers."""
    word = _WORD_BEFORE.search(text[max(0, numeral.start - _REACH) : numeral.start])
    named = words.NAMES.get(word["word"].lower()) if word else None
    if word is None or named is None or not word["gap"] or numeral.vague:
        return None
    grouped = (
        "," in text[numeral.start : numeral.end] and (numeral.value or 0) >= _LARGE
    )
    if numeral.scale == 1 and not grouped:
        return None
    return named[0], numeral.start - len(word[0]), numeral, named[1]


# --- what stands behind ---------------------------------------------------------------


def _suffix(text: str, numeral: Numeral) -> tuple[str, int, Numeral, Decimal] | None:
    """Code, start, the number stretched over the currency, and worth of one."""
    of = _OF.match(text, numeral.end) if numeral.vague else None
    sized = _sized(text, numeral)
    tries = [sized] if sized is numeral else [sized, numeral]
    if of:
        tries = [replace(numeral, end=of.end())]
    for attempt in tries:
        name = _name_behind(text, attempt, spaced=not of)
        if name:
            code, worth, end = name
            return code, numeral.start, replace(attempt, end=end), worth
    coin = _COIN_BEHIND.match(text, numeral.end)
    if coin and not numeral.spelled and numeral.value not in _PICTURES:
        code = "GBP" if coin["coin"] else "USD"
        return code, numeral.start, replace(numeral, end=coin.end()), _HUNDREDTH
    sign = _SIGN_BEHIND.match(text, sized.end)
    if sign and not numeral.fraction:
        code = words.SIGNS[sign["sign"]]
        return code, numeral.start, replace(sized, end=sign.end()), Decimal(1)
    return None


def _name_behind(
    text: str, numeral: Numeral, *, spaced: bool
) -> tuple[str, Decimal, int] | None:
    """Code, worth of one and end of the currency name that starts behind the number."""
    match = _BEHIND.match(text, numeral.end)
    if match is None or (match["gap"] == "" and spaced and numeral.spelled):
        return None
    nation = match["one"].replace(".", "").lower()
    for group in ("two", "three", "four"):
        name = (match[group] or "").lower()
        if not name:
            break
        code = _of_nation(nation, name)
        if code:
            return code, Decimal(1), match.end(group)
        nation = f"{nation} {name}"
    return _bare_name(text, numeral, match)


def _of_nation(nation: str, name: str) -> str | None:
    low = name.lower()
    for singular in (words.PLURALS.get(low, low), low.removesuffix("s")):
        code = NATIONS.get(singular, {}).get(nation)
        if code:
            return code
    return None


_NO_CODES = frozenset({*words.PREFIX_WORDS, *words.NAMES})


def _bare_name(
    text: str, numeral: Numeral, match: re.Match[str]
) -> tuple[str, Decimal, int] | None:
    one = match["one"]
    end = match.end("one")
    code, size = _code(one) if one.isalpha() else (None, Decimal(1))
    if code and one.lower() not in _NO_CODES:
        magnitude = _MAGNITUDE_BEHIND.match(text, end) if numeral.scale == 1 else None
        if one in words.WORD_CODES and numeral.scale == 1:
            return None
        if magnitude:
            size *= _magnitude(magnitude["size"])
            end = magnitude.end()
        return code, size, end
    named = words.NAMES.get(one.lower())
    if named is None or not _is_currency(text, numeral, one.lower(), end):
        return None
    return named[0], named[1], end


def _magnitude(word: str) -> Decimal:
    exponents = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
    return Decimal(10) ** exponents[word]


def _is_currency(text: str, numeral: Numeral, name: str, end: int) -> bool:
    if name in words.WORDS_TOO:
        large = numeral.vague or numeral.scale > 1 or (numeral.value or 0) >= _LARGE
        return bool(large) and not (name == "won" and _DETERMINER.match(text, end))
    if name in {"pound", "pounds"}:
        return pounds_are_money(text, numeral)
    return not numeral.fraction or text[numeral.end : end].strip(" -") == name


def pounds_are_money(text: str, numeral: Numeral) -> bool:
    """Whether "pounds" behind it is sterling; without a cue, small is weight."""
    around = text[max(0, numeral.start - _CONTEXT) : numeral.end + _CONTEXT]
    near = {w.strip(".,;:()'\"").lower() for w in around.split()}
    weight, money = near & words.POUND_WEIGHT, near & words.POUND_MONEY
    if "£" in around or (money and not weight):
        return True
    if weight:
        return False
    return numeral.scale >= 10**6


def _bond_prices(text: str, numeral: Numeral, later: Numeral | None) -> list[Reading]:
    """ "the 10-year bond fell 9/32, to a price of 104": the change, and the price."""
    printed = text[numeral.start : numeral.end]
    around = text[max(0, numeral.start - _CONTEXT) : numeral.start]
    if not _QUOTE.fullmatch(printed) or not _BOND.search(around):
        return []
    values = [numeral]
    if later is not None and _TO_PRICE.fullmatch(text, numeral.end, later.start):
        values.append(later)
    return [Reading(n.start, n.end, "USD", n.value, measure=BOND_QUOTE) for n in values]


# --- sums of several parts ------------------------------------------------------------


def _with_cents(
    text: str, reading: Reading, later: Numeral | None
) -> tuple[list[Reading], int]:
    """ "thirteen dollars and forty-five cents", "15 dollars 50"."""
    if reading.number is None or later is None or later.value is None:
        return [reading], 1
    joint = _CENTS.fullmatch(text, reading.end, later.start)
    if joint is None or not 0 < later.value < 100:
        return [reading], 1
    name = _name_behind(text, later, spaced=True)
    if name and name[0] == reading.unit and name[1] < 1:
        total = reading.number + later.value * name[1]
        return [replace(reading, number=total, end=name[2])], 2
    plain = reading.number % 1 == 0 and later.value % 1 == 0 and later.value >= 10
    if plain and "and" not in joint[0] and _ALONE.match(text, later.end):
        total = reading.number + later.value / 100
        return [replace(reading, number=total, end=later.end)], 2
    return [reading], 1


def _multi(text: str) -> list[Reading]:
    """ "a multibillion-dollar plan": between two and a thousand of the magnitude."""
    found = []
    for match in _MULTI.finditer(text):
        named = words.NAMES.get(match["name"].lower())
        if named:
            size = _magnitude(match["size"].lower()) * named[1]
            found.append(
                Reading(
                    *match.span(), named[0], low=2 * size, high=1000 * size, vague=True
                )
            )
    return found


def _rated(text: str, reading: Reading) -> Reading:
    """The reading with its rate as measure: "$70 a share" is no sum of dollars."""
    rate = _RATE.match(text, reading.end)
    if rate is None:
        return reading
    per = (rate["per"] or rate["slash"]).lower()
    return replace(reading, measure=f"per {per}")
