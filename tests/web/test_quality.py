"""How right the engine is, on a page: measured, not measured, measured in part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils.html import escape

from claims.quality.errors import ErrorCount
from claims.quality.limits import LIMITS
from claims.quality.report import Report, SetResult, latest
from claims.quality.targets import SETS, TARGETS
from claims.quality.types import Score
from claims.views import quality

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

pytestmark = pytest.mark.django_db

ADDRESS = "/about/quality"
PAIRS = SetResult(
    "rte3way_dev",
    1234,
    (Score("conflicts", right=1, wrong=3, missed=7), Score("macro-F1", value=0.4899)),
)
REPORT = Report(
    day=date(2031, 3, 12),
    commit="abc1234",
    engine="1.0+x",
    sets=(PAIRS, SetResult("<b>own</b>", 1, (Score("of <b>", value=0.5),))),
    errors=(ErrorCount("none>conflicts: when", 1007, ("rte3way_dev",)),),
)


@pytest.fixture(autouse=True)
def _public(settings: SettingsWrapper) -> None:
    settings.PUBLIC_READ = True


@pytest.fixture
def page(client: Client, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(quality, "latest", lambda: REPORT)
    return client.get(ADDRESS).content.decode()


def test_it_has_one_address_with_and_without_a_slash(client: Client) -> None:
    assert reverse("claims:quality") == ADDRESS
    assert client.get(f"{ADDRESS}/").status_code == 200
    assert client.head(ADDRESS).status_code == 200
    assert client.post(ADDRESS).status_code in {302, 403, 405}


def test_every_page_that_may_be_read_leads_to_it(
    client: Client, settings: SettingsWrapper
) -> None:
    link = f'href="{ADDRESS}"'
    assert link in client.get("/").content.decode()
    settings.PUBLIC_READ = False
    assert link not in client.get("/login/").content.decode()


def test_the_packaged_figures_are_shown(client: Client) -> None:
    report = latest()
    assert report is not None
    told = client.get(ADDRESS).content.decode()
    for target in TARGETS:
        assert escape(target.label) in told
    for found in report.sets:
        assert escape(SETS[found.name]) in told


@pytest.mark.parametrize(
    "words",
    [
        "measured on <strong>12 March 2031</strong>",
        "<strong>2</strong> labelled sets, <strong>1,235</strong> rows",
        f"<strong>0 of {len(TARGETS)}</strong> targets reached",
        "it finds <strong>12.5%</strong> of the conflicts",
        "<strong>25.0%</strong> are right",
        "0.490 · missed",
        "– · not measured",
        "News passages, each beside a one-sentence claim",
        ">1,007</td>",
        "Conflict suggested where there is no link: a date or length of time",
        "Engine 1.0+x, commit abc1234.",
        "&lt;b&gt;own&lt;/b&gt;",
    ],
)
def test_what_it_says(page: str, words: str) -> None:
    assert words in page


def test_a_picture_says_the_same_in_words_and_as_a_table(page: str) -> None:
    assert page.count('<svg class="chart"') == 4
    assert page.count("<desc id=") == 4
    assert page.count("As a table") == 4
    assert "Passage and claim: all relations: 0.490, missed" in page


@pytest.mark.parametrize("limit", LIMITS)
def test_what_the_engine_cannot_do_is_said(page: str, limit: str) -> None:
    assert f"<li>{escape(limit)}</li>" in page


def test_nothing_inline_that_the_policy_forbids(page: str) -> None:
    for forbidden in (" style=", "<style", "javascript:", " onclick="):
        assert forbidden not in page
    assert page.count("<script src=") == page.count("<script")


def test_where_nothing_was_measured_it_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quality, "latest", lambda: None)
    told = client.get(ADDRESS).content.decode()
    assert "Nothing has been measured yet" in told
    assert escape(LIMITS[0]) in told
    assert "Against the targets" not in told


def test_a_set_without_conflicts_has_no_sentence_about_them(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report(REPORT.day, "", "", (SetResult("money_dev", 3, ()),), ())
    monkeypatch.setattr(quality, "latest", lambda: report)
    told = client.get(ADDRESS).content.decode()
    assert "of the conflicts that are there" not in told
    assert "Stories with their sums and percentages marked" in told
