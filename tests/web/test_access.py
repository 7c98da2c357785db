"""What may be read without an account, and what every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.operations.access import is_public

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

LOGIN = "/login/?next="


@pytest.mark.parametrize(
    ("method", "path", "public"),
    [
        ("GET", "/", True),
        ("HEAD", "/", True),
        ("GET", "/claims/12/", True),
        ("GET", "/articles/", True),
        ("GET", "/articles/3/", True),
        ("GET", "/about/quality", True),
        ("GET", "/about/quality/", True),
        ("GET", "/about/", False),
        ("POST", "/about/quality", False),
        ("POST", "/", False),
        ("POST", "/claims/12/", False),
        ("DELETE", "/articles/3/", False),
        ("GET", "/claims/", False),
        ("GET", "/claims/12/rate/", False),
        ("GET", "/claims/12", False),
        ("GET", "/articles/add/", False),
        ("GET", "/claims/12/\n", False),
        ("GET", "/admin/", False),
        ("GET", "//", False),
        ("", "/", False),
    ],
)
def test_which_pages_are_public(method: str, path: str, *, public: bool) -> None:
    assert is_public(method=method, path=path) is public


@pytest.mark.django_db
@pytest.mark.parametrize("public_read", [True, False])
@pytest.mark.parametrize("path", ["/admin/", "/claims/1/rate/"])
def test_other_pages_always_need_an_account(
    client: Client, settings: SettingsWrapper, path: str, *, public_read: bool
) -> None:
    settings.PUBLIC_READ = public_read
    answer = client.get(path)
    assert answer.status_code in {302, 404}
    assert answer.headers.get("Location", LOGIN).startswith((LOGIN, "/admin/login/"))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/claims/1/", "/articles/1/", "/about/quality"])
def test_pages_need_an_account_unless_reading_is_public(
    client: Client, settings: SettingsWrapper, path: str
) -> None:
    settings.PUBLIC_READ = False
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, LOGIN + path)
    settings.PUBLIC_READ = True
    assert client.get(path).status_code in {200, 404}  # 404: there is no such claim


@pytest.mark.django_db
def test_the_login_page_is_always_open(client: Client) -> None:
    assert client.get("/login/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/login/", "/healthz", "/nothing-here/"])
def test_every_answer_carries_a_strict_policy(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(
        directive.strip().split(" ", 1)
        for directive in headers["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
