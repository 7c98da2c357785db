"""A forgotten password: a link by e-mail, and the form behind it.

The answer is the same for known and unknown addresses, and how many mails an account
gets is limited (operations.accounts), so the form neither tells who has an account nor
floods anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import views
from django.db import transaction

from factcheck.operations.accounts import password_was_reset
from factcheck.operations.forms import ResetForm

if TYPE_CHECKING:
    from django.contrib.auth.forms import SetPasswordForm
    from django.http import HttpResponse


class ResetView(views.PasswordResetView):
    """`/password/reset/`: the address to which the link goes."""

    form_class = ResetForm
    email_template_name = "registration/password_reset_email.txt"
    subject_template_name = "registration/password_reset_subject.txt"


class ResetConfirmView(views.PasswordResetConfirmView):
    """`/password/reset/<who>/<token>/`: a new password, once for each link."""

    @transaction.atomic
    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        """Save it, with an entry."""
        answer = super().form_valid(form)
        if self.user is not None:
            password_was_reset(user=self.user)
        return answer
