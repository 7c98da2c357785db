"""Looking rules up by the words that they need."""

from __future__ import annotations

import pytest

from claims.facets.clues import words
from claims.facets.date_clues import Index
from claims.facets.date_scan import INDEX, RULES, scan
from claims.facets.date_terms import Rule

# At least one for every rule.
PHRASES = """
2025-06-05 · June 5, 2025 · the 5th of June · 22/Jan/2019 · Sep-23-2020 · 23.04.2022
5/6/2025 · on 5/6 · on the 9th · in mid-April · April-2024 · in 2019 · early 2019
FY24 · nineteen seventy-nine · Saturday 14th · Friday mornings · last Monday
the 1990s · the nineties · the 11th century · the first quarter · Q1 2025 · 2025-Q1
the first half of 2025 · first-half sales · H1 2025 · 2025-H1 · the summer of 2024
Labor Day weekend · the same quarter last year
June 9-10 · 9 to 10 June · from the 9th to the 10th · 2019-2021
from 9 to 11 a.m. · from 9:30 to 10:45 · half past seven · 7 in the evening
17.30 GMT · 1140 a.m. · 10 a.m. ET · ten p.m. · 14:30 · 0800 GMT · 4 o'clock · noon
overnight · in the morning · mid afternoon · night
earlier this week · late last year · the week after next · year to date · yesterday
this morning · two weeks ago · two days from tomorrow · that day · the next day
the day before · for the year ended · high of the year · a year-earlier profit
the quarter · the weekend · the latest year · the end of the year · year-end
later in the day · the past two months · the 13 last minutes · the past decade
the first week of July · the week of June 9 · week 3 of 2027 · recent weeks · now
the largest to date · every other Friday · every two days · daily · paid quarterly
two to three weeks · several days · for years · weeks-long · for an hour
three quarters of an hour · an hour and a half · another day · half an hour
all day · weeklong · 1h30m
the early hours · at dawn · 3Q25 · the second and third quarters · before New Year
it is due Monday week · tonight at 8 · at 18h30 · at five-thirty · between 0730 and 0930
in three days' time · the hearing is due a week on Monday · the rest of the year
between two and three weeks · every June · twice a week · on Saturday 18
2019/Aug/01 · Monday the twentieth
"""
ALL = [phrase for line in PHRASES.split("\n") for phrase in line.split(" · ") if phrase]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one b", ("first",)),
        ("two c b", ("second", "third")),
        ("one", ()),
        ("nothing of it", ()),
    ],
)
def test_index(text: str, found: tuple[str, ...]) -> None:
    index = Index(
        [
            ("first", (words("one"), words("b"))),
            ("second", (words("two three"), words("b c"))),
            ("third", (words("c"),)),
        ]
    )
    assert index.matching(text) == found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.pattern.pattern[:40])
def test_every_rule_is_looked_up_where_it_matches(rule: Rule) -> None:
    matching = [
        phrase
        for phrase in ALL
        if any(rule.build(match) for match in rule.pattern.finditer(phrase))
    ]
    assert matching
    assert [phrase for phrase in matching if rule not in INDEX.matching(phrase)] == []


@pytest.mark.parametrize("text", ["The mill stood by the river.", "", "We saw X-ray."])
def test_a_text_without_clues_holds_no_date(text: str) -> None:
    assert scan(text, None) == ()
