"""The page that sets a draft beside what is printed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from claims.models import Statement
from claims.services import findings
from claims.services.findings import DRAFT_CHARACTERS
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Article, Outlet
from tests.db.newsprint import (
    CALL_LAST_THURSDAY,
    CALL_ON_THE_SEVENTH,
    CALL_ON_THE_SIXTH,
    DAY,
    printed,
)
from tests.factories import UserFactory

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

ADDRESS = "/check/"
CALL = "Orla Venn called Tavi Rusk on March 6."
OAK = "A gardener in Selm planted nine oaks."
MARK = re.compile(r'<a class="w r-(\w+) text-reset" id="w(\d+)" href="#n(\d+)"[^>]*>')


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(UserFactory(role=Role.EDITOR))
    return client


def print_calls() -> None:
    printed(CALL_ON_THE_SIXTH, name="six", outlet="Post")
    printed(CALL_LAST_THURSDAY, name="thursday", outlet="Bell")
    printed(CALL_ON_THE_SEVENTH, name="seven", outlet="Crier")


def checked(desk: Client, text: str, **fields: Any) -> str:
    answer = desk.post(ADDRESS, {"text": text, "published": DAY.isoformat()} | fields)
    assert answer.status_code == 200
    return answer.content.decode()


def told(page: str) -> str:
    """What stands on the page, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def test_the_form_dates_the_draft_today(desk: Client) -> None:
    page = desk.get(ADDRESS).content.decode()
    assert f'value="{timezone.localdate().isoformat()}"' in page
    assert "Marks you will see" in page
    assert 'maxlength="' not in page.partition("<textarea")[2].partition(">")[0]


def test_every_mark_leads_to_its_evidence_and_back(desk: Client) -> None:
    print_calls()
    page = checked(desk, f"{CALL}\n\n{OAK}")
    marks = MARK.findall(page)
    assert [mark for mark, _, _ in marks] == ["states", "differs"]
    for _, mark, note in marks:
        assert mark == note
        assert f'id="n{note}"' in page
        assert f'href="#w{mark}"' in page
    assert 'id="a1" href="#s1"' in page
    assert 'id="s1"' in page


def test_the_values_of_both_sides_and_who_prints_them(desk: Client) -> None:
    print_calls()
    words = told(checked(desk, CALL))
    assert "date differs Your draft March 6 March 7 Crier" in words
    assert "as in your draft" in words
    assert "backed: 2 outlets, 2 origins" in words
    assert "March 6 is 2031-03-06; March 7 is 2031-03-07" in words


def test_marks_are_told_in_words_as_well(desk: Client) -> None:
    print_calls()
    page = checked(desk, f"{CALL} {OAK}")
    assert "(date differs, evidence 1)" in page
    assert "(found nowhere else)" in page


def test_a_changed_state(desk: Client) -> None:
    text = "The Vexo K7 chip is {} Norland."
    printed(
        text.format("allowed into"), name="new", outlet="Post", day=date(2031, 4, 20)
    )
    page = checked(desk, text.format("barred from"), published="2031-04-02")
    assert "changed since" in told(page)
    assert MARK.findall(page)[0][0] == "updated"


def test_the_tally_leads_to_the_first_of_each(desk: Client) -> None:
    print_calls()
    words = told(checked(desk, f"{CALL} {OAK}"))
    assert "1 differs 1 backed 1 found nowhere else" in words
    assert "Silence is not a denial: 3 articles searched." in words


def test_the_text_is_shown_as_it_was_pasted_and_can_be_edited(desk: Client) -> None:
    text = f'<b>"Quiet"</b> & calm.\r\n\r\n{OAK}'
    page = checked(desk, text)
    assert "<b>" not in page
    assert page.count("&lt;b&gt;&quot;Quiet&quot;&lt;/b&gt; &amp; calm.") >= 2
    assert page.partition('class="draft"')[2].count("<p>") == 2


@pytest.mark.parametrize("way", ["hidden", "withdrawn"])
def test_what_readers_do_not_see_is_not_told(way: str, desk: Client) -> None:
    print_calls()
    if way == "hidden":
        rows = Statement.objects.filter(article__external_id="seven")
        rows.update(hidden_by=UserFactory())
    else:
        Article.objects.filter(external_id="seven").update(
            withdrawn_at=timezone.now(), withdrawn_reason="Retracted."
        )
    page = checked(desk, CALL)
    assert "differs" not in told(page)
    assert "March 7" not in page


def test_ones_own_outlet_is_left_out(desk: Client) -> None:
    print_calls()
    crier = Outlet.objects.get(name="Crier")
    assert "differs" not in told(checked(desk, CALL, without=crier.pk))


def test_a_language_that_is_not_read(desk: Client) -> None:
    page = checked(desk, "대통령은 어제 서울에서 새로운 정책을 발표했다고 밝혔다.")
    assert "taken for Korean, which is not read" in page
    assert "대통령은" in page
    assert "Korean" not in told(checked(desk, CALL, language="en")).split("Edit")[0]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": ""}, "Paste the text of your draft."),
        ({"text": " \n "}, "Paste the text of your draft."),
        ({"text": "x" * (DRAFT_CHARACTERS + 1)}, "at most 50000"),
        ({"text": OAK, "published": "9 June"}, "Enter a valid date."),
        ({"text": OAK, "published": "9999-01-01"}, "days ahead"),
        ({"text": OAK, "without": "0"}, "Select a valid choice."),
        ({"text": f"{CALL} {OAK}"}, "The draft has 2 sentences; at most 1"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(
    fields: dict[str, str], said: str, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "DRAFT_SENTENCES", 1)
    answer = desk.post(ADDRESS, fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert fields["text"].strip()[:500] in page


def test_a_draft_leaves_no_trace(desk: Client) -> None:
    print_calls()
    before = AuditEntry.objects.count(), dict(desk.session)
    answer = desk.post(ADDRESS, {"text": CALL})
    assert "no-store" in answer.headers["Cache-Control"]
    assert (AuditEntry.objects.count(), dict(desk.session)) == before


def test_it_needs_an_account_also_while_reading_is_public(
    client: Client, settings: Any
) -> None:
    settings.PUBLIC_READ = True
    for answer in (client.get(ADDRESS), client.post(ADDRESS, {"text": OAK})):
        assert answer.headers["Location"].startswith("/login/")
    page = client.get("/").content.decode()
    assert "Check a draft" not in page


def test_the_header_leads_there(desk: Client) -> None:
    page = desk.get(ADDRESS).content.decode()
    assert 'href="/check/" aria-current="page">Check a draft' in page
