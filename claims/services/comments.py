"""Comments on a claim, with mentions. They never count as disagreement."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from claims.models import Claim, Comment
from claims.permissions import may_comment, require
from claims.services.conflict import ConflictError
from claims.services.following import BACKEND, start_following
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User
from factcheck.operations.notices import notify

# A page of typing. What is longer belongs into a document that the comment links to.
COMMENT_CHARACTERS = 5000
# Names looked up in one comment; a longer list is a mailing, not a conversation.
MENTIONS_AT_MOST = 20
# What `permissions.may_comment` asks, for many accounts at once.
COMMENT = "claims.comment_claim"
# A user name as Django allows it, behind an @ that does not stand inside an address.
MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]{1,150})")
# May end a sentence as well as a name.
ENDS = ".-+@_"


@transaction.atomic
def claim_comment(
    *,
    actor: User,
    claim: Claim,
    body: str,
    token: Token | None = None,
    request_id: str = "",
) -> Comment:
    """Say something about a claim; who is mentioned (@name) is told.

    The author follows the claim from then on, and the claim is touched. The entry holds
    neither the words nor, to who has not rated the round, itself.
    Raises PermissionDenied; ValidationError for an empty body or one of more than
    COMMENT_CHARACTERS; ConflictError when the claim was merged.
    """
    require(may_comment, actor)
    body = body.replace("\x00", "").strip()
    _check(body)
    claim = Claim.objects.get(pk=claim.pk)
    if claim.merged_into_id is not None:
        raise ConflictError(
            _("This claim was merged into another."),
            {"merged_into": claim.merged_into_id},
        )
    comment = Comment.objects.create(
        claim=claim, round=claim.round, author=actor, body=body
    )
    Claim.objects.filter(pk=claim.pk, touched_at=None).update(touched_at=comment.at)
    start_following(user=actor, claim=claim)
    mentioned = [user for user in mentioned_in(body) if user.pk != actor.pk]
    entry = audit(
        actor=actor,
        verb="claim.comment",
        target=claim,
        after={
            "comment": comment.pk,
            "round": comment.round,
            "mentioned": sorted(user.pk for user in mentioned),
        },
        token=token,
        request_id=request_id,
    )
    notify(entry=entry, users=[user.pk for user in mentioned])
    return comment


def mentioned_in(body: str) -> list[User]:
    """Who is mentioned: active accounts that may comment, whatever the case.

    Punctuation that ends a sentence is not part of a name, unless the name has it.
    """
    written = [match.lower() for match in MENTION.findall(body)]
    names = {*written, *(name.rstrip(ENDS) for name in written)} - {""}
    known = (
        User.objects.with_perm(COMMENT, backend=BACKEND)
        .annotate(lower_name=Lower("username"))
        .filter(lower_name__in=sorted(names)[: 2 * MENTIONS_AT_MOST])
    )
    return list(known.order_by("pk")[:MENTIONS_AT_MOST])


def _check(body: str) -> None:
    if not body:
        raise ValidationError({"body": _("Write something first.")})
    if len(body) > COMMENT_CHARACTERS:
        raise ValidationError(
            {
                "body": _("At most %(most)d characters; this has %(length)d.")
                % {"most": COMMENT_CHARACTERS, "length": len(body)}
            }
        )
