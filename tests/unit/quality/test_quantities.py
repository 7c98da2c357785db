"""Scoring quantities: what is right, wrong and missed on invented rows."""

from __future__ import annotations

from typing import Any, cast

import pytest

from claims.engine import Engine
from claims.facets import amount, percent
from claims.facets.types import StatementRecord
from claims.quality import quantities


def _case(
    text: str, printed: str, value: str, unit: str, model: str = "CurrencyModel"
) -> dict[str, Any]:
    start = text.index(printed)
    resolution = {"value": value, "unit": unit}
    result = {"Text": printed, "Start": start, "End": start + len(printed) - 1}
    return {
        "id": f"Any/English/{model}:0",
        "input": text,
        "results": [{**result, "Resolution": resolution}],
    }


class _Reader:
    """Stands for the engine: one statement a text, with its amounts and percents."""

    def extract_many(
        self, items: list[tuple[str, None]], *, all_sentences: bool
    ) -> list[list[StatementRecord]]:
        assert all_sentences
        return [
            [
                StatementRecord(
                    text,
                    end=len(text),
                    facets=(*amount.find_text(text), *percent.find_text(text)),
                )
            ]
            for text, _ in items
        ]


ENGINE = cast(Engine, _Reader())


@pytest.mark.parametrize(
    ("row", "share"),
    [
        (_case("It cost $5 million.", "$5 million", "5000000", "Dollar"), 1.0),
        (_case("It cost 80 pence.", "80 pence", "80", "Pence"), 1.0),
        (_case("It cost $5 million.", "$5", "5", "Dollar"), 0.0),
        (_case("It cost $5 million.", "$5 million", "5000000", "Euro"), 0.0),
        (_case("It cost five or so.", "five", "5", "Dollar"), 0.0),
        (_case("It cost $5, not $6.", "$5", "5", "Dollar"), 0.0),
        (_case("It is 3 miles.", "3 miles", "3", "Mile", "DimensionModel"), 1.0),
        (_case("It grew 3%.", "3%", "3%", "", "PercentModel"), 1.0),
        (_case("It grew thrice", "thrice", "3", "", "NumberModel"), 0.0),
        (_case("It has 3m", "3m", "3000000", "", "NumberModel"), 1.0),
    ],
)
def test_a_case_is_right_or_wrong(row: dict[str, Any], share: float) -> None:
    assert quantities.reads(row)
    measurement = quantities.measure([row], ENGINE)
    assert measurement.scores[0].value == share
    assert len(measurement.mistakes) == (share == 0.0)


def test_spans_of_stories() -> None:
    text = "It paid $5 million, or $2 a share, for 12 percent and a $9 fee."
    entities = [
        {"type": name, "start": text.index(p), "end": text.index(p) + len(p)}
        for name, p in (
            ("MONEY", "$5 million"),
            ("MEASURE", "$2 a share"),
            ("PERCENT", "12"),
            ("CARDINAL", "12"),
        )
    ]
    row = {"id": "x", "text": text, "entities": entities}
    assert quantities.reads(row)
    measured = {s.of: s for s in quantities.measure([row], ENGINE).scores}
    money, share = measured["MONEY span"], measured["PERCENT span"]
    assert (money.right, money.wrong, money.missed) == (1, 1, 0)
    assert (share.right, share.wrong, share.missed) == (0, 1, 1)
    assert measured["PERCENT touched"].f1 == 1.0
    assert measured["CARDINAL span"].missed == 1


def test_other_rows_are_left_to_others() -> None:
    assert not quantities.reads({"a": "x", "b": "y", "label": "neutral"})
    assert not quantities.reads(
        {"id": "DateTime/English/DateParser:0", "input": "x", "results": []}
    )
