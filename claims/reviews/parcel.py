"""A row as JSON and back, for the job that takes it in. PURE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from claims.reviews.types import Review, Row

NAMES = tuple(each.name for each in fields(Review))
DAYS = ("published", "claimed")
NUMBERS = ("value", "best", "worst")
LISTS = ("claimants", "appearances")


def row_pack(row: Row) -> dict[str, Any]:
    """The row, JSON-ready."""
    told = asdict(row)
    if row.review is not None:
        review = {name: getattr(row.review, name) for name in NAMES}
        for name in (*DAYS, *NUMBERS):
            review[name] = None if review[name] is None else str(review[name])
        told["review"] = review
    return told


def row_unpack(told: Mapping[str, Any]) -> Row:
    """The row that was packed."""
    review = told["review"]
    if review is not None:
        values = {name: review[name] for name in NAMES}
        for name in DAYS:
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        for name in NUMBERS:
            values[name] = None if values[name] is None else Decimal(values[name])
        for name in LISTS:
            values[name] = tuple(values[name])
        review = Review(**values)
    return Row(told["path"], review, told["where"], told["reason"])
