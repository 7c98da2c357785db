"""An engine without a language pipeline: a line is a statement, its first word a topic.

"Mill closed 40" and "Mill shut 40" corroborate each other, "Mill closed 60" conflicts
with both, "Mill closed 90 now" updates them; a line of another topic is unrelated. A
line that begins with "-" is not cut as a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.extraction.statements import Source
from claims.facets.types import (
    Facet,
    Frame,
    Hop,
    Kind,
    Level,
    OriginKey,
    StatementRecord,
)
from claims.linkage.blocking import UNDATED, block_keys, probe_keys
from claims.linkage.config import DEFAULT_CONFIG, LinkageConfig
from claims.linkage.types import Decision, FacetComparison, Relation
from claims.models import ProcessingRun
from claims.services.pipeline import process_version
from sources.models import Article, ArticleVersion
from tests import factories

NONE = Decision(Relation.NONE, 0.0, "nothing", "not the same fact")


@dataclass(frozen=True, slots=True)
class LineEngine:
    """Counts nothing and keeps nothing; version and config as the real one."""

    version: str = "lines 1"
    config: LinkageConfig = DEFAULT_CONFIG
    cut_all: bool = False

    def extract(
        self,
        text: str,
        *,
        published: date | None = None,
        title: str = "",
        all_sentences: bool = False,
    ) -> list[StatementRecord]:
        found, at = [], 0
        for line in text.split("\n"):
            start, at = at, at + len(line) + 1
            if line and (self.cut_all or all_sentences or not line.startswith("-")):
                found.append(line_record(line, start=start, published=published))
        return found

    def read_all(self, sources: Iterable[Source]) -> Iterator[list[StatementRecord]]:
        for source in sources:
            yield self.extract(
                source.text,
                published=source.published,
                title=source.title,
                all_sentences=source.all_sentences,
            )

    def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
        if topic(a) != topic(b) or not (a.facets and b.facets):
            return NONE
        if ("now" in a.lemmas) != ("now" in b.lemmas):
            later = 1 if "now" in b.lemmas else -1
            return decided(Relation.UPDATES, Level.UPDATED, a, b, direction=later)
        if a.facets[0].value != b.facets[0].value:
            return decided(Relation.CONFLICTS, Level.CONFLICT, a, b)
        return decided(Relation.CORROBORATES, Level.AGREE, a, b)

    def relate_many(
        self, pairs: Iterable[tuple[StatementRecord, StatementRecord]]
    ) -> list[Decision]:
        return [self.relate(a, b) for a, b in pairs]

    def block_keys(self, record: StatementRecord) -> frozenset[int]:
        return block_keys(record)

    def probe_keys(
        self, record: StatementRecord, newest: int = UNDATED
    ) -> frozenset[int]:
        return probe_keys(record, newest)


def topic(record: StatementRecord) -> str:
    return record.lemmas[0] if record.lemmas else record.text


def line_record(
    line: str, *, start: int = 0, published: date | None = None
) -> StatementRecord:
    """ "Mill closed 40 says Venn": the number is a count, who says it the origin."""
    words = line.lower().split()
    facets = tuple(
        Facet(
            kind=Kind.COUNT,
            start=line.index(word),
            end=line.index(word) + len(word),
            text=word,
            value=word,
            number=Decimal(word),
        )
        for word in words
        if word.isdigit()
    )
    speaker = words[words.index("says") + 1] if "says" in words else ""
    return StatementRecord(
        text=line,
        start=start,
        end=start + len(line),
        published=published,
        facets=facets,
        frames=(Frame(0, 0, len(words[0]), words[0], words[0]),),
        hops=(Hop(0, speaker),) if speaker else (),
        origin=OriginKey("interview", speaker) if speaker else None,
        lemmas=tuple(words),
        check_worthiness=0.5,
    )


def decided(
    relation: Relation,
    level: Level,
    a: StatementRecord,
    b: StatementRecord,
    *,
    direction: int = 0,
) -> Decision:
    compared = FacetComparison(
        Kind.COUNT, "", level, a.facets[0], b.facets[0], "numbers as printed"
    )
    return Decision(relation, 0.8, "same topic", "as printed", (compared,), direction)


ENGINE = LineEngine()


def print_text(
    text: str, *, article: Article | None = None, **values: object
) -> ArticleVersion:
    """A version of a new article, or the next version of a given one, not yet read."""
    article = article or factories.ArticleFactory(**values)
    return factories.ArticleVersionFactory(article=article, text=text)


def publish(
    text: str, *, engine: LineEngine = ENGINE, **values: object
) -> ArticleVersion:
    """Print a text and let the pipeline read it."""
    version = print_text(text, **values)
    process_version(version, engine=engine)
    return version


def run_of(version: ArticleVersion, engine: LineEngine = ENGINE) -> ProcessingRun:
    return ProcessingRun.objects.get(version=version, engine_version=engine.version)
