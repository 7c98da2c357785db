"""Whom the words of a statement stand for, and whether two mean others. PURE.

"The company reported a loss" of two articles is one fact only if it is one company. A
name that was resolved inside its article counts like a printed one. Where it is open,
the main names of the two articles decide: if they have none in common, neither agrees
with the other nor contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.facets.gazetteer import within
from claims.facets.types import Argument, Facet, Frame, Kind, StatementRecord
from claims.lexicon.generics import GENERICS
from claims.linkage.kept import Kept
from claims.linkage.kinds import NAMED

CORE = ("agent", "patient")
SUBJECTS = (Kind.PERSON, Kind.ORGANISATION)
# Predicates that tell of the telling: who speaks is not what is told.
TELLING = frozenset({"say", "report", "tell", "announce", "claim", "add"})

PERSONAL = re.compile(r"(?:he|she|his|her)\b", re.I)
IMPERSONAL = re.compile(r"(?:it|its|they|their)\b", re.I)
DEFINITE = re.compile(r"(?:the|this|that)\b", re.I)


def _referred(record: StatementRecord) -> tuple[Facet, ...]:
    found: dict[tuple[int, str], Facet] = {}
    for frame in record.frames:
        for argument in frame.arguments:
            if argument.role == "agent" and frame.predicate in TELLING:
                continue
            for each in argument.references:
                if each.open:
                    continue
                kind, _, value = each.name.partition(":")
                found.setdefault(
                    (each.start, each.name),
                    Facet(
                        kind=Kind(kind),
                        start=each.start,
                        end=each.end,
                        text=record.text[each.start : each.end],
                        value=value,
                        role=argument.role,
                        frame=frame.index,
                        implied=True,
                    ),
                )
    return tuple(found.values())


# The names that words of a statement stand for, as implied facets; not who speaks.
referred = Kept(_referred)


def told_of(record: StatementRecord) -> tuple[Facet, ...]:
    """The facets of a statement with the names that words of it stand for."""
    meant = referred(record)
    return (*record.facets, *meant) if meant else record.facets


class Meant(NamedTuple):
    """Who and what a statement is about, by kind of name.

    carried  what its subjects and objects stand for and it does not print
    named  that, and the names that it prints, but for who speaks
    open  the names that its subjects and objects may stand for, where that is open
    unknown  kinds of its subjects and objects that stand for nobody known
    """

    carried: dict[Kind, set[str]]
    named: dict[Kind, set[str]]
    open: dict[Kind, set[str]]
    unknown: frozenset[Kind]

    @property
    def subjects(self) -> frozenset[Kind]:
        """Kinds of what its words stand for, known or not."""
        return self.unknown | self.carried.keys() | self.open.keys()


def _meant(record: StatementRecord) -> Meant:
    carried: dict[Kind, set[str]] = {}
    possible: dict[Kind, set[str]] = {}
    unknown: set[Kind] = set()
    for _, argument in _core(record.frames):
        for each in argument.references:
            kind, _, value = each.name.partition(":")
            among = possible if each.open else carried
            among.setdefault(Kind(kind), set()).add(value)
        if not argument.names:
            unknown.update(_open(argument, record.text))
    named = {kind: set(values) for kind, values in carried.items()}
    for facet in record.facets:
        if facet.kind in NAMED and facet.role != "speaker":
            named.setdefault(facet.kind, set()).add(facet.value)
    return Meant(carried, named, possible, frozenset(unknown))


def _core(frames: Iterable[Frame]) -> Iterator[tuple[Frame, Argument]]:
    for frame in frames:
        if frame.predicate not in TELLING:
            for argument in frame.arguments:
                if argument.role in CORE:
                    yield frame, argument


def _open(argument: Argument, text: str) -> Iterator[Kind]:
    """The kinds of names that a phrase without a name stands for."""
    printed = text[argument.start : argument.end]
    if PERSONAL.match(printed):
        yield Kind.PERSON
    elif IMPERSONAL.match(printed):
        yield Kind.ORGANISATION
    elif DEFINITE.match(printed) and len(argument.words) == 1:
        for kind in (Kind.PERSON, Kind.ORGANISATION):
            if argument.head in GENERICS[kind]:
                yield kind


def of_others(a: StatementRecord, b: StatementRecord, same: dict[str, str]) -> bool:
    """Whether two statements are about other people, bodies or places, or can only be.

    same: names of a to those of b that stand for the same
    """
    one, other = _meant(a), _meant(b)
    back = {value: key for key, value in same.items()}
    if _carried_apart(one, other, same, b) or _carried_apart(other, one, back, a):
        return True
    about = set(a.context) & set(b.context)
    if same or about:
        return False
    if any(_possibly_apart(one, other, kind) for kind in SUBJECTS):
        return True
    unknown = (one.unknown & other.subjects) | (other.unknown & one.subjects)
    return bool(unknown and a.context and b.context)


def _possibly_apart(one: Meant, other: Meant, kind: Kind) -> bool:
    """Whether no name that may be meant here may be meant there."""
    sides = (
        one.carried.get(kind, set()) | one.open.get(kind, set()),
        other.carried.get(kind, set()) | other.open.get(kind, set()),
    )
    return all(sides) and sides[0].isdisjoint(sides[1])


def _carried_apart(
    one: Meant, other: Meant, same: dict[str, str], theirs: StatementRecord
) -> bool:
    """Whether what one side's words stand for is nobody that the other tells of."""
    for kind, values in one.carried.items():
        if kind == Kind.PLACE:
            places = other.carried.get(kind)
            if places and not any(_one_place(x, y) for x in values for y in places):
                return True
            continue
        about = {name for name in theirs.context if name.startswith(kind)}
        named = other.named.get(kind, set()) | other.open.get(kind, set())
        told = {f"{kind}:{value}" for value in named}
        if told and not any(
            name in told | about or name in same
            for name in (f"{kind}:{value}" for value in values)
        ):
            return True
    return False


def _one_place(one: str, other: str) -> bool:
    return one == other or within(one, other) or within(other, one)
