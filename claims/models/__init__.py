"""The tables of claims, each file one concept.

    run ─▶ origin, name ─▶ statement ─▶ link ─▶ claim ─▶ rating ─▶ rating_slot, verdict
                           block_key         │            assignment, comment, follow
                                             └─▶ outside_verdict
    saved_search

A file imports only from files to its left.
"""

from claims.models.assignment import Assignment
from claims.models.block_key import BlockKey
from claims.models.choices import By
from claims.models.claim import Claim, ClaimFacet, ClaimMember, ClaimOutlet
from claims.models.comment import Comment
from claims.models.follow import Follow
from claims.models.link import FacetComparison, Link
from claims.models.name import Name, NameApart, NameVariant
from claims.models.origin import Origin
from claims.models.outside_verdict import OutsideVerdict
from claims.models.rating import Rating
from claims.models.rating_slot import RatingDraft, RatingSlot
from claims.models.run import ProcessingRun
from claims.models.saved_search import SavedSearch
from claims.models.statement import AttributionHop, Statement, StatementFacet
from claims.models.verdict import Verdict

__all__ = [
    "Assignment",
    "AttributionHop",
    "BlockKey",
    "By",
    "Claim",
    "ClaimFacet",
    "ClaimMember",
    "ClaimOutlet",
    "Comment",
    "FacetComparison",
    "Follow",
    "Link",
    "Name",
    "NameApart",
    "NameVariant",
    "Origin",
    "OutsideVerdict",
    "ProcessingRun",
    "Rating",
    "RatingDraft",
    "RatingSlot",
    "SavedSearch",
    "Statement",
    "StatementFacet",
    "Verdict",
]
