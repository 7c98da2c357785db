"""Who a source phrase means: name, office, and whom "he" or "the report" is. PURE.

The memory of one article, in reading order. A pronoun means the last speaker of its
kind; a bare surname the full name met before; "the spokesperson" the last speaker with
that word in his office; "the report" the publication cited last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.extraction.described import (
    OFFICE,
    Speaker,
    clean,
    described,
    strip_office,
)
from claims.facets.parsed import Span, Token
from claims.facets.roster import Mention, Roster
from claims.facets.types import Kind
from claims.lexicon import reporting as words

_OF_A_PERSON = words.PERSON_PRONOUNS | {"his", "her"}
_OF_SEVERAL = words.PLURAL_PRONOUNS | {"their"}


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
            name = strip_office(clean(entity.text))
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
                self.people.append(clean(entity.text))

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
        if lower in _OF_A_PERSON:
            return self._person(source)
        if lower in _OF_SEVERAL:
            return self.last() or Speaker(name=source.text)
        silent = lower in words.SILENT_PRONOUNS and not _parts(source)
        if silent or lower == "its":
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


def _parts(source: Token) -> bool:
    """ "one of the engineers" names whom it is one of."""
    return any(child.lower_ == "of" for child in source.children)


def _titles_before(entity: Span) -> set[str]:
    """Office words in and right before the name of a person."""
    doc, first = entity.doc, entity.start
    while first > 0 and doc[first - 1].text[0].isupper():
        first -= 1
    return {t.lower_ for t in doc[first : entity.end] if OFFICE.match(t.text)}


def _same_person(short: str, full: str) -> bool:
    """True for a surname and the full name that ends (or begins) with it."""
    a, b = short.split(), full.split()
    if len(a) == 1:
        return a[0] in {b[-1], b[0]} if len(b) > 1 else a == b
    return a == b
