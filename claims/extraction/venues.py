"""Where something was said: the interview, programme, platform or occasion. PURE.

Read from the phrases around a cue: "in an interview with X", "told X", "on X",
"wrote on X", "at a news conference in Y". What stands in quotation marks or in another
cue's own words is not searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.quotes import within
from claims.facets.parsed import Span, Token
from claims.lexicon import reporting
from claims.lexicon import venues as lexicon

if TYPE_CHECKING:
    from claims.extraction.cue import Cue

_ACTS = tuple((re.compile(f"^(?:{p})s?$", re.I), kind) for p, kind in lexicon.ACTS)
_WHERE = re.compile(r" (?:in|at|aboard|outside) ")
_ACRONYM = re.compile(r"^[A-Z][A-Z0-9&.]{1,5}$")
_WEEKDAY_OR_MONTH = frozenset({"DATE", "TIME"})
_LISTENING = frozenset({"tell", "inform"})
_PLACING = frozenset(
    {"in", "on", "at", "during", "to", "via", "from", "through", "for"}
)
_WITH = frozenset({"with", "on", "to", "for", "by"})
_POINTING = frozenset({"the", "that", "this", "same"})


@dataclass(frozen=True, slots=True)
class Venue:
    """An act of saying: interview, post, conference, speech, statement, filing, call.

    definite: "in the interview" points back to a venue named before.
    """

    act: str
    name: str = ""
    definite: bool = False


def venue_of(cue: Cue, sent: Span, quotes: Iterable[tuple[int, int]]) -> Venue | None:
    """The venue of what the cue reports, or None."""
    masked = within(sent, quotes)
    tokens = [t for t in sent if t.i not in masked]
    for finder in (_interview, _listener, _occasion, _channel):
        for venue in finder(cue, tokens):
            return _with_channel(venue, cue, tokens)
    return None


def _with_channel(venue: Venue, cue: Cue, tokens: list[Token]) -> Venue:
    """ "told CHANNEL in an interview": the interview is the channel's."""
    if venue.act == "interview" and not venue.name:
        told = next(_listener(cue, tokens), None)
        if told is not None and told.act == "interview":
            return told
    return venue


def _interview(cue: Cue, tokens: list[Token]) -> Iterator[Venue]:
    for token in tokens:
        if token.lemma != "interview" or token.pos_ == "VERB":
            continue
        aired = token.dep_ == "compound" and token.head.lemma in lexicon.AIRED
        if token.dep_ not in {"pobj", "dobj", "conj"} and not aired:
            continue
        name = _compound(token) or _partner(token.head if aired else token)
        definite = any(c.lower_ in _POINTING for c in token.lefts) and not name
        yield Venue("interview", name, definite)


def _compound(token: Token) -> str:
    """The name in "a CHANNEL interview"."""
    doc, first = token.doc, token.i
    while first > token.left_edge.i and (
        (doc[first - 1].text[0].isupper() and _timeless(doc[first - 1]))
        or doc[first - 1].lower_ in {"&", "'s"}
    ):
        first -= 1
    while first < token.i and doc[first].lower_ in {"a", "an", "the", "'s", "in"}:
        first += 1
    return doc.printed(first, token.i).removesuffix("'s").strip()


def _timeless(token: Token) -> bool:
    return token.ent_type_ not in _WEEKDAY_OR_MONTH


def _partner(token: Token) -> str:
    """The name in "an interview with CHANNEL"."""
    for child in token.children:
        if child.lower_ in _WITH or child.lemma in lexicon.AIRED:
            for grand in child.subtree:
                placed = grand.ent_type_ == "GPE" and child.lower_ not in _WITH
                if grand.dep_ == "pobj" and _timeless(grand) and not placed:
                    return _name_of(grand)
    return ""


def _name_of(head: Token) -> str:
    """The capitalised run that ends at the head, without what describes it."""
    doc, first = head.doc, head.i
    floor = head.left_edge.i
    while first > floor and (
        doc[first - 1].text[0].isupper()
        or doc[first - 1].text in {"&", "'s", "-", "the"}
    ):
        first -= 1
    while first < head.i and doc[first].lower_ in {"the", "'s", "a"}:
        first += 1
    last = head.i
    for child in head.rights:  # "Meet the Press"
        if child.pos_ == "PROPN" and child.i == last + 1:
            last = child.i
    text = doc.printed(first, last + 1)
    return text if any(c.isupper() for c in text) else ""


def _listener(cue: Cue, tokens: list[Token]) -> Iterator[Venue]:
    anchor = cue.anchor
    if anchor.lemma not in _LISTENING and anchor.lower_ != "spoke":
        return
    for child in anchor.children:
        heads = [child] if child.dep_ in {"dobj", "dative"} else []
        if child.dep_ == "prep" and child.lower_ == "to":
            heads = [g for g in child.children if g.dep_ == "pobj"]
        for head in heads:
            yield from _told(head, anchor)


