"""Time expressions of news English, each with the TIMEX3 value that a reader gives it.

Most of the table was written before the grammar was run on it. Every article was
published on Thursday 16 October 2025. Several values are several expressions; a range
has both of its ends.
"""

from __future__ import annotations

import pytest

from tests.unit.facets.expressions import rows, timexes

# The mill shut …
PAST = """
on 4 November 2016 = 2016-11-04
on the fourth of November 2016 = 2016-11-04
on 4th September = 2025-09-04
on Sept. 4 = 2025-09-04
on Thursday 4 September = 2025-09-04
on Thursday, 4th September 2025 = 2025-09-04
on Sunday the 5th = 2025-10-05
on the 5th of this month = 2025-10-05
on the 21st of last month = 2025-09-21
on 31/12/2024 = 2024-12-31
on 12/31/2024 = 2024-12-31
on 31.12.2024 = 2024-12-31
on 31 Dec 2024 = 2024-12-31
on 31-Dec-2024 = 2024-12-31
on Dec 31st, 2024 = 2024-12-31
on December 31 last year = 2024-12-31
on 31 December of last year = 2024-12-31
in the week of 3 June = 2025-W23
in the week beginning 1 September = 2025-W36
in the week starting Sept. 1 = 2025-W36
in the week commencing 1 September 2025 = 2025-W36
in the week ending 7 September = P1W 2025-09-07
in the week ended Sept. 6 = P1W 2025-09-06
in the early hours of Friday = 2025-10-10TMO
in the small hours of Friday = 2025-10-10TMO
at dawn on Friday = 2025-10-10TMO
at dusk on 5 October = 2025-10-05TEV
late on Friday = 2025-10-10
early on Friday morning = 2025-10-10TMO
late on Friday night = 2025-10-10TNI
on the evening of 5 October = 2025-10-05TEV
on the night of 5 October = 2025-10-05TNI
on Friday evening = 2025-10-10TEV
on Friday at noon = 2025-10-10T12:00
at midday on Friday = 2025-10-10T12:00
between 2 and 3 pm on Tuesday = 2025-10-14T14:00/2025-10-14T15:00
at 7.30pm on Friday = 2025-10-10T19:30
at 1930 GMT on Friday = 2025-10-10T19:30
at 19:30 CET on 5 October = 2025-10-05T19:30
at 7pm local time on Friday = 2025-10-10T19:00
at 9 o'clock on Friday night = 2025-10-10T21:00
at 8 on Friday morning = 2025-10-10T08:00
at eight on Friday morning = 2025-10-10T08:00
shortly after 8 a.m. on Friday = 2025-10-10T08:00
around 11:45pm Friday = 2025-10-10T23:45
at 18h30 on Friday = 2025-10-10T18:30
at a quarter past six on Friday = 2025-10-10T06:15
at half past seven on Friday evening = 2025-10-10T19:30
the day before yesterday = 2025-10-14
a week ago today = 2025-10-09
a year ago today = 2024-10-16
two years ago today = 2023-10-16
this time last year = 2024
a fortnight ago = 2025-W40
a month ago = 2025-09
six months ago = 2025-04
a decade ago = 2015
some 40 years ago = 1985
just over two years ago = 2023
a year and a half ago = 2024-04
two and a half years ago = 2023-04
half a century ago = 1975
a quarter of a century ago = 2000
a couple of weeks ago = 2025-W40
in the past 24 hours = PT24H
in the past 12 months = P12M
over the last decade = 201
in the last fiscal year = 2024
in the spring of 2021 = 2021-SP
in spring 2021 = 2021-SP
last winter = 2024-WI
in the winter of 2023-24 = 2023-WI
in winter 2023/24 = 2023-WI
in late summer 2024 = 2024-SU
in early June 2024 = 2024-06
at the start of June = 2025-06
towards the end of September = 2025-09
in the middle of August = 2025-08
in late-September = 2025-09
at the beginning of last month = 2025-09
in the first week of September = 2025-W36
in the last week of August = 2025-W35
on the last day of August = 2025-08-31
on the final day of 2024 = 2024-12-31
on the first Monday in September = 2025-09-01
on the last Friday of August = 2025-08-29
on the third Thursday of last month = 2025-09-18
from June to August 2024 = 2024-06/2024-08
in June-August 2024 = 2024-06/2024-08
between June and August = 2025-06/2025-08
from June 2023 to August 2024 = 2023-06/2024-08
in June, July and August = 2025-06 2025-07 2025-08
in the second half of May = 2025-05
in the first half of September 2024 = 2024-09
in mid-2024 = 2024
in the middle of 2024 = 2024
in the latter part of 2024 = 2024
in the early part of 2024 = 2024
at end-2024 = 2024
at year-end 2024 = 2024-12-31
at the end of last year = 2024
in the last quarter of 2019 = 2019-Q4
in Q3 FY25 = 2025-Q3
in Q3 of fiscal 2025 = 2025-Q3
in the third fiscal quarter of 2025 = 2025-Q3
in 3Q25 = 2025-Q3
in Q3'24 = 2024-Q3
in H2 2024 = 2024-H2
in 2H24 = 2024-H2
in the second half of last year = 2024-H2
in the first half of this year = 2025-H1
in the second and third quarters of 2024 = 2024-Q2/2024-Q3
in the July-September quarter = 2025-07/2025-09
in fiscal 2024 = 2024
in the 2024 fiscal year = 2024
in the 2024/25 season = 2024/2025
in 2019 and 2020 = 2019 2020
in 2019, 2020 and 2021 = 2019 2020 2021
from 2019 to 2021 = 2019/2021
in 2019-21 = 2019/2021
in the years 1914-18 = 1914/1918
in the year 2000 = 2000
circa 1850 = 1850
in 1066 = 1066
in the late 1990s = 199
in the mid-'80s = 198
in the '80s = 198
in the early 2000s = 200
in the late 19th century = 18
in the early twentieth century = 19
on New Year's Day 2024 = 2024-01-01
on Christmas Eve 2021 = 2021-12-24
on Boxing Day 2023 = 2023-12-26
on the Fourth of July = 2025-07-04
on Good Friday 2024 = 2024-03-29
on Easter Monday 2024 = 2024-04-01
on Ascension Day 2024 = 2024-05-09
on Father's Day 2024 = 2024-06-16
on All Saints' Day 2023 = 2023-11-01
on Remembrance Sunday 2023 = 2023-11-12
on Anzac Day 2024 = 2024-04-25
on Shrove Tuesday 2024 = 2024-02-13
on St Patrick's Day 2024 = 2024-03-17
on Thanksgiving 2023 = 2023-11-23
on Saturday 11 = 2025-10-11
on Friday 23, they said = 2025-10-10
on 2025/Sep/04 = 2025-09-04
at the close of 2019 = 2019
in the prior quarter = 2025-Q3
in the prior year = 2024
in the prior three months = P3M
last evening = 2025-10-15TEV
from nine in the morning until 5pm = 2025-10-16T09:00/2025-10-16T17:00
from 10am through 12pm on Friday = 2025-10-10T10:00/2025-10-10T12:00
from 9:30 to 3:00 on Friday = 2025-10-10T09:30/2025-10-10T15:00
from 10 a.m. for three hours = 2025-10-16T10:00/2025-10-16T13:00 PT3H
for two hours from 2pm on Friday = PT2H 2025-10-10T14:00/2025-10-10T16:00
on Monday, Tuesday and Wednesday = 2025-10-13 2025-10-14 2025-10-15
the night before the fair = XXXX-XX-XX
"""

