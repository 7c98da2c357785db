"""The newsroom that the API is tested on, and clients that ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.api import arrivals, articles, outside
from claims.jobs import importing
from claims.jobs import outside as outside_job
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish
from factcheck.operations.api.throttles import COUNTERS
from factcheck.operations.roles import Role
from tests.api.asking import Api, token_for
from tests.db.fakes import LineEngine
from tests.web.newsroom import Newsroom, a_person, make_newsroom

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return make_newsroom()


@pytest.fixture
def published(newsroom: Newsroom) -> Newsroom:
    """A card with four reviews."""
    senior = a_person("Sam Senior", Role.SENIOR_EDITOR)
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    return newsroom


@pytest.fixture
def public(settings: SettingsWrapper) -> Api:
    """Nobody, while reading is public."""
    settings.PUBLIC_READ = True
    return Api()


@pytest.fixture
def editor(newsroom: Newsroom) -> Api:
    """The editor's program, with every scope."""
    return Api(token_for(newsroom.editor, "read", "ingest", "review", "curate"))


@pytest.fixture
def uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rate costs no query: the first request of a minute tells other processes."""
    monkeypatch.setattr(COUNTERS, "take", lambda caller, limit, now: 1)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> LineEngine:
    """Every line of a text is a statement, and no language model is loaded."""
    engine = LineEngine()
    for module in (articles, arrivals, importing, outside, outside_job):
        monkeypatch.setattr(module, "load_engine", lambda: engine)
    return engine
