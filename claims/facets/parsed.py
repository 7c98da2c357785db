"""A parsed text as plain objects: what finders, frames and attribution read. PURE.

A token of the pipeline is a view into C structures: each look at it makes an object or
decodes a string, and a sentence is looked at more than a thousand times. So every token
is copied once, with spaCy's names and meanings of the attributes; `lemma` is its lemma
in lower case.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import spacy.strings
    import spacy.tokens
    import spacy.vocab

# What is copied of a token, the strings by their numbers: what its word and its tagging
# tell, and what its place in the text tells.
_TAGGED: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP"]
_PLACED: list[int | str] = ["ENT_TYPE", "ENT_IOB", "SPACY", "SENT_START", "HEAD"]
_IOB = ("", "I", "O", "B")
# A step back to a head is a negative number of 64 bits read as an unsigned one.
_WRAP = 1 << 64
# Different words, lemmas and taggings that are remembered: what some thousand articles
# use, about 20 MB.
REMEMBERED = 1 << 16

_Word = tuple[str, str, bool, bool, bool, bool, bool, bool, bool, bool, bool]
# A word as it is tagged: what it is, its lemma as such and in lower case, part of
# speech, tag and dependency.
Tagged = tuple[_Word, str, str, str, str, str]


class Token:
    """A word or a mark; i is its index in the text, idx and end its characters."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "end",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_lower",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "is_stop",
        "is_title",
        "is_upper",
        "left_edge",
        "lemma",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "tag_",
        "text",
        "whitespace_",
    )

    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool
    head: Token
    left_edge: Token
    right_edge: Token
    children: Sequence[Token]  # in the order of the text

    def __init__(self, doc: Doc, i: int, idx: int, tagged: Tagged) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        word, self.lemma_, self.lemma, self.pos_, self.tag_, self.dep_ = tagged
        (
            self.text,
            self.lower_,
            self.is_alpha,
            self.is_lower,
            self.is_upper,
            self.is_title,
            self.is_punct,
            self.is_space,
            self.is_quote,
            self.is_stop,
            self.like_num,
        ) = word
        self.end = idx + len(self.text)
        self.children = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def lefts(self) -> list[Token]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in the order of a walk from left to right."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def sent(self) -> Span:
        """The parser's sentence; extraction.sentences repairs these."""
        starts = self.doc.sent_starts
        at = bisect_right(starts, self.i)
        end = starts[at] if at < len(starts) else len(self.doc)
        return Span(self.doc, starts[at - 1], end)

    def nbor(self, steps: int = 1) -> Token:
        """The token so many steps on; IndexError outside of the text."""
        if self.i + steps < 0:
            raise IndexError(self.i + steps)
        return self.doc[self.i + steps]


class Span:
    """Tokens start to end of a text, half-open; label_ of an entity, else ""."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        return self.doc[self.start + at if at >= 0 else self.end + at]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        return self.doc[self.end - 1].end

    @property
    def text(self) -> str:
        return self.doc.printed(self.start, self.end)

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several."""
        if self.end - self.start == 1:
            return self.doc[self.start]
        tokens = self.doc[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outside = [t for t in tokens if not self.start <= t.head.i < self.end]
        if len(outside) == 1:
            return outside[0]
        return min(outside, key=_depth, default=self.doc[self.start])

    @property
    def ents(self) -> list[Span]:
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]


class Doc(list[Token]):
    """A parsed text as the list of its tokens.

    starts  the first character of each; sent_starts: those that begin a sentence
    """

    __slots__ = ("ents", "sent_starts", "starts", "text")

    text: str
    starts: list[int]
    sent_starts: list[int]
    ents: list[Span]

    def let_go(self) -> None:
        """Undo the circles in which tokens hold each other; none can be read after it.

        They are gone at once then, and the collector of cycles need not look for them.
        """
        for token in self:
            del token.head, token.left_edge, token.right_edge
        self.ents = []
        self.clear()

    def span(self, start: int, end: int) -> Span:
        return Span(self, start, min(end, len(self)))

    def printed(self, start: int, end: int) -> str:
        """The text of the tokens start to end, without the space behind them."""
        if not 0 <= start < end <= len(self):
            return ""
        return self.text[self[start].idx : self[end - 1].end]

    def covering(self, start: int, end: int) -> Span | None:
        """The tokens at least partly within characters start to end; None outside.

        The space behind a token belongs to it, but does not begin a span.
        """
        if start < 0 or end < 1 or max(start + 1, end) > len(self.text):
            return None
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1, first) - 1
        if start == self[first].end:
            first += 1
        return Span(self, first, last + 1)


