"""One-for-one folding of typography: every character stays where it was. PURE.

Offsets found in folded text hold in the stored text, because no character is added or
removed. Long dashes stay long dashes: an unspaced "effect—requiring" must not become a
hyphenated word for the parser.
"""

from __future__ import annotations

import re
import unicodedata

SINGLE_QUOTES = "‘’‚‛′‵ʼ‹›´`＇"
DOUBLE_QUOTES = "“”„‟″‶〝〞«»＂"
HYPHENS = "‐‑‒–−﹣－"
LONG_DASHES = "―⸺⸻"
BASIC_PLANE = 0x10000  # all spaces and the format marks of news texts lie below
CONTROL_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"


def _space_like() -> str:
    """Every separator, invisible format mark and whitespace control character."""
    separators = (
        chr(code)
        for code in range(BASIC_PLANE)
        if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp", "Cf"}
    )
    return CONTROL_SPACES + "".join(separators)


_TABLE = {
    **dict.fromkeys(map(ord, _space_like()), " "),
    **dict.fromkeys(map(ord, SINGLE_QUOTES), "'"),
    **dict.fromkeys(map(ord, DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, HYPHENS), "-"),
    **dict.fromkeys(map(ord, LONG_DASHES), "—"),
}


def fold(text: str) -> str:
    """The text with plain spaces, straight quotes and plain dashes; same length."""
    return text.translate(_TABLE)


# A dash lost in an encoding: "controls?an issue of weight?Olin replied".
_LOST_DASH = re.compile(r"(?<=[a-z])\?(?=[A-Za-z][a-z]* [a-zA-Z])")
_LOST_WITNESS = re.compile(r"[a-z]\?[a-z]+ ")


def mend(folded: str) -> str:
    """Folded text with question marks that were dashes made dashes; same length.

    Only where at least one of them stands before a lower-case word, as no question mark
    does; web addresses have no space behind.
    """
    if not _LOST_WITNESS.search(folded):
        return folded
    return _LOST_DASH.sub("—", folded)
