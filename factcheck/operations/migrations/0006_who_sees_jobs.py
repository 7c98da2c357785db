"""Who looks after the newsroom sees the jobs of everybody."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("curator", "administrator")


def grant(apps, schema_editor):
    # Permissions are made after all migrations have run; this one is needed now.
    config = apps.get_app_config("operations")
    config.models_module = True
    create_permissions(
        config, verbosity=0, apps=apps, using=schema_editor.connection.alias
    )
    config.models_module = None
    permission = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="operations", codename="view_job"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0005_webhook_permissions"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
