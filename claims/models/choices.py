"""Choices that several tables share, and the CHECK that keeps a column inside them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation

# Roles are words of the frame ("agent", "patient", a preposition); a longer one is cut.
ROLE_CHARACTERS = 64
ENGINE_VERSION_CHARACTERS = 120


# The words of levels and relations; those of kinds stand in selectors.wording.
WORDS = (
    _("agree"),
    _("refines"),
    _("conflict"),
    _("not comparable"),
    _("naming variant"),
    _("updated"),
    _("unknown"),
    _("corroborates"),
    _("conflicts"),
    _("updates"),
    _("none"),
)


class By(models.TextChoices):
    """Whose the row is. The engine never touches an editor's."""

    ENGINE = "engine", "engine"
    EDITOR = "editor", "editor"


def choices_of(words: type[StrEnum]) -> list[tuple[str, str | Promise]]:
    """The pairs that a model field wants, in the order of the enumeration."""
    labels = {word.value: word.value.replace("_", " ") for word in words}
    return [(value, gettext_lazy(label)) for value, label in labels.items()]


def one_of(
    column: str, values: Iterable[str], *, table: str, empty: bool = False
) -> models.CheckConstraint:
    """CHECK that the column holds one of the values (or nothing, when `empty`)."""
    allowed = [str(value) for value in values] + ([""] if empty else [])
    return models.CheckConstraint(
        name=f"{table}_{column}_known",
        condition=models.Q(**{f"{column}__in": allowed}),
    )


KINDS = choices_of(Kind)
LEVELS = choices_of(Level)
RELATIONS = choices_of(Relation)
