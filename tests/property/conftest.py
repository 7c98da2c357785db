"""Properties run the same examples every time: a failure is never a matter of luck."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from claims.engine import Engine, load_engine

settings.register_profile(
    "deterministic",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("deterministic")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine()
