"""Which frame of one statement tells of the same event as which frame of the other.
PURE.

Two frames are aligned when their predicates are one event (or opposites of one, or
near) and enough of what takes part in them is shared: a share of the smaller frame, and
an absolute amount of evidence, so that two calls between nobody in particular stay
apart. Participants in the same slot count in full, in another slot by half, so that "A
sued B" does not pass for "B sued A".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from claims.facets import BY_KIND, person
from claims.facets.events import near
from claims.facets.opposites import opposite, opposite_events
from claims.facets.types import (
    Argument,
    Comparison,
    Facet,
    Frame,
    Granularity,
    Kind,
    Level,
    StatementRecord,
)
from claims.lexicon.generics import GENERICS, SYMMETRIC
from claims.linkage.config import LinkageConfig
from claims.linkage.profile import (
    EMPTY,
    NAMED,
    Profile,
    argument_items,
    cover,
    shared,
)

# Credit for a participant that stands in another slot (agent against patient).
OTHER_SLOT = 0.5
# Credit of a near predicate ("arrested" beside "charged") against an equal one.
NEAR_PREDICATE = 0.6

# Credit for a noun that may stand for the other side's name ("the leaders").
GENERIC = 0.4
# Strength from which a frame is found whole, and the share of the sentence that counts
# as shared for it: "the government banned the drug" needs no name to be the same act.
WHOLE = 0.9
WHOLE_CREDIT = 0.6
# Jaro-Winkler likeness of two forenames that may be one name, misspelt or transcribed.
FORENAME = 0.75
# Slots that say who and what; and those whose fillers may differ in one event: where
# to, after what, by which way of telling.
CORE = frozenset({"agent", "patient"})
LOOSE = frozenset(
    [
        "to",
        "from",
        "by",
        "after",
        "before",
        "since",
        "until",
        "as",
        "with",
        "during",
        "through",
        "attribute",
        "than",
        "amid",
        "following",
        "despite",
    ]
)
# Part of the words that two fillers of one slot share when they may be one thing.
ALIKE = 0.5
# Days and evidence: events of one kind that happened almost together are likely one.
NEAR_DAYS = 3
NEAR_DATE = 0.4
# Evidence of articles that are about the same names, each, and at most.
CONTEXT_NAME = 0.1
MOST_CONTEXT = 0.3

SAME_LEVELS = (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two frames of one event.

    opposed  their predicates are opposites
    clashes  slots that both fill, with things that have little in common: values of the
             two frames are then not held against each other
    other_agents  the slot of who did it is one of them
    """

    a: Frame
    b: Frame
    strength: float  # share of the smaller frame, 0 to 1
    evidence: float  # summed weight of what they share
    opposed: bool = False
    clashes: int = 0
    other_agents: bool = False


def same_names(
    a: StatementRecord, b: StatementRecord, config: LinkageConfig
) -> dict[str, str]:
    """Names of a ("kind:value") to the names of b that stand for the same.

    One value under two kinds is one name: the kinds of unknown names are guesses.
    """
    found: dict[str, str] = {}
    for one in a.facets:
        key = f"{one.kind}:{one.value}"
        if one.kind not in NAMED or key in found:
            continue
        names = [f for f in b.facets if f.kind in NAMED]
        equal = [f for f in names if f.value == one.value]
        match = equal or [f for f in names if _same_name(one, f, (a, b), config)]
        if match:
            found[key] = f"{match[0].kind}:{match[0].value}"
        elif one.value in b.lemmas:
            found[key] = one.value  # a name that nobody recognised over there
    for other in b.facets:
        if other.kind in NAMED and other.value in a.lemmas:
            found.setdefault(other.value, f"{other.kind}:{other.value}")
    return found


def _same_name(
    one: Facet,
    other: Facet,
    sides: tuple[StatementRecord, StatementRecord],
    config: LinkageConfig,
) -> bool:
    if one.kind != other.kind:
        return one.value == other.value
    level = name_level(one, other, sides, config).level
    return level in SAME_LEVELS or _same_surname(one, other)


