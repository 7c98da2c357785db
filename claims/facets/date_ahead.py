"""Weekdays that a verb in the present puts ahead: "talks resume on Thursday". PURE.

A report tells what has happened in the past tense; what it tells in the present with a
weekday is the programme: "the court rules on Friday", "the deadline is Friday". Left
out are headlines, which tell the past in the present ("bank cuts rate on Thursday"),
and verbs of reporting, of moving prices and of what a photograph shows.
"""

from __future__ import annotations

from claims.facets.parsed import Span, Token
from claims.lexicon.calendar import PARTS_OF_DAY, WEEKDAYS
from claims.lexicon.reporting import ACTS, SAYING, SHOWING, STANCE
from claims.lexicon.tense import (
    MOVED_TO,
    NOT_AHEAD,
    PROGRAMMED,
    SAME_IN_THE_PAST,
)

_NOT_AHEAD = (NOT_AHEAD | SAYING | SHOWING | STANCE | ACTS) - PROGRAMMED
_PRESENT = frozenset({"VBZ", "VBP"})
# Tags of a verb in the present, and of what the tagger makes of one.
_FINITE = _PRESENT | {"VB", "NN", "NNS", "NNP"}
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_PREPOSITIONS = frozenset({"on", "for", "from"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "compound", "nmod"})
_BE_TO_DAY = frozenset({"attr", "nsubj", "npadvmod", "dep"})
_INNER = frozenset({"dobj", "pobj", "prep", "attr", "acomp", "advmod"})
# Phrases between a verb of the programme and the day: "votes on the budget on Friday".
_DEEPEST = 4


def days_ahead(sent: Span) -> frozenset[int]:
    """Where in the sentence the weekdays stand that are still to come."""
    return frozenset(
        token.idx - sent.start_char
        for token in sent
        if token.lower_ in WEEKDAYS and _is_ahead(token)
    )


def _is_ahead(day: Token) -> bool:
    """Whether a verb in the present governs the day."""
    while day.dep_ == "conj" and day.head is not day:
        day = day.head
    phrase = day
    if day.dep_ == "compound" and day.head.lower_ in PARTS_OF_DAY:
        phrase = day.head
    verb = _verb(phrase)
    return verb is not None and not _is_within_subject(day, verb) and _present(verb)


def _verb(phrase: Token) -> Token | None:
    """The verb that the day depends on: at once, or through a phrase of its own."""
    head = phrase.head
    if phrase.dep_ == "pobj":
        if head.lower_ not in _PREPOSITIONS:
            return None
        head = head.head
    elif phrase.dep_ not in _BE_TO_DAY:
        return None
    if _is_verb(head):
        return head
    for _ in range(_DEEPEST):
        inner, head = head, head.head
        if inner.dep_ not in _INNER or head is inner:
            return None
        if _is_verb(head):
            there = head.lemma == "be" and inner.dep_ != "pobj"
            return head if there or head.lemma in PROGRAMMED else None
    return None


def _is_verb(token: Token) -> bool:
    """A verb; a verb of the programme also where the tagger takes it for a noun."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    alone = token.dep_ == "ROOT" and token.tag_ in _NOUNS
    return (
        alone
        and token.is_lower
        and token.lemma in PROGRAMMED
        and any(child.dep_ in _SUBJECTS for child in token.lefts)
    )


def _is_within_subject(day: Token, verb: Token) -> bool:
    """ "The vote Thursday marks a change": a day between the subject and its verb."""
    if day.i > verb.i or day.dep_ != "npadvmod" or verb.lemma == "be":
        return False
    return any(c.dep_ in _SUBJECTS and c.i < day.i for c in verb.children)


def _present(verb: Token) -> bool:
    if verb.lemma in _NOT_AHEAD or _is_moved(verb):
        return False
    programmed = verb.lemma in PROGRAMMED
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if helpers:
        now = all(h.lemma in ("be", "do") and h.tag_ in _PRESENT for h in helpers)
        return now and (programmed or verb.tag_ != "VBG")
    if verb.tag_ not in _FINITE or verb.lower_ in SAME_IN_THE_PAST:
        return False
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if programmed or verb.tag_ == "VBZ":
        return programmed or not any(map(_is_of_a_headline, subjects))
    return bool(subjects)


def _is_of_a_headline(subject: Token) -> bool:
    """ "Firm buys rival on Monday": one thing of many, without its article."""
    return subject.tag_ in ("NN", "JJ") and not subject.lefts


def _is_moved(verb: Token) -> bool:
    """ "Shares are down 3% on Monday" tells of trading that day."""
    return verb.lemma == "be" and any(c.lower_ in MOVED_TO for c in verb.children)
