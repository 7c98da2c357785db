"""Two texts held against each other without a database (relate_pairs, POST
/compare).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.engine import Engine
from claims.facets.types import StatementRecord
from claims.linkage.chosen import chosen
from claims.linkage.contained import held_against_passage
from claims.linkage.passages import relate_passages
from claims.linkage.types import Decision


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its publication day; without one relative dates stay unresolved."""

    text: str
    published: date | None = None


def read_pairs(
    pairs: Iterable[tuple[Text, Text]], *, engine: Engine
) -> Iterator[tuple[list[StatementRecord], list[StatementRecord]]]:
    """The statements of both texts of each pair, in order, parsed together.

    Every sentence counts: whoever asks about two texts has chosen them.
    """
    texts = [(text.text, text.published) for pair in pairs for text in pair]
    read = engine.extract_many(texts, all_sentences=True, ties=True)
    return zip(read, read, strict=True)


def compare_read(
    a: Sequence[StatementRecord], b: Sequence[StatementRecord], *, engine: Engine
) -> Decision:
    """The relation of two texts whose statements are read.

    The statements are related as anywhere else; then a short sentence is held against a
    passage as a whole, which is done of chosen texts only. A scorer has the last word.
    Two texts that have a sentence in common are two tellings of one account.
    """
    config = chosen(a, b, engine.config)
    if not {s.text for s in a}.isdisjoint(s.text for s in b):
        config = replace(config, one_account=True)
    engine = replace(engine, config=config)
    decision = relate_passages(a, b, engine.relate_many)
    if engine.scorer is not None:
        return decision
    return held_against_passage(a, b, decision, engine.config)


def compare_texts(
    pairs: Iterable[tuple[Text, Text]], *, engine: Engine
) -> Iterator[Decision]:
    """The relation of each pair, in order; all their texts are parsed together."""
    for a, b in read_pairs(pairs, engine=engine):
        yield compare_read(a, b, engine=engine)
