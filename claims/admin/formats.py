"""CSV for spreadsheets: no cell of it is a formula, and it comes in as it went out.

Names of outlets and of people are what somebody has printed or sent in.
"""

from __future__ import annotations

from typing import Any

from import_export.formats import base_formats

from claims.exports.claims import FORMULA

MARK = "'"


class CSV(base_formats.CSV):
    """As the package has it, with a mark before what would be a formula."""

    def export_data(self, dataset: Any, **options: Any) -> str:
        """The file; dataset: the rows with their headers (tablib)."""
        text: str = super().export_data(_each(dataset, _marked), **options)
        return text

    def create_dataset(self, in_stream: str, **options: Any) -> Any:
        """The rows of a file, without the marks that export has set."""
        return _each(super().create_dataset(in_stream, **options), _unmarked)


def _is_formula(text: str) -> bool:
    """Also where it is marked already: so no mark of somebody else's is lost."""
    return text.lstrip(MARK).startswith(FORMULA)


def _marked(value: object) -> str:
    text = "" if value is None else str(value)
    return MARK + text if _is_formula(text) else text


def _unmarked(value: object) -> str:
    text = str(value)
    return text.removeprefix(MARK) if _is_formula(text) else text


def _each(dataset: Any, change: Any) -> Any:
    rows = [[change(cell) for cell in row] for row in dataset]
    return type(dataset)(*rows, headers=dataset.headers)
