"""How many queries the queue and a claim cost: recorded, and the same at any size.

tests/web/query_baseline.json holds the most that each page may ask. A change that needs
more writes the new number there, where a reviewer sees it.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.facets.types import Level
from claims.models import Claim, ClaimFacet, ClaimMember, ClaimOutlet, Statement
from claims.selectors.priority import priority

if TYPE_CHECKING:
    from django.test import Client

    from tests.web.newsroom import Newsroom

BASELINE = json.loads(
    Path(__file__).with_name("query_baseline.json").read_text(encoding="utf-8")
)
FEW, MANY = 20, 2000
FIRST = date(2031, 5, 1)

pytestmark = pytest.mark.django_db


def more_claims(newsroom: Newsroom, number: int) -> None:
    """Claims of the ferry's two outlets, each of the ferry's statements and levels."""
    statements = list(Statement.objects.filter(memberships__claim=newsroom.ferry))
    outlets = [row.outlet_id for row in newsroom.ferry.outlet_rows.all()]
    claims = Claim.objects.bulk_create(
        Claim(
            title=f"Crossing {at}",
            finding="conflict" if at % 3 else "naming",
            outlets=2,
            priority=priority(3, 2, FIRST + timedelta(days=at % 90)),
            first_reported=FIRST,
            last_reported=FIRST + timedelta(days=at % 90),
        )
        for at in range(number)
    )
    ClaimMember.objects.bulk_create(
        ClaimMember(claim=claim, statement=row)
        for claim in claims
        for row in statements
    )
    ClaimFacet.objects.bulk_create(
        ClaimFacet(claim=claim, kind="date", worst_level=Level.CONFLICT.value)
        for claim in claims
    )
    ClaimOutlet.objects.bulk_create(
        ClaimOutlet(claim=claim, outlet_id=outlet, statements=1)
        for claim in claims
        for outlet in outlets
    )


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as context:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(context)


@pytest.mark.parametrize("which", ["queue", "filtered", "claim"])
def test_recorded_and_the_same_for_few_claims_and_for_many(
    client: Client, newsroom: Newsroom, which: str
) -> None:
    address = {
        "queue": "/",
        "filtered": "/?relation=conflict&facet=date&q=crossing&page=2",
        "claim": f"/claims/{newsroom.call.pk}/",
    }[which]
    client.force_login(newsroom.editor)
    more_claims(newsroom, FEW)
    few = queries(client, address)
    more_claims(newsroom, MANY)
    many = queries(client, address)
    assert few == many
    assert many <= BASELINE[which]