def _told(head: Token, anchor: Token) -> Iterator[Venue]:
    if head.lower_ in lexicon.PRESS:
        where = _place(anchor) or _place(head)
        yield Venue("conference", f"reporters {where}".strip())
    elif head.lower_ in lexicon.AUDIENCES:
        yield Venue("speech", head.lower_)
    elif _is_channel(head) or (
        head.text[0].isupper() and head.lower_ in reporting.OUTLET_WORDS
    ):
        yield Venue("interview", _name_of(head))
    elif head.pos_ == "PROPN":
        for left in head.lefts:
            if _is_channel(left):
                yield Venue("interview", _name_of(left))
                return


def _is_channel(token: Token) -> bool:
    """True for a name that looks like a broadcaster, a paper or an agency."""
    if token.pos_ != "PROPN" or token.ent_type_ in {"PERSON", "GPE", "NORP", "LOC"}:
        return False
    run = [token, *token.lefts]
    channel = any(
        t.lower_ in lexicon.CHANNEL_WORDS and t.text[0].isupper() for t in run
    )
    return channel or token.ent_type_ == "ORG" or bool(_ACRONYM.match(token.text))


def _place(token: Token) -> str:
    """ "in Oslo", "at the plant": where the cue's verb puts the scene."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"at", "in", "aboard", "outside"}:
            for grand in child.children:
                if grand.dep_ == "pobj" and _timeless(grand):
                    return f"{child.lower_} {_short(grand)}"
    return ""


def _short(head: Token) -> str:
    return head.doc.printed(head.left_edge.i, head.i + 1)


def _occasion(cue: Cue, tokens: list[Token]) -> Iterator[Venue]:
    for token in tokens:
        placed = token.dep_ == "pobj" and token.head.lower_ in _PLACING
        posted = token.dep_ == "dobj" and token.head.i == cue.anchor.i
        if not (placed or posted) or not _near(token, cue, fronted=placed):
            continue
        kind = _kind_of(token)
        if kind:
            name = _platform(token) if kind == "post" else _named(token)
            definite = token.doc[token.left_edge.i].lower_ in _POINTING
            yield Venue(kind, name, definite and not name)


def _near(token: Token, cue: Cue, *, fronted: bool) -> bool:
    """True when the phrase hangs on the cue's verb, or opens the sentence before it."""
    for ancestor in token.ancestors:
        if ancestor.i == cue.anchor.i:
            return True
        if ancestor.dep_ in {"ccomp", "relcl", "acl"}:
            break
        if ancestor.pos_ == "VERB":
            break
    return fronted and token.i < cue.first and token.head.i <= token.sent.start + 1


def act_of(printed: str) -> str:
    """The act of a venue as it is stored: "conference in Oslo", "reporters"; else an
    interview.
    """
    name = _WHERE.split(printed.lower(), maxsplit=1)[0]
    if name in lexicon.PRESS:
        return "conference"
    if name in lexicon.AUDIENCES:
        return "speech"
    kinds = (kind for pattern, kind in _ACTS if pattern.match(name))
    return "conference" if name == "conference" else next(kinds, "interview")


def _kind_of(token: Token) -> str:
    if token.pos_ == "PROPN" and token.lower_ in lexicon.CHAMBERS:
        return "statement"
    words = [t.lower_ for t in token.lefts if t.dep_ in {"compound", "amod", "nmod"}]
    lemma = token.lemma
    for size in range(len(words), -1, -1):
        phrase = " ".join([*words[len(words) - size :], lemma])
        for pattern, kind in _ACTS:
            if pattern.match(phrase):
                return kind
    return ""


def _platform(token: Token) -> str:
    for child in [*token.children, *token.head.children, *token.head.head.children]:
        if child.lower_ in {"on", "to", "via"} and child.dep_ == "prep":
            for grand in child.children:
                if grand.dep_ == "pobj" and _timeless(grand):
                    name = _appositive(grand)
                    if name:
                        return name
    return _compound(token)


def _appositive(head: Token) -> str:
    """The platform's own name: the phrase, or the name that is put beside it."""
    for child in head.children:
        if child.dep_ == "appos" and child.text[0].isupper():
            return _name_of(child)
    following = head.doc[head.i + 1 : head.i + 3]
    if head.pos_ == "NOUN" and following and following[0].pos_ == "PROPN":
        last = head.i + 3 if following[-1].pos_ == "PROPN" else head.i + 2
        return head.doc.printed(head.i + 1, last)
    return _name_of(head)


def _named(token: Token) -> str:
    if token.pos_ == "PROPN":
        return _name_of(token)
    place = _place(token)
    return f"{token.lemma} {place}".strip()


def _channel(cue: Cue, tokens: list[Token]) -> Iterator[Venue]:
    """ "said on CHANNEL", "wrote on PLATFORM"."""
    posting = cue.anchor.lemma in lexicon.POSTING_VERBS
    if cue.anchor.lemma == "tweet":
        yield Venue("post", "Twitter")
        return
    for child in cue.anchor.children:
        if child.dep_ != "prep" or child.lower_ not in {"on", "to", "via"}:
            continue
        for head in child.children:
            if head.dep_ != "pobj" or not _timeless(head):
                continue
            platform = any(t.lower_ in lexicon.PLATFORM_WORDS for t in head.subtree)
            if platform or (posting and head.pos_ == "PROPN"):
                yield Venue("post", _appositive(head))
            elif child.lower_ == "on" and _is_channel(head):
                yield Venue("interview", _name_of(head))
