"""A decision as JSON: the shape of relate_pairs, check_draft and export_links."""

from __future__ import annotations

from typing import Any

from claims.facets.types import Facet
from claims.linkage.types import Decision, FacetComparison


def value_json(facet: Facet | None) -> dict[str, Any] | None:
    """One side of a comparison, or None where that side does not state it."""
    if facet is None:
        return None
    return {
        "text": facet.text,
        "value": facet.value,
        "start": facet.start,
        "end": facet.end,
    }


def comparison_json(comparison: FacetComparison) -> dict[str, Any]:
    """One facet of a pair."""
    return {
        "kind": str(comparison.kind),
        "role": comparison.role,
        "level": str(comparison.level),
        "a": value_json(comparison.a),
        "b": value_json(comparison.b),
    }


def decision_json(decision: Decision) -> dict[str, Any]:
    """Relation, score, reason and facets of a pair."""
    return {
        "relation": str(decision.relation),
        "score": decision.score,
        "reason": decision.reason,
        "facets": [comparison_json(c) for c in decision.comparisons],
    }
