"""Two texts held against each other without a database (relate_pairs, POST
/compare).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from claims.engine import Engine
from claims.linkage.passages import relate_passages
from claims.linkage.types import Decision


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its publication day; without one relative dates stay unresolved."""

    text: str
    published: date | None = None


def compare_texts(
    pairs: Iterable[tuple[Text, Text]], *, engine: Engine
) -> Iterator[Decision]:
    """The relation of each pair, in order; all their texts are parsed together.

    Every sentence counts: whoever asks about two texts has chosen them.
    """
    pairs = list(pairs)
    texts = [(text.text, text.published) for pair in pairs for text in pair]
    read = engine.extract_many(texts, all_sentences=True)
    for a, b in zip(read, read, strict=True):
        yield relate_passages(a, b, engine.relate)
