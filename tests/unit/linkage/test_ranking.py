"""Which candidates come first: what is shared, never what the values are."""

from dataclasses import replace

import pytest

from claims.linkage.ranking import (
    Glance,
    Glances,
    about_the_same,
    likeliest,
    likeness,
)
from claims.linkage.spelling import spellings
from tests.unit.linkage.made import person, record

QUERY = record("Orla Venn opened the Halden bridge.", person("orla venn"))
SAME = record("The Halden bridge was opened by Orla Venn.", person("orla venn"))
SAME_PLACE = record("The Halden bakery burned down.")
OTHER = record("Snow fell in the hills.")


def test_the_same_story_is_more_alike_than_the_same_place_than_another():
    scores = [likeness(QUERY, other) for other in (SAME, SAME_PLACE, OTHER)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("other", [QUERY, SAME, SAME_PLACE, OTHER, record("")])
def test_likeness_is_a_symmetric_share(other):
    assert 0 <= likeness(QUERY, other) <= 1
    assert likeness(QUERY, other) == pytest.approx(likeness(other, QUERY))


def test_a_statement_is_most_like_itself():
    assert likeness(QUERY, QUERY) == pytest.approx(1)
    assert all(likeness(QUERY, other) < 1 for other in (SAME, SAME_PLACE, OTHER))


def test_another_spelling_still_looks_alike():
    one = record("Kavin Dolberg resigned on Monday.", person("kavin dolberg"))
    other = record("Kevin Dolberg resigned on Monday.", person("kevin dolberg"))
    far = record("Inga Ostermann resigned on Monday.", person("inga ostermann"))
    assert likeness(one, other) > likeness(one, far)


VENN, RUSK, ORRIK = "person:orla venn", "person:tavi rusk", "person:lena orrik"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((VENN, RUSK), (VENN, RUSK), True),
        ((VENN, RUSK, ORRIK), (RUSK, VENN), True),
        ((VENN, RUSK), (VENN, ORRIK), False),
        ((VENN,), (VENN, ORRIK), True),
        ((VENN,), (ORRIK,), False),
        ((), (VENN, RUSK), True),
        ((), (), True),
    ],
)
def test_articles_about_the_same_names_may_be_one_story(one, other, expected):
    assert about_the_same(frozenset(one), frozenset(other)) is expected
    assert about_the_same(frozenset(other), frozenset(one)) is expected


def glance(text, *names):
    return Glance(text, record(text).lemmas, names)


def seen(one, *others):
    return Glances(dict(enumerate([one, *others])))


def worth(one, *others):
    found = seen(one, *others).worth(0, range(1, len(others) + 1))
    return [number in found for number in range(1, len(others) + 1)]


def likeliest_of(statement, others, most):
    letters = spellings(statement.text, [other.text for other in others])
    return likeliest(statement, others, letters, most)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (QUERY.text, SAME.text, True),
        (QUERY.text, QUERY.text, True),
        ("Kavin Dolberg resigned.", "Kevin Dolberg has resigned on Monday.", True),
        ("A ferry sank in a storm off Halden.", "Two ferries sank in storms.", True),
        (QUERY.text, OTHER.text, False),
        ("Copper cost more than ever before.", "A ferry ran aground in fog.", False),
        (  # letters of common words alone
            "A court in Halden fined the brewery of a smuggler over the fire.",
            "The court of appeal in Wesford heard the owner of the ferry.",
            False,
        ),
        ("", "", False),
    ],
)
def test_a_glance_throws_out_what_shares_little_wording(a, b, expected):
    assert worth(glance(a, VENN), glance(b, ORRIK)) == [expected]
    assert worth(glance(b, ORRIK), glance(a, VENN)) == [expected]
    assert seen(glance(a), glance(b)).worded_alike(0, [1]) == [1] * expected


def test_wording_does_not_matter_in_articles_about_the_same_names():
    others = [glance(OTHER.text, RUSK, VENN), glance(OTHER.text, ORRIK, VENN)]
    assert worth(glance(QUERY.text, VENN, RUSK), *others) == [True, False]
    assert worth(glance(QUERY.text), *others) == [True, True]
    assert seen(glance(QUERY.text), *others).worded_alike(0, [1, 2]) == []


def test_a_glance_tells_how_alike_two_are_spelled():
    texts = [SAME.text, QUERY.text, OTHER.text, ""]
    glances = seen(*[glance(text, VENN) for text in (QUERY.text, *texts)])
    assert glances.worth(0, [1, 2, 3, 4]) == dict(
        enumerate(spellings(QUERY.text, texts), start=1)
    )
    assert glances.worth(2, [3]) == {3: spellings(QUERY.text, [OTHER.text])[0]}


@pytest.mark.parametrize("others", [[], [7], [7, 8]])
def test_what_is_not_there_is_not_looked_at(others):
    glances = seen(glance(QUERY.text, VENN), glance(SAME.text, VENN))
    assert glances.worth(0, others) == {}
    assert glances.worded_alike(0, others) == []
    assert glances.worth(0, [*others, 1]).keys() == {1}
    assert glances.worded_alike(0, [*others, 1]) == [1]


@pytest.mark.parametrize(
    ("most", "expected"), [(4, [1, 2, 3]), (3, [1, 2, 3]), (2, [3, 1]), (1, [3])]
)
def test_the_most_alike_where_there_are_too_many(most, expected):
    query = replace(QUERY, context=(VENN,))
    others = [replace(r, context=(RUSK,)) for r in (OTHER, SAME, SAME_PLACE, QUERY)]
    assert likeliest_of(query, others, most) == expected


def test_nothing_is_thrown_out_of_an_article_about_the_same_names():
    assert likeliest_of(QUERY, [OTHER], 1) == [0]
