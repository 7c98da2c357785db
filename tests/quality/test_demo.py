"""The demo newsroom: what it shows at once, and that nothing in it is known by
heart.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from claims.engine import load_engine
from claims.facets.types import Kind, Level
from claims.linkage.types import Relation

DEMO = Path(__file__).resolve().parents[2] / "claims" / "demo"

# Every name, number, date and product of the demo, and another of its kind. Dates move
# by ten weeks, so that weekdays stay.
WEEKS = timedelta(weeks=10)
OTHERS = {
    "Asia Business Daily": "Nordic Trade Post",
    "Export Compliance Daily": "Customs Weekly Review",
    "Observer Network": "Harbour Journal",
    "AsianFin": "AlpenWire",
    "Financial Times": "Baltic Courier",
    "The Wall Street Journal": "The Lisbon Gazette",
    "Bloomberg TV": "Channel Nine TV",
    "Truth Social": "Open Square",
    "CNBC": "BBC",
    "Reuters": "Interfax",
    "National Economic Council": "National Transport Council",
    "China's Commerce Ministry": "India's Energy Ministry",
    "Commerce Secretary": "Energy Secretary",
    "Treasury Secretary": "Defense Secretary",
    "The Trump administration": "The Morgan administration",
    "President Trump": "President Morgan",
    "Trump wrote": "Morgan wrote",
    "Xi Jinping": "Arun Patel",
    "President Xi": "President Patel",
    "He Lifeng": "Ravi Sharma",
    "Kavit Hassett": "Kalvin Brandt",
    "Kevin Hassett": "Kelvin Brandt",
    "Hassett": "Brandt",
    "Scott Besant": "Peter Harman",
    "Scott Bessent": "Peter Harmann",
    "Howard Lutnick": "Oscar Wendell",
    "Nvidia": "Siemens",
    "H20": "V70",
    "H2O": "V7O",
    "the United States": "France",
    "The United States": "France",
    "American": "French",
    "US export": "French export",
    "US hints": "France hints",
    "Washington": "Paris",
    "Chinese": "Indian",
    "China": "India",
    "Beijing": "Delhi",
    "London": "Rome",
    "Geneva": "Vienna",
    "rare earth magnets": "lithium cells",
    "rare earths": "lithium salts",
    "rare earth": "lithium salt",
    "$8 billion": "$9 billion",
    "$2.5 billion": "$3.5 billion",
    "90%": "80%",
    "one-hour": "two-hour",
    "one and a half hours": "three and a half hours",
    "June 9 to 10": "August 18 to 19",
    "June 20": "August 29",
    "June 9": "August 18",
    "June 6": "August 15",
    "June 5": "August 14",
    "April 15": "June 24",
    "mid-April": "late June",
    "in May": "in July",
    "in June": "in August",
    "the 9th": "the 18th",
    "the 15th": "the 23rd",
    "first-quarter": "second-quarter",
    "first quarter": "second quarter",
    "second quarter": "third quarter",
}
PATTERN = re.compile(
    "|".join(re.escape(words) for words in sorted(OTHERS, key=len, reverse=True))
)


def reports(change=lambda text: text, shift=timedelta()):
    """(file, text, publication day) of the demo, its words changed by a function."""
    with (DEMO / "manifest.jsonl").open(encoding="utf-8") as manifest:
        rows = [json.loads(line) for line in manifest]
    return [
        (
            row["file"],
            change((DEMO / row["file"]).read_text(encoding="utf-8")),
            date.fromisoformat(row["published"][:10]) + shift,
        )
        for row in rows
    ]


def other_names(text):
    return PATTERN.sub(lambda match: OTHERS[match[0]], text)


def related(texts):
    """{(file, nth sentence, file, nth sentence): decision} of all related pairs."""
    engine = load_engine()
    statements = [
        (file, number, record)
        for file, text, day in texts
        for number, record in enumerate(engine.extract(text, published=day))
    ]
    found = {}
    for at, (file, number, record) in enumerate(statements):
        for other_file, other_number, other in statements[:at]:
            if file != other_file:
                decision = engine.relate(other, record)
                if decision.relation != Relation.NONE:
                    found[other_file, other_number, file, number] = decision
    return found


@pytest.fixture(scope="module")
def demo():
    return related(reports())


def comparisons(decisions):
    return [
        (c.kind, c.level, c.a.text, c.b.text)
        for d in decisions.values()
        for c in d.comparisons
        if c.a and c.b
    ]


@pytest.mark.parametrize(
    ("kind", "level", "values"),
    [
        (Kind.DATE, Level.CONFLICT, {"June 6", "June 5"}),
        (Kind.DATE, Level.CONFLICT, {"June 6", "last Thursday"}),
        (Kind.DATE, Level.AGREE, {"June 5", "last Thursday"}),
        (Kind.DURATION, Level.CONFLICT, {"one-hour", "one and a half hours"}),
        (Kind.AMOUNT, Level.CONFLICT, {"$8 billion", "$2.5 billion"}),
        (Kind.PERSON, Level.NAMING_VARIANT, {"Kavit Hassett", "Kevin Hassett"}),
        (Kind.PERSON, Level.NAMING_VARIANT, {"Scott Besant", "Scott Bessent"}),
        (Kind.PRODUCT, Level.NAMING_VARIANT, {"H20", "H2O"}),
        (Kind.POLARITY, Level.UPDATED, {"banned", "allowed"}),
        (Kind.PERCENT, Level.REFINES, {"90%", "most"}),
    ],
)
def test_what_the_demo_shows(demo, kind, level, values):
    found = [{a, b} for k, at, a, b in comparisons(demo) if (k, at) == (kind, level)]
    assert values in found


def test_every_conflict_of_the_demo_is_one(demo):
    conflicts = {
        frozenset((a, b))
        for kind, level, a, b in comparisons(demo)
        if level == Level.CONFLICT
    }
    assert conflicts == {
        frozenset({"June 6", "June 5"}),
        frozenset({"June 6", "last Thursday"}),
        frozenset({"one-hour", "one and a half hours"}),
        frozenset({"$8 billion", "$2.5 billion"}),
    }


def test_the_same_day_turns_the_conflict_into_a_corroboration(demo):
    changed = related(reports(lambda text: text.replace("June 6", "June 5")))
    of_the_day = [
        pair
        for pair, decision in demo.items()
        if any(
            c.kind == Kind.DATE and c.level == Level.CONFLICT
            for c in decision.comparisons
        )
    ]
    assert of_the_day
    assert {changed[pair].relation for pair in of_the_day} == {Relation.CORROBORATES}


def test_other_names_numbers_dates_and_products_give_the_same_relations(demo):
    changed = related(reports(other_names, WEEKS))
    assert {pair: d.relation for pair, d in changed.items()} == {
        pair: d.relation for pair, d in demo.items()
    }
