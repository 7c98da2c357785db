"""What follows when an editor's facets take the place of the engine's. PURE.

An editor's facet hides the engine's of its kind that it overlaps; one without a value
says that nothing is stated there, and hides them all the same. What was read into a
frame before still stands in it: the names of its participants, whether it is denied, in
which world it holds. Linkage reads all three, so they follow the facets that hold; so
does an office, which carries the name of its person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claims.facets.polarity import DENIED
from claims.facets.types import Argument, Facet, Frame, Kind, Modality, Reference

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)


@dataclass(frozen=True, slots=True)
class Effective:
    """The facets of a statement that hold, and its frames brought in line."""

    facets: tuple[Facet, ...]
    frames: tuple[Frame, ...]


def effective(
    engine: Sequence[Facet], edited: Sequence[Facet], frames: Sequence[Frame]
) -> Effective:
    """Facets and frames of a statement, given the engine's facets and an editor's."""
    if not edited:
        return Effective(tuple(engine), tuple(frames))
    hidden = [one for one in engine if any(overlap(over, one) for over in edited)]
    stated = [
        placed(one, [over for over in hidden if over.kind == one.kind], frames)
        for one in edited
        if one.value
    ]
    kept = [_of_renamed(one, hidden, stated) for one in engine if one not in hidden]
    return Effective((*stated, *kept), follow(frames, hidden, stated))


def overlap(one: Facet, other: Facet) -> bool:
    """Whether two facets are of one kind and share a printed word."""
    return one.kind == other.kind and one.start < other.end and other.start < one.end


def _of_renamed(
    facet: Facet, hidden: Sequence[Facet], stated: Sequence[Facet]
) -> Facet:
    """An office goes with its person's name."""
    if facet.kind is not Kind.TITLE:
        return facet
    for gone in hidden:
        if gone.kind is Kind.PERSON and gone.value == facet.measure:
            new = next((one for one in stated if overlap(one, gone)), None)
            return replace(facet, measure=new.value if new else "")
    return facet


def placed(facet: Facet, hidden: Sequence[Facet], frames: Sequence[Frame]) -> Facet:
    """The editor's facet in the frame and slot of the engine's that it hides.

    An extraction may number its frames anew; the words that are corrected stay. One
    that hides nothing goes to the frame that prints it, or to the nearest.
    """
    for other in hidden:
        if other.start < facet.end and facet.start < other.end:
            return replace(
                facet,
                frame=other.frame,
                role=other.role,
                measure=facet.measure or other.measure,
            )
    if not frames:
        return replace(facet, frame=0)
    return replace(facet, frame=frame_at(frames, facet.start, facet.end).index)


def frame_at(frames: Sequence[Frame], start: int, end: int) -> Frame:
    """The frame with the words in it: as its predicate, its argument, or nearest."""

    def distance(frame: Frame) -> tuple[int, int]:
        parts = [(frame.start, frame.end)]
        parts += [(each.start, each.end) for each in frame.arguments]
        gaps = [max(first - end, start - last, 0) for first, last in parts]
        own = max(frame.start - end, start - frame.end, 0)
        return min(gaps), own

    return min(frames, key=distance)


def follow(
    frames: Sequence[Frame], hidden: Sequence[Facet], edited: Collection[Facet]
) -> tuple[Frame, ...]:
    """The frames with what the edited facets say instead of the hidden ones."""
    return tuple(_followed(frame, hidden, edited) for frame in frames)


def _followed(
    frame: Frame, hidden: Sequence[Facet], edited: Collection[Facet]
) -> Frame:
    for facet in hidden:
        if facet.frame == frame.index and facet.kind is Kind.POLARITY:
            frame = replace(frame, negated=False)
        if facet.frame == frame.index and facet.kind is Kind.MODALITY:
            frame = replace(frame, modality=Modality.ASSERTED)
    for facet in edited:
        if facet.frame == frame.index and facet.kind is Kind.POLARITY:
            frame = replace(frame, negated=facet.value == DENIED)
        if facet.frame == frame.index and facet.kind is Kind.MODALITY:
            frame = replace(frame, modality=Modality(facet.value))
    arguments = tuple(_renamed(each, hidden, edited) for each in frame.arguments)
    return replace(frame, arguments=arguments)


def _renamed(
    argument: Argument, hidden: Sequence[Facet], edited: Collection[Facet]
) -> Argument:
    gone = {_name(facet) for facet in hidden if _stands_in(facet, argument)}
    new = [_name(facet) for facet in edited if _stands_in(facet, argument)]
    if not gone and not new:
        return argument
    references = tuple(
        each for each in argument.references if not _edited(each, edited)
    )
    gone |= {each.name for each in set(argument.references) - set(references)}
    kept = [name for name in argument.names if name not in gone]
    return replace(
        argument, names=tuple(dict.fromkeys([*kept, *new])), references=references
    )


def _edited(reference: Reference, edited: Collection[Facet]) -> bool:
    """Whether an editor has said whom the words mean."""
    return any(
        facet.kind in NAMED
        and facet.start < reference.end
        and reference.start < facet.end
        for facet in edited
    )


def _stands_in(facet: Facet, argument: Argument) -> bool:
    inside = argument.start <= facet.start and facet.end <= argument.end
    return facet.kind in NAMED and inside


def _name(facet: Facet) -> str:
    return f"{facet.kind}:{facet.value}"
