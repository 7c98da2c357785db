"""The admin works under the strict policy: lists, forms, and rows under a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from factcheck.operations.models import AuditEntry
from sources.models import Outlet
from tests.factories import UserFactory
from tests.web.newsroom import make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_outlet_is_cared_for(
    page: Page, live_server: LiveServer, log_in: Callable[[Any], None]
) -> None:
    make_newsroom()
    log_in(UserFactory(is_staff=True, is_superuser=True))
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Outlets", exact=True).first.click()
    page.get_by_role("link", name="Northern Bell").click()
    page.get_by_role("textbox", name="Name:").fill("The Northern Bell")
    page.locator("#id_aliases-0-kind").select_option("domain")
    page.locator("#id_aliases-0-value").fill("WWW.bell.example")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was changed successfully").wait_for()
    outlet = Outlet.objects.get(name="The Northern Bell")
    assert [alias.value for alias in outlet.aliases.all()] == ["bell.example"]
    assert AuditEntry.objects.count() == 2


@pytest.mark.parametrize(
    "table", ["claims/link", "claims/statement", "claims/claim", "sources/article"]
)
def test_tables_draw_themselves(
    table: str, page: Page, live_server: LiveServer, log_in: Callable[[Any], None]
) -> None:
    make_newsroom()
    log_in(UserFactory(is_staff=True, is_superuser=True))
    page.goto(f"{live_server.url}/admin/{table}/")
    page.locator("#result_list tbody a").first.click()
    page.get_by_role("heading", level=1).wait_for()


@pytest.mark.parametrize("table", ["sources/outlet", "claims/name"])
def test_a_table_is_exported(
    table: str, page: Page, live_server: LiveServer, log_in: Callable[[Any], None]
) -> None:
    make_newsroom()
    log_in(UserFactory(is_staff=True, is_superuser=True))
    page.goto(f"{live_server.url}/admin/{table}/")
    page.get_by_role("link", name="Export").click()
    page.get_by_label("Format").select_option(label="csv")
    with page.expect_download() as download:
        page.get_by_role("button", name="Submit").click()
    assert download.value.suggested_filename.endswith(".csv")
