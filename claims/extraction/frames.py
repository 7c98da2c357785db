"""Predications of a sentence with who did what to whom, and which facet belongs where.

A frame is a verb, a copula or an event noun. Arguments are read from the dependency
parse, active and passive alike; an event noun under a light verb ("held talks") takes
the verb's participants; a verb without a subject takes that of its governor.
Each facet is given to the nearest predicate above it, except that a date or a duration
right behind an event noun belongs to that noun, wherever the parser hung it. PURE.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from claims.extraction.measures import measured
from claims.extraction.predicates import by_means, is_predicate, predicate_of
from claims.facets.modality import modality_of
from claims.facets.parsed import Span, Token
from claims.facets.polarity import negated
from claims.facets.types import Argument, Context, Facet, Frame, Kind
from claims.lexicon.predicates import (
    LASTING,
    LIGHT_VERBS,
    MAKING,
    OCCURRING,
    PRONOUNS,
    SAYING,
)

NAMES = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)
TIMES = (Kind.DATE, Kind.DURATION)
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})

# Longest distance in tokens between an event noun and a date that follows it directly
# ("the call on the 5th" is 2, "talks in the city last Monday" 4).
ADJACENT = 5


def frames_of(
    sent: Span, facets: Sequence[Facet], context: Context
) -> tuple[tuple[Frame, ...], tuple[Facet, ...]]:
    """Frames of one sentence, and its facets with frame, role and measure set.

    There is at least one frame: a fragment without a predicate gets one for its root.
    """
    del context
    predicates = [token for token in sent if is_predicate(token)] or [sent.root]
    index = {token.i: n for n, token in enumerate(predicates)}
    phrases = _Phrases(sent, facets)
    frames = tuple(_frame(n, token, phrases) for n, token in enumerate(predicates))
    placed = tuple(_place(facet, sent, predicates, index, frames) for facet in facets)
    return frames, measured(sent, placed, frames)


def _frame(number: int, token: Token, phrases: _Phrases) -> Frame:
    base = phrases.base
    modality, *_ = modality_of(token)
    return Frame(
        index=number,
        start=token.idx - base,
        end=token.end - base,
        lemma=token.lemma,
        predicate=predicate_of(token),
        nominal=token.pos_ in ("NOUN", "PROPN"),
        negated=negated(token)[0],
        modality=modality,
        arguments=tuple(
            phrases.argument(role, head)
            for role, head in _arguments(token)
            if phrases.holds(head)
        ),
    )


def _arguments(token: Token) -> Iterator[tuple[str, Token]]:
    """(role, head token) of every participant, each head once."""
    seen: set[int] = {token.i}
    for role, head in _raw_arguments(token):
        if head.i not in seen:
            seen.add(head.i)
            yield role, head


def _raw_arguments(token: Token) -> Iterator[tuple[str, Token]]:
    if token.pos_ in ("NOUN", "PROPN"):
        yield from _nominal_arguments(token)
    else:
        yield from _verbal_arguments(token)


VERBAL_ROLES = {
    "nsubj": "agent",
    "csubj": "agent",
    "nsubjpass": "patient",
    "dobj": "patient",
    "dative": "to",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
}


def _verbal_arguments(token: Token) -> Iterator[tuple[str, Token]]:
    roles = set()
    for child in token.children:
        if child.dep_ == "nsubj" and token.dep_ == "relcl" and child.tag_ in _WH:
            continue
        if child.dep_ in VERBAL_ROLES:
            roles.add(VERBAL_ROLES[child.dep_])
            yield VERBAL_ROLES[child.dep_], child
        elif child.dep_ in _PREPOSITIONAL:
            yield from _prepositional(child)
    yield from _missing(token, roles)


_WH = frozenset({"WDT", "WP"})


def _missing(token: Token, roles: set[str]) -> Iterator[tuple[str, Token]]:
    """Participants that stand outside the verb's own subtree."""
    head = token.head
    if token.dep_ == "relcl":
        yield ("patient" if "agent" in roles else "agent"), head
    elif token.dep_ == "acl":
        yield ("patient" if token.tag_ == "VBN" else "agent"), head
    elif "agent" not in roles and token.dep_ in ("conj", "xcomp", "advcl", "ccomp"):
        passive = any(child.dep_ == "auxpass" for child in token.children)
        if passive and token.dep_ != "conj":
            return
        made = token.dep_ == "xcomp" and head.lemma in MAKING
        whom = made and any(child.dep_ == "dobj" for child in head.children)
        for child in head.children:
            if child.dep_ in (("dobj",) if whom else ("nsubj", "nsubjpass")):
                same = token.dep_ == "conj" and passive
                yield ("patient" if same else "agent"), child


