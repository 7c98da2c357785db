"""The newsroom that the pages are tested on."""

import pytest
from django.test import Client

from factcheck.operations.models import User
from tests.web.newsroom import Newsroom, a_person, make_newsroom


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return make_newsroom()


@pytest.fixture
def editor(db: None) -> User:
    return a_person("Ada Moreau")


@pytest.fixture
def desk(client: Client, newsroom: Newsroom) -> Client:
    """Where the editor of the newsroom is logged in."""
    client.force_login(newsroom.editor)
    return client
