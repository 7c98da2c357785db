"""What hangs on what in a sentence: the parse as ties between members. PURE.

What one thing is said to be in three ways ("the mayor is X", "X, the mayor", "mayor X")
is one kind of tie, and what was done to it is its object in every voice. The subject
that joined and governed verbs share is given to each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.extraction.predicates import by_means
from claims.facets.parsed import Span, Token
from claims.facets.ties import (
    INSTEAD_OF,
    IS,
    JOINED,
    OBJECT,
    OF,
    QUALITY,
    SUBJECT,
    Member,
    Tie,
    Tied,
)
from claims.lexicon.cues import NEGATIONS, NEGATIVE_DETERMINERS, NOT_DENYING

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = frozenset({"who", "which", "that", "whom"})
# Parts of one name, which hang on its last word.
NAME_PARTS = frozenset({"compound", "flat", "nmod", "amod"})
# Roles that two joined nouns both have if one has them.
OWN = frozenset({JOINED, QUALITY, IS})
# Two words that bind what is not so, the role by which they bind it.
INSTEAD = {("rather", "than"): INSTEAD_OF, ("instead", "of"): INSTEAD_OF}
# Joined verbs are followed so far to the first, whose subject they share.
JOINED_AT_MOST = 5

Drawn = tuple[Token, Token, str]


def tied(sent: Span) -> Tied:
    """The members and ties of a sentence; spans count from its start."""
    drawn = [
        (_whole(head), _whole(part), role)
        for head, part, role in _drawn(sent)
        if sent.start <= head.i < sent.end and sent.start <= part.i < sent.end
    ]
    drawn = [each for each in drawn if each[0] is not each[1]]
    drawn += _shared(drawn)
    found = {token for each in drawn for token in each[:2]}
    found |= {_whole(token) for token in sent if token.pos_ in CONTENT}
    tokens = sorted(found, key=lambda token: token.i)
    at = {token: index for index, token in enumerate(tokens)}
    ties = dict.fromkeys(Tie(at[h], at[p], role) for h, p, role in drawn)
    names = _names(sent)
    root = sent.root
    return Tied(
        members=tuple(_member(t, names.get(t, [t]), sent) for t in tokens),
        ties=tuple(ties),
        verb=root.lemma,
        main=at.get(_whole(_told(root)), -1),
        passive=any(child.dep_ == "nsubjpass" for child in root.children),
    )


def _whole(token: Token) -> Token:
    """The word that stands for the whole name that a token is in."""
    while (
        token.pos_ == token.head.pos_ == "PROPN"
        and token.dep_ in NAME_PARTS
        and token.i < token.head.i
    ):
        token = token.head
    return token


def _names(sent: Span) -> dict[Token, list[Token]]:
    found: dict[Token, list[Token]] = {}
    for token in sent:
        found.setdefault(_whole(token), []).append(token)
    return found


def _member(token: Token, words: list[Token], sent: Span) -> Member:
    base = sent.start_char
    return Member(
        lemma=token.lemma,
        words=tuple(word.lower_ for word in words),
        pos=token.pos_,
        entity=token.ent_type_,
        start=words[0].idx - base,
        end=token.end - base,
        denied=any(_denies(child) for child in token.children),
        particle=next((c.lower_ for c in token.children if c.dep_ == "prt"), ""),
    )


def _denies(child: Token) -> bool:
    if child.dep_ == "neg":
        return _after(child) not in NOT_DENYING
    if child.dep_ == "det":
        return child.lower_ in NEGATIVE_DETERMINERS
    return child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in NEGATIONS


def _before(token: Token) -> str:
    """The word before a token, in lower case, "" where there is none."""
    return token.doc[token.i - 1].lower_ if token.i else ""


def _after(token: Token) -> str:
    """The word behind a token, in lower case, "" where there is none."""
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _shared(drawn: list[Drawn]) -> list[Drawn]:
    """The ties of a noun, for what is joined to it."""
    return [
        (other_head, part, other_role)
        for head, part, role in drawn
        if role == JOINED and part.pos_ in ("NOUN", "PROPN", "NUM")
        for other_head, other_part, other_role in drawn
        if other_part is head and other_role not in OWN
    ]


def _drawn(sent: Span) -> Iterator[Drawn]:
    for token in sent:
        draw = BY_DEPENDENCY.get(token.dep_)
        if draw is not None and token.head is not token:
            yield from draw(token)
        for part, role in _bound(token):
            yield _told(token), part, role


def _attributes(verb: Token) -> list[Token]:
    """What a copula says that its subject is."""
    if verb.lemma != "be":
        return []
    return [child for child in verb.children if child.dep_ in ("attr", "acomp")]


def _told(token: Token) -> Token:
    """What is told: behind a copula its attribute."""
    return next(reversed(_attributes(token)), token)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ not in RELATIVE or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return token
    for above in (token, *token.ancestors):
        if above.dep_ == "relcl":
            return above.head
    return token


def _bound(token: Token) -> Iterator[tuple[Token, str]]:
    """What prepositions bind to a token, with the preposition, "by" of a doer apart."""
    for word in token.children:
        instead = INSTEAD.get((_before(word), word.lower_), "")
        if word.dep_ not in ("prep", "agent", "dative") and not instead:
            continue
        if word.pos_ not in ("ADP", "SCONJ"):
            continue
        does = word.dep_ == "agent" and not by_means(word)
        role = SUBJECT if does else instead or word.lemma
        for child in word.children:
            if child.dep_ in ("pobj", "pcomp"):
                yield child, role
            elif child.dep_ == "prep":  # "from under the"
                for grand in child.children:
                    if grand.dep_ == "pobj":
                        yield grand, child.lemma


def _of_subject(token: Token) -> Iterator[Drawn]:
    said = _attributes(token.head)
    if said:
        for each in said:
            yield each, _antecedent(token), IS
    else:
        role = OBJECT if token.dep_ == "nsubjpass" else SUBJECT
        yield token.head, _antecedent(token), role


def _of_object(token: Token) -> Iterator[Drawn]:
    if token.head.pos_ != "ADP":
        yield token.head, _antecedent(token), IS if token.dep_ == "oprd" else OBJECT


def _of_attribute(token: Token) -> Iterator[Drawn]:
    if token.head.lemma != "be":
        yield token.head, token, OBJECT


def _of_apposition(token: Token) -> Iterator[Drawn]:
    yield token.head, token, IS


def _of_owner(token: Token) -> Iterator[Drawn]:
    yield token.head, token, OF


def _of_compound(token: Token) -> Iterator[Drawn]:
    """A title before a name, or what a noun is of."""
    if token.head.pos_ == "PROPN" and token.pos_ in ("NOUN", "PROPN"):
        yield token, token.head, IS
    else:
        yield token.head, token, OF


def _of_modifier(token: Token) -> Iterator[Drawn]:
    if token.pos_ in CONTENT:
        yield _told(token.head), token, QUALITY


def _of_relative(token: Token) -> Iterator[Drawn]:
    """ "The bridge they built": without a pronoun it is the object."""
    if not any(child.lower_ in RELATIVE for child in token.children):
        yield token, token.head, OBJECT


def _of_participle(token: Token) -> Iterator[Drawn]:
    if token.tag_ == "VBN":
        yield token, token.head, OBJECT
    elif token.tag_ == "VBG":
        yield token, token.head, SUBJECT
    else:
        yield token.head, token, "acl"


def _of_clause(token: Token) -> Iterator[Drawn]:
    yield _told(token.head), _told(token), token.dep_
    subject = _subject(token.head)
    if token.dep_ != "ccomp" and subject is not None and _subject(token) is None:
        role = IS if _attributes(token) else SUBJECT
        yield _told(token), _antecedent(subject), role


def _of_joined(token: Token) -> Iterator[Drawn]:
    yield token.head, token, JOINED
    if token.pos_ not in ("VERB", "AUX") or _subject(token) is not None:
        return
    first = token.head
    for _ in range(JOINED_AT_MOST):
        if _subject(first) is not None or first.dep_ != "conj":
            break
        first = first.head
    subject = _subject(first)
    if subject is not None:
        passive = subject.dep_ == "nsubjpass" and token.tag_ == "VBN"
        role = OBJECT if passive else IS if _attributes(token) else SUBJECT
        yield _told(token), _antecedent(subject), role


BY_DEPENDENCY: dict[str, Callable[[Token], Iterator[Drawn]]] = {
    **dict.fromkeys(SUBJECTS, _of_subject),
    **dict.fromkeys(("dobj", "obj", "dative", "oprd"), _of_object),
    **dict.fromkeys(("attr", "acomp"), _of_attribute),
    "appos": _of_apposition,
    "poss": _of_owner,
    **dict.fromkeys(("compound", "nmod"), _of_compound),
    **dict.fromkeys(("amod", "nummod", "advmod", "npadvmod", "quantmod"), _of_modifier),
    "relcl": _of_relative,
    "acl": _of_participle,
    **dict.fromkeys(("xcomp", "ccomp", "advcl"), _of_clause),
    "conj": _of_joined,
}
