"""The result of checking a draft as JSON (check_draft, POST /check)."""

from __future__ import annotations

from typing import Any

from claims.exports.relations import decision_json
from claims.services.check import Checked, Match


def checked_json(checked: Checked) -> dict[str, Any]:
    """One statement of the draft; facet spans count in the two quotes."""
    return {
        "text": checked.statement.text,
        "start": checked.statement.start,
        "end": checked.statement.end,
        "matches": [match_json(match) for match in checked.matches],
    }


def match_json(match: Match) -> dict[str, Any]:
    """One stored statement beside it; article is the external id."""
    return {
        "article": match.record.article,
        "outlet": match.record.outlet,
        "quote": match.record.text,
        **decision_json(match.decision),
        "likeness": round(match.likeness, 4),
    }
