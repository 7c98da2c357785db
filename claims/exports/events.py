"""What webhooks tell: which entry of the audit is which event, and its payload.

A payload is ids, addresses and a few facts, made when it is sent, by what its reader
may see then. Nothing of a withdrawn article or a hidden statement is in it, of a rating
that it was given and no more, and of what is blind to the reader nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.conf import settings
from django.urls import reverse

from claims.models import Claim, ClaimMember, Link, Statement, Verdict
from claims.selectors.entries import entries_visible_to
from claims.selectors.verdicts import PUBLIC
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.webhooks.events import (
    CLAIM_CREATED,
    CONFLICT_FOUND,
    LINK_DECIDED,
    RATING_ADDED,
    VERDICT_PUBLISHED,
    VERSION_CHANGED,
)
from sources.models import Article

Data = dict[str, Any]

VERSION = "article.version"
EVENTS_BY_VERB = {
    "claim.found": CLAIM_CREATED,
    "claim.create": CLAIM_CREATED,
    "claim.split_from": CLAIM_CREATED,
    "claim.conflict": CONFLICT_FOUND,
    "link.decide": LINK_DECIDED,
    "link.decide.undo": LINK_DECIDED,
    "link.create": LINK_DECIDED,
    "link.create.undo": LINK_DECIDED,
    "claim.rate": RATING_ADDED,
    "claim.publish": VERDICT_PUBLISHED,
}


def event_of(entry: AuditEntry) -> str | None:
    """The event that an entry is. The first version of an article changes nothing."""
    if entry.verb == VERSION:
        return VERSION_CHANGED if entry.after.get("number", 1) > 1 else None
    return EVENTS_BY_VERB.get(entry.verb)


def visible_entries(user: User, entries: Collection[int]) -> set[int]:
    """Of entries, by their ids, those that are not blind to the user."""
    rows = entries_visible_to(user).filter(pk__in=entries).order_by()
    return set(rows.values_list("pk", flat=True))


def payload_of(entry: AuditEntry, event: str, user: User) -> Data | None:
    """What the event tells the user; None when there is nothing they may read."""
    if not visible_entries(user, [entry.pk]):
        return None
    told = TOLD[event](entry)
    if told is None:
        return None
    by = entry.actor_name if entry.actor_id else None
    return {"entry": entry.pk, "by": by, **told}


def address(name: str, *numbers: object) -> str:
    """The whole address of a page or a resource."""
    return settings.SITE_URL + reverse(name, args=numbers)


def claim_facts(claim: Claim) -> Data | None:
    """A claim in short; None when readers see none of its statements."""
    if not _shows_something(claim):
        return None
    first, last = claim.first_reported, claim.last_reported
    return {
        "id": claim.pk,
        "title": claim.title,
        "conflicts": claim.conflicts,
        "outlets": claim.outlets,
        "origins": claim.origins,
        "first_reported": first.isoformat() if first else None,
        "last_reported": last.isoformat() if last else None,
        "merged_into": claim.merged_into_id,
        "api": address("claim-detail", claim.pk),
        "page": address("claims:claim", claim.pk),
    }


def _shows_something(claim: Claim) -> bool:
    home = claim.merged_into_id or claim.pk
    return ClaimMember.objects.filter(
        claim=home,
        state=ClaimMember.State.IN,
        statement__hidden_by=None,
        statement__article__withdrawn_at=None,
    ).exists()


def _claim(entry: AuditEntry) -> Data | None:
    claim = Claim.objects.filter(pk=entry.target_id).first()
    facts = claim_facts(claim) if claim else None
    return None if facts is None else {"claim": facts}


def _conflict(entry: AuditEntry) -> Data | None:
    told = _claim(entry)
    if told is None:
        return None
    before, after = (side.get("conflicts") for side in (entry.before, entry.after))
    return {**told, "conflicts_before": before, "conflicts": after}


def _rating(entry: AuditEntry) -> Data | None:
    """That there is one, where and of which round: whoever may read it asks for it."""
    told = _claim(entry)
    if told is None:
        return None
    rating = {
        "id": entry.after.get("rating"),
        "round": entry.after.get("round"),
        "api": address("rating-detail", entry.after.get("rating")),
    }
    return {**told, "rating": rating}


def _verdict(entry: AuditEntry) -> Data | None:
    told = _claim(entry)
    public = Verdict.objects.filter(PUBLIC, pk=entry.after.get("verdict"))
    verdict = public.first()
    if told is None or verdict is None:
        return None
    published = {
        "id": verdict.pk,
        "round": verdict.round,
        "label": verdict.label,
        "text": verdict.text,
        "page": address("claims:card", verdict.claim_id),
    }
    return {**told, "verdict": published}


def _link(entry: AuditEntry) -> Data | None:
    """As it was decided then; what holds of it now is at its address."""
    link = Link.objects.filter(pk=entry.target_id).first()
    if link is None:
        return None
    ends = Statement.objects.filter(
        pk__in=(link.low_id, link.high_id),
        hidden_by=None,
        article__withdrawn_at=None,
    ).select_related("article")
    by_id = {row.pk: row for row in ends.defer("frames")}
    if len(by_id) < len({link.low_id, link.high_id}):
        return None
    homes = ClaimMember.objects.filter(
        statement__in=by_id, state=ClaimMember.State.IN, claim__merged_into=None
    ).order_by("claim_id")
    claims = list(dict.fromkeys(homes.values_list("claim_id", flat=True)))
    return {
        "link": {
            "id": link.pk,
            "state": entry.after.get("state"),
            "relation": entry.after.get("relation"),
            "direction": entry.after.get("direction"),
            "taken_back": entry.undoes_id is not None,
            "statements": [
                {
                    "id": pk,
                    "article": by_id[pk].article.external_id,
                    "api": address("statement-detail", pk),
                    "page": address("claims:statement", pk),
                }
                for pk in (link.low_id, link.high_id)
            ],
            "api": address("link-detail", link.pk),
        },
        "claims": [
            {
                "id": pk,
                "api": address("claim-detail", pk),
                "page": address("claims:claim", pk),
            }
            for pk in claims
        ],
    }


def _version(entry: AuditEntry) -> Data | None:
    shown = Article.objects.filter(pk=entry.target_id, withdrawn_at=None)
    article = shown.select_related("outlet").first()
    if article is None:
        return None
    return {
        "article": {
            "id": article.pk,
            "external_id": article.external_id,
            "title": article.title,
            "outlet": article.outlet.name,
            "url": article.url,
            "version": entry.after.get("number"),
            "api": address("article-detail", article.pk),
            "page": address("claims:article", article.pk),
        }
    }


TOLD: dict[str, Callable[[AuditEntry], Data | None]] = {
    CLAIM_CREATED: _claim,
    CONFLICT_FOUND: _conflict,
    LINK_DECIDED: _link,
    RATING_ADDED: _rating,
    VERDICT_PUBLISHED: _verdict,
    VERSION_CHANGED: _version,
}
