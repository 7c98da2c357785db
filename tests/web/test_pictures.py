"""Where the values lie: hedges and ranges are drawn as wide as they are compared."""

from decimal import Decimal

import pytest

from claims.models import StatementFacet
from claims.selectors.sheet import claim_sheet
from claims.views.pictures import pictures_of


def duration(newsroom, **columns):
    """The strip of durations, with those columns of “about half an hour”."""
    StatementFacet.objects.filter(text="about half an hour").update(**columns)
    pictures = pictures_of(claim_sheet(newsroom.call))
    (picture,) = (each for each in pictures if each.title == "Duration")
    dots = {dot.name: dot for dot in picture.chart.dots}
    return dots["Tidewater Gazette"], dots["Salt Crier"], dots["Northern Bell"]


def test_a_hedge_is_drawn_around_its_value(newsroom):
    about, exact, none = duration(newsroom)
    assert about.low < about.x < about.high
    assert abs((about.x - about.low) - (about.high - about.x)) <= 1
    assert (exact.low, exact.high) == (None, None)
    assert none.x is None


@pytest.mark.parametrize(
    ("hedge", "below", "above"),
    [("over", False, True), ("under", True, False), ("nearly", True, False)],
)
def test_a_one_sided_hedge_reaches_to_one_side(newsroom, hedge, below, above):
    dot, *_ = duration(newsroom, hedge=hedge)
    assert (dot.low < dot.x, dot.x < dot.high) == (below, above)


def test_a_printed_range_stands_in_its_middle(newsroom):
    dot, *_ = duration(
        newsroom,
        hedge="",
        number=None,
        number_low=Decimal(1200),
        number_high=Decimal(2400),
    )
    assert abs((dot.low + dot.high) / 2 - dot.x) <= 1


def test_days_are_told_in_the_language_of_the_reader(client, newsroom):
    client.force_login(newsroom.editor)
    newsroom.editor.language = "ko"
    newsroom.editor.save()
    page = client.get(f"/claims/{newsroom.call.pk}/").content.decode()
    assert "days later" not in page
