"""Full-text search for people over claims, statements and articles, on both databases.

Linking never comes here (see candidates): what this costs grows with the number of
statements that hold a word. Hits are ranked by bm25 on SQLite and by ts_rank on
PostgreSQL; the order differs a little, what is found does not. Of words that stand
nearly everywhere the newest hits are looked through alone, and the pages say so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from claims.models import ClaimMember, ClaimOutlet
from claims.store.query import Query, Term
from claims.store.search_index import (
    ARTICLE_TITLE,
    CLAIM_TITLE,
    STATEMENT_QUOTE,
    VERSION_TEXT,
    Indexed,
)

# Hits that are counted; beyond it people narrow the search instead of reading on.
MOST_COUNTED = 1000
# Rows of an index that are ranked, or lead to claims: the newest that match. A word
# that all hold took (busy machine) with 300,000 statements in 100,000 claims on SQLite
# 14 s to rank, now 1 s, and 27 s to count the filters of the queue by, now 3 s; with
# 180,000 in 60,000 on PostgreSQL 3 s, now 1 s, and 57 s, now 2.4 s.
NEWEST = 5_000


class Corpus(StrEnum):
    """What is looked through."""

    CLAIMS = "claims"
    STATEMENTS = "statements"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Hits:
    """ids: of one page, the best first; number: of all, at most MOST_COUNTED + 1.

    newest  more than NEWEST rows of an index match: older ones were left out
    """

    ids: tuple[int, ...] = ()
    number: int = 0
    newest: bool = False


# Which indexes a corpus is found by.
SEARCHED = {
    Corpus.CLAIMS: (CLAIM_TITLE, STATEMENT_QUOTE),
    Corpus.STATEMENTS: (STATEMENT_QUOTE,),
    Corpus.ARTICLES: (ARTICLE_TITLE, VERSION_TEXT),
}

SQLITE_MATCHING = "SELECT f.rowid AS row_id FROM {fts} AS f WHERE f.{fts} MATCH %s"
SQLITE_HITS = """SELECT f.rowid AS row_id, f.rank AS score FROM {fts} AS f
WHERE f.{fts} MATCH %s ORDER BY f.rowid DESC LIMIT {newest}"""
POSTGRESQL_MATCHING = """SELECT t.id AS row_id FROM {table} AS t
WHERE t.search @@ %s::tsquery"""
# ts_rank counts every hit alike: the very words are asked for once more.
POSTGRESQL_HITS = """SELECT t.id AS row_id,
-4 * ts_rank(t.search, replace(%s, ':*', '')::tsquery)
- ts_rank(t.search, %s::tsquery) AS score
FROM (SELECT id, search FROM {table} WHERE search @@ %s::tsquery
    ORDER BY id DESC LIMIT {newest}) AS t"""

# Of each corpus (id, score), lower is better, of what everybody may read.
STATEMENTS = """SELECT s.id AS id, h.score AS score FROM ({quote}) AS h
JOIN claims_statement AS s ON s.id = h.row_id
JOIN sources_article AS a ON a.id = s.article_id
WHERE s.state = 'printed' AND s.hidden_by_id IS NULL AND a.withdrawn_at IS NULL"""
CLAIMS = """SELECT c.id AS id, MIN(h.score) AS score FROM (
    SELECT t.row_id AS claim_id, t.score AS score FROM ({title}) AS t
    UNION ALL
    SELECT m.claim_id, q.score FROM ({statements}) AS q
    JOIN claims_claimmember AS m ON m.statement_id = q.id AND m.state = 'in'
) AS h JOIN claims_claim AS c ON c.id = h.claim_id
WHERE c.merged_into_id IS NULL AND (c.finding <> '' OR c.touched_at IS NOT NULL)
GROUP BY c.id"""
ARTICLES = """SELECT a.id AS id, MIN(h.score) AS score FROM (
    SELECT t.row_id AS article_id, t.score AS score FROM ({headline}) AS t
    UNION ALL
    SELECT v.article_id, x.score FROM ({text}) AS x
    JOIN sources_articleversion AS v ON v.id = x.row_id
    JOIN sources_article AS o ON o.current_version_id = v.id
) AS h JOIN sources_article AS a ON a.id = h.article_id
WHERE a.withdrawn_at IS NULL
GROUP BY a.id"""


def search(corpus: Corpus, query: Query, *, limit: int, offset: int = 0) -> Hits:
    """A page of what is found, and how many there are. Three queries."""
    if not query:
        return Hits()
    found, params = _found(corpus, query)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM ({found}) AS r LIMIT %s) AS n",
            [*params, MOST_COUNTED + 1],
        )
        number = int(cursor.fetchone()[0])
        cursor.execute(
            f"SELECT r.id FROM ({found}) AS r ORDER BY r.score, r.id DESC "
            "LIMIT %s OFFSET %s",
            [*params, limit, offset],
        )
        ids = tuple(row[0] for row in cursor.fetchall())
    return Hits(ids, number, _beyond(SEARCHED[corpus], query))


def count_hits(corpus: Corpus, query: Query) -> int:
    """How many there are, at most MOST_COUNTED + 1."""
    if not query:
        return 0
    found, params = _found(corpus, query)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM ({found}) AS r LIMIT %s) AS n",
            [*params, MOST_COUNTED + 1],
        )
        return int(cursor.fetchone()[0])


def newest_alone(query: Query) -> bool:
    """Whether `claims_mentioning` leaves out claims because too many match."""
    return len(query.groups) == 1 and _beyond(SEARCHED[Corpus.CLAIMS], query)


def _beyond(indexes: Sequence[Indexed], query: Query) -> bool:
    """Whether more rows of one of the indexes match than are looked through."""
    counts = ", ".join(
        f"(SELECT COUNT(*) FROM (SELECT 1 FROM ({_matching(each)}) AS hit "
        f"LIMIT {NEWEST + 1}) AS matching)"
        for each in indexes
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", [_compiled(query)] * len(indexes))
        return bool(max(cursor.fetchone()) > NEWEST)


def claims_mentioning(query: Query) -> Q:
    """A filter on Claim: every group of the query stands somewhere in it.

    In the title, in a statement, or in the name of an outlet that prints it; each group
    may stand elsewhere. Of a single group the newest rows that match are looked at; of
    several all are, or those of a common word would hide a rare one beside it. Claims
    of an outlet called so are all found.
    """
    if not query:
        return Q(pk__in=[])
    most = NEWEST if len(query.groups) == 1 else None
    wanted = Q()
    for group in query.groups:
        wanted &= _group_mentioned(group, most)
    return wanted


def statements_saying(query: Query, path: str = "pk") -> Q:
    """A filter: the statement, to whose id `path` leads, has the words in its quote."""
    return _one_of(path, STATEMENT_QUOTE, query)


def versions_saying(query: Query, path: str = "pk") -> Q:
    """The same for the text of a version of an article."""
    return _one_of(path, VERSION_TEXT, query)


def articles_about(query: Query) -> Q:
    """A filter on Article: the words stand in its title or in its latest text."""
    return _one_of("pk", ARTICLE_TITLE, query) | versions_saying(
        query, "current_version"
    )


def _one_of(path: str, indexed: Indexed, query: Query) -> Q:
    if not query:
        return Q(pk__in=[])
    return Q(**{f"{path}__in": _ids(indexed, _compiled(query))})


def _group_mentioned(group: tuple[Term, ...], most: int | None) -> Q:
    words = _compiled(Query((group,)))
    quoted = ClaimMember.objects.filter(
        state=ClaimMember.State.IN,
        statement__in=_ids(STATEMENT_QUOTE, words, most),
        statement__hidden_by=None,
        statement__article__withdrawn_at=None,
    ).order_by()
    named = Q(pk__in=[])
    for term in group:
        in_name = Q()
        for word in term.words:
            in_name &= Q(outlet__name__icontains=word)
        named |= in_name
    outlets = ClaimOutlet.objects.filter(named).order_by()
    titled = _ids(CLAIM_TITLE, words, most)
    parts: list[tuple[str, Sequence[Any]]] = [(titled.sql, titled.params)]
    for rows in (quoted, outlets):
        parts.append(rows.values("claim").query.sql_with_params())
    sql = _once(" UNION ".join(f"SELECT * FROM ({part}) AS part" for part, _ in parts))
    return Q(pk__in=RawSQL(sql, [each for _, params in parts for each in params]))


def _ids(indexed: Indexed, words: str, most: int | None = None) -> RawSQL:
    """The rows that match: all, or the newest `most`."""
    sql = _matching(indexed)
    if most is not None:
        sql += f" ORDER BY row_id DESC LIMIT {most}"
    return RawSQL(_once(sql), [words])


def _once(ids: str) -> str:
    """The same ids, found once.

    Where a table has no statistics yet, PostgreSQL otherwise joins them as a loop and
    searches anew for every claim: minutes for 2,000. SQLite finds such a list once.
    """
    if connection.vendor != "postgresql":
        return ids
    return f"WITH ids AS MATERIALIZED ({ids}) SELECT * FROM ids"


def _found(corpus: Corpus, query: Query) -> tuple[str, Sequence[Any]]:
    """The SQL of a corpus, and its parameters: the same words for each index."""
    statements = STATEMENTS.format(quote=_hits(STATEMENT_QUOTE))
    sql = {
        Corpus.STATEMENTS: statements,
        Corpus.CLAIMS: CLAIMS.format(title=_hits(CLAIM_TITLE), statements=statements),
        Corpus.ARTICLES: ARTICLES.format(
            headline=_hits(ARTICLE_TITLE), text=_hits(VERSION_TEXT)
        ),
    }[corpus]
    return sql, [_compiled(query)] * sql.count("%s")


def _hits(indexed: Indexed) -> str:
    """The newest rows that match, with their score."""
    sql = POSTGRESQL_HITS if connection.vendor == "postgresql" else SQLITE_HITS
    return sql.format(table=indexed.table, fts=indexed.fts, newest=NEWEST)


def _matching(indexed: Indexed) -> str:
    """All rows that match."""
    on_postgresql = connection.vendor == "postgresql"
    sql = POSTGRESQL_MATCHING if on_postgresql else SQLITE_MATCHING
    return sql.format(table=indexed.table, fts=indexed.fts)


def _compiled(query: Query) -> str:
    """The query in the language of the database. Words are letters and digits alone."""
    if connection.vendor == "postgresql":
        term_of, both, either = _tsquery, " & ", " | "
    else:
        term_of, both, either = _match, " AND ", " OR "
    return both.join(
        f"({either.join(term_of(term, either) for term in group)})"
        for group in query.groups
    )


def _match(term: Term, either: str) -> str:
    forms = []
    for words in _spelled(" ".join(term.words)):
        if term.ahead or not term.prefix:
            forms.append(f'"{words}"')
        if term.prefix:
            forms.append(f'"{words}" *')
    return either.join(forms)


def _spelled(words: str) -> tuple[str, ...]:
    """FTS5 takes letters as they come: some texts have Korean syllables in parts."""
    parts = unicodedata.normalize("NFD", words)
    in_parts = parts != words and not any(map(unicodedata.combining, parts))
    return (words, parts) if in_parts else (words,)


def _tsquery(term: Term, either: str) -> str:
    *first, last = (f"'{word}'" for word in term.words)
    exact = " <-> ".join((*first, last))
    begun = " <-> ".join((*first, f"{last}:*"))
    if not term.prefix:
        return f"({exact})"
    return f"({exact}){either}({begun})" if term.ahead else f"({begun})"
