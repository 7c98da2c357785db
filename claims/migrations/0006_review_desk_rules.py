"""Verdicts and comments are written once; what each role may do at the review desk."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from factcheck.operations.models.append_only_trigger import append_only_trigger

READ = ("view_verdict",)
EDIT = ("assign_claim", "comment_claim")
ROLES = {
    "reader": READ,
    "editor": READ + EDIT,
    "senior_editor": READ + EDIT,
    "curator": READ + EDIT,
    "administrator": READ + EDIT,
}
# All but those that Verdict.changeable names.
VERDICT_FIXED = (
    "claim_id",
    "round",
    "seq",
    "editor_id",
    "label",
    "value",
    "text",
    "reasons",
    "decided",
    "evidence",
    "card",
    "at",
)


def grant(apps, schema_editor):
    # Permissions are made after all migrations have run; these are needed now.
    config = apps.get_app_config("claims")
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
                content_type__app_label="claims", codename__in=codenames
            )
        )


class Migration(migrations.Migration):
    dependencies = [("claims", "0005_review_desk")]
    operations = [
        append_only_trigger("claims_verdict", [f'"{column}"' for column in VERDICT_FIXED]),
        append_only_trigger("claims_comment"),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
