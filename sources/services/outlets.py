"""Outlets: found by what they are called, created by their exact name."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User
from sources.models import Outlet, OutletAlias
from sources.parsing.identity import name_key
from sources.permissions import may_add_article, require
from sources.selectors import outlet_at, outlet_missing, outlet_named

# Two importers may create the same outlet at once; the loser finds it the second time.
# A third time would need a third importer and another name with the same slug.
ATTEMPTS = 3

SLUG_CHARS = 80  # of the column's 100: room for the number that tells two apart
MADE_SLUG_DIGITS = 8  # hexadecimal digits, where a name has no ASCII letter


@dataclass(frozen=True, slots=True)
class OutletResolved:
    outlet: Outlet
    created: bool


def outlet_resolve(
    *,
    name: str,
    url: str = "",
    country: str = "",
    language: str = "",
    actor: User | None = None,
    token: Token | None = None,
) -> OutletResolved:
    """The outlet called `name`, else the one at `url`; created when not known.

    country, language: of a new outlet. Raises Refused when there is no name and no
    alias knows the address, PermissionDenied.
    """
    require(may_add_article, actor)
    for attempt in range(1, ATTEMPTS + 1):
        outlet = outlet_named(name) if name else outlet_at(url)
        if outlet is not None:
            return OutletResolved(outlet, created=False)
        if not name:
            raise outlet_missing()
        try:
            with transaction.atomic():
                outlet = _create(name, country, language)
                _tell(outlet, actor, token)
        except IntegrityError:
            if attempt == ATTEMPTS:
                raise
        else:
            return OutletResolved(outlet, created=True)
    raise AssertionError("unreachable")


def _create(name: str, country: str, language: str) -> Outlet:
    outlet = Outlet.objects.create(
        slug=_free_slug(name), name=name, country=country, language=language or "en"
    )
    OutletAlias.objects.create(
        outlet=outlet, kind=OutletAlias.Kind.NAME, value=name_key(name)
    )
    return outlet


def _tell(outlet: Outlet, actor: User | None, token: Token | None) -> None:
    audit(
        actor=actor,
        verb="outlet.create",
        target=outlet,
        after={"name": outlet.name, "slug": outlet.slug, "country": outlet.country},
        token=token,
    )


def _free_slug(name: str) -> str:
    base = slugify(name)[:SLUG_CHARS].strip("-")
    base = base or f"outlet-{sha256(name.encode()).hexdigest()[:MADE_SLUG_DIGITS]}"
    taken = set(
        Outlet.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
