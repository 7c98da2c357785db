"""More time expressions of news English: a second table, written like the first.

Sentences and day of publication are those of test_expressions.
"""

from __future__ import annotations

import pytest

from tests.unit.facets.expressions import rows, timexes

# The mill shut …
PAST = """
in the run-up to Christmas 2024 = 2024-12-25
at the weekend = 2025-W41-WE
on Friday last week = 2025-10-10
on Friday of last week = 2025-10-10
late last Friday = 2025-10-10
late last month = 2025-09
early last year = 2024
in mid last year = 2024
earlier in the month = 2025-10
earlier in the day = 2025-10-16
earlier on Friday = 2025-10-10
earlier Friday = 2025-10-10
within hours = PTXH
in recent months = PAST_REF
in the last few weeks = PXW
over the past decade and a half = P15Y
for the first time in 10 years = P10Y
for the first time since 2008 = 2008
for three days in a row = P3D
in the 2020s = 202
in the early nineties = 199
in the mid-19th century = 18
in 19th-century Paris = 18
between 1990 and 1995 = 1990/1995
in 1990-95 = 1990/1995
since the 1970s = 197
during the 2008-09 season = 2008/2009
in the 2023 financial year = 2023
in the financial year 2023-24 = 2023/2024
in the year ended March 2024 = P1Y 2024-03
in the half year to June = P6M 2025-06
in the six months ended June 30 = P6M 2025-06-30
in the nine months through September = P9M 2025-09
in the first three months of 2025 = P3M 2025
in the fourth quarter of last year = 2024-Q4
in last year's fourth quarter = 2024-Q4
in Q4 last year = 2024-Q4
in Q4 of 2024 = 2024-Q4
in Q4 = 2025-Q4
in 1H 2025 = 2025-H1
on Sept 11, 2001 = 2001-09-11
on the morning of Sept. 11 = 2025-09-11TMO
before dawn on Sunday = 2025-10-12TMO
shortly before midnight on Sunday = 2025-10-12T24:00
at around 3:15 p.m. local time on Sunday = 2025-10-12T15:15
at 03:15 UTC on 5 October = 2025-10-05T03:15
at 2.15pm BST on Sunday = 2025-10-12T14:15
at 6 p.m. (2200 GMT) on Sunday = 2025-10-12T18:00 2025-10-12T22:00
at 6 pm local time (2200 GMT) on Sunday = 2025-10-12T18:00 2025-10-12T22:00
on Sunday at 6 p.m. (2200 GMT) = 2025-10-12T18:00 2025-10-12T22:00
at 18:00 (1600 GMT) on Sunday = 2025-10-12T18:00 2025-10-12T16:00
at 4 p.m. Eastern time on Sunday = 2025-10-12T16:00
at 4 p.m. EDT Sunday = 2025-10-12T16:00
on 12 Oct. = 2025-10-12
on October the 12th = 2025-10-12
on Oct. 12-14 = 2025-10-12/2025-10-14
from Oct. 12 to 14 = 2025-10-12/2025-10-14
from 28 September to 3 October = 2025-09-28/2025-10-03
on Sept. 28 - Oct. 3 = 2025-09-28/2025-10-03
between 28 September and 3 October 2024 = 2024-09-28/2024-10-03
from 30 December 2024 to 2 January 2025 = 2024-12-30/2025-01-02
on the weekend of 4-5 October = 2025-W40-WE
on the weekend of Oct. 4 = 2025-W40-WE
in the week of Oct. 6 = 2025-W41
in the month of September = 2025-09
in the autumn of last year = 2024-FA
last summer = 2025-SU
over the summer = 2025-SU
over the winter of 2022-2023 = 2022-WI
over Christmas = 2024-12-25
two days after Christmas = 2024-12-27
a week before Christmas 2023 = 2023-12-18
the day after Thanksgiving 2023 = 2023-11-24
on New Year's Eve = 2024-12-31
the day before Easter 2024 = 2024-03-30
nearly 30 years ago = 1995
more than a century ago = 1925
18 months ago = 2024-04
90 days ago = 2025-07-18
one week ago = 2025-W41
yesterday morning = 2025-10-15TMO
yesterday at 5pm = 2025-10-15T17:00
on Wednesday, Oct. 15, at 7 p.m. = 2025-10-15T19:00
on 15 October 2025 at 19:00 = 2025-10-15T19:00
on 2025-10-15 at 19:00 = 2025-10-15T19:00
on 15-10-2025 = 2025-10-15
on 10/15/25 = 2025-10-15
from October 2024 to March 2025 = 2024-10/2025-03
in October 2024-March 2025 = 2024-10/2025-03
in Q1-Q3 2024 = 2024-Q1/2024-Q3
in July and August 2024 = 2024-07 2024-08
in July, August and September 2024 = 2024-07 2024-08 2024-09
on May 3 and June 7, 2024 = 2024-05-03 2024-06-07
in 2019 and again in 2021 = 2019 2021
by the early 1960s = 196
in the spring and summer of 2024 = 2024-SP 2024-SU
in early and mid-2024 = 2024
in late 2023 and early 2024 = 2023 2024
on Monday and again on Wednesday = 2025-10-13 2025-10-15
on Monday evening and Tuesday morning = 2025-10-13TEV 2025-10-14TMO
overnight on Sunday = 2025-10-12TNI
overnight Sunday = 2025-10-12TNI
on Sunday overnight = 2025-10-12TNI
late Sunday night = 2025-10-12TNI
in the predawn hours of Sunday = 2025-10-12TMO
on the afternoon of Sunday 5 October = 2025-10-05TAF
at the start of the week = 2025-W42
at the start of this year = 2025
towards the end of the 1980s = 198
during the third week of September = 2025-W38
in the final week of 2024 = 2024-W52
in the first days of September = 2025-09
"""

