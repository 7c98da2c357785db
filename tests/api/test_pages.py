"""Lists page by page: nothing twice, nothing left out, whatever comes or goes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.models import Claim, Statement
from sources.models import Article
from tests.api.asking import ROOT, Api, complaints
from tests.factories import ArticleFactory, ClaimFactory
from tests.web.newsroom import Newsroom, an_article

BROKEN = {"cursor": "This is no cursor of this list, its order and its filters."}


def walk(api: Api, url: str, link: str = "next") -> list[list[int]]:
    """The ids of the pages from `url` on, in the order in which they are reached."""
    pages = []
    while url:
        answer = api.client.get(url)
        assert answer.status_code == 200, answer.content
        body = answer.json()
        pages.append([row["id"] for row in body["results"]])
        url = body[link]
    return pages


def last_of(api: Api, url: str) -> str:
    """The address of the last page."""
    while following := api.client.get(url).json()["next"]:
        url = following
    return url


def flat(pages: list[list[int]]) -> list[int]:
    return [pk for page in pages for pk in page]


def claims_of_every_kind() -> None:
    """Claims of equal and unequal priority, some without a day."""
    for at in range(11):
        ClaimFactory(
            priority=at % 3,
            conflicts=at % 2,
            last_reported=None if at % 4 == 0 else date(2031, 5, 1 + at % 3),
        )


@pytest.mark.parametrize(
    ("ordering", "columns"),
    [
        ("id", ["id"]),
        ("-id", ["-id"]),
        ("priority", ["priority", "-id"]),
        ("-priority", ["-priority", "id"]),
        ("conflicts", ["conflicts", "id"]),
        ("-conflicts", ["-conflicts", "-id"]),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 5, 200])
def test_pages_follow_each_other_both_ways(
    ordering: str, columns: list[str], size: int, newsroom: Newsroom, public: Api
) -> None:
    claims_of_every_kind()
    url = f"{ROOT}claims/?ordering={ordering}&page_size={size}"
    expected = list(Claim.objects.order_by(*columns).values_list("pk", flat=True))
    forward = walk(public, url)
    assert flat(forward) == expected
    assert all(len(page) == size for page in forward[:-1])
    back = walk(public, last_of(public, url), "previous")
    assert flat(back[::-1]) == expected


@pytest.mark.parametrize("ordering", ["last_reported", "-last_reported"])
def test_rows_without_a_value_come_last_in_the_list(
    ordering: str, newsroom: Newsroom, public: Api
) -> None:
    claims_of_every_kind()
    url = f"{ROOT}claims/?ordering={ordering}&page_size=2"
    days = dict(Claim.objects.values_list("pk", "last_reported"))
    seen = flat(walk(public, url))
    assert sorted(seen) == sorted(days)
    known = [days[pk] for pk in seen if days[pk] is not None]
    assert known == sorted(known, reverse=ordering.startswith("-"))
    assert [days[pk] for pk in seen[len(known) :]] == [None] * (len(days) - len(known))
    assert flat(walk(public, last_of(public, url), "previous")[::-1]) == seen


def test_what_comes_and_goes_meanwhile_moves_nothing(
    newsroom: Newsroom, public: Api
) -> None:
    claims_of_every_kind()
    before = list(
        Claim.objects.order_by("-priority", "id").values_list("pk", flat=True)
    )
    first = public.get("claims/", page_size=4).json()
    seen = [row["id"] for row in first["results"]]
    ClaimFactory(priority=99)  # before the page: a page number would show a row twice
    Claim.objects.filter(pk=seen[1]).update(merged_into=seen[0])  # … or leave one out
    Claim.objects.filter(pk=seen[-1]).update(priority=-5)  # the very row of the cursor
    seen += flat(walk(public, first["next"]))
    assert seen == [*before, before[3]]


def test_a_page_that_lost_its_rows_leads_on(newsroom: Newsroom, public: Api) -> None:
    claims_of_every_kind()
    url = public.get("claims/", ordering="id", page_size=13).json()["next"]
    gone = Claim.objects.filter(pk__in=flat(walk(public, url)))
    gone.update(merged_into=newsroom.call)
    empty = public.client.get(url).json()
    assert (empty["results"], empty["next"]) == ([], None)
    assert len(flat(walk(public, empty["previous"], "previous"))) == 13


@pytest.mark.parametrize(
    "path", ["articles/", "outlets/", "statements/", "links/", "aliases/", "families/"]
)
def test_every_list_has_pages(path: str, newsroom: Newsroom, public: Api) -> None:
    whole = public.get(path, count=1).json()
    assert whole["count"] == len(whole["results"])
    assert flat(walk(public, f"{ROOT}{path}?page_size=1")) == [
        row["id"] for row in whole["results"]
    ]


def test_pages_keep_filters_and_what_is_shown(newsroom: Newsroom, public: Api) -> None:
    query = {"kind": "duration", "page_size": 1, "fields": "id,quote"}
    page = public.get("statements/", **query).json()
    following = public.client.get(page["next"]).json()
    rows = page["results"] + following["results"]
    assert [row["id"] for row in rows] == public.ids("statements/", kind="duration")
    assert all(list(row) == ["id", "quote"] for row in rows)
    assert following["next"] is None


def test_rows_are_counted_for_who_asks(newsroom: Newsroom, public: Api) -> None:
    assert "count" not in public.get("statements/").json()
    assert "count" not in public.get("statements/", count=0).json()
    page = public.get("statements/", count=1, page_size=2).json()
    assert page["count"] == Statement.objects.count()
    assert public.client.get(page["next"]).json()["count"] == page["count"]
    counted = public.get("statements/", count=1, kind="duration").json()
    assert counted["count"] == len(counted["results"]) == 2


@pytest.mark.parametrize(
    "cursor", ["", "x", "0", "W10.x", "a.b", "\0", "٣", "x" * 5000]
)
def test_a_broken_cursor(cursor: str, newsroom: Newsroom, public: Api) -> None:
    assert complaints(public.get("claims/", cursor=cursor)) == BROKEN


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        ("links/", {}),
        ("claims/", {"ordering": "id"}),
        ("claims/", {"ordering": "-priority", "outlet": "northern-bell"}),
        ("claims/", {"conflicts": "false"}),
    ],
)
def test_the_cursor_of_another_list(
    path: str, changes: dict[str, Any], newsroom: Newsroom, public: Api
) -> None:
    claims_of_every_kind()
    cursor = cursor_of(public.get("claims/", page_size=1).json()["next"])
    assert public.get("claims/", cursor=cursor, page_size=7).status_code == 200
    assert complaints(public.get(path, cursor=cursor, **changes)) == BROKEN


def test_a_cursor_that_was_touched(newsroom: Newsroom, public: Api) -> None:
    cursor = cursor_of(public.get("claims/", page_size=1).json()["next"])
    head, _, signature = cursor.partition(".")
    for changed in (f"{head}A.{signature}", f"{head}.{signature[:-1]}_", head):
        assert complaints(public.get("claims/", cursor=changed)) == BROKEN


def cursor_of(url: str) -> str:
    return url.partition("cursor=")[2].partition("&")[0]


@pytest.mark.parametrize(
    ("parameter", "value", "words"),
    [
        ("page_size", "0", "from 1 to 200"),
        ("page_size", "201", "from 1 to 200"),
        ("page_size", "x", "from 1 to 200"),
        ("page_size", "-1", "from 1 to 200"),
        ("page_size", "٣", "from 1 to 200"),
        ("page_size", "", "from 1 to 200"),
        ("count", "yes", "1 counts"),
        ("ordering", "weather", "no such order"),
        ("ordering", "--id", "no such order"),
        ("ordering", "", "no such order"),
        ("ordering", "id,priority", "no such order"),
        ("page", "2", "no such parameter"),
    ],
)
def test_what_cannot_be_asked(
    parameter: str, value: str, words: str, newsroom: Newsroom, public: Api
) -> None:
    said = complaints(public.get("claims/", **{parameter: value}))
    assert words in said[parameter]


@pytest.mark.parametrize("size", [1, 50, 200])
def test_the_size_of_a_page(size: int, newsroom: Newsroom, public: Api) -> None:
    for number in range(60):
        an_article(f"Quay Sheet {number}", "Tides", 3, "The tide was high.")
    rows = public.rows("articles/", page_size=size)
    assert len(rows) == min(size, Article.objects.count())
    assert len(public.rows("articles/")) == 50


def test_a_list_is_read_in_its_order(newsroom: Newsroom, public: Api) -> None:
    ArticleFactory(title="Aardvarks", published_date=date(2030, 1, 1))
    for ordering in ("title", "-title", "published", "-published"):
        rows = public.rows("articles/", ordering=ordering)
        name = {"published": "published_date"}.get(ordering.strip("-"), "title")
        values = [row[name] for row in rows]
        assert values == sorted(values, reverse=ordering.startswith("-"))
