"""Files of claims as a program gets them, and as our example reads them again."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

from claims.jobs.exporting import KIND
from factcheck.operations.jobs.queue import run_chunk
from factcheck.operations.models import Job
from tests.api.asking import Api
from tests.architecture.tree import ROOT

sys.path.insert(0, str(ROOT / "docs" / "examples"))

import read_claims


def exported(api: Api, shape: str, query: str = "") -> str:
    """The text of the file, made by a worker."""
    answer = api.post("exports/", {"format": shape, "query": query})
    assert answer.status_code == 202, answer.content
    job = Job.objects.get(pk=answer.json()["id"], kind=KIND)
    for chunk in job.chunks.all():
        run_chunk.call(chunk.pk)
    file = api.get(f"jobs/{job.pk}/file/")
    assert file.status_code == 200, file.content
    return b"".join(file.streaming_content).decode()


def rows_of(api: Api, shape: str, query: str = "") -> list[dict[str, Any]]:
    return read_claims.READERS[f".{shape}"](exported(api, shape, query))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
