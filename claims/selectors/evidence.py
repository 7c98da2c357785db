"""What a rating has seen, and whether it still is so (SCHEMA rule 7).

The evidence of a claim says of each of its statements what it was at the time: a digest
of the words, the article's day of publication, digests of what editors have corrected:
facets by kind, the chain, the origin. A rating is stale when something it saw is gone
or changed; new statements only make it older; undoing a change makes it fresh again,
because nothing but the present state is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import TypedDict

from django.db.models import F

from claims.models import (
    AttributionHop,
    By,
    ClaimMember,
    Rating,
    Statement,
    StatementFacet,
)

DIGEST_DIGITS = 16
# Beside the kinds of facets, what an editor may have corrected.
CHAIN, ORIGIN = "chain", "origin"


class Seen(TypedDict):
    """A statement as it was: day in ISO 8601 or "", edited by what was corrected."""

    words: str
    day: str
    edited: dict[str, str]


# Keys are the ids of statements, as text: JSON has no other keys.
Evidence = dict[str, Seen]


def evidence_of(claim_ids: Collection[int]) -> dict[int, Evidence]:
    """{claim id: {statement id as text: what it is}} of what readers see now."""
    rows = ClaimMember.objects.filter(
        claim__in=claim_ids,
        state=ClaimMember.State.IN,
        statement__state=Statement.State.PRINTED,
        statement__hidden_by=None,
        statement__article__withdrawn_at=None,
    ).values_list(
        "claim_id",
        "statement_id",
        "statement__words_hash",
        "statement__article__published_date",
    )
    members = list(rows)
    edited = _edited({statement for _, statement, _, _ in members})
    found: dict[int, Evidence] = {claim: {} for claim in claim_ids}
    for claim, statement, words, day in members:
        found[claim][str(statement)] = Seen(
            words=words[:DIGEST_DIGITS],
            day=day.isoformat() if day else "",
            edited={
                kind: _digest(values) for kind, values in edited[statement].items()
            },
        )
    return found


def _edited(statement_ids: Collection[int]) -> Mapping[int, Mapping[str, list[str]]]:
    """What editors have corrected of the statements, as lines of text by its kind."""
    edited: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    facets = StatementFacet.objects.filter(statement__in=statement_ids, by=By.EDITOR)
    for statement, kind, *values in facets.order_by(
        "statement_id", "kind", "frame", "role", "start", "end"
    ).values_list("statement_id", "kind", "frame", "role", "start", "end", "value"):
        edited[statement][kind].append("|".join(map(str, values)))
    hops = AttributionHop.objects.filter(statement__in=statement_ids, by=By.EDITOR)
    for statement, *values in hops.order_by("statement_id", "position").values_list(
        "statement_id", "position", "speaker", "venue", "cited_text"
    ):
        edited[statement][CHAIN].append("|".join(map(str, values)))
    origins = Statement.objects.filter(pk__in=statement_ids, origin_by=By.EDITOR)
    for statement, origin in origins.values_list("pk", "origin_id"):
        edited[statement][ORIGIN].append(str(origin))
    return edited


def _digest(values: list[str]) -> str:
    return sha256("\n".join(values).encode()).hexdigest()[:DIGEST_DIGITS]


def is_stale(seen: Evidence, now: Evidence) -> bool:
    """Whether anything that was seen is gone or changed."""
    return any(now.get(statement) != was for statement, was in seen.items())


def stale_claims(claim_ids: Collection[int]) -> set[int]:
    """Claims with a rating in force (each editor's last in the round) that is stale."""
    latest: dict[tuple[int, int], Evidence] = {}
    rows = Rating.objects.filter(claim__in=claim_ids, round=F("claim__round"))
    for claim, editor, evidence in rows.order_by("seq").values_list(
        "claim_id", "editor_id", "evidence"
    ):
        latest[claim, editor] = evidence
    if not latest:
        return set()
    now = evidence_of({claim for claim, _ in latest})
    return {claim for (claim, _), seen in latest.items() if is_stale(seen, now[claim])}
