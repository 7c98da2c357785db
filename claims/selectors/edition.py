"""What editors have made of a statement, as one short text that changes with it.

A form carries the edition that its page was made of. Who saves upon another one is told
that the statement has changed meanwhile (SCHEMA rule 10).
"""

from __future__ import annotations

from hashlib import sha256

from claims.models import AttributionHop, By, Statement, StatementFacet

EDITION_DIGITS = 16

FACET_VALUES = ("frame", "kind", "role", "start", "end", "value", "hedge", "text")
HOP_VALUES = ("position", "speaker", "role", "venue", "cited_text", "cue", "strength")


def edition_of(statement: Statement) -> str:
    """Digest of the editors' facets and chain, the origin, and who has hidden it."""
    facets = StatementFacet.objects.filter(statement=statement, by=By.EDITOR)
    hops = AttributionHop.objects.filter(statement=statement, by=By.EDITOR)
    own = Statement.objects.values_list(
        "origin_id", "origin_by", "hidden_by_id", "state", "version_id"
    )
    parts = [
        own.get(pk=statement.pk),
        *facets.order_by("kind", "start", "pk").values_list(*FACET_VALUES),
        *hops.order_by("position").values_list(*HOP_VALUES),
    ]
    return sha256(repr(parts).encode()).hexdigest()[:EDITION_DIGITS]
