"""The tables of claims, each file one concept.

    run ─▶ origin, name ─▶ statement ─▶ link ─▶ claim ─▶ rating
                           block_key

A file imports only from files to its left.
"""

from claims.models.block_key import BlockKey
from claims.models.choices import By
from claims.models.claim import Claim, ClaimFacet, ClaimMember, ClaimOutlet
from claims.models.link import FacetComparison, Link
from claims.models.name import Name, NameApart, NameVariant
from claims.models.origin import Origin
from claims.models.rating import Rating
from claims.models.run import ProcessingRun
from claims.models.statement import AttributionHop, Statement, StatementFacet

__all__ = [
    "AttributionHop",
    "BlockKey",
    "By",
    "Claim",
    "ClaimFacet",
    "ClaimMember",
    "ClaimOutlet",
    "FacetComparison",
    "Link",
    "Name",
    "NameApart",
    "NameVariant",
    "Origin",
    "ProcessingRun",
    "Rating",
    "Statement",
    "StatementFacet",
]
