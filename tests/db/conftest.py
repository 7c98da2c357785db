"""The newsroom of the tests, for those that need one with articles and claims."""

from __future__ import annotations

import pytest

from tests.web.newsroom import Newsroom, make_newsroom


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return make_newsroom()
