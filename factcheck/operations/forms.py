"""What people type about themselves."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from factcheck.operations.accounts import reset_mail_allowed
from factcheck.operations.models import User
from factcheck.operations.preferences import zones
from factcheck.operations.tokens import (
    CURATE,
    DEFAULT_LIFE,
    INGEST,
    LONGEST_LIFE,
    NAME_CHARACTERS,
    READ,
    REVIEW,
)
from factcheck.operations.webhooks.events import (
    CLAIM_CREATED,
    CONFLICT_FOUND,
    EVENTS,
    LINK_DECIDED,
    RATING_ADDED,
    VERDICT_PUBLISHED,
    VERSION_CHANGED,
)
from factcheck.operations.webhooks.services import (
    NAME_CHARACTERS as WEBHOOK_NAME_CHARACTERS,
)
from factcheck.operations.webhooks.services import URL_CHARACTERS

EVENT_WORDS = {
    CLAIM_CREATED: _("a claim was found or made"),
    CONFLICT_FOUND: _("a claim has more conflicts than before"),
    LINK_DECIDED: _("an editor decided on a link"),
    RATING_ADDED: _("a claim was rated, without the value"),
    VERDICT_PUBLISHED: _("a card was published"),
    VERSION_CHANGED: _("an outlet changed an article"),
}

log = logging.getLogger(__name__)

# One after the other: nobody waits for them. What is left is sent before the process
# ends.
MAILS = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mails")


def _send(message: EmailMessage, user: int) -> None:
    try:
        message.send()
    except Exception:
        log.exception("The mail to account %s could not be sent", user)


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


class TokenForm(forms.Form):
    """What a token is for, what it may do, and for how long."""

    name = forms.CharField(
        label=_("What it is for"),
        max_length=NAME_CHARACTERS,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        help_text=_("One for each tool: one can be revoked without the others."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=[
            (READ, _("read")),
            (INGEST, _("send articles")),
            (REVIEW, _("rate, decide links, comment, adjudicate")),
            (CURATE, _("put claims, statements and articles in order")),
        ],
        initial=[READ],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text=_("Never more than your role allows; none includes another."),
        error_messages={"required": _("Choose at least one.")},
    )
    days = forms.TypedChoiceField(
        label=_("How long it works"),
        choices=[
            (7, _("a week")),
            (30, _("30 days")),
            (DEFAULT_LIFE.days, _("90 days")),
            (LONGEST_LIFE.days, _("a year")),
        ],
        coerce=int,
        initial=DEFAULT_LIFE.days,
        widget=_select(),
    )


class ResetForm(PasswordResetForm):
    """Django's, for accounts that have not been sent too many mails already.

    The mail is sent beside the request: how long a server takes to accept it would
    tell that there is an account.
    """

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Word it now, in the language and at the address of the request."""
        del html_email_template_name
        subject = " ".join(render_to_string(subject_template_name, context).split())
        body = render_to_string(email_template_name, context)
        message = EmailMessage(subject, body, from_email, [to_email])
        MAILS.submit(_send, message, context["user"].pk)

    def get_users(self, email: str) -> Iterator[User]:
        for user in super().get_users(email):
            if reset_mail_allowed(user=user):
                yield user


class WebhookForm(forms.Form):
    """What a webhook is made of. What an address may be is checked by the service."""

    name = forms.CharField(
        label=_("Name"),
        max_length=WEBHOOK_NAME_CHARACTERS,
        required=False,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
    url = forms.CharField(
        label=_("Address"),
        max_length=URL_CHARACTERS,
        widget=forms.URLInput(
            attrs={"class": "form-control", "placeholder": "https://"}
        ),
    )
    events = forms.MultipleChoiceField(
        label=_("Tell it that …"),
        choices=[(event, EVENT_WORDS[event]) for event in EVENTS],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"required": _("Choose at least one event.")},
    )


class RotationForm(forms.Form):
    """How long a secret that is replaced signs as well."""

    hours = forms.TypedChoiceField(
        label=_("The old one holds"),
        choices=[
            (0, _("no longer")),
            (1, _("another hour")),
            (24, _("another 24 hours")),
            (7 * 24, _("another week")),
        ],
        coerce=int,
        initial=24,
        widget=_select(),
        help_text=_("Until then messages bear both signatures."),
    )


class NewWebhookForm(WebhookForm):
    """And whether it is on at once."""

    enabled = forms.BooleanField(
        label=_("On at once"),
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        help_text=_("Off: for an address that an administrator has to allow first."),
    )
