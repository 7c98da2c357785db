"""Which predicates are not plainly asserted: plans, forecasts, duties, questions. PURE.

The nearest cue decides: the predicate's own auxiliary or adverb, else the verb,
adjective or noun that governs its clause ("is likely to rise", "a plan to sell"), else
a condition or a question around it. Predicates without any cue are asserted and have no
facet.
"Reportedly" is attribution, not modality.
"""

from __future__ import annotations

from functools import lru_cache

from claims.facets.parsed import Span, Token
from claims.facets.predication import (
    carrier,
    core,
    governor,
    is_verbal,
    is_yet_to,
    lemma_of,
    predicates,
    printed,
    sharer,
)
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind, Level, Modality
from claims.lexicon import cues

KIND = Kind.MODALITY

# Governors are followed upwards at most so far.
DEPTH = 4

Cue = tuple[Modality, Token] | None
# Predicates of which the cue is kept: facets and frames ask for those of one sentence.
KEPT = 64


def modality_of(token: Token) -> tuple[Modality, int, int]:
    """(modality, start, end of its cue in the document), or (ASSERTED, -1, -1)."""
    found = _cue_of(token)
    if found is None:
        return Modality.ASSERTED, -1, -1
    modality, cue = found
    return modality, cue.idx, cue.end


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every predicate that is not plainly asserted."""
    del context
    facets = []
    base = sent.start_char
    for token in predicates(sent):
        found = _cue_of(token)
        if found is None:
            continue
        modality, cue = found
        facets.append(
            Facet(
                kind=KIND,
                start=token.idx - base,
                end=token.end - base,
                text=printed([cue, *core(token)]),
                value=modality.value,
            )
        )
    return facets


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """Different worlds are not comparable; they do not contradict each other."""
    del tolerances
    if a.value == b.value:
        return Comparison(Level.AGREE, f"both {a.value}")
    return Comparison(Level.NOT_COMPARABLE, f"{a.value} is not {b.value}")


def keys(facet: Facet) -> frozenset[str]:
    """Modality blocks nothing."""
    del facet
    return frozenset()


@lru_cache(maxsize=KEPT)
def _cue_of(token: Token) -> Cue:
    return _modality(token, DEPTH)


def _modality(token: Token, depth: int) -> Cue:
    if not depth:
        return None
    if not is_verbal(token):
        return _of_noun(token, depth)
    return (
        _conditional(token)
        or _auxiliary(token)
        or _is_to(token)
        or _governed(token, depth)
        or _shared(token, depth)
        or _asked(token)
    )


def _auxiliary(token: Token) -> Cue:
    denied = any(c.dep_ == "neg" for c in token.children)
    for child in token.children:
        if child.dep_ == "aux":
            if child.lower_ == "could" and denied:
                continue  # "could not attend" tells that it did not happen
            value = cues.AUXILIARIES.get(child.lower_)
            if value:
                return Modality(value), child
        elif child.dep_ == "advmod" and child.lower_ in cues.ADVERBS:
            return Modality(cues.ADVERBS[child.lower_]), child
    return _would(token)


def _would(token: Token) -> Cue:
    """Future in the past under a verb of saying, else a condition."""
    for child in token.children:
        if child.dep_ == "aux" and child.lower_ in ("would", "'d"):
            told = any(
                a.tag_ in ("VBD", "VBN") and is_verbal(a) for a in token.ancestors
            )
            perfect = any(c.lower_ == "have" for c in token.children)
            if told and not perfect:
                return Modality.PLANNED, child
            if child.lower_ == "would":
                return Modality.CONDITIONAL, child
    return None


def _conditional(token: Token) -> Cue:
    """Inside an if-clause, or a "would" beside one or beside "without"."""
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in cues.CONDITIONS:
            asked = token.dep_ == "ccomp" and child.lower_ == "if"
            return (Modality.ASKED if asked else Modality.CONDITIONAL), child
        if child.dep_ == "mark" and child.lower_ == "whether":
            return Modality.ASKED, child
    would = any(c.dep_ == "aux" and c.lower_ == "would" for c in token.children)
    for child in token.children:
        if child.dep_ == "advcl":
            for grand in child.children:
                if grand.dep_ == "mark" and grand.lower_ in cues.CONDITIONS:
                    return Modality.CONDITIONAL, grand
        if would and child.dep_ == "prep" and child.lower_ == "without":
            return Modality.CONDITIONAL, child
    return None


def _is_to(token: Token) -> Cue:
    """ "The two are to meet", "has to pay", "is about to close"."""
    head = token.head
    to = next((c for c in token.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    if to is None or token.dep_ not in ("xcomp", "ccomp", "acl", "advcl"):
        return None
    if is_yet_to(token):
        return None
    if head.lemma_ == "have" and token.dep_ in ("xcomp", "ccomp"):
        return Modality.OBLIGED, head
    if head.lemma_ != "be" or head.pos_ != "AUX" or token.dep_ == "acl":
        return None
    ascribed = [c for c in head.children if c.dep_ in ("acomp", "attr", "prep")]
    if not ascribed:
        return Modality.PLANNED, to
    return (Modality.PLANNED, ascribed[0]) if ascribed[0].lower_ == "about" else None


def _governed(token: Token, depth: int) -> Cue:
    head = governor(token)
    if head is None:
        return None
    finite = token.dep_ == "ccomp" and not any(
        c.lower_ == "to" and c.dep_ == "aux" for c in token.children
    )
    if head.pos_ in ("NOUN", "PROPN"):
        value = None if finite else cues.CLAUSE_NOUNS.get(head.lemma)
        return (Modality(value), head) if value and token.tag_ != "VBN" else None
    lemma = lemma_of(head)
    value = cues.GOVERNORS.get(lemma)
    if value and not (finite and lemma in cues.ONLY_INFINITIVE):
        return Modality(value), head
    if token.dep_ == "xcomp":
        outer = head.head if head.dep_ == "acomp" else head
        return _modality(outer, depth - 1)
    return None


def _shared(token: Token, depth: int) -> Cue:
    first = sharer(token)
    if first is None or token.tag_ != "VB":
        return None
    return _modality(first, depth - 1)


def _asked(token: Token) -> Cue:
    """The main predicates of a sentence that ends in a question mark."""
    if token.dep_ not in ("ROOT", "conj") or (
        token.dep_ == "conj" and token.head.dep_ != "ROOT"
    ):
        return None
    for last in reversed(token.sent):
        if last.text == "?":
            return Modality.ASKED, last
        if not (last.is_punct or last.is_space):
            return None
    return None


def _of_noun(noun: Token, depth: int) -> Cue:
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in cues.NOUN_MODIFIERS:
            value = Modality(cues.NOUN_MODIFIERS[child.lower_])
            return (value, child) if value is not Modality.ASSERTED else None
    verb = carrier(noun)
    if verb is not None:
        return _modality(verb, depth - 1)
    head = noun.head
    if noun.dep_ == "dobj" and is_verbal(head):
        governed = cues.NOUN_GOVERNORS.get(head.lemma)
        return (Modality(governed), head) if governed else None
    asking = noun.dep_ == "pobj" and head.lower_ == "for" and is_verbal(head.head)
    if asking and head.head.lemma in ("call", "push", "press"):
        return Modality.OBLIGED, head.head
    return None
