"""What people type: ratings, decisions on links, articles, publication dates."""

from __future__ import annotations

from typing import Any

from django import forms

from claims.models import Link
from claims.models.rating import (
    VALUE_HIGHEST as VALUE_HIGHEST,
)
from claims.models.rating import (
    VALUE_LOWEST as VALUE_LOWEST,
)
from claims.models.rating import (
    VALUE_WITHOUT_RATIONALE as VALUE_WITHOUT_RATIONALE,
)
from sources.models import Outlet

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


def describe_errors(form: forms.Form) -> None:
    """Tie each wrong field to the message beside it, for screen readers."""
    for name in form.errors:
        if name in form.fields:
            attributes = form.fields[name].widget.attrs
            attributes["aria-describedby"] = f"{form[name].auto_id}_error"


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
