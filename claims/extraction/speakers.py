"""Who a source phrase means: name, office, and whom "he" or "the report" is. PURE.

The memory of one article, in reading order. A pronoun means the last speaker of its
kind; a bare surname the full name met before; "the spokesperson" the last speaker with
that word in his office; "the report" the publication cited last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.facets.roster import Mention, Roster
from claims.facets.types import Kind
from claims.lexicon import reporting as words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MAX_ROLE = 120  # characters; longer appositions are clauses, not offices

_DROPPED = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp"})
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|this|that)\s+", re.I)
_EDGES = " ,;:()[]\"'—-"
_ACRONYM = re.compile(r"^[A-Z]{2,5}$")
_OFFICE = re.compile(
    r"^(?:mr|mrs|ms|dr|sir|sen|rep|gov|gen|col|president|minister|secretary|senator"
    r"|governor|mayor|judge|justice|chairman|director|representative|premier|chancellor"
    r"|professor|prof|ceo|chief|prime|vice|former)\b\.?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source: name as printed at its fullest, office, and what kind it is.

    kind is person, outlet, document, group or "" for an unnamed source; named tells
    whether the text gives a name. venue and act are of his last saying that had one;
    key is the canonical name that the roster gives him.
    """

    name: str = ""
    role: str = ""
    kind: str = ""
    named: bool = False
    venue: str = ""
    act: str = ""
    key: str = ""


@dataclass(slots=True)
class Memory:
    """The speakers of an article so far, last one last."""

    speakers: list[Speaker] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    full_names: dict[str, str] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)
    outlet: Speaker | None = None
    names: Roster | None = None
    mentions: tuple[Mention, ...] = ()
    base: int = 0

    def prepare(self, sents: Sequence[Span]) -> None:
        """Learn full names and offices from the whole article beforehand.

        A surname that two people of the article share stays as it is printed.
        """
        shared: set[str] = set()
        for entity in (e for sent in sents for e in sent.ents if e.label_ == "PERSON"):
            name = _strip_office(_clean(entity.text))
            surname = name.split()[-1] if name else ""
            full = len(name.split()) > 1 and all(p[0].isupper() for p in name.split())
            if full and self.full_names.setdefault(surname, name) != name:
                shared.add(surname)
            self.offices.setdefault(surname, set()).update(_titles_before(entity))
        for surname in shared:
            del self.full_names[surname]

    def read_names(self, sent: Span) -> None:
        """Take in the people a sentence names, for surnames and pronouns to come."""
        self.mentions = () if self.names is None else self.names.mentions(sent)
        self.base = sent.start_char
        for entity in sent.ents:
            if entity.label_ == "PERSON":
                self.people.append(_clean(entity.text))

    def remember(self, speaker: Speaker) -> None:
        """Make the speaker the one that "he" and "the official" mean."""
        if speaker.kind == "outlet":
            self.outlet = speaker
            self.outlets.add(speaker.name)
        elif speaker.name:
            self.speakers.append(speaker)

    def last(self, *kinds: str) -> Speaker | None:
        """The last speaker of one of the kinds; of any kind when none is given."""
        for speaker in reversed(self.speakers):
            if not kinds or speaker.kind in kinds:
                return speaker
        return None

    def resolve(self, source: Token) -> Speaker:
        """The speaker that a source token stands for."""
        lower = source.lower_
        if lower in words.RELATIVE_PRONOUNS and source.head.dep_ == "relcl":
            return self.resolve(source.head.head)
        if lower in words.PERSON_PRONOUNS | {"his", "her"}:
            return self._person(source)
        if lower in words.PLURAL_PRONOUNS | {"their"}:
            return self.last() or Speaker(name=source.text)
        if lower in words.SILENT_PRONOUNS or lower in {"its"}:
            return self.last("group", "document") or self.outlet or Speaker(source.text)
        return self._known(described(source), source)

    def _person(self, source: Token) -> Speaker:
        found = self.last("person")
        if found is not None:
            return found
        if self.people:
            return Speaker(name=self.people[-1], kind="person", named=True)
        return self.last() or Speaker(name=source.text, kind="person")

    def _known(self, speaker: Speaker, source: Token) -> Speaker:
        """The speaker with what the article said of him before."""
        if speaker.name in self.outlets:
            return replace(speaker, kind="outlet")
        mention = self._mention(source)
        if mention is not None and mention.kind is Kind.PERSON:
            speaker = replace(speaker, kind="person", named=True, key=mention.value)
        elif speaker.name in self.offices:  # the tagger takes some surnames for nouns
            speaker = replace(speaker, kind="person", named=True)
        if speaker.named:
            return self._fuller(speaker)
        edge = source.left_edge
        bare = [t.i for t in source.subtree] == [edge.i, source.i]
        if not bare or edge.lower_ not in {"the", "this", "that"}:
            return speaker
        if source.lower_ in words.OUTLET_ANAPHORS and self.outlet is not None:
            return self.outlet
        return self._by_office(source.lower_) or speaker

    def _mention(self, source: Token) -> Mention | None:
        """The roster's name over the source token."""
        at = source.idx - self.base
        return next((m for m in self.mentions if m.start <= at < m.end), None)

    def _by_office(self, office: str) -> Speaker | None:
        """The last speaker, else the last person, who holds the office."""
        for earlier in reversed(self.speakers):
            titles = f"{earlier.role} {earlier.name}".lower().split()
            surname = (earlier.name.split() or [""])[-1]
            held = office in titles or office in self.offices.get(surname, set())
            if held and earlier.name.lower() != office:
                return earlier
        for name in reversed(self.people):
            surname = (name.split() or [""])[-1]
            if office in self.offices.get(surname, set()):
                full = self.full_names.get(surname, name)
                return Speaker(name=full, role=office, kind="person", named=True)
        return None

    def _fuller(self, speaker: Speaker) -> Speaker:
        """The person's fullest name, longest office and last venue."""
        surname = speaker.name.split()[-1] if speaker.name else ""
        if speaker.kind != "person" and (
            speaker.name != surname or not self._is_person(surname)
        ):
            return speaker
        name = speaker.name
        if name == surname:
            name = self.full_names.get(surname, name)
        speaker = replace(speaker, name=name, kind="person")
        for earlier in reversed(self.speakers):
            if earlier.kind == "person" and _same_person(name, earlier.name):
                return replace(
                    speaker,
                    name=max(earlier.name, name, key=len),
                    role=max(earlier.role, speaker.role, key=len),
                    key=speaker.key or earlier.key,
                    venue=earlier.venue,
                    act=earlier.act,
                )
        return speaker

    def _is_person(self, surname: str) -> bool:
        return surname in self.full_names or any(
            s.kind == "person" and s.name.split()[-1:] == [surname]
            for s in self.speakers
        )


