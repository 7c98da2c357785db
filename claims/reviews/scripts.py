"""The JSON-LD of a saved page, and the address that the page gives of itself. PURE.

Not a reader of HTML: what stands between `<script type="application/ld+json">` and the
next `</script`, as browsers cut it, comments left out. One pass over the text, however
its brackets are broken: a tag is looked at for TAG_CHARACTERS and no further.
"""

from __future__ import annotations

import re
from html import unescape

from claims.reviews.types import Wrong
from claims.reviews.values import checked_address

SCRIPT_TYPE = "application/ld+json"
# Characters of one tag that matters: its attributes are a type and an address.
TAG_CHARACTERS = 2_500

_TAG = re.compile(
    rf"<(?:(?P<comment>!--)|(?P<name>script|link)\b(?P<attributes>[^<>]{{0,{TAG_CHARACTERS}}})>)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_END = re.compile("</script", re.IGNORECASE)


def scripts_of(markup: str) -> tuple[list[str], str]:
    """The texts of the scripts, and the page's canonical address or ""."""
    scripts: list[str] = []
    canonical = ""
    at = 0
    while tag := _TAG.search(markup, at):
        at = tag.end()
        if tag["comment"]:
            end = markup.find("-->", at)
            at = len(markup) if end < 0 else end
            continue
        given = _attributes(tag["attributes"])
        if tag["name"].lower() == "link":
            if "canonical" in given.get("rel", "").lower().split():
                canonical = canonical or _address(given.get("href", ""))
            continue
        end_tag = _END.search(markup, at)
        end = end_tag.start() if end_tag else len(markup)
        text = _bare(markup[at:end])
        if text and _kind(given) == SCRIPT_TYPE:
            scripts.append(text)
        at = end
    return scripts, canonical


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(text)
    }


def _kind(given: dict[str, str]) -> str:
    return given.get("type", "").split(";")[0].strip().lower()


def _address(text: str) -> str:
    try:
        return checked_address(text.strip(), "")
    except Wrong:
        return ""


def _bare(text: str) -> str:
    """Without the marks of a comment in which some publishers wrap a script."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//").strip().removeprefix("<![CDATA[")
    return text.strip().removesuffix("]]>").removesuffix("//").strip()
