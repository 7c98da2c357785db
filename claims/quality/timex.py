"""How well dates and durations are found and resolved, against labelled data.

Two kinds of file: TIMEX3 annotation of whole articles (text, dct, timexes) and the test
cases of another recogniser (input, reference, results). Matching is relaxed as in the
TempEval shared tasks: spans that overlap match; a match is right when type and value
are equal as well. Readers take lines, so that nothing here opens a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from claims.engine import Engine
from claims.facets.date_scan import scan
from claims.facets.types import Facet, Granularity, Kind
from claims.quality.errors import reading_kind
from claims.quality.types import Measurement, Mistake, Score

Find = Callable[[str, date | None], Sequence[Facet]]


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotated or predicted expression."""

    start: int
    end: int
    type: str
    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Expressions: gold, found, overlapping, of the right type, of the right value."""

    gold: int = 0
    found: int = 0
    span: int = 0
    typed: int = 0
    value: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.found + other.found,
            self.span + other.span,
            self.typed + other.typed,
            self.value + other.value,
        )

    def f1(self, right: int) -> float:
        """Harmonic mean of right / found and right / gold."""
        total = self.gold + self.found
        return 2 * right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One error for the list that `evaluate` shows: None on the side without a mark."""

    row: str
    gold: Mark | None
    found: Mark | None


def timex_type(facet: Facet) -> str:
    """DATE, TIME, DURATION or SET, as TIMEX3 would call the facet."""
    if facet.granularity == Granularity.SET:
        return "SET"
    if facet.kind is Kind.DURATION or (
        facet.timex.startswith("P") and ("_REF" not in facet.timex)
    ):
        return "DURATION"
    return (
        "TIME"
        if "T" in facet.timex.removesuffix("_REF") and ("_REF" not in facet.timex)
        else "DATE"
    )


def marks(facets: Iterable[Facet]) -> list[Mark]:
    """Predictions; a range counts as its two ends, as TIMEX3 annotates it."""
    return [
        Mark(facet.start, facet.end, timex_type(facet), value, facet.text)
        for facet in facets
        for value in facet.timex.split("/")
    ]


