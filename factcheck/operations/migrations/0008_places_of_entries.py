"""The place of each audit entry among those that have become visible, on PostgreSQL.

What was written before is in the order of its ids. The trigger of the table names the
columns that never change; this one is none of them.
"""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

PLACE = "UPDATE operations_auditentry SET position = id"


def place(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(PLACE)


class Migration(migrations.Migration):
    dependencies = [("operations", "0007_shared_cache")]

    operations = [
        migrations.AddField(
            "auditentry",
            "position",
            models.BigIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(place, migrations.RunPython.noop),
        migrations.AddIndex(
            "auditentry", models.Index(fields=["position"], name="audit_position")
        ),
        migrations.AddIndex(
            "auditentry",
            models.Index(
                fields=["id"],
                condition=models.Q(("position__isnull", True)),
                name="audit_unplaced",
            ),
        ),
    ]
