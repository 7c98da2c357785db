"""A number that no row can have is an address that is not there, never a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.operations.ids import LARGEST_ID, id_from
from tests.factories import UserFactory
from tests.web.routes import ADMIN, Route, routes

if TYPE_CHECKING:
    from django.test import Client

    from tests.web.newsroom import Newsroom

TOO_LARGE = ["9" * 20, str(LARGEST_ID + 1), "9" * 5_000]
OTHERS = {"kind": "claim", "uidb64": "OTk5", "token": "0", "key": "0"}
NUMBERED = [
    route
    for route in routes()
    if set(route.parts) - set(OTHERS) and not route.address.startswith(f"/{ADMIN}")
]


@pytest.fixture
def everything(client: Client) -> Client:
    """Who may do everything: nothing is refused before it is looked for."""
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


def address(route: Route, number: str) -> str:
    path = route.address
    for part in route.parts:
        path = path.replace(f"<{part}>", OTHERS.get(part, number))
    return path


@pytest.mark.parametrize("route", NUMBERED, ids=lambda route: route.name)
def test_nothing_is_there(newsroom: Newsroom, everything: Client, route: Route) -> None:
    statuses = {
        getattr(everything, method)(address(route, "9" * 20)).status_code
        for method in ("get", "post")
    }
    assert 404 in statuses
    assert statuses <= {404, 405}


@pytest.mark.parametrize("number", TOO_LARGE, ids=len)
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("/oembed/?url=http://testserver/published/{}/", 404),
        ("/oembed/?url=http://testserver/embed/{}/", 404),
        ("/claims/new/?statement={}", 302),
        ("/articles/?outlet={}", 200),
        ("/?outlet={}", 200),
        ("/queue/news/?at={}-1", 200),
        ("/search/?q=strait&page={}", 200),
    ],
)
def test_nor_by_a_query(
    newsroom: Newsroom, everything: Client, query: str, status: int, number: str
) -> None:
    assert everything.get(query.format(number)).status_code == status


@pytest.mark.parametrize(
    ("action", "sent", "status"),
    [
        ("split/", {"statements": "9" * 20}, 422),
        ("merge/", {"other": "9" * 20}, 422),
        ("link/", {"one": "9" * 20, "other": "9" * 20, "relation": "conflicts"}, 404),
    ],
)
def test_nor_by_a_form(
    newsroom: Newsroom,
    everything: Client,
    action: str,
    sent: dict[str, str],
    status: int,
) -> None:
    answer = everything.post(f"/claims/{newsroom.call.pk}/{action}", sent)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        (str(LARGEST_ID), LARGEST_ID),
        (str(LARGEST_ID + 1), None),
        ("9" * 5_000, None),
        ("", None),
        ("-1", None),
        ("1.0", None),
        ("٣", None),
        ("²", None),
    ],
)
def test_what_is_an_id(text: str, number: int | None) -> None:
    assert id_from(text) == number
