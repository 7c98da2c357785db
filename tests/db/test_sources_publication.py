"""The date of publication, corrected by an editor."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Article
from sources.services import Refused, published_correct
from tests.factories import DAY, ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("published", "day", "precision", "at", "offset"),
    [
        ("2025-06-10", date(2025, 6, 10), "day", None, None),
        ("2025-06", date(2025, 6, 1), "month", None, None),
        ("", None, "none", None, None),
        (
            "2025-06-10T00:19-04:00",
            date(2025, 6, 10),
            "minute",
            datetime(2025, 6, 10, 4, 19, tzinfo=UTC),
            -240,
        ),
    ],
)
def test_as_exact_as_the_editor_says(published, day, precision, at, offset):
    article = ArticleFactory()
    editor = UserFactory(role=Role.EDITOR)
    assert published_correct(
        article=article, published=published, actor=editor, reason="print edition"
    )
    for row in (article, Article.objects.get()):
        assert (row.published_date, row.published_precision) == (day, precision)
        assert (row.published_at, row.utc_offset_minutes) == (at, offset)
        assert row.published_by == "editor"
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.actor) == ("article.correct_date", editor)
    assert entry.reason == "print edition"
    assert entry.before["published_date"] == DAY.isoformat()
    assert entry.after["published_precision"] == precision


def test_the_same_again_leaves_no_entry():
    article = ArticleFactory()
    editor = UserFactory(role=Role.EDITOR)
    assert published_correct(article=article, published="2025-06-10", actor=editor)
    assert not published_correct(article=article, published="2025-06-10", actor=editor)
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize("published", ["2025-02-30", "9998-01-01", "June 10, 2025"])
def test_refused(published):
    article = ArticleFactory()
    with pytest.raises(Refused):
        published_correct(
            article=article, published=published, actor=UserFactory(role=Role.EDITOR)
        )
    assert Article.objects.get().published_date == DAY
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("role", [Role.READER, None])
def test_who_may_not(role):
    article = ArticleFactory()
    with pytest.raises(PermissionDenied):
        published_correct(
            article=article, published="2025-06-10", actor=UserFactory(role=role)
        )
    assert Article.objects.get().published_date == DAY
