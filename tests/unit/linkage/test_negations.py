"""A negation that one of two near-copies puts in, as a reader would point at it."""

import pytest

from claims.linkage.reason import parse


def shown(decision):
    """What is printed of each conflict of polarity, and how it is read."""
    assert decision.relation == "conflicts"
    _, parts = parse(decision.reason)
    return [
        (part.a, part.a_resolved, part.b, part.b_resolved)
        for part in parts
        if part.kind == "polarity" and part.level == "conflict"
    ]


@pytest.mark.parametrize(
    ("denied", "told", "expected"),
    [
        # The predicate is held against itself: that is all.
        (
            "Delvora will not repair the dock in Halden.",
            "Delvora will repair the dock in Halden.",
            [("repair", "denied", "repair", "affirmed")],
        ),
        (
            "The union has not accepted the offer of Delvora.",
            "The union accepted the offer of Delvora.",
            [("accepted", "denied", "accepted", "affirmed")],
        ),
        # "Is" says less than what is denied of it.
        (
            "The pool in Halden is not open.",
            "The pool in Halden is open.",
            [("not open", "denied", "open", "affirmed")],
        ),
        # No predicate was read as denied.
        (
            "Delvora will neither shut nor lease the dock.",
            "Delvora will shut and lease the dock.",
            [
                ("neither shut", "denied", "shut", "affirmed"),
                ("nor lease", "denied", "lease", "affirmed"),
            ],
        ),
        # Nothing stands behind it.
        (
            "The master of the ferry said that the bridge was safe, not.",
            "The master of the ferry said that the bridge was safe.",
            [("safe, not", "denied", "safe", "affirmed")],
        ),
    ],
)
def test_a_denial_is_shown_once_with_what_it_denies(relate, denied, told, expected):
    assert shown(relate(denied, told)) == expected
    turned = [(b, said, a, read) for a, read, b, said in expected]
    assert shown(relate(told, denied)) == turned


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Delvora will shut the dock.", "Delvora will open the dock."),
        (
            "The bridge in Halden was built before the flood.",
            "The bridge in Halden was built after the flood.",
        ),
    ],
)
def test_opposites_are_shown_as_they_are(relate, a, b):
    assert all("denied" not in part for part in shown(relate(a, b)))
