"""The five groups, and the trigger that keeps the audit append-only."""

from django.db import migrations

from factcheck.operations.models.append_only_trigger import append_only_trigger

ROLES = ("reader", "editor", "senior_editor", "curator", "administrator")

# Everything but dispatched_at.
FIXED = (
    "id",
    "at",
    "actor_id",
    "actor_name",
    "token_key",
    "request_id",
    "parent_id",
    "verb",
    "target_type",
    "target_id",
    "before",
    "after",
    "reason",
    "undoes_id",
)


def make_groups(apps, schema_editor):
    group_model = apps.get_model("auth", "Group")
    for name in ROLES:
        group_model.objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [
        append_only_trigger(
            "operations_auditentry", [f'"{column}"' for column in FIXED]
        ),
        migrations.RunPython(make_groups, migrations.RunPython.noop),
    ]
