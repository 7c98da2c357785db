"""One name for one kind of event, whatever word or part of speech tells it. PURE.

A hand-made ring wins; then the verb from which an event noun is derived; else the lemma
stands for itself.
"""

from __future__ import annotations

from itertools import combinations

from claims.lexicon.derivations import NOUN_TO_VERB
from claims.lexicon.events import NEAR, RINGS

# Universal part-of-speech tags of spaCy, folded to the letters of the lexicon.
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}


def _rings(text: str) -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for line in text.strip().replace("\n  ", " ").splitlines():
        name, _, words = line.partition(": ")
        for word in words.split():
            lemma, _, letters = word.partition("/")
            for letter in letters or "vna":
                table[lemma, letter] = name
    return table


_RINGS = _rings(RINGS)
_EVENT_NOUNS = frozenset(lemma for lemma, letter in _RINGS if letter == "n")
_VERB_OF = dict(pair.split(":") for pair in NOUN_TO_VERB.split())
_NEAR = frozenset(
    frozenset(pair)
    for line in NEAR.strip().splitlines()
    for pair in combinations(line.split(), 2)
)
_NEAR_TO = {
    one: frozenset().union(*[pair for pair in _NEAR if one in pair]) - {one}
    for one in frozenset().union(*_NEAR)
}


def event(lemma: str, pos: str, particle: str = "") -> str:
    """The predicate for a lower-case lemma, e.g. "phone_call" for ("phone", "VERB").

    pos is spaCy's universal tag; particle the verb's particle or preposition ("down" of
    "step down"). An unknown particle leaves the verb's own predicate, so a caller may
    always pass it.
    """
    letter = _POS.get(pos, "v")
    if particle:
        found = _RINGS.get((f"{lemma}+{particle}", "v"))
        if found:
            return found
    found = _RINGS.get((lemma, letter))
    if found is None and letter == "n" and lemma in _VERB_OF:
        verb = _VERB_OF[lemma]
        found = _RINGS.get((verb, "v"), verb)
    return found or lemma


def near(predicate_a: str, predicate_b: str) -> bool:
    """Whether two predicates are one, or may tell one happening from two sides."""
    return predicate_a == predicate_b or frozenset((predicate_a, predicate_b)) in _NEAR


def near_events(predicate: str) -> frozenset[str]:
    """The other predicates that are near."""
    return _NEAR_TO.get(predicate, frozenset())


def is_event_noun(lemma: str) -> bool:
    """Whether a lower-case noun lemma names a kind of event ("talks", "arrest")."""
    return lemma in _EVENT_NOUNS
