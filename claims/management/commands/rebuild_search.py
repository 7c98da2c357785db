"""Build the full-text indexes anew from the tables."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from claims.store.search_index import make_indexes


class Command(BaseCommand):
    """`manage.py rebuild_search`: after an interrupted upgrade, or to be sure."""

    help = "Build the full-text indexes of claims, statements and articles anew."

    def handle(self, *_args: Any, **_options: Any) -> None:
        make_indexes(connection)
        self.stdout.write("The full-text indexes are built anew.")
