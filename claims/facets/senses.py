"""How the senses of two words stand to each other, by WordNet. PURE.

The distilled senses (claims/lexicon/wordnet.txt; scripts/distill_wordnet.py made it)
are package data like a word list: read once, when the first two words are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

NOUN, VERB, ADJECTIVE, ADVERB = PARTS = ("n", "v", "a", "r")

# Lexicographer's files of nouns that can be seen or counted: animal, artifact, body,
# food, group, location, object, person, plant, substance.
CONCRETE = frozenset({5, 6, 8, 13, 14, 15, 17, 18, 20, 27})

# The file of nouns for people.
PERSON = 18

# Steps up to a common ancestor: a word and what stands at most two above it name one
# thing; two words with one ancestor at hand are kinds of it.
NEAR_STEPS = 2
MOST_STEPS = 4
SIBLING_STEPS = 3
KIN_STEPS = 4

ENDINGS = {
    NOUN: "ses>s ves>f xes>x zes>z ches>ch shes>sh men>man ies>y s>",
    VERB: "ies>y es>e es> ed>e ed> ing>e ing> s>",
    ADJECTIVE: "ier>y iest>y er> est> er>e est>e",
    ADVERB: "",
}
# Prefixes that turn an adjective into its opposite. The second do so unless it is a
# verb's: "disclosed" and "impaired" deny nothing.
NEGATING, NEGATING_NO_VERB = ("un", "non", "il", "ir"), ("in", "im", "dis")
# Letters that two forms of one word share at least, and that an ending may have; those
# of an adjective without its prefix and of a compound's last word: "on" is not in
# "iron", nor "ion" in "mission".
STEM, ENDING = 4, 3
LEAST_NEGATED, LEAST_LAST = 3, 4


class Sense(StrEnum):
    """How two words stand to each other, by their best senses."""

    SAME = "same"  # forms of one word
    SYNONYM = "synonym"
    NEAR = "near"  # one is a kind of the other, or alike
    SIBLING = "sibling"  # kinds of one thing
    APART = "apart"  # nothing in common
    OPPOSITE = "opposite"
    ALMOST_OPPOSITE = "almost opposite"  # a word alike is the opposite
    UNKNOWN = "unknown"  # a word, or the part of speech in common, is not known


@dataclass(slots=True)
class _Net:
    domain: list[int] = field(default_factory=list)
    above: list[tuple[int, ...]] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)
    senses: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    opposites: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    derived: dict[str, set[str]] = field(default_factory=dict)
    irregular: dict[tuple[str, str], str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _net() -> _Net:
    net, ranked = _Net(), defaultdict(list)
    opposites: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    derived: defaultdict[str, set[str]] = defaultdict(set)
    text = files("claims.lexicon").joinpath("wordnet.txt").read_text("ascii")
    for line in text.splitlines():
        sign, *cells = line.split(" ")
        if sign == "s":
            pos, domain, words, above = cells
            named = [w.split(":") for w in words.split(",") if w != "-"]
            for word, rank in named:
                ranked[word, pos].append((int(rank), len(net.domain)))
            net.words.append(tuple(word for word, _ in named))
            net.domain.append(int(domain))
            net.above.append(tuple(int(n) for n in above.split(",") if n != "-"))
        elif sign == "o":
            pos, one, other = cells
            opposites[one, pos].add(other)
            opposites[other, pos].add(one)
        elif sign == "d":
            one, other = cells
            derived[one].add(other)
            derived[other].add(one)
        elif sign == "x":
            pos, form, lemma = cells
            net.irregular[form, pos] = lemma
    net.senses = {key: [n for _, n in sorted(found)] for key, found in ranked.items()}
    net.opposites, net.derived = dict(opposites), dict(derived)
    return net


@lru_cache(maxsize=20_000)
def lemmas(word: str, pos: str) -> tuple[str, ...]:
    """What a lower-case printed word may be a form of, () when it is not known."""
    net = _net()
    found = [net.irregular.get((word, pos), ""), word]
    for rule in ENDINGS[pos].split():
        ending, _, instead = rule.partition(">")
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found.append(stem + instead)
            if stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])  # "stopped"
    return tuple(dict.fromkeys(w for w in found if (w, pos) in net.senses))


@lru_cache(maxsize=20_000)
def synonyms(word: str, pos: str, senses: int) -> frozenset[str]:
    """The words of the first few senses of a word as one part of speech."""
    net = _net()
    return frozenset(
        other
        for lemma in lemmas(word, pos)
        for n in net.senses[lemma, pos][:senses]
        for other in net.words[n]
    )


def parts(word: str) -> tuple[str, ...]:
    """Parts of speech that a word may be."""
    return tuple(pos for pos in PARTS if lemmas(word, pos))


@lru_cache(maxsize=20_000)
def adjective_of(adverb: str) -> str:
    """The adjective of an adverb in -ly: "happily" → "happy"; "" for other words."""
    stem = adverb.removesuffix("ly")
    if stem == adverb:
        return ""
    tried = stem, f"{stem}le", f"{stem[:-1]}y", stem.removesuffix("al")
    return next((w for w in tried if lemmas(w, ADJECTIVE)), "")


def is_concrete(word: str) -> bool:
    """Whether the first sense of a noun is a thing, a person, a group or a place."""
    net = _net()
    return any(
        net.domain[net.senses[lemma, NOUN][0]] in CONCRETE
        for lemma in lemmas(word, NOUN)[:1]
    )


@lru_cache(maxsize=20_000)
def is_kind_of(word: str, other: str) -> bool:
    """Whether a noun is a kind of another in any of their senses: novelist, author."""
    net = _net()
    wanted = {n for lemma in lemmas(other, NOUN) for n in net.senses[lemma, NOUN]}
    level = {n for lemma in lemmas(word, NOUN) for n in net.senses[lemma, NOUN]}
    seen: set[int] = set()
    while level:
        if level & wanted:
            return True
        seen |= level
        level = {up for n in level for up in net.above[n]} - seen
    return False


def domain(word: str) -> int:
    """Lexicographer's file of the first sense of a noun, -1 for an unknown one."""
    net = _net()
    first = lemmas(word, NOUN)[:1]
    return net.domain[net.senses[first[0], NOUN][0]] if first else -1


