"""Lines of a pasted page: what is furniture and, as important, what is not."""

from __future__ import annotations

import time

import pytest

from claims.extraction.blocks import blocks
from claims.extraction.furniture import label_lines

SECONDS = 2.0  # CPU time; a quadratic pattern takes minutes on these lines

STORY = "The harbour board agreed to widen the northern channel before the winter."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("100%", "headline"),
        ("12 of 50.", "body"),
        ("* * *", "furniture"),
        ("© 2031 Shore Media", "furniture"),
    ],
)
def test_a_text_of_one_line(line: str, expected: str) -> None:
    assert label_lines([line]) == [expected]


def label(line: str) -> str:
    """The label of a line that stands between two lines of story."""
    return label_lines([STORY, line, STORY])[1]


@pytest.mark.parametrize(
    "line",
    [
        "Font size",
        "Menu",
        "Sign up now for a free weekly preview of the harbour desk",
        "Please log in to your account and write a comment",
        "Photo: Harbour Press / Mona Lind",
        "The old quay at dawn. Photo by Mona Lind",
        "File photo of the northern lighthouse",
        "Mona Lind, head of the quay. /Courtesy of HPA=Shore Pictures",
        "[Photo/Shore Pictures]",
        "By Mona Lind",
        "By Mona Lind and Jan Berg, March 3, 2031, 11:05 a.m. GMT",
        "March 3, 2031",
        "Published: 3 March 2031 at 11:05",
        "2031-03-03 11:05",
        "WORLD / Harbours",
        "Share on Facebook",
        "Facebook X LinkedIn Email Print",
        "A A A",
        "A | A",
        "Follow us on our channels",
        "12 comments",
        "© 2031 Shore Media Ltd",
        "No part may be reproduced. All rights reserved.",
        "This article was translated by a machine. Tell us what you think.",
        "Disclaimer: the author alone answers for what is written here.",
        "Read more: the ships that never came",
        "Read also",
        "Advertisement",
        "https://example.org/harbour",
        "#harbour #ships",
        "Shore Daily brings its loyal readers the news of every port.",
        "Mona Lind is a reporter for the Shore Daily covering ports.",
        "Subscribe to our newsletter and get it sent straight to your inbox.",
        "menu_toggle",
        "메뉴 열기",
        "* * *",
    ],
)
def test_furniture(line: str) -> None:
    assert label(line) == "furniture"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Board widens the northern channel", "headline"),
        ("Facebook and X sue the board", "headline"),
        ("Plan B is a plan", "headline"),
        ("Second Round of Channel Talks Begins in Norvik", "headline"),
        ("Mayor calls ferry plan “a mistake”", "headline"),
        ("The photographs by Mona Lind of the flooded quay, which the court admitted "
         "as evidence in March, show that the gates had been left open for more than "
         "nine hours on the day before the storm came in.", "body"),
        ("The board signed a contract with three yards.", "body"),
        ("“Share the cost or lose the port,” the mayor said.", "body"),
        ("Reported losses grew to $4 million.", "body"),
        ("By Monday the channel was closed to all ships.", "body"),
        ("Close to 40 ships waited outside the port.", "body"),
        ("The comments that Olin posted drew 300 replies.", "body"),
        ("Updated figures show 12 ships a day.", "body"),
        ("Photos from the flooded quay led the court to open a case.", "body"),
        ("Residents can sign up for free shots by email, the town said.", "body"),
        ("The bank offers its loyal customers a lower rate.", "body"),
        ("The firm changed its privacy policy after the leak.", "body"),
        ("Olsen told members to log in and read the account.", "body"),
        ("Top officials met in Norvik on Friday", "headline"),
    ],
)  # fmt: skip
def test_story_stays(line: str, expected: str) -> None:
    assert label(line) == expected


def test_a_list_of_other_stories_ends_with_the_next_story_line() -> None:
    lines = [STORY, "Related stories", "Ferry fares rise again", STORY, "Ships wait"]
    labels = label_lines(lines)
    assert labels[1:4] == ["furniture", "furniture", "body"]


def test_title_cased_lines_after_the_story_are_links() -> None:
    lines = [STORY, STORY, STORY, "Ferry Fares Rise Again In Norvik"]
    assert label_lines(lines)[-1] == "furniture"
    assert label_lines([*lines[:3], "The mayor did not answer"])[-1] == "headline"


def test_a_text_of_one_short_line_is_kept() -> None:
    assert label_lines(["Talks collapse"]) == ["headline"]


@pytest.mark.parametrize(
    "piece", ["A", "By AA", "a.B", "x ", "'a", '"', "a?b ", "@a.b", "\n\n.", "1/ "]
)
def test_hostile_lines_take_no_time(piece: str) -> None:
    started = time.process_time()
    blocks(piece * 50_000)
    assert time.process_time() - started < SECONDS