def match(gold: Sequence[Mark], found: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Each mark at most once; overlapping pairs with equal value first."""
    pairs = [
        (g.value != f.value, g.type != f.type, abs(g.start - f.start), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.start < f.end and f.start < g.end
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for *_, i, j in sorted(pairs):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[i], found[j]


def timex_row(row: dict, find: Find = scan) -> tuple[Counts, list[Miss]]:
    """Counts and errors of one annotated article."""
    gold = [
        Mark(t["start"], t["end"], t["type"], t["value"], t["text"])
        for t in row["timexes"]
    ]
    found = marks(find(row["text"], date.fromisoformat(row["dct"][:10])))
    pairs = list(match(gold, found))
    misses = [Miss(row["id"], g, f) for g, f in pairs if not _equal(g, f)]
    met_gold, met_found = [g for g, _ in pairs], [f for _, f in pairs]
    misses += [Miss(row["id"], g, None) for g in gold if g not in met_gold]
    misses += [Miss(row["id"], None, f) for f in found if f not in met_found]
    counts = Counts(
        len(gold),
        len(found),
        len(pairs),
        sum(g.type == f.type for g, f in pairs),
        sum(_equal(g, f) for g, f in pairs),
    )
    return counts, misses


def _equal(gold: Mark, found: Mark) -> bool:
    return gold.type == found.type and gold.value == found.value


def recognizer_row(row: dict, find: Find = scan) -> bool:
    """Whether a recogniser's case is right: every expected result is met.

    A case that expects nothing is right when nothing is found.

    A case that expects a past and a future reading is right with either of them.
    """
    found = list(find(row["input"], _reference(row)))
    expected = row["results"]
    if not expected:
        return not found
    return all(any(_meets(want, facet) for facet in found) for want in expected)


def _reference(row: dict) -> date | None:
    return row["reference"] and datetime.fromisoformat(row["reference"]).date()


def _meets(want: dict, facet: Facet) -> bool:
    start = want["Start"]
    end = want["End"] + 1 if "End" in want else start + want["Length"]
    if facet.start >= end or facet.end <= start:
        return False
    if "Value" in want:
        seconds = want["Value"]["FutureResolution"].get("duration")
        return facet.number is not None and _same_number(seconds, facet.number)
    return any(_value_meets(value, facet) for value in want["Resolution"]["values"])


def _same_number(text: str | None, number: Decimal) -> bool:
    try:
        return text is not None and Decimal(text) == number
    except InvalidOperation:
        return False


def _value_meets(value: dict, facet: Facet) -> bool:
    """Equal TIMEX3, equal day (and time), or equal first and last day of a range."""
    timex = value.get("timex") or ""
    if timex.replace(":00", "") == facet.timex.replace(":00", ""):
        return True
    if timex.startswith(("T", "(T")) and _time_meets(timex, facet):
        return True
    if value["type"] == "duration":
        return facet.number is not None and _same_number(value["value"], facet.number)
    if facet.date_from is None or facet.date_to is None:
        return False
    if "value" in value:
        return _instant_meets(value["value"], facet)
    return _days_meet(value, facet)


def _time_meets(timex: str, facet: Facet) -> bool:
    """A time that they leave without its day: right when our time of day is."""
    if timex.startswith("("):
        ends = [f"T{end.partition('T')[2]}" for end in facet.timex.split("/")]
        theirs = timex.strip("()").split(",")[:2]
        return [_full_time(end) for end in ends] == [_full_time(end) for end in theirs]
    time = "T" + facet.timex.partition("T")[2]
    return len(time) > 1 and _full_time(time) == _full_time(timex)


def _full_time(text: str) -> str:
    """T17 and 2016-11-07T17:00:00 as T17:00."""
    time = text.partition("T")[2]
    return f"T{time}:00" if len(time) == 2 and time.isdigit() else f"T{time[:5]}"


def _instant_meets(text: str, facet: Facet) -> bool:
    if "T" in facet.timex:
        return text.replace(" ", "T").startswith(facet.timex)
    days = (
        (facet.date_to - facet.date_from) if facet.date_to and facet.date_from else None
    )
    return text == str(facet.date_from) and days == timedelta(days=1)


def _days_meet(value: dict, facet: Facet) -> bool:
    """A range; theirs ends on its last day's start, ours after it. One may be open."""
    start, end = value.get("start"), value.get("end")
    first, last = str(facet.date_from), facet.date_to
    if last is None or (start is None and end is None):
        return False
    ends = {str(last), str(last - timedelta(days=1))}
    if facet.granularity == Granularity.RANGE:  # March to May: theirs ends on 1 May
        ends.add(facet.timex.split("/")[-1] + "-01")
        ends.add(facet.timex.split("/")[-1] + "-01-01")
    if start is None or end is None:
        open_day = start or end
        return str(open_day)[:10] in {first, *ends}
    return start[:10] == first and end[:10] in ends


def read(lines: Iterable[str]) -> Iterator[dict]:
    """Rows of a JSON-lines file."""
    for line in lines:
        if line.strip():
            yield json.loads(line)


# --- measuring a file -----------------------------------------------------------------


def reads(row: dict) -> bool:
    """Whether a row is of one of the two kinds."""
    if "timexes" in row:
        return True
    return str(row.get("id", "")).startswith("DateTime/") and "results" in row


def measure(rows: Sequence[dict], engine: Engine) -> Measurement:
    """F1 of spans, types and values of annotated texts; share of test cases right.

    What counts is what the statements hold in the end, not what the finder finds.
    """
    return _texts(rows, engine) if "timexes" in rows[0] else _cases(rows, engine)


def _extracted(
    items: Sequence[tuple[str, date | None]], engine: Engine
) -> Iterator[list[Facet]]:
    """The dates and durations of each text's statements; spans count in the text."""
    for records in engine.extract_many(items, all_sentences=True):
        yield [
            replace(
                facet, start=record.start + facet.start, end=record.start + facet.end
            )
            for record in records
            for facet in record.facets
            if facet.kind in (Kind.DATE, Kind.DURATION) and not facet.implied
        ]


def _texts(rows: Sequence[dict], engine: Engine) -> Measurement:
    total = Counts()
    mistakes = []
    items = [(row["text"], date.fromisoformat(row["dct"][:10])) for row in rows]
    for row, facets in zip(rows, _extracted(items, engine), strict=True):
        counts, misses = timex_row(row, lambda *_, found=facets: found)
        total += counts
        mistakes += [_mistake(str(row["id"]), miss) for miss in misses]
    scores = tuple(
        Score(name, right=right, wrong=total.found - right, missed=total.gold - right)
        for name, right in (
            ("span", total.span),
            ("span and type", total.typed),
            ("span, type and value", total.value),
        )
    )
    return Measurement(len(rows), scores, tuple(mistakes))


def _cases(rows: Sequence[dict], engine: Engine) -> Measurement:
    items = [(row["input"], _reference(row)) for row in rows]
    wrong = [
        row
        for row, facets in zip(rows, _extracted(items, engine), strict=True)
        if not recognizer_row(row, lambda *_, found=facets: found)
    ]
    mistakes = tuple(_case(row) for row in wrong)
    share = Score("cases right", value=(len(rows) - len(wrong)) / len(rows))
    return Measurement(len(rows), (share,), mistakes)


def _case(row: dict) -> Mistake:
    durations = all("Value" in r for r in row["results"]) and bool(row["results"])
    what = "case duration" if durations else "case datetime"
    expected = str([result["Text"] for result in row["results"]])
    return Mistake(str(row["id"]), expected, "", kind=reading_kind(what, "wrong"))


def _mistake(row: str, miss: Miss) -> Mistake:
    return Mistake(row, str(miss.gold), str(miss.found), kind=_kind(miss))


def _kind(miss: Miss) -> str:
    if miss.gold is None or miss.found is None:
        [mark] = [each for each in (miss.gold, miss.found) if each is not None]
        way = "missed" if miss.found is None else "invented"
        return reading_kind(mark.type.lower(), way)
    way = "value" if miss.gold.type == miss.found.type else "type"
    return reading_kind(miss.gold.type.lower(), way)
