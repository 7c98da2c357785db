"""The published cards: open to all, embeddable, taken back with a note."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim, Verdict
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.verdict_rows import Decided
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.roles import Role
from tests import factories as f
from tests.web.newsroom import Newsroom, a_person, a_statement, an_article

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

    from factcheck.operations.models import User

pytestmark = pytest.mark.django_db

TITLE = "A call between two <ministers>"
SECRETS = ("Moreau", "Sal", "senior", "irreconcilable", "The office confirms")


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


@pytest.fixture
def pk(newsroom: Newsroom, senior: User) -> int:
    """The claim of the call, published with a verdict; one value of it stands."""
    f.RatingFactory(
        claim=newsroom.call, editor=newsroom.editor, value=1, rationale="irreconcilable"
    )
    newsroom.tide.url = "https://tide.example/call"
    newsroom.tide.save()
    claim_adjudicate(
        actor=senior,
        claim=newsroom.call,
        seen=Seen(1, 0),
        decision=Decision(
            [Decided("date", "", "Date", "5 May")],
            2,
            "The fifth, </script> as both say.",
            "The office confirms it.",
        ),
        title=TITLE,
        publish=True,
    )
    return newsroom.call.pk


def text_of(answer: Any) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("address", ["/published/", "/published/{}/", "/embed/{}/"])
def test_everybody_may_read_it(
    client: Client, settings: SettingsWrapper, pk: int, address: str
) -> None:
    settings.PUBLIC_READ = False
    answer = client.get(address.format(pk))
    assert answer.status_code == 200
    page = text_of(answer)
    for shown in ("A call between two &lt;ministers&gt;", "5 May", "6 May"):
        assert shown in page
    for secret in ("Moreau", "Tove", "irreconcilable", "The office confirms"):
        assert secret not in page


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("address", ["/published/{}/", "/embed/{}/", "/oembed/"])
def test_it_can_only_be_read(
    client: Client, pk: int, address: str, method: str
) -> None:
    assert getattr(client, method)(address.format(pk)).status_code == 405


def test_what_the_card_says(client: Client, pk: int) -> None:
    page = text_of(client.get(f"/published/{pk}/"))
    assert "3 outlets," in page
    assert "3 origins" in page
    assert "since 10 May 2031" in page
    assert "Tidewater Gazette, Northern Bell" in page
    assert page.count('class="stands"') == 1
    assert 'href="https://tide.example/call"' in page
    assert "Unpublish" not in page  # a visitor cannot
    assert "<form" not in page.split("<main", 1)[1]


def test_only_the_embed_may_be_framed(client: Client, pk: int) -> None:
    framed = client.get(f"/embed/{pk}/")
    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers
    assert "script-src 'self'" in framed.headers["Content-Security-Policy"]
    for address in (f"/published/{pk}/", "/published/", f"/claims/{pk}/", "/oembed/"):
        headers = client.get(address).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"


def test_the_embed_knows_no_cookie_and_holds_no_form(
    client: Client, newsroom: Newsroom, pk: int
) -> None:
    client.force_login(newsroom.editor)
    answer = client.get(f"/embed/{pk}/")
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "<form" not in text_of(answer)
    assert "csrf" not in text_of(answer)


@pytest.mark.parametrize(
    ("asked", "theme"), [("dark", "dark"), ("light", "light"), ("'><b>", "auto")]
)
def test_the_theme_of_the_embed(
    client: Client, pk: int, asked: str, theme: str
) -> None:
    page = text_of(client.get(f"/embed/{pk}/", {"theme": asked}))
    assert f'data-theme="{theme}"' in page


# --- ClaimReview -------------------------------------------------------------------


def reviews(page: str) -> list[dict[str, Any]]:
    (data,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL
    )
    return json.loads(data)


def test_claim_review(client: Client, settings: SettingsWrapper, pk: int) -> None:
    settings.NEWSROOM = "The Strait Desk"
    found = reviews(text_of(client.get(f"/published/{pk}/")))
    assert [each["claimReviewed"] for each in found] == [
        f"{TITLE}: Date: 5 May",
        f"{TITLE}: Date: 6 May",
        f"{TITLE}: Duration: about half an hour",
        f"{TITLE}: Duration: forty minutes",
    ]
    fifth, sixth, *lengths = found
    assert fifth["author"]["name"] == "The Strait Desk"
    assert fifth["url"] == f"http://testserver/published/{pk}/"
    assert fifth["reviewBody"] == "The fifth, </script> as both say."
    assert fifth["itemReviewed"]["appearance"] == [
        {
            "@type": "NewsArticle",
            "url": "https://tide.example/call",
            "publisher": {"@type": "Organization", "name": "Tidewater Gazette"},
            "datePublished": "2031-05-10",
        }
    ]
    assert [each["reviewRating"].get("ratingValue") for each in found] == [
        5,
        1,
        None,
        None,
    ]
    assert sixth["reviewRating"]["bestRating"] == 5
    assert all("left open" in each["reviewRating"]["alternateName"] for each in lengths)


# --- oEmbed ------------------------------------------------------------------------


def asked(client: Client, pk: int, **more: Any) -> Any:
    return client.get("/oembed/", {"url": f"http://testserver/published/{pk}/", **more})


def test_the_card_leads_to_its_oembed(client: Client, pk: int) -> None:
    page = text_of(client.get(f"/published/{pk}/"))
    links = re.findall(r'<link rel="alternate" type="([^"]*)" href="([^"]*)"', page)
    assert [kind for kind, _ in links] == ["application/json+oembed", "text/xml+oembed"]
    for _, address in links:
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.status_code == 200


def test_oembed_as_json(client: Client, pk: int) -> None:
    answer = asked(client, pk).json()
    assert {key: answer[key] for key in ("version", "type", "title", "width")} == {
        "version": "1.0",
        "type": "rich",
        "title": TITLE,
        "width": 600,
    }
    assert f'src="http://testserver/embed/{pk}/"' in answer["html"]
    assert 'title="A call between two &lt;ministers&gt;"' in answer["html"]
    assert f'height="{answer["height"]}"' in answer["html"]


def test_oembed_as_xml_says_the_same(client: Client, pk: int) -> None:
    answer = asked(client, pk, format="xml")
    assert answer.headers["Content-Type"].startswith("text/xml")
    root = ElementTree.fromstring(answer.content)
    assert root.tag == "oembed"
    said = {child.tag: child.text for child in root}
    assert said == {key: str(value) for key, value in asked(client, pk).json().items()}


@pytest.mark.parametrize(
    ("most", "width"), [("360", 360), ("5000", 600), ("600", 600), ("1", 1)]
)
def test_a_frame_no_wider_than_asked(
    client: Client, pk: int, most: str, width: int
) -> None:
    answer = asked(client, pk, maxwidth=most, maxheight="200").json()
    assert (answer["width"], answer["height"]) == (width, 200)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"format": "yaml"}, 501),
        ({"maxwidth": "wide"}, 400),
        ({"maxwidth": "0"}, 400),
        ({"maxheight": "-5"}, 400),
        ({"maxwidth": "²"}, 400),
        ({"url": "http://elsewhere.example/published/{pk}/"}, 404),
        ({"url": "http://testserver/claims/{pk}/"}, 404),
        ({"url": "http://testserver/published/999999/"}, 404),
        ({"url": "http://testserver/nothing/"}, 404),
        ({"url": "javascript:alert(1)"}, 404),
        ({"url": "http://[bad"}, 404),
        ({"url": ""}, 404),
        ({"url": "http://testserver/embed/{pk}/"}, 200),
        ({"url": "https://testserver/published/{pk}/"}, 200),
    ],
)
def test_what_oembed_answers(
    client: Client, pk: int, query: dict[str, str], status: int
) -> None:
    query = {key: value.replace("{pk}", str(pk)) for key, value in query.items()}
    assert asked(client, pk, **query).status_code == status


def test_oembed_needs_an_address(client: Client) -> None:
    assert client.get("/oembed/").status_code == 400


# --- what becomes of a card ----------------------------------------------------------


@pytest.mark.parametrize("address", ["/published/{}/", "/embed/{}/"])
def test_a_card_taken_back_leaves_a_note(
    client: Client, newsroom: Newsroom, senior: User, pk: int, address: str
) -> None:
    claim_unpublish(actor=senior, claim=newsroom.call, reason="A <wrong> outlet.")
    answer = client.get(address.format(pk))
    assert answer.status_code == 410
    page = text_of(answer)
    assert "A &lt;wrong&gt; outlet." in page
    assert f"{timezone.now():%Y}" in page
    for content in ("5 May", "6 May", "ministers", "The fifth", "Tove"):
        assert content not in page
    assert asked(client, pk).status_code == 404
    assert "ministers" not in text_of(client.get("/published/"))


@pytest.mark.parametrize("address", ["/published/{}/", "/embed/{}/"])
def test_what_was_never_public_is_not_there(
    client: Client, newsroom: Newsroom, address: str
) -> None:
    f.VerdictFactory(claim=newsroom.call)
    assert client.get(address.format(newsroom.call.pk)).status_code == 404


def test_a_card_without_a_verdict_says_so(
    client: Client, newsroom: Newsroom, senior: User
) -> None:
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    page = text_of(client.get(f"/published/{newsroom.call.pk}/"))
    assert "We have not decided who is right." in page
    assert "stands by" not in page


def test_a_claim_that_moved_on_is_marked(
    client: Client, newsroom: Newsroom, pk: int
) -> None:
    late = an_article("Late Lantern", "Once more", 20, "They spoke on 7 May.")
    f.MemberFactory(
        claim=newsroom.call, statement=a_statement(late, "They spoke on 7 May.")
    )
    page = text_of(client.get(f"/published/{pk}/"))
    assert "1 statement is newer than this card." in page
    assert "7 May" not in page
    assert "1 statement newer" in text_of(client.get(f"/embed/{pk}/"))


def test_a_withdrawn_article_leaves_the_card(
    client: Client, newsroom: Newsroom, pk: int
) -> None:
    newsroom.tide.withdrawn_at = timezone.now()
    newsroom.tide.withdrawn_reason = "By law."
    newsroom.tide.save()
    page = text_of(client.get(f"/published/{pk}/"))
    assert "An article was withdrawn" in page
    assert "Tidewater Gazette" not in page
    assert "tide.example" not in page
    assert "half an hour" not in page  # nobody else prints it
    assert "Northern Bell" in page
    assert len(reviews(page)) == 2


def test_a_merged_claim_leads_to_the_card_of_the_other(
    client: Client, newsroom: Newsroom, pk: int
) -> None:
    other = f.ClaimFactory()
    Claim.objects.filter(pk=pk).update(merged_into=other)
    assert client.get(f"/published/{pk}/").status_code == 200
    card = Verdict.objects.get(claim=pk).card
    f.VerdictFactory(claim=other, card=card, published_at=timezone.now())
    answer = client.get(f"/published/{pk}/")
    assert answer.headers["Location"] == f"/published/{other.pk}/"
    framed = client.get(f"/embed/{pk}/", {"theme": "dark"})
    assert framed.status_code == 200
    assert f"/published/{other.pk}/" in text_of(framed)
    assert (
        f'src="http://testserver/embed/{other.pk}/"' in asked(client, pk).json()["html"]
    )
    (row,) = client.get("/published/").context["cards"]
    assert row.verdict.claim_id == other.pk


@pytest.mark.parametrize("address", ["/published/{}/", "/embed/{}/"])
def test_a_card_taken_back_leads_to_no_other(
    client: Client, newsroom: Newsroom, senior: User, pk: int, address: str
) -> None:
    """That its claim was merged since is no reason to show what was taken back."""
    other = f.ClaimFactory()
    card = Verdict.objects.get(claim=pk).card
    f.VerdictFactory(claim=other, card=card, published_at=timezone.now())
    claim_unpublish(actor=senior, claim=newsroom.call, reason="A wrong outlet.")
    Claim.objects.filter(pk=pk).update(merged_into=other)
    answer = client.get(address.format(pk))
    assert answer.status_code == 410
    assert "A wrong outlet." in text_of(answer)
    assert asked(client, pk).status_code == 404


# --- taking it back on the page -------------------------------------------------------


def test_a_senior_editor_takes_it_back(client: Client, senior: User, pk: int) -> None:
    client.force_login(senior)
    assert "Unpublish" in text_of(client.get(f"/published/{pk}/"))
    refused = client.post(f"/published/{pk}/unpublish/", {"reason": " "})
    assert refused.status_code == 422
    assert "Say why." in text_of(refused)
    done = client.post(
        f"/published/{pk}/unpublish/", {"reason": "An error of ours."}, follow=True
    )
    assert done.status_code == 410
    assert "An error of ours." in text_of(done)
    again = client.post(f"/published/{pk}/unpublish/", {"reason": "Again."})
    assert again.status_code == 302
    assert Verdict.objects.get().withdrawn_reason == "An error of ours."


@pytest.mark.parametrize("role", [None, Role.READER, Role.EDITOR])
def test_nobody_else_does(client: Client, pk: int, role: Role | None) -> None:
    if role:
        client.force_login(f.UserFactory(role=role))
    answer = client.post(f"/published/{pk}/unpublish/", {"reason": "No."})
    assert answer.status_code == (403 if role else 302)
    assert Verdict.objects.get().withdrawn_at is None


# --- cost --------------------------------------------------------------------------


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_many_cards_cost_no_more_queries(client: Client, pk: int) -> None:
    one = queries(client, "/published/")
    card = Verdict.objects.get().card
    for _ in range(12):
        f.VerdictFactory(card=card, published_at=timezone.now())
    assert queries(client, "/published/") == one <= 4
    assert queries(client, f"/embed/{pk}/") <= 6
