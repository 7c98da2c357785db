"""Folding changes typography, never length."""

from __future__ import annotations

import pytest

from claims.extraction.fold import bounded, fold, mend


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("the\u00a0pier", "the pier"),
        ("two\nlines\tand\u2003space", "two lines and space"),
        ("zero\u200bwidth\ufeff", "zero width "),
        ("“so,” she ‘said’", "\"so,\" she 'said'"),
        ("5′ 7″", "5' 7\""),
        ("2019–2021, cross‑border, −4", "2019-2021, cross-border, -4"),
        ("effect—at once―so", "effect—at once—so"),
        ("naïve café", "naïve café"),
        ("", ""),
    ],
)
def test_fold_keeps_every_character_in_its_place(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (
            "the quay?a long one?Olin replied that",
            "the quay—a long one—Olin replied that",
        ),
        ("OSLO - The mayor said", "OSLO — The mayor said"),
        ("OSLO, June 9 - Olin said", "OSLO, June 9 — Olin said"),
        ("PORT ELLERY, Arland, 9 June - Olin", "PORT ELLERY, Arland, 9 June — Olin"),
        ("Port Ellery, Jan. 9, 2031 - Olin", "Port Ellery, Jan. 9, 2031 — Olin"),
        ("Olin won - The mayor lost", "Olin won - The mayor lost"),
        ("Port Ellery - Olin", "Port Ellery - Olin"),
        ("F-16 - A pilot said", "F-16 - A pilot said"),
        ("Rain, June 9 - that is sure", "Rain, June 9 - that is sure"),
        ("Who pays? The town pays.", "Who pays? The town pays."),
        ("See example.org/find?page=3 for it", "See example.org/find?page=3 for it"),
    ],
)
def test_a_dash_lost_in_an_encoding_comes_back(broken: str, mended: str) -> None:
    assert mend(broken) == mended


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("Paid 5%. " + "(" * 50, "Paid 5%. " + " " * 50),
        ("'\"" * 30_000, " " * 60_000),
        ("\u0301" * 50 + " so", " " * 50 + " so"),
        ("a" * 1_000, ("a" * 99 + " ") * 9 + "a" * 100),
        ("'s" * 501, ("'s" * 49 + "' ") + ("'s" * 49 + "' ") * 9 + "'s"),
    ],
)
def test_no_word_is_too_long_for_the_tokenizer(hostile: str, expected: str) -> None:
    assert bounded(hostile) == expected
    assert len(expected) == len(hostile)


@pytest.mark.parametrize(
    "printed",
    [
        "He left. " + "-" * 49,
        "See https://example.org/" + "a/" * 400 + " for it.",
        "“Why?!” asked Olin (of the “Quay”) ...",
        "",
    ],
)
def test_what_a_newspaper_prints_stays_as_it_is(printed: str) -> None:
    assert bounded(printed) == printed
