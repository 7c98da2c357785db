"""Counts: a number and what is counted. PURE.

The unit is the lemma of the counted noun; people told by their state ("17 dead", "17
deaths", "killing 17") are counted as persons, and the state is the measure. "One" is a
count only where it tells that there are no others. With a parse the noun is the head
that the number modifies, without one the first plural behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.facets import amount, percent
from claims.facets.clues import clues
from claims.facets.count_context import is_count, plural, singular, word_before
from claims.facets.hedges import hedge_before
from claims.facets.numerals import Numeral, abbreviated, scan
from claims.facets.parsed import Span, Token
from claims.facets.quantities import (
    Reading,
    compare_numbers,
    facet_of,
    grouped,
    number_keys,
    numeric_value,
)
from claims.facets.ranges import join
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Hedge, Kind, Level
from claims.lexicon import counts as words

KIND = Kind.COUNT

# Words between a number and what it counts: "three large new privately held banks".
_MOST_BETWEEN = 5
# From this size on a number without a noun may be a count.
_LARGE = Decimal(1000)
# Below this a count is told of so much that it makes no block key.
_SMALLEST_KEY = Decimal(10)

_WORD = re.compile(r"\s+((?:[A-Z]\.)+|[A-Za-z][A-Za-z'-]*)")
_OF = re.compile(r"\s+of(?:\s+(?:the|its|their|his|her|our|those|these))?(?=\s)")
_MORE = re.compile(r"\s+(?:(?:or\s+)?more|or\s+(?:so|fewer|less)|additional)(?=\s)")
_NONE = re.compile(rf"\bno\s+(?P<noun>{'|'.join(sorted(words.NONE_OF))})\b", re.I)
_TOLL = re.compile(
    r"(?<!bridge )(?<!road )(?<!tunnel )(?<!highway )(?<!motorway )\btoll\b"
    r"(?:[^.;]{0,40}|[^.;\d]{0,75}\s"
    r"(?:to|at|of|is|was|hit|reached|topped|passed|exceeded|surpassed)\s+)\Z",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(
    r",?\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|some|about|more\sthan)\s+)*"
)
_ARTICLE = re.compile(r"an?[\s-]+", re.IGNORECASE)
# "Of the 240 ballots cast on Monday, 31 ...": a whole, and a comma before its part.
_WHOLE = re.compile(
    r"\bof\s+(?:all\s+)?(?:(?:the|these|those|its|their|his|her|our|some|about)\s+)*\Z",
    re.IGNORECASE,
)
_TO_PART = re.compile(r"[^,.;:]{1,60},\s+(?:only\s+|just\s+)?")
# A number behind these counts people even without a noun: "a nation of 17 million".
_PEOPLED = re.compile(
    r"\b(?:population|nation|country|state|city|town|village|island|community|workforce"
    r"|audience|crowd|congregation|membership)\s+of\s+\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:with|to)|from|against|versus|than|or|nor)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_GROUP = re.compile(r"-([A-Za-z]+)")
# Characters before a number in which a verb or "toll" tells the state.
_REACH = 90


def find_text(text: str) -> list[Facet]:
    """Every count of the text, in order; the span is the number without its noun."""
    return _found(text, None)


def find(sent: Span, context: Context) -> list[Facet]:
    """Every count of the sentence, with the counted noun from the parse."""
    return _found(sent.text, sent)


def _found(text: str, sent: Span | None) -> list[Facet]:
    readings = []
    if "no" in clues(text):
        readings = [_none(match) for match in _NONE.finditer(text)]
    numerals = scan(text)
    if numerals:
        readings += _counts(text, numerals, sent)
    readings.sort(key=lambda reading: reading.start)
    return [_facet(text, reading) for reading in readings]


def _facet(text: str, reading: Reading) -> Facet:
    value = f"{numeric_value(reading)} {reading.unit}"
    return facet_of(KIND, text, reading, value)


def _none(match: re.Match[str]) -> Reading:
    noun = singular(match["noun"])
    state = words.STATE_NOUNS.get(noun) or words.STATES.get(noun, "")
    unit = words.PERSON if state else noun
    return Reading(*match.span(), unit, Decimal(0), measure=state)


def _counts(
    text: str, numerals: tuple[Numeral, ...], sent: Span | None
) -> list[Reading]:
    taken = [*amount.find_text(text), *percent.find_text(text)]
    found: list[Reading] = []
    index = 0
    while index < len(numerals):
        numeral = numerals[index]
        later = numerals[index + 1] if index + 1 < len(numerals) else None
        index += 1
        if any(f.start < numeral.end and numeral.start < f.end for f in taken):
            continue
        paired = _paired(text, numeral, later, sent) if later else None
        if paired:
            found.append(paired)
            index += 1
            continue
        reading = _single(text, numeral, sent)
        if reading is None:
            reading = _part_of(text, numeral, later, sent) or _bare(
                text, numeral, found
            )
        if reading:
            found.append(reading)
    return found


def _part_of(
    text: str, numeral: Numeral, later: Numeral | None, sent: Span | None
) -> Reading | None:
    """ "7,000 of the 9,000 ballots": the noun stands behind the second number."""
    if later is None or not is_count(text, numeral) or (numeral.value or 1) == 1:
        return None
    if not _OF_NUMBER.fullmatch(text, numeral.end, later.start):
        return None
    whole, part = _single(text, later, sent), numeral.value
    if whole is None or whole.number is None or part is None or whole.number < part:
        return None
    return Reading(numeral.start, numeral.end, whole.unit, part)


def _bare(text: str, numeral: Numeral, earlier: list[Reading]) -> Reading | None:
    """A number without a noun: the part of a whole that was just told; a large one:
    people of a nation, or what it compares to."""
    value = numeral.value or Decimal(0)
    if numeral.fraction or not is_count(text, numeral):
        return None
    if earlier and _is_part(text, numeral, earlier[-1]):
        return Reading(numeral.start, numeral.end, earlier[-1].unit, value)
    if value < _LARGE:
        return None
    if _next(text, numeral.end) not in words.BREAKS | {""}:
        return None
    start = hedge_before(text, numeral.start)[1]
    before = text[max(0, start - _REACH) : start]
    if _PEOPLED.search(before):
        return Reading(numeral.start, numeral.end, words.PERSON, value)
    if earlier and earlier[-1].number is not None and _COMPARED.search(before):
        return Reading(numeral.start, numeral.end, earlier[-1].unit, value)
    return None


def _is_part(text: str, numeral: Numeral, whole: Reading) -> bool:
    """Whether a number without a noun is the part of a whole that was just told."""
    if whole.number is None or numeral.value is None or numeral.value >= whole.number:
        return False
    start = hedge_before(text, whole.start)[1]
    if not _WHOLE.search(text[max(0, start - _REACH) : start]):
        return False
    part = hedge_before(text, numeral.start)[1]
    return _TO_PART.fullmatch(text, whole.end, part) is not None


def _paired(
    text: str, first: Numeral, second: Numeral, sent: Span | None
) -> Reading | None:
    """ "300 to 400 people", "two or three banks": a range of one noun."""
    joined = join(text, first, first.start, second, second.start)
    if joined is None or not joined.is_range or first.fraction or second.fraction:
        return None
    hyphened = (
        first.scale == 1 == second.scale and "-" in text[first.end : second.start]
    )
    if hyphened and not plural(_next(text, second.end)):
        return None  # a score, a vote, a telephone number
    reading = _single(text, replace(second, start=first.start), sent)
    if reading is None:
        return None
    return replace(reading, number=None, low=joined.low, high=joined.high)


def _single(text: str, numeral: Numeral, sent: Span | None) -> Reading | None:
    """The count of one number, or None when it counts nothing."""
    sized = abbreviated(text, numeral) if numeral.scale == 1 else numeral
    if sized.end != numeral.end and not plural(_next(text, sized.end)):
        sized = numeral
    if not is_count(text, sized):
        return None
    unit, measure = _counted(text, sized, sent)
    if not unit or unit in words.NOT_COUNTED or unit in words.MONTHS:
        return None
    article = _ARTICLE.match(text, sized.start)
    if article and article.end() < sized.end:
        sized = replace(sized, start=article.end())
    if sized.value == 1 and not _one_is_told(text, sized, measure):
        return None
    if sized.value is None:
        return Reading(
            sized.start, sized.end, unit, low=sized.low, high=sized.high,
            vague=True, measure=measure,
        )  # fmt: skip
    return Reading(sized.start, sized.end, unit, sized.value, measure=measure)


def _one_is_told(text: str, numeral: Numeral, measure: str) -> bool:
    before = word_before(text, numeral.start).lower()
    if _next(text, numeral.end) in {"of", "another", "in"}:
        return False
    hedged = hedge_before(text, numeral.start)[0] is not Hedge.NONE
    return bool(measure) or hedged or before in words.ONE_ALONE


def _next(text: str, end: int) -> str:
    match = _WORD.match(text, end)
    return match[1].lower() if match else ""


# --- what is counted ------------------------------------------------------------------


def _counted(text: str, numeral: Numeral, sent: Span | None) -> tuple[str, str]:
    """Unit and measure: the counted noun, and the state of the people counted."""
    noun, end = _noun_behind(text, numeral)
    if sent is not None:
        noun = _parsed_noun(sent, numeral) or noun
    if noun == "other":
        noun = words.PERSON  # "and nine others"
    if noun == words.LIVES and _takes(text, numeral):
        return words.PERSON, "dead"
    if noun in words.STATE_NOUNS:
        return words.PERSON, words.STATE_NOUNS[noun]
    if noun and noun not in words.STATES and noun not in words.PEOPLE:
        return noun, ""
    state = _state(text, numeral, end)
    if state and (not noun or noun in words.STATES):
        return words.PERSON, state
    if state and noun not in words.PEOPLE:
        state = ""
    return noun, state


def _takes(text: str, numeral: Numeral) -> bool:
    before = word_before(text, hedge_before(text, numeral.start)[1])
    return before.lower() in words.TAKING_LIVES


def _noun_behind(text: str, numeral: Numeral) -> tuple[str, int]:
    """The counted noun by its spelling, and where it ends; ("", end) without one."""
    group = _GROUP.match(text, numeral.end)
    if group and group[1].lower() in words.GROUPED:
        return group[1].lower(), group.end()
    lead = _OF.match(text, numeral.end) or _MORE.match(text, numeral.end)
    at = lead.end() if lead else numeral.end
    noun, end = "", numeral.end
    for _ in range(_MOST_BETWEEN):
        match = _WORD.match(text, at)
        if match is None or match[1].lower() in words.BREAKS:
            break
        if plural(match[1]):
            noun, end = singular(match[1]), match.end()
        elif noun or match[1].lower() in words.STATES:
            break
        at = match.end()
    if not noun and numeral.value == 1:
        noun, end = _next(text, numeral.end), numeral.end
        noun = "" if noun in words.BREAKS or noun in words.STATES else noun
    return noun, end


def _parsed_noun(sent: Span, numeral: Numeral) -> str:
    """Lemma of the noun that the number modifies, or ""."""
    base = sent.start_char
    span = sent.doc.covering(base + numeral.start, base + numeral.end)
    if span is None:
        return ""
    root = span.root
    head = root.head
    if root.dep_ in ("nummod", "compound", "amod", "quantmod") and head.i > root.i:
        return _lemma(head)
    prepositions = [c for c in root.children if c.lower_ == "of"]
    objects = [o for p in prepositions for o in p.children if o.dep_ == "pobj"]
    return _lemma(objects[0]) if objects else ""


def _lemma(token: Token) -> str:
    if token.pos_ not in ("NOUN", "PROPN"):
        return ""
    low = token.lower_
    return words.IRREGULAR.get(low) or token.lemma


def _state(text: str, numeral: Numeral, end: int) -> str:
    """The state that the words behind, or the verb before, put the counted in."""
    at = end
    for _ in range(_MOST_BETWEEN):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match[1].lower()
        if word in words.STATES:
            return words.STATES[word]
        if word not in words.PASSIVE:
            break
        at = match.end()
    start = hedge_before(text, numeral.start)[1]
    before = word_before(text, start).lower()
    if before in words.STATE_VERBS:
        return words.STATE_VERBS[before]
    toll = _TOLL.search(text[max(0, start - _REACH) : start])
    alone = _next(text, numeral.end) in words.BREAKS | words.WEEKDAYS | {""}
    return "dead" if toll and alone else ""


# --- comparing ------------------------------------------------------------------------


def same_counted(a: str, b: str) -> bool:
    """Whether two units count the same things: the same noun, or person for people."""
    if a == b:
        return True
    return words.PERSON in (a, b) and {a, b} <= words.PEOPLE | {words.PERSON}


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """The level of two counts; other nouns and other states are not comparable.

    A general and a special noun ("people", "soldiers") agree or say nothing.
    """
    if not same_counted(a.unit, b.unit) or _other_state(a, b):
        how = f"{_shown(a)} and {_shown(b)} count different things"
        return Comparison(Level.NOT_COMPARABLE, how)
    level = compare_numbers(a, b, tolerances, shown=_shown)
    if a.unit != b.unit and a.number == b.number and a.number is not None:
        how = f"{_shown(a)} and {_shown(b)} are the same number"
        return Comparison(Level.REFINES, how)
    if a.unit != b.unit and level.level is Level.CONFLICT:
        how = f"{_shown(a)} and {_shown(b)}: one may be part of the other"
        return Comparison(Level.NOT_COMPARABLE, how)
    return level


def _other_state(a: Facet, b: Facet) -> bool:
    states = set(words.STATES.values())
    return a.measure != b.measure and a.measure in states and b.measure in states


def _shown(facet: Facet) -> str:
    if facet.number is None:
        return f"{facet.text} ({facet.value})"
    state = f", {facet.measure}" if facet.measure else ""
    return f"{facet.text} ({grouped(facet.number)} {facet.unit}{state})"


def keys(facet: Facet) -> frozenset[str]:
    """Block keys of larger counts; "two" and "three" stand in every article."""
    if facet.number is None or facet.number < _SMALLEST_KEY:
        return frozenset()
    return number_keys(facet)
