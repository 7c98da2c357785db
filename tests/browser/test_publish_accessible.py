"""The pages of verdicts and cards by axe, light and dark, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.facets.types import Level
from claims.models import Claim
from claims.selectors.verdicts import seen_now
from claims.services.publishing import claim_unpublish
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.roles import Role
from tests import factories as f
from tests.browser.test_accessible import findings
from tests.web.newsroom import Newsroom, a_person, has_facets, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

    from factcheck.operations.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def newsroom() -> Newsroom:
    """The call is disputed; some other claims are rated, so that there are figures."""
    made = make_newsroom()
    for ours, theirs in ((1, 2), (4, 4), (5, 3)):
        other = f.ClaimFactory()
        has_facets(other, date=Level.CONFLICT)
        f.RatingFactory(claim=other, editor=made.editor, value=ours, rationale="so")
        f.RatingFactory(claim=other, editor=made.other, value=theirs, rationale="so")
    call = made.call
    f.RatingFactory(claim=call, editor=made.editor, value=2, rationale="Two days.")
    f.RatingFactory(claim=call, editor=made.other, value=5)
    Claim.objects.filter(pk=call.pk).update(state=Claim.State.DISPUTED)
    return made


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    senior: User,
    log_in: Callable[[Any], None],
    console_errors: list[str],
    theme: str,
    width: int,
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    log_in(senior)
    call = newsroom.call
    found: dict[str, list[str]] = {}

    def look(*addresses: str) -> None:
        for address in addresses:
            page.goto(f"{live_server.url}{address}")
            assert page.locator("html").get_attribute("data-bs-theme") == theme
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => { d.open = true })"
            )
            found[f"{len(found)} {address}"] = findings(page)

    decide, card = f"/claims/{call.pk}/adjudicate/", f"/published/{call.pk}/"
    look("/adjudicate/", decide, "/agreement/", "/published/")
    page.goto(f"{live_server.url}{decide}")
    page.get_by_role("button", name="Save only").click()
    page.get_by_text("Choose from 1 to 5").wait_for()
    found["refused"] = findings(page)
    claim_adjudicate(
        actor=senior,
        claim=call,
        seen=seen_now(call),
        decision=Decision(value=2, reasons="Nobody can tell."),
        title="A call " + "between ministers " * 8,
        publish=True,
    )
    look(decide, card, "/published/", f"/embed/{call.pk}/", f"/claims/{call.pk}/")
    claim_unpublish(actor=senior, claim=call, reason="An error of ours.")
    look(card, f"/embed/{call.pk}/")
    assert {address: said for address, said in found.items() if said} == {}
    # Chromium reports the form that was refused and the notes of the card: asked for.
    assert all("422" in line or "410" in line for line in console_errors)
    console_errors.clear()
