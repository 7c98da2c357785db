"""Numbers measured in two ways, and numbers measured in one."""

import pytest

from claims.linkage.types import Relation

TWO_WAYS = [
    pytest.param(
        "Core inflation in Spain was 2.2% in May.",
        "Headline inflation in Spain was 2.9% in May.",
        id="core and headline",
    ),
    pytest.param(
        "Inflation in Spain slowed to 2.9% in May.",
        "Core inflation in Spain slowed to 2.2% in May.",
        id="core, and nothing said",
    ),
    pytest.param(
        "The annual inflation rate in Spain was 2.9% in May.",
        "The monthly inflation rate in Spain was 0.2% in May.",
        id="annual and monthly",
    ),
    pytest.param(
        "Tavi Steel posted a net profit of $4 billion for 2030.",
        "Tavi Steel posted an operating profit of $6 billion for 2030.",
        id="net and operating",
    ),
    pytest.param(
        "The average rent in Spain was $910 in May.",
        "The median rent in Spain was $840 in May.",
        id="average and median",
    ),
    pytest.param(
        "Exports of Spain rose 2% in May from a month earlier.",
        "Exports of Spain rose 7% in May from a year earlier.",
        id="month and year before",
    ),
    pytest.param(
        "Exports of Spain rose 2% month on month.",
        "Exports of Spain rose 7% year on year.",
        id="on month and on year",
    ),
    pytest.param(
        "Revenue of Tavi Steel was $4 billion in the three months to June.",
        "Revenue of Tavi Steel was $9 billion in the six months to June.",
        id="three months and six",
    ),
    pytest.param(
        "Sales of Tavi Steel in the second quarter rose 4%.",
        "Sales of Tavi Steel in the first half rose 7%.",
        id="quarter and half",
    ),
    pytest.param(
        "Shares of Tavi Steel fell 3% on Monday.",
        "Shares of Tavi Steel have fallen 30% this year.",
        id="day and year",
    ),
    pytest.param(
        "Cholera has killed 420 people since January.",
        "Cholera killed 13 people on Monday.",
        id="all so far and a day",
    ),
    pytest.param(
        "The bank has 300 branches.",
        "The bank will close 40 branches.",
        id="has and closes",
    ),
    pytest.param(
        "Tavi Steel employs 12,000 people.",
        "Tavi Steel hired 300 people.",
        id="employs and hired",
    ),
    pytest.param(
        "The first blast killed three people.",
        "The second blast killed five people.",
        id="first and second",
    ),
    pytest.param(
        "Tavi Steel's fiscal first-quarter revenue was $4 billion.",
        "Tavi Steel's revenue in the first calendar quarter was $5 billion.",
        id="fiscal and calendar",
    ),
    pytest.param(
        "Brent crude fell to $71 a barrel.",
        "US crude fell to $67 a barrel.",
        id="two oils",
    ),
    pytest.param(
        "Shares of Tavi Steel fell 3% in early trading.",
        "Shares of Tavi Steel fell 5% by the close.",
        id="two moments of trading",
    ),
    pytest.param(
        "Men earned $52,000 on average in 2030.",
        "Women earned $44,000 on average in 2030.",
        id="men and women",
    ),
]


@pytest.mark.parametrize(("a", "b"), TWO_WAYS)
def test_measured_in_two_ways(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.NONE


ONE_WAY = [
    pytest.param(
        "Core inflation in Spain was 2.2% in May.",
        "Core inflation in Spain was 2.9% in May.",
        id="core",
    ),
    pytest.param(
        "Tavi Steel posted a net profit of $4 billion for 2030.",
        "Tavi Steel posted a profit of $6 billion for 2030.",
        id="one side does not say which",
    ),
    pytest.param(
        "The average rent in Spain was $910 in May.",
        "The mean rent in Spain was $840 in May.",
        id="two words for one way",
    ),
    pytest.param(
        "Exports of Spain rose 2% in May from a year earlier.",
        "Exports of Spain rose 7% in May from a year ago.",
        id="one base",
    ),
    pytest.param(
        "Revenue of Tavi Steel was $4 billion in the three months to June.",
        "Revenue of Tavi Steel was $9 billion in the three months to June.",
        id="one span",
    ),
    pytest.param(
        "Sales of Tavi Steel in the second quarter rose 4%.",
        "Sales of Tavi Steel in the second quarter rose 7%.",
        id="one quarter",
    ),
    pytest.param(
        "Revenue of Tavi Steel was $9 billion in the second quarter of 2030.",
        "Revenue of Tavi Steel was $4 billion in 2030.",
        id="more in a quarter than in its year",
    ),
    pytest.param(
        "Shares of Tavi Steel fell 3% on Monday.",
        "Shares of Tavi Steel fell 5% on Monday.",
        id="one day",
    ),
    pytest.param(
        "Cholera has killed 420 people since January.",
        "Cholera has killed 390 people since January.",
        id="all so far",
    ),
    pytest.param(
        "The bank will close 30 branches.",
        "The bank will close 40 branches.",
        id="closes",
    ),
    pytest.param(
        "The first blast killed three people.",
        "The first blast killed five people.",
        id="first",
    ),
    pytest.param(
        "Brent crude fell to $71 a barrel.",
        "Brent crude fell to $67 a barrel.",
        id="one oil",
    ),
    pytest.param(
        "Women earned $52,000 on average in 2030.",
        "Women earned $44,000 on average in 2030.",
        id="women",
    ),
]


@pytest.mark.parametrize(("a", "b"), ONE_WAY)
def test_measured_in_one_way(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.CONFLICTS
