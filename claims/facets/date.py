"""Dates: found, resolved against the publication day, compared by interval. PURE.

The work is spread over facets.date_grammar* (patterns), date_clues (which of them may
match), date_combine (neighbours), date_resolve and date_relative (periods), date_scan
(the whole) and date_compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claims.facets.date_ahead import days_ahead
from claims.facets.date_compare import compare
from claims.facets.date_scan import scan
from claims.facets.parsed import Span, Token
from claims.facets.types import Context, Facet, Granularity, Kind
from claims.lexicon.calendar import AMBIGUOUS_MONTHS, WEEKDAYS

__all__ = ["KIND", "compare", "find", "find_text", "keys"]

KIND = Kind.DATE
# A period of up to so many days is keyed by each of its days, a longer one by its name.
DAYS_KEYED = 7
# One word that is a month or season, and also a verb, a noun or a given name.
_WORDS = AMBIGUOUS_MONTHS | {"fall", "spring", "second"}
_DOUBTFUL = _WORDS | frozenset(WEEKDAYS)
_NAMES_OF_DAYS = frozenset(WEEKDAYS)
_NO_DATE = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "PRODUCT"})


def find_text(
    text: str, published: date | None, previous: Sequence[Facet] = ()
) -> list[Facet]:
    """The dates of a text; spans count from its start.

    previous holds facets of the sentences before, nearest last: "the next day" counts
    from the last date among them. published is the local date at the outlet or None.
    """
    return [f for f in scan(text, published, previous) if f.kind is KIND]


def find(sent: Span, context: Context) -> list[Facet]:
    """The dates of one parsed sentence; the parse rejects verbs and names of people."""
    facets = find_text(sent.text, context.published, context.previous)
    gone = not context.headline and any(map(_is_past_weekday, facets))
    if gone and (ahead := days_ahead(sent)):
        found = scan(sent.text, context.published, context.previous, ahead)
        facets = [f for f in found if f.kind is KIND]
    return [facet for facet in facets if not _is_word_or_name(sent, facet)]


def _is_past_weekday(facet: Facet) -> bool:
    """Whether a weekday was taken for the last one, as when nothing tells more."""
    if facet.anchor is None or facet.date_from is None:
        return False
    gone = facet.date_from < facet.anchor
    return gone and not _NAMES_OF_DAYS.isdisjoint(facet.text.lower().split())


def _is_word_or_name(sent: Span, facet: Facet) -> bool:
    """May and March as verbs, April and Sunday in names."""
    if facet.text.lower() not in _DOUBTFUL:
        return False
    for token in sent:
        at = token.idx - sent.start_char
        if at <= facet.start < at + len(token):
            named = token.ent_type_ in _NAMES or _heads_a_title(sent, token)
            return named or (token.pos_ in _NO_DATE and token.lower_ in _WORDS)
    return False


def _heads_a_title(sent: Span, token: Token) -> bool:
    """The Friday Club: an article, the day, and a proper noun that it belongs to."""
    behind = token.head.i == token.i + 1 and token.head.pos_ == "PROPN"
    return behind and token.i > sent.start and token.nbor(-1).pos_ == "DET"


def keys(facet: Facet) -> frozenset[str]:
    """Block keys: the days of a short period, the name of a long or partial one."""
    if facet.granularity in (Granularity.VAGUE, Granularity.SET):
        return frozenset()
    first, end = facet.date_from, facet.date_to
    if first is None or end is None:
        known = any(c.isdigit() for c in facet.timex)
        return frozenset({f"date:{facet.timex}"}) if known else frozenset()
    days = (end - first).days
    if days > DAYS_KEYED:
        return frozenset({f"date:{facet.value}"})
    return frozenset(f"date:{first + timedelta(days=n)}" for n in range(days))
