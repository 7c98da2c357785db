"""What an editor types to rate a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models.rating import (
    VALUE_HIGHEST,
    VALUE_LOWEST,
    VALUE_WITHOUT_RATIONALE,
)
from claims.services.drafts import UNKNOWN

if TYPE_CHECKING:
    from claims.models import RatingDraft

CANNOT_TELL = 0
RATIONALE_CHARACTERS = 5000
SCALE = {
    5: _("Fully consistent"),
    4: _("Consistent but for naming or precision"),
    3: _("Differing in detail"),
    2: _("Conflicting in substance"),
    1: _("Irreconcilable"),
    CANNOT_TELL: _("Cannot tell"),
}


class RatingForm(forms.Form):
    """A value from 1 to 5 or 0 = cannot tell; below 4 and for 0 with a reason."""

    value = forms.TypedChoiceField(
        label=_("Rating"),
        choices=[(str(value), label) for value, label in SCALE.items()],
        coerce=int,
        error_messages={"required": _("Choose a rating, or “cannot tell”.")},
    )
    rationale = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=RATIONALE_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4, "class": "form-control mt-1"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        value = cleaned.get("value")
        if (
            value is not None
            and value < VALUE_WITHOUT_RATIONALE
            and "rationale" in cleaned
            and not cleaned["rationale"]
        ):
            self.add_error(
                "rationale",
                _("Say why: a rating of 1, 2 or 3 and “cannot tell” need a reason."),
            )
        return cleaned

    @property
    def rating(self) -> int | None:
        """The value as it is stored: null = cannot tell."""
        value = self.cleaned_data["value"]
        return value if VALUE_LOWEST <= value <= VALUE_HIGHEST else None


def begun(draft: RatingDraft | None) -> RatingForm:
    """The form with what the editor has typed before, if anything."""
    if draft is None:
        return RatingForm()
    value = str(CANNOT_TELL) if draft.value == UNKNOWN else draft.value
    return RatingForm(initial={"value": value, "rationale": draft.rationale})


def drafted(value: str) -> str:
    """A value of the form as a draft has it; what is not on the scale is none."""
    if value == str(CANNOT_TELL):
        return UNKNOWN
    on_scale = {str(each) for each in range(VALUE_LOWEST, VALUE_HIGHEST + 1)}
    return value if value in on_scale else ""
