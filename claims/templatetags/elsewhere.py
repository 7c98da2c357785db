"""What other fact-checkers say: the section of a claim's page, a rating's number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import template

from claims.models import Claim, OutsideVerdict
from claims.permissions import may_decide
from claims.selectors.outside import (
    blind_to_elsewhere,
    outside_verdicts_of,
    scale_of,
)

register = template.Library()


@dataclass(frozen=True, slots=True)
class Number:
    """A rating's number as the page writes it; ends: whether its scale is known."""

    value: str
    worst: str = ""
    best: str = ""

    @property
    def ends(self) -> bool:
        return bool(self.worst)


@register.simple_tag
def scale(verdict: OutsideVerdict) -> Number | None:
    """The number on the publisher's own scale; None where there is none."""
    found = scale_of(verdict)
    if found is None:
        return None
    ends = [_plain(end) for end in found.ends or ()]
    return Number(_plain(found.value), *ends)


@register.inclusion_tag("claims/_elsewhere.html", takes_context=True)
def elsewhere(context: template.Context, claim: Claim) -> dict[str, Any]:
    """What others say, once that can sway nobody; before it, that it is held back."""
    user = context["user"]
    return {
        "verdicts": outside_verdicts_of(user, claim),
        "blind": blind_to_elsewhere(user, claim),
        "may_decide": may_decide(user),
    }


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
