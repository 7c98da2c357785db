"""A rating is added, never changed."""

from django.db import migrations

from factcheck.operations.models.append_only_trigger import append_only_trigger


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_initial")]
    operations = [append_only_trigger("claims_rating")]