# The mill will reopen …
AHEAD = """
from the 4th through the 9th of November = 2025-11-04/2025-11-09
from 4 to 9 November = 2025-11-04/2025-11-09
on November 4, 5 and 6 = 2025-11-04/2025-11-06
on 4 and 5 November = 2025-11-04/2025-11-05
on Friday 24 October at 10.30am = 2025-10-24T10:30
on Monday week = 2025-10-27
a week on Monday = 2025-10-27
a week from Monday = 2025-10-27
three weeks from Monday = 2025-11-10
a week from today = 2025-10-23
two weeks from today = 2025-10-30
the day after tomorrow = 2025-10-18
tomorrow at noon = 2025-10-17T12:00
tomorrow night = 2025-10-17TNI
10 days from now = 2025-10-26
two months hence = 2025-12
in three days' time = 2025-10-19
in two weeks' time = 2025-W44
in a year's time = 2026
in the coming 10 days = P10D
over the next ten days = P10D
within 48 hours = PT48H
this coming Friday = 2025-10-17
the coming weekend = 2025-W42-WE
in the upcoming quarter = 2026-Q1
on Monday, Wednesday or Friday = 2025-10-20 2025-10-22 2025-10-17
from 6 p.m. on Friday until 6 a.m. on Monday = 2025-10-17T18:00/2025-10-20T06:00
tonight at 8 = 2025-10-16T20:00
at five-thirty tomorrow evening = 2025-10-17T17:30
on Monday the twentieth = 2025-10-20
for the rest of the year = 2025
in the last month of next year = 2026-12
between 0900 and 1000 GMT tomorrow = 2025-10-17T09:00/2025-10-17T10:00
two weeks after New Year = 2026-01-15
by the end of 2026 = 2026
by end-June 2026 = 2026-06
by mid-November = 2025-11
by the middle of next year = 2026
in early 2026 = 2026
next spring = 2026-SP
in the first quarter of next year = 2026-Q1
in the first half of 2026 = 2026-H1
on January 5 next year = 2026-01-05
the week after next = 2025-W44
next Thursday afternoon = 2025-10-23TAF
later this month = 2025-10
later this year = 2025
in 2027 or 2028 = 2027 2028
between 2027 and 2030 = 2027/2030
in the 2030s = 203
"""

