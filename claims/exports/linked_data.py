"""Claims as JSON-LD: what is printed, how it hangs together, and what was published.

    claim (schema:Claim)
      statement  the sentences, each a schema:Claim with its appearance and its facets
      link       which two are related, how, by whom, and which facets were compared
      review     the published verdict, one ClaimReview a value (exports.claim_review)

It holds nothing that a reader might not see: what is printed and how it compares. No
rating is in it, nor anything that follows from ratings before a verdict is published;
what was hidden or withdrawn is not loaded (selectors.material).
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from claims.exports.claim_review import claim_reviews
from claims.exports.events import address
from claims.exports.vocabulary import context
from claims.models import FacetComparison, Link, Statement, StatementFacet
from claims.models.link import NOT_STATED
from claims.selectors.cards import shown_cards
from claims.selectors.material import Material, load_material
from claims.selectors.verdicts import public_verdicts
from sources.models import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.models import Claim

Node = dict[str, Any]
TAIL = "\n]}\n"
WEB = ("http://", "https://")


def claims_jsonld_head() -> str:
    """The document up to its first claim: the context, and what it is."""
    told = {
        "@id": f"{settings.SITE_URL}/",
        "@type": "Dataset",
        "name": settings.NEWSROOM,
        "dateCreated": timezone.localdate().isoformat(),
    }
    return f'{{"@context": {_json(context())},\n"@graph": [\n{_json(told)}'


def claims_jsonld_parts(claims: Sequence[Claim]) -> Iterator[str]:
    """Each claim as it follows the one before it in the document."""
    for node in claim_nodes(claims):
        yield f",\n{_json(node)}"


def claim_nodes(claims: Sequence[Claim]) -> list[Node]:
    """The claims, in a constant number of queries."""
    # What programs read is the same for every reader.
    with translation.override(settings.LANGUAGE_CODE):
        reviews = _reviews([claim.pk for claim in claims])
        return [
            _claim(material, reviews[material.claim.pk])
            for material in load_material(claims)
        ]


def _claim(material: Material, reviews: list[Node]) -> Node:
    claim = material.claim
    days = {
        "firstReported": claim.first_reported,
        "lastReported": claim.last_reported,
    }
    return {
        "@id": address("claims:claim", claim.pk),
        "@type": "Claim",
        "identifier": claim.pk,
        "name": claim.title,
        "outlets": claim.outlets,
        "independentOrigins": claim.origins,
        "conflictCount": claim.conflicts,
        **{name: day.isoformat() for name, day in days.items() if day},
        "statement": [
            _statement(row, material.facets[row.pk]) for row in material.statements
        ],
        "link": [_link(link) for link in material.links],
        **({"review": reviews} if reviews else {}),
    }


def _statement(row: Statement, facets: Sequence[StatementFacet]) -> Node:
    return {
        "@id": _statement_address(row.pk),
        "@type": ["Claim", "Statement"],
        "identifier": row.pk,
        "text": row.quote,
        "stillPrinted": row.state == Statement.State.PRINTED,
        "appearance": _article(row.article),
        **({"origin": _origin(row)} if row.origin_id else {}),
        "facet": [
            _facet(each.kind, each.role, each.text, each.value, each.start, each.end)
            for each in facets
        ],
    }


def _article(article: Article) -> Node:
    day = _day(article)
    return {
        "@id": address("claims:article", article.pk),
        "@type": "NewsArticle",
        "identifier": article.external_id,
        "headline": article.title,
        "publisher": {"@type": "Organization", "name": article.outlet.name},
        **({"url": article.url} if article.url.startswith(WEB) else {}),
        **({"datePublished": day} if day else {}),
    }


def _day(article: Article) -> str:
    """The local day, or the month where no more is known."""
    if article.published_date is None:
        return ""
    if article.published_precision == Article.Precision.MONTH:
        return f"{article.published_date:%Y-%m}"
    return article.published_date.isoformat()


def _origin(row: Statement) -> Node:
    assert row.origin is not None
    number = row.origin.merged_into_id or row.origin.pk
    return {
        "@id": f"{settings.SITE_URL}/#origin-{number}",
        "@type": "Origin",
        "name": row.origin.label,
    }


def _link(link: Link) -> Node:
    later = {1: link.high_id, -1: link.low_id}.get(link.direction)
    return {
        "@id": address("link-detail", link.pk),
        "@type": "Link",
        "identifier": link.pk,
        "a": _statement_address(link.low_id),
        "b": _statement_address(link.high_id),
        "relation": link.relation,
        **({"later": _statement_address(later)} if later else {}),
        "state": link.state,
        "decidedBy": link.by,
        **({} if link.engine_score is None else {"score": link.engine_score}),
        "reason": link.engine_reason,
        "compares": [_comparison(row) for row in link.comparisons.all()],
    }


def _comparison(row: FacetComparison) -> Node:
    sides = {
        "inA": (row.low_text, row.low_value, row.low_start, row.low_end),
        "inB": (row.high_text, row.high_value, row.high_start, row.high_end),
    }
    return {
        "@type": "Comparison",
        "kind": row.kind,
        "role": row.role,
        "level": row.level,
        "reason": row.reason,
        **{
            name: _facet(row.kind, row.role, *side)
            for name, side in sides.items()
            if side[2] != NOT_STATED
        },
    }


def _facet(kind: str, role: str, text: str, value: str, start: int, end: int) -> Node:
    return {
        "@type": "Facet",
        "kind": kind,
        "role": role,
        "text": text,
        "value": value,
        "start": start,
        "end": end,
    }


def _reviews(claims: Sequence[int]) -> dict[int, list[Node]]:
    """What is public of each claim, as its card has it."""
    found: dict[int, list[Node]] = defaultdict(list)
    cards = shown_cards(list(public_verdicts().filter(claim__in=claims)))
    for card in cards:
        pk = card.verdict.claim_id
        found[pk] = [
            {name: value for name, value in review.items() if name != "@context"}
            for review in claim_reviews(
                card,
                url=address("claims:card", pk),
                newsroom=settings.NEWSROOM,
                home=f"{settings.SITE_URL}/",
            )
        ]
    return found


def _statement_address(pk: int) -> str:
    return settings.SITE_URL + reverse("claims:statement", args=[pk])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
