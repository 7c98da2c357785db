"""What the words around a name tell of its kind, where no list knows it. PURE.

Datelines and settlements make places, ages and deeds make people, what acts under
initials is an organisation. What happens "in" a name makes it a place, unless one holds
shares or has faith in it.
"""

from __future__ import annotations

import re

from claims.facets import gazetteer
from claims.facets.parsed import Doc, Span
from claims.lexicon.places import HELD_IN, SETTLEMENTS

# Letters of the shortest and longest initials that act on their own.
INITIALS = range(3, 6)
# Years; larger numbers behind a name are no ages.
OLDEST = 110
# Tokens behind a dateline's place within which its dash stands.
DATELINE = 12
_DASHES = frozenset({"-", "--", "—", "–", "_"})
_DATELINE = re.compile(r"\([A-Z][\w .]*\)\s*(?:--?|—|–|_)|(?:--|—|–|\s_\s|\s-\s)")
_WITHIN = frozenset({"in", "near", "outside", "throughout", "across"})
_PLACED = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADV"})


def is_dateline(sent: Span, start: int, end: int) -> bool:
    """ "OSLO (Wire) -" or "OSLO, Norway --" at the start of a text."""
    doc, text = sent.doc, sent.doc.printed(start, end)
    if start != sent.start or not text.isupper() or end >= sent.end:
        return False
    mark = doc[end].text
    if mark in _DASHES:
        return gazetteer.lookup(text.title()) is not None
    if mark == ",":  # a country, a state or a day stands between it and the mark
        tail = doc.printed(end, min(end + DATELINE, sent.end))
        return bool(_DATELINE.search(tail)) and len(text) > 1
    tail = doc.printed(end, min(end + DATELINE, sent.end))
    return mark == "(" and bool(_DATELINE.match(tail))


def is_settlement(sent: Span, start: int) -> bool:
    """ "the mining town of Tallis"."""
    doc, i = sent.doc, start - 2
    return (
        i >= sent.start
        and doc[start - 1].lower_ == "of"
        and doc[i].lower_ in SETTLEMENTS
        and doc[i].is_lower
    )


def is_located(sent: Span, start: int, end: int) -> bool:
    """Whether something happens in the name behind "in": "won in Tallis"."""
    if start == sent.start or sent.doc[start - 1].lower_ not in _WITHIN:
        return False
    if end < sent.end and sent.doc[end].text in ("'s", "'"):
        return False  # "in Olten's films"
    head = sent.doc[start - 1].head
    return head.lemma not in HELD_IN and head.pos_ in _PLACED


def acts(sent: Span, start: int, end: int) -> bool:
    """ "The NFC called for": initials that do something or have something."""
    doc, text = sent.doc, sent.doc.printed(start, end)
    initials = text.isupper() and text.isalpha() and len(text) in INITIALS
    the = start > sent.start and doc[start - 1].lower_ == "the"
    token = doc[end - 1]
    return initials and the and token.dep_ in {"nsubj", "poss", "agent"}


def has_age_or_deed(sent: Span, start: int, end: int) -> bool:
    """ ", who" or ", 43," behind a name: people have deeds and ages."""
    doc = sent.doc
    if (
        end + 2 >= sent.end
        or doc[end].text != ","
        or not in_title_case(doc, start, end)
    ):
        return False
    age = doc[end + 1].text.isdigit() and doc[end + 2].text == ","
    young = age and int(doc[end + 1].text) <= OLDEST
    return doc[end + 1].lower_ in {"who", "whose"} or young


def in_title_case(doc: Doc, start: int, end: int) -> bool:
    return all(t.text.istitle() and t.is_alpha for t in doc[start:end])
