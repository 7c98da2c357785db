"""Texts parsed, with parts of speech and lemmas remembered by word. PURE.

After tagger and parser the pipeline asks a hundred and eighty patterns about every
token, a seventh of the time of a parse, and most of them look at one token alone: its
word, its tag, its dependency. What those gave is given again to whatever is printed and
tagged the same, and only words that are new are asked about. Where a pattern of several
tokens holds ("let's", "there are"), the text goes through the pipeline's own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Key = tuple[int, ...]  # numbers of word, tag and dependency

# The components whose work is remembered, in their order.
RULES = ("attribute_ruler", "lemmatizer")
# Those that may stand beside them: none of them reads what the rules give.
BESIDE = frozenset(["tok2vec", "transformer", "tagger", "parser", "ner"])
# What a pattern may ask of a token so that word, tag and dependency decide it.
ASKED = frozenset(["LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"])
# Ways of the lemmatizer that read nothing but the token.
MODES = ("rule", "lookup")

READ: list[int | str] = ["ORTH", "TAG", "DEP"]
# What rules give; the morphology, which they also give, nobody reads.
GIVEN: list[int | str] = ["POS", "LEMMA", "TAG", "DEP"]

# Words, each with tag and dependency, that are remembered, some 300 bytes each: what
# some thousand articles use. When there are more, all are forgotten.
MOST_REMEMBERED = 1 << 16


class Tagging:
    """Parses as the pipeline does, all but the morphology, in less time."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._put_off = RULES if _by_word(nlp) else ()
        self._rules: list[Any] = [nlp.get_pipe(name) for name in self._put_off]
        self._known: dict[Key, list[int]] = {}
        if self._rules:
            ruler = self._rules[0]
            self._together = type(ruler.matcher)(nlp.vocab)
            self._together.add("several", _of_several(ruler))

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        """The texts parsed, in order, so many at once."""
        docs = self._nlp.pipe(texts, batch_size=batch_size, disable=self._put_off)
        return map(self._finished, docs) if self._rules else docs

    def _finished(self, doc: Doc) -> Doc:
        if self._together(doc, allow_missing=True):
            return self._ruled(doc)
        if len(self._known) > MOST_REMEMBERED:
            self._known = {}  # another thread may still look things up in the old one
        known = self._known
        keys: list[Key] = list(map(tuple, doc.to_array(READ).tolist()))
        if unknown := dict.fromkeys(key for key in keys if key not in known):
            self._learn(list(unknown), doc, known)
        given: Any = np.array([known[key] for key in keys], dtype=np.uint64)
        return doc.from_array(GIVEN, given)

    def _learn(
        self, keys: Sequence[Key], text: Doc, known: dict[Key, list[int]]
    ) -> None:
        """Put words of a text through the rules; where a pattern of several tokens
        would hold between them, each alone.
        """
        words = [self._nlp.vocab.strings[orth] for orth, *_ in keys]
        tagged: Any = np.array(keys, dtype=np.uint64)
        doc = type(text)(text.vocab, words=words).from_array(READ[1:], tagged[:, 1:])
        if len(keys) > 1 and self._together(doc, allow_missing=True):
            for key in keys:
                self._learn([key], text, known)
            return
        found = self._ruled(doc).to_array(GIVEN).tolist()
        known.update(zip(keys, found, strict=True))

    def _ruled(self, doc: Doc) -> Doc:
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
        asked <= ASKED
        and given <= {*GIVEN, "MORPH"}
        and getattr(lemmatizer, "mode", "") in MODES
    )


def _of_several(ruler: Any) -> list[list[dict[str, Any]]]:
    return [
        pattern
        for rule in ruler.patterns
        for pattern in rule["patterns"]
        if len(pattern) > 1
    ]
