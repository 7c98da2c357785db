"""What stands around a claim: its comments, whether one follows it, what is new."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import template
from django.core.paginator import Paginator
from django.utils.html import escape, linebreaks
from django.utils.safestring import mark_safe

from claims.forms.comments import CommentForm
from claims.models import Follow
from claims.permissions import may_comment
from claims.selectors.comments import blind_to_comments, comments_of
from claims.selectors.notices import COUNTED, unread_number
from claims.services.comments import ENDS, MENTION, mentioned_in

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from claims.models import Claim

register = template.Library()

COMMENTS_A_PAGE = 50


@register.inclusion_tag("claims/_comments.html", takes_context=True)
def comments(
    context: template.Context, claim: Claim, form: CommentForm | None = None
) -> dict[str, Any]:
    """The comments that the reader may see, and the form for a new one."""
    user, request = context["user"], context["request"]
    page = Paginator(comments_of(user, claim), COMMENTS_A_PAGE).get_page(
        request.GET.get("page")
    )
    allowed = may_comment(user)
    mentioned = mentioned_in("\n".join(each.body for each in page))
    return {
        "claim": claim,
        "page": page,
        "mentioned": {each.username.lower() for each in mentioned},
        "form": form or CommentForm(),
        "may_comment": allowed,
        "blind": allowed and blind_to_comments(user, claim),
        "request": request,
        "user": user,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag(takes_context=True)
def comments_number(context: template.Context, claim: Claim) -> int:
    """How many comments the reader may see."""
    return comments_of(context["user"], claim).order_by().count()


@register.inclusion_tag("claims/_follow.html", takes_context=True)
def follow_button(context: template.Context, claim: Claim) -> dict[str, Any]:
    """Follow, or follow no longer; nothing for who may not."""
    user = context["user"]
    allowed = may_comment(user)
    return {
        "claim": claim,
        "allowed": allowed,
        "follows": allowed and Follow.objects.filter(user=user, claim=claim).exists(),
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag(takes_context=True)
def unread(context: template.Context) -> str:
    """The number of unread notices: empty for none, "99+" for more than that."""
    user = context.get("user")
    if not user or not user.is_authenticated:
        return ""
    number = unread_number(user)
    return f"{COUNTED}+" if number > COUNTED else str(number or "")


@register.filter
def said(body: str, mentioned: Collection[str]) -> SafeString:
    """A comment in paragraphs, everything escaped; who is mentioned stands out."""

    def marked(found: re.Match[str]) -> str:
        known = {found[1].lower(), found[1].lower().rstrip(ENDS)} & set(mentioned)
        return f"<strong>{found[0]}</strong>" if known else found[0]

    return mark_safe(linebreaks(mark_safe(MENTION.sub(marked, escape(body)))))
