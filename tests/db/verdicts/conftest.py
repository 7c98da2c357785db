"""A disputed claim, and who decides on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.models import Claim
from factcheck.operations.roles import Role
from tests.web.newsroom import a_person

if TYPE_CHECKING:
    from factcheck.operations.models import User
    from tests.web.newsroom import Newsroom


@pytest.fixture
def claim(newsroom: Newsroom) -> Claim:
    Claim.objects.filter(pk=newsroom.call.pk).update(state=Claim.State.DISPUTED)
    return Claim.objects.get(pk=newsroom.call.pk)


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return a_person("Sal Senior", Role.SENIOR_EDITOR)
