"""Words, addresses, days and numbers as they are found in the wild. PURE.

Each takes a value of the JSON and its path, and raises Wrong. "Nothing" is None, an
empty text, an empty list or an empty object.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from claims.reviews.limits import (
    ADDRESS_CHARACTERS,
    DECIMAL_DIGITS,
    FIRST_YEAR,
    WHOLE_DIGITS,
)
from claims.reviews.types import Wrong

Place = tuple[str, Any]

# A property is written plainly, or with one of the ways to name schema.org before it.
PREFIXES = ("", "schema:", "http://schema.org/", "https://schema.org/")
WRAPPED = ("@list", "@set")
NOTHING: tuple[Any, ...] = (None, "", [], {})

# Turn what is written after them around, or hide it: a name could pose as another.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:[.,][0-9]{1,40})?")
_NO_NUMBER = re.compile(r"[-+]?(?:nan|inf|infinity)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
# What a text must not have around or inside an address.
_NO_ADDRESS = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f\x7f]")
_SHOWN_CHARACTERS = 60


def prop(node: Mapping[str, Any], name: str) -> Any:
    """The value of a property, however it is prefixed; None without one."""
    for prefix in PREFIXES:
        value = node.get(prefix + name)
        if value not in NOTHING:
            return value
    return None


def types_of(node: Mapping[str, Any]) -> set[str]:
    """The types of an object, without prefixes."""
    given = node.get("@type", node.get("type"))
    named = given if isinstance(given, list) else [given]
    return {_bare(name) for name in named if isinstance(name, str)}


def _bare(name: str) -> str:
    return re.split(r"[:/#]", name)[-1]


def each(value: Any, path: str) -> Iterator[Place]:
    """The values of a list with their paths; one that stands alone is a list of one."""
    if isinstance(value, Mapping):
        for wrap in WRAPPED:
            if isinstance(value.get(wrap), list):
                yield from each(value[wrap], f"{path}.{wrap}")
                return
    if isinstance(value, list):
        for place, one in enumerate(value):
            if one not in NOTHING:
                yield f"{path}[{place}]", one
    elif value not in NOTHING:
        yield path, value


def words(value: Any, path: str, most: int) -> str:
    """A text on one line. Of several the first; a number is its digits."""
    for where, one in each(value, path):
        if isinstance(one, Mapping):
            one = one.get("@value")
        if one is None:
            continue
        if isinstance(one, bool) or not isinstance(one, str | int | float):
            raise Wrong(where, "no text")
        text = " ".join(_HIDDEN.sub("", str(one)).split())
        if len(text) > most:
            raise Wrong(where, f"longer than {most:,} characters")
        if text:
            return text
    return ""


def address(value: Any, path: str) -> str:
    """An address that begins with http:// or https://; "" for nothing."""
    for where, one in each(value, path):
        if isinstance(one, Mapping):
            one = one.get("@id") or prop(one, "url") or one.get("@value")
        if one is None:
            continue
        if isinstance(one, list):
            return address(one, where)
        if not isinstance(one, str):
            raise Wrong(where, "no address")
        if one.strip():
            return checked_address(one.strip(), where)
    return ""


def has_scheme(text: str) -> bool:
    """Whether it begins as an address does: a word and a colon."""
    return _SCHEME.match(text.strip()) is not None


def checked_address(text: str, path: str) -> str:
    """The address. Raises Wrong for one that no reader should be led to."""
    if len(text) > ADDRESS_CHARACTERS:
        raise Wrong(path, f"longer than {ADDRESS_CHARACTERS:,} characters")
    try:
        parts = urlsplit(text)
        host, inside = parts.hostname, parts.username is not None
    except ValueError:
        host, inside = None, False
    if not host or _NO_ADDRESS.search(text) or parts.scheme not in {"http", "https"}:
        shown = _HIDDEN.sub("", text)[:_SHOWN_CHARACTERS]
        raise Wrong(path, f"no address that begins with http:// or https://: {shown}")
    if inside:
        raise Wrong(path, "an address with a user name in it")
    return text


def day(value: Any, path: str, *, latest: date) -> date | None:
    """A day as ISO 8601 writes it, with or without a time; none later than `latest`."""
    text = words(value, path, ADDRESS_CHARACTERS)
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text).date()
    except ValueError:
        shown = text[:_SHOWN_CHARACTERS]
        raise Wrong(path, f"no day written as 2031-05-09: {shown}") from None
    if found.year < FIRST_YEAR:
        raise Wrong(path, f"before {FIRST_YEAR}: {found.isoformat()}")
    if found > latest:
        raise Wrong(path, f"in the future: {found.isoformat()}")
    return found


def number(value: Any, path: str) -> tuple[Decimal | None, str]:
    """A number; or, where words stand instead of one, those. (None, "") for nothing."""
    for where, one in each(value, path):
        if isinstance(one, Mapping):
            one = one.get("@value")
        if isinstance(one, bool) or not isinstance(one, str | int | float):
            raise Wrong(where, "no number")
        text = str(one).strip().removesuffix("%").strip()
        unlimited = isinstance(one, float) and not math.isfinite(one)
        if unlimited or _NO_NUMBER.fullmatch(text):
            raise Wrong(where, f"no finite number: {text}")
        if isinstance(one, float):
            return _bounded(Decimal(text), where), ""
        if _NUMBER.fullmatch(text):
            return _bounded(Decimal(text.replace(",", ".")), where), ""
        return None, text
    return None, ""


def _bounded(found: Decimal, path: str) -> Decimal:
    found = found.normalize()
    exponent = found.as_tuple().exponent
    assert isinstance(exponent, int)  # it is finite
    if found.adjusted() >= WHOLE_DIGITS or -exponent > DECIMAL_DIGITS:
        raise Wrong(
            path,
            f"more than {WHOLE_DIGITS} digits before the point or "
            f"{DECIMAL_DIGITS} after it",
        )
    return found


def language(value: Any, path: str) -> str:
    """A language code; "" where it is told in another way, or not at all."""
    for where, one in each(value, path):
        if isinstance(one, Mapping) and one.get("@value") is None:
            one = prop(one, "alternateName") or prop(one, "name")
        text = words(one, where, ADDRESS_CHARACTERS)
        if _LANGUAGE.fullmatch(text):
            return text.replace("_", "-")
    return ""
