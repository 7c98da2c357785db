"""Links between statements, as a diff that never overrules an editor (SCHEMA rule 4).

Each statement is compared with its likeliest partners. New pairs are inserted, the
engine's columns of known ones updated and, where no editor has decided, copied to what
holds; pairs that no longer relate are deleted unless an editor decided them. Where an
editor has said how a facet compares, the pair is decided with that level
(linkage.overruled). Then the claims around the changed links are clustered again and
counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from claims.facets.types import StatementRecord
from claims.linkage.config import LinkageConfig as Config
from claims.linkage.overruled import (
    Levels,
    Place,
    at_places,
    comparisons_of,
    relate_overruled,
)
from claims.linkage.types import Decision
from claims.models import By, FacetComparison, Link, Statement
from claims.records import Stored
from claims.services.bearers import Bearers, bearers, one_bearer
from claims.services.clusters import recluster
from claims.services.following import conflicts_before, tell_new_conflicts
from claims.services.library import Library
from claims.services.link_rows import (
    COMPARISON_COLUMNS,
    Judged,
    Pair,
    comparison_columns,
    link_row,
    place_of_row,
)
from claims.services.partners import find_partners
from claims.services.refresh import claim_refresh
from claims.services.shifts import Shifts
from claims.store.candidates import CandidateStore
from claims.store.locks import lock_linking
from claims.store.rows import insert_rows

ROWS_A_QUERY = 500
# Articles whose candidates are looked up together; bounds the memory.
ARTICLES_AT_ONCE = 32

ENGINE_COLUMNS = (
    "same_article",
    "engine_relation",
    "engine_score",
    "engine_rule",
    "engine_reason",
    "engine_version",
)

if TYPE_CHECKING:
    from claims.engine import Engine

Edited = dict[Pair, dict[Place, str]]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking did; claims are the ids of those that were counted anew."""

    compared: frozenset[Pair] = frozenset()
    inserted: frozenset[Pair] = frozenset()
    kept: frozenset[Pair] = frozenset()
    dropped: frozenset[Pair] = frozenset()
    claims: frozenset[int] = frozenset()

    def counts(self, texts: Sequence[Collection[int]]) -> list[dict[str, int]]:
        """For ProcessingRun.counts of each text, given its statements.

        A pair of two of the texts counts for the later one, which found it.
        """
        place = {pk: number for number, ids in enumerate(texts) for pk in ids}
        found: list[dict[str, int]] = [
            {"compared": 0, "links": 0, "new_links": 0, "dropped_links": 0}
            for _ in texts
        ]
        for pairs, names in (
            (self.compared, ("compared",)),
            (self.inserted, ("links", "new_links")),
            (self.kept, ("links",)),
            (self.dropped, ("dropped_links",)),
        ):
            for low, high in pairs:
                for name in names:
                    found[max(place.get(low, 0), place.get(high, 0))][name] += 1
        return found


@transaction.atomic
def links_write(
    *,
    statement_ids: Collection[int],
    engine: Engine,
    store: CandidateStore | None = None,
    library: Library | None = None,
    also: Collection[int] = (),
    also_claims: Collection[int] = (),
    shifts: Shifts | None = None,
) -> Linked:
    """Link the statements with all that is stored, cluster and count anew.

    also, also_claims: statements and claims that changed without being linked anew
    (they lost a partner or a member): they are clustered and counted with the rest.
    shifts: as in recluster.
    """
    lock_linking()
    known = _known_links(statement_ids)
    edited = _edited(known)
    judged = _judge(
        statement_ids,
        known,
        engine,
        store or CandidateStore(),
        library or Library(),
        edited,
    )
    related = {pair: each for pair, each in judged.items() if each.stands}
    silent = {pair: judged[pair] for pair in known if pair in judged.keys() - related}
    decided = silent.keys() & edited.keys()
    _write(related | {pair: silent[pair] for pair in decided}, known, engine.version)
    _drop([known[pair].pk for pair in silent.keys() - decided])
    ends = {end for pair in known.keys() | related.keys() for end in pair}
    claims = recluster(
        statement_ids={*statement_ids, *ends, *also},
        density=engine.config.cluster_density,
        shifts=shifts,
    )
    concerned = claims | set(also_claims)
    before = conflicts_before(concerned)
    claim_refresh(concerned)
    tell_new_conflicts(before)
    return Linked(
        compared=frozenset(judged),
        inserted=frozenset(related.keys() - known.keys()),
        kept=frozenset(related.keys() & known.keys()),
        dropped=frozenset(silent.keys() - decided),
        claims=frozenset(claims),
    )


