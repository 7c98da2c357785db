"""One version from text to claims, done once, and never half."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from claims.facets.types import Kind, StatementRecord
from claims.models import (
    BlockKey,
    Claim,
    ClaimMember,
    FacetComparison,
    Link,
    ProcessingRun,
    Statement,
)
from claims.services.library import Library
from claims.services.pipeline import (
    Work,
    anchor,
    is_read,
    pending_versions,
    process_each,
    process_version,
    process_versions,
)
from sources.models import Article
from tests import factories as f
from tests.db.fakes import ENGINE, LineEngine, print_text, publish, run_of

pytestmark = pytest.mark.django_db


def pending(engine: LineEngine = ENGINE) -> list[int]:
    versions = pending_versions(engine_version=engine.version)
    return list(versions.values_list("pk", flat=True))


def test_the_whole_way() -> None:
    publish("Mill closed 40\nQuay opened 7")
    version = publish("Mill closed 60\nPier closed 1")
    run = run_of(version)
    assert run.finished_at is not None
    assert run.counts == {
        "statements": 2,
        "new": 2,
        "orphaned": 0,
        "retired": 0,
        "deleted": 0,
        "compared": run.counts["compared"],
        "links": 1,
        "new_links": 1,
        "dropped_links": 0,
    }
    claim = Claim.objects.get()
    assert claim.members.count() == 2
    assert (claim.conflicts, claim.outlets) == (1, 2)
    assert claim.title.startswith("Mill closed")


def test_a_finished_version_is_not_read_again() -> None:
    class Broken(LineEngine):
        def extract(self, text: str, **_: object) -> list[StatementRecord]:
            raise AssertionError("read again")

    version = publish("Mill closed 40")
    run = process_version(version, engine=Broken())
    assert run == run_of(version)
    with pytest.raises(AssertionError, match="read again"):
        process_version(version, engine=Broken(), again=True)


def test_what_is_pending() -> None:
    read = publish("Mill closed 40")
    new = print_text("Mill closed 60")
    newer = print_text("Mill closed 70", article=read.article)
    gone = print_text("Mill closed 80")
    Article.objects.filter(pk=gone.article.pk).update(
        withdrawn_at=f.NOON, withdrawn_reason="x"
    )
    assert pending() == [new.pk, newer.pk]
    for version in pending_versions(engine_version=ENGINE.version):
        process_version(version, engine=ENGINE)
    assert pending() == []
    assert pending(LineEngine(version="lines 2")) == [new.pk, newer.pk]


def test_a_withdrawn_article_is_left_alone() -> None:
    version = print_text("Mill closed 40", withdrawn_at=f.NOON, withdrawn_reason="x")
    assert process_version(version, engine=ENGINE) is None
    assert not ProcessingRun.objects.exists()
    assert not Statement.objects.exists()


@pytest.mark.parametrize("language", ["ko", "zh-Hans", "fr"])
def test_a_language_that_is_not_read(language: str) -> None:
    version = publish("Mill closed 40", language=language)
    run = run_of(version)
    assert run.counts == {"not_analysed": language}
    assert run.finished_at is not None
    assert not Statement.objects.exists()
    assert pending() == []


@pytest.mark.parametrize(
    ("language", "read"),
    [("en", True), ("en-GB", True), ("EN-us", True), ("", True), ("eng", False)],
)
def test_languages(language: str, read: bool) -> None:  # noqa: FBT001
    assert is_read(language) is read


def test_a_failure_leaves_a_note_and_the_work_to_do() -> None:
    class Failing(LineEngine):
        def relate(self, a: StatementRecord, b: StatementRecord) -> object:
            raise IntegrityError("out of order")

    publish("Mill closed 40")
    version = print_text("Mill closed 60")
    with pytest.raises(IntegrityError):
        process_version(version, engine=Failing())
    run = run_of(version)
    assert run.finished_at is None
    assert run.error == "IntegrityError: out of order"
    assert Statement.objects.filter(article=version.article).count() == 1
    assert not Link.objects.exists()
    assert pending() == [version.pk]
    process_version(version, engine=ENGINE)
    run.refresh_from_db()
    assert (run.error, Link.objects.count()) == ("", 1)


def test_records_read_beforehand_are_taken() -> None:
    version = print_text("Mill closed 40")
    records = ENGINE.extract("Mill closed 40")
    process_version(version, engine=LineEngine(), records=records)
    assert Statement.objects.get().quote == "Mill closed 40"


TEXTS = (
    "Mill closed 40\nQuay opened 7",
    "Mill closed 60\nQuay opened 7",
    "Mill shut 60\nPier fell 1\nPier sank 2",
)


def links() -> set[tuple[str, str, str]]:
    rows = Link.objects.values_list("low__quote", "high__quote", "relation")
    return set(rows)


def test_versions_may_be_read_together_or_alone() -> None:
    for text in TEXTS:
        publish(text)
    alone, runs = links(), ProcessingRun.objects.order_by("version")
    counts = [run.counts for run in runs]
    assert len(alone) == 5
    together = [print_text(text) for text in TEXTS]
    for model in (FacetComparison, Link, ClaimMember):
        model.objects.all().delete()
    Statement.objects.update(hidden_by=f.UserFactory())
    process_versions([Work(version) for version in together], engine=ENGINE)
    assert links() == alone
    assert [run_of(version).counts for version in together] == counts


def test_what_is_done_or_not_to_be_read_is_left_out_of_a_batch() -> None:
    done = publish("Mill closed 40")
    gone = print_text("Mill closed 50", withdrawn_at=f.NOON, withdrawn_reason="x")
    foreign = print_text("Mill closed 55", language="ko")
    new = print_text("Mill closed 60")
    works = [Work(version) for version in (done, gone, foreign, new)]
    runs = process_versions(works, engine=ENGINE)
    assert runs[done.pk] == run_of(done)
    assert runs[gone.pk] is None
    assert runs[foreign.pk].counts == {"not_analysed": "ko"}
    assert runs[new.pk].counts["links"] == 1


def test_two_versions_of_one_article_are_not_read_together() -> None:
    first = print_text("Mill closed 40")
    second = print_text("Mill closed 50", article=first.article)
    with pytest.raises(ValueError, match="two versions"):
        process_versions([Work(first), Work(second)], engine=ENGINE)


def test_one_text_does_not_stop_the_others() -> None:
    class Choosy(LineEngine):
        def extract(self, text: str, **values: object) -> list[StatementRecord]:
            if "60" in text:
                raise ValueError("not this one")
            return LineEngine.extract(self, text, **values)

    one, other, third = (print_text(f"Mill closed {n}") for n in (40, 60, 40))
    works = [Work(version) for version in (one, other, third)]
    failed = process_each(works, engine=Choosy(), library=Library())
    assert {pk: str(error) for pk, error in failed.items()} == {
        other.pk: "not this one"
    }
    assert run_of(other).error == "ValueError: not this one"
    assert (run_of(one).error, run_of(third).counts["links"]) == ("", 1)


@pytest.mark.parametrize(
    ("values", "day"),
    [
        ({}, f.DAY),
        ({"published_precision": "minute", "published_at": f.NOON}, f.DAY),
        ({"published_precision": "month"}, None),
        ({"published_precision": "none", "published_date": None}, None),
    ],
    ids=["day", "minute", "month", "none"],
)
def test_anchor(values: dict, day: date | None) -> None:
    assert anchor(f.ArticleFactory(**values)) == day


class DatedEngine(LineEngine):
    """The publication day is what the count is: a corrected day changes the value."""

    def extract(
        self, text: str, *, published: date | None = None, **more: object
    ) -> list[StatementRecord]:
        day = str(published.day) if published else "0"
        return LineEngine.extract(
            self, text.replace("##", day.rjust(2)), published=published
        )


def test_a_corrected_date_is_followed_at_once() -> None:
    engine = DatedEngine()
    publish("Mill closed 12", engine=engine)
    version = publish("Mill closed ##", engine=engine, published_date=date(2031, 3, 14))
    assert Link.objects.get().relation == "conflicts"
    keys = set(BlockKey.objects.values_list("key", flat=True))
    article = version.article
    article.published_date = date(2031, 3, 12)
    article.save()
    first_run = run_of(version)
    run = process_version(article.current_version, engine=engine, again=True)
    assert run.pk == first_run.pk
    row = Statement.objects.get(version=version, state="printed")
    assert row.facets.get(kind=Kind.COUNT).value == "12"
    assert Link.objects.get(high=row).relation == "corroborates"
    assert Claim.objects.get().last_reported == date(2031, 3, 12)
    article.published_date = date(2031, 6, 12)
    article.save()
    process_version(article.current_version, engine=engine, again=True)
    assert set(BlockKey.objects.values_list("key", flat=True)) != keys


def test_all_sentences_are_read_again_as_they_were() -> None:
    version = print_text("Mill closed 40\n-Quay opened 7")
    process_version(version, engine=ENGINE, all_sentences=True)
    assert Statement.objects.count() == 2
    process_version(version, engine=ENGINE, again=True)
    assert Statement.objects.count() == 2
    other = publish("Pier closed 40\n-Quay opened 7")
    process_version(other, engine=ENGINE, again=True)
    assert other.statements.count() == 1


def test_a_new_version_keeps_links_and_claim() -> None:
    publish("Mill closed 40")
    version = publish("Mill closed 60\nQuay opened 7")
    link, claim = Link.objects.get(), Claim.objects.get()
    publish("Quay opened 7\nMill closed 60", article=version.article)
    assert Link.objects.get() == link
    assert Claim.objects.get() == claim
    publish("Quay opened 7", article=version.article)
    claim.refresh_from_db()
    assert (claim.members.count(), claim.outlets, claim.conflicts) == (2, 1, 0)


def test_a_statement_cut_away_leaves_its_claim() -> None:
    publish("Mill closed 40")
    engine = LineEngine(version="lines 2", cut_all=True)
    version = print_text("-Mill closed 60")
    records = [
        record for record in engine.extract(version.text) if record.text.startswith("-")
    ]
    other = [StatementRecord(**{**as_dict(records[0]), "lemmas": ("mill", "closed")})]
    process_version(version, engine=engine, records=other)
    claim = Claim.objects.get()
    assert (claim.members.count(), claim.conflicts) == (2, 1)
    process_version(version, engine=ENGINE)
    claim.refresh_from_db()
    assert not Link.objects.exists()
    assert (claim.members.count(), claim.conflicts, claim.finding) == (1, 0, "")


def as_dict(record: StatementRecord) -> dict:
    return {name: getattr(record, name) for name in record.__slots__}
