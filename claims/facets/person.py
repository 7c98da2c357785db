"""People: full names, bare surnames inside an article, spelling variants. PURE."""

from __future__ import annotations

from claims.facets.names import same_person
from claims.facets.parsed import Span
from claims.facets.roster import roster_of
from claims.facets.sounds import sound
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind

KIND = Kind.PERSON


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every mention; value is the full name in lower case, if known."""
    return [
        Facet(KIND, m.start, m.end, m.text, m.value)
        for m in roster_of(sent, context.roster).mentions(sent)
        if m.kind is KIND
    ]


def compare(
    a: Facet,
    b: Facet,
    tolerances: Tolerances,
    *,
    roles: tuple[str, str] | None = None,
) -> Comparison:
    """Level of two names; roles are the values of the offices beside them, or "".

    CONFLICT says that they are two people, not that the statements disagree.
    """
    del tolerances
    return same_person(a.value, b.value, roles)


def keys(facet: Facet) -> frozenset[str]:
    """Surname, and its sound, so that spelling variants meet."""
    words = facet.value.split()
    if not words:
        return frozenset()
    return frozenset({words[-1], f"~{sound(words[-1])}"})
