"""Values that two sentences both print, in other slots. PURE.

"Shot down 40 of 52" and "shot down 52" print one number, "risen to 45 from 40" and
"risen to 40" as well, "Oslo on Monday and Bergen on Tuesday" and "Bergen on Monday" one
day: what agrees there are not the values of one slot. Those of one slot are compared
instead, and what only looks alike agrees no more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.facets import BY_KIND
from claims.facets.types import Argument, Facet, Frame, Kind, Level, StatementRecord
from claims.lexicon.predicates import MEASURE_RINGS, MOVED, MOVING
from claims.linkage.alignment import Aligned
from claims.linkage.config import LinkageConfig
from claims.linkage.kinds import AGREEING, NAMED, QUANTITIES
from claims.linkage.moving import moved
from claims.linkage.pair import Pair
from claims.linkage.types import FacetComparison

# What stands between a part and the whole that it is of.
_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:all|the|its|their|his|her|our|these|those|some|about)"
    r"\s+)*"
)
# A number without a unit, which no kind of value reads.
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")

# What stands within such a pair, and what begins the next.
_WITH = re.compile(r"\s+(?:[\w'’$€£]+\s+){0,3}")
_AND = re.compile(r"[^.;:]{0,20}(?:,|\band\b)")

# Where a value that moves goes to and comes from.
ENDS = ("to", "from")
MOVES = MOVING | MOVED

# Values of one kind from which each must go with a name.
SEVERAL = 2

# Verbs and nouns of harm to people, by what a number of them is a number of.
HARMS = {
    word: name
    for name, words in MEASURE_RINGS
    if name in ("deaths", "injuries", "arrests")
    for word in words.split()
}

# Kinds of which each may go with a name beside it.
BESIDE = (Kind.DATE, *QUANTITIES)


def uncrossed(
    found: Sequence[FacetComparison], pair: Pair, config: LinkageConfig
) -> list[FacetComparison]:
    """The comparisons, those across two slots replaced by those within one."""
    a, b = pair.a.record, pair.b.record
    straight: list[FacetComparison] = []
    crossed: set[int] = set()
    for n, each in enumerate(found):
        other = (
            _of_part(each, a, b, config)
            or _beside(each, a, b, config)
            or _of_other_slots(each, a, b)
        )
        if other is not None:
            straight.append(moved(other, a, b))
            crossed.add(n)
    for match in pair.frames:
        straight += [moved(c, a, b) for c in _ends(match, a, b, config)]
    if not straight:
        return list(found)
    places = {_place(each) for each in straight}
    starts = {place[side] for place in places for side in (1, 2)}
    return straight + [
        each
        for n, each in enumerate(found)
        if n not in crossed
        and _place(each) not in places
        and not (each.kind in QUANTITIES and starts.intersection(_place(each)[1:]))
    ]


def moves(match: Aligned) -> bool:
    """Whether both sides tell that something moved, so that bare numbers count."""
    return match.a.lemma in MOVES and match.a.predicate == match.b.predicate


def _place(found: FacetComparison) -> tuple[Kind, str, str]:
    """Of which values of a and of b a comparison is."""
    starts = (f"{side} {x.start}" for side, x in (("a", found.a), ("b", found.b)) if x)
    one, other = [*starts, "", ""][:2]
    return found.kind, one, other


def _of_part(
    found: FacetComparison,
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> FacetComparison | None:
    """The part against what the other side says of its predicate; None where no side
    alone tells of a part.
    """
    one, other = found.a, found.b
    if found.kind not in QUANTITIES or one is None or other is None:
        return None
    if found.level not in (*AGREEING, Level.NOT_COMPARABLE):
        return None
    parted = _parted(one, a), _parted(other, b)
    if (parted[0] is None) == (parted[1] is None):
        return None
    one, other = parted[0] or one, parted[1] or other
    if one.unit != other.unit or _told(one, a) != _told(other, b):
        return None
    part = one if parted[0] else other
    return _compared(one, other, f"“{part.text}” is the part that is told", config)


def _parted(facet: Facet, record: StatementRecord) -> Facet | None:
    """The part, where a number is one or is the whole of one, else None."""
    for part in record.facets:
        if part.kind != facet.kind:
            continue
        for whole in record.facets:
            if (
                whole.kind == part.kind
                and whole.start > part.end
                and facet in (part, whole)
                and _OF.fullmatch(record.text[part.end : whole.start])
            ):
                return part
    return None


def _told(facet: Facet, record: StatementRecord) -> tuple[str, bool]:
    """The predicate that a value is told of, and whether it is denied."""
    if not record.frames:
        return "", False
    frame = record.frames[facet.frame]
    return frame.predicate, frame.negated


def _beside(
    found: FacetComparison,
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> FacetComparison | None:
    """The value that one side gives with the other side's name, where it gives several,
    each with a name of its own, and the one that agrees goes with another.
    """
    one, other = found.a, found.b
    if found.kind not in BESIDE or found.level not in AGREEING:
        return None
    if one is None or other is None:
        return None
    mine, theirs = _with_names(one, a), _with_names(other, b)
    if bool(mine) == bool(theirs):
        return None
    paired, lone, text = (mine, other, b.text) if mine else (theirs, one, a.text)
    named = [name for name, _ in paired if re.search(rf"\b{re.escape(name)}\b", text)]
    if len(named) != 1:
        return None
    own = next(value for name, value in paired if name == named[0])
    if own in (one, other):
        return None
    sides = (own, lone) if mine else (lone, own)
    how = f"“{own.text}” is told of {named[0]}"
    instead = _compared(*sides, how, config)
    return instead if instead and instead.level == Level.CONFLICT else None


def _of_other_slots(
    found: FacetComparison, a: StatementRecord, b: StatementRecord
) -> FacetComparison | None:
    """Two numbers as not comparable, where one is of the killed and one of the wounded,
    or one is where a thing came from and one where it went.
    """
    one, other = found.a, found.b
    if found.kind not in QUANTITIES or one is None or other is None:
        return None
    harms = harm(one, a), harm(other, b)
    if all(harms) and harms[0] != harms[1]:
        how = f"told of {harms[0]} and of {harms[1]}"
    elif {one.role, other.role} == {*ENDS} and _moves(one, a) and _moves(other, b):
        how = "where it came from and where it went"
    else:
        return None
    return replace(found, level=Level.NOT_COMPARABLE, reason=f"{found.reason}; {how}")


def harm(value: Facet, record: StatementRecord) -> str:
    """Of what harm to people a number is told (deaths, injuries, arrests), else ""."""
    if value.measure in HARMS.values():
        return value.measure
    return HARMS.get(record.frames[value.frame].lemma, "") if record.frames else ""


def _moves(value: Facet, record: StatementRecord) -> bool:
    return bool(record.frames) and record.frames[value.frame].lemma in MOVES


def _with_names(facet: Facet, record: StatementRecord) -> list[tuple[str, Facet]]:
    """Each name of a frame with the value of one kind beside it ("Oslo on Monday and
    Bergen on Tuesday"), [] where they do not take turns.
    """
    of = [f for f in record.facets if f.frame == facet.frame]
    values = [f for f in of if f.kind == facet.kind]
    if len(values) < SEVERAL:
        return []
    first = record.frames[facet.frame].end if record.frames else 0
    names = [f for f in of if f.kind in NAMED and f.start > first]
    if len(names) != len(values):
        return []
    turns = sorted((*values, *names), key=lambda f: f.start)
    pairs = list(zip(turns[::2], turns[1::2], strict=True))
    if any((one in names) == (other in names) for one, other in pairs):
        return []
    gaps = [record.text[x.end : y.start] for x, y in itertools.pairwise(turns)]
    if not (all(map(_WITH.fullmatch, gaps[::2])) and all(map(_AND.match, gaps[1::2]))):
        return []
    return [(x.text, y) if x in names else (y.text, x) for x, y in pairs]


def _ends(
    match: Aligned, a: StatementRecord, b: StatementRecord, config: LinkageConfig
) -> Iterator[FacetComparison]:
    """The bare numbers that a thing moved to, and came from."""
    if not moves(match) or match.against or match.clashes:
        return
    for role in ENDS:
        one, other = _bare(match.a, role, a), _bare(match.b, role, b)
        if one is None or other is None:
            continue
        found = _compared(one, other, f"where it moved {role}", config)
        if found is not None and found.level != Level.REFINES:
            yield found


def _bare(frame: Frame, role: str, record: StatementRecord) -> Facet | None:
    """The bare number that fills a slot of a predicate, as a count."""
    for argument in frame.arguments:
        if argument.role == role and argument.words == (argument.head,):
            return _number(argument, role, frame, record)
    return None


def _number(
    argument: Argument, role: str, frame: Frame, record: StatementRecord
) -> Facet | None:
    found = _BARE.match(record.text, argument.start)
    if found is None or found.group() != argument.head:
        return None
    start, end = found.span()
    if any(f.start < end and start < f.end for f in record.facets if _is_other(f)):
        return None
    number = Decimal(found.group().replace(",", ""))
    text = found.group()
    return Facet(Kind.COUNT, start, end, text, text, role, frame.index, number=number)


def _is_other(facet: Facet) -> bool:
    return facet.kind in (Kind.DATE, Kind.DURATION, Kind.AMOUNT, Kind.PERCENT)


def _compared(
    one: Facet, other: Facet, why: str, config: LinkageConfig
) -> FacetComparison | None:
    measures = replace(one, measure=""), replace(other, measure="")
    compared = BY_KIND[one.kind].compare(*measures, config.tolerances)
    if compared.level not in (*AGREEING, Level.CONFLICT):
        return None
    how = f"{compared.how}; {why}" if compared.how else why
    return FacetComparison(
        one.kind, one.role or other.role, compared.level, one, other, how
    )
