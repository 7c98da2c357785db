"""What two statements share before any value is compared."""

from dataclasses import replace

import pytest

from claims.facets.types import Modality
from claims.linkage.alignment import Aligned
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.pair import ALIKE, Pair, may_relate, side_by_side
from claims.linkage.profile import profile
from tests.unit.linkage.made import DAY, argument, day, frame, money, person, record

NOTHING = profile(record("x"))
LOSS, COST = (profile(record("x", money(3, measure=m))) for m in ("loss", "cost"))
SIGNED, NOUN = frame("sign"), frame("signing", nominal=True)
DONE, PLANNED, HOPED, NAMELESS = (
    Aligned(SIGNED, other, 1.0, 2.0)
    for other in (
        SIGNED,
        replace(SIGNED, modality=Modality.PLANNED),
        replace(SIGNED, modality=Modality.EXPECTED),
        NOUN,
    )
)
TURNED = Aligned(PLANNED.b, SIGNED, 1.0, 2.0)
UNTOLD = Aligned(PLANNED.b, HOPED.b, 1.0, 2.0)
OTHERS = replace(DONE, clashes=1, other_agents=True)


def pair(*frames, a=NOTHING, b=NOTHING, cover=(0.0, 0.0)):
    return Pair(a, b, *cover, 0.0, frames, {})


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        ([PLANNED], True),
        ([TURNED], True),
        ([HOPED, PLANNED], True),
        ([PLANNED, NAMELESS], True),  # an event noun is told as nothing
        ([PLANNED, DONE], False),
        ([UNTOLD], False),
        ([DONE], False),
        ([NAMELESS], False),
        ([], False),
    ],
)
def test_of_other_worlds(frames, expected):
    assert pair(*frames).of_other_worlds is expected


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        ([OTHERS], True),
        ([OTHERS, NAMELESS], True),
        ([OTHERS, DONE], False),
        ([replace(DONE, clashes=1)], False),
        ([replace(NAMELESS, other_agents=True)], False),
        ([], False),
    ],
)
def test_of_others(frames, expected):
    assert pair(*frames).of_others is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (pair(DONE), True),
        (pair(cover=(ALIKE, 0.0)), True),
        (pair(cover=(0.0, ALIKE)), True),
        (pair(a=LOSS, b=LOSS)._replace(same={"orla venn": "venn"}), True),
        (pair(a=LOSS, b=LOSS), False),
        (pair(cover=(ALIKE - 0.01, ALIKE - 0.01)), False),
        (pair(a=LOSS, b=COST), False),
        (pair(a=LOSS), False),
        (pair(), False),
    ],
)
def test_may_relate(given, expected):
    assert may_relate(given, DEFAULT_CONFIG) is expected


VENN, RUSK = person("orla venn"), person("tavi rusk")
SLOTS = (
    argument("agent", "orla", "venn", names=("person:orla venn",)),
    argument("patient", "tavi", "rusk", names=("person:tavi rusk",)),
)


def told(lemma, *dates):
    text = f"Orla Venn {lemma} Tavi Rusk."
    return record(text, frame(lemma, *SLOTS), VENN, RUSK, *dates)


@pytest.mark.parametrize(
    ("a", "b", "frames"),
    [
        (told("arrest"), told("arrest"), 1),
        (told("arrest", day(DAY)), told("arrest", day(DAY.replace(day=20))), 1),
        (told("arrest"), told("charge"), 1),
        (told("arrest", day(DAY)), told("charge", day(DAY)), 1),
        # Near events of different days are two.
        (told("arrest", day(DAY)), told("charge", day(DAY.replace(day=20))), 0),
        (told("arrest"), told("paint"), 0),
    ],
)
def test_which_events_are_one(a, b, frames):
    assert len(side_by_side(a, b, DEFAULT_CONFIG).frames) == frames


def test_each_frame_is_told_once():
    twice = record(
        "Orla Venn sued Tavi Rusk and sued Tavi Rusk.",
        frame("sue", *SLOTS),
        frame("sue", *SLOTS, index=1, start=30),
        VENN,
        RUSK,
    )
    assert len(side_by_side(twice, told("sue"), DEFAULT_CONFIG).frames) == 1
    assert len(side_by_side(twice, twice, DEFAULT_CONFIG).frames) == 2


@pytest.mark.parametrize(
    ("cover", "least", "most"), [((0.2, 0.7), 0.2, 0.7), ((0.7, 0.2), 0.2, 0.7)]
)
def test_the_poorer_and_the_richer_side(cover, least, most):
    assert (pair(cover=cover).least, pair(cover=cover).most) == (least, most)


def test_nothing_covers_nothing():
    empty = side_by_side(record(""), record(""), DEFAULT_CONFIG)
    assert (empty.cover_a, empty.cover_b, empty.evidence) == (0.0, 0.0, 0.0)
