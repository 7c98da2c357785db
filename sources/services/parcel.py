"""A parsed article as JSON and back: for work that another machine will do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sources.parsing.types import ParsedArticle, Precision, Published, PublishedBy


def parsed_pack(parsed: ParsedArticle) -> dict[str, Any]:
    """JSON-ready; `parsed_unpack` gives the same article."""
    columns = asdict(parsed)
    told = parsed.published
    columns["authors"] = list(parsed.authors)
    columns["published"] |= {
        "day": told.day.isoformat() if told.day else None,
        "at": told.at.isoformat() if told.at else None,
        "precision": str(told.precision),
        "by": str(told.by),
    }
    return columns


def parsed_unpack(columns: Mapping[str, Any]) -> ParsedArticle:
    """The article that `parsed_pack` was given."""
    told = columns["published"]
    published = Published(
        day=date.fromisoformat(told["day"]) if told["day"] else None,
        at=datetime.fromisoformat(told["at"]) if told["at"] else None,
        utc_offset_minutes=told["utc_offset_minutes"],
        precision=Precision(told["precision"]),
        by=PublishedBy(told["by"]),
    )
    parsed = ParsedArticle(**{**columns, "published": published})
    return replace(parsed, authors=tuple(parsed.authors))
