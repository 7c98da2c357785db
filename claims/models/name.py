"""People, organisations, places and products, and how each is spelt."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.facets.types import Kind
from claims.models.choices import By, one_of

NAME_KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)
NAME_CHARACTERS = 300


class Name(models.Model):
    """One bearer of a name. merged_into: the same bearer under another row."""

    kind = models.CharField(
        max_length=16, choices=[(kind.value, kind.value) for kind in NAME_KINDS]
    )
    canonical = models.CharField(max_length=NAME_CHARACTERS)
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )

    class Meta:
        ordering = ["canonical", "id"]
        constraints = [
            one_of("kind", NAME_KINDS, table="name"),
            models.CheckConstraint(
                name="name_canonical_given", condition=~Q(canonical="")
            ),
            models.CheckConstraint(
                name="name_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.canonical


class NameVariant(models.Model):
    """A spelling. key: normalised, as a facet's value; text: as printed."""

    name = models.ForeignKey(Name, on_delete=models.PROTECT, related_name="variants")
    key = models.CharField(max_length=NAME_CHARACTERS, db_index=True)
    text = models.CharField(max_length=NAME_CHARACTERS)
    by = models.CharField(max_length=8, choices=By, default=By.ENGINE)

    class Meta:
        ordering = ["name_id", "key"]
        constraints = [
            models.UniqueConstraint(fields=["name", "key"], name="namevariant_key"),
            models.CheckConstraint(name="namevariant_key_given", condition=~Q(key="")),
            one_of("by", By.values, table="namevariant"),
        ]

    def __str__(self) -> str:
        return self.text


class NameApart(models.Model):
    """An editor's word that two names are not the same bearer."""

    low = models.ForeignKey(Name, on_delete=models.PROTECT, related_name="apart_low")
    high = models.ForeignKey(Name, on_delete=models.PROTECT, related_name="apart_high")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="names_apart"
    )

    class Meta:
        verbose_name_plural = "names apart"
        constraints = [
            models.UniqueConstraint(fields=["low", "high"], name="nameapart_pair"),
            models.CheckConstraint(
                name="nameapart_low_before_high", condition=Q(low__lt=F("high"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.low} is not {self.high}"
