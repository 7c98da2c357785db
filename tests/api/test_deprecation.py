"""What is to go: told by each answer that has to do with it, and by the document."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator

from factcheck.operations.api.deprecation import LEAST_NOTICE, Deprecation
from factcheck.operations.roles import Role
from tests.api.asking import ROOT, Api, token_for
from tests.api.deprecated_urls import LINK, SINCE, SUNSET, api
from tests.factories import OutletFactory, UserFactory

pytestmark = pytest.mark.django_db

ABOUT = ("Deprecation", "Sunset", "Link")


@pytest.fixture
def program(settings: Any) -> Api:
    settings.ROOT_URLCONF = "tests.api.deprecated_urls"
    OutletFactory(slug="post")
    return Api(token_for(UserFactory(role=Role.EDITOR), "read", "review"))


def told(answer: Any) -> list[str | None]:
    return [answer.headers.get(name) for name in ABOUT]


def test_the_three_headers(program: Api) -> None:
    answer = program.get("old/")
    since, sunset, link = told(answer)
    assert since == f"@{int(SINCE.timestamp())}" == "@1798761600"
    assert sunset == "Sun, 31 Dec 2028 12:00:00 GMT"
    assert parsedate_to_datetime(sunset) == SUNSET
    assert link == f'</next>; rel=next, <{LINK}>; rel="deprecation"'


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ({"path": f"{ROOT}old/?fail=1"}, 400),
        ({"path": f"{ROOT}old/", "method": "POST"}, 403),
        ({"path": f"{ROOT}old/", "headers": {"Authorization": "Bearer x"}}, 401),
        ({"path": f"{ROOT}old/", "method": "HEAD"}, 200),
    ],
)
def test_refusals_tell_it_too(program: Api, how: dict[str, Any], status: int) -> None:
    how.setdefault("method", "GET")
    answer = program.client.generic(**how)
    assert answer.status_code == status
    assert f'<{LINK}>; rel="deprecation"' in answer.headers["Link"]
    assert answer.headers["Deprecation"] == "@1798761600"


def test_so_does_an_answer_that_nothing_has_changed(program: Api) -> None:
    etag = program.get("old/").headers["ETag"]
    answer = program.client.get(f"{ROOT}old/", headers={"If-None-Match": etag})
    assert answer.status_code == 304
    assert answer.headers["Deprecation"] == "@1798761600"


def test_one_method_of_two(program: Api) -> None:
    assert told(program.get("half-old/")) == [None] * 3
    assert told(program.post("half-old/", {}))[0] == "@1798761600"


@pytest.mark.parametrize(
    ("path", "since", "links"),
    [
        ("shown/", "@1798761600", ["name"]),
        ("shown/?fields=name,id", "@1798761600", ["name"]),
        ("shown/?fields=id", None, []),
        ("shown/?fields=id&code=post", "@1767225600", ["code"]),
        ("shown/?code=post", "@1767225600", ["name", "code"]),
        ("shown/{pk}/?fields=id", None, []),
        ("shown/{pk}/", "@1798761600", ["name"]),
        ("families/", None, []),
        ("nowhere/", None, []),
    ],
)
def test_who_has_to_do_with_it_is_told(
    program: Api, path: str, since: str | None, links: list[str]
) -> None:
    pk = program.ids("shown/", fields="id")[0]
    answer = program.get(path.replace("{pk}", str(pk)))
    expected = [f'</docs/{each}>; rel="deprecation"' for each in links]
    assert answer.headers.get("Deprecation") == since
    assert answer.headers.get("Link", "") == ", ".join(expected)
    # The earliest end of those that are told.
    ends = SUNSET if "name" in links else SUNSET.replace(year=2029)
    sunset = answer.headers.get("Sunset")
    assert (parsedate_to_datetime(sunset) if sunset else None) == (
        ends if links else None
    )


def test_nothing_of_the_product_is_marked_by_it(client: Any) -> None:
    assert told(client.get("/login/")) == [None] * 3


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    found: dict[str, Any] = SchemaGenerator(patterns=api).get_schema(public=True)
    return found


@pytest.mark.parametrize(
    ("path", "method", "marked"),
    [
        ("old/", "get", True),
        ("half-old/", "get", False),
        ("half-old/", "post", True),
        ("shown/", "get", False),
        ("shown/{id}/", "get", False),
    ],
)
def test_operations_in_the_document(
    document: dict[str, Any], path: str, method: str, *, marked: bool
) -> None:
    operation = document["paths"][f"/api/v1/{path}"][method]
    assert operation.get("deprecated", False) is marked
    (answer,) = [operation["responses"][key] for key in ("200",)]
    assert ("Sunset" in answer["headers"]) is (path != "half-old/" or marked)
    assert document["components"]["headers"].keys() >= {*ABOUT}


def test_parameters_and_members_in_the_document(document: dict[str, Any]) -> None:
    listed = document["paths"]["/api/v1/shown/"]["get"]["parameters"]
    marked = [each["name"] for each in listed if each.get("deprecated")]
    assert marked == ["code"]
    shapes = document["components"]["schemas"]
    found = {
        (name, member)
        for name, shape in shapes.items()
        for member, told in shape.get("properties", {}).items()
        if told.get("deprecated")
    }
    assert found == {("ReadShown", "name")}, "not the name of a family"


@pytest.mark.parametrize(
    "wrong",
    [
        {"sunset": SINCE + LEAST_NOTICE - timedelta(seconds=1)},
        {"since": datetime(2027, 1, 1)},
        {"sunset": datetime(2029, 1, 1)},
        {"link": "https://desk.example/ü"},
        {"link": "https://desk.example/> bad"},
        {"link": ""},
        {"parameter": "a", "member": "b"},
    ],
)
def test_what_breaks_the_promise_is_not_written_down(wrong: dict[str, Any]) -> None:
    right = {"since": SINCE, "sunset": SINCE + LEAST_NOTICE, "link": "/docs/#new"}
    assert Deprecation(**right).since.tzinfo is UTC
    with pytest.raises(ValueError, match=r"."):
        Deprecation(**right | wrong)
