"""Who may do what in claims: one predicate an act, asked by page, API, admin, service.

A predicate takes a user (also an anonymous one) and answers; `require` turns a no into
PermissionDenied. What a role may do stands in operations.roles.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from factcheck.operations.models import User

Person = User | AnonymousUser
Predicate = Callable[[Person], bool]


def may_rate(user: Person) -> bool:
    """Judge how consistent the reports on a claim are."""
    return user.has_perm("claims.rate_claim")


def may_decide(user: Person) -> bool:
    """Confirm or reject a link, change its relation."""
    return user.has_perm("claims.decide_link")


def may_edit_claim(user: Person) -> bool:
    """Title, merge and split claims."""
    return user.has_perm("claims.change_claim")


def may_edit_statement(user: Person) -> bool:
    """Hide a statement, correct its facets or its speaker."""
    return user.has_perm("claims.change_statement")


def may_adjudicate(user: Person) -> bool:
    """Decide a disputed claim; also see all ratings before giving one's own."""
    return user.has_perm("claims.adjudicate_claim")


def may_assign(user: Person) -> bool:
    """Ask an editor, or oneself, to rate a claim by a day."""
    return user.has_perm("claims.assign_claim")


def may_comment(user: Person) -> bool:
    """Comment on a claim and follow it."""
    return user.has_perm("claims.comment_claim")


def may_import(user: Person) -> bool:
    """Add an article by paste, file or API."""
    return user.has_perm("sources.add_article")


def may_correct_article(user: Person) -> bool:
    """Correct the publication date of an article."""
    return user.has_perm("sources.change_article")


def may_withdraw(user: Person) -> bool:
    """Withdraw an article with a reason."""
    return user.has_perm("sources.withdraw_article")


def may_curate(user: Person) -> bool:
    """Look after outlets, families, aliases and names."""
    return user.has_perm("sources.change_outlet") and user.has_perm(
        "claims.change_name"
    )


def may_read_audit(user: Person) -> bool:
    """See who did what."""
    return user.has_perm("operations.view_auditentry")


def may_read_history(user: Person) -> bool:
    """See who did what to claims, links, statements, articles, outlets and names."""
    return user.has_perm("claims.change_claim")


def may_read_people(user: Person) -> bool:
    """See who did what to accounts and tokens."""
    return user.has_perm("operations.view_user")


def require(allowed: Predicate, user: Person) -> None:
    """Raise PermissionDenied, naming the act, unless the user may do it."""
    if not allowed(user):
        act = allowed.__name__.removeprefix("may_").replace("_", " ")
        raise PermissionDenied(f"You may not {act}.")
