"""What people type about themselves."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm
from django.utils.translation import gettext_lazy as _

from factcheck.operations.accounts import reset_mail_allowed
from factcheck.operations.models import User
from factcheck.operations.preferences import zones


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "form-select"})


def _zones() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """UTC, then the zones by continent."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(zones() - {"UTC"}):
        continent, _slash, place = name.partition("/")
        groups.setdefault(continent, []).append((name, place.replace("_", " ")))
    return [("UTC", "UTC"), *groups.items()]


class ReaderForm(forms.Form):
    """What everybody chooses, with or without an account."""

    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=_select()
    )
    theme = forms.ChoiceField(
        label=_("Theme"), choices=User.Theme.choices, widget=_select()
    )
    keys = forms.BooleanField(
        label=_("Keys of a single character"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        help_text=_("Off: only keys together with Ctrl work. For this browser."),
    )


class AccountForm(ReaderForm):
    """And what an account keeps besides."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=_zones,
        widget=_select(),
        help_text=_("For the clock of this desk. Days in reports stay those printed."),
    )
    digest = forms.ChoiceField(
        label=_("Digest by e-mail"), choices=User.Digest.choices, widget=_select()
    )
    field_order = ["language", "time_zone", "theme", "digest", "keys"]


class ResetForm(PasswordResetForm):
    """Django's, for accounts that have not been sent too many mails already."""

    def get_users(self, email: str) -> Iterator[User]:
        for user in super().get_users(email):
            if reset_mail_allowed(user=user):
                yield user
