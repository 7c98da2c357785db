"""What a program waits for: a draft checked, and the main reads beside a bare view.

Real requests to the real server, on a database of one size. A rate is told beside that
of a bare view asked right before, so that whatever else the machine does slows both;
beside the time that a draft waits stands what it costs in CPU time.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from os import getloadavg
from statistics import median
from typing import Any

from django.test import Client

from claims.models import Claim, Statement
from tests.perf.asking import HOST, Asked, Asker, post_seconds, rate
from tests.perf.bare import BARE, KNOWN
from tests.perf.drafts import drafts

CHECK = "/api/v1/check/"
CLIENTS = 4
# Drafts that are asked first, this many times four at once: both processes of the
# server then have the model.
WARMINGS = 3
# Rows that a read of one, or a search, takes turns with.
TURNS = 20


@dataclass(frozen=True, slots=True)
class Waited:
    """Seconds that drafts took, one after the other or several at once."""

    seconds: Sequence[float]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def slowest(self) -> float:
        return max(self.seconds)

    def within(self, share: float) -> float:
        """What that share of them took at most."""
        ordered = sorted(self.seconds)
        return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


@dataclass(frozen=True, slots=True)
class Read:
    """Answers a second, and those of the bare view right before."""

    name: str
    rate: float
    bare: float

    @property
    def times(self) -> float:
        """How many bare answers one costs."""
        return self.bare / self.rate


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of the database.

    cpu   seconds of CPU of drafts that this process answers; drafts alone and together
    load  of the machine when it was over: processes that ran or wanted to
    """

    statements: int
    cpu: Waited
    alone: Waited
    together: Waited
    load: float
    bare: float
    reads: list[Read] = field(default_factory=list)


def warm(port: int, token: str) -> float:
    """Seconds of the first draft of all, for which the server loads the model."""
    [first] = post_seconds(port, token, CHECK, drafts(1, seed=0), clients=1)
    for seed in range(1, WARMINGS + 1):
        post_seconds(port, token, CHECK, drafts(CLIENTS, seed), clients=CLIENTS)
    return first


def measure(port: int, token: str, *, number: int, seconds: float) -> Measured:
    """Drafts: `number` one after the other, as many at once; each read so long."""
    statements = Statement.objects.count()
    asked = drafts(3 * number, seed=statements)
    cpu = _cpu_seconds(token, asked[2 * number :])
    alone = post_seconds(port, token, CHECK, asked[:number], clients=1)
    together = post_seconds(
        port, token, CHECK, asked[number : 2 * number], clients=CLIENTS
    )
    reads = []
    for name, addresses in _reads(port, token).items():
        bare = _rate(port, token, [Asked(BARE)], seconds / 2)
        reads.append(Read(name, _rate(port, token, addresses, seconds), bare))
    return Measured(
        statements,
        Waited(cpu),
        Waited(alone),
        Waited(together),
        getloadavg()[0],
        median(each.bare for each in reads),
        reads,
    )


def _cpu_seconds(token: str, bodies: Sequence[dict[str, Any]]) -> list[float]:
    client = Client(headers={"Authorization": f"Bearer {token}", "Host": HOST})
    found = []
    for body in bodies:
        started = time.process_time()
        answer = client.post(CHECK, body, content_type="application/json")
        found.append(time.process_time() - started)
        assert answer.status_code == HTTPStatus.OK, answer.content
    return found


def _rate(port: int, token: str, asked: Sequence[Asked], seconds: float) -> float:
    return rate(port, token, asked, clients=CLIENTS, seconds=seconds)


def _reads(port: int, token: str) -> dict[str, list[Asked]]:
    """What is read, by its name in the table."""
    claims = Claim.objects.filter(merged_into=None).order_by("-pk")
    one = [f"/api/v1/claims/{claim.pk}/" for claim in claims[:TURNS]]
    words = [_word(claim.title) for claim in claims.exclude(title="")[:TURNS]]
    with Asker(port, token) as asker:
        held = [Asked(each, asker.get(each).header("etag")) for each in one]
        pages = "/api/v1/claims/"
        held_list = [Asked(pages, asker.get(pages).header("etag"))]
    return {
        "a bare view, token and throttle": [Asked(KNOWN)],
        "claims, 50": [Asked(pages)],
        "claims, 50, not modified": held_list,
        "claims, 50, that conflict": [Asked(f"{pages}?conflicts=true")],
        "one claim": [Asked(each) for each in one],
        "one claim, not modified": held,
        "links, 50": [Asked("/api/v1/links/")],
        "links, 50, conflicts": [Asked("/api/v1/links/?relation=conflicts")],
        "statements, 50": [Asked("/api/v1/statements/")],
        "changes, 50": [Asked("/api/v1/changes/")],
        "search of statements": [Asked(f"/api/v1/statements/?q={w}") for w in words],
        "search of claims": [Asked(f"/api/v1/claims/?q={word}") for word in words],
    }


def _word(title: str) -> str:
    """The longest word of a title that a search takes."""
    words = (word for word in title.split() if word.isascii() and word.isalpha())
    return max(words, key=len, default="")[:20]
