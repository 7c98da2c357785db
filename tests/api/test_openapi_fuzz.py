"""Hostile requests made from the API's own description: none may crash it.

Schemathesis makes them, valid and broken ones, for every operation; the answer must be
one that the description names, and never a 5xx. An administrator's program with every
scope asks, so that no request stops at a refusal of its rights.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import status_code_conformance

from factcheck.operations.roles import Role
from factcheck.wsgi import application
from tests.api.asking import token_for
from tests.db.fakes import LineEngine
from tests.factories import UserFactory
from tests.web.newsroom import make_newsroom

pytestmark = pytest.mark.django_db

# Requests an operation: enough that each kind of broken value comes up.
EXAMPLES = 12

DESCRIPTION = Path(__file__).parents[2] / "docs" / "openapi.yaml"
api = schemathesis.openapi.from_path(str(DESCRIPTION))
api.app = application


@pytest.fixture(autouse=True)
def kept_connection() -> Iterator[None]:
    """A request in the process of the test must not close the test's connection."""
    ends = (signals.request_started, signals.request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


@pytest.fixture
def bearer(db: None) -> str:
    make_newsroom()
    root = UserFactory(role=Role.ADMINISTRATOR, is_staff=True)
    return token_for(root, "read", "ingest", "review", "curate")


@api.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_crashes_it(case: Any, bearer: str, lines: LineEngine) -> None:
    case.call_and_validate(
        headers={"Authorization": f"Bearer {bearer}", "Host": "localhost"},
        checks=[not_a_server_error, status_code_conformance],
    )
