"""Of what an amount, a count or a percent is, and for which period. PURE.

The measure is the noun or the event that the quantity hangs on: "a loss of 3", "a 3
loss" and "lost 3" are one measure. A period is a date of a quarter, a half or a year in
the same frame; the periods of a coordination go with its amounts in order ("2 in the
first quarter and 8 in the second"). An amount that is told with the results of a period
and with no period of its own belongs to that period, marked *implied*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.facets.ages import MEASURE as AGE
from claims.facets.events import event
from claims.facets.measures import QUAKE
from claims.facets.parsed import Span, Token
from claims.facets.types import Facet, Frame, Granularity, Kind, Modality
from claims.lexicon.predicates import (
    FOREGONE,
    HOLDING,
    KEPT,
    LIGHT_VERBS,
    MEASURE_RINGS,
    MOVED,
    MOVING,
    PRONOUNS,
    RATED,
    RATES,
    REPORTING_PERIOD,
    STATING,
)

MEASURED = (Kind.AMOUNT, Kind.COUNT, Kind.PERCENT)
PERIODS = (Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
# What stands right before the second of two quantities of one measure.
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:with|to)|against|versus|vs\.?)\s+(?:\w+\s+){0,2}$", re.I
)
_JOINED = re.compile(r"(?:,|\band|\bor)\s+(?:about\s+|some\s+|another\s+)?$", re.I)
_TO = re.compile(r"\s+to\s+(?:(?:about|some|just|nearly|almost|over)\s+)?", re.I)
# How the measure of what was added or taken is named: "profit change".
CHANGE = " change"
# Characters in which those words are looked for: with the two longest that may follow.
JOINING_CHARACTERS = 200
NOWHERE = -1
MODIFIES = frozenset({"nummod", "compound", "amod", "appos", "nmod", "quantmod"})
RING = {word: name for name, words in MEASURE_RINGS for word in words.split()}


def measure_name(word: str, pos: str = "NOUN") -> str:
    """One name for a measure: its ring's, else the event the word stands for."""
    return RING.get(word) or RING.get(event(word, pos)) or event(word, pos) or word


def measured(
    sent: Span, facets: tuple[Facet, ...], frames: Sequence[Frame]
) -> tuple[Facet, ...]:
    """The facets with measures set, periods marked, and implied periods added."""
    named = [_with_measure(facet, sent, frames) for facet in facets]
    return _with_periods(sent, tuple(_alike(sent, _by_and_to(sent, named))))


def _alike(sent: Span, facets: Sequence[Facet]) -> Iterator[Facet]:
    """The facets; a quantity set beside an earlier one is of the same measure.

    "spent 3 on roads and 2 on schools", "was 4, compared with 3 a year before": the
    parser hangs the second on whatever stands between.
    """
    earlier: list[Facet] = []
    for facet in facets:
        if facet.kind in (Kind.AMOUNT, Kind.PERCENT):
            like = _set_beside(sent, facet, earlier) if earlier else None
            facet = facet if like is None else replace(facet, measure=like.measure)
            earlier.append(facet)
        yield facet


def _by_and_to(sent: Span, facets: Sequence[Facet]) -> list[Facet]:
    """The facets; what a change led to is of the measure that has changed."""
    result = list(facets)
    told = [n for n, f in enumerate(facets) if f.kind in (Kind.AMOUNT, Kind.PERCENT)]
    for i, k in pairwise(told):
        if change := _change(sent, facets[i], facets[k]):
            result[i] = replace(facets[i], measure=change)
            level = change.removesuffix(CHANGE)
            result[k] = replace(facets[k], measure=level, role="to")
    return result


def _change(sent: Span, first: Facet, second: Facet) -> str:
    """The measure of "rose by 5 million to 12 million tonnes"; "" if it is none.

    The parser hangs both on "by", and the first may lack the unit.
    """
    if not _TO.fullmatch(sent.text, first.end, max(first.end, second.start)):
        return ""
    names = (first.measure, second.measure)
    return next((name for name in names if name.endswith(CHANGE)), "")


def _set_beside(sent: Span, second: Facet, earlier: Sequence[Facet]) -> Facet | None:
    """The last of the earlier quantities with which it is coordinated or compared."""
    token = _token(sent, second)
    if token is None:
        return None
    bare = token.dep_ in {"conj", "appos", "dobj", "npadvmod", "dep"}
    compared = _before(_COMPARED, sent.text, second.start)
    joined = _before(_JOINED, sent.text, second.start) if bare else NOWHERE
    for first in reversed(earlier) if max(compared, joined) > NOWHERE else ():
        if (first.kind, first.unit) != (second.kind, second.unit):
            continue
        if first.end <= compared or (
            first.end <= joined and first.frame == second.frame
        ):
            return first
    return None


def _before(words: re.Pattern[str], text: str, end: int) -> int:
    """Where words begin that end right at `end`; NOWHERE if others do."""
    found = words.search(text, max(0, end - JOINING_CHARACTERS), end)
    return found.start() if found else NOWHERE


def _token(sent: Span, facet: Facet) -> Token | None:
    base = sent.start_char
    span = sent.doc.covering(base + facet.start, base + facet.end)
    return None if span is None else span.root


