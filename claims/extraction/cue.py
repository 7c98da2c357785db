"""One reporting word with its source and what it hands over. PURE."""

from __future__ import annotations

from dataclasses import dataclass

from claims.facets.parsed import Token

# Forms that the lemmatiser gives to another verb.
_MISREAD = {
    "hopes": "hope",
    "hoped": "hope",
    "hoping": "hope",
    "rates": "rate",
    "rated": "rate",
    "rating": "rate",
    "stressed": "stress",
    "cites": "cite",
    "cited": "cite",
    "citing": "cite",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: token indices in the document, and its source token.

    first, last   the cue's own tokens, both included
    source        head of the source phrase, None when the text names none
    content       token ranges [start, end) of what is handed over
    strength      said, reported, hearsay or stance
    leans         the cue brings in a further source of the cue around it ("citing")
    """

    first: int
    last: int
    anchor: Token
    source: Token | None
    strength: str
    content: tuple[tuple[int, int], ...] = ()
    leans: bool = False


def lemma_of(token: Token) -> str:
    """The lemma in lower case; "hoping" is of "hope" and not of "hop"."""
    return _MISREAD.get(token.lower_) or token.lemma


def relations(token: Token) -> set[str]:
    """The dependency relations of the token's children."""
    return {child.dep_ for child in token.children}
