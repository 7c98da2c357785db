"""The secret that a webhook had before signs for a while as well."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("operations", "0009_webhooks_in_turn")]

    operations = [
        migrations.AddField(
            "webhook",
            "old_secret",
            models.CharField(blank=True, default="", editable=False, max_length=128),
            preserve_default=False,
        ),
        migrations.AddField(
            "webhook",
            "old_secret_until",
            models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
