"""The queue's filters, read from its address. A value that means nothing is ignored."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import QueryDict

from claims.facets.types import Kind
from claims.selectors.queue import Finding, Only, Stage, Wanted
from factcheck.operations.ids import id_from

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

TEXT_CHARACTERS = 200
# Each word of the text is a condition of its own; more of them are no search.
WORDS = 8
_COUNTRY = re.compile(r"[A-Z]{2}")


def wanted_from(query: QueryDict) -> Wanted:
    """The filters that the address asks for.

    `relation`, `facet`, `state`, `outlet` (ids), `country` (two letters) and `only` may
    be there several times; `since`, `until` (days) and `q` (words) once.
    """
    return Wanted(
        findings=_known(query.getlist("relation"), Finding),
        kinds=_known(query.getlist("facet"), Kind),
        outlets=tuple(
            number for text in query.getlist("outlet") if (number := id_from(text))
        ),
        countries=tuple(
            code
            for code in dict.fromkeys(query.getlist("country"))
            if _COUNTRY.fullmatch(code)
        ),
        stages=_known(query.getlist("state"), Stage),
        only=_known(query.getlist("only"), Only),
        since=_day(query.get("since", "")),
        until=_day(query.get("until", "")),
        text=words_from(query.get("q", "")),
    )


def query_of(wanted: Wanted) -> str:
    """The address of these filters: the same filters always give the same words."""
    several = {
        "relation": wanted.findings,
        "facet": wanted.kinds,
        "state": wanted.stages,
        "outlet": wanted.outlets,
        "country": wanted.countries,
        "only": wanted.only,
    }
    pairs = [(name, str(value)) for name, values in several.items() for value in values]
    for name, value in (
        ("since", wanted.since),
        ("until", wanted.until),
        ("q", wanted.text),
    ):
        if value:
            pairs.append((name, str(value)))
    return urlencode(pairs)


def meaningless(query: QueryDict, *, beside: Iterable[str] = ()) -> list[str]:
    """What `wanted_from` leaves out of the address, as "name=value".

    beside  names that may stand there and are no filters
    """
    meant = QueryDict(query_of(wanted_from(query)))
    return [
        f"{name}={value}"
        for name, values in query.lists()
        for value in values
        if value
        and name not in beside
        # Words are cut and put together; all else comes back as it is.
        and (name not in meant if name == "q" else value not in meant.getlist(name))
    ]


def words_from(text: str) -> str:
    """The search words, without what no database stores and within bounds."""
    cleaned = text.replace("\x00", " ")[:TEXT_CHARACTERS]
    return " ".join(cleaned.split()[:WORDS])


def _known(values: Iterable[str], known: type[Enum]) -> tuple[str, ...]:
    words = {word.value for word in known}
    return tuple(value for value in dict.fromkeys(values) if value in words)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
