"""A public card is in the language and the zone of whoever reads it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.utils.translation import override

from claims.models import Verdict
from claims.selectors.labels import label_in_words
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from django.test import Client

    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db

LATE = datetime(2031, 6, 30, 22, 15, tzinfo=UTC)


@pytest.fixture(params=["en", "ko"])
def pk(request: pytest.FixtureRequest, newsroom: Newsroom) -> int:
    """The claim of the call, published late in the evening by readers of each."""
    senior = a_person("Tove Tall", Role.SENIOR_EDITOR)
    with override(request.param):
        claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    Verdict.objects.update(published_at=LATE)
    return newsroom.call.pk


def page_of(client: Client, address: str, language: str = "") -> Any:
    headers = {"accept-language": language} if language else {}
    return client.get(address, headers=headers)


@pytest.mark.parametrize("address", ["/published/{}/", "/embed/{}/"])
@pytest.mark.parametrize(
    ("asked", "language", "label", "said"),
    [
        ("", "en", "Date", "What is disputed"),
        ("en-GB,en;q=0.8", "en", "Date", "What is disputed"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko", "날짜", "무엇이 엇갈리는가"),
        ("xx,*;q=0.1", "en", "Date", "What is disputed"),
        ("xx,ko;q=0.5", "ko", "날짜", "무엇이 엇갈리는가"),
    ],
)
def test_the_language_is_the_readers(
    client: Client,
    pk: int,
    address: str,
    asked: str,
    language: str,
    label: str,
    said: str,
) -> None:
    answer = page_of(client, address.format(pk), asked)
    page = answer.content.decode()
    assert f'<html lang="{language}"' in page
    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" in answer.headers["Vary"]
    assert f'<span class="label">{label}' in page
    assert said in page


def test_a_frame_knows_no_cookie(client: Client, pk: int) -> None:
    client.cookies["django_language"] = "ko"
    answer = client.get(f"/embed/{pk}/")
    assert answer.headers["Content-Language"] == "en"
    assert "Cookie" not in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("zone", "clock", "day"),
    [
        ("", "30 Jun 2031 22:15 UTC", "30 June 2031"),
        ("Asia/Seoul", "1 Jul 2031 07:15 KST", "1 July 2031"),
        ("America/Sao_Paulo", "30 Jun 2031 19:15 UTC-03", "30 June 2031"),
    ],
)
def test_a_clock_names_its_zone(
    client: Client, newsroom: Newsroom, pk: int, zone: str, clock: str, day: str
) -> None:
    if zone:
        User.objects.filter(pk=newsroom.reader.pk).update(time_zone=zone)
        client.force_login(newsroom.reader)
    page = client.get(f"/published/{pk}/").content.decode()
    moment = '<time datetime="2031-06-30T22:15:00+00:00"'
    assert f"{moment}>{clock}</time>" in page
    assert f'{moment} title="{clock}">{day}</time>' in page


def test_what_programs_read_is_the_same_for_all(client: Client, pk: int) -> None:
    found = [
        re.search(
            r'<script type="application/ld\+json">(.*?)</script>',
            page_of(client, f"/published/{pk}/", language).content.decode(),
            re.DOTALL,
        )[1]
        for language in ("en", "ko")
    ]
    assert found[0] == found[1]
    assert ": Date: " in json.loads(found[0])[0]["claimReviewed"]


@pytest.mark.parametrize(
    ("frozen", "en", "ko"),
    [
        ("Date", "Date", "날짜"),
        ("날짜", "Date", "날짜"),
        ("Date, 5 May 2031", "Date, 5 May 2031", "날짜, 5 May 2031"),
        ("When", "When", "When"),
    ],
)
def test_a_frozen_name_is_said_in_the_readers_words(
    frozen: str, en: str, ko: str
) -> None:
    for language, said in (("en", en), ("ko", ko)):
        with override(language):
            assert label_in_words("date", frozen) == said
