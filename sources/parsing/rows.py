"""One line of a manifest or of a .jsonl file: bytes in, checked fields out. PURE.

A line that is not a JSON object, or whose field has another type than its name
promises, raises Refused with the field's name. Fields that we do not know are left
alone: exports of other systems carry many.
"""

import json
import re
from collections.abc import Mapping
from typing import cast

from sources.parsing.encoding import checked_text
from sources.parsing.limits import (
    MAX_AUTHORS,
    MAX_ID_CHARS,
    MAX_OUTLET_CHARS,
    MAX_TITLE_CHARS,
)
from sources.parsing.types import ArticleRow, Refused

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_COUNTRY = re.compile(r"[a-z]{2}", re.IGNORECASE)


def parse_row(line: bytes) -> ArticleRow:
    """The fields of one line. Raises Refused with the reason."""
    row = read_object(line)
    return ArticleRow(
        external_id=_identifier(row),
        file=_short(row, "file", MAX_TITLE_CHARS),
        outlet=_short(row, "outlet", MAX_OUTLET_CHARS),
        country=country_code(_short(row, "country", MAX_OUTLET_CHARS)),
        url=_short(row, "url", 2 * MAX_TITLE_CHARS),
        title=_short(row, "title", MAX_TITLE_CHARS),
        authors=_authors(row),
        language=language_code(_short(row, "language", MAX_OUTLET_CHARS), "language"),
        translated_from=language_code(
            _short(row, "translated_from", MAX_OUTLET_CHARS), "translated_from"
        ),
        published=_short(row, "published", MAX_OUTLET_CHARS),
        published_inferred=_flag(row, "published_inferred"),
        text=_long(row, "text"),
        html=_string(row, "html"),
    )


def read_object(line: bytes) -> Mapping[str, object]:
    """The JSON object in `line`; raises Refused for broken JSON or another type."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(
            f"unknown encoding: not UTF-8, see byte {error.start + 1}"
        ) from error
    except json.JSONDecodeError as error:
        raise Refused(f"broken JSON: {error.msg}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, thousands of brackets.
        raise Refused("broken JSON: nested too deep, or a number too long") from error
    if not isinstance(value, dict):
        raise Refused("not a JSON object")
    return cast("dict[str, object]", value)


def language_code(value: str, name: str = "language") -> str:
    """The language alone, in lower case: "en-GB" is "en". Raises Refused."""
    if not value:
        return ""
    match = _LANGUAGE.fullmatch(value)
    if match is None:
        raise Refused(f"{name}: {value[:40]!r} is no language code")
    return match[1].lower()


def country_code(value: str) -> str:
    """Two capital letters. Raises Refused."""
    if value and not _COUNTRY.fullmatch(value):
        raise Refused(f"country: {value[:40]!r} is no two-letter country code")
    return value.upper()


def one_line(value: str, name: str, limit: int) -> str:
    """A short field: white space folded. Raises Refused when longer than `limit`.

    Control characters are refused: names are printed to terminals, which obey them.
    """
    folded = " ".join(checked_text(value).split())
    if _CONTROL.search(folded):
        raise Refused(f"{name}: holds a control character")
    if len(folded) > limit:
        raise Refused(f"{name}: longer than {limit} characters")
    return folded


def _string(row: Mapping[str, object], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(f"{name}: not a text")
    return value


def _long(row: Mapping[str, object], name: str) -> str:
    return checked_text(_string(row, name))


def _short(row: Mapping[str, object], name: str, limit: int) -> str:
    return one_line(_string(row, name), name, limit)


def _flag(row: Mapping[str, object], name: str) -> bool:
    value = row.get(name, False)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise Refused(f"{name}: neither true nor false")


def _identifier(row: Mapping[str, object]) -> str:
    value = row.get("external_id")
    if isinstance(value, int) and not isinstance(value, bool):
        return one_line(str(value), "external_id", MAX_ID_CHARS)
    return _short(row, "external_id", MAX_ID_CHARS)


def _authors(row: Mapping[str, object]) -> tuple[str, ...]:
    value = row.get("authors")
    if isinstance(value, str) or value is None:
        value = [value or ""]
    if not isinstance(value, list) or len(value) > MAX_AUTHORS:
        raise Refused("authors: neither a text nor a short list of texts")
    names = [_short({"authors": name}, "authors", MAX_OUTLET_CHARS) for name in value]
    return tuple(name for name in names if name)
