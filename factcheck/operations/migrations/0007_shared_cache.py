"""The table of the cache that all processes share, without a step by hand."""

from django.core.management import call_command
from django.db import migrations

TABLE = "shared_cache"


def make(apps, schema_editor):
    call_command(
        "createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0
    )


class Migration(migrations.Migration):
    dependencies = [("operations", "0006_who_sees_jobs")]
    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
        migrations.RunSQL(
            migrations.RunSQL.noop, reverse_sql=f"DROP TABLE IF EXISTS {TABLE}"
        ),
    ]
