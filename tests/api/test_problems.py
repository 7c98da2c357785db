"""Whatever the API refuses, it answers with problem details (RFC 9457)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from factcheck.operations.api.schema import REFUSALS

ECHO = "/api/v1/echo/"
JSON = "application/json"

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.problem_urls")]


@pytest.fixture
def api() -> Client:
    """A browser with an account that gets the answer of a crash, too."""
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_user("reader"))
    return client


def body(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    members: dict[str, Any] = answer.json()
    assert members["status"] == status
    assert members["type"] == "about:blank"
    assert members["title"]
    return members


@pytest.mark.parametrize(
    ("name", "status", "detail", "code"),
    [
        ("missing", 404, "There is no article 7.", "not_found"),
        ("denied", 403, "Only senior editors publish.", "permission_denied"),
        (
            "silent",
            403,
            "Request forbidden -- authorization will not help",
            "permission_denied",
        ),
        ("conflict", 500, "It has changed.", "error"),
        ("invalid", 400, "The request is not valid.", "invalid"),
    ],
)
def test_a_refusal(api: Client, name: str, status: int, detail: str, code: str) -> None:
    members = body(api.get(f"/api/v1/refuse/{name}/"), status)
    assert (members["detail"], members["code"]) == (detail, code)


def test_a_throttled_client_learns_when_to_come_back(api: Client) -> None:
    answer = api.get("/api/v1/refuse/throttled/")
    assert body(answer, 429)["code"] == "throttled"
    assert answer.headers["Retry-After"] == "3"


def test_every_complaint_about_the_input_names_its_field(api: Client) -> None:
    errors = body(api.get("/api/v1/refuse/invalid/"), 400)["errors"]
    assert [(error["attr"], error["detail"]) for error in errors] == [
        ("value", "Too high."),
        ("rows", "Bad"),
    ]


@pytest.mark.parametrize("path", ["/api/v1/refuse/crash/", "/api/v1/plain-crash/"])
def test_a_crash_tells_nothing(api: Client, path: str) -> None:
    answer = api.get(path)
    body(answer, 500)
    assert "secret" not in answer.content.decode()


@pytest.mark.parametrize("path", ["/api/nothing/", "/api/v1/claims/0.5/", "/api/"])
def test_an_address_that_is_not_there(api: Client, path: str) -> None:
    body(api.get(path), 404)


def test_a_body_over_the_limit(api: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    large = {"text": "x" * 200}
    answer = api.post("/api/v1/echo/", large, content_type="application/json")
    assert body(answer, 413)["code"] == "too_large"


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("a=1", "application/x-www-form-urlencoded", 415),
    ],
)
def test_a_body_that_cannot_be_read(
    api: Client, content: str, kind: str, status: int
) -> None:
    body(api.post("/api/v1/echo/", content, content_type=kind), status)


@pytest.mark.parametrize(
    ("path", "token", "status"),
    [
        (ECHO, "", 413),
        (ECHO, "Bearer wrong", 401),
        ("/api/v1/echo", "", 404),
        ("/api/nothing/", "", 404),
    ],
)
def test_who_still_sends_a_body_gets_the_answer(
    api: Client, settings: Any, path: str, token: str, status: int
) -> None:
    """The server closes the connection under them where nobody reads it."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    sent = BytesIO(b'{"text": "' + b"x" * 200_000 + b'"}')
    length = len(sent.getvalue())
    more: Any = {"wsgi.input": sent, "CONTENT_LENGTH": str(length)}
    more["CONTENT_TYPE"] = JSON
    headers = {"Authorization": token} if token else {}
    answer = api.generic("POST", path, headers=headers, **more)
    body(answer, status)
    assert sent.tell() == length


def test_who_forgets_the_last_slash_is_told(api: Client) -> None:
    detail = body(api.post("/api/v1/echo", {}, content_type=JSON), 404)["detail"]
    assert detail == "Addresses end with a slash: /api/v1/echo/"
    assert api.get("/api/v1/claims").status_code == 301


def test_the_wrong_method(api: Client) -> None:
    body(api.put("/api/v1/echo/"), 405)


@pytest.mark.parametrize("token", [None, "Bearer wrong"])
def test_without_an_account(token: str | None) -> None:
    headers = {"Authorization": token} if token else {}
    answer = Client(headers=headers).get("/api/v1/refuse/missing/")
    body(answer, 401)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_reading_in_public(settings: Any) -> None:
    settings.PUBLIC_READ = True
    client = Client()
    body(client.get("/api/v1/refuse/missing/"), 404)
    text = {"text": "x"}
    body(client.post("/api/v1/echo/", text, content_type="application/json"), 401)


@pytest.mark.parametrize(
    ("path", "status"), [("/nothing-here/", 404), ("/login/page-crash/", 500)]
)
def test_a_browser_gets_a_page(api: Client, path: str, status: int) -> None:
    answer = api.get(path)
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("status", "method", "path", "sent"),
    [
        (400, "GET", "/api/v1/claims/?no=1", {}),
        (400, "POST", ECHO, {"data": "{"}),
        (401, "GET", "/api/v1/tokens/", {"headers": {"Authorization": "Basic eA=="}}),
        (403, "GET", "/api/v1/refuse/denied/", {}),
        (404, "GET", "/api/v1/claims/9/", {}),
        (404, "GET", "/api/v2/claims/", {}),
        (404, "POST", "/api/nothing/", {"data": "{}"}),
        (404, "POST", "/api/v1/echo", {"data": "{}"}),
        (404, "DELETE", "/api/v1/tokens/0", {}),
        (405, "PUT", ECHO, {"data": "{}"}),
        (405, "DELETE", "/api/v1/outlets/", {}),
        (405, "PATCH", "/api/v1/schema/", {"data": "{}"}),
        (406, "GET", "/api/v1/outlets/", {"headers": {"Accept": "text/html"}}),
        (406, "GET", "/api/v1/claims/1/", {"headers": {"Accept": "application/xml"}}),
        (413, "POST", ECHO, {"data": '{"text": "%s"}' % ("x" * 2_000)}),
        (415, "POST", ECHO, {"data": "a=1", "content_type": "text/plain"}),
        (415, "POST", ECHO, {"data": "x", "content_type": "multipart/form-data; x"}),
        (429, "GET", "/api/v1/refuse/throttled/", {}),
        (500, "GET", "/api/v1/refuse/crash/", {}),
        (500, "GET", "/api/v1/plain-crash/", {}),
    ],
)
def test_every_refusal_is_a_problem_that_the_schema_declares(
    api: Client,
    status: int,
    method: str,
    path: str,
    sent: dict[str, Any],
    settings: Any,
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    answer = api.generic(method, path, **{"content_type": JSON, **sent})
    members = body(answer, status)
    assert set(members) >= {"type", "title", "status", "detail", "code"}
    assert members["detail"]
    assert members["code"]
    assert status in REFUSALS
    assert "ETag" not in answer.headers
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_refusal_without_words_of_ours_has_them(api: Client) -> None:
    answer = api.get("/api/v1/outlets/", headers={"Accept": "text/html"})
    assert "Accept" in body(answer, 406)["detail"]
    allowed = api.put(ECHO).headers["Allow"]
    assert allowed == "POST, OPTIONS"
