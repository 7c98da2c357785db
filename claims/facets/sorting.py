"""A run of capitals cut into pieces, and of what kind each piece is. PURE.

Clues in order of trust: a form of address or an office before the piece (a person), the
legal form or head word of an organisation, the gazetteer, a known forename, and last
the entity label of the model, which is often wrong for rare names.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from wordfreq import zipf_frequency

from claims.facets import gazetteer
from claims.facets.parsed import Doc, Span
from claims.facets.runs import is_headline, opens, runs
from claims.facets.surroundings import (
    acts,
    has_age_or_deed,
    in_title_case,
    is_dateline,
    is_located,
    is_settlement,
)
from claims.facets.titled import before_office, office_before
from claims.facets.types import Kind
from claims.lexicon import organisations as orgs
from claims.lexicon.forenames import FORENAMES
from claims.lexicon.places import PLACE_HEADS, PLACE_PREPOSITIONS
from claims.lexicon.titles import ADDRESSED as FORMS_OF_ADDRESS

# CERTAIN outvotes two or three guesses on other mentions.
CERTAIN, STRONG, MIDDLING, WEAK = 6, 3, 2, 1
# A person's name has at most so many words.
PERSON_WORDS = 5
# Cities from this size on are taken without any other clue.
BIG_CITY = 500_000

_LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}
# Longest run of capitals that a headline's name may be; longer ones hold verbs.
HEADLINE_NAME = 3
# Tokens of "Jane [Roe]".
BRACKETED = 4
# Zipf frequency from which a capital at the start of a sentence tells nothing.
COMMON = 4.8
# Letters of the longest short form ("UNESCO" is listed).
SHORT_FORM = 5
# Names of which is remembered what the lists say: those of some hundred articles.
REMEMBERED = 1 << 13
# Words behind a name that make it an organisation's: "the Olten administration".
_BODY_WORDS = frozenset({"administration", "government", "cabinet", "campaign"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens [start, end) of the document; weight says how sure the kind is.

    title_start is the first token of the office before a person, or -1.
    """

    start: int
    end: int
    kind: Kind | None
    weight: int = WEAK
    title_start: int = -1
    title_end: int = -1


def pieces(sent: Span) -> list[Piece]:
    """Every piece of every run of the sentence, in order."""
    found: list[Piece] = []
    headline = is_headline(sent)
    for start, end in runs(sent):
        found += _cut(sent, start, end, headline=headline)
    return found


def _cut(sent: Span, start: int, end: int, *, headline: bool) -> list[Piece]:
    """Office first, then leading countries, then what is left."""
    doc = sent.doc
    office_start, after = office_before(sent, start, end)
    addressed = doc[start].lower_ in FORMS_OF_ADDRESS  # "Mr Mills" is no mill
    body = _is_body(doc, after, end) and not addressed
    if after > start and after < end and not body:
        bare = before_office(doc, start, after)
        found = _sorted_pieces(sent, start, bare, headline=headline)
        found.append(
            Piece(after, end, Kind.PERSON, CERTAIN, office_start, after)
            if end - after <= PERSON_WORDS
            else Piece(after, end, None)
        )
        return found
    if after == start and office_start < start and not _is_body(doc, start, end):
        return [_titled(sent, office_start, start, end)]
    if after == end and after > start:
        start_of_title = before_office(doc, start, end)
        return _sorted_pieces(sent, start, start_of_title, headline=headline)
    return _sorted_pieces(sent, start, end, headline=headline)


