"""What a rating has seen, and whether it still is so (SCHEMA rule 7).

The evidence of a claim is a digest for each of its statements: of the words, of the
article's publication date and of the editors' facets, chain and origin. A rating is
stale when something it saw is gone or changed; new statements only make it older;
undoing a change makes it fresh again, because nothing but the present state is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from hashlib import sha256

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

Evidence = dict[str, str]


def evidence_of(claim_ids: Collection[int]) -> dict[int, Evidence]:
    """{claim id: {statement id as text: digest}} of what readers see now."""
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
        seen = "\n".join((words, str(day or ""), *edited[statement]))
        digest = sha256(seen.encode()).hexdigest()[:DIGEST_DIGITS]
        found[claim][str(statement)] = digest
    return found


def _edited(statement_ids: Collection[int]) -> Mapping[int, list[str]]:
    """What editors have corrected of the statements, as lines of text."""
    edited: dict[int, list[str]] = defaultdict(list)
    for model, columns in (
        (StatementFacet, ("frame", "kind", "role", "start", "end", "value")),
        (AttributionHop, ("position", "speaker", "venue", "cited_text")),
    ):
        rows = model.objects.filter(statement__in=statement_ids, by=By.EDITOR)
        for statement, *values in rows.order_by(
            "statement_id", *columns[:-1]
        ).values_list("statement_id", *columns):
            edited[statement].append("|".join(map(str, values)))
    origins = Statement.objects.filter(pk__in=statement_ids, origin_by=By.EDITOR)
    for statement, origin in origins.values_list("pk", "origin_id"):
        edited[statement].append(f"origin|{origin}")
    return edited


def is_stale(seen: Evidence, now: Evidence) -> bool:
    """Whether anything that was seen is gone or changed."""
    return any(now.get(statement) != digest for statement, digest in seen.items())


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
