"""What somebody types into a search field, as words to be looked up.

    strait ferry      both words
    "may not enter"   these words, one after the other
    reopen*           words that begin so
    ferry OR boat     one of them

A word also finds those that begin with it, after those that are it: a statement says
"tariffs" where the reader thinks "tariff", and a Korean noun carries its particle.
Not so a number, a word of one or two Latin letters, or one in quotation marks. Anything
else that is typed is a gap between words: no input is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Each term is a look-up of its own; more of them are no search.
MOST_TERMS = 8
MOST_CHARACTERS = 200
# A shorter beginning is that of too many words to tell anything.
PREFIX_LETTERS = 3

_PART = re.compile(r'"(?P<phrase>[^"]*)"(?P<phrase_star>\*?)|(?P<bare>[^\s"]+)|"')
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand one after the other.

    prefix: the last may go on; ahead: those in which it does not are better.
    """

    words: tuple[str, ...]
    prefix: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """groups: of each group one term has to be there."""

    groups: tuple[tuple[Term, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for group in self.groups for term in group)


def parse_query(text: str) -> Query:
    """The terms of the text; empty where it holds no letter and no digit."""
    groups: list[tuple[Term, ...]] = []
    joined = False
    composed = unicodedata.normalize("NFC", text[:MOST_CHARACTERS])
    for part in _PART.finditer(composed):
        if part["bare"] in ("OR", "|"):
            joined = bool(groups)
            continue
        term = _term(part)
        if term is None:
            continue
        if joined:
            groups[-1] += (term,)
        else:
            groups.append((term,))
        joined = False
        if sum(map(len, groups)) == MOST_TERMS:
            break
    return Query(tuple(groups))


def fold(word: str) -> str:
    """Lower case, Latin letters without their marks."""
    letters = unicodedata.normalize("NFC", word)
    return "".join(map(_plain, letters)).lower()


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(fold(word) for word in WORD.findall(text))


def _plain(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[:1], parts[1:]
    return base if base.isascii() and all(map(unicodedata.combining, marks)) else letter


def _term(part: re.Match[str]) -> Term | None:
    if part["phrase"] is not None:
        words = folded_words(part["phrase"])
        return Term(words, prefix=bool(part["phrase_star"])) if words else None
    words = folded_words(part["bare"] or "")
    if not words:
        return None
    if (part["bare"] or "").endswith("*"):
        return Term(words, prefix=True)
    begins = len(words) == 1 and _may_go_on(words[0])
    return Term(words, prefix=begins, ahead=begins)


def _may_go_on(word: str) -> bool:
    return not word.isdecimal() and (len(word) >= PREFIX_LETTERS or not word.isascii())