@lru_cache(maxsize=50_000)
def related(one: str, other: str, *, verbs: bool = False) -> Sense:
    """How two lower-case words stand to each other; verbs: both are read as verbs."""
    if one == other or _forms_of_one(one, other):
        return Sense.SAME
    if _opposite(one, other):
        return Sense.OPPOSITE
    common = [pos for pos in PARTS if lemmas(one, pos) and lemmas(other, pos)]
    if verbs and VERB in common:
        common = [VERB]
    found = [_by_senses(one, other, pos) for pos in common]
    for best in (Sense.SYNONYM, Sense.NEAR, Sense.ALMOST_OPPOSITE):
        if best in found:
            return best
    return found[0] if found else Sense.UNKNOWN


def _forms_of_one(one: str, other: str) -> bool:
    if any(set(lemmas(one, pos)) & set(lemmas(other, pos)) for pos in PARTS):
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=len)
    same = next((n for n, c in enumerate(short) if c != long[n]), len(short))
    whole = same == len(short) >= STEM
    if not (whole or (same > STEM and same >= len(short) - ENDING)):
        return False
    if not (parts(one) and parts(other)):
        return True
    last = long[same:]
    compound = whole and len(last) >= LEAST_LAST and bool(parts(last))
    return compound or _derived(one, other)


def _derived(one: str, other: str) -> bool:
    """Whether one word is derived from the other, or both from a third."""
    near_one, near_other = (
        {
            near
            for pos in PARTS
            for lemma in lemmas(word, pos)
            for near in (lemma, *_net().derived.get(lemma, ()))
        }
        for word in (one, other)
    )
    return not near_one.isdisjoint(near_other)


def _opposite(one: str, other: str) -> bool:
    if _negated(*sorted((one, other), key=len)):
        return True
    opposites = _net().opposites
    return any(
        not opposites.get((lemma, pos), set()).isdisjoint(lemmas(other, pos))
        for pos in PARTS
        for lemma in lemmas(one, pos)
    )


def _negated(short: str, long: str) -> bool:
    """Whether the long word is the short one with a prefix that negates it."""
    prefix = long.removesuffix(short).removesuffix("-")
    if len(short) < LEAST_NEGATED:
        return False
    if parts(long) and not lemmas(long, ADJECTIVE):
        return prefix == "non" and bool(parts(short))
    if prefix in NEGATING_NO_VERB:
        return bool(lemmas(short, ADJECTIVE)) and not lemmas(short, VERB)
    return prefix in NEGATING and bool(lemmas(short, ADJECTIVE) or lemmas(short, VERB))


def _by_senses(one: str, other: str, pos: str) -> Sense:
    net = _net()
    a, b = (
        {n for lemma in lemmas(word, pos) for n in net.senses[lemma, pos]}
        for word in (one, other)
    )
    if a & b:
        return Sense.SYNONYM
    return _by_tree(a, b) if pos in (NOUN, VERB) else _by_likeness(a, b, pos)


def _by_tree(a: set[int], b: set[int]) -> Sense:
    up_a, up_b = _ancestors(a), _ancestors(b)
    common = [(up_a[n] + up_b[n], min(up_a[n], up_b[n])) for n in up_a if n in up_b]
    steps, nearer = min(common, default=(2 * MOST_STEPS + 1, MOST_STEPS))
    if nearer == 0 and steps <= NEAR_STEPS:
        return Sense.NEAR
    return Sense.SIBLING if steps <= SIBLING_STEPS else Sense.APART


def _ancestors(senses: set[int]) -> dict[int, int]:
    """Senses above, with the steps to them."""
    above = _net().above
    found = dict.fromkeys(senses, 0)
    level = list(senses)
    for steps in range(1, MOST_STEPS + 1):
        level = [up for n in level for up in above[n] if up not in found]
        found.update(dict.fromkeys(level, steps))
    return found


def _by_likeness(a: set[int], b: set[int], pos: str) -> Sense:
    net = _net()
    alike_a, alike_b = (s.union(*(net.above[n] for n in s)) for s in (a, b))
    if alike_a & alike_b:
        return Sense.NEAR
    against = {
        opposite
        for word in _words(alike_a)
        for opposite in net.opposites.get((word, pos), ())
    }
    return Sense.APART if against.isdisjoint(_words(alike_b)) else Sense.ALMOST_OPPOSITE


def _words(senses: Iterable[int]) -> set[str]:
    words = _net().words
    return {word for n in senses for word in words[n]}
