"""The verdicts of a claim: the last one, the public one, what became of it since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery, Value

from claims.models import Claim, Rating, Verdict
from claims.selectors.cards import Settled, shown_cards
from claims.selectors.evidence import evidence_of, is_stale
from claims.selectors.ratings import ratings_visible_to, sees_all
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User


class Seen(NamedTuple):
    """Which verdict somebody has before them: the last of the round, seq 0 = none."""

    round: int
    seq: int


PUBLIC = Q(published_at__isnull=False, withdrawn_at__isnull=True)


def verdicts_visible_to(user: User | AnonymousUser) -> QuerySet[Verdict]:
    """The verdicts that `user` may see, as `verdict_told` and the cards show them.

    Everybody those that are or were in print; who has an account all of them. Each with
    `inside` (what stays in the house is shown, too) and `tells_why` (so are the reasons
    for the raters: who has rated in its round, or adjudicates).
    """
    rows = Verdict.objects.select_related("editor")
    if not user.is_authenticated:
        rows = rows.filter(published_at__isnull=False)
        return rows.annotate(inside=Value(value=False), tells_why=Value(value=False))
    rated = ratings_visible_to(user).filter(
        editor=user.pk, claim=OuterRef("claim"), round=OuterRef("round")
    )
    why = Value(value=True) if sees_all(user) else Exists(rated)
    return rows.annotate(inside=Value(value=True), tells_why=why)


def last_verdict(claim: Claim) -> Verdict | None:
    """The verdict that counts in the claim's present round."""
    rows = Verdict.objects.filter(claim=claim, round=claim.round)
    return rows.select_related("editor").order_by("-seq").first()


def seen_now(claim: Claim) -> Seen:
    """What a page that is made now shows of the claim's verdicts."""
    last = last_verdict(claim)
    return Seen(claim.round, last.seq if last else 0)


def public_verdict(claim: int) -> Verdict | None:
    """What readers see of a claim: its newest verdict in print, of any round."""
    rows = Verdict.objects.filter(PUBLIC, claim=claim).select_related("claim")
    return rows.order_by("-id").first()


def card_verdict(claim: int) -> Verdict | None:
    """The card that a claim's public address shows: that of the claim into which it was
    merged, where both are in print. None for a card that was taken back.
    """
    own = public_verdict(claim)
    into = own.claim.merged_into_id if own else None
    return (public_verdict(into) if into is not None else None) or own


def withdrawn_verdict(claim: int) -> Verdict | None:
    """The newest that was taken back; asked when there is no public one."""
    rows = Verdict.objects.filter(claim=claim, withdrawn_at__isnull=False)
    return rows.order_by("-withdrawn_at", "-id").first()


def public_verdicts() -> QuerySet[Verdict]:
    """The cards that readers can open, one a claim, the newest first."""
    newest = (
        Verdict.objects.filter(PUBLIC, claim=OuterRef("claim"))
        .order_by("-id")
        .values("pk")[:1]
    )
    rows = Verdict.objects.filter(PUBLIC, pk=Subquery(newest))
    # One that leads on to another's card would be listed twice.
    into = Verdict.objects.filter(PUBLIC, claim=OuterRef("claim__merged_into"))
    return rows.exclude(Exists(into)).order_by("-published_at", "-id")


def printings(claim: int) -> QuerySet[Verdict]:
    """Every verdict of a claim that was ever public, the newest first."""
    rows = Verdict.objects.filter(claim=claim, published_at__isnull=False)
    return rows.order_by("-published_at", "-id")


@dataclass(frozen=True, slots=True)
class Since:
    """How far a claim has moved on from what a verdict was given on.

    newer    statements that came after it
    changed  something it saw is gone or reads otherwise
    reopened the newsroom looks at the claim again
    """

    newer: int = 0
    changed: bool = False
    reopened: bool = False

    def __bool__(self) -> bool:
        return bool(self.newer or self.changed or self.reopened)


def since(verdict: Verdict) -> Since:
    """What has happened to the claim after the verdict. Two queries."""
    now = evidence_of([verdict.claim_id])[verdict.claim_id]
    return Since(
        newer=len(now.keys() - verdict.evidence.keys()),
        changed=is_stale(verdict.evidence, now),
        reopened=verdict.claim.round > verdict.round,
    )


def disputed_claims() -> QuerySet[Claim]:
    """Claims whose editors differ by two or more, the one waiting longest first.

    Ask only for who adjudicates: that a claim is disputed tells of its ratings.
    `rated_at` is the time of the last rating of the round, which made it so.
    """
    last = (
        Rating.objects.filter(claim=OuterRef("pk"), round=OuterRef("round"))
        .order_by()
        .values("claim")
        .annotate(last=Max("at"))
        .values("last")
    )
    rows = Claim.objects.filter(state=Claim.State.DISPUTED, merged_into=None)
    return rows.annotate(rated_at=Subquery(last)).order_by("rated_at", "pk")


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict as a claim's page tells it to one person.

    decided  what it says of each facet, less what was withdrawn since
    own      that person's last rating of the verdict's round, if any
    reasons  why; empty for who has not rated in that round and does not adjudicate
    reopened why the claim was opened again after it; empty while the verdict stands
    """

    verdict: Verdict
    decided: tuple[Settled, ...]
    own: Rating | None
    reasons: str
    reopened: str

    @property
    def overruled(self) -> bool:
        """Whether the verdict's value is another than the person's own."""
        return bool(
            self.own
            and self.own.value is not None
            and self.verdict.value is not None
            and self.own.value != self.verdict.value
        )


def verdict_told(user: User | AnonymousUser, claim: Claim) -> Told | None:
    """The newest verdict of the claim for its page; None where there is none."""
    rows = Verdict.objects.filter(claim=claim).select_related("editor")
    verdict = rows.order_by("-round", "-seq").first()
    if verdict is None:
        return None
    own = (
        ratings_visible_to(user, claim)
        .filter(editor=user.pk or 0, round=verdict.round)
        .order_by("-seq")
        .first()
    )
    cards = shown_cards([verdict]) if verdict.decided else []
    return Told(
        verdict=verdict,
        decided=cards[0].decided if cards else (),
        own=own,
        reasons=verdict.reasons if own or sees_all(user) else "",
        reopened=question_of(claim) if claim.round > verdict.round else "",
    )


def question_of(claim: Claim) -> str:
    """Why the present round was opened; empty in the first."""
    if claim.round == 1:
        return ""
    entry = (
        AuditEntry.objects.filter(
            verb="claim.reopen",
            target_type=claim._meta.label_lower,
            target_id=str(claim.pk),
        )
        .order_by("-id")
        .first()
    )
    return entry.reason if entry else ""
