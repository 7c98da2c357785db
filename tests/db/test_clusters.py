"""Claims follow links; what an editor touched stays."""

from __future__ import annotations

import pytest

from claims.models import Claim, ClaimMember, Follow, Link, Statement
from claims.services.clusters import assign, recluster
from tests import factories as f
from tests.factories import NOON

pytestmark = pytest.mark.django_db

DENSITY = 0.5


def people(number: int) -> list[Statement]:
    return [f.StatementFactory() for _ in range(number)]


def link(low: Statement, high: Statement, **values: object) -> Link:
    return f.LinkFactory(low=low, high=high, **values)


def cluster(*statements: Statement) -> set[int]:
    return recluster(statement_ids={row.pk for row in statements}, density=DENSITY)


def members() -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for row in ClaimMember.objects.filter(state="in"):
        found.setdefault(row.claim_id, set()).add(row.statement_id)
    return found


def claim_of(*statements: Statement, **values: object) -> Claim:
    claim = f.ClaimFactory(**values)
    for row in statements:
        f.MemberFactory(claim=claim, statement=row)
    return claim


def test_linked_statements_make_a_claim() -> None:
    a, b, c, d, _ = people(5)
    link(a, b)
    link(c, d, relation="conflicts")
    concerned = cluster(a, c)
    assert sorted(members().values(), key=min) == [{a.pk, b.pk}, {c.pk, d.pk}]
    assert concerned == set(members())
    assert set(ClaimMember.objects.values_list("by", flat=True)) == {"engine"}


@pytest.mark.parametrize("relation", ["corroborates", "conflicts", "updates"])
@pytest.mark.parametrize(
    ("state", "by"),
    [("suggested", "engine"), ("confirmed", "editor"), ("unsure", "editor")],
)
def test_what_holds_a_claim_together(relation: str, state: str, by: str) -> None:
    a, b = people(2)
    link(a, b, relation=relation, state=state, by=by)
    cluster(a)
    assert list(members().values()) == [{a.pk, b.pk}]


@pytest.mark.parametrize(
    "values",
    [{"state": "rejected", "by": "editor"}, {"relation": "none"}],
    ids=["rejected", "none"],
)
def test_what_does_not(values: dict) -> None:
    a, b = people(2)
    link(a, b, **values)
    assert cluster(a, b) == set()
    assert not Claim.objects.exists()


@pytest.mark.parametrize("what", ["hidden", "withdrawn"])
def test_who_is_not_to_be_seen_is_in_no_claim(what: str) -> None:
    a, b, c = people(3)
    link(a, b)
    link(a, c)
    link(b, c)
    cluster(a)
    if what == "hidden":
        Statement.objects.filter(pk=c.pk).update(hidden_by=f.UserFactory())
    else:
        type(c.article).objects.filter(pk=c.article.pk).update(
            withdrawn_at=NOON, withdrawn_reason="x"
        )
    cluster(c)
    assert list(members().values()) == [{a.pk, b.pk}]


def test_the_component_is_found_from_any_end() -> None:
    a, b, c = people(3)
    link(a, b)
    link(b, c)
    link(a, c)
    cluster(c)
    assert list(members().values()) == [{a.pk, b.pk, c.pk}]


def test_a_conflict_that_one_link_alone_tells_of_is_in_a_claim() -> None:
    a, b, c, d, e = people(5)
    for low, high in ((a, b), (a, c), (a, d), (b, c), (b, d), (c, d)):
        link(low, high)
    link(d, e, relation="conflicts", engine_score=0.1)
    cluster(a)
    assert list(members().values()) == [{row.pk for row in (a, b, c, d, e)}]


def test_again_changes_nothing() -> None:
    a, b = people(2)
    link(a, b)
    cluster(a)
    before = list(ClaimMember.objects.values())
    cluster(b)
    assert list(ClaimMember.objects.values()) == before


def test_a_grown_cluster_keeps_its_claim() -> None:
    a, b, c = people(3)
    link(a, b)
    (claim,) = cluster(a)
    link(a, c)
    link(b, c)
    cluster(c)
    assert members() == {claim: {a.pk, b.pk, c.pk}}


def test_two_claims_become_one_and_the_emptied_points_on() -> None:
    a, b, c, d, e = people(5)
    small, big = claim_of(a, b), claim_of(c, d, e)
    old = f.ClaimFactory(merged_into=small)
    follow = Follow.objects.create(claim=small, user=f.UserFactory())
    group = [a, b, c, d, e]
    for n, low in enumerate(group):
        for high in group[n + 1 :]:
            link(low, high)
    cluster(a)
    assert members() == {big.pk: {row.pk for row in group}}
    for claim in (small, old):
        claim.refresh_from_db()
        assert claim.merged_into == big
    assert Follow.objects.filter(claim=big, user=follow.user).exists()


