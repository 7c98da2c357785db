"""What has changed, for programs that follow: entries one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from claims.selectors.entries import entries_visible_to
from claims.selectors.history import KINDS, PERSONAL, Line, lines_of
from factcheck.operations.models import AuditEntry
from sources.models import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.operations.models import User


def changes_visible_to(user: User, *, people: bool) -> QuerySet[AuditEntry]:
    """The entries that history pages show to the user, and those of their own acts.

    people  whether the user may read the history of accounts and tokens
    What somebody keeps for themselves (a saved search) is on no history page.
    """
    shown = [
        model._meta.label_lower
        for kind, model in KINDS.items()
        if people or kind not in PERSONAL
    ]
    mine = Q(actor__isnull=False, actor=user.pk)
    visible = entries_visible_to(user).filter(Q(target_type__in=shown) | mine)
    return visible.select_related("actor", "undone_by")


def told(entries: Sequence[AuditEntry]) -> list[Line]:
    """The entries as a history page words them; nothing of withdrawn articles."""
    articles = {
        int(entry.target_id)
        for entry in entries
        if entry.target_type == Article._meta.label_lower
    }
    gone = set(
        Article.objects.filter(pk__in=articles, withdrawn_at__isnull=False).values_list(
            "pk", flat=True
        )
    )
    return [
        replace(line, changes=())
        if line.kind == "article" and int(line.entry.target_id) in gone
        else line
        for line in lines_of(entries, "")
    ]
