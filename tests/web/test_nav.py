"""The header: to each what they may open, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from claims.templatetags.nav import ENTRIES
from factcheck.operations.roles import Role
from tests.factories import UserFactory
from tests.web.permission_table import GET, ROWS

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from tests.web.newsroom import Newsroom

LINK = re.compile(r'<a class="nav-link[^"]*" href="([^"]+)"[^>]*>([^<]+)</a>')
WHO = {row.name: row.who for row in ROWS if row.method == GET}

pytestmark = pytest.mark.django_db


def header(client: Client, path: str) -> dict[str, str]:
    page = client.get(path).content.decode()
    return {label: url for url, label in LINK.findall(page.partition("<main")[0])}


@pytest.mark.parametrize("role", Role)
def test_every_entry_is_there_for_who_may_open_it(client: Client, role: Role) -> None:
    client.force_login(UserFactory(role=role))
    shown = header(client, "/settings/")
    assert list(shown) == [
        str(entry.label) for entry in ENTRIES if role in WHO[entry.name]
    ]
    for url in shown.values():
        assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("public", "labels"), [(False, []), (True, ["Queue", "Articles", "Published"])]
)
def test_without_an_account(
    client: Client, settings: SettingsWrapper, *, public: bool, labels: list[str]
) -> None:
    settings.PUBLIC_READ = public
    shown = header(client, "/login/")
    assert list(shown) == labels
    assert [client.get(url).status_code for url in shown.values()] == [200] * len(shown)


@pytest.mark.parametrize(
    ("path", "active", "current"),
    [
        ("/", "/", "/"),
        ("/claims/{call}/", "/", ""),
        ("/articles/", "/articles/", "/articles/"),
        ("/articles/add/", "/articles/", ""),
        ("/settings/", "", ""),
        ("/nothing-here/", "", ""),
    ],
)
def test_where_one_is(
    client: Client, newsroom: Newsroom, path: str, active: str, current: str
) -> None:
    client.force_login(newsroom.editor)
    page = client.get(path.format(call=newsroom.call.pk)).content.decode()
    above = page.partition("<main")[0]
    lit = re.findall(r'nav-link active" href="([^"]+)"', above)
    here = re.findall(r'nav-link[^>]*href="([^"]+)" aria-current="page"', above)
    assert (lit, here) == ([active] if active else [], [current] if current else [])
