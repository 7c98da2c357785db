"""Whether a word is denied in one of two near-copies and not in the other. PURE."""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets.senses import Sense, related
from claims.lexicon.exclusive import (
    AGAINST,
    BOUNDING,
    DENIALS,
    DENYING,
    FUNCTION,
    LESSENING,
    NEGATIONS,
    REASONS,
)
from claims.linkage.edits import Edit, Word
from claims.linkage.sides import Side


def denied(edit: Edit, a: Side, b: Side) -> bool:
    """Whether one side has a denying word and the other has not.

    "Failed" denies nothing where the other tells of the failure in another place.
    """
    against = AGAINST.isdisjoint(a.words) != AGAINST.isdisjoint(b.words)
    if against and not AGAINST.isdisjoint((*edit.a, *edit.b)):
        return True
    if _moved(edit.a, b) or _moved(edit.b, a):
        return False
    one_side = DENYING.isdisjoint(edit.a) != DENYING.isdisjoint(edit.b)
    if one_side and NEGATIONS.isdisjoint(edit.a) != NEGATIONS.isdisjoint(edit.b):
        return True
    return one_side and DENIALS.isdisjoint(a.words) != DENIALS.isdisjoint(b.words)


def _moved(words: Sequence[str], elsewhere: Side) -> bool:
    """Whether words, more than a denial, stand in another place of the other copy."""
    return elsewhere.words.issuperset(words) and not (FUNCTION | DENYING).issuperset(
        words
    )


def denies_alone(
    left: list[Word], right: list[Word], edit: Edit, a: Side, b: Side
) -> bool:
    """Whether the denial is what the edit says: left and right are its other words,
    without those of a reason where a denial stands for it.
    """
    return _is_all(left, right, edit) or _is_denial([*left, *right], a, b, edit)


def _is_all(left: list[Word], right: list[Word], edit: Edit) -> bool:
    """Whether a denying word is all that stands here; "despite" may stand for the words
    of a reason ("in response to").
    """
    if not (left or right):
        return True
    reason = AGAINST & {*edit.a, *edit.b}
    if reason and all(word.text in REASONS for word in (*left, *right)):
        left.clear()
        right.clear()
        return True
    return False


def _is_denial(rest: list[Word], a: Side, b: Side, edit: Edit) -> bool:
    """Whether a negation stands here that the other copy has nowhere, and besides no
    more than words of one side: "decided not to", "no signs" for "early signs".
    """
    if NEGATIONS.isdisjoint(edit.a) == NEGATIONS.isdisjoint(edit.b):
        return False
    others = {word.text for word in rest}
    if a.negations == b.negations or not (DENIALS | BOUNDING).isdisjoint(others):
        return False
    return any(set(rest).isdisjoint(each) for each in (edit.words_a, edit.words_b))


def taken_back(one: Word, other: Word, edit: Edit) -> bool:
    """Whether one side takes its word back: "less strong" for "weaker", "not open" for
    "closed"; but who is not allowed to need not be forced not to.
    """
    if LESSENING.isdisjoint(edit.a) != LESSENING.isdisjoint(edit.b):
        return True
    if NEGATIONS.isdisjoint(edit.a) == NEGATIONS.isdisjoint(edit.b):
        return False
    return related(one.text, other.text) == Sense.OPPOSITE
