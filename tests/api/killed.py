"""A server that is killed while it answers: python -m tests.api.killed WHERE TOKEN KEY

It reads the body from its standard input and sends it to POST /articles/ of itself.
WHERE: store (the second article is about to be stored), read (all are stored, none is
read), link (statements are written, links are not), answer (all is done, and the answer
not kept yet).
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import django

django.setup()

from django.test import Client  # noqa: E402

from claims.api import arrivals, articles  # noqa: E402
from claims.services import arrivals as arriving  # noqa: E402
from claims.services import pipeline  # noqa: E402
from factcheck.operations.api import once  # noqa: E402
from tests.db.fakes import LineEngine  # noqa: E402

STORED: list[Any] = []
store = arriving.article_store


def killed(*_: Any, **__: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at_the_second(**given: Any) -> Any:
    if STORED:
        killed()
    STORED.append(given)
    return store(**given)


def main(where: str, token: str, key: str) -> None:
    articles.load_engine = arrivals.load_engine = lambda: LineEngine()
    if where == "store":
        arriving.article_store = killed_at_the_second
    elif where == "read":
        pipeline._process = killed
    elif where == "link":
        pipeline.links_write = killed
    else:
        once.finish = killed
    client = Client(
        headers={"Authorization": f"Bearer {token}", "Idempotency-Key": key}
    )
    client.post(
        "/api/v1/articles/", sys.stdin.buffer.read(), content_type="application/json"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
