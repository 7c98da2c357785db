"""What a sentence takes over from those before it. PURE.

"The call lasted an hour" tells of the call that the sentence before it told of: an
event noun with "the", "this" or "that" and without names of its own takes the
participants of the nearest earlier frame of the same event in the article; "the fire"
takes the place of the fire told of. Words that stand for a name ("the company", "its")
give it to the arguments in which they are (extraction.antecedents); such a name is
marked as one that is not printed there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.anaphors import OFFICES
from claims.extraction.antecedents import Antecedents
from claims.extraction.mentions import mentions
from claims.facets.events import event, is_event_noun
from claims.facets.parsed import Span
from claims.facets.types import Argument, Frame, Kind, Reference, StatementRecord
from claims.lexicon.references import HAPPENINGS

# Statements that an event is looked for in before the one that refers to it.
BACK = 3

# Names that make up what an article is about, most frequent first, and how often each
# must stand in it at least.
MOST_NAMES = 8
LEAST_OFTEN = 2

MOST_WORDS = 3  # of DEFINITE
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[\w'-]+\s+){0,2}$", re.I)
BACKWARD = re.compile(r"(?:the|this|that)\s+[\w'-]+$", re.I)
PARTICIPANTS = ("agent", "patient")
# Roles that tell where: an event strikes a place, or happens in one.
WHERE = frozenset(("patient", "in", "at", "near", "outside", "on", "off"))
NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)


def resolve(
    records: Sequence[StatementRecord], sents: Sequence[Span]
) -> list[StatementRecord]:
    """The statements of one article with references resolved, events completed and its
    context set; sents: the parsed sentence of each.
    """
    context = _context(records)
    known = Antecedents(records)
    done: list[StatementRecord] = []
    for record, sent in zip(records, sents, strict=True):
        frames = _referring(record, sent, known)
        for n, frame in enumerate(frames):
            if _refers(frame, record.text):
                earlier = [f for r in done[-BACK:] for f in r.frames] + frames[:n]
                frames[n] = _completed(frame, earlier)
        told = [f for r in done[-BACK:] for f in r.frames]
        frames = [_placed(frame, record.text, told) for frame in frames]
        done.append(replace(record, frames=tuple(frames), context=context))
    return done


def _referring(record: StatementRecord, sent: Span, known: Antecedents) -> list[Frame]:
    """The frames with the names that words of theirs stand for.

    A name that the sentence prints itself is left out: two sentences are held together
    by all that they print, and "it" beside its name tells nothing more.
    """
    base = sent.start_char
    named = mentions(sent, record.facets)
    printed = {mention.key for mention in named}
    found = [
        Reference(
            sent.doc[anaphor.start].idx - base,
            anaphor.token.end - base,
            name,
            open=not sure,
        )
        for anaphor, names, sure in known.read(sent, named, record)
        for name in names
        if name not in printed
    ]
    if not found:
        return list(record.frames)
    return [
        replace(frame, arguments=tuple([_naming(a, found) for a in frame.arguments]))
        for frame in record.frames
    ]


def _naming(argument: Argument, found: Sequence[Reference]) -> Argument:
    inside = tuple(
        each
        for each in found
        if argument.start <= each.start
        and each.end <= argument.end
        and each.name not in argument.names
    )
    if not inside:
        return argument
    meant = [each.name for each in inside if not each.open]
    names = tuple(dict.fromkeys([*argument.names, *meant]))
    return replace(argument, names=names, references=inside)


def _refers(frame: Frame, text: str) -> bool:
    return (
        frame.nominal
        and not any(argument.names for argument in frame.arguments)
        and text[: frame.start][-1:].isspace()
        and DEFINITE.search(_last_words(text[: frame.start])) is not None
    )


def _last_words(text: str) -> str:
    """As many words of the end as DEFINITE may take, with a space behind."""
    return " ".join([*text.rsplit(maxsplit=MOST_WORDS)[-MOST_WORDS:], ""])


def _completed(frame: Frame, earlier: Sequence[Frame]) -> Frame:
    for other in reversed(earlier):
        named = tuple(argument for argument in other.arguments if argument.names)
        if other.predicate == frame.predicate and named:
            at = frame.start
            taken = tuple(replace(a, start=at, end=at, references=()) for a in named)
            return replace(frame, arguments=frame.arguments + taken)
    return frame


def _placed(frame: Frame, text: str, earlier: Sequence[Frame]) -> Frame:
    """The frame with the place of "the fire", if that was told before."""
    arguments = tuple([_there(each, text, earlier) for each in frame.arguments])
    if arguments == frame.arguments:
        return frame
    return replace(frame, arguments=arguments)


def _there(argument: Argument, text: str, earlier: Sequence[Frame]) -> Argument:
    if argument.names or argument.role not in PARTICIPANTS or not earlier:
        return argument
    if not BACKWARD.match(text[argument.start : argument.end]):
        return argument
    if argument.head in OFFICES:
        return _naming(argument, _held_before(argument, earlier))
    if not (is_event_noun(argument.head) or argument.head in HAPPENINGS):
        return argument
    what = event(argument.head, "NOUN")
    for frame in reversed(earlier):
        if any(event(each.head, "NOUN") == what for each in frame.arguments):
            places = _places(frame)
            if places:
                at, end = argument.start, argument.end
                found = [Reference(at, end, place) for place in places]
                return _naming(argument, found)
    return argument


def _held_before(argument: Argument, earlier: Sequence[Frame]) -> list[Reference]:
    """ "The mayor" after "the mayor of Leeds": the name beside the office."""
    beside = {
        each.names
        for frame in earlier
        for each in frame.arguments
        if each.head == argument.head and each.names
    }
    if len(beside) != 1:
        return []
    at, end = argument.start, argument.end
    return [Reference(at, end, name) for name in beside.pop()]


def _places(frame: Frame) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            name
            for each in frame.arguments
            if each.role in WHERE
            for name in each.names
            if name.startswith(Kind.PLACE)
        )
    )


def _context(records: Sequence[StatementRecord]) -> tuple[str, ...]:
    often = Counter(
        name
        for record in records
        for name in {f"{f.kind}:{f.value}" for f in record.facets if f.kind in NAMED}
    )
    kept = [name for name, times in often.items() if times >= LEAST_OFTEN]
    return tuple(sorted(kept, key=lambda name: (-often[name], name))[:MOST_NAMES])
