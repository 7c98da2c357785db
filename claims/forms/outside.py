"""What people type about verdicts from elsewhere: a file, the claim one is about."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.forms.curation import reason_field
from claims.models import Claim
from claims.reviews.limits import FILE_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

# Characters of a file that is held in the form of its preview: JSON of FILE_BYTES has
# about a tenth of that packed. What is larger is chosen again.
HELD_CHARACTERS = 2_000_000


class OutsideFileForm(forms.Form):
    """A file with ClaimReview in it; held: the one that the preview was made of."""

    too_large = ""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.ClearableFileInput(
            attrs={
                "class": "form-control",
                "accept": ".json,.jsonld,.html,.htm,application/ld+json",
            }
        ),
        help_text=_("JSON-LD, a feed, or a saved web page, 5 MB at most."),
    )
    held = forms.CharField(
        required=False, widget=forms.HiddenInput, max_length=HELD_CHARACTERS
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["content"] = self._content(cleaned.get("file"), cleaned.get("held"))
        if cleaned["content"] is None and not self.errors:
            self.add_error("file", _("Choose a file."))
        return cleaned

    def _content(self, file: UploadedFile | None, held: str | None) -> bytes | None:
        if file is not None:
            return file.read()
        return unpack(held) if held else None


def pack(content: bytes) -> str:
    """The file for the form of its preview; "" for one that is too large for it."""
    held = base64.b64encode(zlib.compress(content)).decode("ascii")
    return held if len(held) <= HELD_CHARACTERS else ""


def unpack(held: str) -> bytes | None:
    """The file that was held; None for what no form of ours has held."""
    try:
        packed = base64.b64decode(held, validate=True)
        reader = zlib.decompressobj()
        content = reader.decompress(packed, FILE_BYTES + 1)
    except (binascii.Error, zlib.error, ValueError):
        return None
    return content if reader.eof and len(content) <= FILE_BYTES else None


class AttachForm(forms.Form):
    """The claim that a verdict is about: one of those found, or any by its number."""

    claim = forms.IntegerField(
        label=_("Claim number"),
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
        error_messages={"required": _("Choose a claim, or give its number.")},
    )
    reason = reason_field()
    revision = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def chosen(self) -> Claim | None:
        """The claim that was named, if there is one."""
        return Claim.objects.filter(pk=self.cleaned_data["claim"]).first()


class OutsideActForm(forms.Form):
    """Why a verdict is taken off its claim, or removed."""

    reason = reason_field()
    revision = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
