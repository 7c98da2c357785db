"""Text in, statements out: the whole way on one screen. PURE.

fold and cut into blocks, parse the blocks of several articles together, repair
sentences, then read each sentence: facets, frames, who said it, where it comes from,
when it happened and whether it is worth checking. The language pipeline is passed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from claims.extraction.attribution import Chain, chains, hops_of
from claims.extraction.blocks import Block, blocks
from claims.extraction.checkworthiness import check_worthiness
from claims.extraction.coreference import resolve
from claims.extraction.dateline import written_on
from claims.extraction.fold import bounded, fold, mend
from claims.extraction.frames import frames_of
from claims.extraction.furniture import is_furniture
from claims.extraction.lemmas import content_lemmas
from claims.extraction.origins import event_of, origin_of, sole_venues
from claims.extraction.resolve import without_overlaps
from claims.extraction.sentences import sentences
from claims.extraction.tagging import tagging
from claims.extraction.ties import tied
from claims.facets import FACETS
from claims.facets.parsed import Span
from claims.facets.roster import roster
from claims.facets.types import Context, Facet, Frame, Kind, StatementRecord
from claims.lexicon.predicates import SAYING

if TYPE_CHECKING:
    from spacy.language import Language

ARTICLES_AT_ONCE = 32  # articles whose blocks are parsed together; bounds the memory
BLOCKS_AT_ONCE = 64  # blocks a parser batch; larger ones gain nothing on two cores
LONG_BLOCK = 600  # characters; a printed paragraph is shorter
PREVIOUS = 60  # facets of earlier sentences that a finder may look back to
LOOKED_BACK_TO = (Kind.DATE, Kind.PRODUCT)


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be read; published is the local date at the outlet.

    all_sentences: also of what looks like page furniture. ties: with what hangs on
    what, which only a comparison of chosen texts reads.
    """

    text: str
    published: date | None = None
    title: str = ""
    all_sentences: bool = False
    ties: bool = False


@dataclass(frozen=True, slots=True)
class _Article:
    source: Source
    blocks: tuple[Block, ...]


def extract(
    nlp: Language,
    text: str,
    *,
    published: date | None = None,
    title: str = "",
    all_sentences: bool = False,
    article: str = "",
    outlet: str = "",
) -> list[StatementRecord]:
    """The statements of one text in order; [] for a text without any.

    Spans count in text as it is given. published is the local date at the outlet.
    """
    [records] = read_all(nlp, [Source(text, published, title, all_sentences)])
    if article or outlet:
        records = [replace(r, article=article, outlet=outlet) for r in records]
    return records


def extract_many(
    nlp: Language,
    items: Iterable[tuple[str, date | None]],
    *,
    all_sentences: bool = False,
    ties: bool = False,
) -> Iterator[list[StatementRecord]]:
    """The statements of several (text, published), parsed in common batches."""
    sources = (
        Source(text, day, all_sentences=all_sentences, ties=ties) for text, day in items
    )
    return read_all(nlp, sources)


def read_all(
    nlp: Language, sources: Iterable[Source]
) -> Iterator[list[StatementRecord]]:
    """The statements of each source, parsed in common batches."""
    cuts = map(_cut, sources)
    while batch := list(islice(cuts, ARTICLES_AT_ONCE)):
        yield from _read_batch(nlp, batch)


def _cut(source: Source) -> _Article:
    found = blocks(source.text, title=source.title, all_sentences=source.all_sentences)
    return _Article(
        source, tuple(block for block in found if block.kind != "furniture")
    )


def _is_story(block: Block, sent: Span) -> bool:
    """False for furniture within a page that was pasted as one long line."""
    long = block.end - block.start > LONG_BLOCK
    return not long or not is_furniture(sent.text)


def _read_batch(
    nlp: Language, articles: Sequence[_Article]
) -> Iterator[list[StatementRecord]]:
    parts: list[str] = []
    for article in articles:
        folded = fold(article.source.text)
        parts.extend(
            bounded(mend(folded[block.start : block.end])) for block in article.blocks
        )
    docs = tagging(nlp).pipe(parts, batch_size=BLOCKS_AT_ONCE)
    for article in articles:
        copies = list(islice(docs, len(article.blocks)))
        placed = [
            (block, sent)
            for block, doc in zip(article.blocks, copies, strict=True)
            for sent in sentences(doc)
            if article.source.all_sentences or _is_story(block, sent)
        ]
        records = _read_article(article, placed)
        for doc in copies:
            doc.let_go()
        yield records


def _read_article(
    article: _Article, placed: Sequence[tuple[Block, Span]]
) -> list[StatementRecord]:
    sents = [sent for _, sent in placed]
    names = roster(sents)
    said = chains(sents, names)
    venues = sole_venues(said)
    told_on = written_on((sent.text for sent in sents), article.source.published)
    previous: tuple[Facet, ...] = ()
    records: list[StatementRecord] = []
    for (block, sent), chain in zip(placed, said, strict=True):
        context = Context(told_on, previous, names, headline=block.kind == "headline")
        record = _read(article, block, sent, chain, context, venues)
        records.append(record)
        told = [f for f in record.facets if f.kind in LOOKED_BACK_TO]
        if told:
            previous = (*previous, *told)[-PREVIOUS:]
    return resolve(records, sents)


def _read(
    article: _Article,
    block: Block,
    sent: Span,
    chain: Chain,
    context: Context,
    venues: dict[str, tuple[str, str]],
) -> StatementRecord:
    start = block.start + sent.start_char
    end = block.start + sent.end_char
    text = article.source.text[start:end]
    found = without_overlaps(
        facet for kind in FACETS for facet in kind.find(sent, context)
    )
    frames, facets = frames_of(sent, found, context)
    facets = tuple(_as_printed(f, text[f.start : f.end]) for f in facets)
    event_from, event_to = event_of(facets, _main(frames, sent))
    return StatementRecord(
        text=text,
        start=start,
        end=end,
        published=article.source.published,
        facets=facets,
        frames=frames,
        hops=hops_of(chain),
        origin=origin_of(chain, article.source.published, facets, venues=venues),
        lemmas=content_lemmas(sent),
        check_worthiness=check_worthiness(sent, facets, attributed=bool(chain)),
        headline=block.kind == "headline",
        paragraph=block.paragraph,
        event_from=event_from,
        event_to=event_to,
        tied=tied(sent) if article.source.ties else None,
    )


def _as_printed(facet: Facet, text: str) -> Facet:
    """The facet with its text as stored, where folding or a hedge has changed it."""
    return facet if facet.text == text else replace(facet, text=text)


def _main(frames: Sequence[Frame], sent: Span) -> int:
    """The frame of the sentence's root, past a reporting verb to what it reports."""
    root = sent.root.idx - sent.start_char
    main = next((f.index for f in frames if f.start == root), 0)
    if frames and frames[main].predicate in SAYING:
        return next((f.index for f in frames if f.predicate not in SAYING), main)
    return main
