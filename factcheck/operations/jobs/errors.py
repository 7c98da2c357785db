"""What went wrong in a job, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.operations.models import Job

# Chunks whose errors are read at a time.
CHUNKS_AT_ONCE = 100


def errors_of(job: Job) -> Iterator[dict[str, Any]]:
    """{row, code, detail} in order; row is None for a whole chunk."""
    chunks = job.chunks.exclude(errors=[]).order_by("ordinal")
    for errors in chunks.values_list("errors", flat=True).iterator(CHUNKS_AT_ONCE):
        yield from errors
