"""Which tokens are predicates, and the event each of them names. PURE."""

from __future__ import annotations

from claims.facets.events import event, is_event_noun
from claims.facets.parsed import Token
from claims.lexicon.predicates import MEANS, PHONE_WORDS, TALKING

MODIFIERS = frozenset({"amod", "compound", "aux", "auxpass", "nmod"})
PARTICLES = frozenset(
    ["up", "down", "out", "off", "over", "away", "back", "in", "on", "through", "ahead"]
)
DETERMINING = frozenset({"det", "poss"})
NAMING = frozenset({"oprd", "xcomp", "ccomp"})
# Verbs that tell that a state lasts, and the events that two such states come of.
KEEPING = frozenset({"keep", "stay", "remain"})
STATES = {"open": "open", "closed": "close", "shut": "close"}


def is_predicate(token: Token) -> bool:
    """Verbs and copulas that are not helpers or mere modifiers; nouns of an event."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in MODIFIERS
    if token.pos_ != "NOUN" or not is_event_noun(token.lemma):
        return False
    # The means of a talk, "by phone", is not another call.
    means = token.dep_ == "pobj" and token.lemma in PHONE_WORDS
    return not means and token.dep_ not in MODIFIERS


def predicate_of(token: Token) -> str:
    """The normalised event of a predicate: one name for call, telephone, speak by
    phone.
    """
    lemma = token.lemma
    if lemma == "call":
        return _call(token)
    if lemma in TALKING and _by_phone(token):
        return "phone_call"
    if lemma in KEEPING and (kept := _kept(token)):
        return kept
    particle = next((c.lower_ for c in token.children if _is_particle(c)), "")
    pos = "NOUN" if token.pos_ in ("NOUN", "PROPN") else "VERB"
    return event(lemma, pos, particle)


def _kept(token: Token) -> str:
    """The event of "will keep its plant open", "stays closed"; "" of other states."""
    told = (c.lower_ for c in token.children if c.dep_ in ("oprd", "acomp"))
    return next((event(STATES[word], "VERB") for word in told if word in STATES), "")


def _is_particle(child: Token) -> bool:
    """A particle, also where the parser took it for an adverb: "stepped down as"."""
    return child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in PARTICLES)


def by_means(by: Token) -> bool:
    """Whether what the parse takes for "by" of a doer is by what it was done: "spoke by
    telephone", but "signed by the telephone company".
    """
    return any(
        child.dep_ == "pobj"
        and child.lemma in MEANS
        and child.pos_ == "NOUN"
        and not any(c.dep_ in DETERMINING for c in child.children)
        for child in by.children
    )


def _by_phone(token: Token) -> bool:
    return any(
        word.lemma in PHONE_WORDS or (word.lemma == "call" and word.pos_ == "NOUN")
        for child in token.children
        if child.dep_ == "prep" or (child.dep_ == "agent" and by_means(child))
        for word in child.subtree
    )


def _call(token: Token) -> str:
    children = list(token.children)
    if token.pos_ == "NOUN":
        wanted = any(c.dep_ == "prep" and c.lower_ == "for" for c in children)
        return "demand" if wanted else "phone_call"
    particle = next((c.lower_ for c in children if c.dep_ == "prt"), "")
    phrase = event("call", "VERB", particle)
    if phrase != event("call", "VERB"):
        return phrase  # called off
    if particle or any(c.lower_ == "for" for c in children):
        return "demand"
    if _names_somebody(children):
        return "name"
    if any(c.dep_ in ("dobj", "oprd", "nsubjpass") for c in children):
        return "phone_call"
    if any(c.lower_ == "on" for c in children):
        return "demand"
    return "call"


def _names_somebody(children: list[Token]) -> bool:
    """Called somebody something; a lone complement is the person telephoned."""
    whom = any(c.dep_ in ("dobj", "nsubjpass") for c in children)
    return any(c.dep_ in NAMING and (whom or c.dep_ != "oprd") for c in children)
