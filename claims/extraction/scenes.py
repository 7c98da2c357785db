"""What a sentence tells of whom, as far as later ones may point back to it. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claims.extraction.anaphors import FEMALE, MALE
from claims.extraction.mentions import Mention, addressed
from claims.facets.parsed import Span, Token
from claims.facets.types import Frame
from claims.lexicon import references as words
from claims.lexicon.forenames import FORENAMES
from claims.lexicon.generics import SYMMETRIC
from claims.lexicon.sexes import EITHER, WOMEN

TWO = 2


@dataclass(slots=True)
class Scene:
    """What a sentence leaves for the next one.

    people   every single person told of: (name, "") or ("", sex)
    bodies   the bodies that it names
    subject  the name that its main clause is about, or ""
    """

    people: list[tuple[str, str]] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)
    subject: str = ""


@dataclass(slots=True)
class Reading:
    """The sentence being read: its names by token, and what was resolved so far."""

    sent: Span
    mentions: Sequence[Mention]
    unnamed: Sequence[tuple[int, str]]
    resolved: dict[int, str] = field(default_factory=dict)

    def at(self, token: Token) -> str:
        """The name that a token is the head of, or stands for."""
        if token.i in self.resolved:
            return self.resolved[token.i]
        return next((m.key for m in self.mentions if token.i in m.at), "")

    def prints(self, key: str) -> bool:
        return any(m.key == key for m in self.mentions)


def joined(frames: Iterable[Frame]) -> tuple[str, ...]:
    """The names that a sentence tells to have done something together."""
    found: dict[str, None] = {}
    for frame in frames:
        agents = [n for a in frame.arguments if a.role == "agent" for n in a.names]
        together = [
            n
            for a in frame.arguments
            if a.role in ("with", "to", "patient")
            for n in a.names
        ]
        if frame.predicate in SYMMETRIC:
            found |= dict.fromkeys([*agents, *together])
        elif len(agents) == TWO and not frame.nominal:
            found |= dict.fromkeys(agents)
    return tuple(found)


def sex_of(mention: Mention, offices: Iterable[frozenset[str]]) -> str:
    """The sex that a forename, a form of address or an office tells, or ""."""
    told = frozenset([addressed(mention)]).union(*offices)
    if told & words.OF_MEN:
        return MALE
    if told & words.OF_WOMEN:
        return FEMALE
    forename = mention.value.split()[0]
    if forename in EITHER or forename not in FORENAMES:
        return ""
    return FEMALE if forename in WOMEN else MALE
