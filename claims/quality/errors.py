"""The kinds of error that measurements count, told in words of our own.

A kind is a short key. Of a pair it is "expected>given: cause", of a single value "what:
how". No text of a data set is in it, so that the commonest kinds can be published.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from claims.quality.types import Mistake

# Sets that are named beside a kind: those in which it is commonest.
SETS_NAMED = 3

# What an answer is taken for: relation expected, relation given.
TURNS = {
    "corroborates>none": _("Agreement not seen"),
    "corroborates>conflicts": _("Conflict suggested where the texts agree"),
    "corroborates>updates": _("Change suggested where the texts agree"),
    "conflicts>none": _("Conflict not seen"),
    "conflicts>corroborates": _("Conflict taken for agreement"),
    "conflicts>updates": _("Conflict taken for a change over time"),
    "updates>none": _("Change over time not seen"),
    "updates>corroborates": _("Change over time taken for agreement"),
    "updates>conflicts": _("Change over time taken for a conflict"),
    "none>corroborates": _("Agreement suggested where there is no link"),
    "none>conflicts": _("Conflict suggested where there is no link"),
    "none>updates": _("Change suggested where there is no link"),
}

CAUSES = {
    # Nothing was suggested.
    "unread": _("one of the texts has no sentence that is read"),
    "apart": _("the two are held to be about other people, days or measures"),
    "incomparable": _("values were laid side by side and held to be of other things"),
    "unaligned": _("the event is told in other words, so nothing could be compared"),
    "thin": _("too little agrees to say that it is the same fact"),
    "partly": _("some sentences of the shorter text have a partner, others have none"),
    # A conflict was suggested.
    "when": _("a date or length of time of another event, or told less precisely"),
    "quantity": _("a number of another measure, scope or period"),
    "name": _("a name in the same place of the sentence that is not the same part"),
    "polarity": _("an opposite or a denial that is not about the same act"),
    "modality": _("a plan or a possibility beside the fact"),
    # Agreement was suggested, by rule.
    "same_wording": _(
        "most words are shared, and what differs was not read as a value"
    ),
    "same_value": _("one quantity agrees for one period, the rest differs"),
    "same_event": _("who did what agrees, and what differs beside it was not read"),
    "same_things": _("names and many words are shared, but not what is said of them"),
    "much_shared": _("rare words are shared, but not what is said with them"),
    "passage_tells": _("the passage has the words, but puts them together otherwise"),
    # A change was suggested.
    "state_changed": _("two opposite states, or two counts, of different days"),
}

READINGS = {
    "date": _("Date"),
    "time": _("Time of day"),
    "duration": _("Length of time"),
    "set": _("Repeated time"),
    "money": _("Sum of money"),
    "percent": _("Percentage"),
    "cardinal": _("Number"),
    "source": _("Source of a statement"),
    "listed link": _("Link that a reader made between articles"),
    "case datetime": _("Date or time in a peer's test cases"),
    "case duration": _("Length of time in a peer's test cases"),
    "case currency": _("Sum of money in a peer's test cases"),
    "case dimension": _("Measure in a peer's test cases"),
    "case percent": _("Percentage in a peer's test cases"),
    "case number": _("Number in a peer's test cases"),
}

WAYS = {
    "missed": _("not found"),
    "invented": _("found where a reader marked none"),
    "cut": _("found with another beginning or end"),
    "type": _("found, but taken for another kind of time"),
    "value": _("found, but resolved to another value"),
    "wrong": _("not as expected"),
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
        return gettext("Row of a set that cannot be read")
    what, _, how = kind.partition(": ")
    if what in TURNS:
        return f"{_said(TURNS, what)}: {_said(CAUSES, how)}"
    return f"{_said(READINGS, what)} {_said(WAYS, how)}"


def _said(texts: Mapping[str, str], key: str) -> str:
    text = texts.get(key, "")
    return gettext(text) if text else key


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
