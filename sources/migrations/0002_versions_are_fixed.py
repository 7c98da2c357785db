"""The text of an article as read once is never changed."""

from django.db import migrations

from factcheck.operations.models.append_only_trigger import append_only_trigger


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]
    operations = [append_only_trigger("sources_articleversion")]
