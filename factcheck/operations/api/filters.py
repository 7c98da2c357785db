"""Query parameters of lists: an unknown one is refused, and every value has bounds.

A parameter that is silently ignored answers a misspelt question with everything.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django_filters import rest_framework as filters

from factcheck.operations.ids import LARGEST_ID

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.forms.utils import ErrorDict

# What every list takes beside its filters: pages, orders, fields and expand read them.
COMMON = frozenset({"cursor", "page_size", "count", "ordering", "fields", "expand"})
UNKNOWN = ValidationError("There is no such parameter.", code="unknown")
TWICE = ValidationError("Send it once: of several the last would count.", code="twice")

# Characters of a text that is looked for: no title of the demo or of a news feed has
# more, and the search costs as much as the text is long.
WORDS_CHARACTERS = 200
# A moment with microseconds and an offset has 32.
MOMENT_CHARACTERS = 40
# Nothing of ours happened before, nor will after.
YEARS = range(1900, 2200)
MOMENT = "A moment is written 2025-06-10T12:00:00Z, or with an offset."


class IntegerFilter(filters.NumberFilter):
    """A whole number from 0, in digits: one with an exponent ("1e999999999") would be
    written out before it is found to be too large.
    """

    field_class = forms.IntegerField

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=LARGEST_ID, **options)


class DayFilter(filters.DateFilter):
    """A day as 2025-06-10; "06/10/2025" is two days, by the reader's country."""

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **options)


class MomentFilter(filters.CharFilter):
    """A moment as 2025-06-10T12:00:00Z or with an offset, compared in UTC.

    Out of bounds is refused here: PostgreSQL's driver fails on a moment that is in the
    calendar of its offset and not in that of UTC.
    """

    field_class = forms.CharField

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=MOMENT_CHARACTERS, validators=[_moment], **options)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows on the side of the moment that `lookup_expr` says."""
        return super().filter(qs, moment_of(value) if value else value)


def moment_of(text: str) -> datetime:
    """A moment in UTC. Raises ValidationError, also for a local time without offset."""
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            raise ValidationError(MOMENT)
        found = found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValidationError(MOMENT) from error
    if found.year not in YEARS:
        raise ValidationError(MOMENT)
    return found


def _moment(text: str) -> None:
    moment_of(text)


class WordsFilter(filters.CharFilter):
    """A text to look for."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=WORDS_CHARACTERS, **options)


class Filters(filters.FilterSet):
    """Refuses parameters that it does not know."""

    def is_valid(self) -> bool:
        """Whether every parameter is known and has a value that it may have."""
        return super().is_valid() and not self._unknown() and not self._twice()

    @property
    def errors(self) -> ErrorDict:
        """The complaints by parameter."""
        found = super().errors
        for name in self._unknown():
            found[name] = self.form.error_class([UNKNOWN])
        for name in self._twice():
            found[name] = self.form.error_class([TWICE])
        return found

    def _unknown(self) -> list[str]:
        return sorted(set(self.data) - set(self.filters) - COMMON)

    def _twice(self) -> list[str]:
        data: Any = self.data  # a QueryDict
        return sorted(name for name, values in data.lists() if len(values) > 1)
