"""Who is asked to rate a claim, for a page that shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils import timezone

from claims.permissions import may_adjudicate, may_assign
from claims.selectors.news import mark_now
from claims.selectors.worklist import open_assignments, raters

if TYPE_CHECKING:
    from claims.models import Claim

register = template.Library()


@register.inclusion_tag("claims/_assigned.html", takes_context=True)
def assigned(context: template.Context, claim: Claim) -> dict[str, Any]:
    """The open assignments of a claim, and the form for another one."""
    user = context["request"].user
    allowed = may_assign(user)
    rows = open_assignments([claim.pk], user)
    return {
        "claim": claim,
        "user": user,
        "mark": mark_now() if user.is_authenticated else "",
        "csrf_token": context.get("csrf_token"),
        "today": timezone.localdate(),
        "may_assign": allowed and claim.state in ("open", "disputed"),
        "raters": raters() if allowed else [],
        "rows": [
            {
                "assignment": row,
                "mine": allowed
                and (
                    user.pk in (row.editor_id, row.by_whom_id) or may_adjudicate(user)
                ),
            }
            for row in rows
        ],
    }
