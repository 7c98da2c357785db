"""Words that hand a statement to a source: the word, the source, the content. PURE.

A cue is a verb, "according to", a noun of speech with its owner, or the mark between a
name and what the name says. Cues inside quotation marks belong to the speaker who is
quoted and are not read. The source is the verb's subject, wherever English puts it:
behind an inverted verb, before a chain of verbs, or in front of a relative clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.lexicon import reporting as words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MAX_CLIMB = 4  # verbs between a cue and the verb that has its subject
BESIDE = 7  # tokens behind a verb within which its quotation opens
MAX_LABEL = 6  # tokens of a name before a colon or after a dash

_SUBJECTS = frozenset({"nsubj", "csubj"})
_CLAUSE = frozenset({"ccomp", "parataxis"})
_TOLD = frozenset({"xcomp", "ccomp", "oprd"})
_OBJECT = frozenset({"dobj", "attr", "oprd", "dative"})
_BEHIND = frozenset({"dobj", "attr", "npadvmod", "nsubj", "appos", "conj", "oprd"})
_CLIMBING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: token indices in the document, and its source token.

    first, last   the cue's own tokens, both included
    source        head of the source phrase, None when the text names none
    content       token ranges [start, end) of what is handed over
    strength      said, reported, hearsay or stance
    leans         the cue brings in a further source of the cue around it ("citing")
    """

    first: int
    last: int
    anchor: Token
    source: Token | None
    strength: str
    content: tuple[tuple[int, int], ...] = ()
    leans: bool = False


def find_cues(sent: Span, quotes: Sequence[tuple[int, int]]) -> list[Cue]:
    """The cues of one sentence in textual order. quotes count in the document."""
    masked = {token.i for token in sent if any(a <= token.idx < b for a, b in quotes)}
    found: list[Cue] = []
    for token in sent:
        if token.i in masked or token.is_space:
            continue
        found.extend(_at(token, sent, masked))
    return found


def _at(token: Token, sent: Span, masked: set[int]) -> Iterator[Cue]:
    lower = token.lower_
    if lower == "according":
        yield from _according(token, sent)
    elif lower in words.HEARSAY_ADVERBS:
        yield Cue(token.i, token.i, token, None, "hearsay", _whole(sent))
    elif token.pos_ == "VERB":
        yield from _verbal(token, sent, masked)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in words.ACT_NOUNS:
        yield from _nominal(token)
    elif token.text in {":", "—", "--"}:
        yield from _label(token, sent, masked)


def _whole(sent: Span) -> tuple[tuple[int, int], ...]:
    return ((sent.start, sent.end),)


def _according(token: Token, sent: Span) -> Iterator[Cue]:
    for to in token.children:
        if to.lower_ == "to":
            for source in to.children:
                if source.dep_ == "pobj":
                    content = _clause_of(token.head) or _whole(sent)
                    yield Cue(token.i, to.i, token, source, "said", content)


def _clause_of(head: Token) -> tuple[tuple[int, int], ...]:
    if head.pos_ not in {"VERB", "AUX"}:
        return ()
    return ((head.left_edge.i, head.right_edge.i + 1),)


def _verbal(token: Token, sent: Span, masked: set[int]) -> Iterator[Cue]:
    particle = _particle(token)
    if _is_passive(token):
        yield from _passive(token, sent)
        return
    if token.tag_ == "VBN" and token.dep_ in {"advcl", "acl"} and not _has_aux(token):
        return  # "Asked whether …, she said"
    strength = _strength(token, masked, particle=particle is not None)
    if not strength:
        return
    source = _source(token, masked)
    if source is None and not (token.tag_ == "VBG" or strength == "said"):
        return
    if source is not None and source.lower_ in words.SILENT_PRONOUNS:
        source = None if source.lower_ != "it" else source
    first, last = _extent(token, particle)
    content = _content(token, sent, masked)
    if token.lemma_.lower() in words.LEANING:
        yield from _leaning(token, first, last, content, strength, source)
    else:
        yield Cue(first, last, token, source, strength, content)


def _leaning(
    token: Token,
    first: int,
    last: int,
    content: tuple[tuple[int, int], ...],
    strength: str,
    source: Token | None,
) -> Iterator[Cue]:
    """The outlet that cites, and whom it cites."""
    if source is not None and token.tag_ != "VBG":
        yield Cue(first, last, token, source, strength, content)
    for child in token.children:
        if child.dep_ == "dobj" and _speaks(child):
            yield Cue(first, last, token, child, strength, content, leans=True)


def _speaks(token: Token) -> bool:
    """True of people, bodies and documents: what an outlet can lean on."""
    known = words.UNNAMED | words.DOCUMENT_NOUNS
    return token.ent_type_ in {"PERSON", "ORG"} or token.lower_ in known


def _is_passive(token: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children)


def _passive(token: Token, sent: Span) -> Iterator[Cue]:
    lemma = token.lemma_.lower()
    content = _clause_of(token) or _whole(sent)
    reports = lemma in words.SAYING | words.SHOWING | words.ACTS | words.STANCE
    agents = [
        grand
        for child in token.children
        if child.dep_ == "agent"
        for grand in child.children
        if grand.dep_ == "pobj"
    ]
    if reports and agents:
        yield Cue(token.i, token.i, token, agents[0], "said", content)
    elif lemma in words.HEARSAY_PASSIVE and _children(token) & _TOLD:
        yield Cue(token.i, token.i, token, None, "hearsay", content)


def _has_aux(token: Token) -> bool:
    return any(child.dep_ == "aux" for child in token.children)


