"""Cards that an earlier version has frozen are shown, and lose what is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from claims.models import Verdict
from claims.selectors.cards import Card, shown_cards
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish
from factcheck.operations.roles import Role
from sources.models import Article
from tests import factories as f
from tests.web.newsroom import Newsroom, a_person, a_statement, an_article

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

SILENT = "The two ministers had not talked since the winter."
OLD_SOURCE = ("outlet", "article", "url", "day")


@pytest.fixture
def present(newsroom: Newsroom) -> Verdict:
    """A card of today."""
    herald = an_article("Hill Herald", "Silence", 8, SILENT)
    f.MemberFactory(claim=newsroom.call, statement=a_statement(herald, SILENT))
    senior = a_person("Tove Tall", Role.SENIOR_EDITOR)
    return claim_publish(
        actor=senior, claim=newsroom.call, seen=Seen(1, 0), title=SILENT
    )


def as_of_the_first_days(card: dict[str, Any]) -> dict[str, Any]:
    """The same card, as the first version froze it."""
    old_disputes = [
        {
            **dispute,
            "values": [
                {
                    **value,
                    "sources": [
                        {key: source[key] for key in OLD_SOURCE}
                        for source in value["sources"]
                    ],
                }
                for value in dispute["values"]
            ],
        }
        for dispute in card["disputes"]
    ]
    names = dict.fromkeys(source["outlet"] for source in card["sources"])
    giving = {
        source["outlet"]
        for dispute in card["disputes"]
        for value in dispute["values"]
        for source in value["sources"]
    }
    return {
        "title": card["title"],
        "outlets": len(names),
        "origins": card["origins"],
        "since": min(source["day"] for source in card["sources"]),
        "disputes": old_disputes,
        "silent": [name for name in names if name not in giving],
    }


@pytest.fixture
def old(present: Verdict) -> Verdict:
    """The same verdict, frozen in the first days."""
    verdict: Verdict = f.VerdictFactory(
        claim=present.claim,
        seq=present.seq + 1,
        card=as_of_the_first_days(present.card),
        published_at=timezone.now(),
    )
    return verdict


def shown(verdict: Verdict, like: Verdict) -> Card:
    (card,) = shown_cards([verdict])
    return replace(card, verdict=like)


def withdraw(outlet: str) -> None:
    rows = Article.objects.filter(outlet__name=outlet)
    assert rows.update(withdrawn_at=timezone.now(), withdrawn_reason="By law.")


@pytest.mark.parametrize("gone", ["", "Hill Herald", "Salt Crier"])
def test_it_is_shown_as_one_of_today(present: Verdict, old: Verdict, gone: str) -> None:
    if gone:
        withdraw(gone)
    now = shown(old, present)
    assert now == shown(present, present)
    assert (gone in now.silent, now.reduced) == (False, bool(gone))
    assert (now.titled == "") is (gone == "Hill Herald"), "its words were the title"


def test_no_more_origins_than_were_frozen(present: Verdict, old: Verdict) -> None:
    withdraw("Salt Crier")
    (card,) = shown_cards([old])
    assert card.origins <= old.card["origins"]
    for dispute, before in zip(card.disputes, old.card["disputes"], strict=False):
        for value, frozen in zip(dispute.values, before["values"], strict=False):
            assert 1 <= value.origins <= frozen["origins"]


def test_every_page_of_it_opens(client: Client, old: Verdict, settings: Any) -> None:
    settings.PUBLIC_READ = True
    claim = old.claim_id
    for page in (
        f"/published/{claim}/",
        f"/embed/{claim}/",
        "/published/",
        f"/oembed/?url=http://testserver/published/{claim}/",
        f"/claims/{claim}/",
    ):
        answer = client.get(page)
        assert answer.status_code == 200, page
    assert "Hill Herald" in client.get(f"/published/{claim}/").content.decode()


def test_a_verdict_without_a_card(newsroom: Newsroom) -> None:
    verdict = f.VerdictFactory(claim=newsroom.call, card={})
    (card,) = shown_cards([verdict])
    assert (card.titled, card.disputes, card.outlets) == ("", (), 0)
    assert card.title == f"Claim {newsroom.call.pk}"


def test_a_silent_outlet_that_the_claim_no_longer_tells_of(old: Verdict) -> None:
    old.claim.members.filter(statement__quote=SILENT).delete()
    assert shown_cards([old])[0].silent == ("Hill Herald",)
