"""Whom "the company", "he" and "the two sides" means, and where it stays open."""

from datetime import date

import pytest

from claims.extraction.statements import extract

DAY = date(2031, 3, 12)
VENNTEX = "Venntex Group opened a plant in Sweden in May."
TWO_FIRMS = "Venntex Group sued Harrow Ltd in May."
ADA = "Mayor Ada Quist spoke in Leeds on Monday."
OTTO = "Mayor Otto Brandt of Leeds met Governor Ada Quist on Monday."
TREASURY = "The Finance Ministry published a budget on Monday."
FINES = "A court fined the company $4 million."
TALKS = "France and Poland signed a treaty on Monday."


@pytest.fixture(scope="module")
def meant(nlp):
    """Words of the last sentence with the names that they stand for."""

    def of(*sentences, open=False):
        text = " ".join(sentences)
        last = extract(nlp, text, published=DAY, all_sentences=True)[-1]
        return {
            (last.text[each.start : each.end].lower(), each.name.partition(":")[2])
            for frame in last.frames
            for argument in frame.arguments
            for each in argument.references
            if each.open == open
        }

    return of


@pytest.mark.parametrize(
    ("before", "last", "expected"),
    [
        # A definite noun: the one body or person of the class.
        (VENNTEX, "The company lost $4 million.", {("the company", "venntex")}),
        (VENNTEX, "The firm lost $4 million.", {("the firm", "venntex")}),
        (VENNTEX, "The group lost $4 million.", {("the group", "venntex")}),
        (
            VENNTEX,
            "The company, which employs 900 people, lost $4 million.",
            {("the company", "venntex")},
        ),
        (
            VENNTEX,
            "A court fined the company $4 million.",
            {("the company", "venntex")},
        ),
        (
            "Venntex Group, a carmaker, sued Harrow Ltd in May.",
            "The carmaker lost $4 million.",
            {("the carmaker", "venntex")},
        ),
        (
            TREASURY,
            "The ministry cut spending.",
            {("the ministry", "finance ministry")},
        ),
        (ADA, "The mayor was arrested on Friday.", {("the mayor", "ada quist")}),
        (OTTO, "The mayor was arrested on Friday.", {("the mayor", "otto brandt")}),
        (OTTO, "The governor was arrested.", {("the governor", "ada quist")}),
        # A pronoun: the one person before, or the subject of the clause around.
        (ADA, "She was arrested on Friday.", {("she", "ada quist")}),
        (ADA, "Her house was searched.", {("her", "ada quist")}),
        (VENNTEX, "It employs 900 people.", {("it", "venntex")}),
        (VENNTEX, "Its operating loss was $4 million.", {("its", "venntex")}),
        # Who last did something together.
        (
            TALKS,
            "The two sides will cut tariffs.",
            {("the two sides", x) for x in ("fr", "pl")},
        ),
        (
            TALKS,
            "Both countries will ban coal.",
            {("both countries", x) for x in ("fr", "pl")},
        ),
        # What happened, by its place; whose office it is.
        (
            "A fire broke out in a hotel in Seoul.",
            "The fire killed 40 people.",
            {("the fire", "seoul, kr")},
        ),
        (
            "The mayor of Lyon resigned in May.",
            "The mayor was arrested on Friday.",
            {("the mayor", "lyon, fr")},
        ),
    ],
)
def test_one_name_fits(meant, before, last, expected):
    assert meant(before, last) == expected


@pytest.mark.parametrize(
    ("before", "last"),
    [
        # Two could be meant.
        (TWO_FIRMS, "The company lost $4 million."),
        (TWO_FIRMS, "Its operating loss was $4 million."),
        (
            "The Finance Ministry and the Health Ministry published a report.",
            "The ministry cut spending.",
        ),
        ("Ada Quist met Lena Orrik in Leeds.", "She was arrested on Friday."),
        ("Mayor Ada Quist met Mayor Otto Brandt.", "The mayor was arrested."),
        (f'{VENNTEX} "We lost," said Ada Quist of Harrow Ltd.', "The company fell."),
        # Somebody or something without a name.
        (f"{VENNTEX} A company in Oslo bought it.", "The company lost $4 million."),
        ("Ada Quist met a woman in Leeds.", "She was arrested on Friday."),
        # Of another sex, of another office.
        ("Mayor Anna Quist spoke in Leeds.", "He was arrested on Friday."),
        (ADA, "The governor was arrested on Friday."),
        ("Deputy Mayor Ada Quist spoke on Monday.", "The mayor was arrested."),
        # Nothing is pointed back to.
        # The sentence prints the name itself.
        (ADA, "Otto Brandt said he had met a lawyer."),
        (VENNTEX, "Harrow Ltd doubled its profit."),
        (VENNTEX, "A company lost $4 million."),
        (VENNTEX, "Another company lost $4 million."),
        (VENNTEX, "The company of the year lost $4 million."),
        (VENNTEX, "The oil company Harrow lost $4 million."),
        (VENNTEX, "The company Harrow Ltd lost $4 million."),
        (VENNTEX, "The parent company lost $4 million."),
        (VENNTEX, "The company sued Venntex Group."),
        (VENNTEX, "It rained in Oslo on Monday."),
        (VENNTEX, "It is likely that prices rise."),
        (VENNTEX, "It took two days to put out the fire."),
        (VENNTEX, '"The company lost $4 million," a banker said.'),
        (ADA, '"She was arrested on Friday," a banker said.'),
        (ADA, "Two sides of the house were painted."),
        (VENNTEX, "The two sides will cut tariffs."),
        ("A fire broke out in a hotel in Seoul.", "A fire killed 40 people."),
        ("A fire broke out in a hotel in Seoul.", "The flood killed 40 people."),
    ],
)
def test_nothing_is_taken_for_sure(meant, before, last):
    assert meant(before, last) == set()


def test_who_was_she_once_is_not_he_later(meant):
    told = ("Bo Quist spoke in Leeds.", "She smiled.")
    assert meant(*told, "She left.") == {("she", "bo quist")}
    assert meant(*told, "He left.") == set()


@pytest.mark.parametrize(
    ("before", "last", "expected"),
    [
        (TWO_FIRMS, "The company lost $4 million.", {"venntex", "harrow"}),
        (f"{VENNTEX} A company bought it.", "The company lost $4 million.", set()),
        (VENNTEX, "A company lost $4 million.", set()),
    ],
)
def test_those_that_may_be_meant(meant, before, last, expected):
    assert {name for _, name in meant(before, last, open=True)} == expected


def test_an_open_name_is_none_of_the_argument(nlp):
    text = f"{TWO_FIRMS} The company lost $4 million."
    last = extract(nlp, text, published=DAY, all_sentences=True)[-1]
    assert not any(a.names for frame in last.frames for a in frame.arguments)


def test_a_name_that_is_meant_is_one_of_the_argument(nlp):
    text = f"{VENNTEX} The company lost $4 million."
    last = extract(nlp, text, published=DAY, all_sentences=True)[-1]
    agents = [a for frame in last.frames for a in frame.arguments if a.role == "agent"]
    assert {a.names for a in agents} == {("organisation:venntex",)}
