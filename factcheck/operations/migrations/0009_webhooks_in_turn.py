"""A webhook is held by whoever sends to it; what is due is looked up by webhook."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("operations", "0008_places_of_entries")]

    operations = [
        migrations.AddField(
            "webhook",
            "held_until",
            models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.RemoveIndex("webhookdelivery", "delivery_due"),
        migrations.AddIndex(
            "webhookdelivery",
            models.Index(
                fields=["webhook", "next_at"],
                condition=models.Q(("state", "waiting")),
                name="delivery_due_by_webhook",
            ),
        ),
    ]
