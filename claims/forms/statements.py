"""What an editor types about a statement: a value, a speaker, an origin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.facets.typed import MOST_CHARACTERS as VALUE_CHARACTERS
from claims.facets.types import Hop, Kind
from claims.selectors.wording import LABELS, ORIGINS, origin_words
from claims.services.attribution import MOST_CHARACTERS as HOP_CHARACTERS
from claims.services.attribution import MOST_HOPS
from claims.services.origins import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

    from claims.models import AttributionHop, Origin

REASON_CHARACTERS = 500
WORDS_CHARACTERS = 500
# Empty steps that the form of a chain offers beside those that are there.
STEPS_MORE = 2

ACTS = (
    ("said", _("said, told, wrote")),
    ("interview", _("in an interview")),
    ("post", _("in a post")),
    ("speech", _("in a speech")),
    ("filing", _("in a filing")),
    ("call", _("in a call")),
)
HOP_PARTS = ("speaker", "role", "venue", "cited_outlet")
UNKNOWN, NEW = "unknown", "new"


def _text(most: int, **attributes: str) -> forms.TextInput:
    return forms.TextInput(
        attrs={"class": "form-control", "maxlength": most, **attributes}
    )


def _part(label: _StrPromise) -> forms.CharField:
    """A part of a chain or of an origin: never needed."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=HOP_CHARACTERS,
        widget=_text(HOP_CHARACTERS),
    )


def _kinds() -> list[tuple[str, str]]:
    """In the language of who asks: a list made once has that of the start."""
    return [(kind.value, LABELS[kind]) for kind in Kind]


def _origins() -> list[tuple[str, str]]:
    return [(kind, ORIGINS[kind]) for kind in KINDS]


class EditionForm(forms.Form):
    """The edition of the statement that the page showed."""

    edition = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=REASON_CHARACTERS,
        widget=_text(REASON_CHARACTERS),
    )


class FacetForm(EditionForm):
    """A value for words that the page named by their place."""

    kind = forms.ChoiceField(
        choices=_kinds,
        widget=forms.HiddenInput,
    )
    start = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    value = forms.CharField(
        label=_("means"),
        required=False,
        max_length=VALUE_CHARACTERS,
        widget=_text(VALUE_CHARACTERS, autocomplete="off"),
    )


class NewFacetForm(EditionForm):
    """A value for words that the editor copies from the quote."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=_kinds,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    words = forms.CharField(
        label=_("Words of the statement"),
        max_length=WORDS_CHARACTERS,
        widget=_text(WORDS_CHARACTERS, autocomplete="off"),
        help_text=_("Exactly as printed."),
    )
    value = forms.CharField(
        label=_("What they mean"),
        required=False,
        max_length=VALUE_CHARACTERS,
        widget=_text(VALUE_CHARACTERS, autocomplete="off"),
        help_text=_(
            "Empty where the words say it themselves. Else for example 6 June 2031, "
            "$2.5 billion, 90 minutes, 12%, denied, planned."
        ),
    )


class HopForm(forms.Form):
    """One step of a chain; an empty one is left out."""

    speaker = _part(_("Speaker"))
    role = _part(_("Office"))
    cue = forms.ChoiceField(
        label=_("How"),
        required=False,
        choices=ACTS,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    venue = _part(_("Where"))
    cited_outlet = _part(_("Cited outlet"))

    @property
    def hop(self) -> Hop | None:
        """The step; None for an empty row."""
        given = self.cleaned_data
        told = {name: given.get(name, "") for name in HOP_PARTS}
        return (
            Hop(0, **told, cue=given.get("cue") or "said")
            if any(told.values())
            else None
        )


HopFormSet = forms.formset_factory(HopForm, extra=0, max_num=MOST_HOPS)


def hops_initial(hops: Iterable[AttributionHop]) -> list[dict[str, Any]]:
    """The chain as the rows of the form, with some empty ones behind."""
    acts = {word for word, _label in ACTS}
    rows: list[dict[str, Any]] = [
        {
            # The engine repeats a cited outlet as its speaker.
            "speaker": "" if hop.speaker == hop.cited_text else hop.speaker,
            "role": hop.role,
            "venue": hop.venue,
            "cited_outlet": hop.cited_text,
            "cue": next((w for w in hop.cue.lower().split() if w in acts), "said"),
        }
        for hop in hops
    ]
    empty = min(STEPS_MORE, MOST_HOPS - len(rows))
    return rows + [{} for _row in range(empty)]


class OriginForm(EditionForm):
    """A known origin, none, or a new one by its kind, speaker and venue."""

    choice = forms.ChoiceField(
        label=_("Goes back to"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    kind = forms.ChoiceField(
        label=_("Kind of a new one"),
        required=False,
        choices=_origins,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    speaker = _part(_("Who"))
    venue = _part(_("Where"))

    def __init__(
        self, *args: Any, offered: Iterable[Origin], now: Origin | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [
            (str(one.pk), origin_words(one)) for one in offered
        ]
        if now is not None:
            choices.insert(0, (str(now.pk), origin_words(now)))
        choices += [(UNKNOWN, _("not known: the outlet itself")), (NEW, _("a new one"))]
        self.fields["choice"].choices = choices  # type: ignore[attr-defined]
        self.fields["choice"].initial = str(now.pk) if now is not None else UNKNOWN


class MergeForm(forms.Form):
    """Another origin that is the same act."""

    into = forms.ChoiceField(
        label=_("Is the same act as"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def __init__(self, *args: Any, offered: Iterable[Origin], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), origin_words(one)) for one in offered]
        self.fields["into"].choices = choices  # type: ignore[attr-defined]
