"""The comments on a claim, as far as somebody may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.models import Claim, Comment
from claims.selectors.ratings import comments_visible_to, sees_all, standings

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from factcheck.operations.models import User


def comments_of(user: User | AnonymousUser, claim: Claim) -> QuerySet[Comment]:
    """Those that the user may see, of every round, newest first, with their authors."""
    visible = comments_visible_to(user, claim).select_related("author")
    return visible.order_by("-pk")


def blind_to_comments(user: User | AnonymousUser, claim: Claim) -> bool:
    """Whether others' comments of this round are held back until the user has rated."""
    return not sees_all(user) and not standings(user, [claim.pk])[claim.pk].rated
