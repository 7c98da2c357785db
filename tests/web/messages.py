"""What a page tells once, above everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpResponse


def said(answer: HttpResponse) -> list[str]:
    return [str(message) for message in answer.context["messages"]]