def _known_links(statement_ids: Collection[int]) -> dict[Pair, Link]:
    rows = Link.objects.filter(
        Q(low__in=statement_ids) | Q(high__in=statement_ids)
    ).only("low_id", "high_id", "by")
    return {(row.low_id, row.high_id): row for row in rows}


def _edited(known: Mapping[Pair, Link]) -> Edited:
    """The links on which an editor's word hangs, with the levels that editors gave."""
    found: Edited = {pair: {} for pair, row in known.items() if row.by == By.EDITOR}
    pairs = {row.pk: pair for pair, row in known.items()}
    for row in FacetComparison.objects.filter(link__in=pairs, by=By.EDITOR):
        found.setdefault(pairs[row.link_id], {})[place_of_row(row)] = row.level
    return found


def _judge(
    statement_ids: Collection[int],
    known: Iterable[Pair],
    engine: Engine,
    store: CandidateStore,
    library: Library,
    edited: Edited,
) -> dict[Pair, Judged]:
    """Every pair that is compared, each once, with the lower id first."""
    linked: dict[int, set[int]] = defaultdict(set)
    for low, high in known:
        linked[low].add(high)
        linked[high].add(low)
    # Partners that are printed no more keep their links as they were.
    comparable = _shown({end for pair in known for end in pair}).keys()
    judged: dict[Pair, Judged] = {}
    for articles in _by_article(statement_ids, library):
        partners, records = find_partners(
            articles=articles,
            linked={
                pk: linked[pk] & comparable
                for article in articles
                for pk in article
                if pk in linked
            },
            engine=engine,
            store=store,
            library=library,
        )
        pairs = {
            (min(pk, other), max(pk, other)): None
            for pk, others in partners.items()
            for other in others
        }
        new = [pair for pair in pairs if pair not in judged]
        judged |= _relate(new, records, engine, edited)
    return judged


def _relate(
    pairs: Sequence[Pair],
    records: Mapping[int, Stored],
    engine: Engine,
    edited: Edited,
) -> dict[Pair, Judged]:
    stored = [(records[low], records[high]) for low, high in pairs]
    decisions = engine.relate_many((low.record, high.record) for low, high in stored)
    judged = {
        pair: Judged(decision, same_article=low.article_id == high.article_id)
        for pair, decision, (low, high) in zip(pairs, decisions, stored, strict=True)
    }
    named = bearers()
    if not (named or edited):
        return judged
    for pair in judged:
        low, high = (records[end].record for end in pair)
        heard = named.speak_of(low.facets) and named.speak_of(high.facets)
        if pair in edited:
            judged[pair] = replace(
                judged[pair],
                decision=explained(judged[pair].decision, low, high, engine.config),
            )
        if heard or edited.get(pair):
            levels = edited.get(pair, {})
            decision = judged[pair].decision
            effective = _overruled(low, high, levels, named, engine.config)
            told = named.told(decision, effective) if heard else ()
            judged[pair] = replace(
                judged[pair],
                effective=one_bearer(decision, effective, told),
                heard=told,
            )
    return judged


def _overruled(
    low: StatementRecord,
    high: StatementRecord,
    levels: Levels,
    named: Bearers,
    config: Config,
) -> Decision:
    placed = at_places(levels)
    return relate_overruled(low, high, lambda c: placed(named.says(c)), config)


def explained(
    decision: Decision, low: StatementRecord, high: StatementRecord, config: Config
) -> Decision:
    """The decision with what can be compared, also where the engine relates nothing."""
    if decision.comparisons:
        return decision
    return replace(decision, comparisons=comparisons_of(low, high, config))


