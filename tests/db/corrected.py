"""Articles on one invented vote, and the steps that tests of corrections share."""

from __future__ import annotations

from datetime import date

from claims.engine import load_engine
from claims.facets.types import Kind
from claims.models import Statement
from claims.services.corrections import facet_correct, words_at
from claims.services.pipeline import process_version
from factcheck.operations.models import AuditEntry, User
from tests import factories as f

FIFTH = "The council of Ostrava Bay voted on 5 March 2031 to close the harbour mill."
SIXTH = "The council of Ostrava Bay voted on 6 March 2031 to close the harbour mill."
THURSDAY = "The council of Ostrava Bay voted on Thursday to close the harbour mill."


def publish(text: str, *, day: date | None = f.DAY, **values: object) -> Statement:
    """A new article of one sentence, read by the real engine and linked."""
    article = f.ArticleFactory(
        published_date=day,
        published_precision="day" if day else "none",
        **values,
    )
    version = f.ArticleVersionFactory(article=article, text=text)
    process_version(version, engine=load_engine())
    return Statement.objects.filter(article=article).earliest("start")


def correct(
    statement: Statement,
    words: str,
    value: str,
    *,
    actor: User,
    kind: Kind = Kind.DATE,
    edition: str | None = None,
) -> AuditEntry:
    """Say what some printed words mean."""
    start, end = words_at(statement.quote, words)
    return facet_correct(
        actor=actor,
        statement=statement,
        kind=kind,
        start=start,
        end=end,
        value=value,
        engine=load_engine(),
        edition=edition,
        reason="read the page",
    )
