"""Claims as sets of lines, and the engine reading everything once more."""

from __future__ import annotations

from claims.models import Claim, ClaimMember, Statement
from claims.services.pipeline import Work, process_versions
from sources.models import ArticleVersion
from tests.db.fakes import ENGINE, LineEngine


def lines() -> dict[int, set[str]]:
    """{claim id: the lines that are in}; claims that lead on are left out."""
    found: dict[int, set[str]] = {}
    rows = ClaimMember.objects.filter(state="in", claim__merged_into=None)
    for claim, quote in rows.values_list("claim_id", "statement__quote"):
        found.setdefault(claim, set()).add(quote)
    return found


def claim_with(quote: str) -> Claim:
    """The one claim that has the line."""
    rows = ClaimMember.objects.filter(
        state="in", claim__merged_into=None, statement__quote=quote
    )
    return rows.get().claim


def row(quote: str) -> Statement:
    return Statement.objects.get(quote=quote)


def read_again(*, later: str = "lines 2") -> None:
    """A new engine version reads every text and links it, as after an update."""
    versions = ArticleVersion.objects.select_related("article__outlet").order_by("pk")
    engine = LineEngine(version=later)
    process_versions([Work(v, again=True) for v in versions], engine=engine)
    process_versions([Work(v, again=True) for v in versions], engine=ENGINE)
