"""A draft by program: what is printed about each sentence, and what is never told."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.utils import timezone

from claims.models import Claim, Statement
from claims.services import findings
from claims.services.findings import DRAFT_CHARACTERS, TITLE_CHARACTERS
from claims.services.review import claim_rate
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Article
from tests.api.asking import Api, complaints, refused, token_for
from tests.db.newsprint import (
    CALL_LAST_THURSDAY,
    CALL_ON_THE_SEVENTH,
    CALL_ON_THE_SIXTH,
    DAY,
    printed,
)
from tests.factories import OutletAliasFactory, UserFactory

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

pytestmark = pytest.mark.django_db

CALL = "Orla Venn called Tavi Rusk on March 6."
OAK = "A gardener in Selm planted nine oaks."
DRAFT = f"😀 {CALL}\n\n{OAK}"
GROUPS = ("conflicts", "updated", "updates", "corroborated")


@pytest.fixture
def program() -> Api:
    return Api(token_for(UserFactory(role=Role.READER), "read"))


def checked(program: Api, text: str = DRAFT, **more: Any) -> dict[str, Any]:
    body = {"text": text, "published": DAY.isoformat()} | more
    answer = program.post("check/", body)
    assert answer.status_code == 200, answer.content
    members: dict[str, Any] = answer.json()
    return members


def outlets(group: dict[str, Any]) -> list[str]:
    return sorted(match["statement"]["outlet"] for match in group["matches"])


def print_calls() -> None:
    printed(CALL_ON_THE_SIXTH, name="six", outlet="Post")
    printed(CALL_LAST_THURSDAY, name="thursday", outlet="Bell")
    printed(CALL_ON_THE_SEVENTH, name="seven", outlet="Crier", url="https://x.example/")


def withdraw(name: str) -> None:
    Article.objects.filter(external_id=name).update(
        withdrawn_at=timezone.now(), withdrawn_reason="Retracted."
    )


def test_each_sentence_says_what_is_printed_about_it(program: Api) -> None:
    print_calls()
    call, oak = checked(program)["sentences"]
    assert DRAFT[call["start"] : call["end"]].endswith(CALL)
    assert DRAFT[oak["start"] : oak["end"]] == oak["text"] == OAK
    assert call["found"] == "conflicts"
    assert {f["kind"]: f["value"] for f in call["facets"]}["date"] == "2031-03-06"
    (seventh,) = call["conflicts"]["matches"]
    assert seventh["statement"] == {
        "id": Statement.objects.get(quote__contains="March 7").pk,
        "article": "seven",
        "article_id": Article.objects.get(external_id="seven").pk,
        "outlet": "Crier",
        "url": "https://x.example/",
        "published": "2031-03-12",
        "quote": "Orla Venn called Tavi Rusk on March 7.",
        "start": 0,
        "end": 38,
        "state": "printed",
    }
    assert seventh["claim"] == Claim.objects.get(conflicts__gt=0).pk
    assert 0 < seventh["score"] <= 1
    assert seventh["rule"] == "value_conflict"
    assert "March 6" in seventh["reason"]
    (differs,) = [f for f in seventh["facets"] if f["level"] == "conflict"]
    assert (differs["kind"], differs["a"]["value"], differs["b"]["value"]) == (
        "date",
        "2031-03-06",
        "2031-03-07",
    )
    a = differs["a"]
    assert call["text"][a["start"] : a["end"]] == a["text"] == "March 6"
    assert differs["reason"]
    agreed = call["corroborated"]
    assert (agreed["outlets"], agreed["origins"]) == (2, 2)
    assert outlets(agreed) == ["Bell", "Post"]


def test_a_sentence_that_nobody_prints_says_so(program: Api) -> None:
    print_calls()
    oak = checked(program)["sentences"][1]
    assert oak["found"] == "nothing"
    empty = {"outlets": 0, "origins": 0, "matches": []}
    assert [oak[name] for name in GROUPS] == [empty] * 4


def test_two_outlets_of_one_origin_are_one_voice(program: Api) -> None:
    said = f"{CALL[:-1]}, Mayor Ada Quist said in an interview with Channel 9."
    printed(said, name="one", outlet="Post")
    printed(said, name="two", outlet="Bell")
    (call,) = checked(program, CALL)["sentences"]
    agreed = call["corroborated"]
    assert (agreed["outlets"], agreed["origins"]) == (2, 1)
    assert len({match["origin"] for match in agreed["matches"]}) == 1
    assert "Quist" in agreed["matches"][0]["origin"]


@pytest.mark.parametrize(
    ("drafted", "stored", "found"),
    [
        ("barred from", "allowed into", "updated"),
        ("allowed into", "barred from", "updates"),
    ],
)
def test_which_of_two_states_is_the_newer(
    drafted: str, stored: str, found: str, program: Api
) -> None:
    text = "The Vexo K7 chip is {} Norland."
    day = date(2031, 4, 20 if found == "updated" else 1)
    printed(text.format(stored), name="state", outlet="Post", day=day)
    day = date(2031, 4, 2 if found == "updated" else 22)
    (chip,) = checked(program, text.format(drafted), published=day.isoformat())[
        "sentences"
    ]
    assert chip["found"] == found
    (match,) = chip[found]["matches"]
    assert match["direction"] == (1 if found == "updated" else -1)


@pytest.mark.parametrize("way", ["hidden", "withdrawn", "orphaned"])
def test_what_readers_do_not_see_is_not_told(way: str, program: Api) -> None:
    print_calls()
    rows = Statement.objects.filter(article__external_id="seven")
    if way == "hidden":
        rows.update(hidden_by=UserFactory(role=Role.EDITOR))
    elif way == "orphaned":
        rows.update(state=Statement.State.ORPHANED)
    else:
        withdraw("seven")
    answer = program.post("check/", {"text": DRAFT, "published": DAY.isoformat()})
    assert b"Crier" not in answer.content
    call = answer.json()["sentences"][0]
    assert call["found"] == "corroborated"
    assert call["conflicts"]["matches"] == []


def test_what_withdraws_between_search_and_answer_is_not_told(
    program: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_calls()
    check = findings.check_statements

    def slow(**how: Any) -> Any:
        found = check(**how)
        withdraw("seven")
        return found

    monkeypatch.setattr(findings, "check_statements", slow)
    call = checked(program)["sentences"][0]
    assert call["found"] == "corroborated"


@pytest.mark.parametrize(
    ("left_out", "found"),
    [
        ({"without_outlet": "Crier"}, "corroborated"),
        ({"without_outlet": "crier.example"}, "corroborated"),
        ({"without_article": "seven"}, "corroborated"),
        ({"without_article": "six"}, "conflicts"),
        ({"without_article": "", "without_outlet": ""}, "conflicts"),
    ],
)
def test_ones_own_is_left_out(
    left_out: dict[str, str], found: str, program: Api
) -> None:
    print_calls()
    crier = Article.objects.get(external_id="seven").outlet
    OutletAliasFactory(outlet=crier, kind="domain", value="crier.example")
    assert checked(program, **left_out)["sentences"][0]["found"] == found


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-03-12", "2031-03-12"),
        ("2031-03-12T01:00+09:00", "2031-03-12"),
        ("2031-03", None),
        ("", None),
        (None, None),
    ],
)
def test_relative_dates_count_from_the_day_of_the_draft(
    published: str | None, day: str | None, program: Api
) -> None:
    answer = checked(program, CALL_LAST_THURSDAY, published=published)
    assert answer["published"] == day
    dates = [f for f in answer["sentences"][0]["facets"] if f["kind"] == "date"]
    assert [f["date_from"] for f in dates] == ["2031-03-06" if day else None]


def test_a_draft_may_be_dated_tomorrow(program: Api) -> None:
    ahead = (timezone.now().date() + timedelta(days=300)).isoformat()
    assert checked(program, published=ahead)["published"] == ahead


@pytest.mark.parametrize("given", ["ko", "", None])
def test_what_is_not_english_is_not_analysed(given: str | None, program: Api) -> None:
    text = "대통령은 어제 서울에서 열린 회의에서 새로운 정책을 발표했다고 밝혔다."
    answer = program.post(
        "check/", {"text": text} | ({"language": given} if given else {})
    )
    assert answer.json() == {
        "language": "ko",
        "not_analysed": "ko",
        "published": None,
        "sentences": [],
    }


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"text"}),
        ({"text": ""}, {"text"}),
        ({"text": " \n"}, {"text"}),
        ({"text": None}, {"text"}),
        ({"text": ["a"]}, {"text"}),
        ({"text": "a\0b"}, {"text"}),
        ({"text": "\ud800"}, {"text"}),
        ({"text": "x" * (DRAFT_CHARACTERS + 1)}, {"text"}),
        ({"text": OAK, "title": "x" * (TITLE_CHARACTERS + 1)}, {"title"}),
        ({"text": OAK, "published": "06/10/2031"}, {"published"}),
        ({"text": OAK, "published": "2031-02-30"}, {"published"}),
        ({"text": OAK, "published": "9999-12-31"}, {"published"}),
        ({"text": OAK, "published": 20310610}, {"published"}),
        ({"text": OAK, "published": "2031" * 20}, {"published"}),
        ({"text": OAK, "without_article": "none"}, {"without_article"}),
        ({"text": OAK, "without_outlet": "None"}, {"without_outlet"}),
        ({"text": OAK, "langauge": "en"}, {"langauge"}),
        ({"langauge": "en"}, {"text", "langauge"}),
        ([DRAFT], {"non_field_errors"}),
    ],
)
def test_what_is_no_draft(body: Any, fields: set[str], program: Api) -> None:
    assert set(complaints(program.post("check/", body))) == fields


def test_the_future_is_refused_in_words(program: Api) -> None:
    said = complaints(program.post("check/", {"text": OAK, "published": "9999-12-31"}))
    assert said == {"published": "More than 3653 days ahead: '9999-12-31'."}


def test_too_many_sentences(program: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "DRAFT_SENTENCES", 1)
    said = complaints(program.post("check/", {"text": f"{CALL} {OAK}"}))
    assert said == {
        "text": "The draft has 2 sentences; at most 1 are checked.",
    }


def test_nothing_of_a_draft_stays(
    program: Api, caplog: pytest.LogCaptureFixture, settings: SettingsWrapper
) -> None:
    print_calls()
    word = "Zarquon"
    before = AuditEntry.objects.count()
    with caplog.at_level(logging.DEBUG):
        answer = program.post("check/", {"text": f"{word} planted nine oaks in Selm."})
        program.post("check/", {"text": word, "published": "yesterday"})
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    # The records of SQL, which only a developer turns on, are the one exception.
    told = [r.getMessage() for r in caplog.records if r.name != "django.db.backends"]
    assert not [line for line in told if word in line]
    assert AuditEntry.objects.count() == before
    assert stored_anywhere(word) == []


def stored_anywhere(word: str) -> list[str]:
    """The tables with a column in which the word stands."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(word in str(value) for row in cursor.fetchall() for value in row):
                found.append(table)
    return found


