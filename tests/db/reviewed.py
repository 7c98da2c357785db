"""How tests take in verdicts from elsewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from claims.models import OutsideVerdict
from claims.reviews import Row, read_document
from claims.services.outside import Taken, outside_take
from tests.db.fakes import ENGINE

if TYPE_CHECKING:
    from factcheck.operations.models import User

LATEST = date(2031, 5, 20)


def rows(*reviews: dict[str, Any]) -> list[Row]:
    whole = [
        {
            "@type": "ClaimReview",
            "url": "https://checks.example/mill",
            "author": "Quay Checks",
            "reviewRating": "False",
            **review,
        }
        for review in reviews
    ]
    return read_document(whole, latest=LATEST)


def take(actor: User, *reviews: dict[str, Any]) -> list[Taken]:
    return outside_take(rows=rows(*reviews), engine=ENGINE, actor=actor)


def taken(actor: User, claimed: str, **more: Any) -> OutsideVerdict:
    (one,) = take(actor, {"claimReviewed": claimed, **more})
    return OutsideVerdict.objects.get(pk=one.verdict)
