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
from factcheck.operations.audit import Act, audit_many
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
    """The number of conflicts of each of the claims."""
    rows = Claim.objects.filter(pk__in=claims).order_by()
    return dict(rows.values_list("pk", "conflicts"))


def tell_new_conflicts(before: Mapping[int, int]) -> int:
    """Note claims that have more conflicts than before; of how many.

    The engine found them: the entries have no actor. Their followers are told. Costs
    one query when nothing grew.
    """
    if not before:
        return 0
    now = Claim.objects.filter(pk__in=before, conflicts__gt=0, merged_into=None)
    grown = [
        claim
        for claim in now.only("pk", "conflicts").order_by("pk")
        if claim.conflicts > before[claim.pk]
    ]
    acts = [
        Act(
            claim,
            before={"conflicts": before[claim.pk]},
            after={"conflicts": claim.conflicts},
        )
        for claim in grown
    ]
    entries = audit_many(verb="claim.conflict", acts=acts) if acts else []
    followed = set(
        Follow.objects.filter(claim__in=[claim.pk for claim in grown])
        .order_by()
        .values_list("claim_id", flat=True)
    )
    for claim, entry in zip(grown, entries, strict=True):
        if claim.pk in followed:
            tell_followers(entry=entry, claims=[claim.pk])
    return len(grown)