def copy_of(parsed: spacy.tokens.Doc, tagged: Sequence[Tagged] | None = None) -> Doc:
    """The text with all that the rules read of it.

    tagged  each token's word and tagging, where it is known already
    """
    doc = Doc()
    doc.starts, doc.sent_starts = [], []
    strings = parsed.vocab.strings
    placed = parsed.to_array(_PLACED).tolist()
    heads: list[int] = []
    printed: list[str] = []
    idx = 0
    for i, (each, (entity, iob, space, start, step)) in enumerate(
        zip(tagged_of(parsed) if tagged is None else tagged, placed, strict=True)
    ):
        token = Token(doc, i, idx, each)
        token.ent_type_ = strings[entity] if entity else ""
        token.ent_iob_ = _IOB[iob]
        token.whitespace_ = " " if space else ""
        token.is_sent_start = start == 1
        if start == 1 or i == 0:
            doc.sent_starts.append(i)
        doc.append(token)
        doc.starts.append(idx)
        heads.append((i + step) % _WRAP)
        printed += token.text, token.whitespace_
        idx = token.end + space
    _hang(doc, heads)
    doc.text = "".join(printed)
    doc.ents = _entities(doc)
    return doc


def tagged_of(parsed: spacy.tokens.Doc) -> list[Tagged]:
    """Each token's word and tagging."""
    vocab, strings = parsed.vocab, parsed.vocab.strings
    return [
        (
            _word(vocab, orth),
            *_lemma(strings, lemma),
            strings[pos],
            strings[tag],
            strings[dep],
        )
        for orth, lemma, pos, tag, dep in parsed.to_array(_TAGGED).tolist()
    ]


def _entities(doc: Doc) -> list[Span]:
    """The named stretches: each begins with a B, and an I goes on with it."""
    found: list[Span] = []
    for token in doc:
        if token.ent_iob_ == "B":
            found.append(Span(doc, token.i, token.i + 1, token.ent_type_))
        elif token.ent_iob_ == "I":
            found[-1].end = token.i + 1
    for entity in found:
        _without_verb(entity)
    return found


def _without_verb(person: Span) -> None:
    """ "Said Dana Olin: …" names Dana Olin."""
    first, doc = person[0], person.doc
    if person.label_ != "PERSON" or len(person) == 1 or first.text != "Said":
        return
    if first.tag_ == "VBD" or (person.end < len(doc) and doc[person.end].text == ":"):
        person.start += 1
        first.ent_type_, first.ent_iob_ = "", "O"
        person[0].ent_iob_ = "B"


def _hang(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Set heads, children and edges; heads are the indices of the tokens' heads."""
    below: dict[int, list[Token]] = {}
    first, last = list(range(len(tokens))), list(range(len(tokens)))
    hung = []
    for token in tokens:
        at = heads[token.i]
        token.head = tokens[at]
        if at != token.i:
            below.setdefault(at, []).append(token)
            hung.append((token.i, at))
    for at, children in below.items():
        tokens[at].children = children
    # Once in either direction, as spaCy does: where branches cross, an edge may stand
    # short of the outermost token.
    for i, at in (*hung, *reversed(hung)):
        if first[i] < first[at]:
            first[at] = first[i]
        if last[i] > last[at]:
            last[at] = last[i]
    for token in tokens:
        token.left_edge = tokens[first[token.i]]
        token.right_edge = tokens[last[token.i]]


@lru_cache(maxsize=REMEMBERED)
def _word(vocab: spacy.vocab.Vocab, orth: int) -> _Word:
    word = vocab[orth]
    return (
        word.text,
        word.lower_,
        word.is_alpha,
        word.is_lower,
        word.is_upper,
        word.is_title,
        word.is_punct,
        word.is_space,
        word.is_quote,
        word.is_stop,
        word.like_num,
    )


@lru_cache(maxsize=REMEMBERED)
def _lemma(strings: spacy.strings.StringStore, lemma: int) -> tuple[str, str]:
    return strings[lemma], strings[lemma].lower()


def _depth(token: Token) -> int:
    """How far below the root; a mark that nothing hangs on is never the nearest."""
    if (token.is_punct or token.is_space) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
