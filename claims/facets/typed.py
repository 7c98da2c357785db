"""What an editor types for a value, read as the engine reads it in print. PURE.

The finders that read articles read the words: alone first, or in the place of the words
that they correct, where a noun or a sign of the sentence belongs to the value ("60" for
"40" in "40 boats"). Names get the key that a printed name gets. What cannot be read is
refused with the reason: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date as day

from claims.facets import amount, count, date, duration, gazetteer, ordinal, percent
from claims.facets.bodies import body_key
from claims.facets.hedges import hedge_after, hedge_before
from claims.facets.names import canonical, person_words
from claims.facets.numerals import scan
from claims.facets.offices import office_value
from claims.facets.polarity import DENIED
from claims.facets.product import code_value
from claims.facets.quantities import Reading, facet_of, numeric_value
from claims.facets.types import Facet, Kind, Modality

AFFIRMED = "affirmed"
POLARITIES = (AFFIRMED, DENIED)

# A value, and not a sentence. Ours.
MOST_CHARACTERS = 200

# Words that may stand around a value without changing it.
AROUND = frozenset({"at", "for", "in", "of", "on", "the"})

HOW_TO_TYPE = {
    Kind.DATE: "No date is read in this. Type 6 June 2025, 2025-06-06 or June 2025.",
    Kind.DURATION: "No length of time is read in this. Type 90 minutes or 3 days.",
    Kind.AMOUNT: "No amount is read in this. Type $2.5 billion, EUR 300 or 40 km.",
    Kind.COUNT: "No count is read in this. Type a number, or a number and what is "
    "counted: 300 boats.",
    Kind.PERCENT: "No share is read in this. Type 12% or 3 percentage points.",
    Kind.ORDINAL: "No place in an order is read in this. Type third or 3rd.",
    Kind.POLARITY: "Either affirmed or denied.",
    Kind.MODALITY: f"One of {', '.join(Modality)}.",
}
NO_NAME = "No name is read in this."
UNRESOLVED = (
    "The day of this is not known: the article has no date of print to count from. "
    "Type the day in full."
)
TOO_LONG = f"Longer than {MOST_CHARACTERS} characters: type the value alone."

_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINAL_ALONE = re.compile(r"(\d+)(?:st|nd|rd|th)?", re.IGNORECASE)


class NotReadError(ValueError):
    """The words are no value of the kind; its text tells what would be."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value is printed: quote[start:end].

    held       the facet that stands there now, whose place in its frame is kept
    published  the local date of print at the outlet, or None
    """

    quote: str
    start: int
    end: int
    held: Facet | None = None
    published: day | None = None

    @property
    def text(self) -> str:
        return self.quote[self.start : self.end]

    def with_words(self, words: str) -> str:
        """The sentence as if it printed these words instead."""
        return self.quote[: self.start] + words + self.quote[self.end :]


def typed(kind: Kind, words: str, spot: Spot) -> Facet:
    """The facet that the words mean, at the printed place. Raises NotReadError.

    Its text stays what is printed; frame, role and measure are those of the facet that
    it takes the place of.
    """
    words = " ".join(words.split())
    if len(words) > MOST_CHARACTERS:
        raise NotReadError(TOO_LONG)
    found = READERS[kind](words, spot) if words else None
    if found is None or not found.value:
        raise NotReadError(HOW_TO_TYPE.get(kind, NO_NAME))
    if kind is Kind.DATE and found.date_from is None:
        known = spot.published is not None
        raise NotReadError(HOW_TO_TYPE[kind] if known else UNRESOLVED)
    placed = replace(found, start=spot.start, end=spot.end, text=spot.text)
    if spot.held is None:
        return placed
    return replace(
        placed,
        frame=spot.held.frame,
        role=spot.held.role,
        measure=placed.measure or spot.held.measure,
    )


def _alone(found: Iterable[Facet], words: str) -> Facet | None:
    """The one facet of the words, if nothing beside it and its hedge is said."""
    facets = list(found)
    if len(facets) != 1:
        return None
    before = words[: hedge_before(words, facets[0].start)[1]]
    behind = words[hedge_after(words, facets[0].end)[1] :]
    around = {word.lower() for word in _LETTERS.findall(f"{before} {behind}")}
    number = any(c.isdigit() for c in before + behind)
    return None if number or around - AROUND else facets[0]


def _in_place(found: Iterable[Facet], words: str, spot: Spot) -> Facet | None:
    """The one facet of the changed sentence that stands on the words."""
    end = spot.start + len(words)
    on = [facet for facet in found if facet.start < end and spot.start < facet.end]
    return on[0] if len(on) == 1 else None


def _bare(kind: Kind, words: str, spot: Spot) -> Facet | None:
    """A number alone: of the unit that stands there now."""
    numerals = scan(words)
    if spot.held is None or not spot.held.unit or len(numerals) != 1:
        return None
    (numeral,) = numerals
    reading = Reading(
        *(numeral.start, numeral.end, spot.held.unit),
        number=numeral.value,
        low=numeral.low,
        high=numeral.high,
        measure=spot.held.measure,
    )
    number, unit = numeric_value(reading), reading.unit
    currency = kind is Kind.AMOUNT and amount.is_currency(unit)
    value = f"{unit} {number}" if currency else f"{number} {unit}"
    return _alone([facet_of(kind, words, reading, value)], words)


def _date(words: str, spot: Spot) -> Facet | None:
    return _alone(date.find_text(words, spot.published), words)


def _duration(words: str, spot: Spot) -> Facet | None:
    return _alone(duration.find_text(words, spot.published), words)


def _amount(words: str, spot: Spot) -> Facet | None:
    return _alone(amount.find_text(words), words) or _bare(Kind.AMOUNT, words, spot)


def _percent(words: str, spot: Spot) -> Facet | None:
    return (
        _alone(percent.find_text(words), words)
        or _in_place(percent.find_text(spot.with_words(words)), words, spot)
        or _bare(Kind.PERCENT, words, spot)
    )


def _count(words: str, spot: Spot) -> Facet | None:
    bare = _bare(Kind.COUNT, words, spot)
    if bare is not None:
        return bare
    in_place = _in_place(count.find_text(spot.with_words(words)), words, spot)
    alone = count.find_text(words)
    return alone[0] if len(alone) == 1 else in_place


def _ordinal(words: str, spot: Spot) -> Facet | None:
    match = _ORDINAL_ALONE.fullmatch(words) if words.isascii() else None
    numbers = scan(words) if match and words.isdigit() else []
    if spot.held is not None and match and numbers:
        value = str(int(match[1]))
        return replace(spot.held, value=value, number=numbers[0].value)
    alone = ordinal.find_text(words)
    if len(alone) == 1:
        return alone[0]
    return _in_place(ordinal.find_text(spot.with_words(words)), words, spot)


def _person(words: str, spot: Spot) -> Facet | None:
    return _named(Kind.PERSON, canonical(person_words(words)), spot)


def _organisation(words: str, spot: Spot) -> Facet | None:
    return _named(Kind.ORGANISATION, body_key(words), spot)


def _place(words: str, spot: Spot) -> Facet | None:
    known = gazetteer.lookup(words) or gazetteer.lookup(words.title())
    return _named(Kind.PLACE, known.key if known else words.lower(), spot)


def _product(words: str, spot: Spot) -> Facet | None:
    return _named(Kind.PRODUCT, code_value(words), spot)


def _title(words: str, spot: Spot) -> Facet | None:
    return _named(Kind.TITLE, office_value(words), spot)


def _named(kind: Kind, value: str, spot: Spot) -> Facet | None:
    if not any(c.isalpha() for c in value):
        return None
    return Facet(kind, spot.start, spot.end, spot.text, value)


def _polarity(words: str, spot: Spot) -> Facet | None:
    value = words.lower()
    if value not in POLARITIES:
        return None
    return Facet(Kind.POLARITY, spot.start, spot.end, spot.text, value)


def _modality(words: str, spot: Spot) -> Facet | None:
    value = words.lower()
    if value not in set(Modality):
        return None
    return Facet(Kind.MODALITY, spot.start, spot.end, spot.text, value)


READERS: dict[Kind, Callable[[str, Spot], Facet | None]] = {
    Kind.DATE: _date,
    Kind.DURATION: _duration,
    Kind.AMOUNT: _amount,
    Kind.COUNT: _count,
    Kind.PERCENT: _percent,
    Kind.ORDINAL: _ordinal,
    Kind.PERSON: _person,
    Kind.ORGANISATION: _organisation,
    Kind.PLACE: _place,
    Kind.PRODUCT: _product,
    Kind.TITLE: _title,
    Kind.POLARITY: _polarity,
    Kind.MODALITY: _modality,
}