# The mill will reopen …
AHEAD = """
by 2030 = 2030
by the end of this decade = 202
by the end of the decade = 202
by next summer = 2026-SU
until 31 March 2026 = 2026-03-31
before the end of the month = 2025-10
later on Thursday = 2025-10-16
early next month = 2025-11
in late November = 2025-11
in the second week of November = 2025-W46
on the first Tuesday of November = 2025-11-04
next week on Tuesday = 2025-10-21
on Tuesday next week = 2025-10-21
on Tuesday of next week = 2025-10-21
on Tuesday week = 2025-10-28
in the next 48 hours = PT48H
within the next two weeks = P2W
over the coming months = FUTURE_REF
in the near future = FUTURE_REF
from 1 January = 2026-01-01
starting Nov. 3 = 2025-11-03
on 29 February 2028 = 2028-02-29
from Monday to Friday = 2025-10-20/2025-10-24
from Monday through Friday = 2025-10-20/2025-10-24
a fortnight on Friday = 2025-10-31
tomorrow morning at 9 = 2025-10-17T09:00
at 9 tomorrow morning = 2025-10-17T09:00
at 8:30 tonight = 2025-10-16T20:30
at 8 tonight = 2025-10-16T20:00
on Saturday, from 10 a.m. to 4 p.m. = 2025-10-18T10:00/2025-10-18T16:00
on Saturday between noon and 4 p.m. = 2025-10-18T12:00/2025-10-18T16:00
at noon tomorrow = 2025-10-17T12:00
by noon on Saturday = 2025-10-18T12:00
by midnight on Saturday = 2025-10-18T24:00
at 12:01 a.m. on Saturday = 2025-10-18T00:01
at 12 p.m. on Saturday = 2025-10-18T12:00
at the beginning of the next decade = 203
on the third Monday of next month = 2025-11-17
on Nov 3rd-5th = 2025-11-03/2025-11-05
no later than Nov. 3 = 2025-11-03
sometime in November = 2025-11
this Saturday and Sunday = 2025-10-18 2025-10-19
on Saturday or Sunday = 2025-10-18 2025-10-19
in the second half of next year = 2026-H2
in the 2026-27 school year = 2026/2027
in fiscal year 2027 = 2027
in the first quarter of fiscal 2026 = 2026-Q1
"""

# The talks lasted …
LENGTHS = """
one hour and 45 minutes = PT1H45M
2 hours, 30 minutes = PT2H30M
a decade and a half = P15Y
half a century = P50Y
a quarter century = P25Y
a quarter of a century = P25Y
three quarters of a century = P75Y
more than 100 years = P100Y
an entire week = P1W
a whole decade = P10Y
a single day = P1D
10-15 minutes = PT10M/PT15M
10 to 15 minutes = PT10M/PT15M
up to 72 hours = PT72H
six and a half months = P6.5M
nine-and-a-half years = P9Y6M
14 consecutive days = P14D
several decades = PXE
a couple of days = P2D
the whole night = P1D
one and a quarter hours = PT1H15M
a few hours = PTXH
an hour or two = PT1H
a day or two = P1D
a week or so = P1W
five or six weeks = P5W/P6W
"""

# What looks like a time and is none.
NONE = """
The vote was held on its 10th anniversary.
He stood on the eve of fame.
Each may go and each fall short.
The gene Oct4 and the gene SEPT9 were cut.
It was drawn by Dawn Weber.
Prior convictions and prior art count.
They ate at 8 of them.
Every second house was empty.
She read it in the small print.
They hope for the rest of it.
The upcoming vote is close.
The half of it is lost.
He came between one and two houses.
"""


@pytest.mark.parametrize(("phrase", "expected"), rows(PAST))
def test_past(phrase: str, expected: str) -> None:
    assert timexes(f"The mill shut {phrase}.") == expected


@pytest.mark.parametrize(("phrase", "expected"), rows(AHEAD))
def test_ahead(phrase: str, expected: str) -> None:
    assert timexes(f"The mill will reopen {phrase}.") == expected


@pytest.mark.parametrize(("phrase", "expected"), rows(LENGTHS))
def test_lengths(phrase: str, expected: str) -> None:
    assert timexes(f"The talks lasted {phrase}.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They won by 3 on Friday night.", "2025-10-10TNI"),
        ("He scored at 17 on Friday night.", "2025-10-10TNI"),
        ("A man of 20 died at 8 on Friday.", "2025-10-10"),
    ],
)
def test_a_number_beside_a_day_is_no_hour(text: str, expected: str) -> None:
    assert timexes(text) == expected


@pytest.mark.parametrize("text", NONE.strip().split("\n"))
def test_none(text: str) -> None:
    assert timexes(text) == ""
