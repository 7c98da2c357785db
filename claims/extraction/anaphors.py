"""Words of a sentence that may point back to a name told before. PURE.

"The company" without a word that says which, a pronoun, "the two sides". Words in a
quotation are left out: whom they mean is the speaker's affair. So is an "it" that
stands for nothing ("it rained", "it is likely that").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.extraction.quotes import quoted, within
from claims.facets.parsed import Span, Token
from claims.lexicon import references as words
from claims.lexicon.titles import ABBREVIATIONS, HEADS, ROLES

BACKWARD = frozenset({"the", "this", "that"})
SAID_OF_NOUN = frozenset({"prep", "acl", "appos", "nummod", "poss", "nmod"})
MALE, FEMALE = "male", "female"
OFFICES = HEADS | ROLES


class Sort(StrEnum):
    """What words may point back to."""

    COMPANY = "company"
    BODY = "body"  # an organisation whose name holds the noun
    OFFICE = "office"  # a person with an office or a calling
    ANYONE = "anyone"  # "the man"
    PRONOUN = "pronoun"  # of a person
    IT = "it"  # of a body
    COUNTRY = "country"
    CITY = "city"
    TWO = "two"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """start, end: tokens of the text; noun: the word, in lower case; with: the words
    before it that say which ("prime" of "the prime minister")."""

    sort: Sort
    token: Token
    start: int
    end: int
    noun: str
    beside: frozenset[str] = frozenset()

    @property
    def sex(self) -> str:
        return sex_of_word(self.noun)


def sex_of_word(noun: str) -> str:
    """The sex that a noun or pronoun tells, or ""."""
    if noun in words.MAN or noun in words.MEN:
        return MALE
    return FEMALE if noun in words.WOMAN or noun in words.WOMEN else ""


_PLAIN = {
    **dict.fromkeys(words.COMPANIES, Sort.COMPANY),
    **dict.fromkeys(words.BODIES, Sort.BODY),
    **dict.fromkeys(OFFICES | words.KINDS_OF_PEOPLE.keys(), Sort.OFFICE),
    **dict.fromkeys({"man", "woman"}, Sort.ANYONE),
    **dict.fromkeys(words.COUNTRIES, Sort.COUNTRY),
    **dict.fromkeys(words.CITIES, Sort.CITY),
}
_PRONOUNS = {
    **dict.fromkeys(words.MAN | words.WOMAN, Sort.PRONOUN),
    **dict.fromkeys(words.THING, Sort.IT),
}
_ANY = _PLAIN.keys() | _PRONOUNS.keys() | words.SIDES.keys() | {"both"}


def anaphors(sent: Span) -> list[Anaphor]:
    """Those of a sentence, in order, outside quotations."""
    near = [token for token in sent if token.lower_ in _ANY]
    if not near:
        return []
    hidden = within(sent, quoted(sent.doc.text))
    return [
        found
        for token in near
        if token.i not in hidden and (found := _anaphor(sent, token)) is not None
    ]


def _anaphor(sent: Span, token: Token) -> Anaphor | None:
    lower = token.lower_
    if lower in _PRONOUNS:
        return _pronoun(token)
    if lower == "both":
        alone = token.dep_ in ("nsubj", "nsubjpass") and not any(
            child.dep_ == "cc" for child in token.head.children
        )
        return _of(Sort.TWO, token, token.i, frozenset()) if alone else None
    if lower in words.SIDES and token.tag_ == "NNS":
        return _two(sent, token)
    sort = _PLAIN.get(lower)
    if sort is None or token.tag_ not in ("NN", "NNP") or token.dep_ == "compound":
        return None
    return _definite(sort, sent, token)


def _of(sort: Sort, token: Token, start: int, beside: frozenset[str]) -> Anaphor:
    return Anaphor(sort, token, start, token.i + 1, token.lower_, beside)


def _pronoun(token: Token) -> Anaphor | None:
    sort = _PRONOUNS[token.lower_]
    if token.pos_ not in ("PRON", "DET"):
        return None
    if sort == Sort.IT and token.lower_ == "it" and not _acts(token):
        return None
    return _of(sort, token, token.i, frozenset())


def _acts(it: Token) -> bool:
    """Whether "it" does what only a body does, or what its governor says of itself."""
    verb = it.head
    if it.dep_ != "nsubj" or verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.lemma in words.BODY_VERBS:
        return True
    return (
        verb.dep_ == "ccomp"
        and verb.head.lemma in words.TELLERS
        and (verb.lemma != "be" and not _impersonal(verb))
    )


def _impersonal(verb: Token) -> bool:
    """ "it took two days to", "it seemed that": what is told stands behind."""
    return verb.lemma in words.IMPERSONAL or any(
        child.dep_ in ("ccomp", "csubj") and child.i > verb.i for child in verb.children
    )


def _two(sent: Span, token: Token) -> Anaphor | None:
    """ "the two sides", "both sides": the noun with nothing that says which."""
    left = [child for child in token.lefts if child.dep_ != "punct"]
    told = [child.lower_ for child in left]
    if _said_which(token) or told not in (["the", "two"], ["both"], ["the", "both"]):
        return None
    return _of(Sort.TWO, token, left[0].i, frozenset())


def _definite(sort: Sort, sent: Span, token: Token) -> Anaphor | None:
    left = [child for child in token.lefts if child.dep_ != "punct"]
    if not left or left[0].lower_ not in BACKWARD or left[0].i < sent.start:
        return None
    beside = frozenset(child.lower_ for child in left[1:])
    if _said_which(token) or (beside and sort != Sort.OFFICE):
        return None
    if any(child.dep_ not in ("compound", "amod") for child in left[1:]):
        return None
    if token.i - left[0].i != len(left):
        return None
    return _of(sort, token, left[0].i, beside)


def _said_which(token: Token) -> bool:
    """Whether something behind the noun says which one, or names it."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.pos_ == "PROPN":
        return True
    for child in token.rights:
        if child.dep_ in SAID_OF_NOUN:
            return True
        comma = token.doc[child.left_edge.i - 1].text == ","
        if child.dep_ == "relcl" and not comma:
            return True
    return False


