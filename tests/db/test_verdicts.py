"""What the newsroom decides, and what of it readers can see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Claim, Follow, Rating, Verdict
from claims.selectors.cards import shown_cards
from claims.selectors.disputes import disputes_now
from claims.selectors.evidence import evidence_of
from claims.selectors.verdicts import (
    Seen,
    disputed_claims,
    printings,
    public_verdict,
    public_verdicts,
    question_of,
    seen_now,
    since,
    verdict_told,
    withdrawn_verdict,
)
from claims.services.conflict import ConflictError
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.verdict_rows import TITLE_CHARACTERS, Decided
from claims.services.verdicts import Decision, claim_adjudicate, claim_reopen
from factcheck.operations.models import AuditEntry, Notification
from factcheck.operations.roles import Role
from tests import factories as f
from tests.web.newsroom import a_person, a_statement, an_article, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.operations.models import User
    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db

FIRST = Seen(1, 0)
REASONS = "The office confirms the day."


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def claim(newsroom: Newsroom) -> Claim:
    Claim.objects.filter(pk=newsroom.call.pk).update(state=Claim.State.DISPUTED)
    return Claim.objects.get(pk=newsroom.call.pk)


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Sal Senior", Role.SENIOR_EDITOR)


def standing(claim: Claim, **values: str) -> list[Decided]:
    """The disputed facets of a claim with the value chosen for each kind."""
    return [
        Decided(each.kind, each.role, each.label, values.get(each.kind, ""))
        for each in disputes_now(claim)
    ]


def decision(claim: Claim, **values: str) -> Decision:
    return Decision(
        decided=standing(claim, **values),
        value=2,
        text="It was the fifth.",
        reasons=REASONS,
    )


# --- adjudicating ------------------------------------------------------------------


def test_what_is_disputed(claim: Claim) -> None:
    assert {each.kind: each.words for each in disputes_now(claim)} == {
        "date": ("5 May", "6 May"),
        "duration": ("about half an hour", "forty minutes"),
    }


@pytest.mark.parametrize(
    ("chosen", "label"),
    [
        ({"date": "5 May", "duration": "forty minutes"}, "settled"),
        ({"date": "6 May"}, "partly"),
        ({}, "open"),
    ],
)
def test_a_verdict_is_written_with_its_entry(
    claim: Claim, senior: User, chosen: dict[str, str], label: str
) -> None:
    verdict = claim_adjudicate(
        actor=senior,
        claim=claim,
        seen=FIRST,
        decision=decision(claim, **chosen),
        request_id="r1",
    )
    verdict = Verdict.objects.get(pk=verdict.pk)
    assert (verdict.round, verdict.seq, verdict.label) == (1, 1, label)
    assert (verdict.value, verdict.reasons) == (2, REASONS)
    assert {row["kind"]: row["value"] for row in verdict.decided} == {
        "date": chosen.get("date", ""),
        "duration": chosen.get("duration", ""),
    }
    assert verdict.evidence == evidence_of([claim.pk])[claim.pk]
    assert verdict.published_at is None
    assert public_verdict(claim.pk) is None
    claim.refresh_from_db()
    assert claim.state == Claim.State.ADJUDICATED
    assert claim.touched_at is not None
    entry = AuditEntry.objects.get(verb="claim.adjudicate")
    assert entry.target_id == str(claim.pk)
    assert (entry.before, entry.request_id) == ({"state": "open"}, "r1")
    assert entry.after["verdict"] == verdict.pk
    assert REASONS not in str(entry.after) + entry.reason


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"value": 0}, "value"),
        ({"value": 6}, "value"),
        ({"text": "  "}, "text"),
        ({"reasons": ""}, "reasons"),
    ],
)
def test_a_verdict_that_is_refused(
    claim: Claim, senior: User, changes: dict[str, Any], field: str
) -> None:
    wrong = decision(claim, date="5 May")._replace(**changes)
    with pytest.raises(ValidationError) as refused:
        claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=wrong)
    assert set(refused.value.message_dict) == {field}
    assert not Verdict.objects.exists()
    assert not AuditEntry.objects.exists()


def test_what_stays_open_needs_no_text_for_readers(claim: Claim, senior: User) -> None:
    left = decision(claim)._replace(text="", value=None)
    verdict = claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=left)
    assert (verdict.label, verdict.text, verdict.value) == ("open", "", None)


@pytest.mark.parametrize(
    "wanted",
    [
        Decided("date", "", "Date", "7 May"),
        Decided("count", "", "Count", "3"),
    ],
)
def test_a_value_that_nobody_prints_any_more_cannot_stand(
    claim: Claim, senior: User, wanted: Decided
) -> None:
    late = Decision([wanted], 2, "text", REASONS)
    with pytest.raises(ConflictError) as refused:
        claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=late)
    assert [d["kind"] for d in refused.value.current["disputes"]] == [
        "date",
        "duration",
    ]
    assert not Verdict.objects.exists()


def test_the_second_of_two_senior_editors_is_told(claim: Claim, senior: User) -> None:
    second = a_person("Tove Second", Role.SENIOR_EDITOR)
    claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim, date="5 May")
    )
    with pytest.raises(ConflictError) as refused:
        claim_adjudicate(
            actor=second, claim=claim, seen=FIRST, decision=decision(claim)
        )
    assert refused.value.current == {
        "state": "adjudicated",
        "round": 1,
        "seq": 1,
        "label": "partly",
        "by": senior.username,
    }
    again = claim_adjudicate(
        actor=second, claim=claim, seen=Seen(1, 1), decision=decision(claim)
    )
    assert (again.seq, again.label) == (2, "open")
    assert Verdict.objects.count() == 2


def test_a_merged_claim_is_not_decided(claim: Claim, senior: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(merged_into=f.ClaimFactory())
    with pytest.raises(ConflictError, match="merged"):
        claim_adjudicate(
            actor=senior, claim=claim, seen=FIRST, decision=decision(claim)
        )


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.CURATOR])
@pytest.mark.parametrize(
    "act",
    [
        lambda who, claim: claim_adjudicate(
            actor=who, claim=claim, seen=FIRST, decision=Decision(reasons="r")
        ),
        lambda who, claim: claim_publish(actor=who, claim=claim, seen=FIRST),
        lambda who, claim: claim_unpublish(actor=who, claim=claim, reason="r"),
        lambda who, claim: claim_reopen(actor=who, claim=claim, round=1, reason="r"),
    ],
    ids=["adjudicate", "publish", "unpublish", "reopen"],
)
def test_only_senior_editors_may(
    claim: Claim, role: Role, act: Callable[[User, Claim], object]
) -> None:
    with pytest.raises(PermissionDenied):
        act(f.UserFactory(role=role), claim)
    assert not Verdict.objects.exists()
    assert not AuditEntry.objects.exists()


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


# --- another round -------------------------------------------------------------------


@pytest.mark.parametrize("state", ["disputed", "adjudicated", "published", "withdrawn"])
def test_a_claim_is_opened_again(
    newsroom: Newsroom, claim: Claim, senior: User, state: str
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    Claim.objects.filter(pk=claim.pk).update(state=state)
    claim_reopen(actor=senior, claim=claim, round=1, reason="Which clock is meant?")
    claim.refresh_from_db()
    assert (claim.state, claim.round) == (Claim.State.OPEN, 2)
    assert question_of(claim) == "Which clock is meant?"
    assert Rating.objects.filter(claim=claim, round=1).count() == 1
    assert seen_now(claim) == (2, 0)


@pytest.mark.parametrize(
    ("columns", "round"), [({"state": "open"}, 1), ({}, 2), ({"round": 3}, 1)]
)
def test_what_cannot_be_opened_again(
    claim: Claim, senior: User, columns: dict[str, Any], round: int
) -> None:
    Claim.objects.filter(pk=claim.pk).update(**columns)
    with pytest.raises(ConflictError):
        claim_reopen(actor=senior, claim=claim, round=round, reason="Once more.")
    assert not AuditEntry.objects.exists()


def test_a_new_round_has_verdicts_of_its_own(claim: Claim, senior: User) -> None:
    first = claim_publish(actor=senior, claim=claim, seen=FIRST)
    claim_reopen(actor=senior, claim=claim, round=1, reason="Once more.")
    assert public_verdict(claim.pk) == first  # in print until another takes its place
    claim.refresh_from_db()
    second = claim_adjudicate(
        actor=senior,
        claim=claim,
        seen=Seen(2, 0),
        decision=decision(claim),
        publish=True,
    )
    assert (second.round, second.seq) == (2, 1)
    assert public_verdict(claim.pk) == second
    assert list(public_verdicts()) == [second]


# --- who is told what ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "overruled"), [(5, True), (1, True), (2, False), (None, False)]
)
def test_a_rater_is_told_of_being_overruled(
    newsroom: Newsroom,
    claim: Claim,
    senior: User,
    value: int | None,
    *,
    overruled: bool,
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor, value=value, rationale="why")
    claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=decision(claim))
    told = verdict_told(newsroom.editor, claim)
    assert (told.overruled, told.reasons) == (overruled, REASONS)
    assert told.own.value == value


def test_who_has_not_rated_does_not_read_the_reasons(
    newsroom: Newsroom, claim: Claim, senior: User
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    assert verdict_told(newsroom.other, claim) is None
    claim_adjudicate(actor=senior, claim=claim, seen=FIRST, decision=decision(claim))
    for person in (newsroom.other, newsroom.reader):
        told = verdict_told(person, claim)
        assert (told.reasons, told.own, told.overruled) == ("", None, False)
    assert verdict_told(senior, claim).reasons == REASONS


def test_raters_and_followers_are_told(
    newsroom: Newsroom, claim: Claim, senior: User
) -> None:
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    Follow.objects.create(user=newsroom.other, claim=claim)
    claim_adjudicate(
        actor=senior, claim=claim, seen=FIRST, decision=decision(claim), publish=True
    )
    claim_unpublish(actor=senior, claim=claim, reason="An error.")
    claim_reopen(actor=senior, claim=claim, round=1, reason="Once more.")
    told = Notification.objects.order_by("entry_id")
    for person in (newsroom.editor, newsroom.other):
        verbs = told.filter(user=person).values_list("entry__verb", flat=True)
        assert list(verbs) == [
            "claim.adjudicate",
            "claim.publish",
            "claim.unpublish",
            "claim.reopen",
        ]
    assert not told.filter(user__in=[newsroom.reader, senior]).exists()


def test_the_claim_that_waits_longest_comes_first(
    newsroom: Newsroom, claim: Claim
) -> None:
    Claim.objects.filter(pk=newsroom.ban.pk).update(state=Claim.State.DISPUTED)
    f.RatingFactory(claim=newsroom.ban, editor=newsroom.editor)
    f.RatingFactory(claim=claim, editor=newsroom.editor)
    assert list(disputed_claims()) == [newsroom.ban, claim]
    f.RatingFactory(claim=newsroom.ban, editor=newsroom.other)
    assert list(disputed_claims()) == [claim, newsroom.ban]
