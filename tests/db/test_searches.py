"""Saved searches: everybody's own, shared ones read by all, changed by the owner."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import SavedSearch
from claims.services.searches import (
    MOST_SEARCHES,
    NAME_CHARACTERS,
    QUERY_CHARACTERS,
    search_change,
    search_delete,
    search_save,
)
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return f.UserFactory(role=Role.READER)


def test_save_rename_share_delete_and_their_entries(owner: User) -> None:
    search = search_save(actor=owner, name="  Ferry \n days ", query="facet=date")
    assert (search.name, search.query, search.shared) == (
        "Ferry days",
        "facet=date",
        False,
    )
    search_change(actor=owner, search=search, shared=True)
    search_change(actor=owner, search=search, name="Ferries")
    search.refresh_from_db()
    assert (search.name, search.shared) == ("Ferries", True)
    search_delete(actor=owner, search=search)
    assert not SavedSearch.objects.exists()
    entries = AuditEntry.objects.order_by("pk")
    assert [entry.verb for entry in entries] == [
        "search.save",
        "search.change",
        "search.change",
        "search.delete",
    ]
    assert entries[2].before["name"] == "Ferry days"
    assert entries[2].after["name"] == "Ferries"


@pytest.mark.parametrize("name", ["", " \t\n", "\x00", "x" * (NAME_CHARACTERS + 1)])
def test_names_that_are_none(owner: User, name: str) -> None:
    with pytest.raises(ValidationError) as error:
        search_save(actor=owner, name=name, query="")
    assert list(error.value.message_dict) == ["name"]


def test_a_name_is_taken_once_by_each(owner: User) -> None:
    search_save(actor=owner, name="Tolls", query="")
    later = search_save(actor=owner, name="Dates", query="")
    for act in (
        lambda: search_save(actor=owner, name="Tolls", query=""),
        lambda: search_change(actor=owner, search=later, name="Tolls"),
    ):
        with pytest.raises(ValidationError) as error:
            act()
        assert list(error.value.message_dict) == ["name"]
    assert search_save(actor=f.UserFactory(), name="Tolls", query="").pk


def test_bounds(owner: User) -> None:
    with pytest.raises(ValidationError) as error:
        search_save(actor=owner, name="a", query="q" * (QUERY_CHARACTERS + 1))
    assert list(error.value.message_dict) == ["query"]
    SavedSearch.objects.bulk_create(
        SavedSearch(owner=owner, name=str(number)) for number in range(MOST_SEARCHES)
    )
    with pytest.raises(ValidationError):
        search_save(actor=owner, name="one more", query="")


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_a_shared_search_is_changed_by_its_owner_alone(owner: User, role: Role) -> None:
    search = search_save(actor=owner, name="Tolls", query="", shared=True)
    actor = f.UserFactory(role=role)
    with pytest.raises(PermissionDenied):
        search_change(actor=actor, search=search, name="Mine")
    with pytest.raises(PermissionDenied):
        search_delete(actor=actor, search=search)
    assert SavedSearch.objects.get().name == "Tolls"
