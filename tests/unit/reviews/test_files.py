"""Files in which reviews come: JSON in any encoding, pages with their scripts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from claims.reviews import Row, Unreadable, read_file
from claims.reviews.limits import FILE_BYTES
from claims.reviews.scripts import scripts_of

TODAY = date(2031, 5, 20)
REVIEW = {
    "@type": "ClaimReview",
    "url": "https://checks.example/é",
    "claimReviewed": "Die Fähre ist verkauft.",
}
TEXT = json.dumps(REVIEW, ensure_ascii=False)
KIND = 'type="application/ld+json"'


def page(*scripts: str, head: str = "") -> str:
    held = "".join(f"<script {KIND}>{script}</script>" for script in scripts)
    return f"<!doctype html><html><head>{head}</head><body>{held}</body></html>"


def read(content: str | bytes) -> list[Row]:
    raw = content.encode() if isinstance(content, str) else content
    return read_file(raw, latest=TODAY)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"  \n" + json.dumps([REVIEW]).encode(),
        page(TEXT).encode(),
        page(TEXT, head='<meta charset="windows-1252">').encode("cp1252"),
        page(f"\n<!--\n{TEXT}\n-->\n").encode(),
        page(f"//<![CDATA[\n{TEXT}\n//]]>").encode(),
        page(TEXT).replace(KIND, "TYPE = application/LD+JSON;charset=utf-8").encode(),
        page('{"@type": "WebPage"}', TEXT).encode(),
    ],
)
def test_the_same_review_in_many_files(content: bytes) -> None:
    (row,) = read(content)
    assert row.review is not None
    assert row.review.claim == REVIEW["claimReviewed"]
    assert row.review.url == REVIEW["url"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("{", "broken JSON: Expecting property name enclosed in double quotes, "
              "line 1, column 2"),
        ("not json", "broken JSON: Expecting value, line 1, column 1"),
        ("[" * 100_000, "broken JSON: nested too deep"),
        ("<p>nothing</p>", "no ClaimReview in it: the page has no script of them"),
        (page("{oops"), "script[0]: broken JSON: Expecting property name enclosed in "
                        "double quotes, line 1, column 2"),
        (page('{"@type": "WebPage"}'),
         "no ClaimReview in it: the page has no script of them"),
        (page(TEXT).replace(KIND, "type=text/javascript"),
         "no ClaimReview in it: the page has no script of them"),
        (page().replace("<body>", f"<!-- <script {KIND}>{TEXT}</script> -->"),
         "no ClaimReview in it: the page has no script of them"),
        (b"\xff\xfe\x00", "not utf-16, see byte 3"),
        (b'{"a": "\xe9"}', "not utf-8, see byte 8"),
        (b" " * (FILE_BYTES + 1), "larger than 5 MB"),
    ],
)  # fmt: skip
def test_what_is_refused_whole(content: str | bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(content)
    assert str(refused.value) == reason


def test_a_broken_script_keeps_no_other_from_being_read() -> None:
    rows = read(page("{oops", TEXT, json.dumps([{"@type": "ClaimReview"}])))
    assert [(row.path, row.where, bool(row.review)) for row in rows] == [
        ("script[0]", "script[0]", False),
        ("script[1]", "", True),
        ("script[2][0]", "script[2][0].claimReviewed", False),
    ]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("NaN", "no finite number: nan"),
        ("-Infinity", "no finite number: -inf"),
        ("1e999", "no finite number: inf"),
        ("9" * 5_000, "no finite number: inf"),
    ],
)
def test_a_number_that_is_none_spoils_one_review(number: str, reason: str) -> None:
    bad = TEXT.replace("{", f'{{"reviewRating": {number}, ', 1)
    rows = read(f"[{TEXT}, {bad}]")
    assert [row.reason for row in rows] == ["", reason]


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://checks.example/f?a=1&amp;b=2">',
         "https://checks.example/f?a=1&b=2"),
        ("<link href='https://checks.example/f' rel='x Canonical'>",
         "https://checks.example/f"),
        ('<link rel="canonical" href="javascript:x">', ""),
        ('<link rel="alternate" href="https://checks.example/f">', ""),
    ],
)  # fmt: skip
def test_a_review_without_an_address_is_of_its_page(head: str, address: str) -> None:
    told: dict[str, Any] = {"@type": "ClaimReview", "claimReviewed": "Sold."}
    (row,) = read(page(json.dumps(told), head=head))
    assert (row.review.url if row.review else "") == address
    assert row.reason == ("" if address else "missing: the address of the review")


@pytest.mark.parametrize(
    "markup",
    [
        "<script" * 400_000,
        "<script " * 400_000,
        "<!--" * 400_000,
        "<link rel=" * 200_000,
        f"<script {KIND}>" * 50_000,
        "<script " + "a=" * 500_000 + ">",
    ],
)
def test_broken_markup_is_passed_over_once(markup: str) -> None:
    """The time is that of one pass; what would take minutes is cut by faulthandler."""
    scripts, address = scripts_of(markup)
    assert len(scripts) <= 1
    assert address == ""
