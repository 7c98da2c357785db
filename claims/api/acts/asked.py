"""The bodies of acts. What a page's form allows, its field here allows: `of`."""

from __future__ import annotations

from typing import Any

from django import forms
from rest_framework import serializers

from claims.forms import DecisionForm
from claims.forms.articles import MarkForm, RestoreForm, WithdrawForm
from claims.forms.comments import CommentForm
from claims.forms.curation import (
    FacetForm,
    MergeForm,
    RelationForm,
    StatementsForm,
    TitleForm,
)
from claims.forms.outside import AttachForm
from claims.forms.statements import EditionForm, HopForm, NewFacetForm, OriginForm
from claims.forms.statements import FacetForm as ValueForm
from claims.forms.verdicts import CardForm, ReasonForm, ReopenForm, VerdictForm
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.services.attribution import MOST_HOPS
from claims.services.drafts import DRAFT_CHARACTERS, VALUES
from claims.services.slots import MOST_SLOTS
from factcheck.operations.api.asked import Asked
from factcheck.operations.ids import LARGEST_ID

# Statements of which a claim is made or split; more come by merging (claims.views).
MOST_CHOSEN = 200
# A disputed facet's words are cut at 120 characters, its label names it (disputes).
DECIDED_CHARACTERS = 500
MOST_DECIDED = 100
MOMENT_CHARACTERS = 40


def of(form: type[forms.Form], name: str, **more: Any) -> Any:
    """A field of a body with the choices and bounds of a form's."""
    field = form.base_fields[name]
    options: dict[str, Any] = {"required": field.required, **more}
    if isinstance(field, forms.ChoiceField):
        pairs: Any = field.choices
        choices = [key for key, _label in pairs if key != ""]
        return serializers.ChoiceField(
            choices, **{"allow_blank": not field.required, **options}
        )
    if isinstance(field, forms.IntegerField):
        most = LARGEST_ID if field.max_value is None else field.max_value
        return serializers.IntegerField(
            **{"min_value": field.min_value or 0, "max_value": most, **options}
        )
    assert isinstance(field, forms.CharField)
    return serializers.CharField(
        **{
            "max_length": field.max_length,
            "allow_blank": not field.required,
            "trim_whitespace": field.strip,
            **options,
        }
    )


def number(**options: Any) -> serializers.IntegerField:
    """The number of an object."""
    return serializers.IntegerField(min_value=1, max_value=LARGEST_ID, **options)


def because(form: type[forms.Form] = RelationForm) -> Any:
    """A reason for the history; needed where the form needs it."""
    return of(form, "reason", help_text="why, for the history")


class NothingAsked(Asked):
    """An empty object, or no body at all."""


class ReasonAsked(Asked):
    """Why; may be left out."""

    reason = because()


class DecideAsked(Asked):
    """A decision on a link; relation says what it is instead of what it says."""

    state = of(DecisionForm, "state")
    relation = of(RelationForm, "relation", required=False)
    direction = serializers.ChoiceField(
        [1, -1],
        required=False,
        help_text="of an update: 1 = b tells the later state, -1 = a does; without it "
        "by the day of the event, else of publication",
    )
    revision = of(RelationForm, "revision", help_text="that of the link as it was read")
    reason = because()


class SetAsideAsked(Asked):
    """A facet of a link that cannot be compared."""

    facet = number(help_text="the id of one of the link's facets")
    revision = of(FacetForm, "revision", required=False)
    reason = because(FacetForm)


class HandLinkAsked(Asked):
    """Two statements, and what they are to each other."""

    a = number(help_text="number of a statement")
    b = number(help_text="number of another one")
    relation = of(RelationForm, "relation")
    direction = serializers.ChoiceField(
        [1, -1], required=False, help_text="of an update: 1 = b tells the later state"
    )
    revision = of(
        RelationForm,
        "revision",
        help_text="of the link that is there already, as it was read; without it an "
        "editor's decision is not replaced",
    )
    reason = because()


class StatementsAsked(Asked):
    """Some statements of which a claim is made."""

    statements = serializers.ListField(
        child=number(), allow_empty=False, max_length=MOST_CHOSEN
    )
    title = of(StatementsForm, "title")
    reason = because(StatementsForm)


class RenameAsked(Asked):
    """A title for a claim."""

    title = of(TitleForm, "title")
    seen = of(TitleForm, "seen", help_text="the title that you have read")
    reason = because(TitleForm)


class MergeAsked(Asked):
    """The claim with which this one is merged: the lower number stays."""

    other = of(MergeForm, "other", min_value=1)
    reason = because(MergeForm)


class AttachAsked(Asked):
    """The claim that a verdict from elsewhere is about."""

    claim = of(AttachForm, "claim", min_value=1)
    reason = because(AttachForm)


class MoveAsked(Asked):
    """The claim to which a statement is moved."""

    to = number()
    reason = because()


class CommentAsked(Asked):
    """A comment; @name mentions somebody."""

    body = of(CommentForm, "body")


class AssignAsked(Asked):
    """Who is asked to rate, and until the end of which day."""

    editor = serializers.CharField(max_length=150, help_text="user name; yours, too")
    due = serializers.DateField(required=False, allow_null=True)


