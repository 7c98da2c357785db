"""The full-text indexes of both databases: made, taken away, made anew.

Each index is over one column of one table and follows it by itself, whatever writes the
column. Nothing in it is a truth of its own, so it can be built anew at any time.

SQLite    an FTS5 table that keeps no text of its own, and three triggers. Rebuilding a
          table, as Django does to alter it, loses its triggers: a later migration that
          alters one of these tables must end with `search_index()` again.
PostgreSQL  a generated tsvector column that Django does not know of, with a GIN index.
          Configuration "simple": no stemming, no stop words, any language. First Latin
          letters lose their marks, as SQLite has it, and all but letters and digits
          become blanks, or the parser would make hosts, files and signed numbers of
          what newspapers print.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps


@dataclass(frozen=True, slots=True)
class Indexed:
    """A column that people search."""

    table: str
    column: str

    @property
    def fts(self) -> str:
        """The name of the FTS5 table."""
        return f"{self.table}_fts"


CLAIM_TITLE = Indexed("claims_claim", "title")
STATEMENT_QUOTE = Indexed("claims_statement", "quote")
ARTICLE_TITLE = Indexed("sources_article", "title")
VERSION_TEXT = Indexed("sources_articleversion", "text")
INDEXED = (CLAIM_TITLE, STATEMENT_QUOTE, ARTICLE_TITLE, VERSION_TEXT)

# Characters of a text that PostgreSQL indexes. A tsvector holds at most a megabyte; two
# hundred thousand characters of four bytes stay below it. The longest articles have a
# quarter of that.
CHARACTERS_INDEXED = 200_000

# Marks that a Latin letter carries, once it is taken apart (`store.query.fold`).
MARKS = r"([A-Za-z])[\u0300-\u036f]+"
# What is neither letter nor digit, as ranges of code points: independent of the locale.
BLANKS = (
    r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8"
    r"\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004"
    r"\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+"
)

SQLITE = (
    """CREATE VIRTUAL TABLE {fts} USING fts5({column}, content='{table}',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
    """CREATE TRIGGER {fts}_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {fts} (rowid, {column}) VALUES (new.id, new.{column}); END""",
    """CREATE TRIGGER {fts}_delete AFTER DELETE ON {table} BEGIN
    INSERT INTO {fts} ({fts}, rowid, {column}) VALUES ('delete', old.id, old.{column});
    END""",
    """CREATE TRIGGER {fts}_update AFTER UPDATE OF {column} ON {table}
    WHEN old.{column} IS NOT new.{column} BEGIN
    INSERT INTO {fts} ({fts}, rowid, {column}) VALUES ('delete', old.id, old.{column});
    INSERT INTO {fts} (rowid, {column}) VALUES (new.id, new.{column}); END""",
    "INSERT INTO {fts} ({fts}) VALUES ('rebuild')",
)
SQLITE_DROP = (
    "DROP TRIGGER IF EXISTS {fts}_insert",
    "DROP TRIGGER IF EXISTS {fts}_delete",
    "DROP TRIGGER IF EXISTS {fts}_update",
    "DROP TABLE IF EXISTS {fts}",
)
POSTGRESQL = (
    """ALTER TABLE {table} ADD COLUMN search tsvector GENERATED ALWAYS AS (
    to_tsvector('simple'::regconfig, regexp_replace(normalize(regexp_replace(normalize(
    left({column}, {characters}), NFD), '{marks}', '\\1', 'g'), NFC),
    '{blanks}', ' ', 'g'))) STORED""",
    "CREATE INDEX {table}_search ON {table} USING gin (search)",
)
POSTGRESQL_DROP = ("ALTER TABLE {table} DROP COLUMN IF EXISTS search",)


def make_indexes(connection: BaseDatabaseWrapper) -> None:
    """Build all of them anew from the tables, all or none."""
    on_postgresql = connection.vendor == "postgresql"
    with transaction.atomic(using=connection.alias):
        drop_indexes(connection)
        _each(connection, POSTGRESQL if on_postgresql else SQLITE)


def drop_indexes(connection: BaseDatabaseWrapper) -> None:
    """Take them away. Search fails then, everything else goes on."""
    on_postgresql = connection.vendor == "postgresql"
    if on_postgresql:
        with connection.cursor() as cursor:
            # What waits for the end of the transaction keeps a table as it is.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    _each(connection, POSTGRESQL_DROP if on_postgresql else SQLITE_DROP)


def search_index() -> RunPython:
    """A migration operation that makes the indexes."""

    def make(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        make_indexes(schema_editor.connection)

    def drop(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        drop_indexes(schema_editor.connection)

    return RunPython(make, drop)


def _each(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for indexed in INDEXED:
            for sql in statements:
                # Without parameters: nothing in it is a placeholder.
                cursor.execute(
                    sql.format(
                        table=indexed.table,
                        column=indexed.column,
                        fts=indexed.fts,
                        characters=CHARACTERS_INDEXED,
                        marks=MARKS,
                        blanks=BLANKS,
                    )
                )
