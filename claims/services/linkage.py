"""Links between statements, as a diff that never overrules an editor (SCHEMA rule 4).

Each statement is compared with its likeliest partners. New pairs are inserted, the
engine's columns of known ones updated and, where no editor has decided, copied to what
holds; pairs that no longer relate are deleted unless an editor decided them. Then the
claims around the changed links are clustered again and counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q

from claims.facets.types import Facet, Level
from claims.linkage.types import Decision, Relation
from claims.linkage.types import FacetComparison as Compared
from claims.models import By, FacetComparison, Link, Statement
from claims.models.choices import ROLE_CHARACTERS
from claims.models.link import NOT_STATED
from claims.records import Stored
from claims.services.clusters import recluster
from claims.services.following import conflicts_before, tell_new_conflicts
from claims.services.library import Library
from claims.services.partners import find_partners
from claims.services.refresh import claim_refresh
from claims.store.candidates import CandidateStore
from claims.store.locks import lock_linking

ROWS_A_QUERY = 500
# Articles whose candidates are looked up together; bounds the memory.
ARTICLES_AT_ONCE = 32
RULE_CHARACTERS = 100

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

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the engine says of a pair (a = low), stored or not."""

    decision: Decision
    same_article: bool

    @property
    def stands(self) -> bool:
        """Whether it is worth a link: related, and by more than silence.

        Within one article only a difference is: an article does not corroborate itself.
        """
        levels = {each.level for each in self.decision.comparisons}
        if self.decision.relation == Relation.NONE or levels <= {Level.UNKNOWN}:
            return False
        return (
            not self.same_article
            or self.decision.relation == Relation.CONFLICTS
            or Level.NAMING_VARIANT in levels
        )


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
) -> Linked:
    """Link the statements with all that is stored, cluster and count anew.

    also, also_claims: statements and claims that changed without being linked anew
    (they lost a partner or a member): they are clustered and counted with the rest.
    """
    lock_linking()
    known = _known_links(statement_ids)
    judged = _judge(
        statement_ids, known, engine, store or CandidateStore(), library or Library()
    )
    related = {pair: each for pair, each in judged.items() if each.stands}
    silent = {pair: judged[pair] for pair in known if pair in judged.keys() - related}
    decided = {pair for pair in silent if known[pair].by == By.EDITOR}
    _write(related | {pair: silent[pair] for pair in decided}, known, engine.version)
    _drop([known[pair].pk for pair in silent.keys() - decided])
    ends = {end for pair in known.keys() | related.keys() for end in pair}
    claims = recluster(
        statement_ids={*statement_ids, *ends, *also},
        density=engine.config.cluster_density,
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


def _judge(
    statement_ids: Collection[int],
    known: Iterable[Pair],
    engine: Engine,
    store: CandidateStore,
    library: Library,
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
        judged |= _relate([p for p in pairs if p not in judged], records, engine)
    return judged


def _relate(
    pairs: Sequence[Pair], records: Mapping[int, Stored], engine: Engine
) -> dict[Pair, Judged]:
    stored = [(records[low], records[high]) for low, high in pairs]
    decisions = engine.relate_many((low.record, high.record) for low, high in stored)
    return {
        pair: Judged(decision, same_article=low.article_id == high.article_id)
        for pair, decision, (low, high) in zip(pairs, decisions, stored, strict=True)
    }


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
        (_link(pair, judged[pair], version) for pair in sorted(judged)),
        update_conflicts=True,
        unique_fields=["low", "high"],
        update_fields=ENGINE_COLUMNS,
        batch_size=ROWS_A_QUERY,
    )
    old = [row for row in rows if (row.low_id, row.high_id) in known]
    _copy_to_effective(old)
    FacetComparison.objects.filter(link__in=old, by=By.ENGINE).delete()
    edited = {
        (row.link_id, *_place(row)): row
        for row in FacetComparison.objects.filter(link__in=old, by=By.EDITOR)
    }
    new = []
    for row in rows:
        for compared in judged[row.low_id, row.high_id].decision.comparisons:
            comparison = _comparison(row.pk, compared)
            over = edited.get((row.pk, *_place(comparison)))
            if over is None:
                new.append(comparison)
            elif over.engine_level != comparison.engine_level:
                FacetComparison.objects.filter(pk=over.pk).update(
                    engine_level=comparison.engine_level
                )
    # One comparison a place; the first is the one that extraction listed first.
    FacetComparison.objects.bulk_create(
        new, ignore_conflicts=True, batch_size=ROWS_A_QUERY
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


def _drop(ids: Collection[int]) -> None:
    """Delete links that no editor has decided, also not meanwhile."""
    if not ids:
        return
    # The UPDATE locks the rows: a decision under way now finds another revision.
    Link.objects.filter(pk__in=ids, by=By.ENGINE).update(revision=F("revision") + 1)
    rows = Link.objects.filter(pk__in=ids, by=By.ENGINE)
    FacetComparison.objects.filter(link__in=rows).delete()
    rows.delete()


def _link(pair: Pair, judged: Judged, version: str) -> Link:
    decision = judged.decision
    related = decision.relation != Relation.NONE
    return Link(
        low_id=pair[0],
        high_id=pair[1],
        direction=decision.direction,
        same_article=judged.same_article,
        engine_relation=decision.relation.value,
        engine_score=min(1.0, max(0.0, decision.score)) if related else None,
        engine_rule=decision.rule[:RULE_CHARACTERS],
        engine_reason=decision.reason,
        engine_version=version,
        relation=decision.relation.value,
    )


def _comparison(link: int, compared: Compared) -> FacetComparison:
    low, high = compared.a, compared.b
    return FacetComparison(
        link_id=link,
        kind=compared.kind.value,
        role=compared.role[:ROLE_CHARACTERS],
        engine_level=compared.level.value,
        level=compared.level.value,
        reason=compared.reason,
        **_side("low", low),
        **_side("high", high),
    )


def _side(name: str, facet: Facet | None) -> dict[str, int | str]:
    if facet is None:
        return {f"{name}_start": NOT_STATED, f"{name}_end": NOT_STATED}
    return {
        f"{name}_start": facet.start,
        f"{name}_end": facet.end,
        f"{name}_text": facet.text,
        f"{name}_value": facet.value,
    }


def _place(row: FacetComparison) -> tuple[str, str, int, int]:
    return row.kind, row.role, row.low_start, row.high_start
