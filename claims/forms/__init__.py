"""What people type: ratings, decisions on links, articles, publication dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

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

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TITLE_CHARACTERS = 500
# What the form offers; the API and the import take any language code.
LANGUAGES = {
    "ar": _("Arabic"),
    "zh": _("Chinese"),
    "nl": _("Dutch"),
    "en": _("English"),
    "fr": _("French"),
    "de": _("German"),
    "hi": _("Hindi"),
    "id": _("Indonesian"),
    "it": _("Italian"),
    "ja": _("Japanese"),
    "ko": _("Korean"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "ru": _("Russian"),
    "es": _("Spanish"),
    "sv": _("Swedish"),
    "tr": _("Turkish"),
    "uk": _("Ukrainian"),
    "vi": _("Vietnamese"),
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


def _languages(unsaid: _StrPromise) -> list[tuple[str, _StrPromise]]:
    return [("", unsaid), *LANGUAGES.items()]


def _date_input() -> forms.DateInput:
    return forms.DateInput(
        format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"}
    )


class PublishedForm(forms.Form):
    """The publication date of an article, as an editor knows it."""

    published = forms.DateField(
        label=_("Publication date"), required=False, widget=_date_input()
    )


class ArticleForm(forms.Form):
    """A new article, pasted or as a file; too_large is said when neither was read."""

    too_large = ""

    outlet = forms.ModelChoiceField(
        label=_("Outlet"),
        queryset=Outlet.objects.order_by("name", "pk"),
        required=False,
        empty_label=_("Choose…"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    new_outlet = forms.CharField(
        label=_("or a new outlet"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "form-control"}),
        help_text=_("Its exact name. One that is known already is found again."),
    )
    published = forms.DateField(
        label=_("Publication date"),
        required=False,
        widget=_date_input(),
        help_text=_("Without it, dates such as “last Thursday” stay unresolved."),
    )
    title = forms.CharField(
        label=_("Headline"),
        required=False,
        max_length=TITLE_CHARACTERS,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
    url = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "form-control"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=_languages(_("As the text tells")),
        widget=forms.Select(attrs={"class": "form-select"}),
        help_text=_("Say it for a short text; only English is read."),
    )
    translated_from = forms.ChoiceField(
        label=_("Translated from"),
        required=False,
        choices=_languages(_("Not translated")),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "form-control printed"}),
        help_text=_("Paste the article here, or choose a file below."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.ClearableFileInput(
            attrs={"class": "form-control", "accept": ".txt,.html,.htm"}
        ),
        help_text=_("A text or a saved web page (.txt, .html), 5 MB at most."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = cleaned.get("outlet") or cleaned.get("new_outlet")
        if not named and not self.errors.keys() & {"outlet", "new_outlet"}:
            self.add_error("outlet", _("Choose an outlet, or name a new one."))
        if cleaned.get("outlet") and cleaned.get("new_outlet"):
            self.add_error(
                "new_outlet", _("Choose one outlet or name a new one, not both.")
            )
        if "text" in cleaned and "file" in cleaned:
            if cleaned["text"].strip() and cleaned["file"]:
                self.add_error("file", _("Paste a text or choose a file, not both."))
            if not cleaned["text"].strip() and not cleaned["file"]:
                self.add_error("text", _("Paste the text, or choose a file below."))
        return cleaned
