"""What editors type about links and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.linkage.types import Relation
from claims.models import Claim
from claims.services.titles import TITLE_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.models import Statement

REASON_CHARACTERS = 2000
QUERY_CHARACTERS = 200

RELATIONS = [
    (Relation.CORROBORATES.value, _("corroborates: both can be true")),
    (Relation.CONFLICTS.value, _("conflicts: both cannot be true")),
    (Relation.UPDATES.value, _("updates: one tells a later state")),
]
# Which of the two tells the later state; the higher number is the second.
LATER = [
    ("", _("by the day of the event, else of publication")),
    ("1", _("the second")),
    ("-1", _("the first")),
]


def reason_field() -> forms.CharField:
    """A reason that may stay empty: it is in the history for those who ask later."""
    return forms.CharField(
        label=_("Why"),
        required=False,
        max_length=REASON_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
    )


class RelationForm(forms.Form):
    """What two statements are to each other, instead of what the engine says."""

    relation = forms.ChoiceField(
        label=_("Relation"), choices=RELATIONS, widget=forms.RadioSelect
    )
    later = forms.TypedChoiceField(
        label=_("Of an update, the later one is"),
        choices=LATER,
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    reason = reason_field()
    revision = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("relation") != Relation.UPDATES:
            cleaned["later"] = None
        return cleaned


class FacetForm(forms.Form):
    """A facet of a link that cannot be compared, and why."""

    facet = forms.IntegerField(
        error_messages={"required": _("Choose the facet that cannot be compared.")}
    )
    reason = forms.CharField(
        label=_("Why it cannot be compared"),
        max_length=REASON_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
        error_messages={"required": _("Say why it cannot be compared.")},
    )
    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class HandLinkForm(RelationForm):
    """Two statements by their numbers, and what they are to each other."""

    one = forms.IntegerField(
        min_value=1, error_messages={"required": _("Choose the first statement.")}
    )
    other = forms.IntegerField(
        min_value=1, error_messages={"required": _("Choose the second statement.")}
    )


class SearchForm(forms.Form):
    """Words that a statement prints."""

    q = forms.CharField(
        label=_("Words of the other statement"),
        required=False,
        max_length=QUERY_CHARACTERS,
        widget=forms.TextInput(attrs={"class": "form-control", "type": "search"}),
    )


class TitleForm(forms.Form):
    """A title, and the one that the page showed."""

    title = forms.CharField(
        label=_("Title"),
        max_length=TITLE_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
        error_messages={"required": _("A claim needs a title.")},
    )
    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    reason = reason_field()


class MergeForm(forms.Form):
    """The other claim: one of those proposed, or any by its number."""

    other = forms.IntegerField(
        label=_("Claim number"),
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
        error_messages={"required": _("Choose a claim, or give its number.")},
    )
    reason = reason_field()

    def claim(self) -> Claim | None:
        """The claim that was named, if there is one."""
        return Claim.objects.filter(pk=self.cleaned_data["other"]).first()


class StatementsForm(forms.Form):
    """Some of the statements that the page shows."""

    statements = forms.TypedMultipleChoiceField(
        label=_("Statements"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    title = forms.CharField(
        label=_("Title of the new claim"),
        required=False,
        max_length=TITLE_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
        help_text=_("Without one, the words of a statement that stands well alone."),
    )
    reason = reason_field()

    def __init__(
        self, *args: Any, shown: Sequence[Statement] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["statements"]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = [(str(row.pk), str(row)) for row in shown]
        self.shown = {row.pk: row for row in shown}

    @property
    def chosen(self) -> list[Statement]:
        """The statements that were ticked."""
        return [self.shown[pk] for pk in self.cleaned_data["statements"]]


class PlaceForm(forms.Form):
    """Where a statement of a claim goes: to another claim, or out."""

    to = forms.IntegerField(
        label=_("Number of the claim to which it moves"),
        min_value=1,
        required=False,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )
    reason = reason_field()
