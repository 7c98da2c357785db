"""A date of publication is corrected; what rests on it is read anew, whatever dies."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.models import ProcessingRun, Statement
from claims.services import dating
from claims.services.dating import date_correct
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests.db.fakes import ENGINE, publish, run_of
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    user: User = UserFactory(role=Role.EDITOR)
    return user


def published(version: Any) -> date | None:
    """What the statements were read against."""
    row = Statement.objects.get(version=version)
    return row.article.published_date if run_of(version).finished_at else None


def test_it_is_read_anew(editor: User) -> None:
    version = publish("Mill closed 40")
    first = run_of(version).finished_at
    article = version.article
    assert date_correct(
        actor=editor, article=article, published="2020-03-12", engine=ENGINE
    )
    assert published(version) == date(2020, 3, 12)
    assert run_of(version).finished_at > first
    second = run_of(version).finished_at
    assert not date_correct(
        actor=editor, article=article, published="2020-03-12", engine=ENGINE
    )
    assert run_of(version).finished_at == second, "nothing to do"
    assert AuditEntry.objects.filter(verb="article.correct_date").count() == 1


def test_who_asks_again_after_a_crash_has_it_read(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = publish("Mill closed 40")
    told = {"actor": editor, "article": version.article, "engine": ENGINE}

    def dies(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(dating, "process_version", dies)
        date_correct(published="2020-03-12", **told)
    assert run_of(version).finished_at is None
    assert not date_correct(published="2020-03-12", **told)
    assert published(version) == date(2020, 3, 12)


def test_an_article_without_a_text(editor: User) -> None:
    article = ArticleFactory()
    assert date_correct(
        actor=editor, article=article, published="2020-03-12", engine=ENGINE
    )
    assert not ProcessingRun.objects.exists()
