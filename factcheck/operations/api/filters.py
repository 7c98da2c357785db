"""Query parameters of lists: an unknown one is refused, and every value has bounds.

A parameter that is silently ignored answers a misspelt question with everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django_filters import rest_framework as filters

from factcheck.operations.ids import LARGEST_ID

if TYPE_CHECKING:
    from django.forms.utils import ErrorDict

PAGING = frozenset({"page", "page_size"})
UNKNOWN = ValidationError("There is no such parameter.", code="unknown")

# Characters of a text that is looked for: no title of the demo or of a news feed has
# more, and the search costs as much as the text is long.
WORDS_CHARACTERS = 200


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


class WordsFilter(filters.CharFilter):
    """A text to look for."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=WORDS_CHARACTERS, **options)


class Filters(filters.FilterSet):
    """Refuses parameters that it does not know."""

    def is_valid(self) -> bool:
        """Whether every parameter is known and has a value that it may have."""
        return super().is_valid() and not self._unknown()

    @property
    def errors(self) -> ErrorDict:
        """The complaints by parameter."""
        found = super().errors
        for name in self._unknown():
            found[name] = self.form.error_class([UNKNOWN])
        return found

    def _unknown(self) -> list[str]:
        return sorted(set(self.data) - set(self.filters) - PAGING)