def name_level(
    one: Facet,
    other: Facet,
    sides: tuple[StatementRecord, StatementRecord],
    config: LinkageConfig,
) -> Comparison:
    """The level of two names of one kind; of people with the offices told of them."""
    if one.kind != Kind.PERSON:
        level: Comparison = BY_KIND[one.kind].compare(one, other, config.tolerances)
        return level
    offices = _office(one, sides[0]), _office(other, sides[1])
    roles = offices if all(offices) else None
    return person.compare(one, other, config.tolerances, roles=roles)


def _office(facet: Facet, record: StatementRecord) -> str:
    return next(
        (
            f.value
            for f in record.facets
            if f.kind == Kind.TITLE and f.measure == facet.value
        ),
        "",
    )


def _same_surname(one: Facet, other: Facet) -> bool:
    """People printed by one surname whose full names differ in a forename's
    spelling.
    """
    if one.kind != Kind.PERSON or one.text != other.text or " " in one.text:
        return False
    first, second = one.value.split()[0], other.value.split()[0]
    return JaroWinkler.similarity(first, second) >= FORENAME


def aligned(
    a: Profile, b: Profile, same: dict[str, str], config: LinkageConfig
) -> list[Aligned]:
    """Aligned frames, strongest first; each frame may stand in several.

    The more of both sentences is shared, the less evidence a frame needs of its own.
    """
    both = min(cover(a.items, b.items, same), cover(b.items, a.items, same))
    pairs = [
        pair
        for frame_a in a.record.frames
        for frame_b in b.record.frames
        if (pair := _pair(a, b, frame_a, frame_b, same)) is not None
        and pair.strength >= config.same_event
        and pair.evidence >= needed(max(both, _complete(pair)), config)
    ]
    return sorted(pairs, key=lambda p: (-p.strength * p.evidence, p.a.index, p.b.index))


def needed(share: float, config: LinkageConfig) -> float:
    """Evidence that two frames of sentences sharing so much must have in common."""
    return config.shared_evidence - config.evidence_relief * share


def _complete(pair: Aligned) -> float:
    """Credit for a frame that is found whole, with who did it and to whom."""
    whole = pair.strength >= WHOLE and {"agent", "patient"} <= {
        argument.role for argument in pair.a.arguments
    } & {argument.role for argument in pair.b.arguments}
    return WHOLE_CREDIT if whole else 0.0


def _pair(
    a: Profile, b: Profile, one: Frame, other: Frame, same: dict[str, str]
) -> Aligned | None:
    credit, opposed = _predicates(one, other)
    if not credit or _other_people(one, other, same):
        return None
    items_a, items_b = a.frames[one.index], b.frames[other.index]
    together = _shared_participants(one, other, same)
    own = credit * min(
        items_a.get(one.predicate, 0.0), items_b.get(other.predicate, 0.0)
    )
    smaller = min(sum(items_a.values()), sum(items_b.values()))
    if not smaller:
        return None
    evidence = own + together
    if together or not (one.arguments and other.arguments):
        evidence += _near_dates(a.record, b.record, one, other)
        evidence += _context(a.record, b.record)
    clashes = _clashes(one, other, same)
    strength = min(1.0, evidence / smaller)
    agents = "agent" in clashes
    return Aligned(one, other, strength, evidence, opposed, len(clashes), agents)


def _predicates(one: Frame, other: Frame) -> tuple[float, bool]:
    """Credit 0 to 1 for the two predicates, and whether they are opposites."""
    # A noun presupposes its event, it does not tell it: "lift" is no opposite of the
    # "restrictions" that it is done to.
    told = not one.nominal and not other.nominal
    return _credit(one.predicate, other.predicate, one.lemma, other.lemma, told=told)


