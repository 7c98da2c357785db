"""Which names are one bearer is an editor's word, and what is compared follows it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.engine import Engine, load_engine
from claims.models import Claim, FacetComparison, Link, Name, NameApart, Statement
from claims.services.naming import name_merge, names_part, names_rejoin
from claims.services.pipeline import process_version
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db

OPENED = "{} opened the mill at Skarholm on 6 June 2031."
LED_BY = "Treasury Secretary {} leads the council of Skarholm."
LED = "The council of Skarholm is led by Treasury Secretary {}."
FIRM, OTHER_FIRM = "Quayside Mills", "Harbour Paper"
PERSON, SPELT = "Scott Venner", "Scott Vener"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.fixture
def curator() -> User:
    return f.UserFactory(role=Role.CURATOR)


def publish(who: str, engine: Engine, told: str = OPENED) -> Statement:
    version = f.ArticleVersionFactory(article=f.ArticleFactory(), text=told.format(who))
    process_version(version, engine=engine)
    return Statement.objects.get(article=version.article)


def named(who: str) -> Name:
    return Name.objects.get(variants__text=who)


def held() -> tuple[str, str, str]:
    """The relation, and the level of the two names: which holds, the engine's."""
    row = FacetComparison.objects.filter(high_text__in=[OTHER_FIRM, SPELT]).get()
    return row.link.relation, row.level, row.engine_level


def test_one_bearer_is_no_conflict(engine: Engine, curator: User) -> None:
    publish(FIRM, engine)
    publish(OTHER_FIRM, engine)
    assert held() == ("conflicts", "conflict", "conflict")
    entry = name_merge(
        actor=curator, name=named(OTHER_FIRM), into=named(FIRM), engine=engine
    )
    assert held() == ("corroborates", "naming_variant", "conflict")
    assert Link.objects.get().engine_relation == "conflicts"
    assert Claim.objects.get(merged_into=None).conflicts == 0
    undone = entry_undo(actor=curator, entry=entry)
    assert held() == ("conflicts", "conflict", "conflict")
    assert named(OTHER_FIRM).merged_into is None
    entry_undo(actor=curator, entry=undone)
    assert held() == ("corroborates", "naming_variant", "conflict")


def test_a_later_text_is_compared_by_it(engine: Engine, curator: User) -> None:
    publish(FIRM, engine)
    first = publish(OTHER_FIRM, engine)
    name_merge(actor=curator, name=named(FIRM), into=named(OTHER_FIRM), engine=engine)
    again = publish(FIRM, engine)
    link = Link.objects.get(low=first, high=again)
    assert (link.relation, link.engine_relation) == ("corroborates", "conflicts")


def test_two_bearers_conflict(engine: Engine, curator: User) -> None:
    publish(PERSON, engine, LED)
    publish(SPELT, engine, LED_BY)
    before = held()
    assert before[1] == before[2] == "naming_variant"
    apart = names_part(
        actor=curator, one=named(SPELT), other=named(PERSON), engine=engine
    )
    assert held() == ("conflicts", "conflict", "naming_variant")
    names_rejoin(actor=curator, apart=apart, engine=engine)
    assert held() == before
    verbs = list(
        AuditEntry.objects.filter(actor=curator).values_list("verb", flat=True)
    )
    assert verbs == ["nameapart.delete", "nameapart.create"]


def test_refusals(engine: Engine, curator: User) -> None:
    one, other, gone = (f.NameFactory(kind="person") for _ in range(3))
    place = f.NameFactory(kind="place")
    name_merge(actor=curator, name=gone, into=one, engine=engine)
    apart = names_part(actor=curator, one=other, other=one, engine=engine)
    assert (apart.low, apart.high) == (one, other)
    for name, into in ((one, one), (one, place), (gone, other), (other, one)):
        with pytest.raises(ValidationError):
            name_merge(actor=curator, name=name, into=into, engine=engine)
    with pytest.raises(ValidationError):
        names_part(actor=curator, one=one, other=other, engine=engine)
    with pytest.raises(PermissionDenied):
        name_merge(
            actor=f.UserFactory(role=Role.EDITOR), name=one, into=other, engine=engine
        )
    assert NameApart.objects.count() == 1
