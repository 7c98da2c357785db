"""The trigger that refuses UPDATE on an append-only table, for both databases."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps

SQLITE = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE {of} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
# 23000 is integrity_constraint_violation: the driver raises IntegrityError, as SQLite.
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION append_only_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23000';
END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE {of} ON {table}
FOR EACH ROW EXECUTE FUNCTION append_only_refuse()
"""


def append_only_trigger(table: str, columns: Sequence[str] = ()) -> RunPython:
    """A migration operation; `columns` are the fixed ones, none = all of them.

    A later migration that alters the table on SQLite builds it anew, without its
    trigger: it must end with this operation again.
    """
    of = f"OF {', '.join(columns)}" if columns else ""

    def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        drop(apps, schema_editor)
        if schema_editor.connection.vendor == "postgresql":
            # params=None: the text holds a percent sign.
            schema_editor.execute(POSTGRESQL_FUNCTION, params=None)
            schema_editor.execute(POSTGRESQL.format(table=table, of=of), params=None)
        else:
            schema_editor.execute(SQLITE.format(table=table, of=of), params=None)

    def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        on_table = (
            f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        )
        schema_editor.execute(
            f"DROP TRIGGER IF EXISTS {table}_append_only{on_table}", params=None
        )

    return RunPython(make, drop)
