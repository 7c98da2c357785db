"""Writing statements: rows keep their ids and words, editors keep their work."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import (
    AttributionHop,
    BlockKey,
    ClaimMember,
    Link,
    Name,
    Origin,
    Statement,
    StatementFacet,
)
from claims.services.extraction import Read, Written, statements_write
from sources.models import Article, ArticleVersion
from tests import factories as f
from tests.db.fakes import ENGINE, LineEngine, print_text

pytestmark = pytest.mark.django_db

CUT_ALL = LineEngine(version="lines 2", cut_all=True)


def write(version: ArticleVersion, engine: LineEngine = ENGINE) -> Written:
    records = engine.extract(version.text, published=version.article.published_date)
    [written] = statements_write(
        reads=[Read(version, records)], engine_version=engine.version
    )
    return written


def rows(article: Article) -> dict[str, Statement]:
    return {row.quote: row for row in Statement.objects.filter(article=article)}


def states(article: Article) -> dict[str, str]:
    return {quote: row.state for quote, row in rows(article).items()}


def test_first_extraction() -> None:
    version = print_text("Mill closed 40 says Venn\n\nQuay opened 7")
    written = write(version)
    mill, quay = (Statement.objects.get(pk=pk) for pk in written.printed)
    assert (mill.quote, mill.start, mill.end) == ("Mill closed 40 says Venn", 0, 24)
    assert version.text[quay.start : quay.end] == quay.quote
    assert (quay.version, quay.first_version) == (version, version)
    assert (quay.nth, quay.state, quay.engine_version) == (0, "printed", "lines 1")
    assert mill.frames["lemmas"] == ["mill", "closed", "40", "says", "venn"]
    assert mill.origin.key == "interview|venn||"
    assert mill.hops.get().speaker == "venn"
    facet = mill.facets.get()
    assert (facet.text, facet.number, facet.by) == ("40", Decimal(40), "engine")
    assert quay.origin is None
    assert written.created == set(written.printed)
    assert BlockKey.objects.filter(statement_id=mill.pk).exists()


def test_again_changes_nothing() -> None:
    version = print_text(
        "Mill closed 40 says Venn\nQuay opened 7\nMill closed 40 says Venn"
    )
    first = write(version)
    before = list(Statement.objects.order_by("pk").values())
    keys = set(BlockKey.objects.values_list("key", "statement_id"))
    second = write(version)
    assert second.printed == first.printed
    assert not second.created
    assert list(Statement.objects.order_by("pk").values()) == before
    assert set(BlockKey.objects.values_list("key", "statement_id")) == keys
    assert StatementFacet.objects.count() == 3
    assert AttributionHop.objects.count() == 2
    assert Origin.objects.count() == 1


def test_repeated_words_are_counted() -> None:
    version = print_text("Mill closed 40\nMill closed 40")
    write(version)
    assert sorted(Statement.objects.values_list("nth", "start")) == [(0, 0), (1, 15)]


def test_new_engine_version_keeps_the_row() -> None:
    version = print_text("Mill closed 40")
    (pk,) = write(version).printed
    old = StatementFacet.objects.get()
    assert write(version, CUT_ALL).printed == (pk,)
    row = Statement.objects.get()
    assert row.engine_version == "lines 2"
    assert StatementFacet.objects.get().pk != old.pk


def test_words_no_longer_cut_are_deleted() -> None:
    version = print_text("Mill closed 40\n-Quay opened 7")
    write(version, CUT_ALL)
    written = write(version)
    assert list(rows(version.article)) == ["Mill closed 40"]
    assert len(written.deleted) == 1
    assert not BlockKey.objects.filter(statement_id__in=written.deleted).exists()


def trace(kind: str, row: Statement) -> None:
    user = f.UserFactory()
    if kind == "facet":
        f.FacetFactory(statement=row, by="editor", start=0, end=4)
    elif kind == "hop":
        f.HopFactory(statement=row, by="editor")
    elif kind == "link":
        f.LinkFactory(low=row, by="editor", state="rejected")
    elif kind == "comparison":
        f.ComparisonFactory(link=f.LinkFactory(high=row), by="editor")
    elif kind == "member":
        f.MemberFactory(statement=row, by="editor", state="out")
    elif kind == "claim":
        f.MemberFactory(statement=row, claim__touched_at=f.NOON)
    elif kind == "hidden":
        Statement.objects.filter(pk=row.pk).update(hidden_by=user)
    elif kind == "origin":
        Statement.objects.filter(pk=row.pk).update(origin_by="editor")


TRACES = ["facet", "hop", "link", "comparison", "member", "claim", "hidden", "origin"]


@pytest.mark.parametrize("kind", TRACES)
def test_words_no_longer_cut_are_retired_with_a_trace(kind: str) -> None:
    version = print_text("Mill closed 40\n-Quay opened 7")
    write(version, CUT_ALL)
    row = rows(version.article)["-Quay opened 7"]
    trace(kind, row)
    written = write(version)
    assert written.retired == {row.pk}
    assert states(version.article) == {
        "Mill closed 40": "printed",
        "-Quay opened 7": "retired",
    }
    assert not BlockKey.objects.filter(statement_id=row.pk).exists()
    assert write(version, CUT_ALL).retired == set()
    assert states(version.article)["-Quay opened 7"] == "printed"


def test_what_the_engine_hung_on_a_deleted_row_goes_with_it() -> None:
    version = print_text("-Quay opened 7 says Venn")
    write(version, CUT_ALL)
    row = Statement.objects.get()
    link = f.ComparisonFactory(link=f.LinkFactory(low=row)).link
    member = f.MemberFactory(statement=row)
    written = write(version)
    assert written.deleted == {row.pk}
    assert written.affected == {link.high_id} - {row.pk} or {link.low_id} - {row.pk}
    assert written.affected_claims == {member.claim_id}
    assert not Link.objects.exists()
    assert not ClaimMember.objects.exists()


def test_new_version_moves_rows() -> None:
    first = print_text("Mill closed 40\nQuay opened 7")
    write(first)
    old = {quote: row.pk for quote, row in rows(first.article).items()}
    second = print_text("Update\nQuay opened 7\nMill closed 40", article=first.article)
    written = write(second)
    now = rows(first.article)
    assert {quote: now[quote].pk for quote in old} == old
    assert {row.version_id for row in now.values()} == {second.pk}
    assert now["Quay opened 7"].first_version == first
    assert now["Update"].first_version == second
    assert written.created == {now["Update"].pk}
    for row in now.values():
        assert second.text[row.start : row.end] == row.quote


def test_words_that_are_gone_are_orphaned_and_may_return() -> None:
    first = print_text("Mill closed 40\nQuay opened 7")
    write(first)
    quay = rows(first.article)["Quay opened 7"]
    second = print_text("Mill closed 40", article=first.article)
    assert write(second).orphaned == {quay.pk}
    gone = Statement.objects.get(pk=quay.pk)
    assert (gone.state, gone.version) == ("orphaned", first)
    assert not BlockKey.objects.filter(statement_id=quay.pk).exists()
    assert write(second).orphaned == set()
    third = print_text("Quay opened 7\nMill closed 40", article=first.article)
    write(third)
    back = Statement.objects.get(pk=quay.pk)
    assert (back.state, back.version, back.start) == ("printed", third, 0)


def test_a_changed_word_is_another_statement() -> None:
    first = print_text("Mill closed 40")
    write(first)
    second = print_text("Mill closed 41", article=first.article)
    write(second)
    assert states(first.article) == {
        "Mill closed 40": "orphaned",
        "Mill closed 41": "printed",
    }


def test_typography_is_not_a_change() -> None:
    first = print_text("Mill closed “40”")
    write(first)
    second = print_text('Mill closed "40"', article=first.article)
    write(second)
    row = Statement.objects.get()
    assert (row.quote, row.state, row.version) == (
        "Mill closed “40”",
        "printed",
        second,
    )


def test_repetition_that_cannot_be_told_is_orphaned() -> None:
    first = print_text("Mill closed 40")
    write(first)
    second = print_text(
        "Aa\nMill closed 40\nBb\nMill closed 40\nCc", article=first.article
    )
    written = write(second)
    rows_now = Statement.objects.filter(words_hash=Statement.objects.first().words_hash)
    assert sorted(rows_now.values_list("nth", "state")) == [
        (0, "orphaned"),
        (1, "printed"),
        (2, "printed"),
    ]
    assert len(written.orphaned) == 1


def test_editors_facets_and_hops_stay() -> None:
    version = print_text("Mill closed 40 says Venn")
    (pk,) = write(version).printed
    row = Statement.objects.get(pk=pk)
    facet = f.FacetFactory(statement=row, by="editor", kind="count", start=12, end=14)
    hop = f.HopFactory(statement=row, by="editor", speaker="The guild")
    own = f.OriginFactory()
    Statement.objects.filter(pk=pk).update(origin=own, origin_by="editor")
    write(version, CUT_ALL)
    facet.refresh_from_db()
    hop.refresh_from_db()
    assert Statement.objects.get().origin == own


def test_names_are_found_again() -> None:
    first = f.StatementFactory()
    for _ in range(2):
        version = f.ArticleVersionFactory(text="Orla Venn spoke.")
        record = f.person_record("Orla Venn spoke.", "Orla Venn", value="orla venn")
        statements_write(reads=[Read(version, [record])], engine_version="t")
    name = Name.objects.get()
    assert (name.kind, name.canonical) == ("person", "Orla Venn")
    assert (name.variants.get().key, name.variants.get().by) == ("orla venn", "engine")
    assert name.facets.count() == 2
    assert not first.facets.exists()


def test_a_merged_name_stands_for_the_other() -> None:
    kept = f.NameFactory()
    f.NameVariantFactory(
        name=f.NameFactory(merged_into=kept), key="orla venn", text="Orla Venn"
    )
    version = f.ArticleVersionFactory(text="Orla Venn spoke.")
    record = f.person_record("Orla Venn spoke.", "Orla Venn", value="orla venn")
    statements_write(reads=[Read(version, [record])], engine_version="t")
    assert StatementFacet.objects.get().name == kept


def test_cited_outlet_is_known_by_its_alias() -> None:
    outlet = f.OutletAliasFactory(value="dock gazette").outlet
    version = f.ArticleVersionFactory(text="Mill closed.")
    record = f.cited_record("Mill closed.", outlet="Dock Gazette")
    statements_write(reads=[Read(version, [record])], engine_version="t")
    hop = AttributionHop.objects.get()
    assert (hop.cited_text, hop.cited_outlet) == ("Dock Gazette", outlet)


def queries_of_writing(number: int, again: bool) -> int:  # noqa: FBT001
    text = "\n".join(f"Mill{n} closed {n} says Venn{n}" for n in range(number))
    version = print_text(text)
    if again:
        write(version)
    with CaptureQueriesContext(connection) as queries:
        write(version)
    return len(queries)


@pytest.mark.parametrize("again", [False, True], ids=["new", "again"])
def test_queries_do_not_grow(again: bool) -> None:  # noqa: FBT001
    assert queries_of_writing(3, again) == queries_of_writing(30, again)
