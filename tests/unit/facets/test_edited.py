"""What holds when an editor has corrected what the engine read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.facets.edited import effective, frame_at
from claims.facets.types import Argument, Facet, Frame, Kind, Modality, Reference

DATES = [Facet(Kind.DATE, start, start + 4, "", "x") for start in (0, 2, 4, 10)]
NOTHING = Facet(Kind.DATE, 2, 6, "", "")
PERSON = Facet(Kind.PERSON, 0, 9, "", "orla venn")
RENAMED = replace(PERSON, value="orla fenn")
OFFICE = Facet(Kind.TITLE, 10, 16, "mayor", "mayor", measure="orla venn")
SPEAKER = Argument("agent", "venn", ("venn",), 0, 9, names=("person:orla venn",))
FRAMES = (
    Frame(0, 10, 14, "say", "say", arguments=(SPEAKER,)),
    Frame(1, 20, 26, "close", "close"),
)


@pytest.mark.parametrize(
    ("engine", "edited", "kept"),
    [
        ([DATES[0], DATES[1]], [], [DATES[0], DATES[1]]),
        ([DATES[0]], [DATES[1]], [DATES[1]]),
        ([DATES[0]], [DATES[2]], [DATES[2], DATES[0]]),
        ([PERSON], [DATES[0]], [DATES[0], PERSON]),
        ([], [DATES[0], DATES[1]], [DATES[0], DATES[1]]),
        ([DATES[0], DATES[3]], [NOTHING], [DATES[3]]),
        ([DATES[3]], [NOTHING], [DATES[3]]),
        ([], [], []),
    ],
    ids=["engine", "overlaps", "touches", "kind", "editor", "none", "away", "empty"],
)
def test_facets_that_hold(engine: list, edited: list, kept: list) -> None:
    assert list(effective(engine, edited, ()).facets) == kept


def test_a_correction_keeps_its_place_in_the_frame() -> None:
    held = replace(DATES[0], frame=1, role="event", measure="m")
    (facet,) = effective([held], [replace(DATES[0], value="y")], FRAMES).facets
    assert (facet.value, facet.frame, facet.role, facet.measure) == (
        *("y", 1, "event"),
        "m",
    )


@pytest.mark.parametrize(("start", "frame"), [(2, 0), (12, 0), (21, 1), (40, 1)])
def test_a_new_facet_goes_to_the_frame_that_prints_it(start: int, frame: int) -> None:
    new = Facet(Kind.DATE, start, start + 3, "", "y", frame=7)
    (facet,) = effective([], [new], FRAMES).facets
    assert facet.frame == frame
    assert frame_at(FRAMES, start, start + 3).index == frame


def test_without_a_frame_there_is_none_to_go_to() -> None:
    (facet,) = effective([], [replace(DATES[0], frame=3)], ()).facets
    assert facet.frame == 0


def test_a_participant_and_his_office_go_by_the_new_name() -> None:
    held = effective([PERSON, OFFICE], [RENAMED], FRAMES)
    assert [facet.measure for facet in held.facets] == ["", "orla fenn"]
    assert held.frames[0].arguments[0].names == ("person:orla fenn",)
    assert held.frames[1] == FRAMES[1]


def test_a_name_that_is_none_leaves_the_frame() -> None:
    held = effective([PERSON, OFFICE], [replace(PERSON, value="")], FRAMES)
    assert [facet.measure for facet in held.facets] == [""]
    assert held.frames[0].arguments[0].names == ()


CLOSED = Facet(Kind.POLARITY, 20, 26, "closed", "denied", frame=1)
PLANNED = Facet(Kind.MODALITY, 20, 26, "closed", "planned", frame=1)


@pytest.mark.parametrize(
    ("engine", "edited", "told"),
    [
        ([CLOSED], [replace(CLOSED, value="affirmed")], (False, Modality.ASSERTED)),
        ([CLOSED], [replace(CLOSED, value="")], (False, Modality.ASSERTED)),
        ([], [CLOSED], (True, Modality.ASSERTED)),
        ([], [PLANNED], (False, Modality.PLANNED)),
        ([PLANNED], [replace(PLANNED, value="")], (False, Modality.ASSERTED)),
        ([], [DATES[0]], (False, Modality.ASSERTED)),
    ],
)
def test_what_is_denied_or_planned_follows(
    engine: list, edited: list, told: tuple[bool, Modality]
) -> None:
    frame = effective(engine, edited, FRAMES).frames[1]
    assert (frame.negated, frame.modality) == told


def test_nobody_edited_nothing_changes() -> None:
    held = effective([PERSON, CLOSED], [], FRAMES)
    assert (held.facets, held.frames) == ((PERSON, CLOSED), FRAMES)


SHE = Argument(
    *("agent", "she", (), 0, 3, ("person:orla venn",)),
    references=(Reference(0, 3, "person:orla venn"),),
)


@pytest.mark.parametrize(
    ("edited", "names", "references"),
    [
        # The editor says who she is.
        (Facet(Kind.PERSON, 0, 3, "She", "ada quist"), ("person:ada quist",), 0),
        (Facet(Kind.PERSON, 20, 26, "", "ada quist"), ("person:orla venn",), 1),
        (Facet(Kind.DATE, 0, 3, "", "2031-03"), ("person:orla venn",), 1),
    ],
)
def test_an_editor_says_whom_a_word_means(edited, names, references) -> None:
    frame = Frame(0, 4, 8, "say", "say", arguments=(SHE,))
    (held,) = effective([], [edited], [frame]).frames
    (argument,) = held.arguments
    assert (argument.names, len(argument.references)) == (names, references)
