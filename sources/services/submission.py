"""One article that a person or a program sends: the form's and the API's way in."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from sources.parsing.article import article_from_file, article_from_row
from sources.parsing.limits import MAX_FILE_BYTES
from sources.parsing.rows import parse_row
from sources.parsing.types import ParsedArticle, Refused
from sources.services.language import identify_language

# What an article that is sent in may tell of itself.
SUBMISSION_FIELDS = frozenset(
    {
        "external_id",
        "url",
        "outlet",
        "published",
        "title",
        "authors",
        "text",
        "html",
        "language",
        "translated_from",
    }
)
# What the identifier of an article without one begins with.
SUBMITTED = "submitted"


def submission_parse(
    *, fields: Mapping[str, object], file: bytes | None = None, file_name: str = ""
) -> ParsedArticle:
    """The article in a form's or a request's fields, by the rules of a .jsonl row.

    fields: as in a .jsonl row (external_id, url, outlet, published, title, text or
    html, language, translated_from); values that are empty do not count. file,
    file_name: an uploaded .txt or .html file instead of text and html. Raises Refused.
    """
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    try:
        line = json.dumps(given).encode()
    except (TypeError, ValueError) as error:
        raise Refused(_("a field is neither text, number nor list")) from error
    if max(len(line), len(file or b"")) > MAX_FILE_BYTES:
        most = f"{MAX_FILE_BYTES:,}"
        raise Refused(_("larger than %(most)s bytes") % {"most": most})
    row = parse_row(line)
    now = timezone.now()
    if file is None:
        return article_from_row(
            row, name=SUBMITTED, now=now, identify=identify_language
        )
    return article_from_file(
        file, row=row, name=file_name, now=now, identify=identify_language
    )