_PREPOSITIONAL = frozenset({"prep", "agent"})


def _prepositional(child: Token) -> Iterator[tuple[str, Token]]:
    if child.dep_ == "agent":
        role = "by" if by_means(child) else "agent"
        yield from ((role, t) for t in child.children if t.dep_ == "pobj")
    elif child.dep_ == "prep":
        role = child.lower_
        for grand in child.children:
            if grand.dep_ == "pobj":
                yield role, grand
            elif grand.dep_ == "prep":
                yield from _prepositional(grand)


NOMINAL_ROLES = {"of": "patient", "by": "agent", "between": "with", "among": "with"}


def _nominal_arguments(token: Token) -> Iterator[tuple[str, Token]]:
    own = False
    for child in token.children:
        if child.dep_ == "poss":
            own = own or child.pos_ != "PRON"
            yield "agent", child
        elif child.dep_ in ("compound", "amod", "nmod") and child.pos_ in _NAMELIKE:
            yield "patient", child
        elif child.dep_ in _PREPOSITIONAL:
            for role, head in _prepositional(child):
                own = own or role in NOMINAL_ROLES
                yield NOMINAL_ROLES.get(role, role), head
    yield from _inherited(token, own=own)


_NAMELIKE = frozenset({"NOUN", "PROPN", "ADJ"})


def _inherited(token: Token, *, own: bool) -> Iterator[tuple[str, Token]]:
    """Participants of the verb that an event noun hangs on.

    Under a light verb they are the noun's own; under another verb ("spoke to him during
    a call") they are taken only when the noun has none.
    """
    head = token.head
    light = token.dep_ in ("dobj", "nsubjpass") and head.lemma in LIGHT_VERBS
    nested = not own and token.dep_ == "pobj" and head.head.pos_ == "VERB"
    if light:
        yield from (x for x in _verbal_arguments(head) if x[1].i != token.i)
    elif nested and head.lower_ in ("during", "in", "at", "on", "over", "by"):
        for role, argument in _verbal_arguments(head.head):
            if role in ("agent", "patient", "to", "with"):
                yield role, argument


_APART = CLAUSES | {"appos", "punct"}
_position = attrgetter("i")


def phrase(head: Token) -> list[Token]:
    """Tokens of the phrase under head, without clauses and appositions."""
    if not head.children:
        return [head]
    found: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(child for child in token.children if child.dep_ not in _APART)
    return sorted(found, key=_position)


