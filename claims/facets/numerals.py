"""Numbers as news prints them: digits, words, magnitudes, fractions, vague words. PURE.

scan() finds every number of a text once; amount, count and percent each look at what
stands around it and take what is theirs. A number is read from left to right as a sum
of groups ("two hundred and five thousand" = (200 + 5) x 1000): a multiplier closes a
group, and only a smaller part may follow. What cannot follow starts a number of its own
("two two-day trips").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from claims.facets.clues import DIGIT, clues
from claims.facets.numeral_sum import NumeralSum
from claims.lexicon import numbers as words

# A pair is scanned by four kinds within one statement; more would only hold memory.
_CACHE_SIZE = 64
# Longer numbers are keys and codes; Decimal keeps 28 digits exactly.
_LIMIT = Decimal(10) ** 21


@dataclass(frozen=True, slots=True)
class Numeral:
    """One printed number.

    value     None for a vague one, which has low and high instead
    scale     product of the printed magnitudes ("2.5 billion": 10**9), else 1
    step      worth of the last printed significant digit ("2.5 billion": 10**8)
    fraction  a part of one and nothing else ("two thirds", "half")
    spelled   printed in words, at least in part
    glued     letters stand right before the first digit ("RM50")
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    step: Decimal = Decimal(1)
    fraction: bool = False
    spelled: bool = False
    glued: bool = False

    @property
    def vague(self) -> bool:
        return self.value is None


def _either(keys: Iterable[str]) -> str:
    return "|".join(sorted(keys, key=len, reverse=True))


_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234.567
    r"|\d{1,3}(?: \d{3})+(?![\d.,]*\d)"  # 1 234 567
    r"|\d+(?:\.\d+)?|\.\d+)"
)
_SMALL = _either([*words.UNITS, *words.TENS])
_SIGNS = "".join(words.FRACTION_SIGNS)
_START = re.compile(
    rf"(?<![\w])(?<!\d[.,:/])(?:(?:minus|negative)\s+)?"
    rf"(?:{_DIGITS}|(?:{_SMALL})\b"
    rf"|(?:an?[\s-]+)?(?:{_either([*words.MAGNITUDES, 'half', 'quarter'])})\b"
    rf"|an?\s+(?:{_either(words.DENOMINATORS)})\b|[{_SIGNS}])"
    rf"|(?<=\b[a-z])(?<=\bm[a-z]){_DIGITS}"
    rf"|(?:(?<=\b[a-z]{{2}})|(?<=\b[a-z]{{3}})|(?<=\b[a-z]{{4}})){_DIGITS}"
)
_ATOM = re.compile(rf"(?P<digits>{_DIGITS})|(?P<word>[a-z]+)")
_GAP = re.compile(r"\s{1,3}|\s?-\s?")
_AND = re.compile(r"\s+and\s+")
_BEFORE_PART = re.compile(rf"\s?(?=[{_SIGNS}])|(?:\s{{1,2}}|-)(?=\d{{1,2}}/\d)")
_JOINT = re.compile(r"\s+and\s+|-and-")
_ABBREVIATION = re.compile(
    rf"[\s-]?(?P<size>{_either(words.ABBREVIATIONS)})(?![a-z\d'])", re.IGNORECASE
)
_POINT = re.compile(r"\s+point((?:\s+(?:" + _either(words.UNITS) + r"))+)\b")
_ARTICLE = re.compile(r"an?[\s-]+")
_SIGN_WORD = re.compile(r"(?:minus|negative)\s+")
_MINUS_SIGN = re.compile(r"(?:^|[\s(])-\Z")
_SLASHED = re.compile(r"(?P<top>\d{1,2})/(?P<under>\d{1,2})(?![\d/])")
_OF_A = re.compile(
    r"[\s-]+(?:of\s+)?(?:an?\s+)?(?P<size>" + _either(words.MAGNITUDES) + r")\b"
)
_ORDINAL_TAIL = re.compile(
    r"(?:st|nd|rd|th)\b|[\s-](?:" + _either(words.ORDINALS) + r")\b"
)
_VAGUE = re.compile(
    rf"\b(?:(?P<few>{_either(words.VAGUE_QUANTIFIERS)})\s+"
    r"(?:(?P<some>tens|dozens|scores|hundreds)\s+of\s+)?"
    rf"(?P<size>dozen|hundred|thousand|lakh|million|crore|billion|trillion)s?"
    r"(?:\s+(?P<more>thousand|million|billion|trillion))?"
    rf"|(?:(?P<head>{_either(words.VAGUE_PLURALS)})\s+of\s+)?"
    rf"(?P<plural>{_either(words.VAGUE_PLURALS)}))\b"
)
# Words of which a vague number has one, and those of which any number has one, if it
# has neither a digit nor the sign of a fraction.
_VAGUE_WORDS = frozenset(
    {*words.VAGUE_PLURALS, *words.MAGNITUDES, *(f"{w}s" for w in words.MAGNITUDES)}
)
_NUMBER_WORDS = _VAGUE_WORDS.union(
    words.UNITS, words.TENS, words.DENOMINATORS, {"half", "quarter", DIGIT}
)
_SIGN = re.compile(f"[{_SIGNS}]")
# What _START may begin with.
_RUN = re.compile(rf"(?P<word>[a-z]+)|\d+|\.(?=\d)|[{_SIGNS}]")
_FIRST_WORDS = frozenset((*words.UNITS, *words.TENS, *words.MAGNITUDES)).union(
    ("a", "an", "half", "minus", "negative", "quarter")
)


