"""What is sent, to whom, and where it ends: against a real server."""

from __future__ import annotations

import time

import pytest

from factcheck.operations.network import (
    AddressRefused,
    Answer,
    NotAnswered,
    check_address,
    post,
)
from factcheck.operations.network.exchange import MOST_READ
from tests.receiver import (
    Receiver,
    babbling,
    dripping,
    endless,
    hanging_up,
    informing,
    receiver,
)

__all__ = ["receiver"]

BUDGET = 0.5  # seconds that a bad receiver gets in these tests


def send(url: str, **options: object) -> Answer:
    return post(url, body=b"{}", headers={"X-A": "b"}, allow_private=True, **options)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_ways_to_write_this_machine(url: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        check_address(url)
    assert refused.value.private


@pytest.mark.parametrize(
    "url",
    [
        "http://0/",
        "http://169.254.169.254/latest/",
        "http://[fe80::1%25lo]/",
        "http://127。0。0。1/",
        "file:///etc/hosts",
        "ftp://example.org/",
        "gopher://example.org/",
        "//example.org/",
        "example.org",
        "http://name:word@example.org/",
        "http://example.org:22/",
        "http://example.org:25/",
        "http://example.org:99999/",
        "http://example.org:a/",
        "http://exam ple.org/",
        "http://example.org/a\r\nX: y",
        "http://example.org\\@127.0.0.1/",
        "http:///path",
        "",
    ],
)
def test_what_no_leave_helps(url: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        check_address(url, allow_private=True)
    assert not refused.value.private


def test_one_bad_address_of_several_is_enough() -> None:
    found = ["93.184.216.34", "10.0.0.7"]
    with pytest.raises(AddressRefused):
        check_address("https://two.example/", resolve=lambda _host, _port: found)


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(NotAnswered, match="cannot be found"):
        check_address("https://nobody.invalid/")


def test_what_is_sent(receiver: Receiver) -> None:
    receiver.status, receiver.body = 200, b"thanks"
    assert send(f"{receiver.url}/é?q=ü") == Answer(200, b"thanks")
    (got,) = receiver.got
    assert got.path == "/hook/%C3%A9?q=%C3%BC"
    assert got.body == b"{}"
    assert got.headers["Host"] == f"127.0.0.1:{receiver.port}"
    assert got.headers["X-A"] == "b"


def test_the_name_stays_and_the_address_is_dialled(receiver: Receiver) -> None:
    url = f"http://desk.example:{receiver.port}/hook"
    answer = send(url, resolve=lambda _host, _port: ["127.0.0.1"])
    assert answer.status == 204
    assert receiver.got[0].headers["Host"] == f"desk.example:{receiver.port}"


def test_the_next_address_is_tried(receiver: Receiver) -> None:
    url = f"http://desk.example:{receiver.port}/hook"
    both = ["127.0.0.9", "127.0.0.1"]  # nobody listens at the first
    assert send(url, resolve=lambda _host, _port: both).status == 204


def test_a_name_that_changes_its_address(receiver: Receiver) -> None:
    """It is public when it is checked, and private when it is sent to."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    url = f"http://rebind.example:{receiver.port}/hook"
    assert check_address(url, resolve=resolve) == ["93.184.216.34"]
    with pytest.raises(AddressRefused):
        post(url, body=b"{}", headers={}, resolve=resolve)
    assert receiver.got == []
    assert asked == ["rebind.example"] * 2, "looked up once for each exchange"


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_no_proxy_of_the_environment(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:1/")
    assert send(receiver.url).status == 204


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(receiver: Receiver, status: int) -> None:
    receiver.status = status
    receiver.headers = {"Location": receiver.url}
    assert send(receiver.url).status == status
    assert len(receiver.got) == 1


@pytest.mark.parametrize("status", [200, 202, 400, 410, 500, 503])
def test_every_status_is_an_answer(receiver: Receiver, status: int) -> None:
    receiver.status, receiver.body = status, b"so it is"
    assert send(receiver.url) == Answer(status, b"so it is")


def test_an_excerpt_is_read(receiver: Receiver) -> None:
    receiver.status, receiver.body = 200, b"z" * 50_000
    assert send(receiver.url, excerpt=10).body == b"z" * 10


def test_a_body_without_end(receiver: Receiver) -> None:
    receiver.act = endless
    answer = send(receiver.url)
    assert answer.status == 200
    assert 0 < len(answer.body) <= MOST_READ


def test_headers_without_end(receiver: Receiver) -> None:
    receiver.act = dripping(receiver)
    began = time.monotonic()
    with pytest.raises(NotAnswered, match="in time"):
        send(receiver.url, seconds=BUDGET)
    assert time.monotonic() - began < 10 * BUDGET


@pytest.mark.parametrize("act", [informing, babbling, hanging_up])
def test_what_is_no_answer(receiver: Receiver, act: object) -> None:
    receiver.act = act  # type: ignore[assignment]
    with pytest.raises(NotAnswered):
        send(receiver.url, seconds=BUDGET)


def test_nobody_listens(receiver: Receiver) -> None:
    with pytest.raises(NotAnswered):
        send("http://127.0.0.9:9999/", seconds=BUDGET)
