"""What people say to each other."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.services.comments import COMMENT_CHARACTERS


class CommentForm(forms.Form):
    """A comment on a claim; @name mentions somebody."""

    body = forms.CharField(
        label=_("Comment"),
        max_length=COMMENT_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4, "class": "form-control"}),
        help_text=_("@name tells a colleague. A comment is no rating."),
        error_messages={"required": _("Write something first.")},
    )
