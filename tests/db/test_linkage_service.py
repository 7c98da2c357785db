"""Writing links: a diff that leaves an editor's decision alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.exports.links import all_links, links_json
from claims.facets.types import StatementRecord
from claims.linkage.reason import render
from claims.linkage.types import Decision, Relation
from claims.models import Claim, FacetComparison, Link, Statement
from claims.services.linkage import links_write
from claims.services.pipeline import process_version
from tests import factories as f
from tests.db.fakes import ENGINE, NONE, LineEngine, print_text, publish

pytestmark = pytest.mark.django_db


class SilentEngine(LineEngine):
    """Relates nothing any more."""

    def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
        return NONE


SILENT = SilentEngine(version="silent")


def ids() -> list[int]:
    return list(Statement.objects.order_by("pk").values_list("pk", flat=True))


def relink(engine: LineEngine = ENGINE) -> None:
    links_write(statement_ids=ids(), engine=engine)


def decided(link: Link, **values: object) -> Link:
    values = {"by": "editor", "state": "confirmed", **values}
    Link.objects.filter(pk=link.pk).update(**values)
    link.refresh_from_db()
    return link


@pytest.mark.parametrize(
    ("one", "other", "relation", "level", "direction"),
    [
        ("Mill closed 40", "Mill shut 40", "corroborates", "agree", 0),
        ("Mill closed 40", "Mill closed 60", "conflicts", "conflict", 0),
        ("Mill closed 40", "Mill closed 60 now", "updates", "updated", 1),
        ("Mill closed 60 now", "Mill closed 40", "updates", "updated", -1),
    ],
)
def test_a_pair_is_linked(
    one: str, other: str, relation: str, level: str, direction: int
) -> None:
    publish(one)
    publish(other)
    link = Link.objects.get()
    assert link.low_id < link.high_id
    assert (link.low.quote, link.high.quote) == (one, other)
    assert (link.relation, link.engine_relation) == (relation, relation)
    assert (link.direction, link.state, link.by) == (direction, "suggested", "engine")
    assert (link.engine_score, link.engine_rule) == (0.8, "same topic")
    assert (link.engine_version, link.same_article) == ("lines 1", False)
    compared = link.comparisons.get()
    assert (compared.kind, compared.level, compared.engine_level) == (
        "count",
        level,
        level,
    )
    assert (compared.low_text, compared.high_text) == (one.split()[2], other.split()[2])
    assert link.low.quote[compared.low_start : compared.low_end] == compared.low_text
    assert compared.reason == "numbers as printed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mill closed 40", "Quay closed 40"),
        ("Mill closed 40", "Mill closed"),
        ("Mill closed", "Mill closed"),
    ],
)
def test_unrelated_statements_are_not(one: str, other: str) -> None:
    publish(one)
    publish(other)
    assert not Link.objects.exists()
    assert not Claim.objects.exists()


class WordEngine(LineEngine):
    """Relates by the wording alone: no facet is held against another."""

    def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
        reason = render("much_shared", (), ("mill",))
        return Decision(Relation.CORROBORATES, 0.5, "much_shared", reason)


def test_words_alone_make_no_link() -> None:
    publish("Mill closed 40", engine=WordEngine())
    publish("Mill shut 40", engine=WordEngine())
    assert not Link.objects.exists()


def test_words_alone_leave_an_editors_link() -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    decided(Link.objects.get())
    relink(WordEngine(version="words"))
    link = Link.objects.get()
    assert (link.relation, link.engine_relation) == ("conflicts", "corroborates")
    assert link.engine_reason == "in common: “mill” (rule much_shared)"
    [row] = links_json(all_links())
    assert (row["relation"], row["facets"]) == ("conflicts", [])
    assert row["reason"] == link.engine_reason


def test_inside_an_article_only_differences() -> None:
    publish("Mill closed 40\nMill shut 40")
    assert not Link.objects.exists()
    publish("Quay closed 40\nQuay closed 60")
    assert Link.objects.get().same_article
    assert Link.objects.get().relation == "conflicts"


def test_again_changes_nothing() -> None:
    for text in ("Mill closed 40", "Mill closed 60", "Mill shut 40"):
        publish(text)
    links = list(Link.objects.values())
    comparisons = set(FacetComparison.objects.values_list("link", "level", "low_text"))
    claims = list(Claim.objects.values())
    relink()
    assert list(Link.objects.values()) == links
    assert comparisons == set(
        FacetComparison.objects.values_list("link", "level", "low_text")
    )
    assert list(Claim.objects.values()) == claims


def test_what_no_longer_relates_is_dropped() -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    relink(SILENT)
    assert not Link.objects.exists()
    assert not FacetComparison.objects.exists()


@pytest.mark.parametrize("state", ["confirmed", "rejected", "unsure", "suggested"])
def test_an_editors_decision_stays(state: str) -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    link = decided(Link.objects.get(), state=state, relation="corroborates", revision=7)
    relink()
    again = Link.objects.get()
    assert (again.relation, again.state, again.by, again.revision) == (
        "corroborates",
        state,
        "editor",
        7,
    )
    assert again.engine_relation == "conflicts"
    relink(SILENT)
    after = Link.objects.get(pk=link.pk)
    assert (after.relation, after.state, after.revision) == ("corroborates", state, 7)
    assert (after.engine_relation, after.engine_score) == ("none", None)
    assert after.engine_version == "silent"


def test_an_editors_level_stays() -> None:
    publish("Mill closed 40")
    publish("Mill closed 60")
    row = FacetComparison.objects.get()
    FacetComparison.objects.update(by="editor", level="not_comparable", engine_level="")
    decided(Link.objects.get())
    relink()
    row.refresh_from_db()
    assert (row.level, row.engine_level) == ("not_comparable", "conflict")
    assert FacetComparison.objects.count() == 1


def test_the_engine_may_change_its_mind() -> None:
    class Agreeing(LineEngine):
        def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
            return LineEngine.relate(self, a, a)

    publish("Mill closed 40")
    publish("Mill closed 60")
    link = Link.objects.get()
    relink(Agreeing(version="lines 3"))
    again = Link.objects.get()
    assert (again.pk, again.relation) == (link.pk, "corroborates")
    assert again.revision > link.revision
    assert again.comparisons.get().level == "agree"


def test_a_partner_printed_no_more_keeps_its_link() -> None:
    first = publish("Mill closed 40")
    publish("Mill closed 60")
    publish("Quay opened 1", article=first.article)
    link = Link.objects.get()
    assert link.low.state == "orphaned"
    relink(SILENT)
    assert Link.objects.filter(pk=link.pk).exists()


@pytest.mark.parametrize("what", ["hidden", "withdrawn"])
def test_who_is_not_to_be_seen_is_not_linked(what: str) -> None:
    version = publish("Mill closed 40")
    if what == "hidden":
        Statement.objects.update(hidden_by=f.UserFactory())
    else:
        type(version.article).objects.update(withdrawn_at=f.NOON, withdrawn_reason="x")
    publish("Mill closed 60")
    assert not Link.objects.exists()


def test_no_more_are_compared_than_allowed() -> None:
    compared: list[StatementRecord] = []

    class Watching(LineEngine):
        def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
            compared.append(a)
            return LineEngine.relate(self, a, b)

    for number in range(30):
        publish(f"Mill closed {number}")
    publish("Mill closed 99", engine=Watching(version="watching"))
    assert len(compared) == ENGINE.config.most_compared


def test_a_linked_partner_is_always_compared_again() -> None:
    for number in range(10):
        publish(f"Mill closed {number}")
    first = Statement.objects.earliest("pk")
    assert Link.objects.filter(low=first).count() == 9
    narrow = SilentEngine(config=replace(ENGINE.config, most_compared=2))
    links_write(statement_ids=[first.pk], engine=narrow)
    assert not Link.objects.filter(low=first).exists()
    assert Link.objects.count() == 36


def queries_of_linking(number: int) -> int:
    publish("\n".join(f"Mill{number}x{n} closed 4" for n in range(number)))
    version = print_text("\n".join(f"Mill{number}x{n} closed 5" for n in range(number)))
    with CaptureQueriesContext(connection) as queries:
        process_version(version, engine=ENGINE)
    assert Link.objects.filter(high__version=version).count() == number
    return len(queries)


def test_queries_do_not_grow() -> None:
    few, many = queries_of_linking(2), queries_of_linking(20)
    assert many == few
