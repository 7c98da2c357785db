"""docs/examples/newsroom.py as a program of its own, against a running server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from claims.jobs.deliver import send_messages, write_messages
from claims.models import Claim
from factcheck.operations.jobs.engines import work
from factcheck.operations.models import Job, Webhook
from factcheck.operations.roles import Role
from sources.models import Article
from tests.api.asking import token_for
from tests.architecture.tree import ROOT
from tests.factories import UserFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.live_server_helper import LiveServer

# More than are answered at once: they become a job.
ARTICLES = 12
WAIT_SECONDS = 120
DRAFT = "Orla Venn called Tavi Rusk on 7 March 2025."


def an_article(number: int) -> dict[str, Any]:
    return {
        "external_id": f"night-{number}",
        "outlet": f"Quay Sheet {number % 3}",
        "title": f"Mill {number}",
        "text": f"Orla Venn called Tavi Rusk on March {6 + number % 2}.",
        "published": "2025-03-12",
        "language": "en",
    }


@pytest.mark.django_db(transaction=True)
def test_a_night_of_the_newsroom(live_server: LiveServer, tmp_path: Path) -> None:
    folder, draft = tmp_path / "articles", tmp_path / "draft.txt"
    folder.mkdir()
    for number in range(ARTICLES):
        file = folder / f"{number:02}.json"
        file.write_text(json.dumps(an_article(number)), "utf-8")
    draft.write_text(DRAFT, "utf-8")
    admin = UserFactory(role=Role.ADMINISTRATOR)
    program = subprocess.Popen(
        [
            sys.executable,
            "docs/examples/newsroom.py",
            *(str(folder), str(draft), "--port", "0", "--private"),
        ],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "FACTCHECK": f"{live_server.url}/api/v1",
            "TOKEN": token_for(admin, "read", "ingest", "curate"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    ends = time.monotonic() + WAIT_SECONDS
    try:
        while program.poll() is None and time.monotonic() < ends:
            work(until_empty=True)  # what a worker does
            write_messages()
            send_messages()
            time.sleep(0.1)
    finally:
        program.kill()
        out, said = program.communicate()
    assert program.returncode == 0, said
    assert Article.objects.count() == ARTICLES
    assert Job.objects.get().state == "done"
    assert Claim.objects.exists()
    assert f"conflicts: {DRAFT}" in out
    assert "verified: claim." in out
    assert not Webhook.objects.exists(), "it leaves nothing behind"
