"""Import beside the bare parse of the same texts, in CPU time of one process.

Both use one pipeline object and one batch size. The articles come in steps into a
temporary SQLite database, so that what an article costs can be seen growing or not.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.db.models import Q

from claims.engine import Engine, load_engine
from claims.extraction.statements import BLOCKS_AT_ONCE
from claims.models import BlockKey, Claim, Link, Statement
from tests.perf.articles import Generated, Planted, generate


@dataclass(frozen=True, slots=True)
class Step:
    """Articles from one size of the database to the next; seconds of CPU."""

    first: int
    last: int
    parse: float
    load: float

    @property
    def articles(self) -> int:
        return self.last - self.first

    @property
    def ratio(self) -> float:
        return self.load / self.parse


def parse_seconds(engine: Engine, texts: Sequence[str]) -> float:
    """CPU seconds of parsing the texts and doing nothing with them."""
    started = time.process_time()
    for _ in engine.nlp.pipe(texts, batch_size=BLOCKS_AT_ONCE):
        pass
    return time.process_time() - started


def import_seconds(articles: Sequence[Generated], folder: Path) -> float:
    """CPU seconds of `import_articles` for a JSON lines file of the articles."""
    file = folder / f"{articles[0].external_id}.jsonl"
    rows = (
        {
            "external_id": article.external_id,
            "outlet": article.outlet,
            "published": article.published.isoformat(),
            "title": article.title,
            "text": article.text,
            "language": "en",
        }
        for article in articles
    )
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    started = time.process_time()
    call_command("import_articles", str(file), stderr=StringIO())
    return time.process_time() - started


def run(sizes: Sequence[int], folder: Path) -> tuple[list[Step], list[Planted]]:
    """Import up to each size in turn; the database must be empty and migrated."""
    engine = load_engine()
    articles, planted = generate(max(sizes))
    parse_seconds(engine, [articles[0].text])  # what is loaded on first use
    steps = []
    for first, last in zip((0, *sizes), sizes, strict=False):
        part = articles[first:last]
        parse = parse_seconds(engine, [article.text for article in part])
        steps.append(Step(first, last, parse, import_seconds(part, folder)))
    return steps, planted


def found(planted: Planted) -> str:
    """The relation of the link between the two tellings, "" when there is none."""
    sides = (planted.a, planted.text_a), (planted.b, planted.text_b)
    low, high = (
        Q(**{f"{name}__article__external_id": article, f"{name}__quote": text})
        for name, (article, text) in zip(("low", "high"), sides, strict=True)
    )
    turned_low, turned_high = (
        Q(**{f"{name}__article__external_id": article, f"{name}__quote": text})
        for name, (article, text) in zip(("high", "low"), sides, strict=True)
    )
    link = Link.objects.filter((low & high) | (turned_low & turned_high)).first()
    return link.relation if link else ""


def counts() -> dict[str, int]:
    """How much the database holds."""
    return {
        model._meta.verbose_name_plural: model.objects.count()
        for model in (Statement, BlockKey, Link, Claim)
    }