class SlotsAsked(Asked):
    """How many places the claim has, as you have read it."""

    slots = serializers.IntegerField(min_value=1, max_value=MOST_SLOTS)


class DraftAsked(Asked):
    """A rating that is not saved yet; with neither, the draft is forgotten."""

    value = serializers.ChoiceField(["", *VALUES], required=False, default="")
    rationale = serializers.CharField(
        required=False,
        default="",
        allow_blank=True,
        trim_whitespace=False,
        max_length=DRAFT_CHARACTERS,
    )


class DecidedAsked(Asked):
    """The value that stands for a disputed facet, as GET names both; "" = open."""

    kind = serializers.CharField(max_length=DECIDED_CHARACTERS)
    role = serializers.CharField(
        max_length=DECIDED_CHARACTERS, allow_blank=True, required=False, default=""
    )
    label = serializers.CharField(  # type: ignore[assignment]
        max_length=DECIDED_CHARACTERS
    )
    value = serializers.CharField(max_length=DECIDED_CHARACTERS, allow_blank=True)


class SeenAsked(Asked):
    """The last verdict that you have read: its round and its number, 0 = none."""

    round = of(CardForm, "round")
    seq = of(CardForm, "seq")


class CardAsked(SeenAsked):
    """A card to be published."""

    title = of(CardForm, "title", required=False, allow_blank=True)


class VerdictAsked(CardAsked):
    """A verdict. Disputed facets that are not named stay open."""

    decided = serializers.ListField(
        child=DecidedAsked(), required=False, max_length=MOST_DECIDED
    )
    value = serializers.IntegerField(
        min_value=VALUE_LOWEST,
        max_value=VALUE_HIGHEST,
        allow_null=True,
        help_text="how consistent the outlets are; null: cannot tell",
    )
    text = of(VerdictForm, "text", help_text="what readers will see")
    reasons = of(VerdictForm, "reasons", help_text="why, for the raters")
    publish = serializers.BooleanField(required=False, default=False)


class UnpublishAsked(Asked):
    """Why a card is taken back: readers find it in its place."""

    reason = because(ReasonForm)


class ReopenAsked(Asked):
    """The round that you have read, and the question for the next one."""

    round = of(ReopenForm, "round")
    reason = because(ReopenForm)


class PlacedAsked(Asked):
    """Words of a statement: by start and end in its quote, or as printed."""

    kind = of(ValueForm, "kind")
    start = of(ValueForm, "start", required=False)
    end = of(ValueForm, "end", required=False)
    words = of(
        NewFacetForm,
        "words",
        required=False,
        help_text="instead of start and end, where the quote prints them once",
    )
    reason = because(EditionForm)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Either a place or words."""
        return placed(attrs)


class CorrectFacetAsked(PlacedAsked):
    """What the words mean; without a value they say it themselves."""

    value = of(ValueForm, "value")


class HopAsked(Asked):
    """One step of a chain: a speaker, a cited outlet, or both."""

    speaker = of(HopForm, "speaker", default="")
    role = of(HopForm, "role", default="")
    cue = of(HopForm, "cue", default="said", allow_blank=False)
    venue = of(HopForm, "venue", default="")
    cited_outlet = of(HopForm, "cited_outlet", default="")


class AttributionAsked(Asked):
    """Who said it and through whom, outermost first; none: as the engine reads it."""

    hops = serializers.ListField(child=HopAsked(), max_length=MOST_HOPS)
    reason = because(EditionForm)


class OriginAsked(Asked):
    """A known origin, null for none, or a new one by kind, speaker and venue."""

    origin = number(required=False, allow_null=True)
    kind = of(OriginForm, "kind")
    speaker = of(OriginForm, "speaker")
    venue = of(OriginForm, "venue")
    reason = because(EditionForm)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One of the two ways."""
        if ("origin" in attrs) == bool(attrs.get("kind")):
            raise serializers.ValidationError(
                {"origin": "Send origin, or kind with speaker and venue."}
            )
        return attrs


class MergeOriginAsked(Asked):
    """Another origin that is the same act."""

    into = number()
    reason = because(EditionForm)


class MarkAsked(Asked):
    """A sentence: by its place in a version of the text, or by its words."""

    version = number(help_text="as the article says it")
    start = of(MarkForm, "start")
    end = of(MarkForm, "end")
    words = of(MarkForm, "words")
    reason = because()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Either a place or words."""
        return placed(attrs)


class WithdrawAsked(Asked):
    """The reason that the tombstone tells."""

    reason = of(WithdrawForm, "reason")


class RestoreAsked(Asked):
    """Why it is shown again."""

    reason = because(RestoreForm)


class PublishedAsked(Asked):
    """The publication date as exactly as it is known; empty: not known."""

    published = serializers.CharField(
        allow_blank=True,
        max_length=MOMENT_CHARACTERS,
        help_text="2025-06, 2025-06-10 or 2025-06-10T00:19-04:00",
    )


def placed(attrs: dict[str, Any]) -> dict[str, Any]:
    """A place has both its ends, and no words beside it."""
    ends = {"start", "end"} & attrs.keys()
    if len(ends) == 1 or bool(ends) == bool(attrs.get("words")):
        raise serializers.ValidationError({"words": "Send start and end, or words."})
    return attrs
