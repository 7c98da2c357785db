"""The bench measures what it says: a table that holds together, answers that count."""

from __future__ import annotations

import json
from datetime import date

import pytest

from claims.engine import load_engine
from claims.models import BlockKey, Claim, FacetComparison, Link, Statement
from claims.records import load_records
from claims.services.pipeline import pending_versions
from factcheck.operations.models import AuditEntry
from sources.models import Article
from tests.perf import articles, served, stock
from tests.perf.articles import WORDS, Generated
from tests.perf.bare import BARE, KNOWN
from tests.perf.drafts import drafts
from tests.perf.place import beside
from tests.perf.renamed import renaming
from tests.perf.served import Waited

TELLINGS = (
    "Mayor Orla Kasprel closed the Tevrin bridge for 40 minutes on 5 March 2025.",
    "Mayor Orla Kasprel closed the Tevrin bridge for three hours on 5 March 2025.",
)


@pytest.fixture
def stored(monkeypatch, tmp_path):
    """Articles that tell of one thing, imported as the bench does it."""
    day = date(2025, 3, 6)
    told = [
        Generated(f"a-{n}", f"Outlet {n}", day, "Tevrin and its bridge", text)
        for n, text in enumerate(TELLINGS)
    ]
    monkeypatch.setattr(stock, "generate", lambda number: (told[:number], []))
    stock.import_articles(2, tmp_path)
    return Statement.objects.count()


@pytest.mark.django_db
def test_copies_hold_together(stored):
    assert stock.growth().reach(3 * stored) == 3 * stored
    assert Article.objects.count() == 6
    for row in Statement.objects.select_related("version"):
        assert row.version.text[row.start : row.end] == row.quote
        record = load_records([row.pk])[row.pk].record
        keys = BlockKey.objects.filter(statement_id=row.pk).values_list(
            "key", flat=True
        )
        assert set(keys) == load_engine().block_keys(record)
        for facet in record.facets:
            assert record.text[facet.start : facet.end] == facet.text
    assert Statement.objects.values("quote").distinct().count() == 3 * stored
    assert not pending_versions(engine_version=load_engine().version).exists()


@pytest.mark.django_db
def test_what_hangs_on_them_is_copied(stored):
    first = Link.objects.get()
    compared = FacetComparison.objects.count()
    noted = AuditEntry.objects.filter(verb="claim.found").count()
    stock.growth().reach(3 * stored)
    assert FacetComparison.objects.count() == 3 * compared
    assert AuditEntry.objects.filter(verb="claim.found").count() == 3 * noted
    assert [link.relation for link in Link.objects.all()] == [first.relation] * 3
    claims = [
        set(c.statements.values_list("pk", flat=True)) for c in Claim.objects.all()
    ]
    pairs = [{link.low_id, link.high_id} for link in Link.objects.all()]
    assert claims == pairs
    assert len({claim.title for claim in Claim.objects.all()}) == 3


@pytest.mark.django_db
def test_growing_goes_on_where_it_stopped(stored):
    growth = stock.growth()
    assert growth.reach(stored) == stored
    assert growth.reach(stored + 1) == 2 * stored
    assert growth.reach(2 * stored + 1) == 3 * stored


def test_a_name_turns_into_another_of_its_length():
    names = {"Kasprel", "Tevrin"}
    once, twice = renaming(names, 1), renaming(names, 2)
    text = "Kasprel's deputies left Tevrin for the bridge."
    assert len(once(text)) == len(text)
    assert once(text).endswith(" for the bridge.")
    assert len({text, once(text), twice(text)}) == 3


@pytest.mark.django_db
def test_drafts_are_of_500_words_and_every_one_another(tmp_path):
    stock.import_articles(4, tmp_path)
    made = drafts(4, seed=3)
    assert made == drafts(4, seed=3)
    assert len({draft["text"] for draft in made}) == 4
    printed = [article.text for article in articles.generate(4)[0]]
    for draft in made:
        assert WORDS <= len(draft["text"].split()) < WORDS + 250
        assert sum(draft["text"].split("\n\n")[0] in text for text in printed) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.urls("tests.perf.bare")
def test_everything_is_answered(tmp_path, live_server):
    stock.import_articles(6, tmp_path)
    token, port = stock.token(), live_server.thread.port
    found = served.measure(port, token, number=2, seconds=0.02)
    assert found.statements == Statement.objects.count()
    assert {len(w.seconds) for w in (found.cpu, found.alone, found.together)} == {2}
    assert all(read.rate > 0 and read.bare > 0 for read in found.reads)
    assert len({read.name for read in found.reads}) == len(found.reads)


@pytest.mark.django_db
@pytest.mark.urls("tests.perf.bare")
@pytest.mark.parametrize(("address", "status"), [(BARE, 200), (KNOWN, 401)])
def test_bare_views(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    if status == 200:
        assert set(json.loads(answer.content)) == {"id", "title"}


@pytest.mark.parametrize(
    ("share", "seconds"), [(0.95, 19), (0.5, 10), (1.0, 20), (0.01, 1)]
)
def test_what_a_share_took_at_most(share, seconds):
    assert Waited(list(range(20, 0, -1))).within(share) == seconds


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("postgres://me:pw@host:5433/desk", "postgres://me:pw@host:5433/bench"),
        ("postgres://me@//run/sockets/desk", "postgres://me@//run/sockets/bench"),
        ("postgres://h/desk?sslmode=require", "postgres://h/bench?sslmode=require"),
    ],
)
def test_another_database_of_the_server(url, other):
    assert beside(url, "bench") == other
