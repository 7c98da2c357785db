"""What hangs on what in a parsed sentence, as plain values. PURE.

A member is a content word or a whole name; a tie joins two. What a copula, an
apposition and a title say is one tie ("is"); what a passive or a relative clause moves
is put back.
"""

from __future__ import annotations

from dataclasses import dataclass

SUBJECT, OBJECT, IS, OF, QUALITY, JOINED = (
    "subject",
    "object",
    "is",
    "of",
    "quality",
    "joined",
)
# What is not so, but the other is: "rather than", "instead of".
INSTEAD_OF = "instead of"
# Clauses that a member governs; any other role is the preposition that binds.
CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


@dataclass(frozen=True, slots=True)
class Member:
    """A content word, a pronoun that takes part, or a whole name.

    words   in lower case: of a name all of them; pos, entity: spaCy's tags
    denied  whether a word of denial hangs on it
    particle  of a verb: "off" of "called off"
    start, end  of the word, or of the whole name, counted from the statement's start
    """

    lemma: str
    words: tuple[str, ...]
    pos: str
    entity: str
    start: int
    end: int
    denied: bool = False
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What the member at `part` is to the one at `head`."""

    head: int
    part: int
    role: str


@dataclass(frozen=True, slots=True)
class Tied:
    """A sentence as its members and their ties.

    verb   lemma of the main verb, "be" for a copula
    main   index of the main predicate, behind a copula what it ascribes; -1 for none
    passive  whether the main verb is a passive
    """

    members: tuple[Member, ...]
    ties: tuple[Tie, ...]
    verb: str = ""
    main: int = -1
    passive: bool = False
