"""Which of our claims a verdict from elsewhere is about: found as in a draft.

What is claimed is read like a sentence of a draft and held against what is printed. It
is placed only where that is plain: statements that say the same stand in one claim and
in no other. Anything less is kept as a candidate, and an editor decides; a verdict with
the wrong claim tells readers of the claim something false, one without waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.linkage.types import Relation
from claims.selectors.reading import claims_of
from claims.services.check import check_draft
from claims.services.findings import printed
from claims.services.pipeline import is_read
from sources.services import identify_language

if TYPE_CHECKING:
    from claims.engine import Engine
    from claims.models import Claim
    from claims.services.check import Match

# Candidates that are kept for an editor to choose from: what fits beside a verdict.
MOST_CANDIDATES = 5
# Matches of a sentence that are looked at: with fewer a second claim would be missed.
MOST_MATCHES = 50


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a verdict belongs.

    claim, statement   ids; None where it is not plain
    candidates  JSON-ready, best first; of a match its statement
    """

    claim: int | None = None
    statement: int | None = None
    candidates: tuple[dict[str, Any], ...] = ()


def place(
    *, engine: Engine, claimed: str, language: str = "", said: date | None = None
) -> Placed:
    """The claim that is meant; nothing is written.

    claimed   what is claimed; language: ISO code, empty: as the words tell
    said      the day when it was claimed, from which "yesterday" counts, if known
    """
    if not is_read(language or identify_language(claimed)):
        return Placed()
    checked = check_draft(
        engine=engine, text=claimed, published=said, limit=MOST_MATCHES
    )
    matches = [match for each in checked for match in each.matches]
    rows = printed({match.id for match in matches})
    found = sorted(
        {match.id: match for match in matches if match.id in rows}.values(),
        key=lambda match: (not _same(match), -match.decision.score, match.id),
    )
    homes = claims_of(rows)
    candidates = tuple(_told(match) for match in found[:MOST_CANDIDATES])
    claim = _plain(found, homes)
    if claim is None:
        return Placed(candidates=candidates)
    return Placed(claim, found[0].id, candidates)


def _plain(found: list[Match], homes: Mapping[int, Claim]) -> int | None:
    """The one claim in which all stand that say the same; the first says the same."""
    if not found or not _same(found[0]) or found[0].id not in homes:
        return None
    same = {homes[each.id].pk for each in found if _same(each) and each.id in homes}
    return same.pop() if len(same) == 1 else None


def _same(match: Match) -> bool:
    return match.decision.relation == Relation.CORROBORATES


def _told(match: Match) -> dict[str, Any]:
    return {
        "statement": match.id,
        "relation": str(match.decision.relation),
        "score": round(match.decision.score, 4),
        "reason": match.decision.reason,
    }