def _titles_before(entity: Span) -> set[str]:
    """Office words in and right before the name of a person."""
    doc, first = entity.doc, entity.start
    while first > 0 and doc[first - 1].text[0].isupper():
        first -= 1
    return {t.lower_ for t in doc[first : entity.end] if _OFFICE.match(t.text)}


def _same_person(short: str, full: str) -> bool:
    """True for a surname and the full name that ends (or begins) with it."""
    a, b = short.split(), full.split()
    if len(a) == 1:
        return a[0] in {b[-1], b[0]} if len(b) > 1 else a == b
    return a == b


def described(source: Token) -> Speaker:
    """Name, office and kind that the source phrase itself prints."""
    phrase = _phrase(source)
    outlet = _publication(source)
    if outlet:
        return Speaker(name=outlet, kind="outlet", named=True)
    name = _person_name(source)
    if name:
        text = " ".join(token.text for token in phrase)
        before, _, _ = text.partition(name.split()[0])
        role = _office(source) or _clean(before)
        return Speaker(name=_clean(name), role=role, kind="person", named=True)
    text = _clean("".join(token.text_with_ws for token in phrase))
    if source.pos_ == "PROPN":
        kind = "outlet" if looks_like_outlet(source) else "group"
        if kind == "outlet":
            text = _capitals(phrase) or text
        return Speaker(name=_bare(text), role=_office(source), kind=kind, named=True)
    beside = _name_before(source)
    if beside:
        return Speaker(name=beside, role=_bare(text), kind="person", named=True)
    kind = _common_kind(source)
    return Speaker(name=_bare(text), role=_office(source), kind=kind)


def _name_before(source: Token) -> str:
    """The name in "Olin, the yard's engineer, said", when the parser parts them."""
    doc, edge = source.doc, source.left_edge.i
    if edge < 2 or doc[edge - 1].text != ",":
        return ""
    if edge - 2 in {t.i for t in source.head.subtree if t.ent_type_ == "PERSON"}:
        for entity in doc.ents:
            if entity.end == edge - 1:
                return _strip_office(_clean(entity.text))
    return ""


