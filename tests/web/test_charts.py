"""The geometry of the pictures stays inside the picture."""

from datetime import date

import pytest

from claims.charts import (
    LEFT,
    RIGHT,
    WIDTH,
    Told,
    Value,
    day_strip,
    lag,
    number_strip,
    shortened,
    timeline,
)

MAY = date(2031, 5, 5)


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ((60, 90), ["0", "50", "100"]),
        ((2.5, 8), ["0", "2", "4", "6", "8"]),
        ((0, 0), ["0", "2.5e-10"]),
        ((-5, 5), ["-5", "0", "5"]),
        ((1, 1_000_000), ["0", "500,000", "1,000,000"]),
        ((0.1, 0.3), ["0", "0.1", "0.2", "0.3"]),
    ],
)
def test_ticks_are_round_and_hold_every_value(numbers, ticks):
    strip = number_strip([Value("Bell", "x", number) for number in numbers])
    if numbers != (0, 0):
        assert [tick.label for tick in strip.ticks] == ticks
    for dot in strip.dots:
        assert LEFT <= dot.x <= RIGHT


@pytest.mark.parametrize("numbers", [(1, 2), (90, 5400), (1e12, 3e12), (7, 7)])
@pytest.mark.parametrize("text", ["one", "a very long wording of one single number"])
def test_marks_and_words_stay_inside(numbers, text):
    values = [Value("An outlet with a long name", text, number) for number in numbers]
    strip = number_strip(values, unit="billion USD")
    for dot in strip.dots:
        assert LEFT <= dot.x <= RIGHT
        assert 0 <= dot.label_x <= WIDTH
        assert len(dot.name) <= 19
        assert dot.y < strip.axis < strip.height


def test_who_gives_none_has_a_line_and_no_mark():
    strip = number_strip([Value("Bell", "one", 1), Value("Crier")])
    assert [(dot.x is None, dot.label) for dot in strip.dots] == [
        (False, "“one”"),
        (True, "gives none"),
    ]


def test_equal_days_share_a_column():
    day = MAY.toordinal()
    strip = day_strip([Value(name, "x", day + n // 2) for n, name in enumerate("abc")])
    assert strip.dots[0].x == strip.dots[1].x < strip.dots[2].x
    assert [t.label for t in strip.ticks] == ["4 May", "5 May", "6 May", "7 May"]


@pytest.mark.parametrize("days", [1, 3, 40, 400, 4000])
def test_a_timeline_has_few_ticks_inside(days):
    end = date.fromordinal(MAY.toordinal() + days)
    drawn = timeline([Told("Bell", MAY, end), Told("Crier", None, end)])
    assert 2 <= len(drawn.ticks) <= 7
    assert all(LEFT <= tick.x <= RIGHT for tick in drawn.ticks)
    for span in drawn.spans:
        assert span.event is None or LEFT <= span.event <= RIGHT
        assert LEFT <= span.reported <= RIGHT


@pytest.mark.parametrize(
    "told",
    [
        [],
        [Told("Bell", None, MAY)],
        [Told("Bell", MAY, None)],
        [Told("Bell", None, None)],
    ],
)
def test_no_timeline_without_both_times(told):
    assert timeline(told) is None


@pytest.mark.parametrize(
    ("event", "reported", "text"),
    [
        (MAY, MAY, "same day"),
        (MAY, date(2031, 5, 6), "1 day later"),
        (MAY, date(2031, 5, 10), "5 days later"),
        (MAY, date(2031, 5, 3), "2 days ahead"),
        (None, MAY, "no day given"),
        (MAY, None, "day of print unknown"),
    ],
)
def test_lag(event, reported, text):
    assert lag(Told("Bell", event, reported)) == text


@pytest.mark.parametrize(
    ("text", "characters", "short"),
    [("Bell", 4, "Bell"), ("Bells", 4, "Bel…"), ("The Bell rings", 5, "The…")],
)
def test_shortened(text, characters, short):
    assert shortened(text, characters) == short
