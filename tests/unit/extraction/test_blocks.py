"""Blocks: what ends one, and that spans hold in the stored text."""

from __future__ import annotations

import pytest

from claims.extraction.blocks import blocks


def texts(text: str, **options: object) -> list[str]:
    return [text[b.start : b.end] for b in blocks(text, **options)]


BODY = "The harbour board agreed to widen the northern channel before the winter."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u00a0\n\t", []),
        ("A first part\n\nof two halves", ["A first part", "of two halves"]),
        (f"{BODY}\n{BODY}", [BODY, BODY]),
        (f"{BODY}\r\n\r\n{BODY}", [BODY, BODY]),
        (f"{BODY}\u2029\u2029{BODY}", [BODY, BODY]),
        (
            "The harbour board agreed on Friday to widen the\n"
            "northern channel before the winter, and the\nmayor agreed.",
            [
                "The harbour board agreed on Friday to widen the\n"
                "northern channel before the winter, and the\nmayor agreed."
            ],
        ),
        (
            "Board Widens Northern Channel\nWork to Begin Before Winter Storms",
            ["Board Widens Northern Channel", "Work to Begin Before Winter Storms"],
        ),
    ],
)
def test_what_ends_a_block(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a small matter.Olin left.", ["It is a small matter.", "Olin left."]),
        (
            "“We sail that day.”The board agreed.",
            ["“We sail that day.”", "The board agreed."],
        ),
        (
            "He left that day.“The end is near.”",
            ["He left that day.", "“The end is near.”"],
        ),
        # typed as a closing mark, but nothing is open: it belongs to what follows
        (
            "He left that day.”The end is near.”",
            ["He left that day.", "”The end is near.”"],
        ),
        ("Prices rose 5%.They fell later.", ["Prices rose 5%.", "They fell later."]),
        ("The U.S.Coast guard came.", ["The U.S.Coast guard came."]),
        ("Write to www.example.Org or not.", ["Write to www.example.Org or not."]),
        ("J.Olin met K.Berg today.", ["J.Olin met K.Berg today."]),
        ("It costs 3.5 million.", ["It costs 3.5 million."]),
    ],
)
def test_a_glued_full_stop_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_parts_of_one_printed_paragraph_share_its_number() -> None:
    found = blocks(f"It is a small matter.Olin left the board.\n\n{BODY}")
    assert [block.paragraph for block in found] == [0, 0, 1]


def test_the_title_is_a_headline_even_when_it_ends_with_a_stop() -> None:
    text = f"The channel will be widened.\n\n{BODY}"
    assert blocks(text)[0].kind == "body"
    assert blocks(text, title="The channel will be widened.")[0].kind == "headline"


def test_all_sentences_drops_nothing() -> None:
    text = f"Share this\n\n{BODY}\n\nAll rights reserved."
    assert [b.kind for b in blocks(text)] == ["furniture", "body", "furniture"]
    kinds = [b.kind for b in blocks(text, all_sentences=True)]
    assert kinds == ["body", "body", "body"]


@pytest.mark.parametrize("piece", ["word ", "x"])
def test_a_block_is_never_longer_than_the_parser_takes(piece: str) -> None:
    text = piece * 50_000
    found = blocks(text)
    assert max(block.end - block.start for block in found) <= 20_000
    kept = "".join(text[block.start : block.end] for block in found)
    assert kept.replace(" ", "") == text.replace(" ", "")
