"""Verbs that hand a statement over: which are cues here, and how strong. PURE.

A verb of saying needs a clause, a quotation or an object; a document speaks by what it
shows; a stance is what somebody thinks or wants. What would or may be said is said by
nobody, and is no cue.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.cue import Cue, lemma_of, relations
from claims.extraction.cue_sources import source_of, told_as
from claims.extraction.described import looks_like_outlet
from claims.extraction.predicates import by_means
from claims.facets.parsed import Span, Token
from claims.lexicon import reporting as words

BESIDE = 7  # tokens behind a verb within which its quotation opens

CLAUSE = frozenset({"ccomp", "parataxis"})
_TOLD = frozenset({"xcomp", "ccomp", "oprd"})
_OBJECT = frozenset({"dobj", "attr", "oprd", "dative"})
_MODALS = frozenset({"would", "could", "may", "might", "should", "must", "'d"})
_NAMED = frozenset({"dobj", "dative", "nsubjpass"})
_TIMES = frozenset({"DATE", "TIME"})
_ALWAYS = frozenset({"say", "tell", "tweet", "respond", "reply", "explain"})

_SPEAKING = words.UNNAMED | words.DOCUMENT_NOUNS
_MINDFUL = words.ACTS | words.STANCE
_REPORTING = words.SAYING | words.SHOWING | _MINDFUL
_TOLD_BY_NOUNS = words.SAYING | words.STANCE
# Lemmas of which verbs can be cues at all.
_CUES = _REPORTING.union(
    words.STANCE_TO,
    words.LEANING,
    words.PUBLISHING,
    words.WITH_QUOTATION,
    words.HEARSAY_PASSIVE,
    (verb for verb, _ in words.PHRASAL),
    words.NAMING,
    words.HANDING_ON,
    {"write"},
)

Range = tuple[int, int]


def speaks(token: Token) -> bool:
    """True of people, bodies and documents: what an outlet can lean on."""
    return token.ent_type_ in {"PERSON", "ORG"} or token.lower_ in _SPEAKING


def may_report(token: Token) -> bool:
    """Whether a verb is one of those that are cues somewhere."""
    return lemma_of(token) in _CUES


def verbal(token: Token, sent: Span, masked: set[int]) -> Iterator[Cue]:
    """The cues of one verb. masked are the indices of the sentence's quoted tokens."""
    particle = _particle(token)
    if _is_passive(token):
        yield from _passive(token, sent)
        return
    if token.tag_ == "VBN" and token.dep_ in {"advcl", "acl"} and not _has_aux(token):
        if token.dep_ == "acl":
            yield from _passive(token, sent)  # "first published by the Courier"
        return  # "Asked whether …, she said"
    strength = _strength(token, masked, particle=particle is not None)
    if not strength or _is_unreal(token):
        return
    source = source_of(token, masked)
    if source is None and not (token.tag_ == "VBG" or strength == "said"):
        return
    if source is not None and source.lower_ in words.NOBODY:
        return
    first, last = _extent(token, particle)
    content = _content(token, sent, masked)
    if lemma_of(token) in words.LEANING and told_as(token) is None:
        yield from _leaning(token, first, last, content, strength, source)
    else:
        yield Cue(first, last, token, source, strength, content)


def hands_over(cue: Cue) -> bool:
    """Whether a cue has a statement of its own: no stance, and more than an object."""
    verb = cue.anchor.pos_ == "VERB"
    anchor = cue.anchor
    clause = cue.leans or not verb or _has_clause(anchor) or told_as(anchor)
    return bool(clause) and cue.strength != "stance"


def tells(cue: Cue) -> bool:
    """Whether a cue's content is a clause or a quotation, not a mere object."""
    return cue.anchor.pos_ != "VERB" or bool(
        relations(cue.anchor) & (CLAUSE | {"xcomp"})
    )


def stative(token: Token, sent: Span) -> Iterator[Cue]:
    """ "is sure that", "were worried about": what somebody thinks, told by a state."""
    for state in token.children:
        if state.dep_ != "acomp" or state.lower_ not in words.STATES_OF_MIND:
            continue
        told = [
            child
            for part in (state, token)
            for child in part.children
            if child.dep_ in {"ccomp", "prep"} and child.i > state.i
        ]
        source = source_of(token, set())
        if told and source is not None and not _is_unreal(token):
            content = tuple((c.left_edge.i, c.right_edge.i + 1) for c in told)
            yield Cue(token.i, state.i, token, source, "stance", content)


