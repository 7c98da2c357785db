"""The names of a sentence where they stand, and what is said of them beside it. PURE.

Told apart are mentions that make a body a likely antecedent from those that only say
where somebody works ("an analyst at Ostbank") or who asked ("told the Courier").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.described import looks_like_outlet
from claims.facets.parsed import Span, Token
from claims.facets.titled import is_title_word
from claims.facets.types import Facet, Kind
from claims.lexicon import references as words

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as a sentence prints it; at: its tokens, head: the one that binds it."""

    key: str  # "kind:value"
    kind: Kind
    value: str
    text: str
    at: range
    head: Token
    known: bool = True  # False: capitals that no finder took for a name

    @property
    def aside(self) -> bool:
        """Whether a body is named for somebody who watches, writes or asks only."""
        head = self.head
        if head.dep_ in ("dobj", "dative") and head.head.lemma == "tell":
            return True
        if head.dep_ == "pobj" and head.head.head.lemma in words.WATCHERS:
            return True
        if (
            head.dep_ in ("compound", "poss", "nmod")
            and head.head.lemma in words.WATCHERS
        ):
            return True
        return looks_like_outlet(head)


def mentions(sent: Span, facets: Sequence[Facet]) -> list[Mention]:
    """The people, bodies and places of a sentence, in order."""
    found = []
    covered: set[int] = set()
    base = sent.start_char
    for facet in facets:
        span = sent.doc.covering(base + facet.start, base + facet.end)
        if span is None or not len(span):
            continue
        covered.update(range(span.start, span.end))
        if facet.kind in NAMED:
            found.append(
                Mention(
                    f"{facet.kind}:{facet.value}",
                    facet.kind,
                    facet.value,
                    facet.text,
                    range(span.start, span.end),
                    span.root,
                )
            )
    found += _unknown(sent, covered)
    return sorted(found, key=lambda mention: mention.at.start)


def _unknown(sent: Span, covered: set[int]) -> Iterator[Mention]:
    """Capitals that no finder took for a name; a body or a person, nobody knows."""
    for token in sent:
        free = token.pos_ == "PROPN" and token.i not in covered and token.is_alpha
        if not free or token.dep_ in _WITHIN or not token.text[0].isupper():
            continue
        if len(token) < LEAST_LETTERS or is_title_word(token.text):
            continue
        kind = Kind.PERSON if token.ent_type_ == "PERSON" else Kind.ORGANISATION
        at = range(token.i, token.i + 1)
        key = f"{kind}:{token.lemma}"
        yield Mention(key, kind, token.lemma, token.text, at, token, known=False)


_WITHIN = frozenset({"compound", "amod", "nmod"})
LEAST_LETTERS = 3


def called(mention: Mention) -> Iterator[str]:
    """What a body is said to be: "the carmaker Norvik", "Norvik, a carmaker"."""
    head, doc = mention.head, mention.head.doc
    if mention.at.start and doc[mention.at.start - 1].lower_ in words.COMPANIES:
        yield doc[mention.at.start - 1].lower_
    if head.dep_ == "appos":
        yield head.head.lower_
    for child in head.children:
        if child.dep_ == "appos":
            yield child.lower_
        if child.dep_ == "compound":
            yield child.lower_
    if head.dep_ == "nsubj" and head.head.lemma == "be":
        for child in head.head.children:
            if child.dep_ == "attr":
                yield child.lower_


def addressed(mention: Mention) -> str:
    """The word right before a name: "Ms"."""
    before = mention.at.start - 1
    return mention.head.doc[before].lower_ if before >= 0 else ""
