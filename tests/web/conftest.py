"""The newsroom that the pages are tested on."""

import pytest

from tests.web.newsroom import Newsroom, make_newsroom


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return make_newsroom()
