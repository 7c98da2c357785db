"""Two sentences that are one but for a slot."""

import pytest

from claims.linkage.edits import changes

NEAR = 0.75


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The mill in Halden closed on Monday after a fire.",
            "The mill in Halden closed on Friday after a fire.",
            [("monday", "friday")],
        ),
        (
            "The firm paid $3 million to the town of Halden.",
            "The firm paid $8 million to the town of Halden.",
            [("3", "8")],
        ),
        (
            "The council did approve the plan for the quay.",
            "The council did not approve the plan for the quay.",
            [("", "not")],
        ),
        (
            "The council did not approve the plan for the quay.",
            "The council did approve the plan for the quay.",
            [("not", "")],
        ),
        ("One and the same.", "One and the same.", []),
        ("One and the SAME!", "one, and the same", []),
    ],
)
def test_what_was_changed(a, b, expected):
    found = changes(a, b, near_copy=NEAR).edits
    assert [(" ".join(e.a), " ".join(e.b)) for e in found] == expected
    for edit in found:
        assert a[slice(*edit.a_span)].lower() == " ".join(edit.a)
        assert b[slice(*edit.b_span)].lower() == " ".join(edit.b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mill in Halden closed on Monday.", "Snow fell on the hills."),
        ("A fire closed the mill of Halden.", "The mill of Halden was shut by a fire."),
        ("", ""),
        ("", "The mill closed."),
        ("...", "!!!"),
    ],
)
def test_what_is_freely_worded_has_no_edits(a, b):
    assert changes(a, b, near_copy=NEAR).edits == ()


def test_a_long_replacement_is_rewording():
    a = "The mill in Halden, which made rails and wheels for trams, closed on Monday."
    b = "The mill in Halden, one of the last on this long coast, closed on Monday."
    assert changes(a, b, near_copy=0.3).edits == ()
