"""Ids of rows as they come from outside: in an address, in a query, in a form."""

from __future__ import annotations

from django.urls.converters import IntConverter

# The largest that either database holds. SQLite fails on a larger one in a query.
LARGEST_ID = 2**63 - 1


class IdConverter(IntConverter):
    """`<id:pk>`: as `<int:pk>`, but a number that no row can have leads nowhere."""

    def to_python(self, value: str) -> int:
        """Raises ValueError, which Django takes for an address that is not there."""
        number = id_from(value)
        if number is None:
            raise ValueError(value)
        return number


def id_from(text: str) -> int | None:
    """A row's id, or None where the text is none."""
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(LARGEST_ID)):
        return None
    number = int(text)
    return number if number <= LARGEST_ID else None
