"""Verdicts from elsewhere on pages: beside a claim, in their list, as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from claims.forms.outside import pack, unpack
from claims.models import OutsideVerdict
from claims.reviews.limits import FILE_BYTES
from claims.services.review import claim_rate
from claims.views import outside_intake
from factcheck.operations.models import Job
from factcheck.operations.roles import Role
from tests.db.fakes import LineEngine
from tests.factories import OutsideVerdictFactory
from tests.web.newsroom import Newsroom, a_person

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from factcheck.operations.models import User

TAKE = "/outside-verdicts/add/"
REVIEW = {
    "@type": "ClaimReview",
    "url": "https://checks.example/mill",
    "claimReviewed": "Mill closed 40",
    "author": "Quay <b>Checks</b>",
}


@pytest.fixture(autouse=True)
def reads_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language model is loaded."""
    monkeypatch.setattr(outside_intake, "load_engine", LineEngine)


@pytest.fixture
def curator(db: None) -> User:
    return a_person("Cleo Curator", Role.CURATOR)


@pytest.fixture
def senior(db: None) -> User:
    return a_person("Sam Senior", Role.SENIOR_EDITOR)


def page(client: Client, address: str, viewer: User | None = None) -> str:
    if viewer is not None:
        client.force_login(viewer)
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def a_file(content: Any) -> SimpleUploadedFile:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return SimpleUploadedFile("feed.json", raw)


# --- beside a claim


def test_elsewhere_on_the_page_of_a_claim(
    client: Client, newsroom: Newsroom, senior: User
) -> None:
    OutsideVerdictFactory(
        claim=newsroom.call,
        publisher="Quay Checks",
        rating="Half true",
        rating_value=3,
        rating_worst=1,
        rating_best=5,
        claimants=["Mira Dolan"],
    )
    text = page(client, f"/claims/{newsroom.call.pk}/", senior)
    section = text.partition('id="elsewhere"')[2].partition("</section>")[0]
    for words in ("Quay Checks", "<q>Half true</q>", "claimed by Mira Dolan"):
        assert words in section
    assert "3 on a scale from 1 (worst) to 5 (best)" in section
    assert 'rel="noopener nofollow noreferrer external"' in section
    assert 'href="https://checks.example/' in section


@pytest.mark.parametrize("there", [True, False])
def test_before_one_rates_it_is_not_even_told_whether_there_is_any(
    client: Client, newsroom: Newsroom, *, there: bool
) -> None:
    if there:
        OutsideVerdictFactory(claim=newsroom.call, publisher="Quay Checks")
    address = f"/claims/{newsroom.call.pk}/"
    before = page(client, address, newsroom.editor)
    assert "What others say elsewhere is blind like ratings" in before
    assert "Quay Checks" not in before
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=5)
    after = page(client, address)
    assert ("Quay Checks" in after) is there
    assert ('id="elsewhere"' in after) is there


@pytest.mark.parametrize("who", ["reader", None])
def test_who_does_not_rate_sees_nothing_of_it(
    client: Client, newsroom: Newsroom, settings: SettingsWrapper, who: str | None
) -> None:
    settings.PUBLIC_READ = True
    OutsideVerdictFactory(claim=newsroom.call, publisher="Quay Checks")
    viewer = getattr(newsroom, who) if who else None
    text = page(client, f"/claims/{newsroom.call.pk}/", viewer)
    assert "Quay Checks" not in text
    assert 'id="elsewhere"' not in text


# --- the list, one of them


def test_the_list(client: Client, newsroom: Newsroom, senior: User) -> None:
    OutsideVerdictFactory(claim_reviewed="It waits.")
    OutsideVerdictFactory(claim_reviewed="It stands.", claim=newsroom.call)
    waiting = page(client, reverse("claims:outside-verdicts"), senior)
    assert ("It waits." in waiting, "It stands." in waiting) == (True, False)
    placed = page(client, "/outside-verdicts/?show=placed")
    assert ("It waits." in placed, "It stands." in placed) == (False, True)
    assert str(newsroom.call) in placed