def mistagged(token: Token, sent: Span) -> Iterator[Cue]:
    """ "But Olin claims that …", where the tagger took the verb for a plural."""
    lower = token.lower_
    if lower.removesuffix("s") not in _TOLD_BY_NOUNS:
        return
    told = [
        c
        for c in token.children
        if c.dep_ in {"ccomp", "acl"} and (c.i < token.i or _marked(c))
    ]
    if token.tag_ != "NNS" or not told:
        return
    left = token.nbor(-1) if token.i > sent.start else token
    source = next((c for c in token.children if c.dep_ == "nsubj"), left)
    alone = source is not token and source.tag_ not in {"JJ", "NNS", "DT", "PRP$"}
    if alone and source.pos_ in {"PROPN", "NOUN", "PRON"}:
        content = tuple((c.left_edge.i, c.right_edge.i + 1) for c in told)
        strength = "stance" if lower[:-1] in words.STANCE - words.SAYING else "said"
        yield Cue(token.i, token.i, token, source, strength, content)


def _marked(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _leaning(
    token: Token,
    first: int,
    last: int,
    content: tuple[Range, ...],
    strength: str,
    source: Token | None,
) -> Iterator[Cue]:
    """The outlet that cites, and whom it cites."""
    if source is not None and token.tag_ != "VBG":
        yield Cue(first, last, token, source, strength, content)
    for child in token.children:
        if child.dep_ == "dobj" and speaks(child):
            yield Cue(first, last, token, child, strength, content, leans=True)


_PASSIVE = frozenset({"auxpass", "nsubjpass"})


def _is_passive(token: Token) -> bool:
    return any(child.dep_ in _PASSIVE for child in token.children)


def _passive(token: Token, sent: Span) -> Iterator[Cue]:
    lemma = lemma_of(token)
    content = clause_of(token) or ((sent.start, sent.end),)
    reports = lemma in _REPORTING or (lemma in words.NAMING and _names(token, set()))
    agents = [
        grand
        for child in token.children
        if child.dep_ == "agent" and not by_means(child)
        for grand in child.children
        if grand.dep_ == "pobj"
    ]
    published = lemma in words.PUBLISHING and agents and looks_like_outlet(agents[0])
    if agents and (reports or published):
        yield Cue(token.i, token.i, token, agents[0], "said", content)
    elif lemma in words.HEARSAY_PASSIVE and _is_passive(token) and _told(token):
        yield Cue(token.i, token.i, token, None, "hearsay", content)


def _told(token: Token) -> bool:
    return bool(relations(token) & _TOLD)


def clause_of(head: Token) -> tuple[Range, ...]:
    """The clause of a verb as one range; () for other words."""
    if head.pos_ not in {"VERB", "AUX"}:
        return ()
    return ((head.left_edge.i, head.right_edge.i + 1),)


def _has_aux(token: Token) -> bool:
    return "aux" in relations(token)


def _is_unreal(token: Token) -> bool:
    """ "would say", "might have told", "let them say": no act of saying."""
    bare = token.tag_ == "VB" and token.dep_ == "ccomp" and not _has_aux(token)
    modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children)
    return bare or modal


def _particle(token: Token) -> Token | None:
    """What makes a verb one of saying: "called for calm", not "called on Monday"."""
    lemma = lemma_of(token)
    if lemma in words.NAMING and "dobj" in relations(token):
        return None  # "called the police for help"
    for child in token.children:
        told = child.i > token.i and (lemma, child.lower_) in words.PHRASAL
        if told and not _tells_when(child):
            return child
    return None


def _tells_when(preposition: Token) -> bool:
    return any(
        child.dep_ == "pobj" and child.ent_type_ in _TIMES
        for child in preposition.children
    )


def _strength(token: Token, masked: set[int], *, particle: bool) -> str:
    """What kind of cue the verb is here; empty when it is none."""
    if particle or _says(token, masked):
        return "said"
    lemma, deps = lemma_of(token), relations(token)
    clause = _has_clause(token)
    object_ = bool(deps & _OBJECT) or _doing(token)
    if lemma in _MINDFUL and _beside(token, masked):
        return "said"
    if lemma in words.SHOWING and (clause or (lemma == "report" and not _from(token))):
        return "reported"
    if lemma in words.SHOWING and object_ and _is_document(token):
        return "reported"
    if (lemma in words.LEANING and object_) or told_as(token) is not None:
        return "reported" if lemma in words.SHOWING else "said"
    if lemma in words.ACTS and (object_ or clause):
        return "said"
    if lemma in words.STANCE and (clause or "xcomp" in deps):
        return "stance"
    if lemma in words.STANCE_TO and object_:
        return "stance"
    return ""


