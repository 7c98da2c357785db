"""Verdicts from elsewhere: kept once, placed where it is plain."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from claims.models import By, Claim, Link, OutsideVerdict, Statement
from claims.selectors.outside import (
    candidates_of,
    outside_verdicts_of,
    outside_verdicts_visible_to,
)
from claims.services.conflict import ConflictError
from claims.services.curation import claim_merge, claim_split, statement_move
from claims.services.outside import Became, outside_check
from claims.services.outside_acts import (
    outside_attach,
    outside_detach,
    outside_remove,
)
from claims.services.undo import entry_undo
from claims.services.withdrawal import withdraw
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests.db.fakes import ENGINE, publish
from tests.db.reviewed import rows, take, taken
from tests.factories import (
    ClaimFactory,
    OutsideVerdictFactory,
    StatementFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory(role=Role.EDITOR)


@pytest.fixture
def senior() -> User:
    return UserFactory(role=Role.SENIOR_EDITOR)


@pytest.fixture
def curator() -> User:
    return UserFactory(role=Role.CURATOR)


def the_claim(quote: str) -> Claim:
    statement = Statement.objects.get(quote=quote)
    return statement.claims.get(merged_into=None)


def verbs(verdict: OutsideVerdict) -> list[str]:
    entries = AuditEntry.objects.filter(
        target_type="claims.outsideverdict", target_id=str(verdict.pk)
    )
    return list(entries.order_by("pk").values_list("verb", flat=True))


def last(verb: str) -> AuditEntry:
    return AuditEntry.objects.filter(verb=verb).latest("pk")


def home(verdict: OutsideVerdict, viewer: User) -> int | None:
    return outside_verdicts_visible_to(viewer).get(pk=verdict.pk).home


# --- taken in


@pytest.mark.parametrize(
    ("again", "became", "changed"),
    [
        ({}, Became.UNCHANGED, {}),
        ({"url": "http://checks.example/mill/"}, Became.UPDATED,
         {"url": "http://checks.example/mill/"}),
        ({"reviewRating": {"alternateName": "True", "ratingValue": "5.0"}},
         Became.UPDATED, {"rating": "True", "rating_value": "5"}),
        ({"datePublished": "2031-05-02"}, Became.UPDATED, {"published": "2031-05-02"}),
    ],
)  # fmt: skip
def test_the_same_review_again(
    editor: User, again: dict[str, Any], became: Became, changed: dict[str, Any]
) -> None:
    first = taken(editor, "The mill burnt down.")
    (second,) = take(editor, {"claimReviewed": "The mill burnt down.", **again})
    assert (second.became, second.verdict) == (became, first.pk)
    assert OutsideVerdict.objects.count() == 1
    if changed:
        assert last("outsideverdict.update").after == changed
        assert set(last("outsideverdict.update").before) == set(changed)
    else:
        assert verbs(first) == ["outsideverdict.create"]


def test_what_is_wrong_stops_nothing_else(editor: User) -> None:
    answers = take(
        editor,
        {"claimReviewed": "One."},
        {"claimReviewed": "Two.", "url": "javascript:x"},
        {"claimReviewed": "Three."},
    )
    assert [each.became for each in answers] == ["created", "refused", "created"]
    assert answers[1].where == "[1].url"
    assert OutsideVerdict.objects.count() == 2


def test_what_would_be_done(editor: User) -> None:
    known = taken(editor, "One.")
    gone = taken(editor, "Two.")
    OutsideVerdict.objects.filter(pk=gone.pk).update(removed_at=gone.imported_at)
    answers = outside_check(
        rows=rows(
            {"claimReviewed": "One."},
            {"claimReviewed": "One.", "url": "https://checks.example/2"},
            {"claimReviewed": "Two."},
            {"claimReviewed": ""},
        )
    )
    assert [each.became for each in answers] == [
        *("unchanged", "created", "removed", "refused"),
    ]
    assert answers[0].verdict == known.pk
    assert OutsideVerdict.objects.count() == 2


@pytest.mark.parametrize(
    ("act", "who"),
    [("take", None), ("take", Role.READER), ("remove", Role.EDITOR)],
)
def test_who_may_not(act: str, who: Role | None) -> None:
    actor = UserFactory(role=who)
    with pytest.raises(PermissionDenied):
        if act == "take":
            take(actor, {"claimReviewed": "One."})
        else:
            outside_remove(actor=actor, verdict=OutsideVerdictFactory())


# --- placed by the engine


def test_placed_where_one_claim_says_the_same(senior: User) -> None:
    publish("Mill closed 40")
    publish("Mill shut 40")
    verdict = taken(senior, "Mill burnt 40")
    assert verdict.matched_by == By.ENGINE
    assert home(verdict, senior) == the_claim("Mill shut 40").pk
    first, *_ = candidates_of([verdict])[verdict.pk]
    assert first.statement == verdict.statement
    assert (first.relation, first.reason) == ("corroborates", "as printed")


@pytest.mark.parametrize(
    ("printed", "claimed", "candidates"),
    [
        ([], "Mill burnt 40", 0),
        (["Quay closed 40"], "Mill burnt 40", 0),
        (["Mill closed 60"], "Mill burnt 40", 1),  # the engine finds a conflict only
        (["Mill closed 90 now"], "Mill burnt 40", 1),
        (["Mill closed 40"], "Mill burnt 40", 1),  # it stands in no claim
        (["Mill closed 40"], "Die Mühle ist am Montag abgebrannt, heißt es 40", 0),
    ],
)
def test_left_to_an_editor_where_it_is_not_plain(
    editor: User, printed: list[str], claimed: str, candidates: int
) -> None:
    for line in printed:
        publish(line)
    verdict = taken(editor, claimed)
    assert (verdict.claim, verdict.matched_by) == (None, "")
    assert len(verdict.candidates) == candidates


def test_two_claims_that_say_the_same_are_not_plain(editor: User) -> None:
    first, second = publish("Mill closed 40"), publish("Mill shut 40")
    apart = the_claim("Mill shut 40")
    claim_split(
        actor=editor,
        claim=apart,
        statements=[Statement.objects.get(quote="Mill shut 40")],
    )
    assert first != second
    assert taken(editor, "Mill burnt 40").claim is None


def test_tried_again_with_what_was_printed_since(editor: User, senior: User) -> None:
    verdict = taken(editor, "Mill burnt 40")
    assert verdict.claim is None
    publish("Mill closed 40")
    publish("Mill shut 40")
    taken(editor, "Mill burnt 40")
    assert home(verdict, senior) == the_claim("Mill closed 40").pk
    assert verbs(verdict)[-1] == "outsideverdict.match"


def test_no_link_and_no_rating_comes_of_it(editor: User) -> None:
    publish("Mill closed 40")
    publish("Mill shut 40")
    claim = the_claim("Mill closed 40")
    before = Claim.objects.filter(pk=claim.pk).values().get()
    taken(editor, "Mill burnt 40")
    assert Claim.objects.filter(pk=claim.pk).values().get() == before
    assert not claim.ratings.exists()
    assert (Statement.objects.count(), Link.objects.count()) == (2, 1)


def test_of_a_withdrawn_article_nothing_is_told(curator: User) -> None:
    version = publish("Mill closed 40")
    verdict = taken(curator, "Mill burnt 40")
    withdraw(actor=curator, article=version.article, reason="forged", engine=ENGINE)
    (found,) = candidates_of([verdict])[verdict.pk]
    assert (found.statement, found.claim, found.reason) == (None, None, "")


# --- what editors do


def test_placed_by_hand_and_taken_off_and_back(editor: User, senior: User) -> None:
    verdict, claim = taken(editor, "Mill burnt 40"), ClaimFactory()
    placed = outside_attach(actor=editor, verdict=verdict, claim=claim, reason="same")
    assert home(verdict, senior) == claim.pk
    claim.refresh_from_db()
    assert claim.touched_at is not None
    off = outside_detach(actor=editor, verdict=placed)
    claim.refresh_from_db()
    assert (home(verdict, senior), claim.touched_at) == (None, None)
    entry_undo(actor=editor, entry=last("outsideverdict.detach"))
    assert home(verdict, senior) == claim.pk
    assert off.revision < OutsideVerdict.objects.get(pk=verdict.pk).revision
    assert verbs(verdict)[1:] == [
        "outsideverdict.attach",
        "outsideverdict.detach",
        "outsideverdict.detach.undo",
    ]


def test_the_engine_leaves_what_an_editor_said(editor: User, senior: User) -> None:
    publish("Mill closed 40")
    publish("Mill shut 40")
    verdict = taken(editor, "Mill burnt 40")
    outside_detach(actor=editor, verdict=verdict)
    taken(editor, "Mill burnt 40")
    assert home(verdict, senior) is None


def test_what_was_removed_stays_out(curator: User) -> None:
    verdict = taken(curator, "Mill burnt 40")
    outside_remove(actor=curator, verdict=verdict, reason="forged")
    (again,) = take(curator, {"claimReviewed": "Mill burnt 40", "reviewRating": "True"})
    assert again.became == Became.REMOVED
    assert not outside_verdicts_visible_to(curator).exists()
    entry_undo(actor=curator, entry=last("outsideverdict.remove"))
    assert outside_verdicts_visible_to(curator).get().rating == "False"


@pytest.mark.parametrize("act", ["attach", "detach", "remove"])
def test_two_at_once(curator: User, act: str) -> None:
    claim = ClaimFactory()
    verdict = OutsideVerdictFactory(claim=claim)
    seen = OutsideVerdict.objects.get(pk=verdict.pk)
    outside_attach(actor=curator, verdict=verdict, claim=ClaimFactory())
    with pytest.raises(ConflictError) as conflict:
        if act == "attach":
            outside_attach(actor=curator, verdict=seen, claim=claim)
        elif act == "detach":
            outside_detach(actor=curator, verdict=seen)
        else:
            outside_remove(actor=curator, verdict=seen)
    assert conflict.value.current["revision"] == 2


def test_where_nothing_is_to_be_done(editor: User) -> None:
    claim = ClaimFactory()
    merged = ClaimFactory(merged_into=claim)
    placed, waiting = OutsideVerdictFactory(claim=claim), OutsideVerdictFactory()
    with pytest.raises(ConflictError, match="already"):
        outside_attach(actor=editor, verdict=placed, claim=claim)
    with pytest.raises(ConflictError, match="merged") as conflict:
        outside_attach(actor=editor, verdict=waiting, claim=merged)
    assert conflict.value.current == {"merged_into": claim.pk}
    with pytest.raises(ConflictError, match="no claim"):
        outside_detach(actor=editor, verdict=waiting)


def test_taken_back_only_while_it_stands(editor: User) -> None:
    verdict = OutsideVerdictFactory()
    placed = outside_attach(actor=editor, verdict=verdict, claim=ClaimFactory())
    first = last("outsideverdict.attach")
    outside_attach(actor=editor, verdict=placed, claim=ClaimFactory())
    with pytest.raises(ConflictError, match="changed since"):
        entry_undo(actor=editor, entry=first)


# --- where the claim goes


def test_it_follows_a_merge_and_its_undoing(editor: User, senior: User) -> None:
    stays, goes = ClaimFactory(), ClaimFactory()
    verdict = OutsideVerdictFactory(claim=goes)
    claim_merge(actor=editor, claim=stays, other=goes)
    assert home(verdict, senior) == stays.pk
    assert outside_verdicts_of(senior, stays) == [verdict]
    entry_undo(actor=editor, entry=last("claim.merge"))
    assert home(verdict, senior) == goes.pk


def test_one_of_the_engine_moves_with_its_statement(editor: User, senior: User) -> None:
    publish("Mill closed 40")
    publish("Mill shut 40")
    whole = the_claim("Mill closed 40")
    found = taken(editor, "Mill burnt 40")
    by_hand = OutsideVerdictFactory(claim=whole)
    assert found.statement is not None
    made = claim_split(actor=editor, claim=whole, statements=[found.statement])
    assert (home(found, senior), home(by_hand, senior)) == (made.pk, whole.pk)
    assert outside_verdicts_of(senior, made) == [found]
    entry_undo(actor=editor, entry=last("claim.split"))
    assert home(found, senior) == whole.pk
    other = ClaimFactory()
    statement_move(actor=editor, statement=found.statement, claim=whole, to=other)
    assert home(found, senior) == other.pk


def test_it_stays_where_it_is_when_its_statement_goes() -> None:
    senior, claim = UserFactory(role=Role.SENIOR_EDITOR), ClaimFactory()
    verdict = OutsideVerdictFactory(
        claim=claim, matched_by=By.ENGINE, statement=StatementFactory()
    )
    assert home(verdict, senior) == claim.pk
