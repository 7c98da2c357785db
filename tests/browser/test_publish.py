"""From a dispute to a public card in somebody else's page, and back."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claims.models import Claim, Verdict
from claims.services.review import claim_rate
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.web.newsroom import Newsroom, a_person, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from factcheck.operations.models import User

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "A call between two ministers"
SPARE = 110  # pixels that a frame may be higher than its card


@pytest.fixture
def newsroom() -> Newsroom:
    """The call is disputed: two editors, three apart."""
    made = make_newsroom()
    claim_rate(
        actor=made.editor, claim=made.call, value=2, rationale="Two different days."
    )
    claim_rate(actor=made.other, claim=made.call, value=5)
    return made


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


class Elsewhere(ThreadingHTTPServer):
    """A site of somebody else; it answers every address with its one page."""

    page = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Answer(BaseHTTPRequestHandler):
    server: Elsewhere

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.server.page.encode())

    def log_message(self, *_: Any) -> None:
        """Nothing of it belongs on the console of the tests."""


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    server = Elsewhere(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def stranger(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A browser that has never been here."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def decide(page: Page) -> None:
    """The verdict as a senior editor gives it; the page of the claim is open."""
    form = page.get_by_role("form", name="Your verdict")
    form.get_by_role("group", name="Date").get_by_label("5 May").check()
    form.get_by_role("group", name="Consistency").get_by_label("2", exact=True).check()
    form.get_by_label("Title of the card").fill(TITLE)
    form.get_by_label("What readers will see").fill("5 May, two outlets agree.")
    form.get_by_label("Why, for the raters").fill("Her office confirms the day.")
    form.get_by_role("button", name="Save and publish the card").click()


def test_adjudicate_publish_embed_take_back(
    page: Page,
    stranger: Page,
    elsewhere: Elsewhere,
    live_server: LiveServer,
    newsroom: Newsroom,
    senior: User,
    log_in: Callable[[Any], None],
    console_errors: list[str],
) -> None:
    pk = newsroom.call.pk
    log_in(senior)
    page.goto(f"{live_server.url}/adjudicate/")
    page.get_by_role("link", name=newsroom.call.title).click()
    expect(page.get_by_text("Two different days.")).to_be_visible()
    decide(page)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    assert Verdict.objects.get().published_at is not None
    assert Claim.objects.get(pk=pk).state == Claim.State.PUBLISHED

    # A reader without an account.
    stranger.goto(f"{live_server.url}/published/")
    stranger.get_by_role("link", name=TITLE).click()
    card = stranger.locator("article.pub")
    expect(card).to_contain_text("5 May, two outlets agree.")
    expect(card).to_contain_text("Tidewater Gazette, Northern Bell")
    shown = stranger.content()
    for secret in ("Moreau", "Okafor", "Tove", "Two different days", "Her office"):
        assert secret not in shown
    data = stranger.locator("script[type='application/ld+json']").text_content()
    assert {review["@type"] for review in json.loads(data or "")} == {"ClaimReview"}

    # The page of another site, as oEmbed gives the frame.
    url = f"{live_server.url}/published/{pk}/"
    answer = stranger.request.get(f"{live_server.url}/oembed/?url={url}").json()
    elsewhere.page = f"<!doctype html><title>Elsewhere</title>{answer['html']}"
    stranger.goto(elsewhere.url)
    inside = stranger.frame_locator("iframe").locator("article.pub")
    expect(inside.get_by_role("heading", name=TITLE)).to_be_visible()
    assert stranger.context.cookies() == []

    # Taken back.
    page.get_by_label("Why").fill("One outlet was not what it seemed.")
    page.get_by_role("button", name="Unpublish").click()
    expect(page.get_by_role("heading", name="This card was taken back")).to_be_visible()
    answered = stranger.goto(url)
    assert answered is not None
    assert answered.status == 410
    expect(stranger.get_by_text("One outlet was not what it seemed.")).to_be_visible()
    assert TITLE not in stranger.content()
    stranger.goto(elsewhere.url)
    expect(
        stranger.frame_locator("iframe").get_by_text("This card was taken back")
    ).to_be_visible()
    verbs = AuditEntry.objects.filter(target_id=str(pk)).order_by("id")
    assert list(verbs.values_list("verb", flat=True))[-3:] == [
        "claim.adjudicate",
        "claim.publish",
        "claim.unpublish",
    ]
    assert all("410" in line for line in console_errors)
    console_errors.clear()


def test_the_rater_reads_the_verdict_and_the_question(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    senior: User,
    log_in: Callable[[Any], None],
) -> None:
    pk = newsroom.call.pk
    log_in(senior)
    page.goto(f"{live_server.url}/claims/{pk}/adjudicate/")
    decide(page)
    page.get_by_role("heading", name=TITLE).wait_for()
    log_in(newsroom.other)
    page.goto(f"{live_server.url}/claims/{pk}/")
    expect(page.get_by_text("You were overruled.")).to_be_visible()
    expect(page.get_by_text("Her office confirms the day.")).to_be_visible()
    log_in(senior)
    page.goto(f"{live_server.url}/claims/{pk}/adjudicate/")
    page.get_by_label("The question").fill("Whose clock is meant?")
    page.get_by_role("button", name="Send back").click()
    expect(page.get_by_text("open again, in a new round")).to_be_visible()
    log_in(newsroom.other)
    page.goto(f"{live_server.url}/claims/{pk}/")
    expect(page.get_by_text("Opened again, round 2: Whose clock")).to_be_visible()
    assert Claim.objects.get(pk=pk).round == 2


@pytest.mark.parametrize("width", [600, 360])
def test_the_card_fits_its_frame(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    senior: User,
    log_in: Callable[[Any], None],
    width: int,
) -> None:
    log_in(senior)
    page.goto(f"{live_server.url}/claims/{newsroom.call.pk}/adjudicate/")
    decide(page)
    page.get_by_role("heading", name=TITLE).wait_for()
    url = f"{live_server.url}/published/{newsroom.call.pk}/"
    ask = f"{live_server.url}/oembed/?url={url}&maxwidth={width}"
    answer = page.request.get(ask).json()
    assert answer["width"] == width
    page.set_viewport_size({"width": width, "height": answer["height"]})
    page.goto(f"{live_server.url}/embed/{newsroom.call.pk}/")
    box = page.locator("article.pub").bounding_box()
    assert box is not None
    assert answer["height"] - SPARE <= box["height"] <= answer["height"]
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_no_other_page_can_be_framed(
    stranger: Page, elsewhere: Elsewhere, live_server: LiveServer, newsroom: Newsroom
) -> None:
    refused: list[str] = []
    stranger.on("console", lambda message: refused.append(message.text))
    elsewhere.page = f'<iframe src="{live_server.url}/published/"></iframe>'
    stranger.goto(elsewhere.url)
    stranger.wait_for_timeout(300)
    assert any("frame-ancestors" in line for line in refused)
    inside = stranger.frame_locator("iframe")
    expect(inside.get_by_role("heading", name="Published")).to_have_count(0)
