"""What somebody did with one, and what with another: no contradiction. PURE.

Who called one leader on Monday may have called another on Tuesday; tanks sent to one
country are not those sent to the next. Where two frames of one event name others in the
slot of whom, with whom, to whom or where to, their values are of two events. A name
that alone differs is no matter of values: there is nothing to set apart then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from claims.facets import BY_KIND
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Argument, Facet, Frame, Kind, Level, StatementRecord
from claims.lexicon.calendar import MONTHS, WEEKDAYS
from claims.lexicon.exclusive import FUNCTION
from claims.lexicon.generics import SYMMETRIC
from claims.linkage.alignment import Aligned
from claims.linkage.apart import SPELLED_ALIKE
from claims.linkage.edits import told_in, words_of
from claims.linkage.kinds import NAMED, VALUES
from claims.linkage.pair import Pair
from claims.linkage.taken_back import apart
from claims.linkage.types import FacetComparison

# Slots of who or what else takes part; in a symmetric event the doer is one of them,
# and who is called may be read as what somebody is called.
WITH = ("patient", "with", "to", "from", "against")
TOGETHER = ("agent", "patient", "attribute", "with", "between")
# Slots of a way: there and back are two ways between the same places.
WAY = frozenset({"to", "from"})
# Names in common from which two meetings are one, whoever else is named.
ALL_THERE = 2
# Before a name of a body: "the White House" may stand for who is in it.
THE = "the "
# Levels of values that differ: where none does there is nothing to explain.
DIFFER = (Level.CONFLICT, Level.NOT_COMPARABLE)
# Words before a place that only tells where.
IN = frozenset({"in", "at", "near", "outside", "around"})
# Letters of a country's code: the value of a country.
CODE = 2


class Named(NamedTuple):
    """The names in a slot: their words in lower case, the text, and their facets."""

    words: frozenset[str]
    text: str
    facets: tuple[Facet, ...]


def with_others(
    found: list[FacetComparison], pair: Pair
) -> tuple[list[FacetComparison], bool]:
    """The comparisons without conflicts of what was done with others, and whether
    anything was.
    """
    told = any(c.kind in VALUES and c.level in DIFFER for c in found)
    for match in pair.frames if told else ():
        how = next(_others(match, pair), "")
        if how:
            return [apart(c, how) if _is_of(c, match) else c for c in found], True
    return found, False


def _is_of(found: FacetComparison, match: Aligned) -> bool:
    """Whether a value stands in one of two frames."""
    if found.kind not in VALUES or found.a is None or found.b is None:
        return False
    return found.a.frame == match.a.index or found.b.frame == match.b.index


def _others(match: Aligned, pair: Pair) -> Iterator[str]:
    """How two frames of one event are told of others."""
    if match.a.predicate != match.b.predicate:
        return
    a, b = pair.a.record, pair.b.record
    together = match.a.predicate in SYMMETRIC
    if together and _in_common(match, pair.same) >= ALL_THERE:
        return
    slots = (TOGETHER, *((each,) for each in WITH)) if together else _each(WITH)
    for roles in slots:
        mine, theirs = _named(match.a, roles, a), _named(match.b, roles, b)
        if together and roles == TOGETHER:
            mine, theirs = _without(mine, theirs), _without(theirs, mine)
        if not (mine.words and theirs.words) or not _unlike(mine, theirs):
            continue
        moved = WAY.issuperset(roles)
        if not (moved or _printed(mine, b) or _printed(theirs, a)):
            yield f"of “{mine.text}” and of “{theirs.text}”"
        elif moved and _other_places(mine.facets, theirs.facets):
            yield f"{roles[0]} “{mine.text}” and {roles[0]} “{theirs.text}”"


def _each(roles: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((role,) for role in roles)


def _in_common(match: Aligned, same: dict[str, str]) -> int:
    theirs = {name for argument in match.b.arguments for name in argument.names}
    mine = {name for argument in match.a.arguments for name in argument.names}
    return sum(
        same.get(name, name) in theirs
        for name in mine
        if not name.startswith(Kind.PLACE)
    )


def _named(frame: Frame, roles: Sequence[str], record: StatementRecord) -> Named:
    """The names that fill some slots of a frame, known or in capitals."""
    arguments = [x for x in frame.arguments if x.role in roles]
    facets = [
        f
        for f in record.facets
        if f.kind in NAMED
        and any(x.start <= f.start < x.end for x in arguments)
        and not _is_where(f, record)
    ]
    words = [word for x in arguments for word in _capitals(x, record)]
    text = " ".join(record.text[start:end] for start, end, _ in words)
    if words and record.text[: words[0][0]].lower().endswith(THE):
        text = THE + text
    return Named(frozenset(word for _, _, word in words), text, tuple(facets))


def _capitals(
    argument: Argument, record: StatementRecord
) -> Iterator[tuple[int, int, str]]:
    """Words of a slot that are of a name, with their places."""
    aside = [
        f
        for f in record.facets
        if f.kind in (Kind.TITLE, *VALUES) or _is_where(f, record)
    ]
    for word in words_of(record.text):
        if not argument.start <= word.start < argument.end:
            continue
        if not record.text[word.start].isupper() or word.text in NO_NAMES:
            continue
        if any(f.start <= word.start < f.end for f in aside):
            continue
        if word.start or any(f.start == 0 for f in record.facets if f.kind in NAMED):
            yield word.start, word.end, word.text.removesuffix("'s")


def _is_where(facet: Facet, record: StatementRecord) -> bool:
    """Whether a place only tells where: "met Ada Quist in Antwerp"."""
    if facet.kind != Kind.PLACE or not _is_known(facet):
        return False
    before = record.text[: facet.start].lower().split()
    return bool(before) and before[-1] in IN


NO_NAMES = FUNCTION | frozenset(MONTHS) | frozenset(WEEKDAYS)


def _without(named: Named, others: Named) -> Named:
    """The names of one side that the other has not."""
    kept = {w for w in named.words if not any(_alike(w, x) for x in others.words)}
    text = " ".join(w for w in named.text.split() if w.lower().strip("’'s") in kept)
    facets = tuple(f for f in named.facets if not kept.isdisjoint(told_in(f.text)))
    return Named(frozenset(kept), text or named.text, facets)


def _alike(one: str, other: str) -> bool:
    begins = one.startswith(other) or other.startswith(one)
    return begins or fuzz.ratio(one, other) >= SPELLED_ALIKE


def _unlike(one: Named, other: Named) -> bool:
    """Whether no word of two names may be one, and they are of one kind."""
    if any(_alike(x, y) for x in one.words for y in other.words):
        return False
    if _is_short_for(one, other) or _is_short_for(other, one):
        return False
    kinds = _kinds(one), _kinds(other)
    if not (kinds[0] and kinds[1]):
        return not (kinds[0] | kinds[1]) & {Kind.PLACE}
    if kinds[0].isdisjoint(kinds[1]):
        by_what = any(x.text.startswith(THE) for x in (one, other))
        return not by_what and Kind.PLACE not in kinds[0] | kinds[1]
    if Kind.PLACE in kinds[0] & kinds[1]:
        return _other_places(one.facets, other.facets)
    return True


def _is_short_for(one: Named, other: Named) -> bool:
    """Whether one is the initials of the other: "WHO"."""
    letters = "".join(word[0] for word in told_in(other.text) if word not in FUNCTION)
    return any(word.replace(".", "") == letters for word in one.words)


def _kinds(named: Named) -> set[Kind]:
    """The kinds of names; of a place only where the gazetteer knows it."""
    return {f.kind for f in named.facets if f.kind != Kind.PLACE or _is_known(f)}


def _is_known(place: Facet) -> bool:
    return "," in place.value or len(place.value) == CODE


def _other_places(ones: Sequence[Facet], others: Sequence[Facet]) -> bool:
    compare = BY_KIND[Kind.PLACE].compare
    pairs = [
        (x, y)
        for x in ones
        for y in others
        if x.kind == y.kind == Kind.PLACE and _is_known(x) and _is_known(y)
    ]
    return bool(pairs) and all(
        compare(x, y, DEFAULT).level == Level.CONFLICT for x, y in pairs
    )


def _printed(named: Named, record: StatementRecord) -> bool:
    """Whether a text prints a word of the name, in whatever place."""
    return not named.words.isdisjoint(told_in(record.text))
