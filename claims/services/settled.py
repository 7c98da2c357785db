"""What follows in the claims when links or members have changed by an editor's hand."""

from __future__ import annotations

from collections.abc import Collection

from claims.linkage.config import DEFAULT_CONFIG
from claims.services.clusters import recluster
from claims.services.refresh import claim_refresh
from claims.services.shifts import Shifts


def claims_settle(
    statement_ids: Collection[int],
    claim_ids: Collection[int] = (),
    *,
    shifts: Shifts | None = None,
) -> set[int]:
    """Cluster around the statements and count the claims anew; those concerned.

    claim_ids: others to be counted with them; shifts: as in recluster. Inside the
    transaction of the act.
    """
    concerned = recluster(
        statement_ids=statement_ids,
        density=DEFAULT_CONFIG.cluster_density,
        shifts=shifts,
    )
    claim_refresh(concerned | set(claim_ids))
    return concerned
