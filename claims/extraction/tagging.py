"""Texts parsed and copied, with what is told of a word remembered. PURE.

After tagger and parser the pipeline asks a hundred and eighty patterns about every
token, a seventh of the time of a parse, and most of them look at one token alone: its
word, its tag, its dependency. What those gave is given again to whatever is printed and
tagged the same, and only words that are new are asked about. Where a pattern of several
tokens holds ("let's", "there are"), the text goes through the pipeline's own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from claims.facets.parsed import Doc, Tagged, copy_of, tagged_of

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language

Key = bytes  # the numbers of word, tag and dependency, READ, as they are stored

# The components whose work is remembered, in their order.
RULES = ("attribute_ruler", "lemmatizer")
# Those that may stand beside them: none of them reads what the rules give.
BESIDE = frozenset(["tok2vec", "transformer", "tagger", "parser", "ner"])
# What a pattern may ask of a token so that word, tag and dependency decide it.
ASKED = frozenset(["LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"])
# Ways of the lemmatizer that read nothing but the token.
MODES = ("rule", "lookup")

READ: list[int | str] = ["ORTH", "TAG", "DEP"]
# What rules may give; the morphology, which they also give, nobody reads.
GIVEN = frozenset(["POS", "LEMMA", "TAG", "DEP", "MORPH"])

# Words, each with tag and dependency, that are remembered, some 300 bytes each: what
# some thousand articles use. When there are more, all are forgotten.
MOST_REMEMBERED = 1 << 16


@dataclass(slots=True)
class _Memory:
    """What the rules make of words, and the words with which a pattern of several
    tokens may begin.
    """

    tagged: dict[Key, Tagged] = field(default_factory=dict)
    opening: set[Key] = field(default_factory=set)


class Tagging:
    """Parses as the pipeline does, all but the morphology, in less time."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._put_off = RULES if _by_word(nlp) else ()
        self._rules: list[Any] = [nlp.get_pipe(name) for name in self._put_off]
        self._known = _Memory()
        if self._rules:
            ruler = self._rules[0]
            several = _of_several(ruler)
            self._together = type(ruler.matcher)(nlp.vocab)
            self._together.add("several", several)
            self._opening = type(ruler.matcher)(nlp.vocab)
            self._opening.add("opening", [[first] for first, *_ in several])

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        """The texts parsed, in order, so many at once."""
        docs = self._nlp.pipe(texts, batch_size=batch_size, disable=self._put_off)
        return map(self._finished if self._rules else copy_of, docs)

    def _finished(self, doc: spacy.tokens.Doc) -> Doc:
        if len(self._known.tagged) > MOST_REMEMBERED:
            self._known = _Memory()  # another thread may still read the old one
        known = self._known
        keys = _keys(doc)
        if not known.tagged.keys() >= set(keys):
            unknown = dict.fromkeys(key for key in keys if key not in known.tagged)
            self._learn(list(unknown), doc, known)
        if not known.opening.isdisjoint(keys) and self._together(
            doc, allow_missing=True
        ):
            return copy_of(self._ruled(doc))
        return copy_of(doc, [known.tagged[key] for key in keys])

    def _learn(
        self, keys: Sequence[Key], text: spacy.tokens.Doc, known: _Memory
    ) -> None:
        """Put words of a text through the rules; where a pattern of several tokens
        would hold between them, each alone.
        """
        tagged: Any = np.frombuffer(b"".join(keys), np.uint64).reshape(len(keys), -1)
        words = [self._nlp.vocab.strings[orth] for orth in tagged[:, 0].tolist()]
        doc = type(text)(text.vocab, words=words).from_array(READ[1:], tagged[:, 1:])
        if len(keys) > 1 and self._together(doc, allow_missing=True):
            for key in keys:
                self._learn([key], text, known)
            return
        opening = self._opening(doc, allow_missing=True)
        known.opening.update(keys[start] for _, start, _ in opening)
        known.tagged.update(zip(keys, tagged_of(self._ruled(doc)), strict=True))

    def _ruled(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        for rule in self._rules:
            doc = rule(doc)
        return doc


@lru_cache(maxsize=2)
def tagging(nlp: Language) -> Tagging:
    """The one of a pipeline, with all that it remembers."""
    return Tagging(nlp)


def _by_word(nlp: Language) -> bool:
    """Whether the rules give what they give by a token's word, tag and dependency."""
    if not set(RULES) <= set(nlp.pipe_names) <= BESIDE.union(RULES):
        return False
    ruler, lemmatizer = (cast("Any", nlp.get_pipe(name)) for name in RULES)
    asked = {
        name.upper()
        for rule in ruler.patterns
        for pattern in rule["patterns"]
        for token in pattern
        for name in token
    }
    given = {name for rule in ruler.patterns for name in rule["attrs"]}
    return (
        asked <= ASKED and given <= GIVEN and getattr(lemmatizer, "mode", "") in MODES
    )


def _keys(doc: spacy.tokens.Doc) -> list[Key]:
    rows = doc.to_array(READ)
    keys: list[Key] = rows.view(f"V{rows.itemsize * len(READ)}").ravel().tolist()
    return keys


def _of_several(ruler: Any) -> list[list[dict[str, Any]]]:
    return [
        pattern
        for rule in ruler.patterns
        for pattern in rule["patterns"]
        if len(pattern) > 1
    ]
