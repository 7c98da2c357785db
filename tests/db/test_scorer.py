"""A scorer is heard wherever statements are related, and what it says is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.engine import Engine, load_engine
from claims.facets.types import Facet, Kind, Level
from claims.linkage.reason import parse
from claims.linkage.types import FacetComparison, Relation
from claims.models import Link, Statement
from claims.services.check import check_draft
from claims.services.compare import Text, compare_texts
from claims.services.linkage import links_write
from claims.services.pipeline import process_version
from tests import factories as f

pytestmark = pytest.mark.django_db

FIRST = "The council of Ostrava Bay voted on 5 March 2031 to close the harbour mill."
OTHER = "The council of Ostrava Bay voted on 6 March 2031 to close the harbour mill."
SAME = "The council of Ostrava Bay voted to close the harbour mill on 5 March 2031."


class Denying:
    """Calls every pair a conflict on its first words."""

    name = "denying-1"

    def judge(self, pairs):
        return [self.one(*each) for each in pairs]

    def one(self, a, b, table):
        here, there = (Facet(Kind.TITLE, 0, 3, s.text[:3], s.text[:3]) for s in (a, b))
        differs = FacetComparison(Kind.TITLE, "", Level.CONFLICT, here, there)
        return replace(
            table, relation=Relation.CONFLICTS, score=0.6, comparisons=(differs,)
        )


class Lifting:
    """Relates nothing."""

    name = "lifting-1"

    def judge(self, pairs):
        return [replace(table, relation=Relation.NONE) for *_, table in pairs]


class Failing:
    name = "failing-1"

    def judge(self, pairs):
        raise RuntimeError("no answer")


def with_scorer(scorer) -> Engine:
    plain = load_engine()
    return replace(plain, scorer=scorer, version=f"{plain.version}+{scorer.name}")


def publish(text: str, engine: Engine) -> Statement:
    version = f.ArticleVersionFactory(article=f.ArticleFactory(), text=text)
    process_version(version, engine=engine)
    return Statement.objects.get(article=version.article)


def relink(engine: Engine) -> None:
    ids = Statement.objects.values_list("pk", flat=True)
    links_write(statement_ids=list(ids), engine=engine)


def test_its_conflict_is_stored_with_facet_and_reason() -> None:
    engine = with_scorer(Denying())
    publish(FIRST, engine)
    publish(SAME, engine)
    link = Link.objects.get()
    assert link.relation == "conflicts"
    assert link.engine_rule == "scorer:denying-1"
    assert link.engine_version.endswith("+denying-1")
    rule, (part,) = parse(link.engine_reason)
    assert (rule, part.a, part.b) == ("scorer:denying-1", "The", "The")
    assert "the table had said corroborates by same_wording" in link.engine_reason
    comparison = link.comparisons.get()
    assert (comparison.kind, comparison.level) == ("title", "conflict")


@pytest.mark.parametrize(
    ("scorer", "relation"),
    [(Denying(), "conflicts"), (Lifting(), "none"), (Failing(), "corroborates")],
)
def test_relinking_checking_and_comparing_hear_it(scorer, relation) -> None:
    plain, engine = load_engine(), with_scorer(scorer)
    publish(FIRST, plain)
    publish(SAME, plain)
    assert Link.objects.get().relation == "corroborates"
    relink(engine)
    linked = [link.relation for link in Link.objects.all()]
    assert linked == [each for each in [relation] if each != "none"]

    (checked,) = check_draft(engine=engine, text=FIRST, all_matches=True)
    assert {match.decision.relation for match in checked.matches} == {relation}

    (compared,) = compare_texts([(Text(FIRST), Text(SAME))], engine=engine)
    assert compared.relation == relation
    relink(plain)
    assert Link.objects.get().relation == "corroborates"


def test_a_scorer_has_the_last_word_on_a_sentence_and_its_passage() -> None:
    passage = (
        "Two coaches collided in fog on the Menlow pass on Sunday, killing six "
        "passengers and injuring 31, police said."
    )
    claim = "Thirty-one passengers were killed in the collision on the Menlow pass."
    texts = Text(passage), Text(claim)
    (plain,) = compare_texts([texts], engine=load_engine())
    assert (plain.relation, plain.rule) == ("conflicts", "passage_differs")
    (told,) = compare_texts([texts], engine=with_scorer(Lifting()))
    assert told.relation == "none"


def test_an_import_survives_a_scorer_that_fails(caplog) -> None:
    engine = with_scorer(Failing())
    publish(FIRST, engine)
    publish(OTHER, engine)
    link = Link.objects.get()
    assert (link.relation, link.engine_rule) == ("conflicts", "value_conflict")
    assert "Scorer failing-1 failed" in caplog.text


def test_it_does_not_overrule_an_editor() -> None:
    plain = load_engine()
    publish(FIRST, plain)
    publish(OTHER, plain)
    Link.objects.update(by="editor", state="confirmed")
    relink(with_scorer(Lifting()))
    link = Link.objects.get()
    assert (link.relation, link.state) == ("conflicts", "confirmed")
    assert (link.engine_relation, link.engine_rule) == ("none", "scorer:lifting-1")
