"""What a review says, and what is wrong with one. PURE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any


class Unreadable(ValueError):
    """Nothing of the document can be read; the text says why."""


class Wrong(ValueError):
    """One review cannot be kept.

    where   the place in the review, as "reviewRating.ratingValue"
    reason  what is wrong there
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Review:
    """A claim that somebody elsewhere has judged.

    claim        what is claimed, in the reviewer's words
    url          of the review: http or https
    publisher    who judged; publisher_url may be empty
    published    local day of the review, where it is told
    rating       the judgement in the publisher's own words; may be empty
    value, best, worst   the same as a number of the publisher's own scale
    claimants    who claimed it; claimed: the day; appearances: addresses where it stood
    raw          the review as it was sent
    """

    claim: str
    url: str
    publisher: str
    publisher_url: str = ""
    published: date | None = None
    rating: str = ""
    value: Decimal | None = None
    best: Decimal | None = None
    worst: Decimal | None = None
    language: str = ""
    claimants: tuple[str, ...] = ()
    claimed: date | None = None
    appearances: tuple[str, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> str:
        """The same for the same claim on the same page, whatever else has changed.

        http and https, a slash at the end, upper case and white space do not count.
        """
        address = self.url.partition("://")[2].rstrip("/")
        claim = " ".join(self.claim.casefold().split())
        return sha256(f"{address}\n{claim}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """A review of a document.

    path    its place: "@graph[2]", "dataFeedElement[0].item[1]"; "" = the whole
    review  None where it cannot be kept: then where (from the start of the document)
            and reason say what is wrong
    """

    path: str
    review: Review | None = None
    where: str = ""
    reason: str = ""
