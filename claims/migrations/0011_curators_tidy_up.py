"""Curators delete outlets to which nothing belongs, and take "not the same" back."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CURATE = (("sources", "delete_outlet"), ("claims", "delete_nameapart"))
ROLES = ("curator", "administrator")


def grant(apps, schema_editor):
    # Permissions are made after all migrations have run; these are needed now.
    for label in ("sources", "claims"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(
            config, verbosity=0, apps=apps, using=schema_editor.connection.alias
        )
        config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    for role in ROLES:
        group = apps.get_model("auth", "Group").objects.get(name=role)
        for label, codename in CURATE:
            group.permissions.add(
                permissions.get(content_type__app_label=label, codename=codename)
            )


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0010_search_marks"),
        ("sources", "0002_versions_are_fixed"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
