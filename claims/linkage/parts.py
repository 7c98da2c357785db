"""A total beside a part of it: no contradiction. PURE.

"1,500 jobs worldwide" leaves room for 300 in one state, and 230 dead in two countries
for 90 in one of them. What tells a part is a place inside the other side's place, a
place beside a word for the whole, the words "300 of them" on the other side, or one
word more about what is counted ("electric cars"). A part above its total stays a
contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.facets import gazetteer
from claims.facets.types import Argument, Facet, Kind, StatementRecord
from claims.lexicon.happening import POINT_EVENTS, SPREAD_ACTS, SPREAD_EVENTS
from claims.lexicon.predicates import TOTALS
from claims.lexicon.words import words
from claims.linkage.sides import CARDINALS

# Slots of what is counted and where to it goes; a word about the doer ("the Kenyan
# floods") leaves what is counted whole.
COUNTED_IN = frozenset({"patient", "to", "for", "from", "of", "attribute"})

SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "%"})

# Roles of a place that are no place of what happened: who acts, who tells, where to.
NOT_WHERE = frozenset({"agent", "speaker", "to", "from", "report", "into", "by"})

# A unit price, a rate or an average: of a part it may be above that of the whole.
RATES = frozenset({"price"})
PER = "per "

# Words of TOTALS that tell a part.
_PARTIAL = frozenset({"alone", "single"})

WHOLE = re.compile(
    r"\b(?:worldwide|globally|nationwide|countrywide|statewide|overall|altogether"
    r"|in\s+(?:all|total)|combined|around\s+the\s+(?:world|globe|country)"
    r"|(?:across|throughout)\s+(?:the|its|all)\s+\w+)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?P<number>\d[\d,.]*(?:\s+(?:thousand|million|billion))?|[a-z]+)"
UNNUMBERED = words("most many some several all half part none one any")
LISTED = (
    re.compile(
        r"(?:\bincluding|\bamong\s+them|\bof\s+(?:whom|which|them|those))\s+"
        rf"(?:at\s+least\s+|about\s+|some\s+|nearly\s+|over\s+)?{_NUMBER}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_NUMBER}\s+of\s+(?:them|whom|which|those)\b", re.IGNORECASE),
)


def part_of_whole(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    """How one of two numbers is a part of what the other counts."""
    for whole, part, of_whole, of_part in ((one, other, a, b), (other, one, b, a)):
        if _is_above(part, whole):
            continue
        if _listed(part, whole, of_whole):
            yield f"“{part.text}” is told there as a part of “{whole.text}”"
        inside = _where_only(whole, part, of_whole, of_part)
        if inside:
            yield f"“{part.text}” is of {inside} alone"
        narrower = _told_of_fewer(whole, part, of_whole, of_part)
        if narrower:
            yield f"“{part.text}” is of “{narrower}” alone"


def total_and_part(
    one: Facet | None, other: Facet | None, a: StatementRecord, b: StatementRecord
) -> bool:
    """Whether only one text says that its numbers are totals, or of one part alone."""
    totals = [not TOTALS.isdisjoint(_told(record)) for record in (a, b)]
    if totals[0] == totals[1]:
        return False
    if one is None or other is None or one.kind not in (Kind.COUNT, Kind.AMOUNT):
        return True
    whole, part = (one, other) if totals[0] else (other, one)
    if not _PARTIAL.isdisjoint(_told(a if totals[0] else b)):
        whole, part = part, whole
    return not _is_above(part, whole)


def _told(record: StatementRecord) -> list[str]:
    return record.text.lower().rstrip(".").split()


def _is_above(part: Facet, whole: Facet) -> bool:
    """Whether a number cannot be a part of the other, being greater."""
    if part.kind == Kind.PERCENT or part.measure in RATES:
        return False
    if part.measure.startswith(PER):
        return False
    if part.number is None or whole.number is None:
        return True
    return part.number > whole.number


def _listed(part: Facet, whole: Facet, record: StatementRecord) -> bool:
    """Whether the other text names the same number behind its total as a part of it."""
    if part.kind != Kind.COUNT or not _adds_up(part):
        return False
    behind = record.text[whole.end :]
    printed = " ".join(part.text.lower().split())
    return any(
        " ".join(found["number"].lower().split()) == printed
        for pattern in LISTED
        for found in pattern.finditer(behind)
    )


def _adds_up(facet: Facet) -> bool:
    """Whether numbers of parts make the number of the whole."""
    rate = facet.measure in RATES or facet.measure.startswith(PER)
    return facet.kind != Kind.PERCENT and not rate


def _where_only(
    whole: Facet, part: Facet, of_whole: StatementRecord, of_part: StatementRecord
) -> str:
    """The place of which alone the part is told, "" where it is none."""
    here, there = _where(of_part), _where(of_whole)
    if _is_listed_place(here, of_whole):
        return ""  # that part is told there with a number of its own
    known = {place.value for place in there}
    if not here or all(place.value in known and len(there) == 1 for place in here):
        return ""
    named = " and ".join(place.text for place in here)
    if _says_all(of_whole) and not _says_all(of_part):
        return "" if any(place.value in known for place in here) else named
    if not there:
        return named if _adds_up(part) and _is_spread(of_part, of_whole) else ""
    inside = all(any(_lies_in(each, place) for place in there) for each in here)
    if not inside or known <= {place.value for place in here}:
        return ""
    several = len(known) > len(here)
    return named if several or not _at_one_point(of_part, of_whole) else ""


def _where(record: StatementRecord) -> list[Facet]:
    """The places where something is told to happen, those of a listed part apart."""
    end = _listed_from(record)
    return [f for f in _all_places(record) if f.start < end]


def _is_listed_place(places: list[Facet], record: StatementRecord) -> bool:
    """Whether the places are those of a part that a text lists with its number."""
    start = _listed_from(record)
    listed = {f.value for f in _all_places(record) if f.start >= start}
    if not listed or listed != {place.value for place in places}:
        return False
    return not any(
        found["number"].lower() in UNNUMBERED
        for pattern in LISTED
        for found in pattern.finditer(record.text)
    )


def _all_places(record: StatementRecord) -> list[Facet]:
    return [
        facet
        for facet in record.facets
        if facet.kind == Kind.PLACE and facet.role not in NOT_WHERE
    ]


def _listed_from(record: StatementRecord) -> int:
    """Where a text begins to list parts of its total; its length where it does not."""
    starts = [m.start() for p in LISTED for m in p.finditer(record.text)]
    return min(starts, default=len(record.text))


def _lies_in(place: Facet, other: Facet) -> bool:
    return place.value == other.value or gazetteer.within(place.value, other.value)


def _says_all(record: StatementRecord) -> bool:
    return WHOLE.search(record.text) is not None


def _is_spread(*records: StatementRecord) -> bool:
    """Whether what happens has many places, each with its own number."""
    if _at_one_point(*records):
        return False
    return all(
        not SPREAD_EVENTS.isdisjoint(record.lemmas)
        or any(frame.lemma in SPREAD_ACTS for frame in record.frames)
        for record in records
    )


def _at_one_point(*records: StatementRecord) -> bool:
    return any(not POINT_EVENTS.isdisjoint(record.lemmas) for record in records)


def _told_of_fewer(
    whole: Facet, part: Facet, of_whole: StatementRecord, of_part: StatementRecord
) -> str:
    """What the part is counted of, where a word more tells it from the whole's."""
    if not _adds_up(part):
        return ""
    known = set(of_whole.lemmas)
    for mine in _counted(part, of_part):
        narrow = _words(mine)
        for theirs in _counted(whole, of_whole):
            wide = _words(theirs)
            more = narrow[: -len(wide)] if wide else ()
            ends_alike = more and narrow[-len(wide) :] == wide
            if mine.role == theirs.role and ends_alike and known.isdisjoint(more):
                return " ".join(narrow)
    return ""


def _counted(facet: Facet, record: StatementRecord) -> list[Argument]:
    if not record.frames:
        return []
    arguments = record.frames[facet.frame].arguments
    return [x for x in arguments if x.role in COUNTED_IN and not x.names]


def _words(argument: Argument) -> tuple[str, ...]:
    """The content words of a slot, numbers apart; what tells its noun stands before."""
    return tuple(
        word
        for word in argument.words
        if not (word[0].isdigit() or word in CARDINALS or word in SCALES)
    )
