"""The geometry of the pictures stays inside the picture."""

from datetime import date
from itertools import pairwise

import pytest

from claims.charts.bars import Measure, bars
from claims.charts.canvas import LEFT, RIGHT, WIDTH, shortened
from claims.charts.graph import Joined, graph
from claims.charts.origins import OUTLET_LEFT, Lean, tree
from claims.charts.strip import Value, day_strip, number_strip
from claims.charts.timeline import Told, lag, timeline

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


@pytest.mark.parametrize(
    ("measures", "full", "percent", "ticks"),
    [
        ([Measure("a", "", 0.4, 0.5, 0.6)], 1.0, False, ["0", "0.5", "1"]),
        ([Measure("a", "", 0.02, 0.1)], 0.0, True, ["0%", "5%", "10%"]),
        ([Measure("a", "", 0.3, 0.1)], 0.0, True, ["0%", "10%", "20%", "30%"]),
        ([Measure("a", "", None, 0.05, 0.0)], 0.0, True, ["0%", "2%", "4%", "6%"]),
        ([], 1.0, False, ["0", "0.5", "1"]),
    ],
)
def test_bars_share_a_round_scale_from_zero(measures, full, percent, ticks):
    drawn = bars(measures, full=full, percent=percent)
    assert [tick.label for tick in drawn.ticks] == ticks
    assert drawn.left == drawn.ticks[0].x
    for bar in drawn.bars:
        ends = [bar.least, drawn.left if bar.aim is None else bar.aim]
        ends.append(drawn.left + (bar.width or 0))
        assert all(drawn.left <= end <= RIGHT for end in ends)


def test_a_bar_is_as_long_as_its_figure():
    figures = (0.0, 0.25, 0.5, 1.0, None)
    drawn = bars([Measure("a", "", n, 0.5) for n in figures], full=1.0)
    zero, quarter, half, whole, none = (bar.width for bar in drawn.bars)
    assert (zero, none) == (0, None)
    assert drawn.left + half == drawn.bars[0].least
    assert abs(2 * quarter - half) <= 1
    assert abs(2 * half - whole) <= 1


def test_bars_and_their_words_do_not_touch():
    drawn = bars([Measure("a", "", 1.0, 1.0) for _ in range(5)], full=1.0)
    for above, below in pairwise(drawn.bars):
        assert above.ends[0] > above.baseline
        assert below.baseline - 15 > above.ends[1]  # 15 units: the largest words
    assert drawn.bars[-1].ends[1] < drawn.axis < drawn.height


@pytest.mark.parametrize(("apart", "shaded"), [(1, 2), (4, 3), (11, 7), (40, 0)])
def test_days_are_columns_while_they_are_wide_enough(apart, shaded):
    day = MAY.toordinal()
    values = [Value("Bell", "x", day), Value("Herald", "y", day + apart)]
    bands = day_strip(values).bands
    assert len(bands) == shaded
    for x, width in bands:
        assert x >= LEFT
        assert width > 0
        assert x + width <= RIGHT


LEANS = [
    Lean("A speech", "Bell", note="5 May 2031"),
    Lean("A letter", "Herald", via="via Bell"),
    Lean("A speech", "Courier", counts=False),
    Lean("A speech", "Bell", counts=False),
]


def test_an_origin_and_an_outlet_stand_once():
    drawn = tree(LEANS)
    assert [box.name for box in drawn.origins] == ["A speech", "A letter"]
    assert [box.name for box in drawn.outlets] == ["Bell", "Courier", "Herald"]
    assert drawn.origins[0].note == "5 May 2031"
    assert drawn.outlets[2].note == "via Bell"


def test_a_line_counts_when_one_of_its_leans_does():
    drawn = tree(LEANS)
    assert [edge.counts for edge in drawn.edges] == [True, True, False]
    assert all(str(OUTLET_LEFT) in edge.path for edge in drawn.edges)


def test_boxes_stay_inside_and_apart():
    drawn = tree([Lean(f"Origin {n}", "The Quarterly Examiner") for n in range(9)])
    for above, below in pairwise(drawn.origins):
        assert above.y + 36 < below.y
    for box in (*drawn.origins, *drawn.outlets):
        assert box.x > 0
        assert box.x + box.width < WIDTH
        assert box.y + 36 <= drawn.height


def test_no_two_arcs_have_their_sign_in_one_place():
    pairs = [(a, b) for a in range(12) for b in range(a + 1, 12)]
    drawn = graph(["Bell"] * 12, [Joined(a, b, "states") for a, b in pairs])
    signs = {(arc.sign_x, arc.sign_y) for arc in drawn.arcs}
    assert len(signs) == len(pairs)
    assert all(LEFT < x <= RIGHT and 0 < y < drawn.height for x, y in signs)


def test_neighbours_alone_make_narrow_arcs():
    (arc,) = graph(["Bell", "Herald"], [Joined(0, 1, "differs", bridge=True)]).arcs
    assert arc.sign_x < LEFT + 60
    assert (arc.mark, arc.firm, arc.bridge) == ("differs", False, True)
