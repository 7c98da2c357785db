"""Nothing of a withdrawn article stays on a published card, wherever it is shown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from claims.models import Claim
from claims.selectors.cards import Card, shown_cards
from claims.selectors.disputes import is_printed
from claims.selectors.verdicts import Seen, public_verdict
from claims.services.publishing import claim_publish
from claims.services.verdict_rows import Decided
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.roles import Role
from tests import factories as f
from tests.web.newsroom import Newsroom, a_person, a_statement, an_article

if TYPE_CHECKING:
    from django.test import Client

    from factcheck.operations.models import User
    from sources.models import Article

pytestmark = pytest.mark.django_db

SILENT = "The two ministers had not talked since the winter."
CRIER = "Mira Dolan and Ketil Oss spoke on 6 May for forty minutes."


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


@pytest.fixture
def herald(newsroom: Newsroom) -> Article:
    """Tells of the call first, and gives no value of it."""
    article = an_article("Hill Herald", "Silence", 8, SILENT)
    f.MemberFactory(claim=newsroom.call, statement=a_statement(article, SILENT))
    return article


def publish(claim: Claim, senior: User, title: str, stands: str = "") -> None:
    decided = [Decided("date", "", "Date", stands)] if stands else []
    claim_adjudicate(
        actor=senior,
        claim=Claim.objects.get(pk=claim.pk),
        seen=Seen(1, 0),
        decision=Decision(decided, 2, "As the office says.", "It was confirmed."),
        title=title,
        publish=True,
    )


def withdraw(article: Article, *, back: bool = False) -> None:
    article.withdrawn_at = None if back else timezone.now()
    article.withdrawn_reason = "" if back else "By law."
    article.save()


def the_article(outlet: str) -> Article:
    return f.ArticleFactory._meta.model.objects.get(outlet__name=outlet)


def card(claim: Claim) -> Card:
    (shown,) = shown_cards([public_verdict(claim.pk)])
    return shown


def everywhere(client: Client, claim: Claim) -> str:
    """All that is public of the card, in one text."""
    pages = [
        f"/published/{claim.pk}/",
        f"/embed/{claim.pk}/",
        "/published/",
        f"/oembed/?url=http://testserver/published/{claim.pk}/",
        f"/oembed/?url=http://testserver/published/{claim.pk}/&format=xml",
    ]
    return "\n".join(client.get(page).content.decode() for page in pages)


def test_the_counts_the_day_and_who_is_silent_follow(
    newsroom: Newsroom, senior: User, herald: Article
) -> None:
    publish(newsroom.call, senior, "A call")
    before = card(newsroom.call)
    assert (before.outlets, before.silent) == (4, ("Hill Herald",))
    assert before.since is not None
    assert before.since.day == 8
    withdraw(herald)
    after = card(newsroom.call)
    assert (after.outlets, after.silent, after.reduced) == (3, (), True)
    assert after.since is not None
    assert after.since.day == 10
    withdraw(the_article("Northern Bell"))
    assert (card(newsroom.call).outlets, card(newsroom.call).origins) == (2, 2)
    assert [value.origins for value in card(newsroom.call).disputes[0].values] == [1, 1]
    for article in (herald, the_article("Northern Bell")):
        withdraw(article, back=True)
    assert card(newsroom.call) == before


def test_an_outlet_that_is_silent_is_not_named(
    client: Client, newsroom: Newsroom, senior: User, herald: Article
) -> None:
    publish(newsroom.call, senior, "A call")
    assert "Hill Herald" in everywhere(client, newsroom.call)
    withdraw(herald)
    assert "Hill Herald" not in everywhere(client, newsroom.call)


@pytest.mark.parametrize(
    ("title", "stays"),
    [
        (CRIER, False),
        ("Mira Dolan and Ketil Oss spoke on 6 May …", False),
        ("Ketil Oss spoke on 6 May", False),
        ("Ketil Oss", True),
        ("How long did the ministers speak?", True),
        (SILENT, True),
    ],
)
def test_a_title_of_withdrawn_words(
    client: Client,
    newsroom: Newsroom,
    senior: User,
    herald: Article,
    title: str,
    *,
    stays: bool,
) -> None:
    publish(newsroom.call, senior, title)
    assert title in everywhere(client, newsroom.call)
    withdraw(the_article("Salt Crier"))
    public = everywhere(client, newsroom.call)
    assert (title in public) is stays
    assert (f"Claim {newsroom.call.pk}" in public) is not stays
    client.force_login(senior)
    inside = client.get(f"/claims/{newsroom.call.pk}/adjudicate/").context
    for form in (inside["form"], inside["card"]):
        assert (form.initial["title"] == title) is stays
    withdraw(the_article("Salt Crier"), back=True)
    assert title in everywhere(client, newsroom.call)


def test_a_title_of_a_statement_that_has_left_the_claim(
    client: Client, newsroom: Newsroom, senior: User
) -> None:
    last = "The two ministers shook hands at last."
    paper = an_article("Low Lantern", "Hands", 20, last)
    left = a_statement(paper, last)
    f.MemberFactory(claim=newsroom.call, statement=left, state="out", by="editor")
    publish(newsroom.call, senior, last)
    assert last in everywhere(client, newsroom.call)
    withdraw(paper)
    assert last not in everywhere(client, newsroom.call)


def test_words_that_another_article_prints_as_well_stay(
    newsroom: Newsroom, senior: User
) -> None:
    copy = an_article("Evening Echo", "Again", 15, CRIER)
    f.MemberFactory(claim=newsroom.call, statement=a_statement(copy, CRIER))
    publish(newsroom.call, senior, CRIER)
    withdraw(the_article("Salt Crier"))
    assert card(newsroom.call).title == CRIER


def test_a_value_is_shown_as_those_print_it_who_are_left(
    client: Client, newsroom: Newsroom, senior: User
) -> None:
    publish(newsroom.call, senior, "A call", stands="5 May")
    withdraw(the_article("Northern Bell"))  # the other one prints "last Monday"
    value = card(newsroom.call).disputes[0].values[0]
    assert (value.text, value.outlets, value.stands) == (
        "last Monday",
        "Tidewater Gazette",
        True,
    )
    public = everywhere(client, newsroom.call)
    assert "last Monday (5 May 2031)" in json.loads(_script(public))[0]["claimReviewed"]
    assert "Northern Bell" not in public


def _script(page: str) -> str:
    (data,) = re.findall(r'ld\+json">(.*?)</script>', page, re.DOTALL)
    return str(data)


def test_the_claims_page_does_not_say_which_value_stood(
    client: Client, newsroom: Newsroom, senior: User
) -> None:
    publish(newsroom.call, senior, "A call", stands="6 May")
    client.force_login(newsroom.editor)
    page = f"/claims/{newsroom.call.pk}/"
    stands = '<strong class="printed">6 May</strong>'
    assert stands in client.get(page).content.decode()
    withdraw(the_article("Salt Crier"))
    shown = client.get(page).content.decode()
    assert stands not in shown
    assert "the article that printed the value was withdrawn" in shown
    withdraw(the_article("Salt Crier"), back=True)
    assert stands in client.get(page).content.decode()


def test_a_label_that_is_a_withdrawn_value_is_the_kind_alone() -> None:
    def source(text: str, article: int) -> dict[str, Any]:
        found = {"outlet": str(article), "article": article, "url": "", "day": ""}
        return found | {"origins": [str(article)], "text": text, "norm": ""}

    def value(text: str, *articles: int) -> dict[str, Any]:
        printing = [source(text, article) for article in articles]
        return {"text": text, "norm": "", "origins": 1, "sources": printing}

    articles = [f.ArticleFactory().pk for _ in range(3)]
    values = [value("Aas", *articles[:2]), value("Oss", articles[2])]
    sources = [one for each in values for one in each["sources"]]
    dispute = {"kind": "person", "role": "", "label": "Person, Skarholm"}
    verdict = f.VerdictFactory(
        card={
            "title": "Who?",
            "worded": [],
            "origins": 3,
            "sources": sources,
            "disputes": [{**dispute, "values": values}],
        }
    )
    assert shown_cards([verdict])[0].disputes[0].label == "Person, Skarholm"
    withdraw(f.ArticleFactory._meta.model.objects.get(pk=articles[0]))
    assert shown_cards([verdict])[0].disputes[0].label == "Person"


def test_when_all_are_withdrawn_nothing_is_left(
    client: Client, newsroom: Newsroom, senior: User
) -> None:
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0), title=CRIER)
    for outlet in ("Tidewater Gazette", "Northern Bell", "Salt Crier"):
        withdraw(the_article(outlet))
    shown = card(newsroom.call)
    assert (shown.outlets, shown.origins, shown.since) == (0, 0, None)
    public = everywhere(client, newsroom.call)
    for words in ("Gazette", "Bell", "Crier", "5 May", "6 May", "Dolan", "10 May"):
        assert words not in public


@pytest.mark.parametrize(
    ("title", "quote", "printed"),
    [
        ("Orla Venn met Tavi Rusk", "Orla Venn met Tavi Rusk on Friday.", True),
        ("Orla Venn  met\nTavi Rusk …", "Orla Venn met Tavi Rusk on Friday.", True),
        ("Venn met Tavi Rus", "Orla Venn met Tavi Rusk on Friday.", False),
        ("Tavi Rusk", "Orla Venn met Tavi Rusk on Friday.", False),
        ("He said no.", "He said no.", True),
        ("", "He said no.", False),
        ("…", "He said no.", False),
        ("Who met whom on Friday?", "Orla Venn met Tavi Rusk on Friday.", False),
    ],
)
def test_whose_words_a_title_is(title: str, quote: str, *, printed: bool) -> None:
    assert is_printed(title, quote) is printed