def _particle(token: Token) -> Token | None:
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.i > token.i and (lemma, child.lower_) in words.PHRASAL:
            return child
    return None


def _children(token: Token) -> set[str]:
    """The relations of the token's children."""
    return {child.dep_ for child in token.children}


def _strength(token: Token, masked: set[int], *, particle: bool) -> str:
    """What kind of cue the verb is here; empty when it is none."""
    lemma = token.lemma_.lower()
    deps = _children(token)
    clause = bool(deps & _CLAUSE) or token.dep_ == "parataxis"
    quote = bool(masked)
    object_ = bool(deps & _OBJECT)
    if lemma == "call" and not particle:
        return "said" if deps & {"oprd", "ccomp"} or (quote and object_) else ""
    if lemma in words.SAYING and (clause or quote or object_ or lemma in _ALWAYS):
        return "said"
    if particle or (lemma in words.WITH_QUOTATION and _beside(token, masked)):
        return "said"
    if lemma == "write" and (clause or quote or deps & {"prep", "oprd"}):
        return "said"
    if lemma in words.SHOWING and (clause or lemma == "report"):
        return "reported"
    if lemma in words.LEANING and object_:
        return "said"
    if lemma in words.ACTS and (object_ or clause):
        return "said"
    if lemma in words.STANCE and (clause or "xcomp" in deps):
        return "stance"
    return ""


_ALWAYS = frozenset({"say", "tell", "tweet", "respond", "reply", "explain"})


def _beside(token: Token, masked: set[int]) -> bool:
    """True when a quotation stands next to the verb or ends before its subject."""
    doc, before = token.doc, token.left_edge.i - 1
    behind = range(token.i + 1, min(token.i + BESIDE, len(doc)))
    opens = any(i in masked and doc[i - 1].text in {":", ","} for i in behind)
    return opens or before in masked or (before > 0 and before - 1 in masked)


def _source(token: Token, masked: set[int]) -> Token | None:
    """The token that names who speaks."""
    own = _subject(token, masked)
    if own is not None:
        return own
    behind = [
        child
        for child in token.children
        if child.dep_ in _BEHIND and child.i > token.i and child.i not in masked
    ]
    inverted = bool(masked) or any(
        child.dep_ == "ccomp" and child.i < token.i for child in token.children
    )
    if inverted and behind and token.tag_ not in {"VBG", "VB"}:
        return behind[0]
    return _borrowed(token, masked)


def _subject(token: Token, masked: set[int]) -> Token | None:
    for child in token.children:
        if child.dep_ in _SUBJECTS and child.i not in masked:
            return child
    return None


def _borrowed(token: Token, masked: set[int]) -> Token | None:
    """The subject of the verbs that the cue hangs on."""
    current = token
    for _ in range(MAX_CLIMB):
        head = current.head
        spoken = current.tag_ == "VBG" or (
            current.dep_ == "relcl" and current.tag_ != "VB"
        )
        if (
            current.dep_ in {"acl", "relcl"}
            and spoken
            and head.pos_ in {"NOUN", "PROPN", "PRON"}
        ):
            return head if head.i not in masked else None
        if head is current:
            return None
        if current.dep_ in _CLIMBING or current.dep_ == "prep":
            for child in head.children:
                if child.dep_ in {"nsubj", "nsubjpass"} and child.i not in masked:
                    return child
        current = head
    return None


def _extent(token: Token, particle: Token | None) -> tuple[int, int]:
    """The verb with its auxiliaries and particle, contiguous."""
    first = token.i
    for child in token.children:
        if child.i == first - 1 and child.dep_ in {"aux", "neg", "auxpass", "advmod"}:
            first = child.i
    last = particle.i if particle is not None and particle.i <= token.i + 2 else token.i
    return first, last


def _content(token: Token, sent: Span, masked: set[int]) -> tuple[tuple[int, int], ...]:
    ranges = [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in token.children
        if child.dep_ in _CLAUSE or child.dep_ == "xcomp"
    ]
    if token.dep_ == "parataxis":
        ranges.append((token.head.left_edge.i, token.left_edge.i))
    if not ranges:
        ranges = list(_runs(masked)) or [
            (child.left_edge.i, child.right_edge.i + 1)
            for child in token.children
            if child.dep_ in _OBJECT
        ]
    return tuple((max(a, sent.start), min(b, sent.end)) for a, b in ranges if a < b)


def _runs(indices: set[int]) -> Iterator[tuple[int, int]]:
    start = previous = None
    for i in sorted(indices):
        if previous is None or i != previous + 1:
            if start is not None and previous is not None:
                yield start, previous + 1
            start = i
        previous = i
    if start is not None and previous is not None:
        yield start, previous + 1


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
        name = doc[sent.start : token.i]
        if _is_label(name):
            content = ((token.i + 1, sent.end),)
            yield Cue(token.i, token.i, token, name.root, "said", content)
    elif token.text != ":" and masked and 0 < sent.end - token.i - 1 <= MAX_LABEL:
        name = doc[token.i + 1 : sent.end]
        if token.i - 1 in masked and name[0].pos_ == "PROPN":
            content = ((sent.start, token.i),)
            yield Cue(token.i, token.i, token, name.root, "said", content)


def _is_label(name: Span) -> bool:
    """True for a capitalised name of a speaker, not for a heading with a verb."""
    speaks = name.root.pos_ == "PROPN" or _speaks(name.root)
    verbal = any(token.pos_ in {"VERB", "AUX"} for token in name)
    return speaks and name[0].text[0].isupper() and not verbal
