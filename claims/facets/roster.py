"""The names of one article: who and what its capitals stand for. PURE.

One pass collects pieces of names with the clues to their kind; the clues of all
mentions vote, so that one title makes "Olten" a person wherever it stands and one head
word makes a name an organisation. A second pass reads every sentence again with that
knowledge: a bare surname becomes the full name, a short form the long one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from wordfreq import zipf_frequency

from claims.facets import gazetteer
from claims.facets.bodies import ACRONYMS, body_key, long_form
from claims.facets.names import canonical, person_words
from claims.facets.offices import office_value
from claims.facets.parsed import Doc, Span
from claims.facets.roles import Office, offices
from claims.facets.runs import is_headline
from claims.facets.sorting import STRONG, WEAK, Piece, pieces
from claims.facets.types import Kind
from claims.lexicon.forenames import FORENAMES
from claims.lexicon.places import PLACE_PREPOSITIONS

# Zipf frequency from which a word is too common to stand for an organisation.
COMMON = 4.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence; start and end count from the sentence's first character.

    person is, for an office, the canonical name of whose office it is.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """What an article says of its names.

    surnames  surname (or, for a name whose order is unknown, first word) → full names,
              in the order in which the article introduces them
    titles    full name → values of its offices, most frequent first
    kinds     name as printed → kind that most of its mentions have
    bodies    short form or first word of an organisation → key of its long form
    """

    surnames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    read: dict[Span, tuple[Mention, ...]] = field(default_factory=dict)

    def mentions(self, sent: Span) -> tuple[Mention, ...]:
        """Every name of the sentence, in order."""
        known = self.read.get(sent)
        return _mentions(sent, pieces(sent), self) if known is None else known

    def full_name(self, surname: str) -> str:
        """The full name that a bare surname stands for in this article, or ""."""
        found = self.surnames.get(surname.lower(), ())
        return found[0] if len(found) == 1 else ""


def roster(sents: Sequence[Span]) -> Roster:
    """The roster of an article from its sentences in order."""
    cut = [(sent, pieces(sent)) for sent in sents]
    kinds = _vote(cut)
    cut = [(sent, [_voted(sent, p, kinds) for p in found]) for sent, found in cut]
    bodies = _bodies(cut)
    surnames = _surnames(cut)
    known = Roster(surnames=surnames, kinds=kinds, bodies=bodies)
    read = {sent: _mentions(sent, found, known) for sent, found in cut}
    return replace(known, read=read, titles=_titles(read))


def roster_of(sent: Span, given: object | None) -> Roster:
    """The given roster, or one of the sentence alone (kept for the next kind)."""
    if isinstance(given, Roster):
        return given
    return _alone(sent)


@lru_cache(maxsize=2)
def _alone(sent: Span) -> Roster:
    return roster([sent])


Cut = list[tuple[Span, list[Piece]]]


def _vote(cut: Cut) -> dict[str, Kind]:
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for sent, found in _body(cut):
        for piece in found:
            if piece.kind is not None:
                text = sent.doc.printed(piece.start, piece.end)
                votes[text][piece.kind] += piece.weight
    return {text: count.most_common(1)[0][0] for text, count in votes.items()}


def _body(cut: Cut) -> Cut:
    """The sentences without headlines, where a verb in capitals passes for a name."""
    return [(sent, found) for sent, found in cut if not is_headline(sent)] or cut


def _voted(sent: Span, piece: Piece, kinds: dict[str, Kind]) -> Piece:
    if piece.weight >= STRONG and piece.kind is not None:
        return piece
    kind = kinds.get(sent.doc.printed(piece.start, piece.end))
    return piece if kind in (None, piece.kind) else replace(piece, kind=kind)


def _surnames(cut: Cut) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for sent, list_of_pieces in _body(cut):
        for piece in list_of_pieces:
            if piece.kind is not Kind.PERSON:
                continue
            words = person_words(sent.doc.printed(piece.start, piece.end))
            if len(words) < 2:
                continue
            full = canonical(words)
            handles = {words[-1]}
            if words[0] not in FORENAMES:
                handles.add(words[0])  # surname first, as in East Asia
            for handle in handles:
                if full not in found[handle] and len(handle) > 1:
                    found[handle].append(full)
    everyone = {name for names in found.values() for name in names}
    return {
        handle: tuple(kept)
        for handle, names in found.items()
        if (kept := [n for n in names if not _swallowed(n, everyone)])
    }


def _swallowed(name: str, everyone: set[str]) -> bool:
    """Whether the end of it is somebody's name: "talks resume jane roe"."""
    words = name.split()
    return any(" ".join(words[i:]) in everyone for i in range(1, len(words) - 1))


