"""What a source phrase itself prints: name, office, and what kind of source. PURE.

"Dana Olin, head of the port" gives a name and an office, "a report by the Courier" the
publication, "people briefed on the talks" a group without a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.facets.parsed import Token
from claims.lexicon import reporting as words

MAX_ROLE = 120  # characters; longer appositions are clauses, not offices

_DROPPED = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp"})
_PUBLISHED = words.OUTLET_ANAPHORS | words.DOCUMENT_NOUNS
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|this|that)\s+", re.I)
_EDGES = " ,;:()[]\"'—-"
_ACRONYM = re.compile(r"^[A-Z]{2,5}$")
OFFICE = re.compile(
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


def described(source: Token) -> Speaker:
    """Name, office and kind that the source phrase itself prints."""
    phrase = phrase_of(source)
    outlet = _publication(source)
    if outlet:
        return Speaker(name=outlet, kind="outlet", named=True)
    name = _person_name(source)
    if name:
        text = " ".join(token.text for token in phrase)
        before, _, _ = text.partition(name.split()[0])
        role = _office(source) or clean(before)
        return Speaker(name=clean(name), role=role, kind="person", named=True)
    text = clean("".join(token.text_with_ws for token in phrase))
    if source.pos_ == "PROPN":
        kind = "outlet" if looks_like_outlet(source) else "group"
        if kind == "outlet":
            text = _capitals(phrase) or text
        return Speaker(name=bare(text), role=_office(source), kind=kind, named=True)
    beside = _name_before(source) or _name_behind(source)
    if beside:
        return Speaker(name=beside, role=bare(text), kind="person", named=True)
    kind = _common_kind(source)
    return Speaker(name=bare(text), role=_office(source), kind=kind)


def _name_before(source: Token) -> str:
    """The name in "Olin, the yard's engineer, said", when the parser parts them."""
    doc, edge = source.doc, source.left_edge.i
    if edge < 2 or doc[edge - 1].text != ",":
        return ""
    name = doc[edge - 2]
    if name.ent_type_ == "PERSON" and name in source.head.subtree:
        for entity in doc.ents:
            if entity.end == edge - 1:
                return strip_office(clean(entity.text))
    return ""


def _name_behind(source: Token) -> str:
    """The name in "the yard's engineer, Dana Olin, said"."""
    for child in source.subtree:
        if child.dep_ == "appos" and child.i > source.i:
            for entity in source.doc.ents:
                if entity.start <= child.i < entity.end and entity.label_ == "PERSON":
                    return strip_office(clean(entity.text))
    return ""


def _common_kind(source: Token) -> str:
    if source.lower_ in words.DOCUMENT_NOUNS:
        return "document"
    plural = source.tag_ in {"NNS", "NNPS"}
    body = source.lower_ in words.SPOKESPERSONS and not source.lower_.startswith(
        "spoke"
    )
    return "group" if plural or body else "person"


def phrase_of(source: Token) -> list[Token]:
    """Tokens of the source phrase without clauses and appositions, contiguous."""
    dropped: set[int] = set()
    tokens = list(source.subtree)
    for token in tokens:
        day = token.dep_ == "poss" and token.ent_type_ == "DATE"  # "Monday's Post"
        apart = token.dep_ in _DROPPED and not _tells_who(token)
        if (apart or day) and token.i != source.i:
            dropped.update(t.i for t in token.subtree)
    kept = [t for t in tokens if t.i not in dropped and t.text != "Said"] or [source]
    for position, token in enumerate(kept):
        if token.text in {",", "(", ";"} and token.i > source.i:
            return kept[:position]
    return kept + _detached(source, kept[-1])


def _tells_who(clause: Token) -> bool:
    """ "people briefed on the talks": the participle belongs to who they are."""
    head = clause.head
    return (
        clause.dep_ == "acl"
        and clause.tag_ in {"VBN", "VBD"}
        and clause.i == head.i + 1
        and head.lower_ in words.UNNAMED
    )


def _detached(source: Token, last: Token) -> list[Token]:
    """ "said the spokesman for the ministry": the parser hangs "for" on the verb."""
    following = last.i + 1
    if source.i < source.head.i or following >= len(source.doc):
        return []
    preposition = source.doc[following]
    if preposition.lower_ not in {"for", "of", "at"} or preposition.head != source.head:
        return []
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    return [preposition, *(t for head in objects for t in phrase_of(head))]


def _person_name(source: Token) -> str:
    """The PERSON entity the source belongs to, or a title and the name behind it."""
    if source.pos_ != "PROPN":
        return ""
    for entity in source.doc.ents:
        if entity.start <= source.i < entity.end:
            if entity.label_ == "PERSON":
                return strip_office(entity.text)
            break
    left = [
        token
        for token in source.lefts
        if token.dep_ in {"compound", "nmod"} and token.text[0].isupper()
    ]
    if left and OFFICE.match(left[0].text) and left[0].lower_ != "white":
        return " ".join(t.text for t in [*left[1:], source] if not OFFICE.match(t.text))
    return ""


def strip_office(text: str) -> str:
    parts = text.split()
    while len(parts) > 1 and OFFICE.match(parts[0]):
        parts = parts[1:]
    return " ".join(parts)


def _office(source: Token) -> str:
    """The apposition to the source: "Olin, director of the yard"."""
    for child in source.children:
        if child.dep_ == "appos" and child.i > source.i:
            tokens = phrase_of(child)
            text = clean("".join(token.text_with_ws for token in tokens))
            if not _ACRONYM.match(text):
                return bare(text[:MAX_ROLE])
    return ""


def _publication(source: Token) -> str:
    """The publication behind "a report by the Courier" or "the Courier's report"."""
    if source.lower_ not in _PUBLISHED:
        return ""
    # "the Daily Post" is one name, and no post of the Daily.
    owning = {"poss"} if source.pos_ == "PROPN" else {"poss", "compound", "nmod"}
    for child in source.children:
        if child.dep_ in owning and looks_like_outlet(child):
            return bare(clean(_text(phrase_of(child))))
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "in", "of"}:
            for grand in child.children:
                if grand.dep_ == "pobj" and looks_like_outlet(grand):
                    return bare(clean(_text(phrase_of(grand))))
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
    return clean(_text(tokens[at:]))


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens)


def clean(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(_EDGES)
    return re.sub(r"\s*'s?$", "", text)


def bare(text: str) -> str:
    return _ARTICLE.sub("", text)
