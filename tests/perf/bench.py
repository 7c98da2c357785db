"""Import beside the bare parse of the same texts, in CPU time of one process.

Both use one pipeline object and one batch size. The articles come in steps into a
temporary SQLite database, so that what an article costs can be seen growing or not.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median
from unittest.mock import patch

from django.core.management import call_command
from django.db.models import Q
from spacy.language import Language

from claims.engine import Engine, load_engine
from claims.extraction.statements import BLOCKS_AT_ONCE
from claims.facets.types import StatementRecord
from claims.linkage.types import Decision
from claims.models import BlockKey, Claim, ClaimMember, Link, Statement
from claims.services.review import claim_rate, link_decide
from factcheck.operations.models import User
from tests.perf.articles import Generated, Planted

# Links that are decided, to see what a decision costs.
DECIDED = 20
# How often the same pairs are compared again.
WARM_ROUNDS = 5

Records = tuple[StatementRecord, StatementRecord]


@dataclass(frozen=True, slots=True)
class Step:
    """Articles from one size of the database to the next; seconds of CPU.

    pairs  that were compared; comparing: the part of load that went into it
    """

    first: int
    last: int
    parse: float
    load: float
    pairs: list[Records]
    comparing: float

    @property
    def articles(self) -> int:
        return self.last - self.first

    @property
    def ratio(self) -> float:
        return self.load / self.parse


@dataclass(slots=True)
class Compared:
    """What passed through Engine.relate_many: pairs, seconds of CPU."""

    pairs: list[Records]
    seconds: float = 0.0


def write_articles(articles: Sequence[Generated], folder: Path) -> Path:
    """A JSON lines file as import_articles reads it."""
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
    return file


def step(first: int, articles: Sequence[Generated], folder: Path) -> Step:
    """Parse the articles, then import them into a database that holds `first`."""
    engine = load_engine()
    parse = _parse_seconds(engine, [article.text for article in articles])
    file = write_articles(articles, folder)
    with _counted() as compared:
        started = time.process_time()
        call_command("import_articles", str(file), stderr=StringIO())
        load = time.process_time() - started
    last = first + len(articles)
    return Step(first, last, parse, load, compared.pairs, compared.seconds)


def warm_seconds(step: Step) -> float:
    """CPU seconds for a pair whose statements were both compared before."""
    rounds = []
    for _ in range(WARM_ROUNDS):
        started = time.process_time()
        load_engine().relate_many(step.pairs)
        rounds.append(time.process_time() - started)
    return median(rounds) / len(step.pairs)


@contextmanager
def _counted() -> Iterator[Compared]:
    compared = Compared([])
    relate_many = Engine.relate_many

    def counted(engine: Engine, pairs: Iterable[Records]) -> list[Decision]:
        listed = list(pairs)
        started = time.process_time()
        found = relate_many(engine, listed)
        compared.seconds += time.process_time() - started
        compared.pairs += listed
        return found

    with patch.object(Engine, "relate_many", counted):
        yield compared


def _parse_seconds(engine: Engine, texts: Sequence[str]) -> float:
    """CPU seconds of parsing the texts and doing nothing with them."""
    started = time.process_time()
    for _ in engine.nlp.pipe(texts, batch_size=BLOCKS_AT_ONCE):
        pass
    return time.process_time() - started


def deciding() -> tuple[float, int]:
    """Seconds of CPU for a link decided and its claim rated; texts parsed for it."""
    editor = User.objects.create_superuser("bench")
    links = list(Link.objects.order_by("pk")[:DECIDED])
    started = time.process_time()
    with (
        patch.object(Language, "__call__") as parse,
        patch.object(Language, "pipe") as parse_many,
    ):
        for link in links:
            link_decide(
                actor=editor,
                link=link,
                state=Link.State.CONFIRMED,
                revision=link.revision,
            )
            member = ClaimMember.objects.filter(
                statement=link.low, claim__merged_into=None
            ).select_related("claim")[0]
            claim_rate(actor=editor, claim=member.claim, value=5)
    seconds = time.process_time() - started
    return seconds / len(links), parse.call_count + parse_many.call_count


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
