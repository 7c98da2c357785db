"""Jobs of numbers, forgotten after each test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.db import job_kinds


@pytest.fixture(autouse=True)
def kinds(settings: Any) -> Iterator[None]:
    settings.SCHEDULE = "tests.db.job_kinds"
    yield
    job_kinds.calls.clear()
    job_kinds.meanwhile.clear()
