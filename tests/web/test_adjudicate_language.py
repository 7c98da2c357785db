"""Senior editors of two languages decide on one thing: its names do not depend on who
reads them, and each reads it in their own language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.utils.translation import override

from claims.models import By, Claim, ClaimMember, Verdict
from claims.selectors.disputes import disputes_now
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish
from claims.services.verdict_rows import Decided
from claims.services.verdicts import Decision, claim_adjudicate
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from django.test import Client

    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db

LANGUAGES = ["en", "ko"]
BOTH = pytest.mark.parametrize("writes", LANGUAGES)
READS = pytest.mark.parametrize(
    ("reads", "label", "norm"),
    [("en", "Date", "5 May 2031"), ("ko", "날짜", "2031년 5월 5일")],
)


@pytest.fixture
def senior() -> User:
    return a_person("Tove Tall", Role.SENIOR_EDITOR)


@pytest.fixture
def claim(newsroom: Newsroom) -> Claim:
    """One of its days is printed as "last Monday" alone."""
    told = ClaimMember.objects.filter(statement__quote__contains="on 5 May")
    told.update(state=ClaimMember.State.OUT, by=By.EDITOR)
    return newsroom.call


def written(claim: Claim, senior: User, language: str) -> Verdict:
    """A verdict by who reads that language: the first of each facet's values stands."""
    with override(language):
        return claim_adjudicate(
            actor=senior,
            claim=claim,
            seen=Seen(1, 0),
            decision=Decision(
                decided=[
                    Decided(each.kind, each.role, each.label, each.words[0])
                    for each in disputes_now(claim)
                ],
                value=2,
                text="It was the fifth.",
                reasons="The office confirms it.",
            ),
        )


@BOTH
@pytest.mark.parametrize("publishes", LANGUAGES)
def test_what_one_has_decided_the_other_publishes(
    newsroom: Newsroom, senior: User, writes: str, publishes: str
) -> None:
    verdict = written(newsroom.call, senior, writes)
    with override(publishes):
        public = claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 1))
    assert public.pk == verdict.pk
    assert {row["label"]: row["value"] for row in public.decided} == {
        "Date": "5 May",
        "Duration": "about half an hour",
    }


@BOTH
@pytest.mark.parametrize(("reads", "label"), [("en", "Date"), ("ko", "날짜")])
def test_the_form_begins_with_what_was_decided(
    client: Client,
    newsroom: Newsroom,
    senior: User,
    writes: str,
    reads: str,
    label: str,
) -> None:
    written(newsroom.call, senior, writes)
    User.objects.filter(pk=senior.pk).update(language=reads)
    client.force_login(senior)
    page = client.get(f"/claims/{newsroom.call.pk}/adjudicate/").content.decode()
    assert f"<legend>{label}</legend>" in page
    assert re.findall(r'name="facet-\d" value="([^"]*)" checked', page) == [
        "5 May",
        "about half an hour",
    ]


@BOTH
@READS
def test_what_a_value_was_taken_for_is_in_the_readers_language(
    client: Client,
    claim: Claim,
    senior: User,
    writes: str,
    reads: str,
    label: str,
    norm: str,
) -> None:
    with override(writes):
        claim_publish(actor=senior, claim=claim, seen=Seen(1, 0))
    User.objects.filter(pk=senior.pk).update(language=reads)
    client.force_login(senior)
    for address in ("/published/{}/", "/claims/{}/adjudicate/"):
        page = client.get(address.format(claim.pk)).content.decode()
        assert label in page
        assert norm in page
