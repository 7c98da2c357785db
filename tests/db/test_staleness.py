"""What a rating is told to have missed since it was given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.models import Claim, ClaimMember, Rating, Statement
from claims.selectors.staleness import ages_of
from claims.services.review import claim_rate
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from sources.models import Article
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def claim() -> Claim:
    claim = f.ClaimFactory()
    f.MemberFactory.create_batch(3, claim=claim)
    return claim


@pytest.fixture
def rating(editor: User, claim: Claim) -> Rating:
    return claim_rate(actor=editor, claim=claim, value=4)


def statements(row: Statement) -> object:
    return Statement.objects.filter(pk=row.pk)


def articles(row: Statement) -> object:
    return Article.objects.filter(pk=row.article_id)


HAPPENS: dict[str, tuple[Callable[..., object], str]] = {
    "no longer printed": (
        lambda row, _: statements(row).update(state="orphaned"),
        "no longer printed",
    ),
    "cut otherwise": (
        lambda row, _: statements(row).update(state="retired"),
        "cut in another way now",
    ),
    "hidden": (
        lambda row, editor: statements(row).update(hidden_by=editor),
        "hidden by an editor",
    ),
    "withdrawn": (
        lambda row, _: articles(row).update(
            withdrawn_at=timezone.now(), withdrawn_reason="a mistake"
        ),
        "the article was withdrawn",
    ),
    "moved": (
        lambda row, _: row.memberships.update(state="out", by="editor"),
        "no longer in this claim",
    ),
    "another day": (
        lambda row, _: articles(row).update(published_date="2031-04-01"),
        "the publication date was corrected from 12 March 2031 to 1 April 2031",
    ),
    "no day": (
        lambda row, _: articles(row).update(
            published_date=None, published_precision="none"
        ),
        "the publication date was corrected from 12 March 2031 to not known",
    ),
    "a facet": (
        lambda row, _: f.FacetFactory(statement=row, kind="date", by="editor"),
        "the date was corrected",
    ),
    "the chain": (
        lambda row, _: f.HopFactory(statement=row, by="editor"),
        "who says it was corrected",
    ),
    "the origin": (
        lambda row, _: statements(row).update(origin_by="editor"),
        "the origin was corrected",
    ),
}


@pytest.mark.parametrize(("happens", "said"), HAPPENS.values(), ids=HAPPENS)
def test_what_changed_is_said(
    editor: User,
    claim: Claim,
    rating: Rating,
    happens: Callable[..., object],
    said: str,
) -> None:
    row = Statement.objects.earliest("pk")
    assert not ages_of(claim, [rating])[rating.pk].stale
    happens(row, editor)
    age = ages_of(claim, [rating])[rating.pk]
    assert [(each.statement, each.what) for each in age.changes] == [(row.pk, said)]
    assert age.changes[0].outlet == row.article.outlet.name
    assert (age.stale, age.newer) == (True, 0)


def test_an_engine_facet_changes_nothing(claim: Claim, rating: Rating) -> None:
    f.FacetFactory(statement=Statement.objects.earliest("pk"))
    assert not ages_of(claim, [rating])[rating.pk].stale


def test_newer_statements_age_it(claim: Claim, rating: Rating) -> None:
    f.MemberFactory.create_batch(2, claim=claim)
    f.MemberFactory(claim=claim, state=ClaimMember.State.OUT, by="editor")
    age = ages_of(claim, [rating])[rating.pk]
    assert (age.stale, age.newer) == (False, 2)


def test_each_rating_has_its_own_age(
    editor: User, claim: Claim, rating: Rating
) -> None:
    row = Statement.objects.earliest("pk")
    f.FacetFactory(statement=row, by="editor")
    later = claim_rate(actor=editor, claim=claim, value=5)
    ages = ages_of(claim, [rating, later])
    assert (ages[rating.pk].stale, ages[later.pk].stale) == (True, False)


def test_many_cost_what_one_costs(
    editor: User, claim: Claim, rating: Rating, django_assert_num_queries: Callable
) -> None:
    gone = Statement.objects.earliest("pk")
    Statement.objects.exclude(pk=gone.pk).update(state="orphaned")
    ratings = [rating] + [
        f.RatingFactory(claim=claim, evidence=rating.evidence) for _ in range(4)
    ]
    for few in (ratings[:1], ratings):
        with django_assert_num_queries(6):
            ages_of(claim, few)
    assert ages_of(claim, []) == {}
