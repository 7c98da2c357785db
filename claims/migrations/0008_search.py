"""Full-text indexes over claims, statements and articles."""

from django.db import migrations

from claims.store.search_index import search_index


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0007_queue_order"),
        ("sources", "0002_versions_are_fixed"),
    ]
    operations = [search_index()]
