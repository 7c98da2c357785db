"""Words that sound alike are long enough and few letters apart."""

import pytest

from claims.facets.sounds import sound, sounds_alike


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("rassner", "ressner", True),
        ("halley", "haley", True),
        ("olten", "olten", True),
        ("olten", "reedy", False),
        ("lee", "lea", False),  # too short
        ("barzouki", "bersiqey", False),  # too many letters apart
        ("", "", False),
    ],
)
def test_sounds_alike(a, b, expected):
    assert sounds_alike(a, b) is expected
    assert sounds_alike(b, a) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("philip", "filip", True), ("olten", "olsen", False), ("", "", True)],
)
def test_sound(one, other, same):
    assert (sound(one) == sound(other)) is same