def _says(token: Token, masked: set[int]) -> bool:
    """Whether the verb says: with a clause, a quotation, an object or a colon."""
    lemma, deps = lemma_of(token), relations(token)
    clause, quote = _has_clause(token), bool(masked)
    object_ = bool(deps & _OBJECT) or _doing(token)
    if lemma in words.NAMING:
        return _names(token, masked)
    if lemma in words.SAYING:
        object_ = object_ and lemma not in words.NEEDING_A_CLAUSE
        told = clause or quote or object_ or lemma in _ALWAYS
        return told or _points(token) or _as(token)
    if lemma in words.WITH_QUOTATION and _beside(token, masked):
        return True
    return lemma == "write" and (clause or quote or bool(deps & {"prep", "oprd"}))


def _names(token: Token, masked: set[int]) -> bool:
    """ "called her a liar", "called it “wrong”"; not "called her", a deed."""
    deps = relations(token)
    if deps & {"ccomp", "xcomp"} or ("oprd" in deps and deps & _NAMED):
        return True
    return any(
        child.dep_ in _OBJECT and any(part.i in masked for part in child.subtree)
        for child in token.children
    )


def _has_clause(token: Token) -> bool:
    return token.dep_ == "parataxis" or any(_is_clause(c) for c in token.children)


def _is_clause(child: Token) -> bool:
    """Whether a child is what its verb tells; an inserted ", Olin says," is not."""
    inserted = child.dep_ == "parataxis" and lemma_of(child) in words.SAYING
    return child.dep_ in CLAUSE and not inserted


def _from(token: Token) -> bool:
    """ "Olin reported from Lunda", "contributed reporting": a note on who wrote."""
    return token.tag_ == "VBG" or any(
        c.dep_ == "prep" and c.lower_ == "from" for c in token.children
    )


def _doing(token: Token) -> bool:
    """ "admitted using", "proposed dropping": a deed for an object."""
    return any(c.dep_ == "xcomp" and c.tag_ == "VBG" for c in token.children)


def _points(token: Token) -> bool:
    """ "The governor added:", what is said follows."""
    following = token.i + 1
    return following < len(token.doc) and token.doc[following].text == ":"


def _as(token: Token) -> bool:
    """ "as the ministry noted"."""
    return token.dep_ == "advcl" and any(
        c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in token.children
    )


def _is_document(token: Token) -> bool:
    """Whether a document or a poll is the verb's subject."""
    return any(
        c.dep_ == "nsubj" and c.lower_ in words.DOCUMENT_NOUNS for c in token.children
    )


def _beside(token: Token, masked: set[int]) -> bool:
    """True when a quotation stands next to the verb or ends before its subject."""
    doc = token.doc
    subjects = [c.left_edge.i for c in token.children if c.dep_ == "nsubj"]
    behind = range(token.i + 1, min(token.i + BESIDE, len(doc)))
    opens = any(i in masked and doc[i - 1].text in {":", ","} for i in behind)
    starts = {token.left_edge.i, min([token.i, *subjects])}
    return opens or any({start - 1, start - 2} & masked for start in starts)


def _extent(token: Token, particle: Token | None) -> Range:
    """The verb with its auxiliaries and particle, contiguous."""
    first = token.i
    for child in token.children:
        if child.i == first - 1 and child.dep_ in {"aux", "neg", "auxpass", "advmod"}:
            first = child.i
    last = particle.i if particle is not None and particle.i <= token.i + 2 else token.i
    return first, last


def _content(token: Token, sent: Span, masked: set[int]) -> tuple[Range, ...]:
    ranges = [
        (child.left_edge.i, child.right_edge.i + 1)
        for child in token.children
        if _is_clause(child) or child.dep_ == "xcomp"
    ]
    if (told := told_as(token)) is not None:
        ranges.append((told.left_edge.i, told.right_edge.i + 1))
    if token.dep_ == "parataxis":
        ranges.append((token.head.left_edge.i, token.left_edge.i))
    if not ranges:
        ranges = list(_runs(masked)) or [
            (child.left_edge.i, child.right_edge.i + 1)
            for child in token.children
            if child.dep_ in _OBJECT
        ]
    return tuple((max(a, sent.start), min(b, sent.end)) for a, b in ranges if a < b)


def _runs(indices: set[int]) -> Iterator[Range]:
    start = previous = None
    for i in sorted(indices):
        if previous is None or i != previous + 1:
            if start is not None and previous is not None:
                yield start, previous + 1
            start = i
        previous = i
    if start is not None and previous is not None:
        yield start, previous + 1
