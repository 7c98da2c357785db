"""Open claims are counted by an index alone: it holds what they are counted by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_search")]
    operations = [
        migrations.RemoveIndex(model_name="claim", name="claim_queue"),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                models.F("state"),
                models.OrderBy(models.F("priority"), descending=True),
                models.F("id"),
                models.F("finding"),
                condition=models.Q(("merged_into__isnull", True)),
                name="claim_queue",
            ),
        ),
    ]