def test_ratings_are_not_told(program: Api) -> None:
    print_calls()
    before = checked(program)
    claim = Claim.objects.get(conflicts__gt=0)
    claim_rate(
        actor=UserFactory(role=Role.EDITOR), claim=claim, value=1, rationale="Secret."
    )
    assert checked(program) == before


@pytest.mark.parametrize(
    ("scopes", "status"),
    [
        (("read",), 200),
        (("read", "ingest"), 200),
        (("ingest", "review", "curate"), 403),
    ],
)
@pytest.mark.parametrize("address", ["check/", "compare/"])
def test_reading_is_enough_though_it_is_a_post(
    address: str, scopes: tuple[str, ...], status: int
) -> None:
    program = Api(token_for(UserFactory(role=Role.CURATOR), *scopes))
    side = {"text": OAK}
    body = side if address == "check/" else {"a": side, "b": side}
    assert program.post(address, body).status_code == status


def test_who_may_read_may_check(settings: SettingsWrapper) -> None:
    refused(Api().post("check/", {"text": OAK}), 401)
    settings.PUBLIC_READ = True
    assert Api().post("check/", {"text": OAK}).status_code == 200
    refused(Api().post("articles/", {"text": OAK}), 401)


@pytest.mark.parametrize("address", ["check/", "compare/"])
def test_it_is_asked_by_post_alone(address: str, program: Api) -> None:
    refused(program.get(address), 405)
    refused(program.delete(address), 403)  # no scope allows it
    refused(program.post("check/", "not JSON"), 400)
