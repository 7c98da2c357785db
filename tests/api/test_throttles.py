"""Rates: per token, per person, per address; counted by all processes together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection

from factcheck.operations.api import throttles
from factcheck.operations.api.throttles import SECONDS, Counters, shared_add
from tests.api.asking import Api, password_of, refused, token_for
from tests.web.newsroom import Newsroom

NOW = 60.0 * 1000


def clock(monkeypatch: pytest.MonkeyPatch, at: float) -> None:
    """Of the throttle alone: the cache goes by its own."""
    monkeypatch.setattr(throttles, "time", SimpleNamespace(time=lambda: at))


@pytest.fixture(autouse=True)
def _counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttles, "COUNTERS", Counters())
    clock(monkeypatch, NOW + 18)


def rates(settings: Any, **changes: int) -> None:
    settings.API_REQUESTS_A_MINUTE = {"token": 3, "person": 3, "address": 3} | changes


def told(answer: Any) -> tuple[str, str, str]:
    names = ("Limit", "Remaining", "Reset")
    return tuple(answer.headers[f"RateLimit-{name}"] for name in names)


def test_what_is_left_is_told_and_then_it_is_429(
    newsroom: Newsroom, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates(settings)
    api = Api(token_for(newsroom.editor, "read"))
    for left in ("2", "1", "0"):
        answer = api.get("outlets/")
        assert answer.status_code == 200
        assert told(answer) == ("3", left, "43")
    answer = api.get("outlets/")
    members = refused(answer, 429)
    assert members["code"] == "throttled"
    assert told(answer) == ("3", "0", "43")
    assert answer.headers["Retry-After"] == "42"
    clock(monkeypatch, NOW + SECONDS)
    assert told(api.get("outlets/")) == ("3", "2", "61")


def test_a_refusal_counts_and_tells_too(newsroom: Newsroom, settings: Any) -> None:
    rates(settings)
    api = Api(token_for(newsroom.editor, "read", "review"))
    refusal = api.post("ratings/", {})
    refused(refusal, 400)
    assert told(refusal) == ("3", "2", "43")


def test_each_token_has_its_own_rate(newsroom: Newsroom, settings: Any) -> None:
    rates(settings, token=1)
    first, second = (Api(token_for(newsroom.editor, "read")) for _ in range(2))
    assert first.get("outlets/").status_code == 200
    refused(first.get("outlets/"), 429)
    assert second.get("outlets/").status_code == 200


def test_passwords_and_sessions_are_a_persons(
    newsroom: Newsroom, settings: Any
) -> None:
    rates(settings, person=2)
    assert Api(**password_of(newsroom.editor)).get("tokens/").status_code == 200
    session = Api()
    session.client.force_login(newsroom.editor)
    assert session.get("outlets/").status_code == 200
    refused(session.get("outlets/"), 429)


@pytest.mark.parametrize(
    ("proxies", "addresses", "last"),
    [
        (0, ["10.0.0.1", "10.0.0.2", "10.0.0.3"], 429),  # whoever says so is not asked
        (1, ["10.0.0.1", "10.0.0.2", "10.0.0.3"], 200),
        (1, ["1.1.1.1, 10.0.0.1", "2.2.2.2, 10.0.0.1", "3.3.3.3, 10.0.0.1"], 429),
        (1, ["\xff" * 300, "x", "y"], 200),
    ],
)
def test_who_has_no_account_is_an_address(
    proxies: int,
    addresses: list[str],
    last: int,
    newsroom: Newsroom,
    public: Api,
    settings: Any,
) -> None:
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": proxies}
    rates(settings, address=2)
    codes = [
        public.client.get(
            "/api/v1/outlets/", headers={"X-Forwarded-For": each}
        ).status_code
        for each in addresses
    ]
    assert codes == [200, 200, last]


@pytest.mark.django_db
def test_processes_count_together() -> None:
    one, other = Counters(), Counters()
    assert one.take("token:a", 4, NOW) == 1
    assert other.take("token:a", 4, NOW) == 2
    assert one.take("token:a", 4, NOW) == 3
    assert other.take("token:a", 4, NOW) == 4
    assert one.take("token:a", 4, NOW) == 5  # over the rate
    assert other.take("token:b", 4, NOW) == 1


@pytest.mark.django_db
def test_a_process_tells_in_steps(django_assert_num_queries: Any) -> None:
    counters = Counters()
    limit, step = 600, 10
    assert counters.take("token:a", limit, NOW) == 1
    for number in range(2, step + 1):
        with django_assert_num_queries(0):
            assert counters.take("token:a", limit, NOW) == number
    assert caches["shared"].get(f"rate:token:a:{int(NOW) // SECONDS}") == 1
    counters.take("token:a", limit, NOW)
    assert caches["shared"].get(f"rate:token:a:{int(NOW) // SECONDS}") == 1 + step


@pytest.mark.django_db
def test_who_cannot_be_counted_now_is_counted_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counters = Counters()

    def locked(key: str, number: int) -> int:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(throttles, "shared_add", locked)
        assert counters.take("token:a", 3, NOW) == 1
        assert counters.take("token:a", 3, NOW) == 2
    assert counters.take("token:a", 3, NOW) == 3
    assert caches["shared"].get(f"rate:token:a:{int(NOW) // SECONDS}") == 3


@pytest.mark.django_db(transaction=True)
def test_none_is_lost() -> None:
    key = "rate:many"
    caches["shared"].delete(key)

    def add(_number: int) -> None:
        try:
            for _ in range(10):
                for _try in range(100):
                    try:
                        shared_add(key, 1)
                        break
                    except OperationalError:
                        continue
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(4)))
    assert caches["shared"].get(key) == 40
    caches["shared"].delete(key)
