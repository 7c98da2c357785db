"""Why a claim stands where it stands in the queue, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.facets.types import Level

if TYPE_CHECKING:
    from claims.models import Claim


def why_here(claim: Claim, *, name: str, level: str, age: int | None) -> str:
    """“date conflict between 4 outlets, 3 origins, 1 day old”.

    name, level: the facet that differs most gravely, both empty without a difference;
    age: days since the last report, None where no article has a date.
    """
    return _("%(what)s between %(outlets)s, %(origins)s, %(age)s") % {
        "what": _what(name, level),
        "outlets": ngettext("%(number)d outlet", "%(number)d outlets", claim.outlets)
        % {"number": claim.outlets},
        "origins": ngettext("%(number)d origin", "%(number)d origins", claim.origins)
        % {"number": claim.origins},
        "age": _age(age),
    }


def _what(name: str, level: str) -> str:
    words = {
        Level.CONFLICT.value: _("%(facet)s conflict"),
        Level.UPDATED.value: _("%(facet)s change"),
        Level.NAMING_VARIANT.value: _("naming of a %(facet)s"),
        Level.REFINES.value: _("precision of a %(facet)s"),
    }
    return words.get(level, _("agreement")) % {"facet": name}


def _age(days: int | None) -> str:
    if days is None:
        return _("undated")
    if days == 0:
        return _("of today")
    return ngettext("%(number)d day old", "%(number)d days old", days) % {
        "number": days
    }