def _common_kind(source: Token) -> str:
    if source.lower_ in words.DOCUMENT_NOUNS:
        return "document"
    plural = source.tag_ in {"NNS", "NNPS"}
    body = source.lower_ in words.SPOKESPERSONS and not source.lower_.startswith(
        "spoke"
    )
    return "group" if plural or body else "person"


def _phrase(source: Token) -> list[Token]:
    """Tokens of the source phrase without clauses and appositions, contiguous."""
    dropped: set[int] = set()
    for token in source.subtree:
        if token.dep_ in _DROPPED and token.i != source.i:
            dropped.update(t.i for t in token.subtree)
    kept = [t for t in source.subtree if t.i not in dropped]
    for position, token in enumerate(kept):
        if token.text in {",", "(", ";"} and token.i > source.i:
            return kept[:position]
    return kept + _detached(source, kept[-1])


def _detached(source: Token, last: Token) -> list[Token]:
    """ "said the spokesman for the ministry": the parser hangs "for" on the verb."""
    following = last.i + 1
    if source.i < source.head.i or following >= len(source.doc):
        return []
    preposition = source.doc[following]
    if preposition.lower_ not in {"for", "of", "at"} or preposition.head != source.head:
        return []
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    return [preposition, *(t for head in objects for t in _phrase(head))]


def _person_name(source: Token) -> str:
    """The PERSON entity the source belongs to, or a title and the name behind it."""
    if source.pos_ != "PROPN":
        return ""
    for entity in source.doc.ents:
        if entity.start <= source.i < entity.end:
            if entity.label_ == "PERSON":
                return _strip_office(entity.text)
            break
    left = [
        token
        for token in source.lefts
        if token.dep_ in {"compound", "nmod"} and token.text[0].isupper()
    ]
    if left and _OFFICE.match(left[0].text) and left[0].lower_ != "white":
        return " ".join(
            t.text for t in [*left[1:], source] if not _OFFICE.match(t.text)
        )
    return ""


def _strip_office(text: str) -> str:
    parts = text.split()
    while len(parts) > 1 and _OFFICE.match(parts[0]):
        parts = parts[1:]
    return " ".join(parts)


def _office(source: Token) -> str:
    """The apposition to the source: "Olin, director of the yard"."""
    for child in source.children:
        if child.dep_ == "appos" and child.i > source.i:
            tokens = _phrase(child)
            text = _clean("".join(token.text_with_ws for token in tokens))
            if not _ACRONYM.match(text):
                return _bare(text[:MAX_ROLE])
    return ""


def _publication(source: Token) -> str:
    """The publication behind "a report by the Courier" or "the Courier's report"."""
    if source.lower_ not in words.OUTLET_ANAPHORS | words.DOCUMENT_NOUNS:
        return ""
    for child in source.children:
        if child.dep_ in {"poss", "compound", "nmod"} and looks_like_outlet(child):
            return _bare(_clean(_text(_phrase(child))))
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "in", "of"}:
            for grand in child.children:
                if grand.dep_ == "pobj" and looks_like_outlet(grand):
                    return _bare(_clean(_text(_phrase(grand))))
    return ""


def looks_like_outlet(token: Token) -> bool:
    """True for a capitalised name with a word that outlets carry, or an acronym."""
    if token.pos_ != "PROPN" or token.ent_type_ in {"PERSON", "GPE", "DATE"}:
        return False
    run = [token, *(t for t in token.lefts if t.dep_ in {"compound", "nmod"})]
    return any(
        t.lower_ in words.OUTLET_WORDS
        if t.text[0].isupper()
        else t.lower_ in words.OUTLET_DESCRIPTIONS
        for t in run
    )


def _capitals(tokens: Sequence[Token]) -> str:
    """The phrase behind its last lower-case description: "news outlet NAME"."""
    described = [
        n for n, t in enumerate(tokens) if t.lower_ in words.OUTLET_DESCRIPTIONS
    ]
    at = next((n + 1 for n in reversed(described) if tokens[n].text.islower()), 0)
    return _clean(_text(tokens[at:]))


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens)


def _clean(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(_EDGES)
    return re.sub(r"\s*'s?$", "", text)


def _bare(text: str) -> str:
    return _ARTICLE.sub("", text)
