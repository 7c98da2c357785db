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


# What replaces a character is no key itself.
_TABLE = {
    **dict.fromkeys(_space_like(), " "),
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(LONG_DASHES, "—"),
}


def fold(text: str) -> str:
    """The text with plain spaces, straight quotes and plain dashes; same length."""
    for printed in _TABLE.keys() & set(text):  # few of them: the table asks for each
        text = text.replace(printed, _TABLE[printed])
    return text


# A dash lost in an encoding: "controls?an issue of weight?Olin replied".
_LOST_DASH = re.compile(r"(?<=[a-z])\?(?=[A-Za-z][a-z]* [a-zA-Z])")
_LOST_WITNESS = re.compile(r"[a-z]\?[a-z]+ ")


# The hyphen for a dash behind a dateline, which joins it to the first word: "LONDON -
# The mayor", "Port Ellery, June 9 - The mayor".
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DATELINE = re.compile(
    r"\W{0,2}(?:[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}(?:, [A-Z][\w.'-]+){0,2}"
    rf"(?:, {_DAY})?|(?:[A-Z][\w.'-]+,? ){{1,4}}{_DAY}) (?=- [\"'A-Z])"
)


def mend(folded: str) -> str:
    """Folded text with dashes where other signs stand for them; same length.

    The hyphen behind a dateline, and question marks where at least one of them stands
    before a lower-case word, as no question mark does; web addresses have no space
    behind.
    """
    if (dateline := _DATELINE.match(folded)) is not None:
        at = dateline.end()
        folded = f"{folded[:at]}—{folded[at + 1 :]}"
    if "?" not in folded or not _LOST_WITNESS.search(folded):
        return folded
    return _LOST_DASH.sub("—", folded)


# A row of so many signs is a rule or noise, a word of so many letters no word: the
# tokenizer takes a sign at a time off either end and looks at all the rest again, so
# that 50,000 brackets took it ten minutes. None of 362 news texts reads otherwise so.
NOISE = 50
LONGEST_WORD, PART = 1_000, 100
_NOISE = re.compile(rf"[^\w\s]{{{NOISE},}}")
_LONG = re.compile(rf"\S{{{LONGEST_WORD},}}")


def bounded(folded: str) -> str:
    """Folded text in words that a tokenizer can take; same length.

    Rows of signs become spaces, and a word that is none has one after every PART.
    """
    quiet = _NOISE.sub(lambda row: " " * len(row[0]), folded)
    if len(quiet) < LONGEST_WORD:
        return quiet
    return _LONG.sub(lambda word: _parted(word[0]), quiet)


def _parted(word: str) -> str:
    parts = [word[at : at + PART] for at in range(0, len(word), PART)]
    return "".join([*(f"{part[:-1]} " for part in parts[:-1]), parts[-1]])
