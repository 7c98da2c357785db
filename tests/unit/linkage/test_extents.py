"""Numbers that differ because they are of different extents of one thing."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.comparison import compare
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.kinds import QUANTITIES

DAY = "2031-06-05"


@pytest.fixture(scope="module")
def levels(read):
    def found(a, b):
        pair = compare(read(a, DAY), read(b, DAY), DEFAULT_CONFIG)
        return [c for c in pair.comparisons if c.kind in QUANTITIES]

    return found


APART = [
    pytest.param(
        "The clinics of Halden County reported five more cases of cholera.",
        "The clinics of Halden County reported 103 cases of cholera.",
        "left or added",
        id="more",
    ),
    pytest.param(
        "Orla Venn will meet the three unions of Halden on Monday.",
        "Orla Venn will meet the other two unions of Halden on Monday.",
        "left or added",
        id="other",
    ),
    pytest.param(
        "Of the 240 passengers aboard, doctors treated many in Halden.",
        "Doctors treated 31 passengers in Halden.",
        "a whole",
        id="whole",
    ),
    pytest.param(
        "The puppies weighed 12 pounds when Tavi Rusk found the puppies.",
        "Each of the puppies weighed 3 pounds when Tavi Rusk found the puppies.",
        "of each",
        id="each",
    ),
    pytest.param(
        "Halden Steel earned a profit of 22 cents a share.",
        "Analysts expected Halden Steel to earn a profit of 31 cents a share.",
        "expected",
        id="expected",
    ),
    pytest.param(
        "Shares of Halden Steel were at $30.65 on Friday.",
        "Shares of Halden Steel were down 42 cents on Friday.",
        "a difference",
        id="level and change",
    ),
    pytest.param(
        "There were 65 cases of cholera in Halden as of the last week of May.",
        "As of Wednesday, 66 probable cases of cholera were counted in Halden.",
        "as of",
        id="days",
    ),
    pytest.param(
        "Tuition at private colleges averaged $19,700 in Halden.",
        "Tuition at public colleges averaged $4,600 in Halden.",
        "“private”",
        id="opposites",
    ),
    pytest.param(
        "German sales at the shops of Halden Steel in Germany rose 8.8 percent.",
        "Halden Steel's sales in Canada rose by 6.7 percent, it said on Thursday.",
        "of Canada",
        id="places",
    ),
    pytest.param(
        "Sales at the shops of Halden Steel in Munich rose 8.8 percent.",
        "Halden Steel's sales in Germany rose by 6.7 percent, it said on Thursday.",
        "of Munich alone",
        id="a place in the other",
    ),
    pytest.param(
        "Most of the farmers of Halden County lost cattle in the flood.",
        "Some 30% of the farmers of Halden County live near the flood.",
        "in words",
        id="a share in words of another event",
    ),
]


@pytest.mark.parametrize(("a", "b", "how"), APART)
def test_of_different_extents(levels, a, b, how):
    for one, other in ((a, b), (b, a)):
        found = levels(one, other)
        assert Level.CONFLICT not in {c.level for c in found}, found
        told = [c.reason for c in found if c.level == Level.NOT_COMPARABLE]
        assert any(how in reason for reason in told), found


ALIKE = [
    pytest.param(
        "The clinics of Halden County reported five more cases of cholera.",
        "The clinics of Halden County reported nine more cases of cholera.",
        id="more on both sides",
    ),
    pytest.param(
        "More than 90 people died in the flood in Halden.",
        "At least 40 but no more than 60 people died in the flood in Halden.",
        id="more than is a bound",
    ),
    pytest.param(
        "Each of the puppies weighed 2 pounds when Tavi Rusk found the puppies.",
        "Each of the puppies weighed 3 pounds when Tavi Rusk found the puppies.",
        id="each on both sides",
    ),
    pytest.param(
        "Analysts expected a profit of 22 cents a share for Halden Steel.",
        "Analysts expected a profit of 31 cents a share for Halden Steel.",
        id="expected by both",
    ),
    pytest.param(
        "Halden Steel expects that the ban costs the firm $2.5 billion.",
        "The ban could cost the firm $8 billion, Halden Steel said.",
        id="expected by both in other words",
    ),
    pytest.param(
        "Shares of Halden Steel were down 13 cents on Friday.",
        "Shares of Halden Steel were down 42 cents on Friday.",
        id="both a change",
    ),
    pytest.param(
        "As of Monday, there were 65 cases of cholera in Halden.",
        "As of Monday, there were 71 cases of cholera in Halden.",
        id="one day",
    ),
    pytest.param(
        "Tuition at private colleges averaged $19,700 in Halden.",
        "Tuition at private colleges averaged $4,600 in Halden.",
        id="one kind",
    ),
    pytest.param(
        "Most of the farmers of Halden County lost cattle in the flood.",
        "Some 30% of the farmers of Halden County lost cattle in the flood.",
        id="a share in words of one event",
    ),
    pytest.param(
        "Halden Steel lost $2.5 billion in Germany.",
        "Halden Steel lost $8 billion in Germany.",
        id="one place",
    ),
    pytest.param(
        "The blast killed 12 of the 40 miners in Halden.",
        "The blast killed 15 of the 40 miners in Halden.",
        id="parts of one whole",
    ),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_of_one_extent(levels, a, b):
    for one, other in ((a, b), (b, a)):
        found = levels(one, other)
        assert Level.CONFLICT in {c.level for c in found}, found


def test_nothing_but_numbers_is_set_apart(read):
    a = read("The other three men met Orla Venn in Halden on March 5.", DAY)
    b = read("Three men met Orla Venn in Halden on March 7.", DAY)
    found = compare(a, b, DEFAULT_CONFIG).comparisons
    assert Level.CONFLICT in {c.level for c in found if c.kind == Kind.DATE}
