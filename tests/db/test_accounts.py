"""What people change about their own account."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from factcheck.operations.accounts import settings_save
from factcheck.operations.models import AuditEntry, User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

GIVEN = {
    "time_zone": "Asia/Seoul",
    "language": "ko",
    "theme": "dark",
    "digest": "weekly",
}


def test_saved_with_an_entry_of_what_changed() -> None:
    user = UserFactory(theme="dark")
    settings_save(actor=user, **GIVEN)
    stored = User.objects.values(*GIVEN).get(pk=user.pk)
    assert stored == GIVEN
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.actor, entry.target_id) == (
        "user.settings",
        user,
        str(user.pk),
    )
    assert entry.before == {"time_zone": "UTC", "language": "en", "digest": "never"}
    assert entry.after == {
        "time_zone": "Asia/Seoul",
        "language": "ko",
        "digest": "weekly",
    }


def test_nothing_changed_leaves_no_entry() -> None:
    user = UserFactory(**GIVEN)
    settings_save(actor=user, **GIVEN)
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("language", "xx"),
        ("theme", "pink"),
        ("digest", "hourly"),
    ],
)
def test_only_what_is_offered(name: str, value: str) -> None:
    user = UserFactory()
    with pytest.raises(ValidationError) as caught:
        settings_save(actor=user, **{**GIVEN, name: value})
    assert set(caught.value.message_dict) == {name}
    assert User.objects.get(pk=user.pk).language == "en"
    assert not AuditEntry.objects.exists()