def _shown(statement_ids: Iterable[int]) -> dict[int, int]:
    """The article of each statement that readers see, article by article."""
    rows = Statement.objects.filter(
        pk__in=set(statement_ids),
        state=Statement.State.PRINTED,
        hidden_by=None,
        article__withdrawn_at=None,
    )
    return dict(rows.order_by("article_id", "pk").values_list("pk", "article_id"))


def _by_article(
    statement_ids: Collection[int], library: Library
) -> Iterator[list[dict[int, Stored]]]:
    """The statements of each article, so many articles at once."""
    shown = _shown(statement_ids)
    articles = [list(group) for _, group in groupby(shown, key=shown.__getitem__)]
    for at in range(0, len(articles), ARTICLES_AT_ONCE):
        part = articles[at : at + ARTICLES_AT_ONCE]
        stored = library.read([pk for article in part for pk in article])
        yield [{pk: stored[pk] for pk in article} for article in part]


def _write(
    judged: Mapping[Pair, Judged], known: Mapping[Pair, Link], version: str
) -> None:
    rows = Link.objects.bulk_create(
        (link_row(pair, judged[pair], version) for pair in sorted(judged)),
        update_conflicts=True,
        unique_fields=["low", "high"],
        update_fields=ENGINE_COLUMNS,
        batch_size=ROWS_A_QUERY,
    )
    old = [row for row in rows if _pair(row) in known]
    _copy_to_effective([row for row in old if not judged[_pair(row)].effective])
    _follow_editors(old, judged)
    FacetComparison.objects.filter(link__in=old, by=By.ENGINE).delete()
    edited = {
        (row.link_id, *place_of_row(row)): row
        for row in FacetComparison.objects.filter(link__in=old, by=By.EDITOR)
    }
    new = []
    for row in rows:
        for comparison in judged[_pair(row)].comparison_rows(row.pk):
            over = edited.get((row.pk, *place_of_row(comparison)))
            if over is None:
                new.append(comparison)
            elif over.engine_level != comparison.engine_level:
                FacetComparison.objects.filter(pk=over.pk).update(
                    engine_level=comparison.engine_level
                )
    # One comparison a place; the first is the one that extraction listed first.
    insert_rows(
        FacetComparison,
        COMPARISON_COLUMNS,
        (comparison_columns(row) for row in new),
        ignore_conflicts=True,
    )


def _copy_to_effective(rows: Iterable[Link]) -> None:
    """Where no editor has decided, what the engine says holds.

    The condition is in the UPDATE: a decision made meanwhile stays.
    """
    for direction in (-1, 0, 1):
        ids = [row.pk for row in rows if row.direction == direction]
        if ids:
            Link.objects.filter(pk__in=ids, by=By.ENGINE).exclude(
                relation=F("engine_relation"), direction=direction
            ).update(
                relation=F("engine_relation"),
                direction=direction,
                revision=F("revision") + 1,
            )


def _follow_editors(rows: Iterable[Link], judged: Mapping[Pair, Judged]) -> None:
    """Where editors gave levels, what follows from them holds; see above."""
    for row in rows:
        effective = judged[_pair(row)].effective
        if effective is not None:
            values = {
                "relation": effective.relation.value,
                "direction": effective.direction,
            }
            Link.objects.filter(pk=row.pk, by=By.ENGINE).exclude(**values).update(
                revision=F("revision") + 1, **values
            )


def _drop(ids: Collection[int]) -> None:
    """Delete links that no editor has decided, also not meanwhile."""
    if not ids:
        return
    # The UPDATE locks the rows: a decision under way now finds another revision.
    rows = Link.objects.filter(pk__in=ids, by=By.ENGINE).exclude(
        Exists(FacetComparison.objects.filter(link=OuterRef("pk"), by=By.EDITOR))
    )
    rows.update(revision=F("revision") + 1)
    FacetComparison.objects.filter(link__in=rows).delete()
    rows.delete()


def _pair(row: Link) -> Pair:
    return row.low_id, row.high_id
