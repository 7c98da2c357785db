"""Two sentences that are one but for a slot."""

import pytest

from claims.linkage.edits import NO_COPIES, changes, words_of

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


BASE = "The mill in Halden closed on Monday after a long fire"


@pytest.mark.parametrize(
    ("b", "kept", "words", "replaced", "rewritten"),
    [
        (BASE, 11, 11, 0, 0),
        (BASE.replace("Monday", "Friday"), 10, 11, 1, 0),
        (BASE.replace("Monday", "Friday or Sunday"), 10, 13, 1, 0),
        (BASE.replace("long ", ""), 10, 10, 1, 0),
        (BASE.replace("a long fire", "one of the worst ever known"), 8, 14, 0, 1),
        (BASE.replace("Monday", "that one very cold dark night"), 10, 16, 0, 1),
        (BASE.replace("Monday", "that one very cold"), 10, 14, 1, 0),
    ],
)
def test_how_alike_two_near_copies_are(b, kept, words, replaced, rewritten):
    found = changes(BASE, b, near_copy=0.5)
    assert (found.kept, len(found.edits), found.rewritten) == (
        kept,
        replaced,
        rewritten,
    )
    assert found.likeness == pytest.approx(2 * kept / (11 + words))
    assert changes(b, BASE, near_copy=0.5).likeness == pytest.approx(found.likeness)


@pytest.mark.parametrize(("near_copy", "is_copy"), [(0.90, True), (0.92, False)])
def test_less_alike_than_asked_is_no_copy(near_copy, is_copy):
    found = changes(BASE, BASE.replace("Monday", "Friday"), near_copy=near_copy)
    assert (found != NO_COPIES) is is_copy
    assert (found.likeness > 0) is is_copy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It didn’t pay $8.5m.", ["it", "didn't", "pay", "$", "8.5m"]),
        ("A 12-year-old, 90%.", ["a", "12-year-old", "90%"]),
        ("AT&T’s 1,200", ["at&t's", "1,200"]),
        ("“Yes” — no…", ["yes", "no"]),
        ("_ - '", []),
        ("", []),
    ],
)
def test_words(text, expected):
    found = words_of(text)
    assert [word.text for word in found] == expected
    for word in found:
        assert text[word.start : word.end].lower().replace("’", "'") == word.text
