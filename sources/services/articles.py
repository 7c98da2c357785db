"""Articles: stored once, versioned when their text changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User
from sources.models import Article, ArticleVersion, Outlet
from sources.parsing.types import ParsedArticle, Refused
from sources.permissions import may_add_article, require
from sources.selectors import (
    ArticleChanges,
    ArticlePlan,
    Status,
    article_plan,
    published_columns,
)
from sources.services.outlets import OutletResolved, outlet_resolve

# Two importers may bring the same article, or the same next version, at once: the loser
# sees the winner's rows the second time. The third is for a third importer.
ATTEMPTS = 3

# Columns whose change makes statements read differently: relative dates, analysed or
# not.
READ_AGAIN = frozenset({"published_date", "published_precision", "language"})


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing an article did.

    article, version: the article and its current version; None when refused or only
    checked. outlet: its name. must_read_again: the text is as it was, but its
    statements must be read anew.
    """

    status: Status
    article: Article | None = None
    version: ArticleVersion | None = None
    outlet: str = ""
    outlet_created: bool = False
    must_read_again: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and the token of the program through which they do."""

    actor: User | None
    token: Token | None = None


def article_store(
    *, parsed: ParsedArticle, actor: User | None = None, token: Token | None = None
) -> Stored:
    """Store an article in one transaction; storing it twice changes nothing.

    A refusal is a result with its reason, and leaves no trace. Raises PermissionDenied.
    """
    require(may_add_article, actor)
    by = By(actor, token)
    for _ in range(ATTEMPTS - 1):
        try:
            return _store_or_refuse(parsed, by)
        except IntegrityError:
            continue
    return _store_or_refuse(parsed, by)


def article_check(*, parsed: ParsedArticle) -> Stored:
    """What article_store would answer now; writes nothing."""
    try:
        plan = article_plan(parsed)
    except Refused as refusal:
        return Stored(Status.REFUSED, reason=refusal.reason)
    return Stored(
        plan.status,
        outlet=plan.outlet.name if plan.outlet else parsed.outlet,
        outlet_created=plan.outlet is None,
    )


def _store_or_refuse(parsed: ParsedArticle, by: By) -> Stored:
    try:
        with transaction.atomic():
            return _store(parsed, by)
    except Refused as refusal:
        return Stored(Status.REFUSED, reason=refusal.reason)


def _store(parsed: ParsedArticle, by: By) -> Stored:
    plan = article_plan(parsed)
    resolved = _outlet(parsed, plan, by)
    if plan.article is None:
        article = _create(parsed, resolved.outlet, by)
    else:
        article = plan.article
        if plan.changes:
            article_change(
                article=article, changes=plan.changes, by=by, verb="article.update"
            )
    if plan.status in {Status.CREATED, Status.NEW_VERSION}:
        _add_version(article, parsed, by, first=plan.article is None)
    return Stored(
        plan.status,
        article=article,
        version=article.current_version,
        outlet=resolved.outlet.name,
        outlet_created=resolved.created,
        must_read_again=not READ_AGAIN.isdisjoint(plan.changes),
    )


def _outlet(parsed: ParsedArticle, plan: ArticlePlan, by: By) -> OutletResolved:
    if plan.outlet is not None:
        return OutletResolved(plan.outlet, created=False)
    return outlet_resolve(
        name=parsed.outlet,
        url=parsed.url,
        country=parsed.country,
        language=parsed.translated_from or parsed.language,
        actor=by.actor,
        token=by.token,
    )


def _create(parsed: ParsedArticle, outlet: Outlet, by: By) -> Article:
    columns: dict[str, Any] = {
        "url": parsed.url,
        "title": parsed.title,
        "authors": list(parsed.authors),
        "language": parsed.language,
        "translated_from": parsed.translated_from,
        **published_columns(parsed.published),
    }
    article = Article.objects.create(
        external_id=parsed.external_id,
        outlet=outlet,
        url_hash=parsed.url_hash or None,
        **columns,
    )
    audit(
        actor=by.actor,
        token=by.token,
        verb="article.create",
        target=article,
        after=json_ready({"external_id": parsed.external_id, **columns}),
    )
    return article


def article_change(
    *,
    article: Article,
    changes: ArticleChanges,
    by: By,
    verb: str,
    reason: str = "",
) -> None:
    """Write columns of an article and the entry that tells of it.

    Called inside the transaction of a service that has asked for the permission.
    """
    before = {name: getattr(article, name) for name in changes}
    for name, value in changes.items():
        setattr(article, name, value)
    article.save(update_fields=list(changes))
    audit(
        actor=by.actor,
        token=by.token,
        verb=verb,
        target=article,
        before=json_ready(before),
        after=json_ready(changes),
        reason=reason,
    )


def _add_version(
    article: Article, parsed: ParsedArticle, by: By, *, first: bool
) -> None:
    highest = None
    if not first:
        highest = article.versions.aggregate(highest=Max("number"))["highest"]
    version = ArticleVersion.objects.create(
        article=article,
        number=(highest or 0) + 1,
        title=parsed.title or article.title,
        text=parsed.text,
        text_hash=parsed.text_hash,
        captured_at=timezone.now(),
    )
    article.current_version = version
    article.save(update_fields=["current_version"])
    audit(
        actor=by.actor,
        token=by.token,
        verb="article.version",
        target=article,
        after={"number": version.number, "text_hash": version.text_hash},
    )


def json_ready(columns: ArticleChanges) -> dict[str, Any]:
    """Column values as JSON has them: days and moments in ISO 8601."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in columns.items()
    }
