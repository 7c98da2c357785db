"""Words that hand a statement to a source: the word, the source, the content. PURE.

A cue is a verb, "according to", a noun of speech with its owner, or the mark between a
name and what the name says. Cues inside quotation marks belong to the speaker who is
quoted and are not read. The source is the verb's subject, wherever English puts it:
behind an inverted verb, before a chain of verbs, or in front of a relative clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.extraction.cue import Cue
from claims.extraction.cue_verbs import (
    clause_of,
    hands_over,
    may_report,
    mistagged,
    speaks,
    stative,
    tells,
    verbal,
)
from claims.extraction.described import looks_like_outlet
from claims.extraction.quotes import within
from claims.facets.parsed import Span, Token
from claims.lexicon import reporting as words

_MARKS = frozenset({":", "—", "--", "―"})
_TELLING = frozenset({"VERB", "AUX", "NOUN"})
_ADVERBS = words.HEARSAY_ADVERBS | {"according"}
MAX_LABEL = 6  # tokens of a name before a colon or after a dash


def find_cues(sent: Span, quotes: Sequence[tuple[int, int]]) -> list[Cue]:
    """The cues of one sentence in textual order. quotes count in the document."""
    masked = within(sent, quotes)
    found = list(_transcript(sent, masked)) if masked else []
    for token in sent:
        told = token.pos_ in _TELLING or token.lower_ in _ADVERBS
        if (told or token.text in _MARKS) and token.i not in masked:
            found += _at(token, sent, masked)
    return [cue for cue in found if not _is_told(cue, found)]


def _is_told(cue: Cue, cues: Sequence[Cue]) -> bool:
    """True for what another cue's content tells as an act: no step of the chain.

    In "Olin said the board told staff that it was over" the board hands something over,
    in "Olin said the board had blamed him" and "said he hopes" nobody does.
    """
    outer = [
        other
        for other in cues
        if other is not cue
        and other.anchor.lower_ != "according"
        and tells(other)
        and any(a <= cue.anchor.i < b for a, b in other.content)
    ]
    return bool(outer) and not hands_over(cue)


def _at(token: Token, sent: Span, masked: set[int]) -> Iterable[Cue]:
    lower = token.lower_
    found: Iterable[Cue] = ()
    if lower == "according":
        found = _according(token, sent)
    elif lower in words.HEARSAY_ADVERBS:
        found = (Cue(token.i, token.i, token, None, "hearsay", _whole(sent)),)
    elif token.pos_ == "VERB":
        found = verbal(token, sent, masked) if may_report(token) else ()
    elif token.pos_ == "AUX" and token.lemma_ == "be":
        found = stative(token, sent)
    elif token.pos_ == "NOUN":
        plural, act = token.tag_ == "NNS", token.lemma in words.ACT_NOUNS
        found = _noun(token, sent) if plural or act else ()
    elif token.text in _MARKS:
        found = _label(token, sent, masked)
    return found


def _noun(token: Token, sent: Span) -> Iterator[Cue]:
    if token.lemma in words.ACT_NOUNS:
        yield from _nominal(token)
    if token.tag_ == "NNS":
        yield from mistagged(token, sent)


def _whole(sent: Span) -> tuple[tuple[int, int], ...]:
    return ((sent.start, sent.end),)


def _according(token: Token, sent: Span) -> Iterator[Cue]:
    for to in token.children:
        if to.lower_ != "to":
            continue
        for child in to.children:
            source = child if child.dep_ == "pobj" else _misread(child)
            if source is not None:
                content = clause_of(token.head) or _whole(sent)
                yield Cue(token.i, to.i, token, source, "said", content)


def _misread(verb: Token) -> Token | None:
    """ "according to show insiders": a noun that was parsed as a verb's object."""
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _nominal(token: Token) -> Iterator[Cue]:
    """ "the ministry's claim that", "a report by the Courier"."""
    clause = [
        child for child in token.children if child.dep_ in {"acl", "ccomp", "relcl"}
    ]
    owners = [child for child in token.children if child.dep_ == "poss"]
    owners += [
        grand
        for child in token.children
        if child.lower_ in {"by", "from"}
        for grand in child.children
        if grand.dep_ == "pobj"
    ]
    content = tuple((c.left_edge.i, c.right_edge.i + 1) for c in clause)
    if owners:
        if content:
            yield Cue(token.i, token.i, token, owners[0], "said", content)
    elif clause and token.lower_ in {"reports", "rumors", "rumours", "speculation"}:
        yield Cue(token.i, token.i, token, None, "hearsay", content)


def _label(token: Token, sent: Span, masked: set[int]) -> Iterator[Cue]:
    """ "Name: what the name says" and "what is quoted — Name"."""
    doc = token.doc
    if token.text == ":" and 0 < token.i - sent.start <= MAX_LABEL:
        first = doc[sent.start]
        said = first.lower_ == "said" or first.lemma in words.SAYING
        inverted = said and token.i > sent.start + 1  # "Said Olin: …"
        name = doc.span(sent.start + inverted, token.i)
        if _is_label(name) and token.i + 1 < sent.end:
            content = ((token.i + 1, sent.end),)
            yield Cue(token.i, token.i, token, name.root, "said", content)
    elif token.text != ":" and masked and 0 < sent.end - token.i - 1 <= MAX_LABEL:
        name = doc.span(token.i + 1, sent.end)
        if token.i - 1 in masked and name[0].pos_ == "PROPN":
            content = ((sent.start, token.i),)
            yield Cue(token.i, token.i, token, name.root, "said", content)


def _transcript(sent: Span, masked: set[int]) -> Iterator[Cue]:
    """ "NAME: what is said", with the whole transcript in quotation marks."""
    for token in sent.doc[sent.start + 1 : min(sent.start + 1 + MAX_LABEL, sent.end)]:
        if token.text != ":" or token.i not in masked:
            continue
        name = [t for t in sent.doc[sent.start : token.i] if t.is_alpha]
        if name and all(t.is_upper and len(t) > 1 for t in name):
            content = ((token.i + 1, sent.end),)
            yield Cue(token.i, token.i, token, name[-1], "said", content)
        return


def _is_label(name: Span) -> bool:
    """True for the name of a speaker, not for a heading."""
    if any(token.pos_ in {"VERB", "AUX", "ADP"} for token in name):
        return False
    root = name.root
    named = root.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    alone = len(name) == 1 and root.pos_ == "PROPN"
    known = speaks(root) and root.lower_ not in words.NOT_LABELS
    return name[0].text[0].isupper() and (
        named or alone or known or looks_like_outlet(root)
    )
