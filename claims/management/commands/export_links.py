"""Every link as JSON lines on standard output."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from claims.exports.links import all_links, links_json
from claims.management.jsonlines import write_rows


class Command(BaseCommand):
    """One JSON object a link, by id. Spans of a statement count in its article's text,
    those of a facet in the statement's quote.
    """

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        write_rows(links_json(all_links()))
