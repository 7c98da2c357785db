"""What a senior editor types: a verdict, a card, the reason for taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.services.verdict_rows import TITLE_CHARACTERS, Decided
from claims.services.verdicts import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import BoundField

    from claims.selectors.disputes import Dispute

TEXT_CHARACTERS = 2000
REASON_CHARACTERS = 2000
OPEN = ""  # the value of a facet that is left open
CANNOT_TELL = "0"


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "form-control mt-1"})


class SeenForm(forms.Form):
    """The verdict that the page showed: its round and number, 0 = none."""

    round = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    seq = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class CardForm(SeenForm):
    """A card to be published: only its title is typed."""

    title = forms.CharField(
        label=_("Title of the card"),
        max_length=TITLE_CHARACTERS,
        widget=_area(2),
        error_messages={"required": _("The card needs a title.")},
    )


class VerdictForm(CardForm):
    """A value for every disputed facet, or open; how consistent; two texts."""

    value = forms.ChoiceField(
        label=_("Consistency of the outlets"),
        choices=[
            *((str(n), str(n)) for n in range(VALUE_LOWEST, VALUE_HIGHEST + 1)),
            (CANNOT_TELL, _("cannot tell")),
        ],
        error_messages={"required": _("Choose from 1 to 5, or “cannot tell”.")},
    )
    text = forms.CharField(
        label=_("What readers will see"),
        required=False,
        max_length=TEXT_CHARACTERS,
        widget=_area(3),
    )
    reasons = forms.CharField(
        label=_("Why, for the raters"),
        required=False,
        max_length=TEXT_CHARACTERS,
        widget=_area(3),
    )

    def __init__(self, *args: Any, disputes: Sequence[Dispute], **more: Any) -> None:
        super().__init__(*args, **more)
        self.disputes = disputes
        for number, dispute in enumerate(disputes):
            # Not a ChoiceField: a value that is no longer printed is for the service
            # to refuse, with what is printed now.
            self.fields[f"facet-{number}"] = forms.CharField(
                label=dispute.name, required=False, initial=OPEN
            )
            self.fields[f"label-{number}"] = forms.CharField(
                initial=dispute.label, widget=forms.HiddenInput, required=False
            )

    @property
    def facets(self) -> list[tuple[Dispute, BoundField, BoundField]]:
        """Each dispute with the field of its value and that of its label."""
        return [
            (dispute, self[f"facet-{number}"], self[f"label-{number}"])
            for number, dispute in enumerate(self.disputes)
        ]

    @property
    def decision(self) -> Decision:
        """What was decided; call it when the form is valid."""
        cleaned = self.cleaned_data
        value = int(cleaned["value"])
        return Decision(
            decided=[
                Decided(
                    dispute.kind,
                    dispute.role,
                    # The label that the page showed: another facet may be here now.
                    cleaned[f"label-{number}"] or dispute.label,
                    cleaned[f"facet-{number}"],
                )
                for number, dispute in enumerate(self.disputes)
            ],
            value=value or None,
            text=cleaned["text"],
            reasons=cleaned["reasons"],
        )


class ReasonForm(forms.Form):
    """Why a card is taken back, or a claim is opened again."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=REASON_CHARACTERS,
        widget=_area(2),
        error_messages={"required": _("Say why.")},
    )


class ReopenForm(ReasonForm):
    """With the round that the page showed."""

    round = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
