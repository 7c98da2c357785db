"""The one thing that two near-copies differ in. PURE.

Who rewords a sentence changes more than one place of it. Where a single noun, or a
short phrase that ends in one, stands for another and every other word is the same,
what differs is a fact, whatever the two nouns are: of 46 such pairs on public data
42 contradict. A verb or an adjective alone is as often style (9 of 17).
"""

from __future__ import annotations

from collections.abc import Sequence

from wordfreq import zipf_frequency

from claims.facets.senses import NOUN, Sense, parts, related
from claims.facets.thesaurus import alike
from claims.facets.types import StatementRecord
from claims.lexicon.exclusive import REASONS
from claims.lexicon.numbers import ORDINALS
from claims.linkage.edits import Changes, Word
from claims.linkage.exchanges import Exchange, Exchanged
from claims.linkage.sides import ReadAs, Side, one_told_otherwise, points_back

# Likeness (2 × words in order that both have / words of both) from which all else is
# the same: one word of seven, or three of twenty.
ALL_ELSE = 0.85

# Zipf frequency (log10 of occurrences in 10^9 words) from which a word is in use, and
# no misspelling: once in thirty million words.
IN_USE = 1.5

# What is done to a sentence besides, where a noun for another may be style as well.
STYLE = (Exchange.REWORDED, Exchange.ACT, Exchange.LIKE_ACT)

# What two nouns are that may be one thing in other words.
ALIKE = (Sense.SAME, Sense.SYNONYM, Sense.NEAR)


def lone(
    a: StatementRecord,
    b: StatementRecord,
    found: Sequence[Exchanged],
    changed: Changes,
) -> Exchanged | None:
    """The exchange of one noun for another that is all the difference; else None."""
    if len(changed.edits) != 1 or changed.rewritten or changed.likeness < ALL_ELSE:
        return None
    if any(
        each.kind in (Exchange.REWORDED, Exchange.ACT, Exchange.LIKE_ACT)
        for each in found
    ):
        return None
    heads = next((each for each in found if each.a and each.b), None)
    if heads is None or heads.a is None or heads.b is None:
        return None
    sides = Side(a), Side(b)
    named = [_is_thing(w, s) for w, s in zip((heads.a, heads.b), sides, strict=True)]
    if not all(named) or _one_thing(heads.a, heads.b, *sides):
        return None
    return Exchanged(Exchange.THING, heads.a, heads.b, heads.edit)


def _is_thing(word: Word, side: Side) -> bool:
    """Whether a word is a noun, a name, or one in use that WordNet does not have."""
    if word.text in ORDINALS or word.text in REASONS:
        return False
    if side.class_of(word) in (ReadAs.NOUN, ReadAs.NAME):
        return True
    return not parts(word.text) and zipf_frequency(word.text, "en") >= IN_USE


def _one_thing(one: Word, other: Word, a: Side, b: Side) -> bool:
    """Whether both may name one thing: alike, or "the agency" for its name."""
    if not any(NOUN in parts(word.text) for word in (one, other)):
        return True
    letters = ["".join(filter(str.isalnum, word.text)) for word in (one, other)]
    if letters[0] in letters[1] or letters[1] in letters[0]:
        return True
    names = [a.name_at(one) is not None, b.name_at(other) is not None]
    if names[0] != names[1]:
        return points_back(other, b) if names[0] else points_back(one, a)
    if one_told_otherwise(one, other, a, b):
        return True
    if alike(one.text, other.text):
        return True
    sense = related(one.text, other.text)
    known = all(parts(word.text) for word in (one, other))
    return sense in ALIKE or (sense == Sense.UNKNOWN and known)
