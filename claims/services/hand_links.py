"""Two statements linked by hand, whatever the engine makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.types import Decision, Relation
from claims.models import By, FacetComparison, Link, Statement
from claims.permissions import may_decide, require
from claims.records import load_records
from claims.services.conflict import ConflictError
from claims.services.following import tell_followers
from claims.services.link_rows import Judged, comparison_row, link_row
from claims.services.link_state import later_end, link_state
from claims.services.linkage import explained
from claims.services.review import check_decision, link_decide, touch_both
from claims.services.settled import claims_settle
from claims.services.shifts import Shifts
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User

if TYPE_CHECKING:
    from claims.engine import Engine

UNSAID = Decision(Relation.NONE, 0.0, "", "")


@transaction.atomic
def link_create(
    *,
    actor: User,
    one: Statement,
    other: Statement,
    relation: str,
    later: Statement | None = None,
    revision: int | None = None,
    reason: str = "",
    engine: Engine | None = None,
    token: Token | None = None,
    request_id: str = "",
) -> Link:
    """Say what two statements are to each other; the confirmed link.

    later     of an update: which of the two tells the later state; None = by event,
              else by publication
    revision  that of the link between them as the editor saw it, None = saw none. A
              link that is there already is decided instead.
    engine    fills the engine's columns; without it they stay empty
    The claims around it are clustered anew; statements of two claims stay where they
    are unless enough links join them. Raises PermissionDenied; ValidationError;
    ConflictError with the state of a link that an editor has decided meanwhile.
    """
    require(may_decide, actor)
    low, high = sorted((one, other), key=lambda row: row.pk)
    _check(low, high)
    direction = None if later is None else 1 if later.pk == high.pk else -1
    check_decision(Link.State.CONFIRMED, relation, direction)
    lock_linking()
    known = Link.objects.filter(low=low, high=high).first()
    if known is not None:
        if revision is None and known.by == By.EDITOR:
            raise ConflictError(
                _("These two statements are linked already."), link_state(known)
            )
        return link_decide(
            actor=actor,
            link=known,
            state=Link.State.CONFIRMED,
            revision=known.revision if revision is None else revision,
            relation=relation,
            direction=direction,
            reason=reason,
            token=token,
            request_id=request_id,
        )
    link = _insert(low, high, relation, direction, engine)
    ends = (low.pk, high.pk)
    shifts = Shifts()
    concerned = claims_settle(ends, shifts=shifts)
    touch_both(ends)
    entry = audit(
        actor=actor,
        verb="link.create",
        target=link,
        before=shifts.before(),
        after=link_state(link) | shifts.after(),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    tell_followers(entry=entry, claims=concerned)
    return link


def _check(low: Statement, high: Statement) -> None:
    if low.pk == high.pk:
        raise ValidationError({"other": _("A statement is not linked with itself.")})
    shown = Statement.objects.filter(
        pk__in=(low.pk, high.pk), hidden_by=None, article__withdrawn_at=None
    )
    if shown.count() != len({low.pk, high.pk}):
        raise ValidationError({"other": _("One of them is not shown to readers.")})


def _insert(
    low: Statement,
    high: Statement,
    relation: str,
    direction: int | None,
    engine: Engine | None,
) -> Link:
    judged = _judged(low, high, engine)
    link = link_row((low.pk, high.pk), judged, engine.version if engine else "")
    link.relation, link.state, link.by = relation, Link.State.CONFIRMED, By.EDITOR
    link.direction = 0
    if relation == Relation.UPDATES:
        link.direction = direction or later_end(link, relation)
    try:
        with transaction.atomic():
            link.save(force_insert=True)
    except IntegrityError as error:
        raise ConflictError(
            _("These two statements are linked already."),
            link_state(Link.objects.filter(low=low, high=high).first()),
        ) from error
    FacetComparison.objects.bulk_create(
        [
            comparison_row(link.pk, each, each.level)
            for each in judged.decision.comparisons
        ],
        ignore_conflicts=True,
    )
    return link


def _judged(low: Statement, high: Statement, engine: Engine | None) -> Judged:
    stored = load_records((low.pk, high.pk))
    a, b = stored[low.pk].record, stored[high.pk].record
    decision = engine.relate(a, b) if engine else UNSAID
    config = engine.config if engine else DEFAULT_CONFIG
    return Judged(
        explained(decision, a, b, config),
        same_article=low.article_id == high.article_id,
    )