def _with_measure(facet: Facet, sent: Span, frames: Sequence[Frame]) -> Facet:
    if facet.kind not in MEASURED:
        return facet
    if facet.measure:
        return replace(facet, measure=RING.get(facet.measure, facet.measure))
    if facet.unit == QUAKE:
        return replace(facet, measure="magnitude")
    token = _token(sent, facet)
    if token is None:
        return facet
    whole = _whole(token) if facet.kind == Kind.PERCENT else None
    if whole is not None:
        return replace(facet, measure=measure_name(whole.lemma))
    return replace(facet, measure=_measure(token, frames[facet.frame]))


def _measure(token: Token, frame: Frame) -> str:
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "of":
        head = head.head
        if head.pos_ in ("NOUN", "PROPN"):
            return measure_name(head.lemma)
    modifies = token.dep_ in MODIFIES and head.pos_ in ("NOUN", "PROPN")
    if modifies:
        return measure_name(head.lemma)
    if head.lower_ in FOREGONE and frame.modality == Modality.CONDITIONAL:
        return "loss"
    return _measure_of_verb(token, head)


def _whole(token: Token) -> Token | None:
    """Of what a share is one: "90% of the voters", "most of the supply of oil"."""
    of = next(
        (c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None
    )
    whole = None if of is None else _child(of, "pobj")
    if whole is not None and whole.lemma in HOLDING:
        return _whole(whole) or whole
    return whole


def _measure_of_verb(token: Token, head: Token) -> str:
    preposition = ""
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        if head.dep_ == "prep" and not preposition:
            preposition = head.lower_
        if head.pos_ == "NOUN" and head.dep_ not in ("npadvmod",):
            return measure_name(head.lemma)
        head = head.head
    if head.pos_ not in ("VERB", "AUX"):
        return ""
    verb = head.lemma
    kept = verb in KEPT and preposition == "at"
    moved = _child(head, "dobj", "nsubjpass") if verb in MOVED or kept else None
    if moved is not None and moved != token:
        return _moved(moved, "to" if kept else preposition)
    subject = _child(head, "nsubj", "nsubjpass")
    if subject is not None and subject != token and _is_thing(subject):
        name = measure_name(_thing(subject))
        if verb in MOVING:
            return _moved(subject, preposition)
        if verb in STATING or verb in LIGHT_VERBS or name in set(RING.values()):
            return name
    if verb == "pay" and any(c.lower_ == "for" for c in head.children):
        return "price"
    return measure_name(verb, "VERB")


def _child(head: Token, *dependencies: str) -> Token | None:
    return next((c for c in head.children if c.dep_ in dependencies), None)


def _thing(token: Token) -> str:
    """The noun of a measure; of one of several words the one that tells it apart."""
    beside = [child.lower_ for child in token.children if child.i < token.i]
    if token.lemma == "product" and "domestic" in beside:
        return "gdp"
    if token.lemma in RATES:
        return next((word for word in beside if word in RATED), token.lemma)
    return token.lemma


def _is_thing(token: Token) -> bool:
    """Whether a subject can be a measure: a firm or a person is none."""
    return token.pos_ != "PROPN" and token.lower_ not in PRONOUNS


def _moved(token: Token, preposition: str) -> str:
    name = measure_name(_thing(token))
    return name if preposition in ("to", "from") else f"{name}{CHANGE}"


def _with_periods(sent: Span, facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    amounts = [
        f for f in facets if f.kind in (Kind.AMOUNT, Kind.PERCENT) and f.measure != AGE
    ]
    if not amounts:
        return facets
    lengths = set(PERIODS)
    if any(f.kind == Kind.PERCENT for f in amounts):
        lengths.add(Granularity.MONTH)  # a rate is one of a month, too
    months = [f for f in facets if f.granularity == Granularity.MONTH]
    if len(months) == len(amounts) > 1:
        lengths.add(Granularity.MONTH)  # "5 in March and 7 in April"
    periods = [f for f in facets if f.kind == Kind.DATE and f.granularity in lengths]
    if not periods:
        return facets
    given: dict[int, Facet] = {}
    own = [p for p in periods if not _of_results(sent, p)]
    if len(own) == len(amounts) > 1:
        given = {
            id(p): replace(p, frame=a.frame, role="period")
            for a, p in zip(amounts, own, strict=True)
        }
    else:
        frames = {a.frame for a in amounts}
        given = {
            id(p): replace(p, role="period")
            for p in own
            if p.frame in frames or len(own) == 1
        }
    result = [given.get(id(f), f) for f in facets]
    return tuple(result) + _implied(sent, periods, amounts, given)


def _of_results(sent: Span, period: Facet) -> bool:
    """Whether the period names a company's results: "first-quarter earnings"."""
    token = _token(sent, period)
    if token is None:
        return False
    near = [token.head, *token.head.children]
    return any(
        t.lower_ in REPORTING_PERIOD or t.lemma in REPORTING_PERIOD
        for t in near
        if t.pos_ == "NOUN" and t != token
    )


def _implied(
    sent: Span,
    periods: Sequence[Facet],
    amounts: Sequence[Facet],
    given: dict[int, Facet],
) -> tuple[Facet, ...]:
    """Copies of a results period for the frames of amounts that have none."""
    results = [p for p in periods if _of_results(sent, p)]
    if len(results) != 1:
        return ()
    have = {p.frame for p in given.values()}
    frames = sorted({a.frame for a in amounts} - have)
    return tuple(
        replace(results[0], frame=number, role="period", implied=True)
        for number in frames
    )
