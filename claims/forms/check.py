"""A draft as an editor pastes it; nothing of it is stored."""

from __future__ import annotations

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from claims.forms import LANGUAGES
from claims.services.findings import DRAFT_CHARACTERS
from sources.models import Outlet
from sources.services import Published, Refused, draft_published


class DraftForm(forms.Form):
    """Text, day, language, and whose articles are left out."""

    text = forms.CharField(
        label=_("Your draft"),
        strip=False,
        # A validator and no max_length: a browser would cut what is pasted, silently.
        validators=[
            MaxLengthValidator(
                DRAFT_CHARACTERS,
                _("The draft has %(show_value)d characters; at most %(limit_value)d."),
            )
        ],
        error_messages={"required": _("Paste the text of your draft.")},
        widget=forms.Textarea(
            attrs={
                "rows": 14,
                "class": "form-control printed",
                "autocomplete": "off",
                "spellcheck": "false",
            }
        ),
    )
    published = forms.DateField(
        label=_("Day of publication"),
        required=False,
        widget=forms.DateInput(
            format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"}
        ),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("As the text tells")), *LANGUAGES.items()],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    without = forms.ModelChoiceField(
        label=_("Leave out articles of"),
        queryset=Outlet.objects.order_by("name", "pk"),
        required=False,
        empty_label=_("nobody"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def clean_text(self) -> str:
        """The text with plain line ends."""
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(_("Paste the text of your draft."))
        return text.replace("\r\n", "\n")

    def clean_published(self) -> Published:
        """The day, as exactly as the engine takes it."""
        day = self.cleaned_data["published"]
        try:
            return draft_published(day.isoformat() if day else "")
        except Refused as refusal:
            reason = refusal.reason
            raise forms.ValidationError(f"{reason[:1].upper()}{reason[1:]}.") from None
