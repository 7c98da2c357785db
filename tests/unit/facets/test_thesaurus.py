"""Two words that a thesaurus holds to be one in meaning, or to be far apart."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claims.facets.senses import ADJECTIVE, NOUN, VERB
from claims.facets.thesaurus import alike, far_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deal", "contract"),
        ("deals", "contracts"),  # in any form
        ("plant", "facility"),
        ("woodland", "forest"),
        ("cut", "reduction"),
        ("voyage", "expedition"),
        ("shortage", "scarcity"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bridge", "tunnel"),
        ("salmon", "trout"),
        ("teacher", "nurse"),
        ("hurricane", "earthquake"),
        ("mayor", "judge"),
        ("quibbet", "quibbet"),
        ("quibbet", "deal"),
        ("abandon", "zoo"),  # the first and the last word of the list
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize(
    ("one", "other", "pos", "expected"),
    [
        ("shut", "close", VERB, True),
        ("bogus", "fake", ADJECTIVE, True),
        ("wooden", "rubber", ADJECTIVE, False),
        ("deal", "contract", ADJECTIVE, False),  # no adjectives
    ],
)
def test_alike_in_another_part_of_speech(one, other, pos, expected):
    assert alike(one, other, pos) is expected
    assert alike(other, one, pos) is expected


@pytest.mark.parametrize(
    ("one", "other", "pos", "expected"),
    [
        ("wooden", "rubber", ADJECTIVE, True),
        ("rural", "coastal", ADJECTIVE, True),
        ("market", "hospital", NOUN, True),
        ("weak", "sluggish", ADJECTIVE, False),  # many words are listed under both
        ("bogus", "fake", ADJECTIVE, False),
        ("deals", "contracts", NOUN, False),
        ("quibbet", "wooden", ADJECTIVE, False),  # nothing is known of it
    ],
)
def test_far_apart(one, other, pos, expected):
    assert far_apart(one, other, pos) is expected
    assert far_apart(other, one, pos) is expected


def test_the_list_is_in_order_and_every_pair_within_it() -> None:
    text = files("claims.lexicon").joinpath("thesaurus.txt").read_text("ascii")
    told = [line.split(" ") for line in text.splitlines() if not line.startswith("#")]
    words = [word for word, *_ in told]
    assert words == sorted(set(words))
    for line, (_, *gaps) in enumerate(told):
        steps = [int(gap) for gap in gaps]
        assert all(step > 0 for step in steps)
        assert line + sum(steps) < len(told)
