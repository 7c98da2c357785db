"""Opening a connection to an address that somebody else has named.

A name is looked up once, every address it has is checked, and such an address is
dialled, so that a name cannot lead elsewhere the second time (DNS rebinding). URL, Host
header, server name and certificate check stay those of the name. No redirect is
followed, no proxy of the environment is asked, nothing is unpacked, and every exchange
has an end in time and in bytes, however slowly or however much the other side sends.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore2
from django.utils.encoding import iri_to_uri

from factcheck.operations.network.addresses import AddressRefused, check_ip

# Seconds. A receiver that only takes note answers within one; Standard Webhooks
# recommends senders to wait 15 to 30, which a row of dead receivers would make hours.
CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 10.0
# Bytes of an answer that are read at all, headers and body: it is for a log.
MOST_READ = 64 * 1024
# The first port that needs no special right: below it only those of the web, or a
# "web hook" could speak to mail and name servers.
FIRST_FREE_PORT = 1024
PORTS = {"http": 80, "https": 443}

HOST = re.compile(r"[A-Za-z0-9._-]{1,253}")
UNPRINTED = re.compile(r"[\x00-\x20\x7f]")

Resolve = Callable[[str, int], list[str]]


class NotAnswered(Exception):
    """The exchange failed: nobody there, too slow, not HTTP."""


@dataclass(frozen=True, slots=True)
class Target:
    """An http or https address, taken apart. host_header: as the URL writes it."""

    scheme: str
    host: str
    port: int
    path: str
    host_header: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. body: its beginning, at most as many bytes as were asked for."""

    status: int
    body: bytes


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a name, as the system knows them; raises NotAnswered."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotAnswered(f"The host {host} cannot be found.") from error
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


def target_of(url: str) -> Target:
    """Take an address apart; raises AddressRefused for what we never send to."""
    if UNPRINTED.search(url):
        raise AddressRefused("An address has no spaces and no control characters.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused("This is no address of the web.") from error
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    if scheme not in PORTS:
        raise AddressRefused("An address begins with https:// or http://.")
    if "@" in parts.netloc:
        raise AddressRefused("Names and passwords do not belong into an address.")
    if ":" not in host and not HOST.fullmatch(host):
        raise AddressRefused("A host is written in ASCII, as example.org or xn--….")
    if "%" in host:
        raise AddressRefused("This is no address of the web.")
    port = PORTS[scheme] if port is None else port
    if port < FIRST_FREE_PORT and port not in PORTS.values():
        raise AddressRefused(f"Nothing is sent to port {port}.")
    path = iri_to_uri(parts.path or "/") + (
        f"?{iri_to_uri(parts.query)}" if parts.query else ""
    )
    return Target(scheme, host, port, path, parts.netloc)


def check_address(
    url: str, *, allow_private: bool = False, resolve: Resolve | None = None
) -> list[str]:
    """The addresses that the URL leads to, all of them checked, in their order.

    Raises AddressRefused if any of them is not to be dialled; NotAnswered when the name
    is unknown.
    """
    target = target_of(url)
    return _vetted(target.host, target.port, resolve or look_up, private=allow_private)


def _vetted(host: str, port: int, resolve: Resolve, *, private: bool) -> list[str]:
    found = [check_ip(ip, allow_private=private) for ip in resolve(host, port)]
    if not found:
        raise NotAnswered(f"The host {host} cannot be found.")
    return found


class _Bounded(httpcore2.NetworkStream):
    """A stream that ends at a moment, and after so many bytes read."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline
        self._left = MOST_READ

    def _seconds(self) -> float:
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise httpcore2.ReadTimeout("The time is over.")
        return seconds

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._left <= 0:
            raise httpcore2.ReadError("The answer is too long.")
        data = self._inner.read(min(max_bytes, self._left), self._seconds())
        self._left -= len(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._seconds())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        self._inner = self._inner.start_tls(
            ssl_context, server_hostname, self._seconds()
        )
        return self

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Checked(httpcore2.NetworkBackend):
    """Dials what it has looked up and checked itself, never a name."""

    def __init__(self, resolve: Resolve, deadline: float, *, private: bool) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._private = private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: Exception = httpcore2.ConnectTimeout("The time is over.")
        for ip in _vetted(host, port, self._resolve, private=self._private):
            seconds = min(CONNECT_SECONDS, self._deadline - time.monotonic())
            if seconds <= 0:
                break
            try:
                stream = self._plain.connect_tcp(
                    ip, port, seconds, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error  # the next one: not every host has a way by IPv6
            else:
                return _Bounded(stream, self._deadline)
        raise failed


def post(
    url: str,
    *,
    body: bytes,
    headers: Mapping[str, str],
    allow_private: bool = False,
    excerpt: int = MOST_READ,
    seconds: float = TOTAL_SECONDS,
    resolve: Resolve | None = None,
) -> Answer:
    """POST a body; the status and the first `excerpt` bytes of what comes back.

    A status of any kind is an answer, a redirect too. Raises AddressRefused before
    anything is sent, NotAnswered when there was no answer in time.
    """
    target = target_of(url)
    deadline = time.monotonic() + seconds
    backend = _Checked(resolve or look_up, deadline, private=allow_private)
    every = {"Host": target.host_header, **headers, "Content-Length": str(len(body))}
    try:
        with (
            httpcore2.ConnectionPool(network_backend=backend, retries=0) as pool,
            pool.stream(
                "POST",
                httpcore2.URL(
                    scheme=target.scheme,
                    host=target.host,
                    port=target.port,
                    target=target.path,
                ),
                headers=list(every.items()),
                content=body,
            ) as response,
        ):
            return Answer(response.status, _beginning(response, excerpt))
    except (httpcore2.TimeoutException, TimeoutError) as error:
        raise NotAnswered("No answer in time.") from error
    except (
        httpcore2.NetworkError,
        httpcore2.ProtocolError,
        ssl.SSLError,
        OSError,
    ) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise NotAnswered(f"No answer: {said}") from error


def _beginning(response: httpcore2.Response, most: int) -> bytes:
    """What is there of a body that breaks off or does not end counts as well."""
    found = b""
    try:
        for part in response.iter_stream():
            found += part
            if len(found) >= most:
                break
    except (
        httpcore2.TimeoutException,
        httpcore2.NetworkError,
        httpcore2.ProtocolError,
    ):
        pass
    return found[:most]
