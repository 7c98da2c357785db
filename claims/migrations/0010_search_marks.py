"""PostgreSQL folds every Latin letter with marks, as SQLite does."""

from django.db import migrations

from claims.store.search_index import search_index


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_counted_by_index")]
    operations = [search_index()]
