"""Two invented texts, read by the real pipeline and held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from claims.engine import Engine, load_engine
from claims.facets.types import StatementRecord
from claims.linkage.passage_ties import Laid, laid
from claims.linkage.types import Decision

# A Wednesday.
DAY = date(2031, 3, 12)

Read = Callable[..., StatementRecord]
Relate = Callable[..., Decision]


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine()


@pytest.fixture(scope="session")
def read(engine: Engine) -> Read:
    """The one statement of a text."""

    def one(text: str, published: date | str | None = DAY) -> StatementRecord:
        if isinstance(published, str):
            published = date.fromisoformat(published)
        found = engine.extract(text, published=published, all_sentences=True)
        assert len(found) == 1, f"{len(found)} statements in {text!r}"
        return found[0]

    return one


@pytest.fixture(scope="session")
def read_chosen(engine: Engine) -> Callable[..., list[StatementRecord]]:
    """The statements of a text that somebody has chosen, with their ties."""

    def statements(text: str) -> list[StatementRecord]:
        [found] = engine.extract_many([(text, DAY)], all_sentences=True, ties=True)
        return found

    return statements


@pytest.fixture(scope="session")
def looked(
    read_chosen: Callable[..., list[StatementRecord]],
) -> Callable[..., list[Any]]:
    """What a rule for passages finds of a claim that is laid onto its passage."""

    def found(
        passage: str, claim: str, look: Callable[[Laid], Iterable[Any]]
    ) -> list[Any]:
        [one] = read_chosen(claim)
        on = laid(one, read_chosen(passage))
        assert on is not None
        return list(look(on))

    return found


@pytest.fixture(scope="session")
def relate(engine: Engine, read: Read) -> Relate:
    """The relation of two texts of one statement each."""

    def pair(
        a: str,
        b: str,
        day_a: date | str | None = DAY,
        day_b: date | str | None = None,
    ) -> Decision:
        return engine.relate(read(a, day_a), read(b, day_b or day_a))

    return pair
