"""A saved web page: its text and what it says of itself. PURE.

trafilatura finds the text and the metadata; four of its habits are turned off or
mended here. It would take every word of a page with a short text, one line each. It
would drop the time of publication and take a year for a date (so the
date's search is narrow, and in the form that keeps the distance from UTC). It would
call the host the site's name. It prints one line a block, and a headline looks like the
first sentence of the text (so a blank line parts the blocks, the headline first).
"""

import copy
import re
from datetime import date, datetime, timedelta

import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura.core import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG, Document

from sources.parsing.encoding import checked_text, decode_page
from sources.parsing.identity import canonical_url
from sources.parsing.limits import (
    MAX_ATTRIBUTES,
    MAX_AUTHORS,
    MAX_ELEMENTS,
    MAX_OUTLET_CHARS,
    MAX_TITLE_CHARS,
    MIN_PAGE_CHARS,
)
from sources.parsing.published import parse_published
from sources.parsing.rows import language_code, one_line
from sources.parsing.types import Page, Published, PublishedBy, Refused

# Blocks at the top of the text among which the headline is looked for: a section's name
# and a kicker may stand before it.
HEADLINE_BLOCKS = 3

# Characters on each side of a year in which its day and month stand: "Wednesday, the
# 10th of September 2031" has 26 before it.
NEAR_CHARS = 28

# The first letters of a month's English name; a year's other words hold few of them.
MONTHS = tuple(re.findall("...", "janfebmaraprmayjunjulaugsepoctnovdec"))

# "2025-06-10T00:00:00" is how a page's bare day comes back.
_BARE_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}")

# Below 250 characters it would print the whole page, a line for each word in bold.
_CONFIG = copy.deepcopy(DEFAULT_CONFIG)
_CONFIG["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(MIN_PAGE_CHARS)

# A tag's name and one attribute as the HTML standard cuts them.
_TAG_START = re.compile(r"<[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"[\s/]++[^\s/>=][^\s/>=]*+"
    r"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+"""
)


def read_page(raw: bytes, *, now: datetime, url: str = "") -> Page:
    """The article on the page `raw`. Raises Refused.

    now: the present moment with its time zone. url: where the page was, if known.
    """
    return read_markup(decode_page(raw), now=now, url=url)


def read_markup(markup: str, *, now: datetime, url: str = "") -> Page:
    """Like read_page, for markup that is text already."""
    if most_attributes(markup) > MAX_ATTRIBUTES:
        raise Refused(f"markup: a tag with more than {MAX_ATTRIBUTES} attributes")
    tree = _tree(markup)
    language = _language(tree)
    document = _extract(tree, now=now, url=url)
    text = document.text or "" if document else ""
    if document is None or len(text.strip()) < MIN_PAGE_CHARS:
        raise Refused("empty text: no article found on the page")
    title = _field(document.title, MAX_TITLE_CHARS)
    return Page(
        text=_with_headline(checked_text(text), title),
        title=title,
        authors=_authors(document.author),
        sitename=_sitename(document),
        url=_address(document.url),
        language=language,
        published=_published(document.date, markup, now=now),
    )


def most_attributes(markup: str) -> int:
    """The attributes of the tag that has most, never too few. Linear in the length.

    It is counted from every "<x", also inside comments and quoted values: a reader that
    tracked those could be led to take a real tag for a quoted one. Counts are kept by
    position, because two tags that share an attribute share all that follow.
    """
    following: dict[int, int] = {}
    most = 0
    for start in reversed(list(_TAG_START.finditer(markup))):
        position = start.end()
        path = []
        while position not in following:
            attribute = _ATTRIBUTE.match(markup, position)
            if attribute is None:
                break
            path.append(position)
            position = attribute.end()
        count = following.get(position, 0)
        for passed in reversed(path):
            count += 1
            following[passed] = count
        most = max(most, count)
    return most


def _tree(markup: str) -> HtmlElement:
    try:
        tree = trafilatura.load_html(markup)
    except (LxmlError, ValueError) as error:
        raise Refused("markup: not a web page") from error
    if tree is None:
        raise Refused("markup: not a web page")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise Refused(f"markup: more than {MAX_ELEMENTS} elements")
    return tree


def _extract(tree: HtmlElement, *, now: datetime, url: str) -> Document | None:
    document = bare_extraction(
        tree,
        url=url or None,
        config=_CONFIG,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "outputformat": "%Y-%m-%dT%H:%M:%S%z",
            # Without it the library asks the clock.
            "max_date": (now + timedelta(days=2)).strftime("%Y-%m-%d"),
        },
    )
    return document if isinstance(document, Document) else None


def _with_headline(text: str, title: str) -> str:
    blocks = [block.strip() for block in text.split("\n") if block.strip()]
    top = [_folded(block) for block in blocks[:HEADLINE_BLOCKS]]
    if title and _folded(title) in top:
        del blocks[top.index(_folded(title))]
    return "\n\n".join([title, *blocks] if title else blocks)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _published(value: str | None, markup: str, *, now: datetime) -> Published:
    """What the page says, or nothing: its other words are no worse for a bad date."""
    value = value or ""
    if bare := _BARE_DAY.fullmatch(value):
        value = _as_printed(date.fromisoformat(bare[1]), markup)
    try:
        return parse_published(value, now=now, by=PublishedBy.PAGE)
    except Refused:
        return Published(by=PublishedBy.PAGE)


def _as_printed(day: date, markup: str) -> str:
    """The found day as exactly as the page prints it: the day, the month or "".

    The date's search completes what it reads: "June 2031" and "2031-06-31" become the
    first of June, "2031-06" that day of June which is today's day of the month.
    """
    if f"{day:%Y%m%d}" in markup:
        return f"{day:%Y-%m-%d}"
    month_printed = False
    for year in re.finditer(f"{day:%Y}", markup):
        around = markup[max(0, year.start() - NEAR_CHARS) : year.end() + NEAR_CHARS]
        numbers = [int(number) for number in re.findall(r"[0-9]{1,2}(?![0-9])", around)]
        if day.day in numbers:
            return f"{day:%Y-%m-%d}"
        named = MONTHS[day.month - 1] in around.lower()
        month_printed = month_printed or named or day.month in numbers
    return f"{day:%Y-%m}" if month_printed else ""


def _language(tree: HtmlElement) -> str:
    declared = tree.get("lang") or tree.get("xml:lang") or ""
    try:
        return language_code(declared.strip())
    except Refused:
        return ""


def _address(url: str | None) -> str:
    try:
        return canonical_url(url or "")
    except Refused:
        return ""


def _sitename(document: Document) -> str:
    """The site's own name for itself; the host is no name."""
    name = _field(document.sitename, MAX_OUTLET_CHARS)
    host = (document.hostname or "").lower()
    return (
        "" if name.lower().removeprefix("www.") == host.removeprefix("www.") else name
    )


def _authors(printed: str | None) -> tuple[str, ...]:
    names = [_field(name, MAX_OUTLET_CHARS) for name in (printed or "").split(";")]
    return tuple(name for name in names if name)[:MAX_AUTHORS]


def _field(value: str | None, limit: int) -> str:
    """A short field of a page, which is left out where a row's would be refused."""
    try:
        return one_line(value or "", "field", limit)
    except Refused:
        return ""
