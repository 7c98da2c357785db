"""Requests over one kept connection, at as little cost to whoever asks as can be.

The one who asks shares the machine with the server: a client that takes half a
millisecond for a request would make a quick view look as slow as a slow one.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Self

HOST = "127.0.0.1"
TIMEOUT_SECONDS = 120
END_OF_HEAD = b"\r\n\r\n"
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """head: its header lines in lower case, without the first."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header; "" without one."""
        for line in self.head.split(b"\r\n"):
            key, _, value = line.partition(b":")
            if key.lower() == name.lower().encode():
                return value.strip().decode()
        return ""


class Asker:
    """One connection, and another where the server closes it; a context manager."""

    def __init__(self, port: int, token: str = "") -> None:
        self._port = port
        self._open()
        self._headers = f"Host: {HOST}\r\n"
        if token:
            self._headers += f"Authorization: Bearer {token}\r\n"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._socket.close()

    def get(self, address: str, etag: str = "") -> Answer:
        """The answer to a GET, and to `If-None-Match` where there is an etag."""
        return self.ask(self.request(address, etag))

    def request(self, address: str, etag: str = "") -> bytes:
        """The GET as it is sent."""
        more = f"If-None-Match: {etag}\r\n" if etag else ""
        return f"GET {address} HTTP/1.1\r\n{self._headers}{more}\r\n".encode()

    def post(self, address: str, body: dict[str, Any]) -> Answer:
        """The answer to a POST of JSON."""
        sent = json.dumps(body).encode()
        head = (
            f"POST {address} HTTP/1.1\r\n{self._headers}"
            f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
        )
        return self.ask(head.encode() + sent)

    def ask(self, request: bytes) -> Answer:
        """Send bytes and read one answer. ConnectionError where there is none."""
        answer = self._asked(request)
        if answer.header("connection").lower() == "close":
            self._socket.close()
            self._open()
        return answer

    def _open(self) -> None:
        self._socket = socket.create_connection((HOST, self._port), TIMEOUT_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _asked(self, request: bytes) -> Answer:
        self._socket.sendall(request)
        received = b""
        while END_OF_HEAD not in received:
            received += self._more()
        head, _, body = received.partition(END_OF_HEAD)
        first, _, lines = head.partition(b"\r\n")
        answer = Answer(int(first.split()[1]), lines, body)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return answer
        length = int(answer.header("content-length"))
        parts, have = [body], len(body)
        while have < length:
            parts.append(self._more())
            have += len(parts[-1])
        return Answer(answer.status, lines, b"".join(parts))

    def _more(self) -> bytes:
        found = self._socket.recv(CHUNK)
        if not found:
            raise ConnectionError("the server closed the connection")
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; etag: with which the server answers "not modified"."""

    address: str
    etag: str = ""


def rate(
    port: int, token: str, asked: Sequence[Asked], *, clients: int, seconds: float
) -> float:
    """Answers a second to so many clients at once, who ask for one after the other.

    AssertionError when one is not what was expected: it would not be what is measured.
    """

    def client(number: int) -> int:
        done = 0
        with Asker(port, token) as asker:
            requests = [
                (
                    asker.request(each.address, each.etag),
                    HTTPStatus.NOT_MODIFIED if each.etag else HTTPStatus.OK,
                )
                for each in asked
            ]
            while not done or time.perf_counter() < ends:
                request, expected = requests[(number + done) % len(requests)]
                answer = asker.ask(request)
                assert answer.status == expected, (answer.status, request, answer.body)
                done += 1
        return done

    with ThreadPoolExecutor(clients) as pool:
        started = time.perf_counter()
        ends = started + seconds
        done = sum(pool.map(client, range(clients)))
        return done / (time.perf_counter() - started)


def post_seconds(
    port: int,
    token: str,
    address: str,
    bodies: Sequence[dict[str, Any]],
    *,
    clients: int,
) -> list[float]:
    """Seconds of wall time that each POST took, `clients` of them at once."""

    def post(body: dict[str, Any]) -> float:
        with Asker(port, token) as asker:
            started = time.perf_counter()
            answer = asker.post(address, body)
            took = time.perf_counter() - started
        assert answer.status == HTTPStatus.OK, (answer.status, answer.body)
        return took

    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(post, bodies))
