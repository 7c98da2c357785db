"""What is told: of which entry, with which facts, and never more than may be read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.utils import timezone

from claims.exports.events import event_of, payload_of
from claims.jobs.deliver import send_messages, write_messages
from claims.models import Claim, Link, Rating, Statement, Verdict
from claims.selectors.verdicts import Seen
from claims.services.pipeline import process_version
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.review import claim_rate, link_decide
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User, WebhookDelivery
from factcheck.operations.roles import Role
from sources.models import Article
from tests.db.fakes import LineEngine, print_text
from tests.factories import AuditEntryFactory, UserFactory, WebhookFactory
from tests.receiver import Receiver, receiver
from tests.web.newsroom import Newsroom

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db

SITE = "https://desk.example/base"


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = SITE


@pytest.fixture
def senior() -> User:
    return UserFactory(role=Role.SENIOR_EDITOR)


@pytest.mark.parametrize(
    ("verb", "after", "event"),
    [
        ("claim.found", {}, "claim.created"),
        ("claim.create", {}, "claim.created"),
        ("claim.split_from", {}, "claim.created"),
        ("claim.conflict", {"conflicts": 2}, "claim.conflict_found"),
        ("link.decide", {}, "link.decided"),
        ("link.create", {}, "link.decided"),
        ("link.decide.undo", {}, "link.decided"),
        ("claim.rate", {}, "rating.added"),
        ("claim.publish", {}, "verdict.published"),
        ("article.version", {"number": 2}, "article.version_changed"),
        ("article.version", {"number": 1}, None),
        ("article.create", {}, None),
        ("claim.dispute", {}, None),
        ("claim.comment", {}, None),
        ("claim.adjudicate", {}, None),
        ("webhook.ping", {}, None),
        ("user.settings", {}, None),
    ],
)
def test_which_entry_is_which_event(
    verb: str, after: dict[str, Any], event: str | None
) -> None:
    assert event_of(AuditEntryFactory.build(verb=verb, after=after)) == event


def told(entry: AuditEntry, user: User) -> dict[str, Any] | None:
    event = event_of(entry)
    assert event is not None
    return payload_of(entry, event, user)


def of_call(newsroom: Newsroom, verb: str = "claim.found", **more: Any) -> AuditEntry:
    return AuditEntryFactory(verb=verb, target_id=str(newsroom.call.pk), **more)


def test_a_claim(newsroom: Newsroom) -> None:
    entry = of_call(newsroom)
    call = newsroom.call
    assert told(entry, newsroom.editor) == {
        "entry": entry.pk,
        "by": None,
        "claim": {
            "id": call.pk,
            "title": "Dolan and Aas spoke by phone",
            "conflicts": 2,
            "outlets": 3,
            "origins": 3,
            "first_reported": "2031-05-10",
            "last_reported": "2031-05-14",
            "merged_into": None,
            "api": f"{SITE}/api/v1/claims/{call.pk}/",
            "page": f"{SITE}/claims/{call.pk}/",
        },
    }


def test_a_conflict(newsroom: Newsroom) -> None:
    entry = of_call(
        newsroom, "claim.conflict", before={"conflicts": 0}, after={"conflicts": 2}
    )
    found = told(entry, newsroom.editor)
    assert found is not None
    assert (found["conflicts_before"], found["conflicts"]) == (0, 2)


def decided(newsroom: Newsroom) -> AuditEntry:
    link = Link.objects.filter(relation="conflicts").earliest("pk")
    link_decide(
        actor=newsroom.editor, link=link, state="confirmed", revision=link.revision
    )
    return AuditEntry.objects.get(verb="link.decide")


def test_a_decision_and_its_taking_back(newsroom: Newsroom) -> None:
    entry = decided(newsroom)
    found = told(entry, newsroom.other)
    assert found is not None
    assert found["by"] == "ada"
    link = found["link"]
    assert (link["state"], link["relation"]) == ("confirmed", "conflicts")
    assert not link["taken_back"]
    assert link["api"] == f"{SITE}/api/v1/links/{entry.target_id}/"
    assert len(link["statements"]) == 2
    assert [claim["id"] for claim in found["claims"]] == [newsroom.call.pk]
    again = told(entry_undo(actor=newsroom.editor, entry=entry), newsroom.other)
    assert again is not None
    assert again["link"]["taken_back"]
    assert again["link"]["state"] == "suggested"


def test_a_rating_without_its_value(newsroom: Newsroom, senior: User) -> None:
    rating = claim_rate(
        actor=newsroom.editor, claim=newsroom.call, value=2, rationale="Two days."
    )
    entry = AuditEntry.objects.get(verb="claim.rate")
    found = told(entry, senior)
    assert found is not None
    assert found["rating"] == {
        "id": rating.pk,
        "round": 1,
        "api": f"{SITE}/api/v1/ratings/{rating.pk}/",
    }
    assert "Two days" not in json.dumps(found)
    assert "value" not in json.dumps(found)
    assert told(entry, newsroom.other) is None, "blind until they have rated"
    assert told(entry, newsroom.editor) is not None, "one's own"
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=5)
    assert told(entry, newsroom.other) is not None


def test_a_verdict_while_it_is_public(newsroom: Newsroom, senior: User) -> None:
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    entry = AuditEntry.objects.get(verb="claim.publish")
    found = told(entry, newsroom.editor)
    assert found is not None
    assert found["verdict"]["id"] == Verdict.objects.get().pk
    assert found["verdict"]["page"] == f"{SITE}/published/{newsroom.call.pk}/"
    claim_unpublish(actor=senior, claim=newsroom.call, reason="wrong")
    assert told(entry, newsroom.editor) is None


def version_entry(newsroom: Newsroom) -> AuditEntry:
    return AuditEntryFactory(
        verb="article.version",
        target_type="sources.article",
        target_id=str(newsroom.tide.pk),
        after={"number": 2},
    )


def test_a_new_version(newsroom: Newsroom) -> None:
    found = told(version_entry(newsroom), newsroom.editor)
    assert found is not None
    article = found["article"]
    assert (article["id"], article["version"]) == (newsroom.tide.pk, 2)
    assert article["outlet"] == "Tidewater Gazette"
    assert article["page"] == f"{SITE}/articles/{newsroom.tide.pk}/"


def withdraw(articles: Any) -> None:
    articles.update(withdrawn_at=timezone.now(), withdrawn_reason="by law")


def test_nothing_of_withdrawn_articles(newsroom: Newsroom) -> None:
    version, claim, link = version_entry(newsroom), of_call(newsroom), decided(newsroom)
    withdraw(Article.objects.filter(pk=newsroom.tide.pk))
    assert told(version, newsroom.editor) is None
    assert told(claim, newsroom.editor) is not None, "others tell of it"
    ends = Link.objects.get(pk=link.target_id)
    withdraw(Article.objects.filter(statements__in=[ends.low_id]))
    assert told(link, newsroom.editor) is None
    withdraw(Article.objects.all())
    assert told(claim, newsroom.editor) is None


def test_nothing_of_hidden_statements(newsroom: Newsroom) -> None:
    claim, link = of_call(newsroom), decided(newsroom)
    Statement.objects.update(hidden_by=newsroom.editor)
    assert told(claim, newsroom.editor) is None
    assert told(link, newsroom.editor) is None


@pytest.mark.parametrize(
    ("verb", "target"),
    [("claim.found", "claims.claim"), ("link.decide", "claims.link")],
)
def test_what_is_gone_by_now(newsroom: Newsroom, verb: str, target: str) -> None:
    entry = AuditEntryFactory(verb=verb, target_type=target, target_id="999999")
    assert told(entry, newsroom.editor) is None


def test_what_the_engine_finds_is_an_entry() -> None:
    for number in range(3):
        process_version(
            print_text(f"Mill closed {number} says Venn"), engine=LineEngine()
        )
    claim = Claim.objects.get()
    found = AuditEntry.objects.get(verb="claim.found")
    assert (found.actor, found.target_id) == (None, str(claim.pk))
    assert event_of(found) == "claim.created"
    for entry in AuditEntry.objects.filter(verb="claim.conflict"):
        assert entry.target_id == str(claim.pk)
        assert entry.after["conflicts"] > entry.before["conflicts"]
    grown = AuditEntry.objects.filter(verb="claim.conflict").latest("pk")
    assert grown.after == {"conflicts": claim.conflicts}


def test_from_the_act_to_the_receiver(newsroom: Newsroom, receiver: Receiver) -> None:
    WebhookFactory(owner=newsroom.other, url=receiver.url, allow_private=True)
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=4)
    entry = decided(newsroom)
    write_messages()
    assert send_messages() == 1
    (got,) = receiver.got
    assert json.loads(got.body)["data"]["entry"] == entry.pk
    assert "claim.rate" not in got.body.decode()
    write_messages()
    assert send_messages() == 0
    assert WebhookDelivery.objects.get().state == "delivered"
    assert Rating.objects.count() == 1