# The talks lasted …
LENGTHS = """
a year and a half = P1Y6M
two and a half years = P2Y6M
18 months = P18M
three-and-a-half hours = PT3H30M
2½ hours = PT2H30M
an hour and three quarters = PT1H45M
two hours and 15 minutes = PT2H15M
1 hour 20 minutes = PT1H20M
2 hr 15 min = PT2H15M
a hundred days = P100D
nearly two centuries = P200Y
two or three days = P2D/P3D
between two and three weeks = P2W/P3W
one to two years = P1Y/P2Y
nine months and three days = P9M3D
a full three weeks = P3W
six straight days = P6D
24 consecutive hours = PT24H
several hours = PTXH
half a year = P6M
a quarter of an hour = PT15M
three quarters of an hour = PT45M
45 mins = PT45M
a week and a half = P1.5W
the three months to September = P3M 2025-09
the year to March = P1Y 2025-03
two-and-a-half weeks = P2.5W
"""

# The mill opens …
RECURRING = """
every Tuesday = XXXX-WXX-2
on Tuesdays and Thursdays = XXXX-WXX-2 XXXX-WXX-4
every second Tuesday = XXXX-WXX-2
every four years = P4Y
every six months = P6M
each year = P1Y
twice a week = P1W
three times a month = P1M
once a year = P1Y
several times per month = P1M
every summer = XXXX-SU
every morning = XXXX-XX-XXTMO
every June = XXXX-06
every Christmas = XXXX-12-25
at half past seven in the evening = 2025-10-16T19:30
at a quarter to nine = 2025-10-16T08:45
at twenty past eight = 2025-10-16T08:20
at 19.30 BST = 2025-10-16T19:30
at noon = 2025-10-16T12:00
"""

# Whole sentences: what is told counts from another date.
TOLD = """
On 3 October it shut. Three days later it burned. = 2025-10-03 2025-10-06
It shut in 2015 and reopened two years later. = 2015 2017
It shut on 3 October and reopened the following Monday. = 2025-10-03 2025-10-06
It shut on 3 October. The night before, it rained. = 2025-10-03 2025-10-02TNI
It shut on 3 October. That same evening it burned. = 2025-10-03 2025-10-03TEV
It shut on 3 October. The previous evening was calm. = 2025-10-03 2025-10-02TEV
It shut on 3 October. Two days before, it rained. = 2025-10-03 2025-10-01
It shut in May 2024. A month later it burned. = 2024-05 2024-06
It shut in May 2024 and opened the month after. = 2024-05 2024-06
"""

# What looks like a time and is none.
NONE = """
We sold H20 chips to them.
It cost 2019 euros.
An A-10 flew over the mill.
She may march with them.
There was a spring in its step.
The fall of the wall was loud.
They drove along Route 66.
It came in second place.
Flight 1230 was empty.
The Boeing 747 landed.
They met in room 2019.
Jan Novak met August Weber.
May said she was glad.
The crew sat down and were wed.
The third party paid for it.
They won 10-7 and lost 3-2.
Some 1,950 people came.
It takes five to six people.
The odds were ten to one.
The mar of the paint was fixed.
He got a second chance.
The Minute Maid stand was shut.
He was first to go.
The dec was cleaned.
She was on "60 Minutes" again.
They met at eight thirty people a day.
It was second and third class.
They paid 10 to 12 of them.
It is half of what they had.
They ran in single file.
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


@pytest.mark.parametrize(("phrase", "expected"), rows(RECURRING))
def test_recurring(phrase: str, expected: str) -> None:
    assert timexes(f"The mill opens {phrase}.") == expected


@pytest.mark.parametrize(("text", "expected"), rows(TOLD))
def test_told(text: str, expected: str) -> None:
    assert timexes(text) == expected


@pytest.mark.parametrize("text", NONE.strip().split("\n"))
def test_none(text: str) -> None:
    assert timexes(text) == ""
