"""Published cards as oEmbed (oembed.com, version 1.0), type "rich": a frame.

The frame's height is reckoned from what the card holds, because a page from elsewhere
cannot ask for it; it is rather too high than too low.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.html import format_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.selectors.cards import Card, CardValue

VERSION = "1.0"
WIDTH = 600  # pixels; the card is no wider
CACHE_SECONDS = 3600
# The container query of the card: up to this width it is set smaller.
NARROW = 420


class Sizes(NamedTuple):
    """Measured in Chromium, in pixels: heights of lines, mean widths of characters.

    frame   what every card has: borders, head, foot and the gaps between
    around  what every facet has beside its values: its label and the gaps
    """

    frame: int
    around: int
    title_line: int
    title_character: float
    value_line: int
    value_character: float
    padding: int


WIDE = Sizes(150, 50, 30, 11.0, 28, 11.0, 42)
SMALL = Sizes(156, 38, 24, 8.8, 22, 8.8, 30)
TEXT_LINE, TEXT_CHARACTER = 24, 7.6
SMALL_LINE, SMALL_CHARACTER = 21, 7.0
SILENT_CHARACTERS = 30  # before the names of the outlets
SIGN = 75  # the sign between two values, with its gaps


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
    sizes = WIDE if width > NARROW else SMALL
    inside = max(width - sizes.padding, 1)
    height = sizes.frame + sizes.title_line * _lines(
        card.title, inside / sizes.title_character
    )
    side = max((inside - SIGN) / 2, 1)
    for dispute in card.disputes:
        values = [_value_height(value, side, sizes) for value in dispute.values]
        rows = [max(values[place : place + 2]) for place in range(0, len(values), 2)]
        height += sizes.around + sum(rows)
    height += TEXT_LINE * _lines(card.verdict.text or " ", inside / TEXT_CHARACTER)
    if card.silent and width > NARROW:
        said = f"{SILENT_CHARACTERS * ' '}{', '.join(card.silent)}"
        height += SMALL_LINE * (1 + _lines(said, inside / SMALL_CHARACTER))
    return height


def _value_height(value: CardValue, side: float, sizes: Sizes) -> int:
    small = _lines(f"{value.outlets} 9 origins", side / SMALL_CHARACTER)
    small += _lines(value.norm, side / SMALL_CHARACTER) + bool(value.stands)
    lines = _lines(value.text, side / sizes.value_character)
    return sizes.value_line * lines + SMALL_LINE * small


def as_xml(answer: Mapping[str, Any]) -> bytes:
    """The answer in the other form that the specification names."""
    root = Element("oembed")
    for name, value in answer.items():
        SubElement(root, name).text = str(value)
    head = b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return head + tostring(root, encoding="utf-8")


def _lines(text: str, characters: float) -> int:
    return ceil(len(text) / max(characters, 1))
