"""What is derived of a claim: counts, origins, facets, priority, dates, title."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, ClaimFacet, ClaimOutlet, Statement
from claims.selectors.priority import priority
from claims.services.refresh import TITLE_CHARACTERS, claim_refresh
from sources.models import Article
from tests import factories as f
from tests.factories import NOON

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2031, 3, 1), date(2031, 3, 9)


def printed(claim: Claim, **values: object) -> Statement:
    """A member of the claim; keywords of its article begin with article__."""
    article = {
        key.removeprefix("article__"): values.pop(key)
        for key in list(values)
        if key.startswith("article__")
    }
    text = values.setdefault("quote", f"The mill closed ({Statement.objects.count()}).")
    version = f.ArticleVersionFactory(article=f.ArticleFactory(**article), text=text)
    row = f.StatementFactory(version=version, **values)
    f.MemberFactory(claim=claim, statement=row)
    return row


def compared(low: Statement, high: Statement, level: str, **values: object) -> None:
    relations = {"conflict": "conflicts", "updated": "updates"}
    link = f.LinkFactory(
        low=low,
        high=high,
        relation=relations.get(level, "corroborates"),
        **{key: values.pop(key) for key in ("state", "by") if key in values},
    )
    place = {"low_start": 0, "low_end": 3, "high_start": 0, "high_end": 3}
    f.ComparisonFactory(link=link, level=level, **place | values)


def refreshed(claim: Claim) -> Claim:
    claim_refresh([claim.pk])
    claim.refresh_from_db()
    return claim


def test_counts_dates_and_outlets() -> None:
    claim = f.ClaimFactory()
    outlet = f.OutletFactory()
    a = printed(claim, article__outlet=outlet, article__published_date=LATE)
    b = printed(claim, article__outlet=outlet, article__published_date=EARLY)
    c = printed(claim)
    compared(a, b, "conflict")
    compared(b, c, "conflict", kind="place")
    compared(a, c, "agree")
    claim = refreshed(claim)
    assert (claim.outlets, claim.conflicts) == (2, 2)
    assert (claim.first_reported, claim.last_reported) == (EARLY, f.DAY)
    assert dict(ClaimOutlet.objects.values_list("outlet", "statements")) == {
        outlet.pk: 2,
        c.article.outlet_id: 1,
    }
    assert dict(ClaimFacet.objects.values_list("kind", "worst_level")) == {
        "date": "conflict",
        "place": "conflict",
    }


def test_again_the_same() -> None:
    claim = f.ClaimFactory()
    compared(printed(claim), printed(claim), "conflict")
    first = Claim.objects.filter(pk=refreshed(claim).pk).values().get()
    refreshed(claim)
    assert Claim.objects.filter(pk=claim.pk).values().get() == first
    assert ClaimFacet.objects.count() == 1
    assert ClaimOutlet.objects.count() == 2


@pytest.mark.parametrize("what", ["orphaned", "retired", "hidden", "withdrawn", "out"])
def test_who_is_not_seen_does_not_count(what: str) -> None:
    claim = f.ClaimFactory()
    a, b = printed(claim), printed(claim)
    compared(a, b, "conflict")
    rows = Statement.objects.filter(pk=b.pk)
    if what == "hidden":
        rows.update(hidden_by=f.UserFactory())
    elif what == "withdrawn":
        Article.objects.filter(pk=b.article.pk).update(
            withdrawn_at=NOON, withdrawn_reason="x"
        )
    elif what == "out":
        b.memberships.update(state="out", by="editor")
    else:
        rows.update(state=what)
    claim = refreshed(claim)
    assert (claim.outlets, claim.origins, claim.conflicts) == (1, 1, 0)
    assert not ClaimFacet.objects.exists()


def test_a_rejected_link_does_not_count() -> None:
    claim = f.ClaimFactory()
    compared(printed(claim), printed(claim), "conflict", state="rejected", by="editor")
    assert refreshed(claim).conflicts == 0
    assert not ClaimFacet.objects.exists()


def same_family() -> list[dict]:
    family = f.PublisherFamilyFactory()
    return [{"article__outlet": f.OutletFactory(family=family)} for _ in range(2)]


def same_origin() -> list[dict]:
    origin = f.OriginFactory()
    return [{"origin": origin}, {"origin": origin}]


def merged_origin() -> list[dict]:
    origin = f.OriginFactory()
    return [{"origin": origin}, {"origin": f.OriginFactory(merged_into=origin)}]


def reprint() -> list[dict]:
    outlet = f.OutletFactory()
    original = f.ArticleFactory(outlet=outlet)
    return [{"article__outlet": outlet}, {"article__copy_of": original}]


def same_outlet() -> list[dict]:
    return [{"article__outlet": f.OutletFactory()}] * 2


def two_outlets() -> list[dict]:
    return [{}, {}]


def two_origins_of_one_outlet() -> list[dict]:
    outlet = f.OutletFactory()
    return [{"article__outlet": outlet, "origin": f.OriginFactory()} for _ in range(2)]


@pytest.mark.parametrize(
    ("pair", "origins"),
    [
        (two_outlets, 2),
        (two_origins_of_one_outlet, 2),
        (same_outlet, 1),
        (same_family, 1),
        (same_origin, 1),
        (merged_origin, 1),
        (reprint, 1),
    ],
)
def test_independent_origins(pair: object, origins: int) -> None:
    claim = f.ClaimFactory()
    a, b = (printed(claim, **values) for values in pair())
    compared(a, b, "agree")
    assert refreshed(claim).origins == origins


def test_only_those_count_that_give_the_disputed_facet() -> None:
    claim = f.ClaimFactory()
    a, b, c, d = (printed(claim) for _ in range(4))
    compared(a, b, "conflict")
    compared(b, c, "unknown", high_start=-1, high_end=-1)
    compared(a, c, "agree", kind="place")
    compared(a, d, "agree")
    claim = refreshed(claim)
    assert claim.outlets == 4
    assert claim.origins == 3


@pytest.mark.parametrize(
    ("levels", "worst"),
    [
        (["agree", "refines"], "refines"),
        (["refines", "naming_variant"], "naming_variant"),
        (["naming_variant", "updated", "agree"], "updated"),
        (["updated", "conflict"], "conflict"),
        (["agree", "not_comparable"], "agree"),
        (["not_comparable", "unknown"], "not_comparable"),
        (["unknown"], None),
    ],
)
def test_worst_level(levels: list[str], worst: str | None) -> None:
    claim = f.ClaimFactory()
    for level in levels:
        compared(printed(claim), printed(claim), level)
    refreshed(claim)
    assert list(ClaimFacet.objects.values_list("worst_level", flat=True)) == (
        [worst] if worst else []
    )


def prioritised(*levels: str, outlets: int = 2, day: date = EARLY) -> int:
    claim = f.ClaimFactory()
    rows = [printed(claim, article__published_date=day) for _ in range(outlets)]
    for level in levels:
        compared(rows[0], rows[1], level)
    return refreshed(claim).priority


def test_priority_is_severity_times_reach_times_recency() -> None:
    """Eight days count more than a third outlet, and less than a kind of difference."""
    order = [
        prioritised(),
        prioritised(day=LATE),
        prioritised("naming_variant"),
        prioritised("updated"),
        prioritised("conflict"),
        prioritised("conflict", outlets=3),
        prioritised("conflict", day=LATE),
        prioritised("conflict", outlets=3, day=LATE),
    ]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_without_a_date_the_day_it_was_read_counts() -> None:
    claim = f.ClaimFactory()
    for day in (12, 3):
        version = f.ArticleVersionFactory(
            article=f.ArticleFactory(published_date=None, published_precision="none"),
            captured_at=datetime(2031, 3, day, 23, tzinfo=UTC),
        )
        f.MemberFactory(claim=claim, statement=f.StatementFactory(version=version))
    assert refreshed(claim).priority == priority(0, 2, date(2031, 3, 12))


@pytest.mark.parametrize(
    ("levels", "finding"),
    [
        ([], ""),
        (["agree", "refines"], "consistent"),
        (["not_comparable"], "consistent"),
        (["naming_variant", "agree"], "naming"),
        (["naming_variant", "updated"], "updated"),
        (["updated", "conflict"], "conflict"),
    ],
)
def test_the_finding_is_the_gravest_level(levels: list[str], finding: str) -> None:
    claim = f.ClaimFactory()
    rows = [printed(claim), printed(claim)]
    for level in levels:
        compared(printed(claim), rows[0], level)
    assert refreshed(claim).finding == finding


def test_a_lone_statement_is_no_finding() -> None:
    claim = f.ClaimFactory(finding="conflict")
    first = printed(claim)
    assert refreshed(claim).finding == ""
    second = printed(claim, article__outlet=first.article.outlet)
    compared(second, first, "agree")
    assert refreshed(claim).finding == "consistent"


@pytest.mark.parametrize(("touched_at", "finding"), [(None, ""), (NOON, "consistent")])
def test_statements_without_a_link_are_a_finding_by_an_editors_word(
    touched_at: datetime | None, finding: str
) -> None:
    claim = f.ClaimFactory(touched_at=touched_at)
    printed(claim)
    printed(claim)
    assert refreshed(claim).finding == finding


def test_the_title_is_the_most_firmly_linked_members() -> None:
    claim = f.ClaimFactory(title="")
    a = printed(claim, quote="The mill closed.")
    b = printed(claim, quote="The mill at Quay closed on Monday.")
    c = printed(claim, quote="It closed.")
    compared(a, b, "agree")
    compared(b, c, "agree")
    assert refreshed(claim).title == b.quote


@pytest.mark.parametrize(
    ("leaning", "plain"),
    [
        ("He said the mill closed.", "The mill closed, he said."),
        ("Both owners agreed to close the mill.", "Owners closed the mill."),
        ("“It will not open again.”", "The mill will not open again."),
        ("These mills closed.", "Itasca closed two mills."),
    ],
)
def test_a_title_can_be_read_alone(leaning: str, plain: str) -> None:
    claim = f.ClaimFactory(title="")
    a, b = printed(claim, quote=leaning), printed(claim, quote=plain)
    c = printed(claim, quote="It did.")
    compared(a, b, "agree")
    compared(a, c, "agree")
    assert refreshed(claim).title == plain


def test_a_title_gives_what_is_disputed() -> None:
    claim = f.ClaimFactory(title="")
    a = printed(claim, quote="The mill closed.")
    b = printed(claim, quote="The mill closed on Monday.")
    c = printed(claim, quote="The mill closed on Tuesday.")
    head = printed(claim, quote="Mill shut Tuesday", frames={"headline": True})
    compared(a, b, "agree", kind="place")
    compared(a, c, "agree", kind="place")
    compared(a, head, "agree", kind="place")
    compared(b, c, "conflict")
    compared(b, head, "conflict")
    assert refreshed(claim).title == b.quote


def test_a_headline_is_no_title_unless_there_is_no_other() -> None:
    claim = f.ClaimFactory(title="")
    a = printed(claim, quote="Mill shut", frames={"headline": True})
    assert refreshed(claim).title == a.quote
    b = printed(claim, quote="The mill closed.")
    compared(a, b, "agree")
    assert refreshed(claim).title == b.quote


def test_a_long_title_is_cut_at_a_word() -> None:
    claim = f.ClaimFactory(title="")
    printed(claim, quote="mill " * 90)
    title = refreshed(claim).title
    assert len(title) <= TITLE_CHARACTERS + 2
    assert title.endswith("mill …")


@pytest.mark.parametrize(
    "values", [{"title_by": "editor"}, {"touched_at": NOON}], ids=str
)
def test_a_title_that_stays(values: dict) -> None:
    claim = f.ClaimFactory(title="Closure of the mill", **values)
    printed(claim)
    assert refreshed(claim).title == "Closure of the mill"


def test_a_claim_without_members() -> None:
    claim = refreshed(f.ClaimFactory())
    assert (claim.outlets, claim.origins, claim.first_reported) == (0, 0, None)
    claim_refresh([])
    claim_refresh([10**9])


def test_only_claims_that_are_asked_for() -> None:
    one, other = f.ClaimFactory(), f.ClaimFactory()
    row = printed(one)
    f.MemberFactory(claim=other, statement=row)
    claim_refresh([one.pk])
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.outlets, other.outlets) == (1, 0)


def queries_of(number: int) -> int:
    claims = []
    for _ in range(number):
        claim = f.ClaimFactory()
        compared(printed(claim), printed(claim), "conflict")
        f.RatingFactory(claim=claim)
        claims.append(claim.pk)
    with CaptureQueriesContext(connection) as queries:
        claim_refresh(claims)
    return len(queries)


def test_queries_do_not_grow() -> None:
    assert queries_of(12) == queries_of(2)
