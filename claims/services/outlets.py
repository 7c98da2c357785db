"""A curator sets right who printed what: outlets made one, articles moved.

Articles, aliases and citations move; the outlet that is left without any stays, empty,
so that the act can be taken back, until somebody deletes it. Claims count their outlets
and origins anew at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import AttributionHop, ClaimMember, Origin
from claims.permissions import may_curate, require
from claims.services.conflict import ConflictError
from claims.services.refresh import claim_refresh
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User
from sources.models import Article, Outlet, OutletAlias

Values = dict[str, Any]

MERGED = "outlet.merge"
BELONGING = (Article, OutletAlias, Origin)


@dataclass(frozen=True, slots=True)
class _By:
    actor: User
    reason: str
    token: Token | None = None

    def write(
        self,
        verb: str,
        target: models.Model,
        values: Sequence[Mapping[str, Any]] = ({}, {}),
        parent: AuditEntry | None = None,
    ) -> AuditEntry:
        before, after = values
        return audit(
            actor=self.actor,
            verb=verb,
            target=target,
            before=dict(before),
            after=dict(after),
            reason=self.reason,
            parent=parent,
            token=self.token,
        )


@transaction.atomic
def outlet_merge(
    *,
    actor: User,
    outlet: Outlet,
    into: Outlet,
    reason: str = "",
    token: Token | None = None,
) -> AuditEntry:
    """Say that two outlets are one: everything of `outlet` becomes that of `into`.

    One entry for the act and one for each article and alias below it. Raises
    PermissionDenied, ValidationError.
    """
    require(may_curate, actor)
    if outlet.pk == into.pk:
        raise ValidationError({"into": _("An outlet cannot be merged into itself.")})
    lock_linking()
    by = _By(actor, reason.strip(), token)
    articles = list(Article.objects.filter(outlet=outlet).order_by("pk"))
    aliases = list(OutletAlias.objects.filter(outlet=outlet).order_by("pk"))
    origins = list(Origin.objects.filter(outlet=outlet).order_by("pk"))
    if not (articles or aliases or origins):
        raise ValidationError({"outlet": _("Nothing belongs to this outlet.")})
    entry = by.write(MERGED, outlet)
    for row in (*articles, *aliases, *origins):
        verb = f"{row._meta.model_name}.move"
        by.write(verb, row, ({"outlet": outlet.pk}, {"outlet": into.pk}), entry)
    for model in BELONGING:
        model._default_manager.filter(outlet=outlet).update(outlet=into)
    _cite(aliases, into)
    count_again(articles)
    return entry


@transaction.atomic
def articles_move(
    *,
    actor: User,
    articles: Collection[Article],
    into: Outlet,
    reason: str = "",
    token: Token | None = None,
) -> int:
    """Give articles to the outlet that printed them; how many were another's.

    One entry an article, below one of the act. Raises PermissionDenied.
    """
    require(may_curate, actor)
    lock_linking()
    by = _By(actor, reason.strip(), token)
    moving = [row for row in articles if row.outlet_id != into.pk]
    if not moving:
        return 0
    parent = by.write("outlet.take", into) if len(moving) > 1 else None
    for row in moving:
        values = {"outlet": row.outlet_id}, {"outlet": into.pk}
        by.write("article.move", row, values, parent)
    Article.objects.filter(pk__in=[row.pk for row in moving]).update(outlet=into)
    count_again(moving)
    return len(moving)


def count_again(articles: Collection[Article]) -> None:
    """Write anew what the claims count that hold statements of the articles."""
    ids = [article.pk for article in articles]
    held = ClaimMember.objects.filter(
        Q(statement__article__in=ids) | Q(statement__article__copy_of__in=ids),
        state=ClaimMember.State.IN,
    )
    claim_refresh(set(held.order_by().values_list("claim_id", flat=True)))


def _cite(aliases: Collection[OutletAlias], outlet: Outlet) -> None:
    """Whoever is cited by one of the names is this outlet."""
    for alias in aliases:
        if alias.kind == OutletAlias.Kind.NAME:
            AttributionHop.objects.filter(cited_text__iexact=alias.value).update(
                cited_outlet=outlet
            )


# --- taking it back: see services.undo -------------------------------------------


def moved_present(entry: AuditEntry) -> Values:
    """Whose the article or the alias is."""
    lock_linking()
    row = _row(entry)
    return {"outlet": row.outlet_id} if row is not None else {}


def moved_restore(entry: AuditEntry, now: Values) -> models.Model:
    """Whose it was. Raises ConflictError when that outlet is gone."""
    outlet = Outlet.objects.filter(pk=entry.before["outlet"]).first()
    row = _row(entry)
    assert row is not None  # `present` has found it
    if outlet is None:
        raise ConflictError(_("The outlet that it was taken from is gone."), now)
    row.outlet = outlet
    row.save(update_fields=["outlet"])
    if isinstance(row, OutletAlias):
        _cite([row], outlet)
    elif isinstance(row, Article):
        count_again([row])
    return row


def _row(entry: AuditEntry) -> Article | OutletAlias | Origin | None:
    model = next(m for m in BELONGING if m._meta.label_lower == entry.target_type)
    return model._default_manager.filter(pk=entry.target_id).first()
