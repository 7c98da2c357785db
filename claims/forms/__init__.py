"""What people type: ratings, decisions on links, articles, publication dates."""

from __future__ import annotations

from typing import Any

from django import forms

from claims.models import Link
from claims.models.rating import (
    VALUE_HIGHEST,
    VALUE_LOWEST,
    VALUE_WITHOUT_RATIONALE,
)
from sources.models import Outlet

CANNOT_TELL = 0
RATIONALE_CHARACTERS = 5000
TITLE_CHARACTERS = 500
# What the form offers; the API and the import take any language code.
LANGUAGES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "nl": "Dutch",
    "en": "English",
    "fr": "French",
    "de": "German",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "es": "Spanish",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
}
SCALE = {
    5: "Fully consistent",
    4: "Consistent but for naming or precision",
    3: "Differing in detail",
    2: "Conflicting in substance",
    1: "Irreconcilable",
    CANNOT_TELL: "Cannot tell",
}


def describe_errors(form: forms.Form) -> None:
    """Tie each wrong field to the message beside it, for screen readers."""
    for name in form.errors:
        if name in form.fields:
            attributes = form.fields[name].widget.attrs
            attributes["aria-describedby"] = f"{form[name].auto_id}_error"


class RatingForm(forms.Form):
    """A value from 1 to 5 or 0 = cannot tell; below 4 and for 0 with a reason."""

    value = forms.TypedChoiceField(
        label="Rating",
        choices=[(str(value), label) for value, label in SCALE.items()],
        coerce=int,
        error_messages={"required": "Choose a rating, or “cannot tell”."},
    )
    rationale = forms.CharField(
        label="Why",
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
                "Say why: a rating of 1, 2 or 3 and “cannot tell” need a reason.",
            )
        return cleaned

    @property
    def rating(self) -> int | None:
        """The value as it is stored: null = cannot tell."""
        value = self.cleaned_data["value"]
        return value if VALUE_LOWEST <= value <= VALUE_HIGHEST else None


class DecisionForm(forms.Form):
    """An editor's word on a link, given on the revision that the page showed."""

    state = forms.ChoiceField(
        choices=[
            (state.value, state.label)
            for state in (
                Link.State.CONFIRMED,
                Link.State.REJECTED,
                Link.State.UNSURE,
            )
        ]
    )
    revision = forms.IntegerField(min_value=1)


def _languages(unsaid: str) -> list[tuple[str, str]]:
    return [("", unsaid), *LANGUAGES.items()]


def _date_input() -> forms.DateInput:
    return forms.DateInput(
        format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"}
    )


class PublishedForm(forms.Form):
    """The publication date of an article, as an editor knows it."""

    published = forms.DateField(
        label="Publication date", required=False, widget=_date_input()
    )


class ArticleForm(forms.Form):
    """A new article, pasted or as a file; too_large is said when neither was read."""

    too_large = ""

    outlet = forms.ModelChoiceField(
        label="Outlet",
        queryset=Outlet.objects.order_by("name", "pk"),
        required=False,
        empty_label="Choose…",
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    new_outlet = forms.CharField(
        label="or a new outlet",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "form-control"}),
        help_text="Its exact name. One that is known already is found again.",
    )
    published = forms.DateField(
        label="Publication date",
        required=False,
        widget=_date_input(),
        help_text="Without it, dates such as “last Thursday” stay unresolved.",
    )
    title = forms.CharField(
        label="Headline",
        required=False,
        max_length=TITLE_CHARACTERS,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
    url = forms.URLField(
        label="Address",
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "form-control"}),
    )
    language = forms.ChoiceField(
        label="Language",
        required=False,
        choices=_languages("As the text tells"),
        widget=forms.Select(attrs={"class": "form-select"}),
        help_text="Say it for a short text; only English is read.",
    )
    translated_from = forms.ChoiceField(
        label="Translated from",
        required=False,
        choices=_languages("Not translated"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    text = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "form-control printed"}),
        help_text="Paste the article here, or choose a file below.",
    )
    file = forms.FileField(
        label="File",
        required=False,
        widget=forms.ClearableFileInput(
            attrs={"class": "form-control", "accept": ".txt,.html,.htm"}
        ),
        help_text="A text or a saved web page (.txt, .html), 5 MB at most.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = cleaned.get("outlet") or cleaned.get("new_outlet")
        if not named and not self.errors.keys() & {"outlet", "new_outlet"}:
            self.add_error("outlet", "Choose an outlet, or name a new one.")
        if cleaned.get("outlet") and cleaned.get("new_outlet"):
            self.add_error(
                "new_outlet", "Choose one outlet or name a new one, not both."
            )
        if "text" in cleaned and "file" in cleaned:
            if cleaned["text"].strip() and cleaned["file"]:
                self.add_error("file", "Paste a text or choose a file, not both.")
            if not cleaned["text"].strip() and not cleaned["file"]:
                self.add_error("text", "Paste the text, or choose a file below.")
        return cleaned
