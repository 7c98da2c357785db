"""A receiver of webhooks on this machine, as good or as bad as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Act = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True, slots=True)
class Got:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Receiver:
    """What came in so far, and what is answered from now on."""

    port: int = 0
    got: list[Got] = field(default_factory=list)
    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    act: Act | None = None
    quiet: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            got = Got(self.path, dict(self.headers), self.rfile.read(length))
            receiver.got.append(got)
            if receiver.act is not None:
                receiver.act(self)
                return
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(receiver.body)))
            self.end_headers()
            self.wfile.write(receiver.body)

        do_GET = do_POST

    return Handler


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver that listens until the block ends; whoever is served is let go."""
    receiver = Receiver()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(receiver))
    receiver.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.quiet.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


def dripping(receiver: Receiver) -> Act:
    """Headers that never end: a byte now and then, until the test is over."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        try:
            while not receiver.quiet.wait(0.05):
                handler.wfile.write(b"x")
                handler.wfile.flush()
        except OSError:
            pass
        handler.close_connection = True

    return act


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A body that goes on until the other side hangs up."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    try:
        while True:
            handler.wfile.write(b"y" * 65_536)
    except OSError:
        pass
    handler.close_connection = True


def informing(handler: BaseHTTPRequestHandler) -> None:
    """One "still at it" after the other, and never an answer."""
    try:
        while True:
            handler.wfile.write(b"HTTP/1.1 102 Processing\r\n\r\n" * 100)
    except OSError:
        pass
    handler.close_connection = True


def babbling(handler: BaseHTTPRequestHandler) -> None:
    """Not HTTP at all."""
    handler.wfile.write(b"220 mail ready\r\n")
    handler.close_connection = True


def hanging_up(handler: BaseHTTPRequestHandler) -> None:
    """No answer, the line goes dead."""
    handler.close_connection = True
