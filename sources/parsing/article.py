"""From what was read to the article as it will be stored. PURE.

Words given with the article (a row's field, an option) win over what the page says of
itself; what nobody says stays empty, except the language, which the text itself tells.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from sources.parsing.encoding import checked_text, decode_text
from sources.parsing.identity import canonical_url, name_key, text_hash, url_hash
from sources.parsing.limits import MAX_ID_CHARS, MAX_TEXT_CHARS
from sources.parsing.page import read_markup, read_page
from sources.parsing.published import parse_published
from sources.parsing.rows import one_line
from sources.parsing.types import (
    ArticleRow,
    Page,
    ParsedArticle,
    Published,
    PublishedBy,
    Refused,
)

# Text -> language code, or "" when the text does not tell. A model, so it is passed in.
Identify = Callable[[str], str]

# The language of a text that neither its source nor its words tell: the engine's own.
DEFAULT_LANGUAGE = "en"

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES = frozenset({".txt"})

# Hexadecimal digits of a content's hash in an identifier that was made from it.
MADE_ID_DIGITS = 16


def article_from_file(
    raw: bytes, *, row: ArticleRow, name: str, now: datetime, identify: Identify
) -> ParsedArticle:
    """The article in a .txt or .html file.

    name: the file's name; without its extension it is the default of external_id.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in PAGE_SUFFIXES:
        page = read_page(raw, now=now, url=canonical_url(row.url))
    elif suffix in TEXT_SUFFIXES:
        page = Page(text=decode_text(raw))
    else:
        raise Refused(f"neither .txt nor .html: {name}")
    return _assemble(
        row, page=page, default_id=PurePath(name).stem, now=now, identify=identify
    )


def article_from_row(
    row: ArticleRow, *, name: str, now: datetime, identify: Identify
) -> ParsedArticle:
    """The article in a row that carries its own text or markup.

    name: what the default of external_id begins with; the address completes it, or the
    text with its outlet (many print one agency's words), because the number of a line
    changes when a line is added.
    """
    if row.text.strip():
        page = Page(text=checked_text(row.text))
    elif row.html.strip():
        page = read_markup(row.html, now=now, url=canonical_url(row.url))
    else:
        raise Refused("empty text")
    address = url_hash(canonical_url(row.url) or page.url)
    printed = f"{name_key(row.outlet or page.sitename)}\n{page.text}"
    content = (address or text_hash(printed))[:MADE_ID_DIGITS]
    return _assemble(
        row, page=page, default_id=f"{name}-{content}", now=now, identify=identify
    )


def _assemble(
    row: ArticleRow, *, page: Page, default_id: str, now: datetime, identify: Identify
) -> ParsedArticle:
    if not any(character.isalnum() for character in page.text):
        raise Refused("empty text: not one word in it")
    if len(page.text) > MAX_TEXT_CHARS:
        raise Refused(f"text longer than {MAX_TEXT_CHARS} characters")
    external_id = one_line(row.external_id or default_id, "external_id", MAX_ID_CHARS)
    if not external_id:
        raise Refused("external_id: empty")
    url = canonical_url(row.url) or page.url
    language = row.language or page.language
    return ParsedArticle(
        external_id=external_id,
        id_is_given=bool(row.external_id),
        text=page.text,
        text_hash=text_hash(page.text),
        outlet=row.outlet or page.sitename,
        country=row.country,
        url=url,
        url_hash=url_hash(url),
        title=row.title or page.title,
        authors=row.authors or page.authors,
        language=language or identify(page.text) or DEFAULT_LANGUAGE,
        language_is_given=bool(language),
        translated_from=row.translated_from,
        published=_published(row, page=page, now=now),
    )


def _published(row: ArticleRow, *, page: Page, now: datetime) -> Published:
    if not row.published:
        return page.published if page.published.is_known else Published()
    published = parse_published(row.published, now=now)
    return replace(
        published,
        by=PublishedBy.INFERRED if row.published_inferred else PublishedBy.GIVEN,
    )
