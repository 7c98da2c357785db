"""Runs of capitalised words: what may be names, before anyone says of what kind. PURE.

A run goes on over initials, "&", the small words inside surnames ("van der Meer"), the
small half of a forename ("Sung-woo"), brackets around one word ("[Olten]") and, behind
the head word of an organisation, over "of" and "for". A possessive "'s" ends it.
Headlines in title case capitalise everything: there only what the tagger calls a proper
noun counts.
"""

from __future__ import annotations

from claims.facets.parsed import Doc, Span, Token
from claims.lexicon.calendar import MONTHS, WEEKDAYS
from claims.lexicon.forenames import FORENAMES, PARTICLES
from claims.lexicon.organisations import CONNECTORS, LEADING_HEADS

NAME_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"})
_CLOSED = frozenset(
    {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "ADV", "NUM"}
)
# They count what follows and are part of no name that opens a sentence.
_QUANTIFIERS = frozenset(
    {"few", "fewer", "many", "more", "most", "numerous", "several", "various"}
)
_OPENING = frozenset({'"', "'", "``", ":", "(", "[", "-", "--", "“", "‘"})
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})

# Share of capitalised words (of more than WORD letters) from which a sentence is set as
# a headline, and the number of words below which a share says nothing.
HEADLINE_SHARE, HEADLINE_WORDS, WORD = 0.7, 4, 3


def runs(sent: Span) -> list[tuple[int, int]]:
    """Half-open token ranges of the document, in order, without overlap."""
    headline = is_headline(sent)
    found: list[tuple[int, int]] = []
    end = sent.start
    for token in sent:
        if token.i < end or not _capital(token):
            continue
        if _starts(sent, token, headline=headline):
            end = _end(sent, token.i, headline=headline)
            found.append((token.i, end))
    return found


def is_headline(sent: Span) -> bool:
    """Whether most words have capitals and no full stop ends them."""
    if sent[-1].text == "." or (len(sent) > 1 and sent[-2].text == "."):
        return False
    words = [t for t in sent if t.is_alpha and len(t) > WORD]
    if len(words) < HEADLINE_WORDS:
        return False
    return sum(t.text[0].isupper() for t in words) >= HEADLINE_SHARE * len(words)


def opens(sent: Span, i: int) -> bool:
    """Whether a capital at this place may be due to the start of a sentence."""
    if i == sent.start:
        return True
    return sent.doc[i - 1].text in _OPENING and opens(sent, i - 1) if i else True


def _capital(token: Token) -> bool:
    first = token.text[:1]
    return first.isupper() and (first.isalpha() or any(c.isalpha() for c in token.text))


def _starts(sent: Span, token: Token, *, headline: bool) -> bool:
    """Whether a run starts at a token with a capital."""
    if token.lower_ in _CALENDAR:
        return False
    named = token.ent_type_ in NAME_ENTITIES
    first = opens(sent, token.i)
    if first and token.lower_ in _QUANTIFIERS:
        return False
    if token.pos_ in _CLOSED:
        return named and (not first or token.is_upper or token.lower_ in FORENAMES)
    if not headline and not first:
        return True
    known = named or token.lower_ in FORENAMES or _leads(sent, token.i)
    return known or token.pos_ == "PROPN" or _next(token)


def _leads(sent: Span, i: int) -> bool:
    """A first word that opens the name of a body: "University of Tallow"."""
    of = i + 1 < sent.end and sent.doc[i + 1].lower_ in ("of", "for")
    return of and sent.doc[i].lower_ in LEADING_HEADS and _capital_at(sent, i + 2)


def _next(token: Token) -> bool:
    """A first word that another proper noun follows: "Deputy Governor Olten"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        following is not None
        and following.pos_ == "PROPN"
        and _capital(following)
        and token.pos_ in ("NOUN", "ADJ", "X", "PROPN")
    )


def _end(sent: Span, start: int, *, headline: bool) -> int:
    i = start + 1
    while i < sent.end:
        step = _joins(sent, start, i, headline=headline)
        if not step:
            break
        i += step
    return i


def _joins(sent: Span, start: int, i: int, *, headline: bool) -> int:
    """How many tokens from i on belong to the run that began at start; 0 ends it."""
    doc = sent.doc
    token = doc[i]
    if not token.is_alpha and any(c.isdigit() for c in token.text):
        return 0
    if _capital(token) and token.lower_ not in _CALENDAR:
        if headline:
            return int(token.pos_ == "PROPN" or token.ent_type_ in NAME_ENTITIES)
        return int(token.pos_ not in _CLOSED or token.ent_type_ in NAME_ENTITIES)
    if token.text in ("-", "&", "/") and _glued(token) and _halves(sent, i):
        return 2
    if token.text == "&" and _capital_at(sent, i + 1):
        return 2
    if token.text == "[" and _capital_at(sent, i + 1):
        return 3 if i + 2 < sent.end and doc[i + 2].text == "]" else 0
    if token.lower_ in PARTICLES and token.lower_ not in ("y", "e", "do"):
        if _capital_at(sent, i + 1) and token.lower_ != "a":
            return 2
        follows = i + 1 < sent.end and doc[i + 1].lower_ in PARTICLES
        return 3 if follows and _capital_at(sent, i + 2) else 0
    return _connected(sent, start, i)


def _connected(sent: Span, start: int, i: int) -> int:
    """ "of", "for" and "and" inside the name of an organisation."""
    doc = sent.doc
    if doc[i].lower_ not in CONNECTORS:
        return 0
    led = any(doc[k].lower_ in LEADING_HEADS for k in range(start, i))
    if not led or (doc[i].lower_ in ("and", "on") and not _had(doc, start, i)):
        return 0
    after = i + 1
    if after < sent.end and doc[after].lower_ == "the":
        after += 1
    if doc[i].lower_ == "and" and after < sent.end and doc[after].ent_type_ == "PERSON":
        return 0
    return after - i + 1 if _capital_at(sent, after) else 0


def _had(doc: Doc, start: int, i: int) -> bool:
    """Whether the run has an "of" already: "Ministry of Trade and Industry"."""
    return any(doc[k].lower_ in ("of", "for") for k in range(start, i))


def _halves(sent: Span, i: int) -> bool:
    """Whether a name goes on behind the sign: "Anna-Maria", "Sung-woo", not
    "Paris-based".
    """
    after = i + 1
    if _capital_at(sent, after) or after >= sent.end:
        return after < sent.end
    half = sent.doc[after]
    return sent.doc[i].text == "-" and half.pos_ == "PROPN" and half.is_lower


def _glued(token: Token) -> bool:
    return not token.whitespace_ and not token.doc[token.i - 1].whitespace_


def _capital_at(sent: Span, i: int) -> bool:
    return (
        i < sent.end and _capital(sent.doc[i]) and sent.doc[i].lower_ not in _CALENDAR
    )
