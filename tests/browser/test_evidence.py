"""Corrections of one editor, and what another user and the database see of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claims.engine import load_engine
from claims.models import Claim, Link, Statement
from claims.services.pipeline import process_version
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests.db.corrected import SIXTH, THURSDAY, publish
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.fixtures import SettingsWrapper
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)

ANOTHER_DAY = SIXTH.replace("6 March", "13 February")


@pytest.fixture
def other_page(browser: Browser) -> Iterator[Page]:
    """The browser of somebody else, without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def pair(db: None) -> tuple[Statement, Statement]:
    """ "On Thursday", printed on 12 March, against 13 February."""
    first, second = publish(THURSDAY), publish(ANOTHER_DAY)
    assert Link.objects.get().relation == "conflicts"
    return first, second


def log_in_by_form(page: Page, live_server: LiveServer, user: User) -> None:
    page.goto(f"{live_server.url}/login/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill("correct horse battery")
    page.locator("main button").click()


def test_a_corrected_date_changes_the_link_for_everybody(
    page: Page,
    other_page: Page,
    live_server: LiveServer,
    log_in: Callable[[Any], None],
    pair: tuple[Statement, Statement],
    console_errors: list[str],
) -> None:
    log_in(a_person("Ada Moreau"))
    log_in_by_form(other_page, live_server, a_person("Rue Reader", Role.READER))
    claim = f"{live_server.url}/claims/{Claim.objects.get().pk}/"
    other_page.goto(claim)
    expect(other_page.locator("main")).to_contain_text("Conflict: date")
    page.goto(claim)
    caption = page.locator("figcaption", has_text="“Thursday”")
    expect(caption).to_contain_text("+ printed 12 March 2031 → 6 March 2031, one day")
    caption.get_by_role("link", name="Correct “Thursday”").click()
    field = page.locator("li", has_text="Thursday").get_by_label("means")
    field.fill("some day")
    page.get_by_role("button", name="Save date “Thursday”").click()
    expect(page.get_by_text("No date is read in this.")).to_be_visible()
    expected(console_errors, "422")
    field.fill("13 February 2031")
    page.get_by_role("button", name="Save date “Thursday”").click()
    expect(page.get_by_text("Saved. Links and counts follow.")).to_be_visible()
    other_page.reload()
    expect(other_page.locator("main")).to_contain_text("Consistent")
    expect(other_page.locator("main")).to_contain_text("says an editor")
    assert Link.objects.get().relation == "corroborates"
    newer = replace(load_engine(), version="another engine")
    for statement in pair:
        process_version(statement.version, engine=newer)
    link = Link.objects.get()
    assert (link.relation, link.engine_version) == ("corroborates", "another engine")
    page.get_by_role("link", name="History, and undo").click()
    page.get_by_role("button", name="Undo").first.click()
    other_page.reload()
    expect(other_page.locator("main")).to_contain_text("Conflict: date")


def expected(console_errors: list[str], *codes: str) -> None:
    """Chromium reports every answer from 400 on; these were asked for."""
    assert len(console_errors) == len(codes)
    for line, code in zip(console_errors, codes, strict=True):
        assert code in line
    console_errors.clear()


def test_a_cell_leads_to_its_words(
    page: Page,
    live_server: LiveServer,
    log_in: Callable[[Any], None],
    pair: tuple[Statement, Statement],
) -> None:
    log_in(a_person("Ada Moreau"))
    page.goto(f"{live_server.url}/claims/{Claim.objects.get().pk}/")
    page.locator("#matrix .cell a", has_text="Thursday").click()
    expect(page.locator("h1")).to_have_text(pair[0].article.title)
    expect(page.locator("mark#at")).to_have_text("Thursday")
    expect(page.locator("mark#at")).to_be_in_viewport()


def test_a_hidden_statement_is_gone_for_others(
    page: Page,
    other_page: Page,
    live_server: LiveServer,
    log_in: Callable[[Any], None],
    pair: tuple[Statement, Statement],
) -> None:
    log_in(a_person("Ada Moreau"))
    log_in_by_form(other_page, live_server, a_person("Rue Reader", Role.READER))
    page.goto(f"{live_server.url}/statements/{pair[0].pk}/")
    page.get_by_role("button", name="Hide this statement").click()
    expect(page.get_by_text("Hidden by Ada Moreau")).to_be_visible()
    other_page.goto(f"{live_server.url}/claims/{Claim.objects.get().pk}/")
    expect(other_page.locator("main")).not_to_contain_text("on Thursday")
    page.get_by_role("button", name="Show it again").click()
    expect(page.get_by_text("It is shown again.")).to_be_visible()
    assert Claim.objects.get(members__statement=pair[0]).conflicts == 1


def test_a_sentence_is_marked_without_scripts(
    other_page: Page, live_server: LiveServer, db: None
) -> None:
    text = f"{THURSDAY} Its chair left the hall."
    row = publish(text)
    Statement.objects.filter(article=row.article).exclude(pk=row.pk).update(
        state="orphaned", start=0, end=1
    )
    log_in_by_form(other_page, live_server, a_person("Ada Moreau"))
    other_page.goto(f"{live_server.url}/articles/{row.article_id}/")
    other_page.get_by_role("link", name="Mark a statement").click()
    other_page.get_by_text("Mark other words").click()
    other_page.get_by_label("Words of the article").fill("chair left the hall")
    other_page.get_by_role("button", name="Make a statement of them").click()
    expect(other_page.get_by_text("The sentence is a statement now.")).to_be_visible()
    marked = Statement.objects.get(marked_by__username="ada")
    assert marked.quote == "chair left the hall"
    process_version(
        row.version, engine=replace(load_engine(), version="another engine")
    )
    marked.refresh_from_db()
    assert (marked.state, marked.engine_version) == ("printed", "another engine")


def test_a_withdrawn_article_is_a_tombstone_for_everybody(
    page: Page,
    other_page: Page,
    live_server: LiveServer,
    log_in: Callable[[Any], None],
    pair: tuple[Statement, Statement],
    settings: SettingsWrapper,
    console_errors: list[str],
) -> None:
    settings.PUBLIC_READ = True
    article = f"{live_server.url}/articles/{pair[0].article_id}/"
    log_in(a_person("Cora Lind", Role.CURATOR))
    page.goto(article)
    page.get_by_text("Withdraw the article").click()
    page.get_by_label("Why", exact=True).fill("A court told us to.")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("Nothing of it counts.")).to_be_visible()
    expected(console_errors, "410")
    other_page.goto(article)
    expect(other_page.locator("h1")).to_contain_text("was withdrawn")
    expect(other_page.locator("main")).to_contain_text("A court told us to.")
    expect(other_page.locator("main")).not_to_contain_text("harbour mill")
    page.get_by_role("button", name="Restore the article").click()
    expect(page.get_by_text("The article is shown and counted again.")).to_be_visible()
    other_page.reload()
    expect(other_page.locator("main")).to_contain_text("harbour mill")
    assert Claim.objects.get(members__statement=pair[0]).conflicts == 1
