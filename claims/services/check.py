"""A draft held against what is in the database: who prints it, who differs.

Nothing is written. The database is read through the candidate store alone: a constant
number of queries for a draft, at most keys × CAP_PER_KEY key rows, and of each of the
MOST_ARTICLES likeliest articles of a statement its first MOST_OF_ARTICLE statements.
The whole records are read of those only that are compared or shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import Protocol

from claims.engine import Engine
from claims.facets.types import StatementRecord
from claims.linkage.blocking import UNDATED
from claims.linkage.decision import NOTHING
from claims.linkage.shortlist import Listed, Pool, Sketch, to_compare, words
from claims.linkage.types import Decision, Relation
from claims.records import Stored
from claims.store.candidates import CandidateStore, Ranked

# Candidates of one statement that are ranked by their wording: enough that the partners
# which the keys rank low are seen.
RANKED = 200

# Articles of one statement's best candidates that are read for what else they print. On
# public same-event sentences .05 of the true partners share no key with the statement;
# half of them stand in one of the first twenty articles.
MOST_ARTICLES = 20


class Shelf(Protocol):
    """Where statements are found; claims.store.candidates tells what each does."""

    def newest_week(self) -> int: ...

    def candidates_many(
        self,
        probes: Sequence[Collection[int]],
        *,
        excluded: Sequence[Collection[int]],
        limit: int,
    ) -> list[Ranked]: ...

    def sketches(self, statement_ids: Collection[int]) -> list[Sketch]: ...

    def siblings(self, article_ids: Collection[int]) -> list[Sketch]: ...

    def records(self, statement_ids: Collection[int]) -> Mapping[int, Stored]: ...


@dataclass(frozen=True, slots=True)
class Match:
    """A stored statement beside one of the draft's; likeness from 0 to 1."""

    id: int
    record: StatementRecord
    decision: Decision
    likeness: float


@dataclass(frozen=True, slots=True)
class Checked:
    """One statement of the draft with its matches, best first."""

    statement: StatementRecord
    matches: tuple[Match, ...]


def check_draft(
    *,
    engine: Engine,
    text: str,
    published: date | None = None,
    exclude_article: int | None = None,
    limit: int = 10,
    all_matches: bool = False,
) -> list[Checked]:
    """Every sentence of a draft with at most `limit` matches.

    Matches with a relation come first; candidates without one follow when all_matches.
    exclude_article is the draft's own, stored already: no match, but what it tells of.
    """
    statements = engine.extract(text, published=published, all_sentences=True)
    return check_statements(
        engine=engine,
        statements=statements,
        shelf=CandidateStore(),
        exclude_article=exclude_article,
        limit=limit,
        all_matches=all_matches,
    )


def check_statements(
    *,
    engine: Engine,
    statements: Sequence[StatementRecord],
    shelf: Shelf,
    exclude_article: int | None,
    limit: int,
    all_matches: bool,
) -> list[Checked]:
    """`check_draft` of a text that is read, against any shelf."""
    if not statements:
        return []
    listed = _listed(engine, statements, shelf, exclude_article, max(RANKED, limit))
    most = engine.config.most_compared
    compared = [to_compare(each, most) for each in listed]
    shown = [
        {*first, *(one.id for one in each[: limit if all_matches else 0])}
        for first, each in zip(compared, listed, strict=True)
    ]
    stored = shelf.records(set().union(*shown))
    checked = []
    related = _related(engine, statements, compared, stored)
    for statement, each, decided in zip(statements, listed, related, strict=True):
        matches = [
            Match(
                one.id, stored[one.id].record, decided.get(one.id, NOTHING), one.score
            )
            for one in each
            if one.id in stored
        ]
        checked.append(
            Checked(statement, _in_order(matches, all_matches=all_matches)[:limit])
        )
    return checked


def _related(
    engine: Engine,
    statements: Sequence[StatementRecord],
    compared: Sequence[Iterable[int]],
    stored: Mapping[int, Stored],
) -> Iterator[dict[int, Decision]]:
    """The decisions of each statement by the id of its partner."""
    partners = [[pk for pk in each if pk in stored] for each in compared]
    found = iter(
        engine.relate_many(
            (statement, stored[pk].record)
            for statement, each in zip(statements, partners, strict=True)
            for pk in each
        )
    )
    for each in partners:
        yield dict(zip(each, islice(found, len(each)), strict=True))


def _listed(
    engine: Engine,
    statements: Sequence[StatementRecord],
    shelf: Shelf,
    exclude_article: int | None,
    limit: int,
) -> list[list[Listed]]:
    own = set() if exclude_article is None else {exclude_article}
    newest = UNDATED if all(s.published for s in statements) else shelf.newest_week()
    found = shelf.candidates_many(
        [engine.probe_keys(statement, newest) for statement in statements],
        excluded=[own] * len(statements),
        limit=limit,
    )
    sketches = {
        s.id: s for s in shelf.sketches({pk for each in found for pk, _ in each})
    }
    likeliest = [_articles(each, sketches) for each in found]
    printed: dict[int, list[Sketch]] = defaultdict(list)
    for sketch in shelf.siblings(own.union(*likeliest)):
        printed[sketch.article].append(sketch)
        sketches.setdefault(sketch.id, sketch)
    texts = [statement.lemmas for statement in statements]
    texts += [sketch.lemmas for article in own for sketch in printed[article]]
    story = words(chain.from_iterable(texts))
    pool = Pool(list(sketches.values()))
    listed = []
    for statement, each, articles in zip(statements, found, likeliest, strict=True):
        ids = dict.fromkeys(pk for pk, _ in each if pk in sketches)
        ids |= dict.fromkeys(s.id for article in articles for s in printed[article])
        listed.append(pool.shortlist(statement, story, list(ids)))
    return listed


def _articles(ranked: Ranked, sketches: Mapping[int, Sketch]) -> list[int]:
    found = (sketches[pk].article for pk, _ in ranked if pk in sketches)
    return list(dict.fromkeys(found))[:MOST_ARTICLES]


def _in_order(matches: Sequence[Match], *, all_matches: bool) -> tuple[Match, ...]:
    related = [m for m in matches if m.decision.relation != Relation.NONE]
    related.sort(key=lambda m: -m.decision.score)
    rest = [m for m in matches if m.decision.relation == Relation.NONE]
    return (*related, *rest) if all_matches else tuple(related)
