"""Lists of the queue that an editor keeps: save, rename, share, delete.

Everybody with an account keeps their own; a shared one is read by all and changed by
its owner alone.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims.models import SavedSearch
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User

NAME_CHARACTERS = 80
# Longer than any address that the filters of the queue can make of sane choices.
QUERY_CHARACTERS = 2000
# An editor's own. Each is counted on the queue; more would be no help to anybody.
MOST_SEARCHES = 30


@transaction.atomic
def search_save(
    *,
    actor: User,
    name: str,
    query: str,
    shared: bool = False,
    token: Token | None = None,
) -> SavedSearch:
    """Keep a list under a name.

    query: the part of the queue's address behind the question mark. Raises
    PermissionDenied without an account; ValidationError by field.
    """
    if not actor.is_authenticated:
        raise PermissionDenied(_("You need an account to save a search."))
    name = _name(name)
    if len(query) > QUERY_CHARACTERS:
        raise ValidationError({"query": _("Too many filters to save.")})
    if SavedSearch.objects.filter(owner=actor).count() >= MOST_SEARCHES:
        raise ValidationError(
            {
                "name": _("You keep %(number)d searches: delete one first.")
                % {"number": MOST_SEARCHES}
            }
        )
    search = SavedSearch(owner=actor, name=name, query=query, shared=shared)
    _save(search)
    audit(
        actor=actor,
        verb="search.save",
        target=search,
        after=_state(search),
        token=token,
    )
    return search


@transaction.atomic
def search_change(
    *,
    actor: User,
    search: SavedSearch,
    name: str | None = None,
    shared: bool | None = None,
    token: Token | None = None,
) -> SavedSearch:
    """Rename it, share it or keep it to oneself; None = as it is."""
    _require_owner(actor, search)
    before = _state(search)
    if name is not None:
        search.name = _name(name)
    if shared is not None:
        search.shared = shared
    if _state(search) == before:
        return search
    _save(search)
    audit(
        actor=actor,
        verb="search.change",
        target=search,
        before=before,
        after=_state(search),
        token=token,
    )
    return search


@transaction.atomic
def search_delete(
    *, actor: User, search: SavedSearch, token: Token | None = None
) -> None:
    """Forget it, also for those it was shared with."""
    _require_owner(actor, search)
    audit(
        actor=actor,
        verb="search.delete",
        target=search,
        before=_state(search),
        token=token,
    )
    search.delete()


def _require_owner(actor: User, search: SavedSearch) -> None:
    if search.owner_id != actor.pk:
        raise PermissionDenied(_("Only its owner may change a saved search."))


def _name(text: str) -> str:
    name = " ".join(text.replace("\x00", " ").split())
    if not name:
        raise ValidationError({"name": _("Give it a name.")})
    if len(name) > NAME_CHARACTERS:
        raise ValidationError(
            {"name": _("At most %(number)d characters.") % {"number": NAME_CHARACTERS}}
        )
    return name


def _save(search: SavedSearch) -> None:
    try:
        with transaction.atomic():
            search.save()
    except IntegrityError as error:
        raise ValidationError(
            {"name": _("You have a search of this name already.")}
        ) from error


def _state(search: SavedSearch) -> dict[str, Any]:
    return {"name": search.name, "query": search.query, "shared": search.shared}
