"""The shapes of parsing: what was read, and why something was not. PURE."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Refused(Exception):
    """An input that is not stored. `reason` is a phrase for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Precision(StrEnum):
    """How exactly the time of publication is known."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    NONE = "none"


class PublishedBy(StrEnum):
    """Who says when it was published, in order of authority, weakest first."""

    INFERRED = "inferred"
    PAGE = "page"
    GIVEN = "given"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as exactly as its source says and no exacter.

    day      local day at the outlet; for a month its first day; None when not known
    at       the moment in UTC; only with precision minute
    utc_offset_minutes  of the outlet's clock at that moment; only with precision minute
    """

    day: date | None = None
    at: datetime | None = None
    utc_offset_minutes: int | None = None
    precision: Precision = Precision.NONE
    by: PublishedBy = PublishedBy.GIVEN

    @property
    def is_known(self) -> bool:
        return self.precision is not Precision.NONE


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """The fields of one row of a manifest or of a .jsonl file, checked and trimmed.

    published stays as printed: whether it lies in the future depends on the present.
    file names the text of a manifest row; text and html are a .jsonl row's content.
    """

    external_id: str = ""
    file: str = ""
    outlet: str = ""
    country: str = ""
    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    translated_from: str = ""
    published: str = ""
    published_inferred: bool = False
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved web page says of itself.

    text has one blank line between blocks, the headline first. url is the address that
    the page calls its own, "" when it names none that is an address.
    """

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    sitename: str = ""
    url: str = ""
    language: str = ""
    published: Published = field(default_factory=Published)


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article as it will be stored.

    external_id is unique in the database; id_is_given is false where it was made from a
    file's name or from the content, so that the address may tell better which article
    this is. outlet is a name or a domain as printed, "" when only the address can tell.
    language_is_given: the source says it; else it was told from the words.
    """

    external_id: str
    text: str
    text_hash: str
    id_is_given: bool = True
    outlet: str = ""
    country: str = ""
    url: str = ""
    url_hash: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    language_is_given: bool = False
    translated_from: str = ""
    published: Published = field(default_factory=Published)
