"""An article is taken out of sight: a legal takedown, a wrong outlet, a double.

The row and its texts stay, so that it can be restored and is never imported again as
new; nobody is shown them. What rests on its statements is the caller's next step.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.operations.models import Token, User
from sources.models import Article
from sources.parsing.types import Refused
from sources.permissions import may_withdraw_article, require
from sources.services.articles import By, article_change

WITHDRAWN_REASON_CHARACTERS = 2_000


def article_withdraw(
    *, article: Article, reason: str, actor: User, token: Token | None = None
) -> None:
    """Withdraw an article. Raises Refused, PermissionDenied.

    reason: what the tombstone tells; needed.
    """
    require(may_withdraw_article, actor)
    reason = reason.strip()
    if not reason:
        raise Refused(_("a reason is needed: the page of the article shows it"))
    if len(reason) > WITHDRAWN_REASON_CHARACTERS:
        raise Refused(
            _("the reason is longer than %(most)d characters")
            % {"most": WITHDRAWN_REASON_CHARACTERS}
        )
    with transaction.atomic():
        current = Article.objects.get(pk=article.pk)
        if current.withdrawn_at is not None:
            raise Refused(_("the article is withdrawn already"))
        article_change(
            article=current,
            changes={"withdrawn_at": timezone.now(), "withdrawn_reason": reason},
            by=By(actor, token),
            verb="article.withdraw",
            reason=reason,
        )
    article.refresh_from_db()


def article_restore(
    *, article: Article, reason: str, actor: User, token: Token | None = None
) -> None:
    """Show a withdrawn article again. Raises Refused, PermissionDenied."""
    require(may_withdraw_article, actor)
    with transaction.atomic():
        current = Article.objects.get(pk=article.pk)
        if current.withdrawn_at is None:
            raise Refused(_("the article is not withdrawn"))
        article_change(
            article=current,
            changes={"withdrawn_at": None, "withdrawn_reason": ""},
            by=By(actor, token),
            verb="article.restore",
            reason=reason.strip(),
        )
    article.refresh_from_db()
