"""What is written about outlets and articles; the way into parsing for `claims`."""

from sources.parsing.limits import MAX_TEXT_CHARS
from sources.parsing.types import ParsedArticle, Published, Refused
from sources.selectors import Status
from sources.services.aliases import alias_value
from sources.services.articles import By, Stored, article_check, article_store
from sources.services.intake import Reading, inputs_count, inputs_read
from sources.services.language import identify_language
from sources.services.outlets import OutletResolved, outlet_resolve
from sources.services.parcel import parsed_pack, parsed_unpack
from sources.services.publication import (
    day_of,
    draft_published,
    published_correct,
)
from sources.services.submission import SUBMISSION_FIELDS, submission_parse
from sources.services.withdrawal import (
    WITHDRAWN_REASON_CHARACTERS,
    article_restore,
    article_withdraw,
)

__all__ = [
    "MAX_TEXT_CHARS",
    "SUBMISSION_FIELDS",
    "WITHDRAWN_REASON_CHARACTERS",
    "By",
    "OutletResolved",
    "ParsedArticle",
    "Published",
    "Reading",
    "Refused",
    "Status",
    "Stored",
    "alias_value",
    "article_check",
    "article_restore",
    "article_store",
    "article_withdraw",
    "day_of",
    "draft_published",
    "identify_language",
    "inputs_count",
    "inputs_read",
    "outlet_resolve",
    "parsed_pack",
    "parsed_unpack",
    "published_correct",
    "submission_parse",
]
