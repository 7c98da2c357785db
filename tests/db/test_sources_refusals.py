"""What is refused is said in the language of whoever sent it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.utils.translation import override

from factcheck.operations.models import User
from factcheck.operations.roles import Role
from sources.services import (
    Refused,
    alias_value,
    article_restore,
    article_withdraw,
    outlet_resolve,
    submission_parse,
)
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

HANGUL = re.compile("[가-힣]")
ACTS: dict[str, Callable[[User], object]] = {
    "host": lambda _: alias_value(kind="domain", value="http://paper.example/"),
    "name": lambda _: alias_value(kind="name", value=" "),
    "no reason": lambda actor: article_withdraw(
        article=ArticleFactory(), reason=" ", actor=actor
    ),
    "long reason": lambda actor: article_withdraw(
        article=ArticleFactory(), reason="x" * 2_001, actor=actor
    ),
    "shown": lambda actor: article_restore(
        article=ArticleFactory(), reason="", actor=actor
    ),
    "field": lambda _: submission_parse(fields={"title": object()}),
    "bytes": lambda _: submission_parse(fields={"text": "x" * 20_000_000}),
    "outlet": lambda actor: outlet_resolve(name="", url="", actor=actor),
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("act", ACTS)
def test_a_refusal_is_in_the_readers_language(act: str, language: str) -> None:
    curator = UserFactory(role=Role.CURATOR)
    with override(language), pytest.raises(Refused) as refused:
        ACTS[act](curator)
    assert bool(HANGUL.search(refused.value.reason)) == (language == "ko")
