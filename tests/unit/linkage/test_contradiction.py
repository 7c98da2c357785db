"""How much the exchanges of two near-copies say: whether they contradict each other."""

import pytest

from claims.linkage.edits import NO_COPIES, Changes, Edit, Word, changes
from claims.linkage.exchanges import (
    MOST,
    MOST_OPEN,
    MOST_REWORDED,
    TELLING,
    Exchange,
    Exchanged,
    contradiction,
    exchanges,
    features,
)
from claims.linkage.weights import INTERCEPT, WEIGHTS
from tests.unit.linkage.made import told

NEAR = 0.5


def score(a, b):
    changed = changes(a.text, b.text, near_copy=NEAR)
    return contradiction(exchanges(a, b, changed.edits), changed)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a tunnel"),
        ("built 12 houses", "built 14 houses"),
        ("met Orla", "met Tavi"),
        ("did open a hall", "did not open a hall"),
        ("can open a hall", "cannot open a hall"),
        ("opened the hall", "closed the hall"),
        ("met a rapid man", "met a slow man"),
    ],
)
def test_a_telling_exchange_contradicts(a, b):
    assert score(told(a), told(b)) > 0.5
    assert score(told(b), told(a)) > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a bridge"),
        ("bought a boat", "purchased a boat"),
        ("painted the wall", "repaired the wall"),
        ("sold a dog", "sold an animal"),
        ("met people", "met people in Halden"),
        ("met Halden", "met builders"),
        ("met the quibbet", "met the hospital"),
        # Possible or to come against done: two worlds.
        ("may build a bridge", "did build a tunnel"),
        ("will open 12 halls", "opened 14 halls"),
    ],
)
def test_what_says_too_little_does_not(a, b):
    assert score(told(a), told(b)) == 0
    assert score(told(b), told(a)) == 0


def test_two_copies_of_which_both_are_to_come_are_of_one_world():
    assert score(told("will open 12 halls"), told("will open 14 halls")) > 0.5


SPOT = Edit((), (), (0, 0), (0, 0))


def some(*kinds):
    return [Exchanged(kind, None, None, SPOT) for kind in kinds]


@pytest.mark.parametrize(
    ("found", "changed", "expected"),
    [
        ([], NO_COPIES, {"reworded": 0, "left": 0, "hard": 0, "kept": 0}),
        ([Exchange.NUMBER], Changes(0.9), {"number": 1, "hard": 1, "left": 1}),
        ([Exchange.NUMBER], Changes(0.9), {"hard_left": 1, "hard_likeness": 0.9}),
        ([Exchange.THING], Changes(0.9), {"thing": 1, "hard": 0, "hard_likeness": 0}),
        ([Exchange.REWORDED], Changes(0.9), {"reworded": 1, "left": 0}),
        ([Exchange.THING] * 5, Changes(0.9), {"thing": MOST, "left": 5}),
        ([Exchange.REWORDED] * 9, Changes(0.9), {"reworded": MOST_REWORDED}),
        ([Exchange.MORE] * 12, Changes(0.9), {"left": MOST_OPEN}),
        ([], Changes(0.9, rewritten=5), {"rewritten": MOST, "left": 5}),
    ],
)
def test_the_numbers_that_the_weights_are_of(found, changed, expected):
    numbers = features(some(*found), changed)
    assert {name: numbers[name] for name in expected} == expected
    assert all(isinstance(number, float) for number in numbers.values())


def test_longer_copies_count_by_their_order_of_size():
    few, many, most = (
        features([], Changes(0.9, kept=kept))["kept"] for kept in (0, 9, 99)
    )
    assert few == 0
    assert most == pytest.approx(2 * many)


def test_a_weight_is_of_a_number_that_is_counted():
    assert WEIGHTS.keys() <= features(some(*Exchange), Changes()).keys()
    assert "no such exchange" not in WEIGHTS
    assert all(isinstance(weight, float) for weight in (INTERCEPT, *WEIGHTS.values()))


@pytest.mark.parametrize("kind", Exchange)
def test_only_a_telling_exchange_can_contradict(kind):
    assert (contradiction(some(kind), Changes(0.99, kept=30)) > 0) is (kind in TELLING)


def test_a_contradiction_is_likelier_in_closer_copies():
    found = some(Exchange.NUMBER)
    far, near = (contradiction(found, Changes(like, kept=12)) for like in (0.76, 0.98))
    assert 0 < far < near < 1
    assert contradiction([], Changes(0.98, kept=12)) == 0


def test_modal_words_make_another_world():
    may = Word("may", 0, 3)
    world = Edit((may,), (), (0, 3), (0, 0))
    both = Edit((may,), (Word("could", 0, 5),), (0, 3), (0, 5))
    found = some(Exchange.NUMBER)
    assert contradiction(found, Changes(0.98, (world,), kept=12)) == 0
    assert contradiction(found, Changes(0.98, (both,), kept=12)) > 0.5
