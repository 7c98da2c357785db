"""What editors decide, and what nobody can decide for them."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import ProtectedError

from claims.models import Claim, Link, Rating, Statement
from claims.selectors.evidence import evidence_of
from claims.services.conflict import ConflictError
from claims.services.refresh import claim_refresh
from claims.services.review import claim_rate, link_decide
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from sources.models import Article
from tests import factories as f
from tests.db.fakes import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def claim() -> Claim:
    """Two outlets that differ; made by the engine, untouched."""
    publish("Mill closed 40")
    publish("Mill closed 60")
    return Claim.objects.get()


# --- rating ----------------------------------------------------------------------


def test_a_rating_is_added_with_its_entry(editor: User, claim: Claim) -> None:
    rating = claim_rate(
        actor=editor, claim=claim, value=2, rationale=" numbers ", request_id="r1"
    )
    rating.refresh_from_db()
    assert (rating.value, rating.rationale, rating.round, rating.seq) == (
        2,
        "numbers",
        1,
        1,
    )
    assert rating.blind
    assert rating.evidence == evidence_of([claim.pk])[claim.pk]
    assert len(rating.evidence) == 2
    entry = AuditEntry.objects.get(verb="claim.rate")
    assert (entry.actor, entry.actor_name) == (editor, editor.username)
    assert (entry.target_type, entry.target_id) == ("claims.claim", str(claim.pk))
    assert entry.after == {"rating": rating.pk, "round": 1, "seq": 1, "blind": True}
    assert entry.request_id == "r1"
    claim.refresh_from_db()
    assert claim.touched_at == rating.at


@pytest.mark.parametrize(
    ("value", "rationale", "field"),
    [
        (0, "why", "value"),
        (6, "why", "value"),
        (3, "", "rationale"),
        (1, "  \n ", "rationale"),
        (None, "", "rationale"),
    ],
)
def test_a_rating_that_is_refused(
    editor: User, claim: Claim, value: int | None, rationale: str, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        claim_rate(actor=editor, claim=claim, value=value, rationale=rationale)
    assert set(refused.value.message_dict) == {field}
    assert not Rating.objects.exists()
    assert not AuditEntry.objects.exclude(actor=None).exists()


@pytest.mark.parametrize(
    ("value", "rationale"), [(4, ""), (5, ""), (None, "no source")]
)
def test_a_rating_that_is_kept(
    editor: User, claim: Claim, value: int | None, rationale: str
) -> None:
    rating = claim_rate(actor=editor, claim=claim, value=value, rationale=rationale)
    assert Rating.objects.get() == rating


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not_rate(claim: Claim, role: Role | None) -> None:
    with pytest.raises(PermissionDenied):
        claim_rate(actor=f.UserFactory(role=role), claim=claim, value=4)
    assert not Rating.objects.exists()


def test_a_changed_mind_is_another_row(editor: User, claim: Claim) -> None:
    claim_rate(actor=editor, claim=claim, value=4)
    second = claim_rate(actor=editor, claim=claim, value=5)
    assert second.seq == 2
    assert Rating.objects.count() == 2
    assert second.blind


def test_blind_until_another_rating_could_be_seen(editor: User, claim: Claim) -> None:
    other = f.UserFactory(role=Role.EDITOR)
    assert claim_rate(actor=other, claim=claim, value=4).blind
    assert claim_rate(actor=editor, claim=claim, value=5).blind
    assert not claim_rate(actor=other, claim=claim, value=5).blind


def test_a_merged_claim_is_not_rated(editor: User, claim: Claim) -> None:
    target = f.ClaimFactory()
    Claim.objects.filter(pk=claim.pk).update(merged_into=target)
    with pytest.raises(ConflictError) as refused:
        claim_rate(actor=editor, claim=claim, value=4)
    assert refused.value.current == {"merged_into": target.pk}


def test_a_new_round_counts_from_one(editor: User, claim: Claim) -> None:
    claim_rate(actor=editor, claim=claim, value=4)
    Claim.objects.filter(pk=claim.pk).update(round=2)
    rating = claim_rate(actor=editor, claim=claim, value=4)
    assert (rating.round, rating.seq, rating.blind) == (2, 1, True)


# --- staleness -------------------------------------------------------------------


def is_stale(claim: Claim) -> bool:
    claim_refresh([claim.pk])
    claim.refresh_from_db()
    return claim.stale


CHANGES = ["words gone", "date", "editor's facet", "hidden", "out"]


@pytest.mark.parametrize("what", CHANGES)
def test_a_rating_goes_stale(editor: User, claim: Claim, what: str) -> None:
    claim_rate(actor=editor, claim=claim, value=4)
    assert not is_stale(claim)
    row = Statement.objects.earliest("pk")
    if what == "words gone":
        Statement.objects.filter(pk=row.pk).update(state="orphaned")
    elif what == "date":
        Article.objects.filter(pk=row.article_id).update(published_date="2031-01-01")
    elif what == "editor's facet":
        f.FacetFactory(statement=row, by="editor")
    elif what == "hidden":
        Statement.objects.filter(pk=row.pk).update(hidden_by=editor)
    else:
        row.memberships.update(state="out", by="editor")
    assert is_stale(claim)
    claim_rate(actor=editor, claim=claim, value=4)
    assert not is_stale(claim)


def test_new_statements_only_age_it(editor: User, claim: Claim) -> None:
    claim_rate(actor=editor, claim=claim, value=4)
    publish("Mill closed 40 lately")
    claim.refresh_from_db()
    assert claim.members.count() == 3
    assert not claim.stale


def test_undone_is_fresh_again(editor: User, claim: Claim) -> None:
    claim_rate(actor=editor, claim=claim, value=4)
    rows = Statement.objects.filter(pk=Statement.objects.earliest("pk").pk)
    rows.update(hidden_by=editor)
    assert is_stale(claim)
    rows.update(hidden_by=None)
    assert not is_stale(claim)


# --- links -----------------------------------------------------------------------


@pytest.mark.parametrize("state", ["confirmed", "rejected", "unsure"])
def test_a_decision_is_written_with_its_entry(
    editor: User, claim: Claim, state: str
) -> None:
    link = Link.objects.get()
    now = link_decide(
        actor=editor, link=link, state=state, revision=1, reason="read it"
    )
    assert (now.state, now.by, now.revision, now.relation) == (
        state,
        "editor",
        2,
        "conflicts",
    )
    entry = AuditEntry.objects.get(verb="link.decide")
    assert (entry.before["state"], entry.after["state"]) == ("suggested", state)
    assert (entry.before["by"], entry.after["by"]) == ("engine", "editor")
    assert (entry.reason, entry.target_id) == ("read it", str(link.pk))


def test_who_comes_second_is_told(editor: User, claim: Claim) -> None:
    link = Link.objects.get()
    link_decide(actor=editor, link=link, state="confirmed", revision=link.revision)
    other = f.UserFactory(role=Role.EDITOR)
    with pytest.raises(ConflictError) as refused:
        link_decide(actor=other, link=link, state="rejected", revision=link.revision)
    assert refused.value.current == {
        "state": "confirmed",
        "relation": "conflicts",
        "direction": 0,
        "by": "editor",
        "revision": 2,
    }
    assert Link.objects.get().state == "confirmed"
    assert AuditEntry.objects.exclude(actor=None).count() == 1


def test_a_link_that_is_gone(editor: User, claim: Claim) -> None:
    link = Link.objects.get()
    link.comparisons.all().delete()
    Link.objects.all().delete()
    with pytest.raises(ConflictError) as refused:
        link_decide(actor=editor, link=link, state="confirmed", revision=1)
    assert refused.value.current == {}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"state": "suggested"}, "state"),
        ({"state": "maybe"}, "state"),
        ({"state": "confirmed", "relation": "none"}, "relation"),
        ({"state": "confirmed", "relation": "contradicts"}, "relation"),
    ],
    ids=str,
)
def test_a_decision_that_is_refused(
    editor: User, claim: Claim, values: dict, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        link_decide(actor=editor, link=Link.objects.get(), revision=1, **values)
    assert set(refused.value.message_dict) == {field}
    assert Link.objects.get().revision == 1


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not_decide(claim: Claim, role: Role | None) -> None:
    link = Link.objects.get()
    with pytest.raises(PermissionDenied):
        link_decide(
            actor=f.UserFactory(role=role), link=link, state="rejected", revision=1
        )


def test_a_rejected_link_holds_no_claim(editor: User, claim: Claim) -> None:
    link_decide(actor=editor, link=Link.objects.get(), state="rejected", revision=1)
    claim.refresh_from_db()
    assert (claim.finding, claim.conflicts, claim.touched_at) == ("", 0, None)


def test_a_rejection_taken_back_gives_the_claim_back(
    editor: User, claim: Claim
) -> None:
    inside = set(claim.statements.all())
    link_decide(actor=editor, link=Link.objects.get(), state="rejected", revision=1)
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="link.decide"))
    again = Claim.objects.get()
    assert (again.pk, again.finding) == (claim.pk, claim.finding)
    assert set(again.statements.all()) == inside


def test_a_confirmed_link_touches_its_claim(editor: User, claim: Claim) -> None:
    link_decide(actor=editor, link=Link.objects.get(), state="confirmed", revision=1)
    claim.refresh_from_db()
    assert claim.touched_at is not None
    assert claim.members.count() == 2


def test_another_relation(editor: User, claim: Claim) -> None:
    link = Link.objects.get()
    now = link_decide(
        actor=editor, link=link, state="confirmed", relation="updates", revision=1
    )
    assert (now.relation, now.direction, now.engine_relation) == (
        "updates",
        1,
        "conflicts",
    )
    claim.refresh_from_db()
    assert claim.conflicts == 0


@pytest.mark.parametrize(
    ("low", "high", "direction"),
    [
        ({"published": "2031-03-01"}, {"published": "2031-03-02"}, 1),
        ({"published": "2031-03-02"}, {"published": "2031-03-01"}, -1),
        ({"event": "2031-02-02"}, {"event": "2031-02-01"}, -1),
        ({}, {}, 1),
    ],
)
def test_direction_of_an_update(
    editor: User, claim: Claim, low: dict, high: dict, direction: int
) -> None:
    link = Link.objects.get()
    for row, values in ((link.low, low), (link.high, high)):
        if "published" in values:
            Article.objects.filter(pk=row.article_id).update(
                published_date=values["published"]
            )
        if "event" in values:
            Statement.objects.filter(pk=row.pk).update(event_from=values["event"])
    link = Link.objects.get()
    now = link_decide(
        actor=editor, link=link, state="confirmed", relation="updates", revision=1
    )
    assert now.direction == direction


def test_what_an_editor_decided_is_not_deleted(editor: User, claim: Claim) -> None:
    link_decide(actor=editor, link=Link.objects.get(), state="confirmed", revision=1)
    claim_rate(actor=editor, claim=claim, value=4)
    for row in (Statement.objects.first(), claim, editor):
        with pytest.raises(ProtectedError):
            row.delete()
