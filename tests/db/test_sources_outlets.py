"""Outlets: found by alias, domain or exact name; created once; never by an address."""

import pytest
from django.core.exceptions import PermissionDenied

from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Outlet, OutletAlias
from sources.selectors import outlet_at, outlet_named
from sources.services import Refused, outlet_resolve
from tests.factories import OutletAliasFactory, OutletFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    """The Harbour Post with three aliases."""
    outlet = OutletFactory(name="Harbour Post", slug="harbour-post")
    for kind, value in (
        ("name", "harbour post"),
        ("name", "the post of the harbour"),
        ("domain", "harbour.example"),
    ):
        OutletAliasFactory(outlet=outlet, kind=kind, value=value)
    return outlet


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Post",
        "HARBOUR  POST",
        "The Post of the Harbour",
        "harbour.example",
        "www.harbour.example",
        "news.harbour.example",
    ],
)
def test_known_by_name_or_domain(post, name):
    assert outlet_named(name) == post
    resolved = outlet_resolve(name=name)
    assert (resolved.outlet, resolved.created) == (post, False)
    assert Outlet.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["Harbour Posts", "Harbor Post", "example", "otherharbour.example"]
)
def test_not_known(post, name):
    assert outlet_named(name) is None


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://harbour.example/a", True),
        ("https://www.harbour.example/a", True),
        ("https://sport.harbour.example/a", True),
        ("https://harbour.example.evil.example/a", False),
        ("https://other.example/harbour.example", False),
        ("", False),
    ],
)
def test_known_by_address(post, url, known):
    assert (outlet_at(url) == post) is known


def test_the_most_special_domain_wins(post):
    sport = OutletFactory(name="Harbour Sport")
    OutletAliasFactory(outlet=sport, kind="domain", value="sport.harbour.example")
    assert outlet_at("https://sport.harbour.example/a") == sport
    assert outlet_at("https://news.harbour.example/a") == post


def test_an_outlet_without_aliases_is_known_by_its_exact_name():
    outlet = OutletFactory(name="Quay Courier")
    assert outlet_named("Quay Courier") == outlet
    assert outlet_named("quay courier") is None


def test_created_by_its_exact_name():
    resolved = outlet_resolve(name="Ålesunds Avis", country="NO", language="no")
    outlet = resolved.outlet
    assert resolved.created
    assert (outlet.name, outlet.slug) == ("Ålesunds Avis", "alesunds-avis")
    assert (outlet.country, outlet.language) == ("NO", "no")
    alias = OutletAlias.objects.get()
    assert (alias.kind, alias.value) == ("name", "ålesunds avis")
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.target_id) == ("outlet.create", str(outlet.pk))
    assert entry.after["name"] == "Ålesunds Avis"
    assert not outlet_resolve(name="ÅLESUNDS AVIS").created


def test_slugs_stay_apart():
    slugs = [
        outlet_resolve(name=name).outlet.slug
        for name in (
            "Harbour Post",
            "Harbour-Post",
            "Harbour, Post!",
            "항구신문",
            "港报",
        )
    ]
    assert slugs[:3] == ["harbour-post", "harbour-post-2", "harbour-post-3"]
    assert all(slug.startswith("outlet-") for slug in slugs[3:])
    assert len(set(slugs)) == 5


def test_a_long_name_fits():
    assert len(outlet_resolve(name="a" * 200).outlet.slug) <= 100


def test_no_name_and_no_known_address(post):
    with pytest.raises(Refused, match="no outlet"):
        outlet_resolve(name="", url="https://elsewhere.example/a")
    assert Outlet.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "may"), [(Role.EDITOR, True), (Role.READER, False), (None, False)]
)
def test_who_may(role, may):
    actor = UserFactory(role=role)
    if may:
        assert outlet_resolve(name="Quay Courier", actor=actor).created
        assert AuditEntry.objects.get().actor == actor
    else:
        with pytest.raises(PermissionDenied):
            outlet_resolve(name="Quay Courier", actor=actor)
        assert not Outlet.objects.exists()
