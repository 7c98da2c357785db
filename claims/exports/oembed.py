"""Published cards as oEmbed (oembed.com, version 1.0), type "rich": a frame.

The frame's height is reckoned from what the card holds, because a page from elsewhere
cannot ask for it; it is rather too high than too low.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.html import format_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.selectors.cards import Card

VERSION = "1.0"
WIDTH = 600  # pixels; the card is no wider
CACHE_SECONDS = 3600
# Heights in pixels, measured in Chromium on cards of 600 and 360 pixels.
FRAME = 150  # head and foot
LINE = 26
# Characters a line, by pixels of width: the title is larger than the text.
TITLE_PIXELS, TEXT_PIXELS, SMALL_PIXELS = 12, 8, 7.5
PADDING = 42


def oembed_of(
    card: Card,
    *,
    frame: str,
    newsroom: str,
    home: str,
    most: tuple[int | None, int | None] = (None, None),
) -> dict[str, Any]:
    """The answer for a card.

    frame, home  absolute: of the card's page for frames, of the site
    most         width and height that the answer may not exceed, in pixels
    """
    wide, high = most
    width = WIDTH if wide is None else min(WIDTH, wide)
    height = card_height(card, width)
    if high is not None:
        height = min(height, high)
    return {
        "version": VERSION,
        "type": "rich",
        "title": card.title,
        "provider_name": newsroom,
        "provider_url": home,
        "cache_age": CACHE_SECONDS,
        "width": width,
        "height": height,
        "html": frame_html(card, frame=frame, width=width, height=height),
    }


def frame_html(card: Card, *, frame: str, width: int, height: int) -> str:
    """The element that shows the card in the page of somebody else."""
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
        frame,
        width,
        height,
        card.title,
    )


def card_height(card: Card, width: int) -> int:
    """About how many pixels high the card is at this width."""
    inside = max(width - PADDING, 1)
    lines = _lines(card.title, inside / TITLE_PIXELS)
    for dispute in card.disputes:
        side = inside / 2.4  # two values and the sign between them
        rows = [
            _lines(value.text, side / TITLE_PIXELS)
            + _lines(f"{value.outlets} {value.norm} 9 origins", side / SMALL_PIXELS)
            + bool(value.stands)
            for value in dispute.values
        ]
        for place in range(0, len(rows), 2):
            lines += max(rows[place : place + 2])
        lines += 2
    said = f"{card.verdict.text} {', '.join(card.silent)}"
    lines += _lines(said, inside / TEXT_PIXELS) + 1
    return FRAME + LINE * lines


def as_xml(answer: Mapping[str, Any]) -> bytes:
    """The answer in the other form that the specification names."""
    root = Element("oembed")
    for name, value in answer.items():
        SubElement(root, name).text = str(value)
    head = b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return head + tostring(root, encoding="utf-8")


def _lines(text: str, characters: float) -> int:
    return ceil(len(text) / max(characters, 1))
