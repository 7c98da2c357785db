"""What the words of a near-copy are read as, and which may be one name."""

import pytest

from claims.facets.types import Hop, Kind
from claims.linkage.edits import words_of
from claims.linkage.sides import ReadAs, Side, one_name, points_back
from tests.unit.linkage.made import facet, frame, record

TEXT = "On Monday CEO Orla Venn sold 12 boats and two sheds to Halden for iron."


def at(kind, text, within=TEXT, **values):
    value = values.pop("value", text.lower())
    return facet(kind, value, text=text, start=within.index(text), **values)


SIDE = Side(
    record(
        TEXT,
        at(Kind.DATE, "Monday"),
        at(Kind.PERSON, "Orla Venn"),
        frame("sell", start=TEXT.index("sold")),
        frame("shed", nominal=True),
    )
)


def word(text, within=TEXT):
    return next(w for w in words_of(within) if w.text == text.lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday", ReadAs.NUMBER),
        ("12", ReadAs.NUMBER),
        ("two", ReadAs.NUMBER),
        ("CEO", ReadAs.NOUN),
        ("Orla", ReadAs.NAME),
        ("Venn", ReadAs.NAME),
        ("Halden", ReadAs.NAME),  # no finder knows it: its capital tells
        ("sold", ReadAs.VERB),
        ("boats", ReadAs.NOUN),
        ("sheds", ReadAs.NOUN),  # an event noun is no verb
        ("iron", ReadAs.NOUN),
        ("On", ReadAs.OTHER),  # the first word's capital says nothing
        ("and", ReadAs.OTHER),
    ],
)
def test_what_a_word_is(text, expected):
    assert SIDE.class_of(word(text)) == expected


def test_a_first_word_is_a_name_where_one_was_found():
    text = "Harbour Bay closed."
    plain, named = record(text), record(text, at(Kind.PLACE, "Harbour Bay", text))
    assert Side(plain).class_of(word("harbour", text)) == ReadAs.NOUN
    assert Side(named).class_of(word("harbour", text)) == ReadAs.NAME


def test_capitals_inside_a_name_are_no_title():
    text = "The firm CEO Works closed."
    plain, named = record(text), record(text, at(Kind.PRODUCT, "CEO Works", text))
    assert Side(plain).is_title(word("ceo", text))
    assert not Side(named).is_title(word("ceo", text))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 9), True),
        ((0, 4), True),
        ((5, 9), True),
        ((0, 10), False),  # more than who told it
        ((12, 16), False),
        ((4, 4), False),  # nothing
    ],
)
def test_who_told_it_is_no_difference(span, expected):
    text = "Orla Venn said it broke."
    speaker = at(Kind.PERSON, "Orla Venn", text, role="speaker")
    hop = Hop(0, speaker="Orla Venn", cue="said", start=0, end=9)
    assert Side(record(text, speaker)).is_told(span) is expected
    assert Side(record(text, hops=(hop,))).is_told(span) is expected
    assert not Side(record(text)).is_told(span)


def named(kind, name, rest="", **values):
    """(the name's last word, the side that prints it)."""
    text = f"Then {name} left. {rest}".strip()
    side = Side(record(text, at(kind, name, text, **values)))
    return word(name.split()[-1].lower(), text), side


def printed(name):
    """The same where no finder knows the name."""
    text = f"Then {name} left."
    return word(name.split()[-1].lower(), text), Side(record(text))


ORG, PERSON, PLACE, PRODUCT = (
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.PLACE,
    Kind.PRODUCT,
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # Parts, spellings and initials of one name.
        (named(PERSON, "Orla Venn"), named(PERSON, "Venn"), True),
        (named(PERSON, "Orla Venn"), named(ORG, "Rusk", "Venn stayed."), True),
        (named(ORG, "Haldenberg"), named(ORG, "Haldenburg"), True),
        (printed("Haldenberg"), printed("Haldenburg"), True),
        (named(ORG, "Orrik Bay Union"), printed("OBU"), True),
        (named(ORG, "Union of Orrik Bay"), printed("UOB"), True),
        (printed("Halden"), printed("Haldensund"), True),
        # Two names.
        (named(PERSON, "Orla Venn"), named(PERSON, "Tavi Rusk"), False),
        (named(ORG, "Halden"), named(ORG, "Orrik"), False),
        (named(ORG, "Orrik Bay Union"), printed("TKW"), False),
        (printed("Halden"), printed("Orrik"), False),
        # A digit tells two alike names apart.
        (named(PRODUCT, "Kestrel4"), named(PRODUCT, "Kestrel5"), False),
        # Another kind's words printed over there say nothing.
        (named(ORG, "Halden"), named(ORG, "Orrik", "Halden stayed."), False),
    ],
)
def test_one_name(a, b, expected):
    for (one, side), (other, instead) in ((a, b), (b, a)):
        assert one_name(one, other, side, instead) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Then the agency paid for it.", "agency", True),
        ("Then its agency paid for it.", "agency", True),
        ("Then an agency paid for it.", "agency", False),
        ("Then the agency car was paid.", "agency", False),
        ("Agency staff were paid.", "agency", False),
    ],
)
def test_a_noun_that_points_back(text, noun, expected):
    assert points_back(word(noun, text), Side(record(text))) is expected
