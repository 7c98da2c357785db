"""Published cards as ClaimReview (schema.org), the form that search engines read.

One review for each value of each disputed facet: what is claimed is "title: facet:
value", who claims it are the outlets that print it. The rating is of that value: 5 when
the verdict lets it stand, 1 when another stands; where the facet is left open there is
no number, only the words, because a number would say more than the newsroom does.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.selectors.cards import Card, CardDispute, CardValue

CONTEXT = "https://schema.org"
BEST, WORST = 5, 1
STANDS = "Stands by our verdict"
OVERRULED = "Another value stands by our verdict"
OPEN = "Disputed, left open"
# As django.utils.html.json_script: inside a script element nothing may end it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def claim_reviews(
    card: Card, *, url: str, newsroom: str, home: str
) -> list[dict[str, Any]]:
    """The reviews of a card.

    url   of the card; home: of the site. Both absolute.
    """
    published = card.verdict.published_at
    return [
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": url,
            "datePublished": published.date().isoformat() if published else "",
            "author": {"@type": "Organization", "name": newsroom, "url": home},
            "claimReviewed": f"{card.title}: {dispute.label}: {value.words}",
            "itemReviewed": _claim(value),
            "reviewRating": _rating(value),
            **({"reviewBody": card.verdict.text} if card.verdict.text else {}),
        }
        for dispute, value in _values(card)
    ]


def review_feed(cards: Sequence[Card], *, following: str = "") -> dict[str, Any]:
    """Cards as the feed of reviews that aggregators of fact-checks read.

    following  the address of the next page; "" on the last
    """
    return {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "publisher": {
            "@type": "Organization",
            "name": settings.NEWSROOM,
            "url": f"{settings.SITE_URL}/",
        },
        **({"relatedLink": following} if following else {}),
        "dataFeedElement": [_feed_item(card) for card in cards],
    }


def _feed_item(card: Card) -> dict[str, Any]:
    url = settings.SITE_URL + reverse("claims:card", args=[card.verdict.claim_id])
    published = card.verdict.published_at
    reviews = claim_reviews(
        card, url=url, newsroom=settings.NEWSROOM, home=f"{settings.SITE_URL}/"
    )
    return {
        "@type": "DataFeedItem",
        "url": url,
        **({"dateCreated": published.isoformat()} if published else {}),
        "item": [
            {name: value for name, value in review.items() if name != "@context"}
            for review in reviews
        ],
    }


def as_script(data: object) -> SafeString:
    """JSON that may stand inside a script element of a page."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    # Everything that HTML reads inside a script is escaped above.
    return mark_safe(text)


def _values(card: Card) -> Iterator[tuple[CardDispute, CardValue]]:
    for dispute in card.disputes:
        for value in dispute.values:
            yield dispute, value


def _claim(value: CardValue) -> dict[str, Any]:
    names = dict.fromkeys(source.outlet for source in value.sources)
    authors = [{"@type": "Organization", "name": name} for name in names]
    appearance = [
        {
            "@type": "NewsArticle",
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.outlet},
            **({"datePublished": source.day.isoformat()} if source.day else {}),
        }
        for source in value.sources
        if source.url
    ]
    days = [source.day for source in value.sources if source.day]
    return {
        "@type": "Claim",
        "author": authors[0] if len(authors) == 1 else authors,
        **({"datePublished": min(days).isoformat()} if days else {}),
        **({"appearance": appearance} if appearance else {}),
    }


def _rating(value: CardValue) -> dict[str, Any]:
    if value.stands is None:
        return {"@type": "Rating", "alternateName": OPEN}
    return {
        "@type": "Rating",
        "ratingValue": BEST if value.stands else WORST,
        "bestRating": BEST,
        "worstRating": WORST,
        "alternateName": STANDS if value.stands else OVERRULED,
    }
