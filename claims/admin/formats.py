"""CSV for spreadsheets: no cell of it is a formula, and it comes in as it went out.
JSON by its names: the package takes the values of an object in their order for columns.

Names of outlets and of people are what somebody has printed or sent in.
"""

from __future__ import annotations

import json
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


class JSON(base_formats.JSON):
    """A list of objects; one may leave out what another has."""

    def create_dataset(self, in_stream: str, **options: Any) -> Any:
        """The rows of a file. Raises ValueError where it is no list of objects."""
        rows = json.loads(in_stream)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ValueError("The file is no list of objects.")
        names = list(dict.fromkeys(name for row in rows for name in row))
        cells = [[row.get(name, "") for name in names] for row in rows]
        dataset = super().create_dataset("[]", **options)
        return _each(type(dataset)(*cells, headers=names), _stored)


def _is_formula(text: str) -> bool:
    """Also where it is marked already: so no mark of somebody else's is lost."""
    return text.lstrip(MARK).startswith(FORMULA)


def _marked(value: object) -> str:
    text = "" if value is None else str(value)
    return MARK + text if _is_formula(text) else text


def _stored(value: object) -> object:
    if isinstance(value, str) and "\0" in value:
        raise ValueError("A cell holds a NUL character.")
    return value


def _unmarked(value: object) -> str:
    text = str(_stored(value))
    return text.removeprefix(MARK) if _is_formula(text) else text


def _each(dataset: Any, change: Any) -> Any:
    rows = [[change(cell) for cell in row] for row in dataset]
    return type(dataset)(*rows, headers=dataset.headers)
