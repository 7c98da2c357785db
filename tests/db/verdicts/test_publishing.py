"""What of a claim readers can see: its card, published and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError

from claims.models import Claim, Verdict
from claims.selectors.cards import shown_cards
from claims.selectors.verdicts import (
    Seen,
    printings,
    public_verdict,
    since,
    withdrawn_verdict,
)
from claims.services.conflict import ConflictError
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.verdict_rows import TITLE_CHARACTERS
from claims.services.verdicts import claim_adjudicate, claim_reopen
from factcheck.operations.models import AuditEntry
from tests import factories as f
from tests.db.verdicts.deciding import FIRST, REASONS, decision
from tests.web.newsroom import a_statement, an_article

if TYPE_CHECKING:
    from factcheck.operations.models import User
    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db


# --- the card ----------------------------------------------------------------------


def test_a_verdict_is_saved_and_published_at_once(claim: Claim, senior: User) -> None:
    verdict = claim_adjudicate(
        actor=senior,
        claim=claim,
        seen=FIRST,
        decision=decision(claim, date="5 May"),
        title="A call between two ministers",
        publish=True,
    )
    assert Verdict.objects.count() == 1
    assert public_verdict(claim.pk) == verdict
    claim.refresh_from_db()
    assert claim.state == Claim.State.PUBLISHED
    assert list(AuditEntry.objects.order_by("id").values_list("verb", flat=True)) == [
        "claim.adjudicate",
        "claim.publish",
    ]
    card = public_verdict(claim.pk).card
    assert card["title"] == "A call between two ministers"
    (shown,) = shown_cards([public_verdict(claim.pk)])
    assert (shown.outlets, shown.origins, shown.since) == (3, 3, date(2031, 5, 10))
    day = card["disputes"][0]
    assert [value["text"] for value in day["values"]] == ["5 May", "6 May"]
    assert [value["origins"] for value in day["values"]] == [2, 1]
    assert [source["outlet"] for source in day["values"][0]["sources"]] == [
        "Tidewater Gazette",
        "Northern Bell",
    ]
    assert shown.silent == ()


def test_no_rating_name_or_reason_is_in_the_card(
    newsroom: Newsroom, claim: Claim, senior: User
) -> None:
    f.RatingFactory(
        claim=claim, editor=newsroom.editor, value=1, rationale="Quite irreconcilable."
    )
    verdict = claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim), publish=True
    )
    said = str(verdict.card)
    for secret in ("irreconcilable", "Moreau", "senior", REASONS, "spoke on 6 May for"):
        assert secret not in said


def test_a_card_without_a_verdict(claim: Claim, senior: User) -> None:
    verdict = claim_publish(actor=senior, claim=claim, seen=FIRST)
    assert (verdict.label, verdict.text, verdict.value) == ("open", "", None)
    assert verdict.published_at is not None
    assert public_verdict(claim.pk) == verdict
    claim.refresh_from_db()
    assert claim.state == Claim.State.DISPUTED  # its round goes on
    claim_unpublish(actor=senior, claim=claim, reason="Too early.")
    claim.refresh_from_db()
    assert claim.state == Claim.State.DISPUTED


def test_what_is_not_disputed_has_no_card(newsroom: Newsroom, senior: User) -> None:
    with pytest.raises(ValidationError, match="Nothing is disputed"):
        claim_publish(actor=senior, claim=newsroom.ferry, seen=FIRST)
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("length", "fits"), [(TITLE_CHARACTERS, True), (TITLE_CHARACTERS + 1, False)]
)
def test_how_long_a_title_may_be(
    claim: Claim, senior: User, length: int, *, fits: bool
) -> None:
    try:
        claim_publish(actor=senior, claim=claim, seen=FIRST, title="x" * length)
    except ValidationError as refused:
        assert set(refused.message_dict) == {"title"}
    assert Verdict.objects.exists() is fits


def test_the_same_card_is_not_published_twice(claim: Claim, senior: User) -> None:
    verdict = claim_publish(actor=senior, claim=claim, seen=FIRST)
    with pytest.raises(ConflictError, match="public already"):
        claim_publish(actor=senior, claim=claim, seen=Seen(1, 1))
    with pytest.raises(ConflictError, match="meanwhile"):
        claim_publish(actor=senior, claim=claim, seen=FIRST)
    assert list(Verdict.objects.all()) == [verdict]


def test_a_claim_that_moved_on_gets_a_new_card_with_the_same_verdict(
    claim: Claim, senior: User
) -> None:
    first = claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim, date="5 May")
    )
    Claim.objects.filter(pk=claim.pk).update(origins=2)
    second = claim_publish(actor=senior, claim=claim, seen=Seen(1, 1))
    assert (second.seq, second.decided, second.text) == (2, first.decided, first.text)
    assert (first.card["origins"], second.card["origins"]) == (3, 2)
    first.refresh_from_db()
    assert first.published_at is None


def test_the_card_is_frozen_and_marked_when_the_claim_moves_on(
    newsroom: Newsroom, claim: Claim, senior: User
) -> None:
    claim_publish(actor=senior, claim=claim, seen=FIRST)
    assert not since(public_verdict(claim.pk))
    late = an_article("Late Lantern", "Once more", 20, "They spoke, both say.")
    f.MemberFactory(claim=claim, statement=a_statement(late, "They spoke, both say."))
    verdict = public_verdict(claim.pk)
    assert (since(verdict).newer, since(verdict).changed) == (1, False)
    assert shown_cards([verdict])[0].outlets == 3
    newsroom.tide.published_date = date(2031, 5, 11)
    newsroom.tide.save()
    assert since(verdict).changed
    claim_reopen(actor=senior, claim=claim, round=1, reason="A fourth outlet.")
    assert since(public_verdict(claim.pk)).reopened


# --- taking back ---------------------------------------------------------------------


def test_what_is_taken_back_leaves_its_reason(claim: Claim, senior: User) -> None:
    claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim), publish=True
    )
    claim_publish(actor=senior, claim=claim, seen=Seen(1, 1), title="Another title")
    assert claim_unpublish(actor=senior, claim=claim, reason=" A wrong outlet. ") == 2
    assert public_verdict(claim.pk) is None
    gone = withdrawn_verdict(claim.pk)
    assert gone.withdrawn_reason == "A wrong outlet."
    assert gone.withdrawn_at is not None
    claim.refresh_from_db()
    assert claim.state == Claim.State.WITHDRAWN
    assert AuditEntry.objects.get(verb="claim.unpublish").reason == "A wrong outlet."
    with pytest.raises(ConflictError):
        claim_unpublish(actor=senior, claim=claim, reason="Again.")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_taking_back_needs_a_reason(claim: Claim, senior: User, reason: str) -> None:
    claim_publish(actor=senior, claim=claim, seen=FIRST)
    with pytest.raises(ValidationError):
        claim_unpublish(actor=senior, claim=claim, reason=reason)
    with pytest.raises(ValidationError):
        claim_reopen(actor=senior, claim=claim, round=1, reason=reason)
    assert public_verdict(claim.pk) is not None


def test_what_was_taken_back_can_be_published_again(claim: Claim, senior: User) -> None:
    claim_publish(actor=senior, claim=claim, seen=FIRST)
    claim_unpublish(actor=senior, claim=claim, reason="Checked once more.")
    again = claim_publish(actor=senior, claim=claim, seen=Seen(1, 1))
    assert (again.seq, public_verdict(claim.pk)) == (2, again)
    assert [row.withdrawn_reason for row in printings(claim.pk)] == [
        "",
        "Checked once more.",
    ]
