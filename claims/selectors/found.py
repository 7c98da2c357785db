"""What a search finds, ready to be shown: a page of hits, the counts of all kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F

from claims.models import Claim, ClaimMember, Statement
from claims.selectors.snippets import Piece, snippet
from claims.store.search import MOST_COUNTED, Corpus, Hits, count_hits, search
from sources.models import Article

if TYPE_CHECKING:
    from claims.store.query import Query

HITS_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One hit. claim, article: where it leads; pieces: the words around the marks."""

    pieces: tuple[Piece, ...]
    claim: Claim | None = None
    article: Article | None = None
    statement: int | None = None
    headline: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """One page of one kind. counts by kind, as words; beyond the most there is a +.

    newest  only the newest of what matches was looked through
    """

    rows: tuple[Found, ...]
    counts: dict[str, str]
    number: int
    page: int
    pages: int
    newest: bool


def results(query: Query, corpus: Corpus, page: int) -> Results:
    """The page (from 1; one that is not there is the nearest) in a bounded number of
    queries. Pages end with what is counted.
    """
    hits = search(corpus, query, limit=HITS_A_PAGE, offset=(page - 1) * HITS_A_PAGE)
    reachable = min(hits.number, MOST_COUNTED)
    pages = max(1, -(-reachable // HITS_A_PAGE))
    if page > pages:
        return results(query, corpus, pages)
    counts = {
        kind.value: as_words(hits.number if kind == corpus else count_hits(kind, query))
        for kind in Corpus
    }
    rows = _rows(query, corpus, hits)
    return Results(rows, counts, reachable, page, pages, hits.newest)


def as_words(number: int) -> str:
    """A count, or that there are more than are counted."""
    return f"{MOST_COUNTED:,}+" if number > MOST_COUNTED else str(number)


def _rows(query: Query, corpus: Corpus, hits: Hits) -> tuple[Found, ...]:
    load = {
        Corpus.CLAIMS: _claims,
        Corpus.STATEMENTS: _statements,
        Corpus.ARTICLES: _articles,
    }[corpus]
    rows = load(query, hits.ids)
    return tuple(rows[pk] for pk in hits.ids if pk in rows)


def _claims(query: Query, ids: tuple[int, ...]) -> dict[int, Found]:
    members = (
        ClaimMember.objects.filter(
            claim__in=ids,
            state=ClaimMember.State.IN,
            statement__state=Statement.State.PRINTED,
            statement__hidden_by=None,
            statement__article__withdrawn_at=None,
        )
        .order_by("claim_id", "statement_id")
        .values_list("claim_id", "statement__quote")
    )
    best: dict[int, tuple[Piece, ...]] = {}
    for claim, quote in members:
        pieces = snippet(quote, query)
        if claim not in best or _marks(pieces) > _marks(best[claim]):
            best[claim] = pieces
    return {
        pk: Found(
            claim=claim,
            headline=snippet(claim.title, query),
            pieces=best.get(pk, ()),
        )
        for pk, claim in Claim.objects.in_bulk(ids).items()
    }


def _statements(query: Query, ids: tuple[int, ...]) -> dict[int, Found]:
    rows = Statement.objects.filter(pk__in=ids).select_related("article__outlet")
    homes = dict(
        ClaimMember.objects.filter(
            statement__in=ids, state=ClaimMember.State.IN, claim__merged_into=None
        )
        .exclude(claim__finding="")
        .order_by("-claim_id")
        .values_list("statement_id", "claim_id")
    )
    claims = Claim.objects.in_bulk(set(homes.values()))
    return {
        row.pk: Found(
            pieces=snippet(row.quote, query),
            article=row.article,
            statement=row.pk,
            claim=claims.get(homes.get(row.pk, 0)),
        )
        for row in rows
    }


def _articles(query: Query, ids: tuple[int, ...]) -> dict[int, Found]:
    rows = (
        Article.objects.filter(pk__in=ids)
        .select_related("outlet")
        .annotate(text=F("current_version__text"))
    )
    return {
        row.pk: Found(
            article=row,
            headline=snippet(row.title, query),
            pieces=snippet(row.text or "", query),
        )
        for row in rows
    }


def _marks(pieces: tuple[Piece, ...]) -> int:
    return sum(piece.marked for piece in pieces)
