"""Which predicates are denied. PURE.

Cues are counted over the dependency parse: a negation of the predicate itself, a "no"
in its subject or object, "without", a governing verb that undoes its complement
("failed to sign", "denied that it rose"). An odd number denies, an even number cancels.
Affirmative predicates have no polarity facet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.facets.parsed import Span, Token
from claims.facets.predication import (
    carrier,
    core,
    dependents,
    governor,
    is_verbal,
    is_yet_to,
    lemma_of,
    predicates,
    printed,
    sharer,
)
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind, Level
from claims.lexicon import cues

KIND = Kind.POLARITY
DENIED = "denied"

# Governors are followed upwards at most so far: deeper nesting is rare and misparsed.
DEPTH = 4
# Predicates of which the cues are kept: facets and frames ask for those of one
# sentence.
KEPT = 64

_PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "expl"})

_CLAIMING = cues.CLAIM_NOUNS | cues.EVIDENCE_NOUNS

# Tags of verbs that tell by themselves, and are no complement of "failed to".
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def negated(token: Token) -> tuple[bool, int, int]:
    """(denied?, start, end of the nearest cue in the document); (False, -1, -1) if not.

    token is a verb, a copula or an event noun.
    """
    found = _cues_of(token)
    if len(found) % 2 == 0:
        return False, -1, -1
    cue = found[0]
    return True, cue.idx, cue.end


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every denied predicate; its span is the predicate word."""
    del context
    facets = []
    base = sent.start_char
    for token in predicates(sent):
        found = _cues_of(token)
        if len(found) % 2 == 0:
            continue
        facets.append(
            Facet(
                kind=KIND,
                start=token.idx - base,
                end=token.end - base,
                text=printed([*_printed_cues(found), *core(token)]),
                value=DENIED,
            )
        )
    return facets


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """Two denials agree; a denial against silence is the linkage's matter."""
    del tolerances
    if a.value == b.value:
        return Comparison(Level.AGREE, "both deny it")
    return Comparison(Level.CONFLICT, "one denies what the other affirms")


def keys(facet: Facet) -> frozenset[str]:
    """Polarity blocks nothing: the denial and the fact must meet."""
    del facet
    return frozenset()


@lru_cache(maxsize=KEPT)
def _cues_of(token: Token) -> tuple[Token, ...]:
    return tuple(_cues(token, DEPTH))


def _cues(token: Token, depth: int) -> Iterator[Token]:
    """Every word that denies the predicate, nearest first."""
    yield from _own(token)
    if not depth:
        return
    if not is_verbal(token):
        yield from _of_noun(token, depth)
        return
    shared = sharer(token)
    if shared is not None:
        yield from _shared(token, shared, depth)
    yield from _governed(token, depth)


def _own(token: Token) -> Iterator[Token]:
    for child in dependents(token):
        if child.dep_ in _PARTICIPANTS and is_verbal(token):
            yield from _negative_phrase(child)
        elif _is_negation(child):
            yield child
        elif child.dep_ == "advmod":
            yield from (g for g in child.children if _no_longer(g))
            if _far_from(child):
                yield child
    if token.dep_ in ("pcomp", "pobj") and token.head.lower_ == "without":
        yield token.head


def _printed_cues(found: Sequence[Token]) -> Iterator[Token]:
    """Each cue with the words that it is read with: "no benefits", "rule out"."""
    for cue in found:
        yield cue
        if cue.dep_ == "det" or _no_longer(cue):
            yield cue.head
        elif is_verbal(cue):
            yield from (c for c in cue.children if c.dep_ in ("prt", "aux"))


def _is_negation(child: Token) -> bool:
    if child.lower_ == "nor" and child.dep_ == "cc":
        return False  # "neither sold nor bought": counted by the first of the two
    if child.lower_ not in cues.NEGATIONS:
        return False
    after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else None
    return after is None or after.lower_ not in cues.NOT_DENYING


def _no_longer(word: Token) -> bool:
    return word.lower_ == "no" and word.head.lower_ in ("longer", "more")


