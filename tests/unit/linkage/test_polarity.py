"""Whether two aligned predicates can both be true, and which of two states is later."""

from datetime import date

import pytest

from claims.facets.types import Hop, Level, Modality
from claims.linkage.alignment import Aligned
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.polarity import compare_polarity, denies, direction, time_of
from tests.unit.linkage.made import DAY, argument, day, frame, record

BILL = argument("patient", "water", "bill")
LATER = date(2031, 6, 12)


def signed(text="Signed.", *facets, of=BILL, published=DAY, lemma="sign", **values):
    return record(text, frame(lemma, of, **values), *facets, published=published)


def match(a, b, *, opposed=False):
    return Aligned(a.frames[0], b.frames[0], 1.0, 2.0, opposed)


def compare(a, b, *, opposed=False):
    found = compare_polarity(a, b, match(a, b, opposed=opposed), DEFAULT_CONFIG)
    return found[0].level if found else None


@pytest.mark.parametrize(
    ("a", "b", "opposed", "level"),
    [
        (signed(), signed(), False, Level.AGREE),
        (signed(negated=True), signed(negated=True), False, Level.AGREE),
        (signed(), signed(negated=True), False, Level.CONFLICT),
        (signed(), signed(lemma="veto"), True, Level.CONFLICT),
        (signed(), signed(lemma="veto", negated=True), True, Level.AGREE),
    ],
)
def test_at_one_time(a, b, opposed, level):
    assert compare(a, b, opposed=opposed) == level
    assert compare(b, a, opposed=opposed) == level


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (signed(modality=Modality.PLANNED), signed(negated=True)),
        (signed(modality=Modality.EXPECTED), signed(negated=True)),
        (signed(modality=Modality.ASKED), signed(negated=True)),
        (
            signed(modality=Modality.POSSIBLE),
            signed(modality=Modality.POSSIBLE, negated=True),
        ),
    ],
)
def test_what_is_no_fact_contradicts_nothing(a, b):
    assert compare(a, b) == Level.NOT_COMPARABLE


@pytest.mark.parametrize(
    "other",
    [
        signed(of=argument("patient", "pension", "reform"), negated=True),
        signed(of=argument("to", "water", "bill"), negated=True),
    ],
)
def test_a_denial_of_another_thing_is_none(other):
    assert compare(signed(), other) is None


@pytest.mark.parametrize("side", [0, 1])
def test_an_event_noun_neither_asserts_nor_denies(side):
    pair = [signed(), signed(negated=True)]
    pair[side] = signed(nominal=True, negated=bool(side))
    assert compare(*pair) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (signed(published=DAY), signed(published=LATER, negated=True)),
        (signed(), signed("Signed no longer.", negated=True)),
        (
            signed("Signed.", day(date(2031, 3, 1), role="event")),
            signed("Signed.", day(date(2031, 3, 9), role="event"), negated=True),
        ),
    ],
)
def test_a_state_of_another_time_is_an_update(a, b):
    assert compare(a, b) == Level.UPDATED
    assert compare(b, a) == Level.UPDATED


@pytest.mark.parametrize(
    ("lemma", "other", "later", "level"),
    [
        ("uphold", "reverse", DAY, Level.CONFLICT),
        ("uphold", "reverse", LATER, Level.UPDATED),
        ("ban", "lift", DAY, Level.UPDATED),
    ],
)
def test_the_other_outcome_of_one_review_undoes_nothing(lemma, other, later, level):
    a, b = signed(lemma=lemma), signed(lemma=other, published=later)
    assert compare(a, b, opposed=True) == level
    assert compare(b, a, opposed=True) == level


def test_a_state_of_the_next_day_is_no_update():
    other = signed(negated=True, published=date(2031, 3, 13))
    assert compare(signed(), other) == Level.CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (signed(published=DAY), signed(published=LATER), 1),
        (signed(published=LATER), signed(published=DAY), -1),
        (signed(), signed(), 0),
        (signed(published=None), signed(published=None), 0),
        (signed(published=None), signed("Signed again.", published=None), 1),
        (signed("Now signed.", published=None), signed(published=None), -1),
        (
            signed("X.", day(date(2031, 4, 1), role="event"), published=LATER),
            signed("X.", day(date(2031, 3, 1), role="event"), published=LATER),
            -1,
        ),
    ],
)
def test_which_state_is_later(a, b, expected):
    assert direction(a, b, match(a, b)) == expected


def test_the_time_of_a_state_is_its_own_date_before_the_day_of_printing():
    first = date(2031, 3, 1)
    dated = signed("X.", day(first, role="event"))
    reported = signed("X.", day(first, role="report"))
    assert time_of(dated, dated.frames[0]) == first
    assert time_of(reported, reported.frames[0]) == DAY


@pytest.mark.parametrize(
    ("denial", "told", "level"),
    [
        ("They never", date(2031, 3, 1), Level.CONFLICT),
        ("They did not", date(2031, 3, 10), Level.CONFLICT),
        # What was not done yet, or is not so now, may have been.
        ("They did not", date(2031, 1, 10), Level.UPDATED),
        ("They do not", date(2031, 3, 1), Level.UPDATED),
        ("They had not", date(2031, 3, 20), Level.UPDATED),
    ],
)
def test_what_is_denied_afterwards_was_no_earlier_state(denial, told, level):
    a = signed(f"{denial} sign it.", negated=True, start=len(denial) + 1)
    b = signed("They signed it.", day(told, role="event"), published=LATER)
    assert compare(a, b) == level
    assert compare(b, a) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("He repeated claims that they signed it.", Level.NOT_COMPARABLE),
        ("He repeated that they signed it.", Level.CONFLICT),
    ],
)
def test_what_a_claim_holds_is_not_told(text, level):
    told = signed(text, start=text.index("signed"))
    assert compare(told, signed("Not signed.", negated=True)) == level


def test_who_denies_is_named():
    hop = Hop(0, "Orla Venn", cue="denied")
    denial = record("Signed.", frame("sign", BILL, negated=True), hops=(hop,))
    [found] = compare_polarity(
        signed(), denial, match(signed(), denial), DEFAULT_CONFIG
    )
    assert found.level == Level.CONFLICT
    assert "“Sign" in found.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council did not approve the quay.", True),
        ("The council DIDN’T approve the quay.", True),
        ("The council mightn't approve the quay.", True),
        ("Nobody approved the quay.", True),
        ("The mayor denied it.", True),
        ("The council failed to approve the quay.", True),
        ("The council approved the quay.", False),
        ("The notable knot was noticed.", False),
        ("The council approved it instead, despite the cost.", False),
        ("", False),
    ],
)
def test_whether_a_text_denies_anything(text, expected):
    assert denies(text) is expected


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Signed.", "Not signed.", Level.CONFLICT),
        ("Nobody signed.", "It was not signed.", None),
        ("He refused to say who signed.", "Not signed.", None),
    ],
)
def test_where_both_deny_something_the_parse_is_no_evidence(one, other, level):
    assert compare(signed(one), signed(other, negated=True)) == level
    assert compare(signed(other, negated=True), signed(one)) == level
