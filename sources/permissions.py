"""Who may do what in sources: one predicate an act, asked by every service.

No actor is the shell: whoever runs a command on the machine may do anything there.
"""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied

from factcheck.operations.models import User

Predicate = Callable[[User], bool]


def may_add_article(user: User) -> bool:
    """Add an article by paste, file or API, and the outlet that it names."""
    return user.has_perm("sources.add_article")


def may_correct_article(user: User) -> bool:
    """Correct the publication date of an article."""
    return user.has_perm("sources.change_article")


def may_withdraw_article(user: User) -> bool:
    """Take an article out of sight with a reason, and show it again."""
    return user.has_perm("sources.withdraw_article")


def require(allowed: Predicate, actor: User | None) -> None:
    """Raise PermissionDenied, naming the act, unless the actor may do it."""
    if actor is not None and not allowed(actor):
        act = allowed.__name__.removeprefix("may_").replace("_", " ")
        raise PermissionDenied(f"You may not {act}.")
