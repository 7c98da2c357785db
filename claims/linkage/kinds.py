"""Kinds of facet and levels that linkage treats alike. PURE."""

from __future__ import annotations

from claims.facets.types import Kind, Level

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)
QUANTITIES = (Kind.AMOUNT, Kind.COUNT, Kind.PERCENT)
COUNTED = (*QUANTITIES, Kind.DURATION)
VALUES = (Kind.DATE, Kind.DURATION, *QUANTITIES, Kind.ORDINAL)

AGREEING = (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT)

# Predicates that tell of the telling: they align any two sentences of one speaker.
REPORTING = frozenset({"say", "report", "ask", "reply", "announce", "claim", "know"})