def test_a_tie_goes_to_the_lowest_id() -> None:
    a, b, c, d = people(4)
    first, second = claim_of(a, b), claim_of(c, d)
    group = [a, b, c, d]
    for n, low in enumerate(group):
        for high in group[n + 1 :]:
            link(low, high)
    cluster(a)
    second.refresh_from_db()
    assert set(members()) == {first.pk}
    assert second.merged_into == first


def test_a_claim_that_falls_apart() -> None:
    a, b, c, d, e = people(5)
    claim = claim_of(a, b, c, d, e)
    link(a, b)
    link(c, d)
    link(c, e)
    link(d, e)
    concerned = cluster(a, b, c, d, e)
    assert members()[claim.pk] == {c.pk, d.pk, e.pk}
    (other,) = concerned - {claim.pk}
    assert members()[other] == {a.pk, b.pk}


@pytest.mark.parametrize("other", [0, 1], ids=["alone", "with another"])
def test_a_claim_whose_links_are_gone_is_found_again(other: int) -> None:
    a, b, *more = people(2 + other)
    claim = claim_of(a, b)
    cluster(a, b)
    assert members() == {claim.pk: {a.pk, b.pk}}
    link(a, *(more or [b]))
    cluster(a, *more)
    assert members() == {claim.pk: {a.pk, *(row.pk for row in (more or [b]))}}


def test_a_claim_that_fell_apart_goes_on_to_where_its_statements_went() -> None:
    a, b, c = people(3)
    fallen, other = claim_of(a, b), claim_of(c)
    for low, high in ((a, c), (b, c), (a, b)):
        link(low, high, engine_score=0.9)
    Claim.objects.filter(pk=other.pk).update(touched_at=None)
    cluster(a, b, c)
    assert members() == {fallen.pk: {a.pk, b.pk, c.pk}}
    other.refresh_from_db()
    assert other.merged_into == fallen


def test_a_touched_claim_keeps_its_members_and_gains() -> None:
    a, b, c, d = people(4)
    claim = claim_of(a, b, touched_at=NOON)
    link(a, c)
    link(c, d)
    link(a, d)
    cluster(a)
    assert members() == {claim.pk: {a.pk, b.pk, c.pk, d.pk}}
    cluster(b)
    assert members()[claim.pk] == {a.pk, b.pk, c.pk, d.pk}


def test_a_touched_claim_is_never_emptied() -> None:
    a, b, c, d, e = people(5)
    touched = claim_of(a, b, touched_at=NOON)
    group = [a, b, c, d, e]
    other = claim_of(c, d, e)
    for n, low in enumerate(group):
        for high in group[n + 1 :]:
            link(low, high)
    cluster(a)
    touched.refresh_from_db()
    assert touched.merged_into is None
    assert members()[touched.pk] == {a.pk, b.pk}
    assert members()[other.pk] == {row.pk for row in group}


def test_out_by_an_editor_is_out_for_good() -> None:
    a, b, c = people(3)
    claim = claim_of(a, b, touched_at=NOON)
    f.MemberFactory(claim=claim, statement=c, state="out", by="editor")
    link(a, b)
    link(a, c)
    link(b, c)
    cluster(a)
    assert members() == {claim.pk: {a.pk, b.pk}}


def test_in_by_an_editor_stays_in() -> None:
    a, b, c = people(3)
    claim = claim_of(a, b)
    f.MemberFactory(claim=claim, statement=c, by="editor")
    link(a, b)
    cluster(a, b, c)
    assert members() == {claim.pk: {a.pk, b.pk, c.pk}}


A, B, C = frozenset({1, 2, 3}), frozenset({4, 5}), frozenset({6, 7})


@pytest.mark.parametrize(
    ("found", "inside", "taken"),
    [
        ([A], {}, {}),
        ([A], {9: {1}}, {0: 9}),
        ([A], {9: {8}}, {}),
        ([A], {9: {1, 2}, 8: {3}}, {0: 9}),
        ([A], {9: {1}, 8: {3}}, {0: 8}),
        ([A, B], {9: {1, 4, 5}}, {1: 9}),
        ([A, B], {9: {1, 4, 5}, 10: {2}}, {1: 9, 0: 10}),
        ([A, B, C], {9: {1, 4, 6}}, {0: 9}),
    ],
)
def test_assign(found: list, inside: dict, taken: dict) -> None:
    assert assign(found, inside) == taken
