"""Whether two words mean opposite things. PURE.

Three sources, in order: pairs of lemmas, words that differ by a negating prefix alone,
and opposite kinds of event (facets.events), so that "surge" stands against "plunge"
although no list holds the pair.
"""

from __future__ import annotations

from collections import defaultdict

from claims.facets.events import event
from claims.lexicon import opposites as data
from claims.lexicon.poles import SCALES

_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "r"}


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in text.split())


def _stripped(word: str) -> str:
    prefix = next(p for p in data.PREFIXES if word.startswith(p))
    return word[len(prefix) :]


def _table(pairs: str, negated: str) -> frozenset[frozenset[str]]:
    prefixed = frozenset(frozenset((w, _stripped(w))) for w in negated.split())
    return _pairs(pairs) | prefixed


_BY_POS = {
    "v": _table(data.VERB, data.VERB_NEGATED),
    "n": _table(data.NOUN, data.NOUN_NEGATED),
    "a": _table(data.ADJ, data.ADJ_NEGATED),
    "r": _table(data.ADV, data.ADV_NEGATED),
}
_NEWS = _pairs(data.NEWS)
_RINGS = _pairs(data.RINGS)


def _partners(pairs: frozenset[frozenset[str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for word in pair:
            found[word] |= pair - {word}
    return {word: frozenset(others) for word, others in found.items()}


def _ends(scales: str) -> dict[str, frozenset[int]]:
    """A word to the scales it stands on: n at the first end of the nth, -n at the
    second.
    """
    lines = scales.replace("\n  ", " ").strip().splitlines()
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines, 1):
        one, _, other = line.partition("|")
        for sign, words in ((1, one), (-1, other)):
            for word in words.split():
                found[word].add(sign * number)
    return {word: frozenset(ends) for word, ends in found.items()}


_ENDS = _ends(SCALES)
_VERBS_OF = _partners(_NEWS | _BY_POS["v"])
_EVENTS_OF = _partners(_RINGS)


def _american(lemma: str) -> str:
    """ "legalise" → "legalize": the pairs are spelled the American way."""
    return lemma[:-3] + "ize" if lemma.endswith("ise") and len(lemma) > 6 else lemma


def poles_apart(lemma_a: str, lemma_b: str) -> bool:
    """Whether two lemmas stand at the two ends of one scale: spur and hinder.

    Ends are wide: this tells of words in one place of two copies, and of none other.
    """
    ends = _ENDS.get(lemma_b, frozenset())
    return any(-end in ends for end in _ENDS.get(lemma_a, ()))


def opposite_events(predicate_a: str, predicate_b: str) -> bool:
    """Whether two predicates of facets.events exclude each other: rise and fall."""
    return frozenset((predicate_a, predicate_b)) in _RINGS


def opposite(lemma_a: str, lemma_b: str, pos: str) -> bool:
    """Whether two lower-case lemmas of one part of speech (spaCy's universal tag) are
    opposites. The order does not matter; a word is never its own opposite.
    """
    pair = frozenset((_american(lemma_a), _american(lemma_b)))
    if len(pair) < 2:
        return False
    if pair in _NEWS or pair in _BY_POS.get(_POS.get(pos, ""), frozenset()):
        return True
    return opposite_events(event(lemma_a, pos), event(lemma_b, pos))


def opposite_signs(lemma: str, predicate: str) -> frozenset[str]:
    """Signs of all verbs that are opposite to one, by either function above: two verbs
    can only be opposites where the one's opposite signs meet the other's signs.
    """
    events = {predicate, event(lemma, "VERB")}
    words = _VERBS_OF.get(_american(lemma), frozenset())
    against = frozenset().union(*[_EVENTS_OF.get(each, ()) for each in events])
    return frozenset([f"word {w}" for w in words] + [f"event {e}" for e in against])


def signs(lemma: str, predicate: str) -> frozenset[str]:
    """What a verb goes by in opposite_signs."""
    own = f"event {event(lemma, 'VERB')}"
    return frozenset([f"word {_american(lemma)}", f"event {predicate}", own])
