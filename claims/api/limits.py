"""How much may be sent and asked for, named in the OpenAPI document (`x-limits`).

Each is the setting or the constant that refuses what is beyond it, so the document
cannot say otherwise. How often may be asked differs from one installation to the next:
every answer tells it (`RateLimit-Limit`). A hook of drf-spectacular.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from claims.api.arrivals import ARTICLES_AT_ONCE, ARTICLES_HIGHEST
from claims.api.compare import COMPARED_CHARACTERS, COMPARED_SENTENCES
from claims.api.ratings import RATIONALE_CHARACTERS
from claims.services.comments import COMMENT_CHARACTERS
from claims.services.findings import DRAFT_CHARACTERS, DRAFT_SENTENCES
from claims.services.searches import MOST_SEARCHES
from factcheck.operations.api.filters import WORDS_CHARACTERS
from factcheck.operations.api.pages import MOST_ROWS, ROWS
from factcheck.operations.tokens import DEFAULT_LIFE, LONGEST_LIFE
from factcheck.operations.webhooks.services import MOST_WEBHOOKS
from sources.services import MAX_TEXT_CHARS


def limits() -> dict[str, int]:
    """By name: what is counted is its last word."""
    return {
        "request_body_bytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "article_text_characters": MAX_TEXT_CHARS,
        "articles_of_a_request_rows": ARTICLES_HIGHEST,
        "articles_answered_at_once_rows": ARTICLES_AT_ONCE,
        "draft_characters": DRAFT_CHARACTERS,
        "draft_sentences": DRAFT_SENTENCES,
        "compared_characters": COMPARED_CHARACTERS,
        "compared_sentences": COMPARED_SENTENCES,
        "rationale_characters": RATIONALE_CHARACTERS,
        "comment_characters": COMMENT_CHARACTERS,
        "search_words_characters": WORDS_CHARACTERS,
        "page_rows_default": ROWS,
        "page_rows_highest": MOST_ROWS,
        "saved_searches": MOST_SEARCHES,
        "webhooks": MOST_WEBHOOKS,
        "token_default_days": DEFAULT_LIFE.days,
        "token_longest_days": LONGEST_LIFE.days,
    }


def with_limits(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """The limits as a member of `info`."""
    result["info"]["x-limits"] = limits()
    return result
