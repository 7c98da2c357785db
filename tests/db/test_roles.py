"""The groups in the database are those of operations.roles, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import PermissionDenied

from claims import permissions
from factcheck.operations.roles import PERMISSIONS, Role
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

NOBODY: set[Role] = set()
EDITORS = {Role.EDITOR, Role.SENIOR_EDITOR, Role.CURATOR, Role.ADMINISTRATOR}
SENIORS = {Role.SENIOR_EDITOR, Role.ADMINISTRATOR}
CURATORS = {Role.CURATOR, Role.ADMINISTRATOR}
ACTS = [
    (permissions.may_rate, EDITORS),
    (permissions.may_decide, EDITORS),
    (permissions.may_edit_claim, EDITORS),
    (permissions.may_edit_statement, EDITORS),
    (permissions.may_assign, EDITORS),
    (permissions.may_comment, EDITORS),
    (permissions.may_import, EDITORS),
    (permissions.may_correct_article, EDITORS),
    (permissions.may_adjudicate, SENIORS),
    (permissions.may_withdraw, CURATORS),
    (permissions.may_curate, CURATORS),
    (permissions.may_read_audit, SENIORS | CURATORS),
]


@pytest.mark.parametrize("role", Role)
def test_group_is_as_the_table_says(role: Role) -> None:
    rows = Group.objects.get(name=role.value).permissions.values_list(
        "content_type__app_label", "codename"
    )
    assert {f"{app}.{codename}" for app, codename in rows} == PERMISSIONS[role]


@pytest.mark.parametrize(("allowed", "roles"), ACTS, ids=[a.__name__ for a, _ in ACTS])
def test_who_may(allowed: permissions.Predicate, roles: set[Role]) -> None:
    users = {role: UserFactory(role=role) for role in Role}
    assert {role for role, user in users.items() if allowed(user)} == roles
    assert not allowed(UserFactory())
    assert not allowed(AnonymousUser())
    assert not allowed(UserFactory(role=Role.ADMINISTRATOR, is_active=False))


def test_require_names_the_act() -> None:
    permissions.require(permissions.may_rate, UserFactory(role=Role.EDITOR))
    with pytest.raises(PermissionDenied, match="rate"):
        permissions.require(permissions.may_rate, UserFactory(role=Role.READER))


@pytest.mark.parametrize(
    ("less", "more"),
    [
        *pairwise([Role.READER, Role.EDITOR, Role.SENIOR_EDITOR, Role.ADMINISTRATOR]),
        (Role.EDITOR, Role.CURATOR),
        (Role.CURATOR, Role.ADMINISTRATOR),
    ],
)
def test_who_may_more_may_also_the_less(less: Role, more: Role) -> None:
    assert PERMISSIONS[less] < PERMISSIONS[more]
