"""How firmly a number is printed: the hedge before or behind it. PURE.

The words are data (claims.lexicon.hedges). Looking back, the longest phrase wins ("just
over" before "over"), and one article may stand between ("more than a dozen").
"""

from __future__ import annotations

import re

from claims.facets.types import Hedge
from claims.lexicon import hedges as words

# Words of the longest phrase; with an article one token more is read.
_LONGEST = max(len(phrase.split()) for phrase in words.BEFORE)
# Characters to look at on either side: longer than any phrase with its article.
_REACH = 48

_TOKEN = re.compile(r"[a-z.]+")
_ARTICLES = frozenset({"a", "an", "the", "another"})
_GAP = re.compile(r"\s+\Z")
_AFTER = re.compile(
    r"[\s-]?(?P<plus>\+)|[\s-]+(?P<words>"
    + "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+")
        for phrase in sorted(words.AFTER, key=len, reverse=True)
    )
    + r")\b",
    re.IGNORECASE,
)


def hedge_before(text: str, start: int) -> tuple[Hedge, int]:
    """The hedge whose words end right before `start`, and where its words start.

    Without a hedge: (Hedge.NONE, start). `start` is where the number or its currency
    sign starts.
    """
    low = max(0, start - _REACH)
    before = text[low:start].lower()
    if not _GAP.search(before):
        return Hedge.NONE, start
    tokens = [(m.group(), low + m.start()) for m in _TOKEN.finditer(before)]
    if not tokens or text[tokens[-1][1] + len(tokens[-1][0]) : start].strip():
        return Hedge.NONE, start
    hedge, at = _longest_phrase(text, tokens)
    if hedge is Hedge.NONE and tokens[-1][0] in _ARTICLES and len(tokens) > 1:
        hedge, at = _longest_phrase(text, tokens[:-1], article=True)
    return (hedge, at) if hedge is not Hedge.NONE else (Hedge.NONE, start)


def _longest_phrase(
    text: str, tokens: list[tuple[str, int]], *, article: bool = False
) -> tuple[Hedge, int]:
    end = tokens[-1][1] + len(tokens[-1][0])
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        chosen = tokens[-size:]
        phrase = " ".join(word for word, _ in chosen)
        value = words.BEFORE.get(phrase)
        if value is None or not _contiguous(text[chosen[0][1] : end]):
            continue
        if article and phrase in words.NO_ARTICLE_BETWEEN:
            continue
        if _is_preposition(phrase, tokens[:-size]):
            continue
        return Hedge(value), chosen[0][1]
    return Hedge.NONE, 0


def _contiguous(printed: str) -> bool:
    """Whether nothing but white space stands between the words of the phrase."""
    return all(c.isalpha() or c.isspace() or c == "." for c in printed)


def _is_preposition(phrase: str, earlier: list[tuple[str, int]]) -> bool:
    topics = words.TOPIC_WORDS.get(phrase)
    return bool(topics and earlier and earlier[-1][0] in topics)


def hedge_after(text: str, end: int) -> tuple[Hedge, int]:
    """The hedge whose words start right behind `end`, and where its words end.

    Without a hedge: (Hedge.NONE, end). Covers "or more", "or so", "-plus", "-odd", "+".
    """
    match = _AFTER.match(text, end)
    if match is None:
        return Hedge.NONE, end
    if match.group("plus"):
        return Hedge.AT_LEAST, match.end()
    phrase = " ".join(match.group("words").lower().split())
    return Hedge(words.AFTER[phrase]), match.end()