def _bodies(cut: Cut) -> dict[str, str]:
    """Short forms: the one in brackets behind a long form, and its first word."""
    found: dict[str, str] = {}
    for sent, list_of_pieces in _body(cut):
        doc = sent.doc
        for piece in list_of_pieces:
            if piece.kind is not Kind.ORGANISATION or piece.end - piece.start == 1:
                continue
            text = doc.printed(piece.start, piece.end)
            key = body_key(text)
            after = piece.end
            if after + 2 < len(doc) and doc[after].text == "(":
                short = doc[after + 1].text
                long = long_form(short, text) if short.isupper() else ""
                if long:
                    found[short] = body_key(long)
            first = doc[piece.start]
            if _tells(first.lower_) and gazetteer.lookup(first.text) is None:
                found.setdefault(first.text, key)
    return found


def _tells(word: str) -> bool:
    """Whether the word alone can stand for the organisation: "Brask", not "Bank"."""
    return len(word) > 2 and zipf_frequency(word, "en") < COMMON


def _titles(read: dict[Span, tuple[Mention, ...]]) -> dict[str, tuple[str, ...]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mentions in read.values():
        for mention in mentions:
            if mention.kind is Kind.TITLE:
                counts[mention.person][mention.value] += 1
    return {
        person: tuple(value for value, _ in count.most_common())
        for person, count in counts.items()
    }


def _mentions(sent: Span, found: Sequence[Piece], known: Roster) -> tuple[Mention, ...]:
    kept = [_known(sent, piece, known) for piece in found]
    if (known.surnames or known.bodies) and is_headline(sent):
        kept = [p for p in kept if not _misread(sent, p, known)]
    kept += _overlooked(sent, kept, known)
    result: list[Mention] = []
    for piece in kept:
        mention = None if piece.kind is None else _mention(sent, piece, known)
        if mention is None:
            continue
        result.append(mention)
        if mention.kind is Kind.PERSON:
            person = _with_body(sent.doc, piece, kept)
            result += [
                _office(sent, o, mention.value, known) for o in offices(sent, person)
            ]
    return tuple(sorted(result, key=lambda m: (m.start, m.end)))


def _misread(sent: Span, piece: Piece, known: Roster) -> bool:
    """A guess in a headline at a name that the article does not know: "Olten Says"."""
    text = sent.doc.printed(piece.start, piece.end)
    if piece.kind is Kind.PERSON:
        words = person_words(text)
        return not words or words[-1] not in known.surnames
    return piece.weight <= WEAK and text not in known.kinds


def _overlooked(sent: Span, kept: Sequence[Piece], known: Roster) -> list[Piece]:
    """Surnames and short forms that stand outside every run, as in headlines."""
    covered = {i for p in kept if p.kind is not None for i in range(p.start, p.end)}
    found = []
    for token in sent:
        if token.pos_ != "PROPN" or token.i in covered:
            continue
        if token.is_title and token.lower_ in known.surnames:
            found.append(Piece(token.i, token.i + 1, Kind.PERSON))
        elif token.text in known.bodies:
            found.append(Piece(token.i, token.i + 1, Kind.ORGANISATION))
    return found


def _with_body(doc: Doc, person: Piece, found: Sequence[Piece]) -> Piece:
    """The office before the name together with whose it is: "NFC director Jane Roe"."""
    first = person.title_start
    if first <= 0:
        return person
    owner = first - 1 if doc[first - 1].text in ("'s", "’s", "'") else first
    for piece in found:
        if piece.end == owner and piece.kind is Kind.ORGANISATION:
            return replace(person, title_start=piece.start)
    return person


def _known(sent: Span, piece: Piece, known: Roster) -> Piece:
    """The piece with what the whole article knows of it."""
    doc = sent.doc
    text = doc.printed(piece.start, piece.end)
    words = person_words(text)
    if piece.kind is Kind.PERSON or not words:
        return _trimmed(piece, words, known)
    if len(words) == 1 and words[0] in known.surnames:
        before = doc[piece.start - 1].lower_ if piece.start > sent.start else ""
        country = piece.kind is Kind.PLACE and piece.weight >= STRONG
        if not country and before not in PLACE_PREPOSITIONS:
            return replace(piece, kind=Kind.PERSON)
    unsure = piece.kind is None or piece.weight < STRONG
    if unsure and text in known.bodies:
        return replace(piece, kind=Kind.ORGANISATION)
    if piece.kind is None and text in known.kinds:
        return replace(piece, kind=known.kinds[text])
    if len(words) > 1 and canonical(words) in known.surnames.get(words[-1], ()):
        return replace(piece, kind=Kind.PERSON)
    return piece


def _trimmed(piece: Piece, words: Sequence[str], known: Roster) -> Piece:
    """The person at the end of a longer run: "Talks Resume | Jane Roe"."""
    full = " ".join(words[-2:])
    longer = len(words) == piece.end - piece.start > 2
    if longer and full in known.surnames.get(words[-1], ()):
        return replace(piece, start=piece.end - 2)
    return piece


def _mention(sent: Span, piece: Piece, known: Roster) -> Mention | None:
    doc = sent.doc
    text = doc.printed(piece.start, piece.end)
    value = _value(sent, piece, text, known)
    if not value:
        return None
    base = sent.start_char
    return Mention(
        kind=piece.kind or Kind.PERSON,
        start=doc[piece.start].idx - base,
        end=doc[piece.end - 1].end - base,
        text=text,
        value=value,
    )


def _value(sent: Span, piece: Piece, text: str, known: Roster) -> str:
    if piece.kind is Kind.PERSON:
        words = person_words(text)
        if len(words) == 1:
            return _resolved(words[0], known)
        return canonical(words) if words else ""
    if piece.kind is Kind.ORGANISATION:
        return known.bodies.get(text) or body_key(text, _country_before(sent, piece))
    place = gazetteer.lookup(text)
    if place is None and text.isupper():
        place = gazetteer.lookup(text.title())  # "OSLO (Wire) -"
    return place.key if place else " ".join(text.lower().split())


def _resolved(surname: str, known: Roster) -> str:
    """The one full name with that surname; of several, none can be chosen."""
    return known.full_name(surname) or surname


def _country_before(sent: Span, piece: Piece) -> str:
    """ "China's" or "Chinese" right before an organisation."""
    i = piece.start - 1
    if i > sent.start and sent.doc[i].text in ("'s", "’s", "'"):
        i -= 1
    if i < sent.start:
        return ""
    place = gazetteer.lookup(sent.doc[i].text) if sent.doc[i].is_title else None
    if place is None and sent.doc[i].text in ("U.S.", "US", "UK", "U.K."):
        place = gazetteer.lookup(sent.doc[i].text)
    return place.country if place and place.key == place.country else ""


def _office(sent: Span, office: Office, person: str, known: Roster) -> Mention:
    base = sent.start_char
    span = sent.doc.span(office.start, office.end)
    return Mention(
        kind=Kind.TITLE,
        start=span.start_char - base,
        end=span.end_char - base,
        text=span.text,
        value=office_value(_long_forms(span.text, known)),
        person=person,
    )


def _long_forms(text: str, known: Roster) -> str:
    """The office with the short forms of organisations written out."""
    return " ".join(
        known.bodies.get(w, ACRONYMS.get(w, w)) if w.isupper() else w
        for w in text.split()
    )
