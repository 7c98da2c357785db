"""Two importers bring the same article at the same moment."""

from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from django.db import connection

from sources.models import Article, ArticleVersion, Outlet
from sources.parsing.identity import text_hash
from sources.parsing.types import ParsedArticle
from sources.selectors import article_plan
from sources.services import article_store, articles

pytestmark = pytest.mark.django_db(transaction=True)

IMPORTERS = 2
# Where one transaction keeps the others out (SQLite) nobody comes to the meeting.
MEETING_SECONDS = 0.5


def parsed(text, external_id="h-1"):
    return ParsedArticle(
        external_id=external_id,
        text=text,
        text_hash=text_hash(text),
        outlet="Harbour Post",
    )


@pytest.fixture
def store_at_once(monkeypatch):
    """Stores articles in as many threads; each looks before any of them writes."""
    meeting = Barrier(IMPORTERS)

    def plan(article):
        planned = article_plan(article)
        with suppress(BrokenBarrierError):
            meeting.wait(MEETING_SECONDS)
        return planned

    def store(*all_parsed):
        results, errors = [], []

        def work(one):
            try:
                results.append(article_store(parsed=one).status)
            except Exception as error:
                errors.append(error)
            finally:
                connection.close()

        monkeypatch.setattr(articles, "article_plan", plan)
        threads = [Thread(target=work, args=(one,)) for one in all_parsed]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors == []
        return sorted(results)

    return store


def test_one_article(store_at_once):
    assert store_at_once(*[parsed("Words.")] * IMPORTERS) == ["created", "unchanged"]
    assert (Outlet.objects.count(), Article.objects.count()) == (1, 1)
    assert ArticleVersion.objects.count() == 1


def test_one_outlet_of_two_articles(store_at_once):
    both = store_at_once(parsed("Words.", "h-1"), parsed("More words.", "h-2"))
    assert both == ["created", "created"]
    assert (Outlet.objects.count(), Article.objects.count()) == (1, 2)


def test_one_next_version(store_at_once):
    article_store(parsed=parsed("Words."))
    both = store_at_once(*[parsed("Other words.")] * IMPORTERS)
    assert both == ["new version", "unchanged"]
    assert ArticleVersion.objects.count() == 2


def test_two_next_versions(store_at_once):
    article_store(parsed=parsed("Words."))
    both = store_at_once(parsed("Other words."), parsed("Third words."))
    assert both == ["new version", "new version"]
    numbers = ArticleVersion.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3]
    assert Article.objects.get().current_version.number == 3
