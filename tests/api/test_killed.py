"""A server killed with -9 in the middle of POST /articles/: who repeats loses nothing.

The act has several transactions, so the Idempotency-Key cannot make it one. What makes
a repeat harmless: the same content is the same article, and what was not read is read.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from claims.models import Claim, Link, Statement
from factcheck.operations.idempotency import TAKEN_OVER_AFTER
from factcheck.operations.models import AuditEntry, IdempotencyKey
from factcheck.operations.roles import Role
from sources.models import Article, ArticleVersion, Outlet
from tests.api.asking import Api, refused, token_for
from tests.architecture.tree import ROOT
from tests.db.fakes import LineEngine
from tests.db.workers import WAIT_SECONDS, environment
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

KEY = "a-night-run"
ROWS = [
    {"external_id": f"x{n}", "outlet": f"Paper {n}", "text": f"Mill closed {number}"}
    for n, number in enumerate((40, 40, 60))
]
MODELS = (Outlet, Article, ArticleVersion, Statement, Link, Claim)


def counted() -> list[int]:
    return [model._default_manager.count() for model in MODELS]


def kill(where: str, token: str, body: Any, folder: Path) -> None:
    """Send the body to a server that dies there."""
    given = environment(folder, redis="", schedule="factcheck.schedule")
    program = subprocess.run(
        [sys.executable, "-m", "tests.api.killed", where, token, KEY],
        cwd=ROOT,
        env=given | {"ALLOWED_HOSTS": "testserver,localhost", "HTTPS": "0"},
        input=json.dumps(body).encode(),
        capture_output=True,
        timeout=WAIT_SECONDS,
        check=False,
    )
    assert program.returncode == -signal.SIGKILL, program.stderr.decode()


@pytest.mark.parametrize(
    ("body", "where", "left", "whole"),
    [
        (ROWS, "store", [1, 1, 1, 0, 0, 0], [3, 3, 3, 3, 3, 1]),
        (ROWS, "read", [3, 3, 3, 0, 0, 0], [3, 3, 3, 3, 3, 1]),
        (ROWS, "link", [3, 3, 3, 3, 0, 0], [3, 3, 3, 3, 3, 1]),
        (ROWS, "answer", [3, 3, 3, 3, 3, 1], [3, 3, 3, 3, 3, 1]),
        (ROWS[0], "read", [1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 0, 0]),
        (ROWS[0], "answer", [1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 0, 0]),
    ],
)
def test_the_repeat_ends_what_was_begun(
    body: Any,
    where: str,
    left: list[int],
    whole: list[int],
    tmp_path: Path,
    lines: LineEngine,
) -> None:
    token = token_for(UserFactory(role=Role.EDITOR), "ingest", "read")
    api = Api(token, **{"Idempotency-Key": KEY})
    kill(where, token, body, tmp_path)
    assert counted() == left

    told = refused(api.post("articles/", body), 409)
    assert told["code"] == "idempotency_in_progress", "the first may live yet"
    IdempotencyKey.objects.update(at=timezone.now() - TAKEN_OVER_AFTER - timedelta(1))
    answer = api.post("articles/", body)
    assert answer.status_code == 200, answer.content
    rows = answer.json().get("results", [answer.json()])
    said = ["unchanged"] * left[1] + ["created"] * (len(rows) - left[1])
    assert [row["stored"] for row in rows] == said
    read = [row.get("counts", row)["statements"] for row in rows]
    assert read == [1] * len(rows)

    assert counted() == whole
    made = AuditEntry.objects.filter(verb__in=["article.create", "article.version"])
    assert made.count() == 2 * len(rows)
    assert all(made.values_list("token_key", flat=True)), "each tells of the token"
    again = api.post("articles/", body)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.json() == answer.json()