def _titled(sent: Span, office_start: int, start: int, end: int) -> Piece:
    """ "finance minister Jane Roe": a lower-case office right before the run."""
    if gazetteer.lookup(sent.doc.printed(start, end)):
        return _sort(sent, start, end, headline=False)
    return Piece(start, end, Kind.PERSON, CERTAIN, office_start, start)


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens end as an organisation does: "General Motors Corp"."""
    last = doc[end - 1].lower_
    return last in orgs.HEADS or last in orgs.COMPANY_MARKS


def _sorted_pieces(sent: Span, start: int, end: int, *, headline: bool) -> list[Piece]:
    """The pieces of a stretch without an office: leading countries stand alone."""
    if end <= start:
        return []
    doc = sent.doc
    if headline and end - start > HEADLINE_NAME:
        return _by_entities(doc, start, end)
    cut = _leading_country(sent, start, end)
    found = []
    if start < cut < end:
        found.append(Piece(start, cut, Kind.PLACE, STRONG))
        start = cut
    piece = _sort(sent, start, end, headline=headline)
    if piece.kind is None and end - start > 1:
        named = _by_entities(doc, start, end)
        pair = end - start == 2 and in_title_case(doc, start, end)
        if pair and not named and found and in_title_case(doc, start - 1, start):
            named = [replace(piece, kind=Kind.PERSON)]  # "German Jane Roe"
        return found + named
    return [*found, piece]


def _leading_country(sent: Span, start: int, end: int) -> int:
    """Tokens of a country in front of an office of state or of a person."""
    doc = sent.doc
    for size in (2, 1):
        if start + size >= end:
            continue
        place = gazetteer.lookup(doc.printed(start, start + size))
        if place is None or place.city or not (place.country or place.key):
            continue
        whole = {t.ent_iob_ for t in doc[start + 1 : start + size + 1]} == {"I"}
        if whole and _is_people(doc, start, start + size, end):
            return start + size
        public = doc[end - 1].lower_ in _PUBLIC or doc[start].text in ("U.S.", "US")
        if public or not whole:
            return start + size
    return start


def _is_people(doc: Doc, start: int, cut: int, end: int) -> bool:
    """ "Kenyan | Jane Roe": a nationality that the model put into a person's name."""
    words = doc.printed(start, cut).lower()
    adjective = words.endswith(("an", "ish", "ese")) and words not in FORENAMES
    return adjective and end - cut >= 2 and doc[start].ent_type_ == "PERSON"


_PUBLIC = frozenset(
    {
        *("ministry", "department", "government", "parliament", "army", "navy"),
        *(
            "police",
            "embassy",
            "court",
            "senate",
            "congress",
            "authorities",
            "military",
        ),
    }
)


def _by_entities(doc: Doc, start: int, end: int) -> list[Piece]:
    """The model's own entities inside a run that nothing else explains."""
    found = []
    for entity in doc.span(start, end).ents:
        kind = _LABELS.get(entity.label_)
        if kind and len(entity) <= PERSON_WORDS:
            found.append(Piece(entity.start, entity.end, kind, WEAK))
    return found


def _sort(sent: Span, start: int, end: int, *, headline: bool) -> Piece:
    doc = sent.doc
    text = doc.printed(start, end)
    if _unnameable(text):
        return Piece(start, end, None)
    if is_dateline(sent, start, end) or is_settlement(sent, start):
        return Piece(start, end, Kind.PLACE, STRONG)
    if end < len(doc) and doc[end].lower_ in _BODY_WORDS and end < sent.end:
        place = gazetteer.lookup(text)
        place = None if place is not None and place.city else place
        kind = Kind.PLACE if place else Kind.ORGANISATION
        return Piece(start, end if place else end + 1, kind, MIDDLING)
    if _is_listed(text):
        return Piece(start, end, Kind.ORGANISATION, STRONG)
    if _is_organisation(doc, start, end):
        return Piece(start, end, Kind.ORGANISATION, STRONG)
    place = gazetteer.lookup(text)
    if place is not None and not place.city:
        return Piece(start, end, Kind.PLACE, STRONG)
    return _unlisted(sent, start, end, place, headline=headline)


@lru_cache(maxsize=REMEMBERED)
def _is_listed(text: str) -> bool:
    """Whether a list knows the name as an organisation's."""
    lower = text.lower()
    metonym = lower.replace(" ", "_") in orgs.METONYMS
    return metonym or text in _SHORT or lower in orgs.KNOWN


@lru_cache(maxsize=REMEMBERED)
def _unnameable(text: str) -> bool:
    """Codes of products, two places in one word, words glued over a stop."""
    return text in orgs.NOT_BODIES or bool(_NO_NAME.search(text))


# A digit, an inner "?" or "(", or a hyphen behind a full stop ("U.S.-Norway").
_NO_NAME = re.compile(r"\d|[?!(/@]|\.-")

_SHORT = frozenset(
    line.partition("=")[0] for line in orgs.ACRONYMS.strip().splitlines()
)


