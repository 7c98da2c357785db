"""Two forenames are one person's only where more than a few letters says so."""

import pytest

from claims.facets.forenames import Forenames, compare_forenames
from claims.lexicon.forenames import FEMININE, FORENAMES, SHORT_FORMS


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("jane", "jane", Forenames.SAME),
        ("j", "jane", Forenames.INITIAL),
        # spellings
        ("steven", "stephen", Forenames.ALIKE),
        ("catherine", "katherine", Forenames.ALIKE),
        ("christina", "kristina", Forenames.ALIKE),
        ("mohammed", "muhammad", Forenames.ALIKE),
        ("sergei", "sergey", Forenames.ALIKE),
        ("hasan", "hassan", Forenames.ALIKE),
        ("sara", "sarah", Forenames.ALIKE),
        ("katrin", "katryn", Forenames.ALIKE),
        # short forms
        ("tim", "timothy", Forenames.ALIKE),
        ("bob", "robert", Forenames.ALIKE),
        ("peggy", "margaret", Forenames.ALIKE),
        ("max", "maximilian", Forenames.ALIKE),
        # only alike
        ("kavan", "kelvin", Forenames.OPEN),
        ("tavis", "tovian", Forenames.OPEN),
        # two people
        ("k", "jane", Forenames.TWO),
        ("martin", "gavin", Forenames.TWO),
        ("omar", "samir", Forenames.TWO),
        ("will", "phil", Forenames.TWO),
        ("bob", "william", Forenames.TWO),
        ("anton", "arthur", Forenames.TWO),
        ("karin", "karim", Forenames.TWO),
        ("christian", "christina", Forenames.TWO),
        ("jan", "jean", Forenames.TWO),
        ("carl", "carol", Forenames.TWO),
        ("tavi", "pavi", Forenames.TWO),
        # a man's and a woman's
        ("paul", "paula", Forenames.TWO),
        ("simon", "simone", Forenames.TWO),
        ("daniel", "danielle", Forenames.TWO),
        ("mario", "maria", Forenames.TWO),
        ("tavo", "tava", Forenames.TWO),
    ],
)
def test_how_two_forenames_stand_to_each_other(one, other, expected):
    assert compare_forenames(one, other) == expected
    assert compare_forenames(other, one) == expected


def test_the_short_forms_are_of_one_forename_each():
    assert all(len(forms) > 1 for forms in SHORT_FORMS)
    assert all(FORENAMES & forms for forms in SHORT_FORMS)
    assert not FEMININE & FORENAMES
