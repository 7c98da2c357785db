"""Who follows a claim, and who is told of what happens to it.

Following begins by the button, by commenting, by rating and by being assigned; it ends
by the button alone and begins anew with the next such act. Followers hear of an act by
one line in the service that does it, in its transaction:

    tell_followers(entry=entry, claims=[claim.pk])

What is blind to a follower is held back when the notices are shown (selectors.notices),
not here: a rating given later opens it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import transaction

from claims.models import Claim, Follow
from claims.permissions import may_comment, require
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.notices import notify

# What `permissions.may_adjudicate` asks, for many accounts at once.
ADJUDICATE = "claims.adjudicate_claim"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@transaction.atomic
def claim_follow(*, actor: User, claim: Claim) -> bool:
    """Follow a claim; whether the actor did not yet. Raises PermissionDenied."""
    require(may_comment, actor)
    return start_following(user=actor, claim=claim)


@transaction.atomic
def claim_unfollow(*, actor: User, claim: Claim) -> bool:
    """Follow a claim no longer; whether the actor did. Raises PermissionDenied."""
    require(may_comment, actor)
    gone, _rows = Follow.objects.filter(user=actor, claim=claim).delete()
    return bool(gone)


def start_following(*, user: User, claim: Claim) -> bool:
    """What commenting, rating and being assigned bring along; whether it is new."""
    _row, made = Follow.objects.get_or_create(user=user, claim=claim)
    return made


def tell_followers(*, entry: AuditEntry, claims: Collection[int]) -> int:
    """Tell who follows any of the claims of an entry; how many are told."""
    following = Follow.objects.filter(claim__in=claims).order_by()
    return notify(entry=entry, users=set(following.values_list("user_id", flat=True)))


def tell_senior_editors(*, entry: AuditEntry) -> int:
    """Tell who may adjudicate; how many are told."""
    seniors = User.objects.with_perm(ADJUDICATE, backend=BACKEND)
    return notify(entry=entry, users=set(seniors.values_list("pk", flat=True)))


def conflicts_before(claims: Collection[int]) -> dict[int, int]:
    """The number of conflicts of those of the claims that somebody follows."""
    followed = Claim.objects.filter(pk__in=claims, follows__isnull=False).order_by()
    return dict(followed.values_list("pk", "conflicts").distinct())


def tell_new_conflicts(before: Mapping[int, int]) -> int:
    """Tell followers of claims that have more conflicts than before; of how many.

    The engine found them: the entry has no actor. Costs one query when nothing grew.
    """
    if not before:
        return 0
    now = Claim.objects.filter(pk__in=before, merged_into=None).order_by("pk")
    grown = [claim for claim in now if claim.conflicts > before[claim.pk]]
    for claim in grown:
        entry = audit(
            actor=None,
            verb="claim.conflict",
            target=claim,
            before={"conflicts": before[claim.pk]},
            after={"conflicts": claim.conflicts},
        )
        tell_followers(entry=entry, claims=[claim.pk])
    return len(grown)
