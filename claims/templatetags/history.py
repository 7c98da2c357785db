"""What was done a moment ago, where it can be taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django import template
from django.db.models import Exists, OuterRef
from django.utils import timezone

from claims.selectors.acts import phrase
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from typing import Any

register = template.Library()

# As long as the list still looks as it did; later the history of a claim has it.
OFFERED = timedelta(minutes=30)
DECIDING = ("bulk.confirm", "bulk.reject")


@register.simple_tag(takes_context=True)
def last_bulk(context: template.Context) -> AuditEntry | None:
    """The last decision of who asks on many claims at once, unless it is undone."""
    user: Any = context.get("user")
    if not (user and user.is_authenticated):
        return None
    under = AuditEntry.objects.filter(parent=OuterRef("pk"))
    entry = (
        AuditEntry.objects.filter(
            Exists(under),
            actor=user,
            verb__in=DECIDING,
            at__gte=timezone.now() - OFFERED,
        )
        .select_related("undone_by")
        .order_by("-pk")
        .first()
    )
    return entry if entry and not hasattr(entry, "undone_by") else None


register.filter("act", phrase)
