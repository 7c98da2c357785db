"""What a definite event noun takes over from the sentences before it. PURE.

"The call lasted an hour" tells of the call that the sentence before it told of: an
event noun with "the", "this" or "that" and without names of its own takes the
participants of the nearest earlier frame of the same event in the article. Nothing else
is resolved: a wrong antecedent makes a false conflict, a missing one only a missing
link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claims.facets.types import Frame, Kind, StatementRecord

# Statements that an event is looked for in before the one that refers to it.
BACK = 3

# Names that make up what an article is about, most frequent first, and how often each
# must stand in it at least.
MOST_NAMES = 8
LEAST_OFTEN = 2

DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[\w'-]+\s+){0,2}$", re.I)
NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)


def resolve(records: Sequence[StatementRecord]) -> list[StatementRecord]:
    """The statements of one article with events completed and its context set."""
    context = _context(records)
    done: list[StatementRecord] = []
    for record in records:
        frames = list(record.frames)
        for n, frame in enumerate(frames):
            if _refers(frame, record.text):
                earlier = [f for r in done[-BACK:] for f in r.frames] + frames[:n]
                frames[n] = _completed(frame, earlier)
        done.append(replace(record, frames=tuple(frames), context=context))
    return done


def _refers(frame: Frame, text: str) -> bool:
    return (
        frame.nominal
        and not any(argument.names for argument in frame.arguments)
        and DEFINITE.search(text[: frame.start]) is not None
    )


def _completed(frame: Frame, earlier: Sequence[Frame]) -> Frame:
    for other in reversed(earlier):
        named = tuple(argument for argument in other.arguments if argument.names)
        if other.predicate == frame.predicate and named:
            taken = tuple(replace(a, start=frame.start, end=frame.start) for a in named)
            return replace(frame, arguments=frame.arguments + taken)
    return frame


def _context(records: Sequence[StatementRecord]) -> tuple[str, ...]:
    often = Counter(
        name
        for record in records
        for name in {f"{f.kind}:{f.value}" for f in record.facets if f.kind in NAMED}
    )
    kept = [name for name, times in often.items() if times >= LEAST_OFTEN]
    return tuple(sorted(kept, key=lambda name: (-often[name], name))[:MOST_NAMES])
