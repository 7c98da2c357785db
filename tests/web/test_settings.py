"""Language, zone, theme and keys: of the account, of cookies, of the browser."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Rating
from claims.services.review import claim_rate
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests.factories import UserFactory

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db

ROLES = [None, *Role]
CHOSEN = {
    "language": "ko",
    "theme": "dark",
    "time_zone": "Asia/Seoul",
    "digest": "daily",
    "keys": "on",
}


def opening(client: Client, path: str = "/login/", **headers: str) -> str:
    """The <html> tag of a page."""
    text = client.get(path, headers=headers).content.decode()
    start = text.index("<html")
    return text[start : text.index(">", start)]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_chooses(client: Client, role: Role | None) -> None:
    user = UserFactory(role=role)
    client.force_login(user)
    assert client.get("/settings/").status_code == 200
    answer = client.post("/settings/", CHOSEN)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/settings/")
    stored = User.objects.get(pk=user.pk)
    assert (stored.language, stored.theme) == ("ko", "dark")
    assert (stored.time_zone, stored.digest) == ("Asia/Seoul", "daily")
    tag = opening(client, "/settings/")
    assert 'lang="ko"' in tag
    assert 'data-bs-theme="dark"' in tag
    # Elsewhere, without the cookies of this browser, it is the same.
    elsewhere = Client()
    elsewhere.force_login(user)
    assert opening(elsewhere, "/settings/") == tag


def test_without_an_account_cookies_keep_language_and_theme(client: Client) -> None:
    page = client.get("/settings/").content.decode()
    assert 'name="language"' in page
    assert 'name="time_zone"' not in page
    answer = client.post("/settings/", {"language": "ko", "theme": "dark"})
    assert answer.status_code == 302
    tag = opening(client)
    assert 'lang="ko"' in tag
    assert 'data-theme="dark"' in tag
    assert 'data-bs-theme="dark"' in tag
    assert 'data-keys="off"' in tag
    client.post("/settings/", {"language": "en", "theme": "auto", "keys": "on"})
    tag = opening(client)
    assert 'lang="en"' in tag
    assert 'data-theme="auto"' in tag
    assert "data-keys" not in tag


def test_the_cookies_are_not_sent_elsewhere(
    client: Client, settings: SettingsWrapper
) -> None:
    settings.SESSION_COOKIE_SECURE = True
    cookies = client.post("/settings/", {"language": "ko", "theme": "dark"}).cookies
    assert set(cookies) >= {"django_language", "theme", "keys"}
    for name in ("django_language", "theme", "keys"):
        assert cookies[name]["samesite"] == "Lax"
        assert cookies[name]["secure"]


@pytest.mark.parametrize(
    ("asked", "lang"),
    [
        ("ko", "ko"),
        ("ko-KR,ko;q=0.9,en;q=0.5", "ko"),
        ("fr-FR,fr;q=0.9", "en"),
        ("de,ko;q=0.3", "ko"),
        ("", "en"),
    ],
)
def test_a_visitor_has_what_the_browser_asks_for(
    client: Client, asked: str, lang: str
) -> None:
    headers: dict[str, str] = {"accept-language": asked}
    assert f'lang="{lang}"' in opening(client, **headers)
    answer = client.get("/login/", headers=headers)
    assert answer.headers["Content-Language"] == lang
    assert {"Accept-Language", "Cookie"} <= set(answer.headers["Vary"].split(", "))


def test_an_account_goes_before_the_browser(client: Client, editor: User) -> None:
    client.force_login(editor)
    client.cookies["django_language"] = "ko"
    assert 'lang="en"' in opening(client, "/settings/", **{"accept-language": "ko"})


@pytest.mark.parametrize(
    ("cookie", "stored", "shown"),
    [
        ("", "dark", "dark"),
        ("light", "dark", "light"),
        ("dark", "auto", "dark"),
        ("pink", "light", "light"),
        ('"><script>', "auto", "auto"),
    ],
)
def test_the_theme_of_this_browser_goes_before_that_of_the_account(
    client: Client, cookie: str, stored: str, shown: str
) -> None:
    client.force_login(UserFactory(theme=stored))
    client.cookies["theme"] = cookie
    assert f'data-theme="{shown}"' in opening(client, "/settings/")


def test_saving_forgets_the_button_of_this_browser(
    client: Client, editor: User
) -> None:
    client.force_login(editor)
    client.cookies["theme"] = "light"
    client.post("/settings/", CHOSEN)
    assert 'data-theme="dark"' in opening(client, "/settings/")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"language": "xx"}, "language"),
        ({"theme": "pink"}, "theme"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"digest": ""}, "digest"),
    ],
)
def test_what_is_not_offered_is_refused(
    client: Client, editor: User, wrong: dict[str, str], field: str
) -> None:
    client.force_login(editor)
    answer = client.post("/settings/", {**CHOSEN, **wrong})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert User.objects.get(pk=editor.pk).language == "en"


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("UTC", "30 Jun 2031 22:15"),
        ("Asia/Seoul", "1 Jul 2031 07:15"),
        ("Nowhere/Such", "30 Jun 2031 22:15"),
    ],
)
def test_clocks_show_the_zone_of_the_reader(
    client: Client,
    newsroom: Newsroom,
    zone: str,
    clock: str,
) -> None:
    late = datetime(2031, 6, 30, 22, 15, tzinfo=UTC)
    for seq in (1, 2):
        Rating.objects.create(
            claim=newsroom.call, editor=newsroom.editor, value=5, seq=seq, at=late
        )
    User.objects.filter(pk=newsroom.editor.pk).update(time_zone=zone)
    client.force_login(newsroom.editor)
    page = client.get(f"/claims/{newsroom.call.pk}/").content.decode()
    assert clock in page
    assert timezone.get_current_timezone_name() == "UTC"  # not left behind


def test_the_api_speaks_english_and_utc(client: Client, newsroom: Newsroom) -> None:
    User.objects.filter(pk=newsroom.editor.pk).update(
        language="ko", time_zone="Asia/Seoul"
    )
    client.force_login(newsroom.editor)
    asked: Any = {"accept-language": "ko"}
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=5)
    found = client.get("/api/v1/ratings/", headers=asked).json()
    assert found["results"][0]["at"].endswith("Z")
    refused = client.get("/api/v1/claims/0/", headers=asked).json()
    assert refused["detail"].isascii()


def test_keys_are_listed_on_a_page(client: Client) -> None:
    page = client.get("/about/keys/").content.decode()
    for key in ("j", "k", "Enter", "c", "x", "u", "m", "e", "a", "z", "/", "?"):
        assert f"<kbd>{key}</kbd>" in page