class _Phrases:
    """The phrases of a sentence as arguments: one may take part in several frames.

    A boundary that was repaired may cut the parser's tree; what hangs on the other side
    is not printed in this sentence.
    """

    def __init__(self, sent: Span, facets: Sequence[Facet]) -> None:
        self.base = sent.start_char
        self._inside = range(sent.start, sent.end)
        named = [facet for facet in facets if facet.kind in NAMES]
        starts = [token.idx - self.base for token in sent] if named else []
        # Of each name the tokens that start in it, and how arguments call it.
        self._names = [
            (
                range(
                    sent.start + bisect_left(starts, facet.start),
                    sent.start + bisect_left(starts, facet.end),
                ),
                f"{facet.kind}:{facet.value}",
            )
            for facet in named
        ]
        self._read: dict[int, Argument] = {}

    def holds(self, token: Token) -> bool:
        """Whether the sentence prints the token."""
        return token.i in self._inside

    def argument(self, role: str, head: Token) -> Argument:
        """The phrase under the head as an argument of the role."""
        known = self._read.get(head.i)
        if known is None:
            known = self._read[head.i] = self._argument(role, head)
        if known.role == role:
            return known
        return Argument(
            role, known.head, known.words, known.start, known.end, known.names
        )

    def _argument(self, role: str, head: Token) -> Argument:
        tokens = phrase(head)
        if not (self.holds(tokens[0]) and self.holds(tokens[-1])):
            tokens = [token for token in tokens if self.holds(token)]
        content = [
            t.lemma
            for t in tokens
            if t.pos_ in CONTENT and not t.is_stop and t.lower_ not in PRONOUNS
        ]
        return Argument(
            role=role,
            head=head.lemma,
            words=tuple(content),
            start=tokens[0].idx - self.base,
            end=tokens[-1].end - self.base,
            names=self._names_in(tokens) if self._names else (),
        )

    def _names_in(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        first, last = tokens[0].i, tokens[-1].i
        found = [
            name
            for at, name in self._names
            if at.start <= last
            and first < at.stop
            and any(token.i in at for token in tokens)
        ]
        return tuple(dict.fromkeys(found))


def _place(
    facet: Facet,
    sent: Span,
    predicates: Sequence[Token],
    index: dict[int, int],
    frames: Sequence[Frame],
) -> Facet:
    """The facet with its frame and its role in it."""
    base = sent.start_char
    span = sent.doc.covering(base + facet.start, base + facet.end)
    if span is None:
        return facet
    root = span.root
    number = _nearest(root, index)
    if facet.kind in TIMES:
        number = _nearest(_event_relative(span), index) if number is not None else None
        number = _event_noun_before(span, predicates, index, number)
    if number is None:
        number = 0
    if facet.kind in TIMES:
        number = _under_light_verb(frames, number)
    if facet.kind == Kind.DURATION:
        number = _lasting(frames, number)
    role = _role(facet, frames[number])
    if facet.frame == number and facet.role == role:
        return facet
    return replace(facet, frame=number, role=role)


def _nearest(token: Token, index: dict[int, int]) -> int | None:
    if token.i in index:
        return index[token.i]
    for ancestor in token.ancestors:
        if ancestor.i in index:
            return index[ancestor.i]
    return None


def _event_noun_before(
    span: Span, predicates: Sequence[Token], index: dict[int, int], number: int | None
) -> int | None:
    """The event noun that the date stands right behind or right in front of."""
    doc = span.doc
    following = doc[span.end] if span.end < len(doc) else None
    while following is not None and following.dep_ in ("compound", "amod", "punct"):
        if following.i + 1 >= len(doc) or following.lower_ in (",", "."):
            break
        following = doc[following.i + 1]
    if following is not None and following.i in index and span.root.head == following:
        return index[following.i]
    nouns = [
        t for t in predicates if t.pos_ == "NOUN" and 0 < span.start - t.i <= ADJACENT
    ]
    for noun in reversed(nouns):
        if noun.dep_ in ("dobj", "nsubjpass") and not _is_light(noun.head):
            continue  # "lifted the ban on Monday" dates the lifting
        between = doc[noun.i + 1 : span.start]
        if not any(t.pos_ in ("VERB", "AUX") or t.is_punct for t in between):
            return index[noun.i]
    return number


def _event_relative(span: Span) -> Token:
    """The token that a date hangs on: "days after he spoke" dates what it stands by.

    "at 4 a.m. London time" hangs on what "at" hangs on, wherever "time" is put.
    """
    root = span.root
    before = span.doc[span.start - 1] if span.start else root
    if before.dep_ == "prep" and any(t.head.i == before.i for t in span):
        return before if root.head.i != before.i else root
    if span[-1].lower_ in ("after", "before") and root.head.dep_ == "advcl":
        return root.head.head
    return root


def _under_light_verb(frames: Sequence[Frame], number: int) -> int:
    """The event noun under a light verb: "held talks on Monday" dates the talks."""
    frame = frames[number]
    if frame.nominal:
        return number
    for argument in frame.arguments:
        light = argument.role == "patient" and frame.lemma in LIGHT_VERBS
        if light or (argument.role == "agent" and frame.lemma in OCCURRING):
            for noun in frames:
                inside = argument.start <= noun.start < argument.end
                if noun.nominal and inside and noun.lemma == argument.head:
                    return noun.index
    return number


def _lasting(frames: Sequence[Frame], number: int) -> int:
    """The event that lasted so long, when the frame is "it lasted …"."""
    frame = frames[number]
    if frame.lemma not in LASTING:
        return number
    for argument in frame.arguments:
        if argument.role == "agent":
            for other in frames:
                if other.nominal and argument.start <= other.start < argument.end:
                    return other.index
    return number


def _is_light(verb: Token) -> bool:
    return verb.lemma in LIGHT_VERBS


def _role(facet: Facet, frame: Frame) -> str:
    if facet.kind in TIMES:
        return "report" if frame.predicate in SAYING else "event"
    if facet.kind in (Kind.POLARITY, Kind.MODALITY):
        return "predicate"
    for argument in frame.arguments:
        if argument.start <= facet.start < argument.end:
            if argument.role == "agent" and frame.predicate in SAYING:
                return "speaker"
            return argument.role
    return "value" if facet.kind not in NAMES else ""
