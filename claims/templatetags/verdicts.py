"""What the page of a claim tells of its verdict, and the way to deciding on it."""

from __future__ import annotations

from typing import Any

from django import template

from claims.forms.rating import SCALE
from claims.models import Claim
from claims.permissions import may_adjudicate
from claims.selectors.verdicts import public_verdict, question_of, verdict_told

register = template.Library()


@register.inclusion_tag("claims/_verdict.html", takes_context=True)
def verdict(context: template.Context, claim: Claim) -> dict[str, Any]:
    """The newest verdict, the reader's own rating beside it, and why a round began."""
    user = context["user"]
    inside = user.is_authenticated
    # What is not in print, and why a round began, stays in the house.
    told = verdict_told(user, claim) if inside else None
    return {
        "claim": claim,
        "told": told,
        "question": question_of(claim) if inside else "",
        "public": public_verdict(claim.pk) is not None if told else False,
        "scale": SCALE,
        "may_adjudicate": may_adjudicate(user),
    }
