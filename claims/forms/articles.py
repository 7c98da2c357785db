"""What an editor types about a whole article: a sentence of it, why it goes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.services.statements import MOST_CHARACTERS
from sources.services import WITHDRAWN_REASON_CHARACTERS


class MarkForm(forms.Form):
    """A sentence: by its place in the version that was seen, or by its words."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Words of the article"),
        required=False,
        strip=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 3, "class": "form-control printed"}),
        help_text=_("Exactly as printed, copied from the text."),
    )


class WithdrawForm(forms.Form):
    """The reason that the tombstone tells."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=WITHDRAWN_REASON_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
        help_text=_("Everybody who opens the article reads it."),
        error_messages={"required": _("Say why: the page of the article tells it.")},
    )


class RestoreForm(forms.Form):
    """Why a withdrawn article is shown again, for the history."""

    reason = forms.CharField(
        label=_("Why it is shown again"),
        required=False,
        max_length=WITHDRAWN_REASON_CHARACTERS,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
