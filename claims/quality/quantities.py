"""Amounts, percents and numbers: a peer's test cases, and human spans in stories.

Cases have input and results (Text, Start, End inclusive, Resolution with value and
unit); a case is right when every expected value is found where it is printed, with its
unit, and nothing else of the kind. Stories have text and entities; MONEY, PERCENT and
CARDINAL are scored on exact spans, and on spans that touch. In stories, sums told at a
rate are human MEASUREs: they count neither as found nor as false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from claims.engine import Engine
from claims.facets import amount, percent
from claims.facets.measures import find_measures
from claims.facets.numerals import abbreviated, scan
from claims.facets.quantities import printed_values
from claims.facets.types import Facet, Kind
from claims.lexicon.currencies import NAMES
from claims.lexicon.currency_nations import NATIONS
from claims.lexicon.units import UNITS
from claims.quality.errors import reading_kind
from claims.quality.types import Measurement, Mistake, Score

# Relative difference of two numbers that are equal but for the digits a case prints.
TOLERANCE = Decimal("0.000001")

# Kind of human span and the kind of facet that should find it.
SPANS = {"MONEY": Kind.AMOUNT, "PERCENT": Kind.PERCENT, "CARDINAL": Kind.COUNT}

# Currencies of the cases that news does not print under their own name.
CASE_UNITS: dict[str, tuple[str, Decimal]] = {
    "pence": NAMES["pence"],
    "costa rican colón": ("CRC", Decimal(1)),
    "lao kip": ("LAK", Decimal(1)),
}

Found = tuple[int, int, Decimal, str]  # start, end, number, unit


def _money(text: str) -> Iterable[Found]:
    return _found(f for f in amount.find_text(text) if amount.is_currency(f.unit))


def _physical(text: str) -> Iterable[Found]:
    return _found(f for f in amount.find_text(text) if not amount.is_currency(f.unit))


def _percents(text: str) -> Iterable[Found]:
    return _found(percent.find_text(text))


def _found(facets: Iterable[Facet]) -> Iterable[Found]:
    return [(f.start, f.end, f.number or Decimal(0), f.unit) for f in facets]


def _numbers(text: str) -> Iterable[Found]:
    sized = [abbreviated(text, numeral) for numeral in scan(text)]
    return [(n.start, n.end, n.value, "") for n in sized if n.value is not None]


MODELS: dict[str, Callable[[str], Iterable[Found]]] = {
    "CurrencyModel": _money,
    "DimensionModel": _physical,
    "PercentModel": _percents,
    "NumberModel": _numbers,
}


def reads(row: dict[str, Any]) -> bool:
    """Whether a row is of this kind."""
    if "entities" in row and "text" in row:
        return True
    return {"input", "results"} <= row.keys() and _model(row) in MODELS


def _model(row: dict[str, Any]) -> str:
    """ "Number/English/PercentModel:3" is a case of PercentModel."""
    return str(row["id"]).rsplit("/", 1)[-1].split(":")[0]


def measure(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    """Share of the cases that are right, or precision and recall of human spans."""
    return _stories(rows, engine) if "entities" in rows[0] else _cases(rows)


# --- cases ----------------------------------------------------------------------------


def _cases(rows: Sequence[dict[str, Any]]) -> Measurement:
    mistakes = []
    for row in rows:
        found = list(MODELS[_model(row)](row["input"]))
        if not _right(row, found):
            expected = [result["Text"] for result in row["results"]]
            got = [row["input"][start:end] for start, end, *_ in found]
            what = f"case {_model(row).removesuffix('Model').lower()}"
            kind = reading_kind(what, "wrong")
            mistakes.append(Mistake(str(row["id"]), str(expected), str(got), kind=kind))
    share = 1 - len(mistakes) / len(rows)
    return Measurement(len(rows), (Score("cases right", value=share),), tuple(mistakes))


def _right(row: dict[str, Any], found: Sequence[Found]) -> bool:
    expected = [_expected(result, _model(row)) for result in row["results"]]
    if None in expected or len(expected) != len(found):
        return False
    return all(
        any(_same(one, other) for other in found) for one in expected if one is not None
    )


def _expected(result: dict[str, Any], model: str) -> Found | None:
    """The expected value in our unit; None when it cannot be told in it."""
    resolution = result["Resolution"]
    try:
        number = Decimal(str(resolution["value"]).rstrip("%"))
    except (InvalidOperation, KeyError):
        return None
    unit = _unit(str(resolution.get("unit", "")), model)
    if unit is None:
        return None
    return result["Start"], result["End"] + 1, number * unit[1], unit[0]


def _unit(name: str, model: str) -> tuple[str, Decimal] | None:
    low = name.lower()
    if model == "NumberModel":
        return "", Decimal(1)
    if model == "PercentModel":
        return "%", Decimal(1)
    if model == "DimensionModel":
        measures = find_measures(f"2 {low}")
        worth = measures[0].number if measures else None
        return UNITS.get(low) or ((measures[0].unit, worth / 2) if worth else None)
    nation, _, currency = low.rpartition(" ")
    code = NATIONS.get(currency, {}).get(nation)
    if code:
        return code, Decimal(1)
    return CASE_UNITS.get(low) or NAMES.get(low)


def _same(one: Found, other: Found) -> bool:
    if one[:2] != other[:2] or one[3] != other[3]:
        return False
    return abs(one[2] - other[2]) <= TOLERANCE * max(abs(one[2]), TOLERANCE)


# --- stories --------------------------------------------------------------------------


def _stories(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    read = engine.extract_many(
        [(row["text"], None) for row in rows], all_sentences=True
    )
    exact = {name: [0, 0, 0] for name in SPANS}
    touching = {name: [0, 0, 0] for name in SPANS}
    mistakes: list[Mistake] = []
    for row, records in zip(rows, read, strict=True):
        for name, kind in SPANS.items():
            gold = _gold(row, name)
            found = {
                (record.start + value.start, record.start + value.end)
                for record in records
                for facet in record.facets
                for value in printed_values(facet)
                if facet.kind == kind and _is_of(facet, name)
            }
            if name == "MONEY":
                rates = _gold(row, "MEASURE")
                found = {f for f in found if f in gold or not _touched(f, rates)}
            _count(exact[name], _exact(gold, found))
            _count(touching[name], _touch(gold, found))
            mistakes += _mistakes(row, name, gold, found)
    scores = [Score(f"{name} span", *exact[name]) for name in SPANS]
    scores += [Score(f"{name} touched", *touching[name]) for name in SPANS]
    return Measurement(len(rows), tuple(scores), tuple(mistakes))


Spans = set[tuple[int, int]]


def _gold(row: dict[str, Any], name: str) -> Spans:
    return {(e["start"], e["end"]) for e in row["entities"] if e["type"] == name}


def _is_of(facet: Facet, name: str) -> bool:
    """Physical measures are no MONEY, shares told in words no PERCENT."""
    if name == "MONEY":
        return amount.is_currency(facet.unit)
    if name == "PERCENT":
        return any(sign in facet.text.lower() for sign in ("%", "per", "pct", "basis"))
    return True


def _count(total: list[int], more: tuple[int, int, int]) -> None:
    for index, number in enumerate(more):
        total[index] += number


def _exact(gold: Spans, found: Spans) -> tuple[int, int, int]:
    return len(gold & found), len(found - gold), len(gold - found)


def _touch(gold: Spans, found: Spans) -> tuple[int, int, int]:
    right = sum(_touched(span, found) for span in gold)
    wrong = sum(not _touched(span, gold) for span in found)
    return right, wrong, len(gold) - right


def _touched(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _mistakes(
    row: dict[str, Any], name: str, gold: Spans, found: Spans
) -> list[Mistake]:
    """One for each span; what is cut otherwise counts once, where it is expected."""
    text = row["text"]
    listed = []
    for start, end in sorted(gold - found):
        way = "cut" if _touched((start, end), found) else "missed"
        kind = reading_kind(name.lower(), way)
        listed.append(Mistake(row["id"], text[start:end], "", reason=name, kind=kind))
    kind = reading_kind(name.lower(), "invented")
    for start, end in sorted(found - gold):
        if not _touched((start, end), gold):
            listed.append(
                Mistake(row["id"], "", text[start:end], reason=name, kind=kind)
            )
    return listed
