"""What a verdict has frozen of its claim, in the form that cards have now.

Verdicts are never changed, so cards that were frozen by an earlier version stay as they
are and are read as if they had been frozen today. Those of the first days named no
article but those that give a value: who is silent, whose words the title is and how
many origins an article has are filled in, as far as the claim still tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.selectors.disputes import worded
from sources.models import Article

if TYPE_CHECKING:
    from datetime import date

    from claims.models import Claim, Verdict

Frozen = dict[str, Any]


def frozen_of(verdict: Verdict) -> Frozen:
    """The card of a verdict, as `selectors.disputes.card_of` freezes it now.

    since  only of an old card: the first day, which its sources may not tell
    One to two queries for an old card, none for any other.
    """
    card: Frozen = verdict.card
    if "sources" in card and "worded" in card:
        return card
    title = str(card.get("title", ""))
    disputes = [_dispute(each) for each in card.get("disputes", ())]
    giving = {
        source["article"]: source
        for dispute in disputes
        for value in dispute["values"]
        for source in value["sources"]
    }
    silent = _silent(verdict.claim, card.get("silent", ()))
    return {
        "title": title,
        "worded": worded(verdict.claim, title),
        "origins": card.get("origins", 0),
        "since": card.get("since", ""),
        "sources": [*giving.values(), *silent],
        "disputes": disputes,
    }


def _dispute(frozen: Frozen) -> Frozen:
    return {**frozen, "values": [_value(each) for each in frozen["values"]]}


def _value(frozen: Frozen) -> Frozen:
    """Every article of a value was taken to print it in the same words."""
    told = {"text": frozen["text"], "norm": frozen["norm"]}
    sources = [
        # Each article its own origin: never fewer are counted than there are, and
        # `selectors.cards` counts no more than were frozen.
        {"origins": [f"article {source['article']}"], **told, **source}
        for source in frozen["sources"]
    ]
    return {**frozen, "sources": sources}


def _silent(claim: Claim, names: list[str]) -> list[Frozen]:
    """The outlets that give no value, with the articles by which they tell of it."""
    if not names:
        return []
    found = Article.objects.filter(
        statements__memberships__claim=claim, outlet__name__in=names
    ).distinct()
    rows = list(found.order_by("pk").select_related("outlet"))
    known = {row.outlet.name for row in rows}
    sources: list[tuple[str, int | None, str, date | None]] = [
        (row.outlet.name, row.pk, row.url, row.published_date) for row in rows
    ]
    sources += [(name, None, "", None) for name in names if name not in known]
    return [
        {
            "outlet": name,
            "article": pk,
            "url": url,
            "day": day.isoformat() if day else "",
            "origins": [f"article {pk or name}"],
            "text": "",
            "norm": "",
        }
        for name, pk, url, day in sources
    ]
