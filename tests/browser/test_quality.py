"""How right the engine is, read without script and opened line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.fixtures import SettingsWrapper
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _public(settings: SettingsWrapper) -> None:
    settings.PUBLIC_READ = True


def test_all_of_it_opens_without_script(
    browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/about/quality")
    assert page.locator("svg.chart").count() == 4
    tables = page.get_by_role("table")
    shown = tables.count()
    summaries = page.locator("main summary")
    assert summaries.count() > 4
    for number in range(summaries.count()):
        summaries.nth(number).click()
    assert tables.count() == shown + summaries.count()
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_stand_out_and_stay_inside(
    page: Page, live_server: LiveServer, theme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}/about/quality")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for name in ("m-met", "m-missed", "least", "aim"):
        drawn = page.locator(f".chart .{name}").first
        stroke = drawn.evaluate("e => getComputedStyle(e).stroke")
        assert stroke not in {"none", ground}
    outside = page.evaluate(
        """[...document.querySelectorAll('.chart')].flatMap(chart => {
             const frame = chart.getBoundingClientRect();
             return [...chart.querySelectorAll('text, rect')].filter(part => {
               const box = part.getBoundingClientRect();
               return box.left < frame.left - 1 || box.right > frame.right + 1;
             }).map(part => part.textContent || part.outerHTML);
           })"""
    )
    assert outside == []
    # Name and figure share a line: they must not run into each other.
    touching = page.evaluate(
        """[...document.querySelectorAll('.chart')].flatMap(chart => {
             const words = [...chart.querySelectorAll('text')];
             return words.slice(1).filter((word, n) => {
               const one = words[n].getBoundingClientRect();
               const other = word.getBoundingClientRect();
               return Math.abs(one.top - other.top) < 4 && other.left < one.right + 2
                 && other.left > one.left;
             }).map(word => word.textContent);
           })"""
    )
    assert touching == []