@lru_cache(maxsize=100_000)
def _credit(
    one: str, other: str, lemma: str, other_lemma: str, *, told: bool
) -> tuple[float, bool]:
    if one == other:
        return 1.0, False
    if one in EMPTY or other in EMPTY:
        return 0.0, False
    if told and (opposite_events(one, other) or opposite(lemma, other_lemma, "VERB")):
        return 1.0, True
    return (NEAR_PREDICATE, False) if near(one, other) else (0.0, False)


def _shared_participants(one: Frame, other: Frame, same: dict[str, str]) -> float:
    symmetric = one.predicate in SYMMETRIC
    total = 0.0
    for argument in one.arguments:
        items = argument_items(argument)
        best = 0.0
        for candidate in other.arguments:
            alike = symmetric or _slot(argument.role) == _slot(candidate.role)
            credit = 1.0 if alike else OTHER_SLOT
            together = shared(items, argument_items(candidate), same)
            together = together or _generic(argument, candidate)
            best = max(best, credit * together)
        total += best
    return total


def _generic(one: Argument, other: Argument) -> float:
    """Credit when one side is a noun that may stand for the other side's name."""
    for noun, named in ((one, other), (other, one)):
        if noun.names:
            continue
        for name in named.names:
            if noun.head in GENERICS.get(name.partition(":")[0], ()):
                return GENERIC
    return 0.0


def _clashes(one: Frame, other: Frame, same: dict[str, str]) -> set[str]:
    """Slots that both frames fill, with things that have little in common.

    "The museum" is not "the zoo", though both are said of one town.
    """
    if one.predicate in SYMMETRIC:
        return set()
    found = set()
    for role in CORE | {a.role for a in one.arguments} - LOOSE:
        fillers = [x for x in one.arguments if x.role == role]
        others = [x for x in other.arguments if x.role == role]
        alike = any(_alike(a, b, same) for a in fillers for b in others)
        if fillers and others and not alike:
            found.add(role)
    return found


def _alike(a: Argument, b: Argument, same: dict[str, str]) -> bool:
    items_a, items_b = _own(a), _own(b)
    if not items_a or not items_b or _generic(a, b):
        return True
    back = {value: key for key, value in same.items()}
    share = max(cover(items_a, items_b, same), cover(items_b, items_a, back))
    return share >= ALIKE


def _own(argument: Argument) -> dict[str, float]:
    """Items of what fills a slot; where it stands counts only when nothing else
    does.
    """
    printed = {w.strip(",") for n in argument.names for w in n.split(":")[1].split()}
    items = argument_items(argument, frozenset(printed))
    things = {k: v for k, v in items.items() if not k.startswith(Kind.PLACE)}
    return things or items


def _other_people(one: Frame, other: Frame, same: dict[str, str]) -> bool:
    """Whether one slot is filled by names on both sides, and by none in common."""
    if one.predicate in SYMMETRIC:
        return False
    for role in ("agent", "patient"):
        a, b = _subjects(one, role), _subjects(other, role)
        if a and b and not any(name in b or same.get(name) in b for name in a):
            return True
    return False


def _subjects(frame: Frame, role: str) -> set[str]:
    return {
        name
        for argument in frame.arguments
        if argument.role == role
        for name in argument.names
        if not name.startswith(Kind.PLACE)
    }


def _days(record: StatementRecord, frame: Frame) -> list[date]:
    return [
        facet.date_from
        for facet in record.facets
        if facet.kind == Kind.DATE
        and facet.frame == frame.index
        and facet.granularity in (Granularity.DAY, Granularity.RANGE)
        and facet.date_from is not None
    ]


def _near_dates(
    a: StatementRecord, b: StatementRecord, one: Frame, other: Frame
) -> float:
    near = any(
        abs((day - another).days) <= NEAR_DAYS
        for day in _days(a, one)
        for another in _days(b, other)
    )
    return NEAR_DATE if near else 0.0


def _context(a: StatementRecord, b: StatementRecord) -> float:
    return min(MOST_CONTEXT, CONTEXT_NAME * len(set(a.context) & set(b.context)))


def _slot(role: str) -> str:
    return role if role in ("agent", "patient") else "other"
