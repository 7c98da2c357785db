"""How far editors agree: the figures, who sees which, and in which words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.agreement.alpha import krippendorff_alpha
from claims.agreement.types import Undefined
from claims.facets.types import Level
from claims.models import Claim
from claims.selectors.agreement import agreement_for
from factcheck.operations.roles import Role
from tests import factories as f
from tests.web.newsroom import a_person, has_facets

if TYPE_CHECKING:
    from django.test import Client

    from factcheck.operations.models import User

pytestmark = pytest.mark.django_db

N = None


@pytest.fixture
def one(db: None) -> User:
    return a_person("Ada Moreau")


@pytest.fixture
def other(db: None) -> User:
    return a_person("Jo Okafor")


@pytest.fixture
def senior(db: None) -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


def rated(*values: tuple[User, int | None], month: int = 5, **more: Any) -> Claim:
    """A claim, rated blind in the month by these editors."""
    claim = f.ClaimFactory()
    for editor, value in values:
        f.RatingFactory(
            claim=claim,
            editor=editor,
            value=value,
            rationale="why",
            at=datetime(2031, month, 3, tzinfo=UTC),
            **more,
        )
    return claim


def test_figures_of_two_editors(one: User, other: User, senior: User) -> None:
    values = ((1, 1), (2, 3), (5, 5), (4, 2))
    for a, b in values:
        rated((one, a), (other, b))
    found = agreement_for(senior)
    assert (found.overall.claims, found.overall.few) == (4, True)
    assert found.overall.undefined is None
    assert found.overall.alpha == krippendorff_alpha(values)
    assert found.overall.interval is not None
    (pair,) = found.pairs
    assert {pair.one, pair.other} == {one, other}
    assert (pair.same, pair.near, pair.claims) == (0.5, 0.75, 4)


def test_cannot_tell_is_missing(one: User, other: User, senior: User) -> None:
    rated((one, 1), (other, 1))
    rated((one, 5), (other, 5))
    rated((one, N), (other, 2))
    found = agreement_for(senior)
    assert (found.overall.claims, found.overall.alpha) == (2, 1.0)
    assert found.pairs[0].claims == 2


def test_only_what_was_given_blind_counts(one: User, other: User, senior: User) -> None:
    claim = rated((one, 1), (other, 5))
    rated((one, 2), (other, 2))
    f.RatingFactory(claim=claim, editor=other, seq=2, value=4, blind=True)
    last = agreement_for(senior).pairs[0]
    f.RatingFactory(
        claim=claim, editor=other, seq=3, value=1, rationale="seen", blind=False
    )
    assert agreement_for(senior).pairs[0] == last
    assert (last.same, last.near) == (0.5, 0.5)


def test_rounds_are_apart(one: User, other: User, senior: User) -> None:
    claim = rated((one, 1), (other, 5))
    for editor in (one, other):
        f.RatingFactory(claim=claim, editor=editor, round=2, value=4)
    found = agreement_for(senior)
    assert found.overall.claims == 1
    assert found.pairs[0].same == 0.5


def test_kinds_of_facets_and_months(one: User, other: User, senior: User) -> None:
    first = rated((one, 1), (other, 2), month=4)
    second = rated((one, 5), (other, 5))
    has_facets(first, date=Level.CONFLICT, person=Level.AGREE)
    has_facets(second, date=Level.CONFLICT, duration=Level.NAMING_VARIANT)
    found = agreement_for(senior)
    assert [(kind, figure.claims) for kind, figure in found.kinds] == [
        ("date", 2),
        ("duration", 1),
    ]
    assert [month.month for month, _ in found.months] == [4, 5]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ((), Undefined.NOTHING_SHARED),
        (((4, N), (N, 4)), Undefined.NOTHING_SHARED),
        (((4, 4), (4, 4)), Undefined.NO_VARIATION),
    ],
)
def test_where_nothing_can_be_told(
    one: User,
    other: User,
    senior: User,
    values: tuple[tuple[int | None, int | None], ...],
    why: Undefined,
) -> None:
    for a, b in values:
        rated((one, a), (other, b))
    figure = agreement_for(senior).overall
    assert (figure.alpha, figure.interval, figure.undefined) == (None, None, why)


def test_an_editor_learns_nothing_of_ratings_that_are_blind(
    one: User, other: User, senior: User
) -> None:
    third = a_person("Pia Third")
    rated((one, 1), (other, 5))
    assert agreement_for(third).pairs == ()
    assert agreement_for(third).overall.claims == 0
    mine = rated((one, 2), (other, 2), (third, 3))
    found = agreement_for(third)
    assert found.overall.claims == 1
    assert len(found.pairs) == 3
    # Another round of the same claim is blind again.
    for editor in (one, other):
        f.RatingFactory(claim=mine, editor=editor, round=2, value=1, rationale="why")
    assert agreement_for(third) == found
    assert agreement_for(senior).overall.claims == 2


@pytest.mark.parametrize(
    ("rounds", "figures"),
    [
        ([(1, 1), (5, 5)], []),
        ([(1, 1, N), (5, 5, N)], []),
        ([(1, 1, 1), (5, 5, 5), (2, 3)], [(3, 2, 1.0, None)]),
        ([(1, 1, 1), (1, 1, 1)], [(3, 2, None, Undefined.NO_VARIATION)]),
        ([(1, 5, 5)], [(3, 1, None, Undefined.ONE_ITEM)]),
        (
            [(1, 1, 1, N), (5, 5, 5), (2, 2, 2, 2), (3, 3, 3, 3)],
            [(3, 2, 1.0, None), (4, 2, 1.0, None)],
        ),
    ],
)
def test_three_editors_and_more(
    senior: User, rounds: list[Any], figures: list[Any]
) -> None:
    editors = [a_person(f"Pia{number} Third") for number in range(4)]
    for values in rounds:
        rated(*zip(editors, values, strict=False))
    found = agreement_for(senior).many
    assert [(x.editors, x.claims, x.kappa, x.undefined) for x in found] == figures
    assert all(each.few for each in found)


@pytest.mark.parametrize("shown", [True, False])
def test_the_page_of_three_editors(
    client: Client, one: User, other: User, *, shown: bool
) -> None:
    third = a_person("Pia Third")
    for value in (1, 5):
        more = [(third, value)] if shown else []
        rated((one, value), (other, value), *more)
    client.force_login(one)
    page = text_of(client.get("/agreement/"))
    row = r"3 editors</th><td>1\.00</td><td>2 <span class=\"quiet\">few"
    assert bool(re.search(row, page)) == shown == ("Fleiss" in page)


def text_of(answer: Any) -> str:
    return answer.content.decode()


def test_the_page(client: Client, one: User, other: User) -> None:
    for a, b in ((1, 1), (2, 3), (5, 5)):
        has_facets(rated((one, a), (other, b)), date=Level.CONFLICT)
    rated((one, 4), (other, 4), month=6)
    rated((one, 4), (other, 4), month=6)
    rated((one, 4), (other, 1), month=7)
    client.force_login(one)
    page = text_of(client.get("/agreement/"))
    assert "Over the claims that you have rated yourself" in page
    assert page.count('<svg class="chart"') == 2
    assert "6, few" in page
    assert "Ada Moreau, Jo Okafor" in page
    assert "67%" in page
    assert re.search(
        r"June 2031</th><td>cannot be told: all ratings are the same", page
    )
    assert re.search(r"July 2031</th><td>cannot be told: one claim alone", page)
    assert "nan" not in page.lower().replace("finance", "")


def test_an_empty_page(client: Client, one: User, other: User) -> None:
    rated((other, 1), (a_person("Pia Third"), 5))
    client.force_login(one)
    page = text_of(client.get("/agreement/"))
    assert "No claim has two ratings yet." in page
    assert "Jo Okafor" not in page


def test_who_adjudicates_sees_all(
    client: Client, one: User, other: User, senior: User
) -> None:
    rated((one, 1), (other, 5))
    client.force_login(senior)
    page = text_of(client.get("/agreement/"))
    assert "Over all claims" in page
    assert "Ada Moreau, Jo Okafor" in page


def test_more_ratings_cost_no_more_queries(
    client: Client, one: User, other: User
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/agreement/").status_code == 200
        return len(captured)

    has_facets(rated((one, 1), (other, 2)), date=Level.CONFLICT)
    client.force_login(one)
    few = queries()
    for number in range(12):
        third = a_person(f"Pia{number} Third")
        has_facets(rated((one, 1), (other, 5), (third, 3)), count=Level.CONFLICT)
    assert queries() == few
