"""What "two days after" counts from."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets.date import find_text

WEDNESDAY = date(2026, 6, 17)


def first(text: str) -> str:
    return find_text(text, WEDNESDAY)[0].value


def last(text: str) -> str:
    return find_text(text, WEDNESDAY)[-1].value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two days after the court said on 9 June that it would act", "2026-06-11"),
        ("two days after the court said Tuesday it would act", "2026-06-18"),
        ("Two days after the court said on Monday it would act,", "2026-06-17"),
        ("two days after the court announced a ban on 9 June", "2026-06-11"),
        ("three days before the mayor told reporters on 9 June", "2026-06-06"),
        ("two months after it said in March that it was sound", "2026-05"),
        ("a week after the mayor spoke on 2 June", "2026-06-09"),
        ("four days after the 5 June vote", "2026-06-09"),
        # the date is of another clause
        (
            "two days after she told police her house was searched on 9 June",
            "P2D after",
        ),
        ("two days after the court said it would act on 9 June", "P2D after"),
        ("two days after the court announced that it sits on 9 June", "P2D after"),
        ("two days after the crash, police said on Monday", "P2D after"),
        ("two days after the crash, which police said on Monday was", "P2D after"),
        ("two days after he came and met the mayor on 9 June", "P2D after"),
        ("two days after the court, which met on 9 June, ruled", "P2D after"),
        ("two days after the court ruled", "P2D after"),
    ],
)
def test_the_day_of_the_event_behind(text: str, value: str) -> None:
    opening = text[0].isupper()
    assert first(text if opening else f"The clerk was held {text}.") == value


SAID = "The court said on 9 June that it would act. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The clerk was held two days after the announcement.", "2026-06-11"),
        ("The clerk was held two days after that hearing.", "2026-06-11"),
        ("The clerk was held two days after the court said so.", "2026-06-11"),
        ("The clerk was held a week before the statement.", "2026-06-02"),
        # an event of its own
        ("The clerk was held two days after the flood.", "P2D after"),
        ("The clerk was held two days after the statement of the mayor.", "P2D after"),
    ],
)
def test_the_day_that_a_sentence_before_told(text: str, value: str) -> None:
    assert last(SAID + text) == value


def test_the_day_of_its_own_sentence_is_none() -> None:
    text = "On Monday the clerk was held two days after the announcement."
    assert last(text) == "P2D after"
    assert last(SAID + text) == "2026-06-11"
