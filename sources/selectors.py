"""Reading of outlets and articles; nothing here writes.

`article_plan` decides what storing an article would do. The service carries the plan
out and `import_articles --dry-run` prints it, so the two cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from sources.models import Article, Outlet, OutletAlias
from sources.parsing.identity import domain_key, domains_of, is_domain, name_key
from sources.parsing.types import ParsedArticle, Published, PublishedBy, Refused

# Who may overrule whom on the date of publication: a later place wins over an earlier
# one, and the same place over itself, but nobody over an editor.
AUTHORITY = tuple(PublishedBy)

ArticleChanges = dict[str, Any]


class Status(StrEnum):
    """What storing an article did, or would do."""

    CREATED = "created"
    NEW_VERSION = "new version"
    UPDATED = "updated"  # same text; its title, date or other facts changed
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """What storing one article comes to.

    outlet is None when it would be created; article is None when it would be;
    changes are columns of an existing article with their new values.
    """

    status: Status
    outlet: Outlet | None
    article: Article | None = None
    changes: ArticleChanges = field(default_factory=dict)


def outlet_named(name: str) -> Outlet | None:
    """The outlet that a name or a domain stands for: by alias, else by exact name."""
    by_alias = _by_alias(OutletAlias.Kind.NAME, name_key(name))
    if by_alias is None and is_domain(name):
        host = domain_key(name)
        by_alias = _by_alias(OutletAlias.Kind.DOMAIN, *domains_of(f"https://{host}/"))
    return by_alias or Outlet.objects.filter(name=name).order_by("id").first()


def outlet_at(url: str) -> Outlet | None:
    """The outlet with an alias for the host of a canonical url or for a parent."""
    return _by_alias(OutletAlias.Kind.DOMAIN, *domains_of(url)) if url else None


def article_plan(parsed: ParsedArticle) -> ArticlePlan:
    """What storing `parsed` would do now. Raises Refused."""
    outlet = outlet_named(parsed.outlet) if parsed.outlet else outlet_at(parsed.url)
    if outlet is None and not parsed.outlet:
        raise outlet_missing()
    article = _existing(parsed)
    if article is None:
        return ArticlePlan(Status.CREATED, outlet)
    if article.outlet != outlet:
        raise Refused(
            _("external_id %(id)s belongs to another outlet, %(outlet)s")
            % {"id": repr(article.external_id), "outlet": article.outlet.name}
        )
    changes = _improvements(article, parsed)
    latest = article.versions.order_by("-number").first()
    if latest is None or latest.text_hash != parsed.text_hash or "title" in changes:
        return ArticlePlan(Status.NEW_VERSION, outlet, article, changes)
    # A title that was missing is filled in; only another title is another version.
    if parsed.title and not article.title:
        changes["title"] = parsed.title
    status = Status.UPDATED if changes else Status.UNCHANGED
    return ArticlePlan(status, outlet, article, changes)


def outlet_missing() -> Refused:
    """The refusal of an article of which nobody says whose it is."""
    return Refused(_("no outlet: none is given, and no alias knows the address"))


def published_columns(published: Published) -> ArticleChanges:
    """The columns of an article that hold its date of publication."""
    return {
        "published_at": published.at,
        "published_date": published.day,
        "utc_offset_minutes": published.utc_offset_minutes,
        "published_precision": published.precision.value,
        "published_by": published.by.value,
    }


def _by_alias(kind: OutletAlias.Kind, *values: str) -> Outlet | None:
    """The outlet of the first of `values` that is an alias."""
    found = {
        alias.value: alias.outlet
        for alias in OutletAlias.objects.filter(
            kind=kind, value__in=values
        ).select_related("outlet")
    }
    return next((found[value] for value in values if value in found), None)


def _existing(parsed: ParsedArticle) -> Article | None:
    known = Q(external_id=parsed.external_id)
    if parsed.url_hash:
        known |= Q(url_hash=parsed.url_hash)
    # Most articles are new: their columns are not asked for.
    if not Article.objects.filter(known).exists():
        return None
    articles = Article.objects.select_related("outlet")
    by_id = articles.filter(external_id=parsed.external_id).first()
    by_url = (
        articles.filter(url_hash=parsed.url_hash).first() if parsed.url_hash else None
    )
    if by_url is None:
        _check_address(by_id, parsed)
        return by_id
    if by_id == by_url or (by_id is None and not parsed.id_is_given):
        return by_url
    raise Refused(
        _("url: already the address of article %(id)s")
        % {"id": repr(by_url.external_id)}
    )


def _check_address(article: Article | None, parsed: ParsedArticle) -> None:
    """A file's name alone does not make two addresses one article."""
    if (
        article is not None
        and not parsed.id_is_given
        and article.url_hash
        and parsed.url_hash
    ):
        raise Refused(
            _(
                "external_id %(id)s, made from the file's name, is already the "
                "article at %(url)s"
            )
            % {"id": repr(article.external_id), "url": article.url}
        )


def _improvements(article: Article, parsed: ParsedArticle) -> ArticleChanges:
    changes: ArticleChanges = {}
    if parsed.url and not article.url:
        changes |= {"url": parsed.url, "url_hash": parsed.url_hash}
    if parsed.title and article.title and parsed.title != article.title:
        changes["title"] = parsed.title
    if parsed.authors and not article.authors:
        changes["authors"] = list(parsed.authors)
    if parsed.language_is_given and parsed.language != article.language:
        changes["language"] = parsed.language
    if parsed.translated_from and not article.translated_from:
        changes["translated_from"] = parsed.translated_from
    if _is_better_date(article, parsed.published):
        changes |= published_columns(parsed.published)
    return changes


def _is_better_date(article: Article, published: Published) -> bool:
    known_by = PublishedBy(article.published_by)
    if not published.is_known or known_by is PublishedBy.EDITOR:
        return False
    columns = published_columns(published)
    if all(getattr(article, name) == value for name, value in columns.items()):
        return False
    return article.published_date is None or (
        AUTHORITY.index(published.by) >= AUTHORITY.index(known_by)
    )