@lru_cache(maxsize=_CACHE_SIZE)
def scan(text: str) -> tuple[Numeral, ...]:
    """Every number of the text in order, without overlaps. Empty text gives ()."""
    if _NUMBER_WORDS.isdisjoint(clues(text)) and not _SIGN.search(text):
        return ()
    lower = lowered(text)
    found: list[Numeral] = []
    at = 0
    for start in _starts(lower):
        if start < at:
            continue
        numeral = _read(lower, start)
        if numeral is not None:
            found.append(numeral)
            at = numeral.end
    if not _VAGUE_WORDS.isdisjoint(clues(text)):
        found = _with_vague(lower, found)
    return tuple(found)


def _starts(lower: str) -> Iterator[int]:
    """Where _START matches, one match behind the other.

    It is tried only at signs, at digits and at words that a number may begin with: the
    pattern alone would try each of its words at each letter.
    """
    end = 0
    for run in _RUN.finditer(lower):
        if run.start() < end or (run["word"] and run["word"] not in _FIRST_WORDS):
            continue
        if match := _START.match(lower, run.start()):
            end = match.end()
            yield match.start()


def lowered(text: str) -> str:
    """The text in lower case with every offset kept."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def abbreviated(text: str, numeral: Numeral) -> Numeral:
    """The number with a magnitude sign behind it ("3m", "1.4 bn"), else unchanged.

    For callers who know that no metre, kilobyte or tonne can stand here.
    """
    if numeral.spelled or numeral.value is None:
        return numeral
    match = _ABBREVIATION.match(text, numeral.end)
    if match is None:
        return numeral
    size = Decimal(words.ABBREVIATIONS[match["size"].lower()])
    return replace(
        numeral,
        end=match.end(),
        value=numeral.value * size,
        scale=numeral.scale * size,
        step=numeral.step * size,
    )


def _with_vague(lower: str, found: list[Numeral]) -> list[Numeral]:
    """The numbers and the vague plurals; "3 dozens" stays a number."""
    out = list(found)
    for match in _VAGUE.finditer(lower):
        start, end = match.span()
        if any(n.start < end and start < n.end and n.start < start for n in found):
            continue
        out = [n for n in out if n.end <= start or n.start >= end]
        low, high, scale = _vague_interval(match)
        out.append(
            Numeral(start, end, None, low=low, high=high, scale=scale, spelled=True)
        )
    return sorted(out, key=lambda n: n.start)


def _vague_interval(match: re.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    if match["few"]:
        low, high = words.VAGUE_QUANTIFIERS[" ".join(match["few"].split())]
        size = words.MAGNITUDES[match["size"]]
        size *= words.MAGNITUDES[match["more"]] if match["more"] else 1
        size *= words.VAGUE_PLURALS[match["some"]][0] if match["some"] else 1
        return Decimal(low * size), Decimal(high * size), Decimal(size)
    if match["head"] and match["plural"] in words.VAGUE_SIZES:
        low, high = words.VAGUE_PLURALS[match["head"]]
        size = words.VAGUE_SIZES[match["plural"]]
        return Decimal(low * size), Decimal(high * size), Decimal(size)
    low, high = words.VAGUE_PLURALS[match["plural"]]
    return Decimal(low), Decimal(high), Decimal(1)


def _read(lower: str, start: int) -> Numeral | None:
    """The number that starts here, or None when the words are no number."""
    glued = start > 0 and lower[start - 1].isalpha()
    sign_word = _SIGN_WORD.match(lower, start)
    at = sign_word.end() if sign_word else start
    numeral = _read_fraction(lower, at) or _read_sum(lower, at)
    if numeral is None or _ORDINAL_TAIL.match(lower, numeral.end):
        return None
    if numeral.value is not None and numeral.value >= _LIMIT:
        return None
    if sign_word and numeral.value is not None:
        return replace(numeral, start=start, value=-numeral.value)
    if lower[at].isdigit() and _MINUS_SIGN.search(lower, max(0, at - 2), at):
        numeral = replace(numeral, start=at - 1, value=-(numeral.value or Decimal(0)))
    return replace(numeral, glued=True) if glued else numeral


def _read_fraction(lower: str, start: int) -> Numeral | None:
    """ "half", "a third", "1/2", "half a million", "three-quarters of a billion"."""
    part = _fraction_at(lower, start)
    if part is None:
        return None
    value, end, spelled = part
    size = _OF_A.match(lower, end)
    if size:
        scale = Decimal(words.MAGNITUDES[size["size"]])
        return Numeral(
            start, size.end(), value * scale, scale=scale, step=value * scale,
            spelled=True,
        )  # fmt: skip
    if lower.startswith("quarter", start):
        return None  # of a year, a city, a match: not a number by itself
    return Numeral(start, end, value, fraction=True, step=Decimal(0), spelled=spelled)


def _fraction_at(lower: str, start: int) -> tuple[Decimal, int, bool] | None:
    slashed = _SLASHED.match(lower, start)
    if slashed:
        top, under = int(slashed["top"]), int(slashed["under"])
        if under in words.PRINTED_DENOMINATORS and 0 < top < under:
            return Decimal(top) / under, slashed.end(), False
        return None
    if lower[start : start + 1] in words.FRACTION_SIGNS:
        top, under = words.FRACTION_SIGNS[lower[start]]
        return Decimal(top) / under, start + 1, False
    return _spelled_fraction(lower, start)


def _spelled_fraction(lower: str, start: int) -> tuple[Decimal, int, bool] | None:
    article = _ARTICLE.match(lower, start)
    atom = _ATOM.match(lower, article.end() if article else start)
    if atom is None or atom["word"] is None:
        return None
    top = 1 if article else words.UNITS.get(atom["word"])
    if top is None:
        if atom["word"] in {"half", "quarter"}:
            return Decimal(1) / words.DENOMINATORS[atom["word"]], atom.end(), True
        return None
    if not article:
        gap = _GAP.match(lower, atom.end())
        atom = _ATOM.match(lower, gap.end()) if gap else None
    under = words.DENOMINATORS.get(atom["word"] or "") if atom else None
    if atom is None or under is None or top == 0:
        return None
    plural = atom["word"].endswith("s")
    if plural != (top > 1):
        return None
    return Decimal(top) / under, atom.end(), True


def _read_sum(lower: str, start: int) -> Numeral | None:
    sum_ = NumeralSum()
    article = _ARTICLE.match(lower, start)
    at = article.end() if article else start
    end = start
    scale = Decimal(1)
    spelled = False
    while True:
        atom = _ATOM.match(lower, at)
        taken = atom is not None and _take(sum_, atom)
        if not taken or atom is None:
            break
        spelled = spelled or atom["word"] is not None
        end = _mixed(lower, atom.end(), sum_)
        scale = max(scale, sum_.scale)
        gap = _GAP.match(lower, end)
        joint = _AND.match(lower, end)
        if joint and sum_.may_take_and() and _small_word(lower, joint.end()):
            gap = joint
        if gap is None:
            break
        at = gap.end()
    if sum_.empty:
        return None
    value, step, end = _point(lower, end, sum_)
    value, step, end, fraction = _divided(lower, end, value, step, spelled=spelled)
    return Numeral(
        start, end, value, scale=scale, step=step, fraction=fraction, spelled=spelled
    )


def _take(sum_: NumeralSum, atom: re.Match[str]) -> bool:
    if atom["digits"]:
        return sum_.take_digits(atom["digits"])
    return sum_.take_word(atom["word"])


def _small_word(lower: str, at: int) -> bool:
    atom = _ATOM.match(lower, at)
    return bool(atom and (atom["word"] in words.UNITS or atom["word"] in words.TENS))


def _mixed(lower: str, end: int, sum_: NumeralSum) -> int:
    """Adds the part of "3 1/2", "3½", "three and a half", "2 million and a half"."""
    gap = _BEFORE_PART.match(lower, end)
    if gap and sum_.after == "digits":
        part = _fraction_at(lower, gap.end())
        if part:
            sum_.add_fraction(part[0])
            return part[1]
    joint = _JOINT.match(lower, end)
    part = _fraction_at(lower, joint.end()) if joint else None
    if part is None:
        return end
    size = _OF_A.match(lower, part[1]) if sum_.after == "magnitude" else None
    if size is None:
        sum_.add_fraction(part[0])
        return part[1]
    scale = words.MAGNITUDES[size["size"]]
    if scale >= sum_.scale:
        return end
    sum_.total += part[0] * scale
    return size.end()


def _point(lower: str, end: int, sum_: NumeralSum) -> tuple[Decimal, Decimal, int]:
    """ "five point five", "two hundred point seven one"."""
    match = _POINT.match(lower, end)
    if match is None or sum_.step == 0:
        return sum_.value, sum_.step, end
    digits = "".join(str(words.UNITS[word]) for word in match[1].split())
    part = Decimal(f"0.{digits}")
    return sum_.value + part, Decimal(1).scaleb(-len(digits)), match.end()


def _divided(
    lower: str, end: int, value: Decimal, step: Decimal, *, spelled: bool
) -> tuple[Decimal, Decimal, int, bool]:
    """ "sixteen twentieths": a number before a plural denominator is divided by it."""
    gap = _GAP.match(lower, end)
    atom = _ATOM.match(lower, gap.end()) if gap and spelled else None
    word = (atom["word"] or "") if atom else ""
    under = words.DENOMINATORS.get(word)
    if atom is None or under is None or not word.endswith("s") or value < 2:
        return value, step, end, False
    return value / under, Decimal(0), atom.end(), True
