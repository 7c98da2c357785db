"""Which audit entries somebody may see, on a history page, in the admin, in a feed.

An entry never holds a rating's value or a comment's words. That somebody has rated or
commented at all is blind as well, and so is that the ratings differ: such an entry
carries the round it belongs to in `after`, and is there for who has rated in it. An
entry about a verdict from elsewhere is there for who may see that verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from claims.models import OutsideVerdict, Rating
from claims.selectors.outside import outside_verdicts_known_to
from claims.selectors.ratings import sees_all
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User

# Verbs of entries whose target is the claim and whose `after` has its "round".
BLIND_VERBS = (
    "claim.rate",
    "claim.dispute",
    "claim.assignment_done",
    "claim.comment",
)
OUTSIDE = OutsideVerdict._meta.label_lower


def entries_visible_to(user: User | AnonymousUser) -> QuerySet[AuditEntry]:
    """The entries, without what would tell of ratings that are blind to the user.

    Who may read the audit at all is asked elsewhere (permissions.may_read_audit).
    """
    if sees_all(user):
        return AuditEntry.objects.all()
    # Numbers as text, never the other way: PostgreSQL may look at entries of other
    # verbs first, whose target is no number.
    own = Rating.objects.filter(editor=user.pk or 0).annotate(
        claim_text=Cast("claim_id", CharField()),
        round_text=Cast("round", CharField()),
    )
    rated = own.filter(
        claim_text=OuterRef("target_id"), round_text=OuterRef("after_round")
    )
    # `actor` may be null: NOT (null = me) would drop the rows of the engine.
    mine = Q(actor__isnull=False, actor=user.pk or 0)
    known = outside_verdicts_known_to(user).annotate(pk_text=Cast("pk", CharField()))
    elsewhere = known.filter(pk_text=OuterRef("target_id"))
    return AuditEntry.objects.annotate(
        after_round=KeyTextTransform("round", "after")
    ).filter(
        ~Q(verb__in=BLIND_VERBS) | mine | Exists(rated),
        ~Q(target_type=OUTSIDE) | mine | Exists(elsewhere),
    )
