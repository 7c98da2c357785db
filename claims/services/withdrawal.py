"""An article is withdrawn or restored, and what rests on its statements follows.

Its links stay stored and count no more; its claims are clustered and counted without
it. A claim that the engine named by its words gets another name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from claims.models import Statement
from claims.services.pipeline import process_version
from claims.services.settle import follow
from claims.services.statements import claims_with, forget_titles
from claims.store.locks import lock_linking
from sources.models import Article
from sources.services import article_restore, article_withdraw

if TYPE_CHECKING:
    from claims.engine import Engine
    from factcheck.operations.models import Token, User


@transaction.atomic
def withdraw(
    *,
    actor: User,
    article: Article,
    reason: str,
    engine: Engine,
    token: Token | None = None,
) -> None:
    """Take an article out of sight everywhere. Raises Refused, PermissionDenied."""
    lock_linking()
    article_withdraw(article=article, reason=reason, actor=actor, token=token)
    withdrawn_follow(article, engine=engine)


def restore(
    *,
    actor: User,
    article: Article,
    reason: str = "",
    engine: Engine,
    token: Token | None = None,
) -> None:
    """Show a withdrawn article again. Raises Refused, PermissionDenied.

    A text that came or an engine that changed meanwhile is read now.
    """
    with transaction.atomic():
        lock_linking()
        article_restore(article=article, reason=reason, actor=actor, token=token)
        withdrawn_follow(article, engine=engine)
    if article.current_version is not None:
        process_version(article.current_version, engine=engine)


def withdrawn_follow(article: Article, *, engine: Engine) -> None:
    """Links and claims around an article that was just withdrawn or restored."""
    rows = dict(Statement.objects.filter(article=article).values_list("pk", "quote"))
    claims = claims_with(list(rows))
    if article.withdrawn_at is not None:
        claims |= forget_titles(rows.values())
    follow(statement_ids=list(rows), engine=engine, also_claims=claims)
