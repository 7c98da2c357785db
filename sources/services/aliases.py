"""Aliases of outlets: one spelling of each, or an article is not recognised by it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sources.models import OutletAlias
from sources.parsing.identity import domain_key, is_domain, name_key
from sources.parsing.types import Refused


def alias_value(*, kind: str, value: str) -> str:
    """The value as the table has it: a host without "www.", a name in lower case.

    Raises Refused for what is no host name, and for nothing.
    """
    if kind == OutletAlias.Kind.DOMAIN:
        if not is_domain(value.strip()):
            raise Refused(_("not a domain: write paper.example, without http://"))
        return domain_key(value.strip())
    if not (key := name_key(value)):
        raise Refused(_("empty name"))
    return key
