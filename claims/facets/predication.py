"""What polarity and modality share: predicates, their governors, printed cues. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from claims.facets.events import is_event_noun
from claims.facets.parsed import Span, Token
from claims.lexicon.cues import EXISTENTIAL, OCCURRING

_HELPERS = frozenset({"aux", "auxpass", "amod", "compound", "nmod"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_VERBAL = frozenset({"VERB", "AUX"})


@lru_cache(maxsize=1)
def predicates(sent: Span) -> tuple[Token, ...]:
    """Verbs and copulas that are not helpers, and nouns that tell an event.

    Kept for the second kind that asks for those of the sentence.
    """
    return tuple(
        token
        for token in sent
        if (
            token.pos_ in _VERBAL
            or (token.pos_ == "NOUN" and is_event_noun(token.lemma))
        )
        and token.dep_ not in _HELPERS
    )


def dependents(token: Token) -> Iterator[Token]:
    """Children, and those that the parser hung on a passive auxiliary instead."""
    for child in token.children:
        yield child
        if child.dep_ in ("aux", "auxpass"):
            yield from child.children


def is_verbal(token: Token) -> bool:
    return token.pos_ in _VERBAL


def has_subject(token: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in dependents(token))


def has_helper(token: Token) -> bool:
    """Whether the token has its own auxiliary, "to" aside."""
    return any(
        child.dep_ in ("aux", "auxpass") and child.lower_ != "to"
        for child in token.children
    )


def lemma_of(token: Token) -> str:
    """Lemma with the verb's particle: "rule+out"."""
    lemma = token.lemma
    for child in token.children:
        if child.dep_ == "prt":
            return f"{lemma}+{child.lower_}"
    return lemma


def governor(token: Token) -> Token | None:
    """The verb, adjective or noun of whose complement the token is the predicate.

    Behind a copula the adjective is meant: "is likely to rise". A preposition between
    the two is skipped: "refrained from selling", "plan for selling".
    """
    if token.dep_ not in _COMPLEMENTS:
        return None
    head = token.head
    if token.dep_ == "pcomp" and head.pos_ in ("ADP", "SCONJ", "PART"):
        head = head.head
    if head.lemma_ == "be" and token.dep_ in ("xcomp", "ccomp"):
        for child in head.children:
            if child.dep_ == "acomp" and child.i < token.i:
                return child
    return head


def is_yet_to(token: Token) -> bool:
    """Whether the predicate is what has "yet to" happen: who has yet to pay has not."""
    head = token.head
    return (
        token.dep_ == "xcomp"
        and head.lemma in ("have", "be")
        and any(c.lower_ == "yet" and c.i < token.i for c in head.children)
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    )


def carrier(noun: Token) -> Token | None:
    """The verb that only tells that the noun's event is: "held talks", "took place",
    "is in talks".
    """
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "in" and head.head.lemma == "be":
        return head.head
    if not is_verbal(head):
        return None
    lemma = head.lemma
    if noun.dep_ in ("dobj", "nsubjpass", "attr") and lemma in EXISTENTIAL:
        return head
    if noun.dep_ in _SUBJECTS and lemma in OCCURRING:
        return head
    return None


def sharer(token: Token) -> Token | None:
    """The verb whose auxiliary or negation the second of two joined verbs shares."""
    if (
        token.dep_ == "conj"
        and is_verbal(token)
        and is_verbal(token.head)
        and not has_subject(token)
        and not has_helper(token)
        and token.tag_ == token.head.tag_
    ):
        return token.head
    return None


def printed(tokens: Iterable[Token]) -> str:
    """The words in order, joined where they stand together without a space."""
    words = sorted(set(tokens), key=lambda token: token.i)
    parts: list[str] = []
    for word in words:
        if parts:
            before = word.doc[word.i - 1] if word.i else word
            joined = before in words and not before.whitespace_
            parts.append("" if joined else " ")
        parts.append(word.text)
    return "".join(parts)


def core(token: Token) -> list[Token]:
    """The predicate's own words: auxiliaries, particle, and what a copula ascribes."""
    kept = [token]
    copula = token.lemma_ == "be"
    for child in dependents(token):
        ascribed = copula and child.dep_ in ("acomp", "attr")
        if ascribed or child.dep_ in ("aux", "auxpass", "prt", "neg"):
            kept.append(child)
    return kept
