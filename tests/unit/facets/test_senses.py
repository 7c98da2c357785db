"""How the senses of two words stand to each other."""

import pytest

from claims.facets.senses import (
    ADJECTIVE,
    ADVERB,
    NOUN,
    VERB,
    Sense,
    domain,
    is_concrete,
    is_kind_of,
    lemmas,
    parts,
    related,
    synonyms,
)


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("stop", VERB, ("stop",)),
        ("stopped", VERB, ("stop",)),
        ("making", VERB, ("make",)),
        ("agreed", VERB, ("agree",)),
        ("went", VERB, ("go",)),
        ("saw", VERB, ("see", "saw")),
        ("cities", NOUN, ("city",)),
        ("boxes", NOUN, ("box",)),
        ("wolves", NOUN, ("wolf",)),
        ("policemen", NOUN, ("policeman",)),
        ("geese", NOUN, ("goose",)),
        ("largest", ADJECTIVE, ("large",)),
        ("bigger", ADJECTIVE, ("big", "bigger")),
        ("quickly", ADVERB, ("quickly",)),
        ("quickly", ADJECTIVE, ()),
        ("city", VERB, ()),
        ("glass", NOUN, ("glass",)),
        ("the", NOUN, ()),
        ("mayor's", NOUN, ()),
        ("Mayor", NOUN, ()),
        ("quibbets", NOUN, ()),
        ("s", VERB, ()),
        ("", NOUN, ()),
    ],
)
def test_what_a_word_may_be_a_form_of(word, pos, expected):
    assert lemmas(word, pos) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fire", (NOUN, VERB)),
        ("mills", (NOUN, VERB)),
        ("ablaze", (ADJECTIVE,)),
        ("quickly", (ADVERB,)),
        ("the", ()),
        ("of", ()),
        ("quibbet", ()),
        ("", ()),
    ],
)
def test_parts_of_speech(word, expected):
    assert parts(word) == expected


@pytest.mark.parametrize(
    ("word", "concrete", "file"),
    [
        ("hammer", True, 6),
        ("government", True, 14),
        ("river", True, 17),
        ("teachers", True, 18),
        ("men", True, 18),
        ("idea", False, 9),
        ("anger", False, 12),
        ("week", False, 28),
        ("quickly", False, -1),
        ("quibbet", False, -1),
        ("", False, -1),
    ],
)
def test_things_and_ideas(word, concrete, file):
    assert is_concrete(word) is concrete
    assert domain(word) == file


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("mill", "mill", Sense.SAME),
        ("mill", "mills", Sense.SAME),
        ("go", "went", Sense.SAME),
        ("child", "children", Sense.SAME),
        ("predict", "prediction", Sense.SAME),
        ("terrorist", "terrorism", Sense.SAME),
        ("quick", "quickly", Sense.SAME),
        ("drug", "drugmaker", Sense.SAME),
        ("beach", "beachfront", Sense.SAME),
        ("begin", "start", Sense.SYNONYM),
        ("doctors", "physicians", Sense.SYNONYM),
        ("struck", "hit", Sense.SYNONYM),
        ("boat", "vessel", Sense.NEAR),
        ("dog", "animal", Sense.NEAR),
        ("apple", "pear", Sense.SIBLING),
        ("school", "hospital", Sense.SIBLING),
        ("bridge", "tunnel", Sense.APART),
        ("hammer", "justice", Sense.APART),
        ("killed", "died", Sense.APART),
        ("rise", "fall", Sense.OPPOSITE),
        ("opened", "closed", Sense.OPPOSITE),
        ("legal", "illegal", Sense.OPPOSITE),
        ("trained", "untrained", Sense.OPPOSITE),
        ("profit", "non-profit", Sense.OPPOSITE),
        ("rapid", "slow", Sense.ALMOST_OPPOSITE),
        ("wealthy", "poor", Sense.ALMOST_OPPOSITE),
        ("quibbet", "bridge", Sense.UNKNOWN),
        ("the", "bridge", Sense.UNKNOWN),
        ("quickly", "bridge", Sense.UNKNOWN),
        ("quibbet", "zorrel", Sense.UNKNOWN),
        ("", "", Sense.SAME),
        ("", "bridge", Sense.UNKNOWN),
    ],
)
def test_how_two_words_stand_to_each_other(one, other, expected):
    assert related(one, other) == expected
    assert related(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("count", "country"),
        ("part", "party"),
        ("mission", "miss"),
        ("contract", "contrast"),
        ("interest", "internet"),
        ("increase", "incredible"),
        ("close", "closet"),
        ("port", "portrait"),
    ],
)
def test_words_that_begin_alike_are_not_always_one(one, other):
    assert related(one, other) != Sense.SAME
    assert related(other, one) != Sense.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("form", "inform"),
        ("side", "inside"),
        ("port", "import"),
        ("play", "display"),
        ("covered", "discovered"),
        ("closed", "disclosed"),
        ("proved", "improved"),
        ("pressed", "impressed"),
        ("come", "income"),
        ("on", "iron"),
        ("it", "unit"),
        ("begin", "start"),
    ],
)
def test_what_only_looks_like_a_denying_prefix(one, other):
    assert related(one, other) not in (Sense.OPPOSITE, Sense.ALMOST_OPPOSITE)
    assert related(other, one) not in (Sense.OPPOSITE, Sense.ALMOST_OPPOSITE)


@pytest.mark.parametrize(
    ("one", "other", "as_any", "as_verbs"),
    [
        ("boat", "ship", Sense.SIBLING, Sense.APART),
        ("house", "building", Sense.NEAR, Sense.APART),
        ("begin", "start", Sense.SYNONYM, Sense.SYNONYM),
        ("apple", "pear", Sense.SIBLING, Sense.SIBLING),  # no verbs: read as nouns
    ],
)
def test_two_verbs_are_compared_as_verbs(one, other, as_any, as_verbs):
    assert related(one, other) == as_any
    assert related(one, other, verbs=True) == as_verbs
    assert related(other, one, verbs=True) == as_verbs


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("novelist", "author", True),
        ("novelists", "writer", True),
        ("novelist", "person", True),
        ("author", "novelist", False),
        ("novelist", "banker", False),
        ("novelist", "xyzzy", False),
    ],
)
def test_kinds(word, other, expected):
    assert is_kind_of(word, other) == expected


@pytest.mark.parametrize(
    ("word", "pos", "senses", "other", "expected"),
    [
        ("triumph", "v", 2, "win", False),
        ("triumph", "v", 1, "prevail", True),
        ("freed", "v", 1, "release", True),
        ("kill", "v", 1, "rain", False),
        ("qqx", "n", 2, "qqx", False),
    ],
)
def test_words_of_the_first_senses(word, pos, senses, other, expected):
    assert (other in synonyms(word, pos, senses)) == expected
