"""The kinds of error that measurements count, told in words of our own.

A kind is a short key. Of a pair it is "expected>given: cause", of a single value "what:
how". No text of a data set is in it, so that the commonest kinds can be published.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.quality.types import Mistake

# Sets that are named beside a kind: those in which it is commonest.
SETS_NAMED = 3

# What an answer is taken for: relation expected, relation given.
TURNS = {
    "corroborates>none": "Agreement not seen",
    "corroborates>conflicts": "Conflict suggested where the texts agree",
    "corroborates>updates": "Change suggested where the texts agree",
    "conflicts>none": "Conflict not seen",
    "conflicts>corroborates": "Conflict taken for agreement",
    "conflicts>updates": "Conflict taken for a change over time",
    "updates>none": "Change over time not seen",
    "updates>corroborates": "Change over time taken for agreement",
    "updates>conflicts": "Change over time taken for a conflict",
    "none>corroborates": "Agreement suggested where there is no link",
    "none>conflicts": "Conflict suggested where there is no link",
    "none>updates": "Change suggested where there is no link",
}

CAUSES = {
    # Nothing was suggested.
    "unread": "one of the texts has no sentence that is read",
    "apart": "the two are held to be about other people, days or measures",
    "incomparable": "values were laid side by side and held to be of other things",
    "unaligned": "the event is told in other words, so nothing could be compared",
    "thin": "too little agrees to say that it is the same fact",
    "partly": "some sentences of the shorter text have a partner, others have none",
    # A conflict was suggested.
    "when": "a date or length of time of another event, or told less precisely",
    "quantity": "a number of another measure, scope or period",
    "name": "a name in the same place of the sentence that is not the same part",
    "polarity": "an opposite or a denial that is not about the same act",
    "modality": "a plan or a possibility beside the fact",
    # Agreement was suggested, by rule.
    "same_wording": "most words are shared, and what differs was not read as a value",
    "same_value": "one quantity agrees for one period, the rest differs",
    "same_event": "who did what agrees, and what differs beside it was not read",
    "same_things": "names and many words are shared, but not what is said of them",
    "much_shared": "rare words are shared, but not what is said with them",
    # A change was suggested.
    "state_changed": "two opposite states, or two counts, of different days",
}

READINGS = {
    "date": "Date",
    "time": "Time of day",
    "duration": "Length of time",
    "set": "Repeated time",
    "money": "Sum of money",
    "percent": "Percentage",
    "cardinal": "Number",
    "source": "Source of a statement",
    "listed link": "Link that a reader made between articles",
    "case datetime": "Date or time in a peer's test cases",
    "case duration": "Length of time in a peer's test cases",
    "case currency": "Sum of money in a peer's test cases",
    "case dimension": "Measure in a peer's test cases",
    "case percent": "Percentage in a peer's test cases",
    "case number": "Number in a peer's test cases",
}

WAYS = {
    "missed": "not found",
    "invented": "found where a reader marked none",
    "cut": "found with another beginning or end",
    "type": "found, but taken for another kind of time",
    "value": "found, but resolved to another value",
    "wrong": "not as expected",
}

UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """How often a kind of error occurs, and in which sets most, by name."""

    kind: str
    count: int
    sets: tuple[str, ...] = ()


def pair_kind(expected: str, given: str, cause: str) -> str:
    """The key of a wrong relation."""
    return f"{expected}>{given}: {cause}"


def reading_kind(what: str, way: str) -> str:
    """The key of a value that is read wrongly."""
    return f"{what}: {way}"


def words(kind: str) -> str:
    """What a key stands for, as a sentence; a key nobody wrote words for as it is."""
    if kind == UNREADABLE:
        return "Row of a set that cannot be read"
    what, _, how = kind.partition(": ")
    if what in TURNS:
        return f"{TURNS[what]}: {CAUSES.get(how, how)}"
    return f"{READINGS.get(what, what)} {WAYS.get(how, how)}"


def has_words(kind: str) -> bool:
    """Whether somebody wrote words for every part of a key."""
    what, _, how = kind.partition(": ")
    return (
        kind == UNREADABLE
        or (what in TURNS and how in CAUSES)
        or (what in READINGS and how in WAYS)
    )


def counted(
    mistakes: Iterable[tuple[str, Sequence[Mistake]]],
) -> tuple[ErrorCount, ...]:
    """Kinds by how often they occur, from (set, its mistakes); commonest first."""
    sets: dict[str, Counter[str]] = defaultdict(Counter)
    for name, found in mistakes:
        for mistake in found:
            sets[mistake.kind][name] += 1
    counts = [
        ErrorCount(kind, within.total(), tuple(_most(within)))
        for kind, within in sets.items()
    ]
    return tuple(sorted(counts, key=lambda e: (-e.count, e.kind)))


def _most(within: Counter[str]) -> list[str]:
    ordered = sorted(within, key=lambda name: (-within[name], name))
    return ordered[:SETS_NAMED]
