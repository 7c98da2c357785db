"""Whom a statement is compared with: its candidates, the likeliest first.

The store proposes by block keys, linkage.ranking orders the best of them. Articles are
linked in turn, as if each had come alone: of two that are linked together the later one
looks for the earlier. Statements of the same article have a small allowance of their
own, so that a long article does not crowd out what others print; partners linked
already are always compared again, else a link would come and go with the crowd around
it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from claims.facets.types import StatementRecord
from claims.linkage.ranking import Glances, likeliest
from claims.records import Stored, glance_of, load_glances
from claims.services.library import Library
from claims.store.candidates import CandidateStore, Ranked

if TYPE_CHECKING:
    from claims.engine import Engine

# Candidates of a statement whose records are loaded and ranked by likeness, of those
# that the keys propose: of 770 related public pairs 99.9% are among the first thirty.
LOADED = 30
# Of the comparisons that a statement may have (LinkageConfig.most_compared), those kept
# for statements of its own article.
WITHIN_ARTICLE = 4

Partners = dict[int, list[int]]


def find_partners(
    *,
    articles: Sequence[Mapping[int, Stored]],
    linked: Mapping[int, set[int]],
    engine: Engine,
    store: CandidateStore,
    library: Library,
) -> tuple[Partners, dict[int, Stored]]:
    """{statement id: partner ids}, and the records of all of them.

    articles: the statements of each, in turn; linked: the partners they are linked with
    already. A constant number of queries, however many statements there are.
    """
    mine = {pk: row for article in articles for pk, row in article.items()}
    proposed = _proposed(articles, engine, store)
    held = library.held({pk for ranked in proposed for pk, _ in ranked})
    glances = _glances(held | mine, proposed)
    seen = [
        glances.worth(pk, [other for other, _ in ranked])
        for pk, ranked in zip(mine, proposed, strict=True)
    ]
    wanted = set(chain(*seen, *linked.values()))
    records = held | mine | library.read(wanted - mine.keys() - held.keys())
    within: Partners = {}
    for article in articles:
        within |= _within(article, glances, engine)
    most = engine.config.most_compared
    partners = {}
    for (pk, row), others in zip(mine.items(), seen, strict=True):
        inside = within[pk]
        best = _likeliest(row.record, others, records, most - len(inside))
        again = (each for each in linked.get(pk, ()) if each in records)
        partners[pk] = sorted({*inside, *best, *again} - {pk})
    return partners, records


def _proposed(
    articles: Sequence[Mapping[int, Stored]], engine: Engine, store: CandidateStore
) -> list[Ranked]:
    """What the keys propose for every statement: none of its article or a later one.

    The statements of later articles that are new do not even count for the size of a
    block, so that what is found does not depend on what is linked together.
    """
    ids = [next(iter(article.values())).article_id for article in articles]
    probes: list[Collection[int]] = []
    excluded: list[Collection[int]] = []
    upto: list[int | None] = []
    for number, article in enumerate(articles):
        later = [pk for each in articles[number + 1 :] for pk in each]
        in_order = later and max(article) < min(later)
        probes += [engine.probe_keys(row.record) for row in article.values()]
        excluded += [frozenset(ids[number:])] * len(article)
        upto += [min(later) - 1 if in_order else None] * len(article)
    return store.candidates_many(probes, excluded=excluded, limit=LOADED, upto=upto)


def _glances(held: Mapping[int, Stored], proposed: Sequence[Ranked]) -> Glances:
    """The proposed statements and those whose records are at hand."""
    wanted = {pk for ranked in proposed for pk, _ in ranked}
    loaded = load_glances(wanted - held.keys())
    return Glances(loaded | {pk: glance_of(row.record) for pk, row in held.items()})


def _likeliest(
    statement: StatementRecord,
    others: Mapping[int, float],
    records: Mapping[int, Stored],
    most: int,
) -> list[int]:
    ids = sorted(others.keys() & records.keys())
    held = [records[other].record for other in ids]
    letters = [others[other] for other in ids]
    return [ids[n] for n in likeliest(statement, held, letters, most)]


def _within(
    statements: Mapping[int, Stored], glances: Glances, engine: Engine
) -> Partners:
    """Of each the WITHIN_ARTICLE that share most keys with it, if they are worded alike
    enough: an article speaks of one thing throughout.
    """
    filed = {pk: engine.block_keys(row.record) for pk, row in statements.items()}
    blocks: dict[int, list[int]] = defaultdict(list)
    for pk, keys in filed.items():
        for key in keys:
            blocks[key].append(pk)
    several = {key: block for key, block in blocks.items() if len(block) > 1}
    found: Partners = {}
    for pk, keys in filed.items():
        met = chain.from_iterable([several[key] for key in keys & several.keys()])
        shared = Counter(met)
        del shared[pk]
        most = sorted([(-number, other) for other, number in shared.items()])
        near = [other for _, other in most[:WITHIN_ARTICLE]]
        found[pk] = glances.worded_alike(pk, near)
    return found