def _is_organisation(doc: Doc, start: int, end: int) -> bool:
    last, first = doc[end - 1].lower_, doc[start].lower_
    if end - start == 1:
        return False
    if last in orgs.COMPANY_MARKS or last in orgs.HEADS:
        return True
    inner = {t.lower_ for t in doc[start:end]}
    return bool(inner & {"of", "for", "&"}) and (
        first in orgs.LEADING_HEADS or bool(inner & orgs.LEADING_HEADS) or "&" in inner
    )


def _unlisted(
    sent: Span, start: int, end: int, place: gazetteer.Place | None, *, headline: bool
) -> Piece:
    """Names that no list decides: forename, size of the city, the model's label."""
    doc = sent.doc
    words = end - start
    label = _label(doc, start, end)
    if doc[end - 1].lower_ in PLACE_HEADS and words > 1:
        return Piece(start, end, Kind.PLACE, MIDDLING)
    if place is not None:
        return Piece(start, end, *_city(sent, start, place, label))
    if 1 < words <= PERSON_WORDS and (
        _personal(doc, start, end) or has_age_or_deed(sent, start, end)
    ):
        return Piece(start, end, Kind.PERSON, MIDDLING)
    if words == 1 and _doubtful(sent, start, headline=headline, label=label):
        return Piece(start, end, None)
    kind = _relabelled(sent, start, end, label)
    if kind in (None, Kind.ORGANISATION) and acts(sent, start, end):
        return Piece(start, end, Kind.ORGANISATION, WEAK)
    if kind is Kind.ORGANISATION and not _shouted(doc, start, end):
        kind = Kind.PLACE if is_located(sent, start, end) else kind
    sure = kind is Kind.PLACE and words == 1
    return Piece(start, end, kind, MIDDLING if sure else WEAK)


def _personal(doc: Doc, start: int, end: int) -> bool:
    """A forename in front, or a surname in brackets: "Jane [Roe]"."""
    bracketed = doc[end - 1].text == "]" and end - start == BRACKETED
    return bracketed or doc[start].lower_ in FORENAMES


def _doubtful(sent: Span, i: int, *, headline: bool, label: Kind | None) -> bool:
    """A single word whose capital the place in the sentence explains."""
    word = sent.doc[i]
    if label is None:
        return headline
    common = zipf_frequency(word.lower_, "en") >= COMMON
    return common and opens(sent, i) and not word.is_upper


def _relabelled(sent: Span, start: int, end: int, label: Kind | None) -> Kind | None:
    """The model's label where it can be trusted.

    It calls rare companies places and short forms people: a single word that no
    gazetteer knows is a place only behind a preposition of place.
    """
    doc = sent.doc
    words = end - start
    if label is Kind.PERSON and words > PERSON_WORDS:
        return None
    if words > 1 or label not in (Kind.PERSON, Kind.PLACE):
        return label
    if _shouted(doc, start, end):
        return Kind.ORGANISATION if label is Kind.PERSON else None
    before = doc[start - 1].lower_ if start > sent.start else ""
    if label is Kind.PLACE and before not in PLACE_PREPOSITIONS:
        return Kind.ORGANISATION
    return label


def _shouted(doc: Doc, start: int, end: int) -> bool:
    text = doc.printed(start, end)
    return text.isupper() and len(text) <= SHORT_FORM


def _label(doc: Doc, start: int, end: int) -> Kind | None:
    """What the model calls most of the tokens."""
    labels = [_LABELS[t.ent_type_] for t in doc[start:end] if t.ent_type_ in _LABELS]
    if len(set(labels)) > 1:
        return Counter(labels).most_common(1)[0][0]
    return labels[0] if labels else None


def _city(
    sent: Span, start: int, place: gazetteer.Place, label: Kind | None
) -> tuple[Kind | None, int]:
    before = sent.doc[start - 1].lower_ if start > sent.start else ""
    name = place.key.partition(",")[0]
    if before in PLACE_PREPOSITIONS and label is not Kind.PERSON:
        return Kind.PLACE, MIDDLING
    known = gazetteer.ambiguous(name) or name in FORENAMES
    if is_located(sent, start, start + 1) and not known:
        return Kind.PLACE, MIDDLING
    if label is Kind.PLACE:
        return Kind.PLACE, MIDDLING
    big = place.population >= BIG_CITY and not gazetteer.ambiguous(name)
    if big and not opens(sent, start):
        return Kind.PLACE, MIDDLING
    return (Kind.PLACE, WEAK) if big and label is None else (label, WEAK)