def _far_from(word: Token) -> bool:
    return word.lower_ == "far" and any(c.lower_ == "from" for c in word.children)


def _negative_phrase(head: Token) -> Iterator[Token]:
    """ "no company", "none of them", "neither side" as subject or object."""
    if head.lower_ in cues.NEGATIVE_NOUNS:
        yield head
        return
    if head.lemma in cues.NO_IS_AFFIRMED:
        return
    for child in head.children:
        if child.dep_ in ("det", "preconj", "neg", "advmod", "cc") and (
            child.lower_ in cues.NEGATIVE_DETERMINERS
            or (child.lower_ == "not" and _is_negation(child) and child.i < head.i)
        ):
            yield child
            return
    first = head.left_edge
    if first.lower_ == "no" and first.head.dep_ == "poss":  # "no driver's car"
        yield first


def _of_noun(noun: Token, depth: int) -> Iterator[Token]:
    """An event noun is denied with its determiner, its light verb or a denying verb."""
    yield from _negative_phrase(noun)
    verb = carrier(noun)
    if verb is not None:
        own = set(_negative_phrase(noun))
        yield from (cue for cue in _cues(verb, depth - 1) if cue not in own)
    elif noun.dep_ == "dobj" and noun.lemma not in cues.CLAIM_NOUNS:
        head = noun.head
        if lemma_of(head) in cues.DENYING or lemma_of(head) in ("prevent", "avoid"):
            yield head
            yield from _cues(head, depth - 1)


def _shared(token: Token, first: Token, depth: int) -> Iterator[Token]:
    """ "did not rise or fall" denies both; "did not rise but fell" only the first."""
    joints = {child.lower_ for child in first.children if child.dep_ == "cc"}
    if "but" in joints or "yet" in joints:
        return
    neither = "nor" in joints or "or" in joints
    if neither or token.tag_ == "VB":
        yield from (c for c in _cues(first, depth - 1) if c.dep_ != "dobj")


def _governed(token: Token, depth: int) -> Iterator[Token]:
    head = governor(token)
    if head is None:
        return
    lemma = lemma_of(head)
    if is_yet_to(token):
        yield from (c for c in head.children if c.lower_ == "yet")
        return
    if token.dep_ in ("acl", "ccomp") and lemma in _CLAIMING:
        yield from _of_claim(head, depth)
    elif lemma == "short" and head.head.lemma == "stop":
        yield from (head.head, *_cues(head.head, depth - 1))
    elif lemma in cues.DENYING or _undoes(lemma, token):
        yield head
        yield from _cues(_clause(head), depth - 1)
    elif lemma in cues.TRANSPARENT:
        yield from _cues(_clause(head), depth - 1)


def _of_claim(claim: Token, depth: int) -> Iterator[Token]:
    """What turns down that which a noun holds: "denied reports that …", "claims that …
    are false", "found no evidence that …".
    """
    verb = claim.head
    if claim.lemma in cues.EVIDENCE_NOUNS:
        if claim.dep_ in ("dobj", "attr", "nsubjpass") and is_verbal(verb):
            yield from _cues(verb, depth - 1)
        return
    if claim.dep_ == "pobj" and verb.head.lemma == "dismiss":
        verb = verb.head  # "dismissed as false reports that …"
    elif claim.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return
    untrue = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in cues.UNTRUE]
    if claim.dep_ == "nsubj" and untrue:
        yield from (untrue[0], *_cues(verb, depth - 1))
    elif claim.dep_ != "nsubj" and lemma_of(verb) in cues.DENYING | cues.REJECTING:
        yield from (verb, *_cues(verb, depth - 1))


def _undoes(lemma: str, token: Token) -> bool:
    if lemma not in cues.UNREALISED or token.tag_ in _FINITE:
        return False  # "prices rose, shares declined" may be read as one clause
    return lemma not in cues.UNREALISED_GERUND or token.tag_ == "VBG"


def _clause(head: Token) -> Token:
    """The copula that carries a predicate adjective's negation; else the word."""
    if head.dep_ in ("acomp", "attr", "oprd") and is_verbal(head.head):
        return head.head
    return head
