"""The pages of corrections by axe, light and dark, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.facets.types import Kind
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.browser.test_accessible import findings
from tests.db.corrected import SIXTH, THURSDAY, correct, publish
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)

TOLD = THURSDAY.replace(".", ", Orla Venn told Radio Selm, denying a rumour.")


def corrected(curator: User) -> int:
    """A statement with a bit of everything; its id."""
    row = publish(f"{TOLD} Nobody spoke against it.", title="A vote")
    correct(row, "Thursday", "13 February 2031", actor=curator)
    correct(row, "voted", "denied", actor=curator, kind=Kind.POLARITY)
    publish(SIXTH)
    return row.pk


def needing_a_look() -> None:
    publish(THURSDAY, day=None)
    f.HopFactory(cited_text="Selm Post")
    f.ProcessingRunFactory(error="ValueError: no")
    f.StatementFactory(state="retired")


def withdrawn() -> int:
    article = f.ArticleFactory(
        withdrawn_at="2031-03-20T10:00Z", withdrawn_reason="A court told us to."
    )
    return article.pk


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page(
    page: Page,
    live_server: LiveServer,
    log_in: Callable[[Any], None],
    console_errors: list[str],
    theme: str,
    width: int,
) -> None:
    curator = a_person("Cora Lind", Role.CURATOR)
    curator.is_staff = True
    curator.save()
    log_in(curator)
    statement = corrected(curator)
    needing_a_look()
    row = f"/statements/{statement}/"
    article = f.Statement.objects.get(pk=statement).article_id
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for address in (
        row,
        f"/articles/{article}/?at={statement}.0.20#at",
        f"/articles/{article}/?mode=mark",
        f"/articles/{withdrawn()}/",
        "/needs-a-look/",
    ):
        page.goto(f"{live_server.url}{address}")
        assert page.locator("main").count() == 1
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => { d.open = true })"
        )
        found[address] = findings(page)
    start = TOLD.index("Thursday")
    page.goto(f"{live_server.url}{row}?correct=date-{start}-{start + 8}")
    page.locator("li", has_text="Thursday").get_by_label("means").fill("x")
    page.get_by_role("button", name="Save date “Thursday”").click()
    page.get_by_text("No date is read in this.").wait_for()
    found["refused"] = findings(page)
    assert {address: said for address, said in found.items() if said} == {}
    # A tombstone is a 410 and a refused form a 422, both asked for.
    console_errors[:] = [
        line for line in console_errors if "410" not in line and "422" not in line
    ]