def test_placing_one(client: Client, newsroom: Newsroom, senior: User) -> None:
    statement = newsroom.call.statements.earliest("pk")
    verdict = OutsideVerdictFactory(
        candidates=[
            {
                "statement": statement.pk,
                "relation": "conflicts",
                "score": 0.5,
                "reason": "5 May, 6 May",
            }
        ]
    )
    address = f"/outside-verdicts/{verdict.pk}/"
    text = page(client, address, senior)
    assert statement.quote in text
    assert "5 May, 6 May" in text
    body = {"claim": newsroom.call.pk, "revision": 1}
    done = client.post(f"{address}attach/", body, follow=True).content.decode()
    assert f"It stands with claim {newsroom.call.pk} now." in done
    late = client.post(f"{address}attach/", {"claim": newsroom.ban.pk, "revision": 1})
    assert late.status_code == 409
    client.post(f"{address}detach/", {"revision": 2})
    verdict.refresh_from_db()
    assert (verdict.claim, verdict.matched_by) == (None, "editor")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("", "Choose a claim, or give its number."),
        ("999999", "There is no such claim."),
        ("x", "Enter a whole number."),
    ],
)
def test_placing_it_nowhere(
    client: Client, senior: User, claim: str, said: str
) -> None:
    client.force_login(senior)
    address = f"/outside-verdicts/{OutsideVerdictFactory().pk}/"
    answer = client.post(f"{address}attach/", {"claim": claim})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_what_becomes_blind_by_placing_it(client: Client, newsroom: Newsroom) -> None:
    verdict = OutsideVerdictFactory()
    client.force_login(newsroom.editor)
    answer = client.post(
        f"/outside-verdicts/{verdict.pk}/attach/", {"claim": newsroom.call.pk}
    )
    assert answer.headers["Location"] == "/outside-verdicts/"
    assert client.get(f"/outside-verdicts/{verdict.pk}/").status_code == 404
    history = client.get(f"/history/outside-verdict/{verdict.pk}/").content.decode()
    assert verdict.claim_reviewed not in history


def test_removing_one_and_bringing_it_back(client: Client, curator: User) -> None:
    verdict = OutsideVerdictFactory()
    client.force_login(curator)
    body = {"reason": "forged"}
    answer = client.post(f"/outside-verdicts/{verdict.pk}/remove/", body, follow=True)
    text = answer.content.decode()
    assert "removed the verdict from elsewhere" in text
    entry = text.partition('action="/undo/')[2].partition("/")[0]
    client.post(f"/undo/{entry}/")
    assert page(client, f"/outside-verdicts/{verdict.pk}/")


# --- a file


def test_a_file_is_looked_at_and_brought_in(client: Client, curator: User) -> None:
    client.force_login(curator)
    document = [REVIEW, {**REVIEW, "url": "javascript:x"}]
    looked = client.post(TAKE, {"file": a_file(document)})
    text = looked.content.decode()
    assert "[1].url" in text
    assert "Quay &lt;b&gt;Checks&lt;/b&gt;" in text
    assert not OutsideVerdict.objects.exists()
    held = text.partition('name="held" value="')[2].partition('"')[0]
    done = client.post(TAKE, {"held": held, "take": "1"}).content.decode()
    assert "1 new" in " ".join(done.replace("</span>", "").split())
    assert OutsideVerdict.objects.get().url == REVIEW["url"]


def test_many_become_a_job(client: Client, curator: User) -> None:
    client.force_login(curator)
    many = [{**REVIEW, "url": f"https://checks.example/{n}"} for n in range(21)]
    answer = client.post(TAKE, {"file": a_file(many), "take": "1"})
    job = Job.objects.get(kind="outside")
    assert answer.headers["Location"] == reverse("job-page", args=[job.pk])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "Choose a file."),
        ({"held": "what no form has held"}, "Choose a file."),
        ({"file": b"{"}, "Broken JSON: "),
        ({"file": b"<p>"}, "No ClaimReview in it"),
        ({"file": b" " * (FILE_BYTES + 1)}, "Larger than 5 MB"),
    ],
)
def test_what_is_refused(
    client: Client, curator: User, body: dict[str, Any], said: str
) -> None:
    client.force_login(curator)
    if "file" in body:
        body = {"file": a_file(body["file"])}
    answer = client.post(TAKE, body)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_what_a_preview_holds() -> None:
    assert unpack(pack(b"{}")) == b"{}"
    assert unpack(pack(b" " * (FILE_BYTES + 1))) is None  # packed small, read large
    assert unpack("bm8=") is None
