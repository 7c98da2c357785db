"""Bytes of a file → the reviews in it: JSON, or the JSON-LD of a saved page. PURE.

A page says them in `<script type="application/ld+json">`. Nothing is fetched: what a
page only points at is not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from claims.reviews.limits import FILE_BYTES, MOST_REVIEWS, NUMBER_DIGITS
from claims.reviews.nodes import TOO_MANY, Found, reviews_in
from claims.reviews.reading import NO_REVIEW, read_document, rows_of
from claims.reviews.scripts import scripts_of
from claims.reviews.types import Row, Unreadable

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.I
)
# Where a page declares its encoding: the HTML standard says 1,024; saved pages carry
# comments of the browser before it.
DECLARED_WITHIN = 4_096
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Of pages; the label stands for its superset, as in browsers. A closed list: Python's
# codecs also answer to "zlib" or "idna".
CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
    "windows-1251": "cp1251",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
}


def read_file(raw: bytes, *, latest: date) -> list[Row]:
    """A row for each review in a file. Raises Unreadable.

    latest  a day that no date may be after
    """
    if len(raw) > FILE_BYTES:
        raise Unreadable(f"larger than {FILE_BYTES // 1_000_000} MB")
    text = _decoded(raw).strip()
    if not text:
        raise Unreadable("the file is empty")
    if text.startswith("<"):
        return read_page(text, latest=latest)
    return read_document(read_json(text), latest=latest)


def read_json(text: str) -> Any:
    """The value. NaN and numbers of too many digits come as what is not finite, so that
    the review that has one is refused, and no other. Raises Unreadable.
    """
    try:
        return json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"broken JSON: {error.msg}, {at}") from error
    except RecursionError as error:
        raise Unreadable("broken JSON: nested too deep") from error


def read_page(markup: str, *, latest: date) -> list[Row]:
    """The rows of all scripts of a page. A broken script is a row of its own."""
    scripts, address = scripts_of(markup)
    rows: list[Row] = []
    for place, script in enumerate(scripts):
        before = f"script[{place}]"
        try:
            found, graph = reviews_in(read_json(script))
        except Unreadable as error:
            rows.append(Row(before, None, before, str(error)))
        else:
            found = list(_below(found))
            rows += rows_of(found, graph, latest=latest, page=address, before=before)
        if len(rows) > MOST_REVIEWS:
            raise Unreadable(TOO_MANY)
    if not any(row.review or row.where != row.path for row in rows):
        said = "; ".join(f"{row.where}: {row.reason}" for row in rows[:1])
        raise Unreadable(said or f"{NO_REVIEW}: the page has no script of them")
    return rows


def _below(found: list[Found]) -> Iterator[Found]:
    for each in found:
        path = each.path
        dot = "" if not path or path.startswith("[") else "."
        yield Found(f"{dot}{path}", each.node, each.item)


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= NUMBER_DIGITS else float("inf")


def _decoded(raw: bytes) -> str:
    codec = next((codec for mark, codec in MARKS if raw.startswith(mark)), "")
    if not codec:
        declared = _DECLARED.search(raw[:DECLARED_WITHIN])
        label = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
        codec = CODECS.get(label, "utf-8")
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(f"not {codec}, see byte {error.start + 1}") from error