def governors(token: Token, sent: Span) -> Iterator[Token]:
    """The subjects of the clauses around a token, nearest first, itself left out.

    A pronoun for the object is never the subject of its own clause.
    """
    above = [t for t in token.ancestors if sent.start <= t.i < sent.end]
    own = token.dep_ in ("dobj", "dative", "pobj")
    for verb in above:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if own:
            own = False
            continue
        for child in verb.children:
            inside = child.left_edge.i <= token.i <= child.right_edge.i
            if child.dep_ in ("nsubj", "nsubjpass") and not inside:
                yield child


def unnamed_people(sent: Span, named: Sequence[range]) -> list[tuple[int, str]]:
    """(token, sex) of every single person told of without a name beside it."""
    found = []
    for token in sent:
        if token.tag_ != "NN" or token.lower_ not in _PEOPLE:
            continue
        if token.dep_ in ("compound", "attr", "appos", "nmod") or _beside(token, named):
            continue
        found.append((token.i, sex_of_word(token.lower_)))
    return found


_PEOPLE = words.PEOPLE | OFFICES | ABBREVIATIONS.keys()


def _beside(token: Token, named: Sequence[range]) -> bool:
    """Whether a name stands right at the noun, or is in apposition to it."""
    if any(token.i in at or token.i + 1 in at for at in named):
        return True
    return any(
        child.dep_ == "appos" and any(child.i in at for at in named)
        for child in token.children
    )


INDEFINITE = frozenset({"a", "an", "another", "one", "any", "each", "every", "some"})


def introduced(sent: Span) -> Iterator[str]:
    """Nouns of things that a sentence brings in without a name: "a company"."""
    for token in sent:
        if token.tag_ != "NN" or token.lower_ not in _PLAIN:
            continue
        if token.dep_ in ("attr", "appos", "compound", "nmod"):
            continue
        if token.dep_ == "pobj" and token.head.lower_ == "as":
            continue
        if any(child.dep_ == "appos" for child in token.children):
            continue
        if any(child.lower_ in INDEFINITE for child in token.lefts):
            yield token.lower_
