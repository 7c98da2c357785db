"""Who may have webhooks, and who looks after those of all."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDIT = ("add_webhook",)
ADMINISTER = ("change_webhook", "view_webhook", "view_webhookdelivery")
ROLES = {
    "editor": EDIT,
    "senior_editor": EDIT,
    "curator": EDIT,
    "administrator": EDIT + ADMINISTER,
}


def grant(apps, schema_editor):
    # Permissions are made after all migrations have run; these are needed now.
    config = apps.get_app_config("operations")
    config.models_module = True
    create_permissions(
        config, verbosity=0, apps=apps, using=schema_editor.connection.alias
    )
    config.models_module = None
    groups = apps.get_model("auth", "Group").objects
    permissions = apps.get_model("auth", "Permission").objects
    for role, codenames in ROLES.items():
        groups.get(name=role).permissions.add(
            *permissions.filter(
                content_type__app_label="operations", codename__in=codenames
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0004_jobs_webhooks_idempotency"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="webhook",
            options={
                "default_permissions": ("add", "change", "view"),
                "ordering": ["id"],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
