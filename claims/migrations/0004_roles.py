"""What each role may do, as operations.roles said when this migration was written."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

READ = (
    "claims.view_attributionhop",
    "claims.view_claim",
    "claims.view_claimmember",
    "claims.view_facetcomparison",
    "claims.view_link",
    "claims.view_name",
    "claims.view_nameapart",
    "claims.view_namevariant",
    "claims.view_origin",
    "claims.view_processingrun",
    "claims.view_rating",
    "claims.view_statement",
    "claims.view_statementfacet",
    "sources.view_article",
    "sources.view_articleversion",
    "sources.view_outlet",
    "sources.view_outletalias",
    "sources.view_publisherfamily",
)
EDIT = (
    "claims.change_claim",
    "claims.change_statement",
    "claims.decide_link",
    "claims.rate_claim",
    "sources.add_article",
    "sources.change_article",
)
ADJUDICATE = (
    "claims.adjudicate_claim",
    "operations.view_auditentry",
)
CURATE = (
    "claims.add_name",
    "claims.add_nameapart",
    "claims.add_namevariant",
    "claims.change_name",
    "claims.change_namevariant",
    "claims.change_origin",
    "operations.view_auditentry",
    "sources.add_outlet",
    "sources.add_outletalias",
    "sources.add_publisherfamily",
    "sources.change_outlet",
    "sources.change_outletalias",
    "sources.change_publisherfamily",
    "sources.delete_outletalias",
    "sources.withdraw_article",
)
ADMINISTER = (
    "auth.view_group",
    "operations.add_token",
    "operations.add_user",
    "operations.change_user",
    "operations.delete_token",
    "operations.view_token",
    "operations.view_user",
)
ROLES = {
    "reader": READ,
    "editor": READ + EDIT,
    "senior_editor": READ + EDIT + ADJUDICATE,
    "curator": READ + EDIT + CURATE,
    "administrator": READ + EDIT + ADJUDICATE + CURATE + ADMINISTER,
}
APPS = ("auth", "operations", "sources", "claims")


def grant(apps, schema_editor):
    # Permissions are made after all migrations have run; these are needed now.
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(
            config, verbosity=0, apps=apps, using=schema_editor.connection.alias
        )
        config.models_module = None
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    ids = {
        f"{app}.{codename}": pk
        for pk, app, codename in permission_model.objects.values_list(
            "id", "content_type__app_label", "codename"
        )
    }
    for role, words in ROLES.items():
        group = group_model.objects.get(name=role)
        group.permissions.add(*(ids[word] for word in words))


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0002_roles_and_trigger"),
        ("sources", "0002_versions_are_fixed"),
        ("claims", "0003_ratings_are_fixed"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
