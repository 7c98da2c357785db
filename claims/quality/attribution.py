"""Who said what: sources and contents against annotated articles.

A gold source is found when a printed source of a chain overlaps it; every source counts
once, however many cues it has. Contents are measured in characters, as spans of
a clause differ by a comma between any two annotators. The gold standard calls much
attribution that tells an act or a feeling ("attacked", "prefer"); the engine looks for
what hands a statement over, so recall has a ceiling well below 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from claims.engine import Engine
from claims.extraction.attribution import chains
from claims.extraction.blocks import blocks
from claims.extraction.fold import fold
from claims.extraction.sentences import sentences
from claims.facets.parsed import copy_of
from claims.facets.roster import roster
from claims.quality.errors import reading_kind
from claims.quality.types import Measurement, Mistake, Score

Span = tuple[int, int]
BATCH = 64  # blocks parsed together


def reads(row: dict[str, Any]) -> bool:
    """True for rows with a text and its attributions."""
    return {"id", "text", "attributions"} <= row.keys()


def measure(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    """Sources by overlap, contents by characters."""
    counts = {"source": [0, 0, 0], "content characters": [0, 0, 0]}
    mistakes: list[Mistake] = []
    for row, (sources, contents) in zip(rows, _read(rows, engine), strict=True):
        gold = {(s[0], s[1]) for a in row["attributions"] for s in a["source"]}
        missed = [g for g in gold if not _overlaps(g, sources)]
        wrong = [s for s in sources if not _overlaps(s, gold)]
        _add(counts["source"], len(gold) - len(missed), len(wrong), len(missed))
        mistakes += _mistakes(row, missed, wrong)
        said = {
            at
            for a in row["attributions"]
            for start, end, *_ in a["content"]
            for at in range(start, end)
        }
        read = {at for start, end in contents for at in range(start, end)}
        both = len(said & read)
        _add(counts["content characters"], both, len(read) - both, len(said) - both)
    scores = tuple(Score(of, *numbers) for of, numbers in counts.items())
    return Measurement(len(rows), scores, tuple(mistakes))


def _add(counts: list[int], right: int, wrong: int, missed: int) -> None:
    counts[0] += right
    counts[1] += wrong
    counts[2] += missed


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _read(
    rows: Sequence[dict[str, Any]], engine: Engine
) -> Iterator[tuple[set[Span], set[Span]]]:
    """Sources and contents of every row's chains, as spans of its text."""
    cut = [blocks(row["text"], all_sentences=True) for row in rows]
    parts = [
        fold(row["text"])[block.start : block.end]
        for row, found in zip(rows, cut, strict=True)
        for block in found
    ]
    docs = engine.nlp.pipe(parts, batch_size=BATCH)
    for found in cut:
        placed = [
            (block.start + sent.start_char, sent)
            for block, doc in zip(found, islice(docs, len(found)), strict=True)
            for sent in sentences(copy_of(doc))
        ]
        sents = [sent for _, sent in placed]
        steps = [
            (base, step)
            for (base, _), chain in zip(
                placed, chains(sents, roster(sents)), strict=True
            )
            for step in chain
        ]
        sources = {_moved(step.source, base) for base, step in steps if step.source}
        contents = {_moved(part, base) for base, step in steps for part in step.content}
        yield sources, contents


def _moved(span: Span, base: int) -> Span:
    return base + span[0], base + span[1]


def _mistakes(
    row: dict[str, Any], missed: Iterable[Span], wrong: Iterable[Span]
) -> Iterator[Mistake]:
    text = row["text"]
    for start, end in missed:
        yield Mistake(
            row["id"],
            text[start:end],
            "no source",
            1.0,
            kind=reading_kind("source", "missed"),
        )
    for start, end in wrong:
        yield Mistake(
            row["id"],
            "no source",
            text[start:end],
            0.5,
            kind=reading_kind("source", "invented"),
        )
