"""A pair of statements about the same fact, and how each of its facets compares.

Two sets of columns. engine_… is what the latest engine says; relation, state, by and
revision are what holds. They are the same until an editor decides; from then on only
the engine's columns follow the engine, and the page says where the two differ.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation
from claims.models.choices import (
    ENGINE_VERSION_CHARACTERS,
    KINDS,
    LEVELS,
    RELATIONS,
    ROLE_CHARACTERS,
    By,
    one_of,
)
from claims.models.statement import Statement

# Where a side does not state the facet.
NOT_STATED = -1


class Link(models.Model):
    """low < high by statement id.

    direction  for updates: 1 = high tells the later state, -1 = low does; else 0
    engine_score  0–1, an order and not a probability; null when the engine says none
    revision   grows with every decision; a decision names the one it has seen
    """

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")
        UNSURE = "unsure", _("unsure")

    low = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="links_as_low"
    )
    high = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="links_as_high"
    )
    direction = models.SmallIntegerField(default=0)
    same_article = models.BooleanField(default=False)
    engine_relation = models.CharField(
        max_length=16, choices=RELATIONS, default=Relation.NONE.value
    )
    engine_score = models.FloatField(null=True, blank=True)
    engine_rule = models.CharField(max_length=100, blank=True)
    engine_reason = models.TextField(blank=True)
    engine_version = models.CharField(max_length=ENGINE_VERSION_CHARACTERS, blank=True)
    relation = models.CharField(max_length=16, choices=RELATIONS)
    state = models.CharField(max_length=16, choices=State, default=State.SUGGESTED)
    by = models.CharField(max_length=8, choices=By, default=By.ENGINE)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        default_permissions = ("view",)
        permissions = [("decide_link", "Can confirm or reject a link")]
        indexes = [
            models.Index(fields=["relation", "id"], name="link_relation"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["low", "high"], name="link_pair"),
            models.CheckConstraint(
                name="link_low_before_high", condition=Q(low__lt=F("high"))
            ),
            models.CheckConstraint(
                name="link_direction_known", condition=Q(direction__in=[-1, 0, 1])
            ),
            models.CheckConstraint(
                name="link_decided_by_editor",
                condition=Q(state="suggested") | Q(by="editor"),
            ),
            models.CheckConstraint(
                name="link_score_in_range",
                condition=Q(engine_score__isnull=True)
                | Q(engine_score__gte=0, engine_score__lte=1),
            ),
            one_of("engine_relation", Relation, table="link"),
            one_of("relation", Relation, table="link"),
            one_of(
                "state", ["suggested", "confirmed", "rejected", "unsure"], table="link"
            ),
            one_of("by", By.values, table="link"),
        ]

    def __str__(self) -> str:
        return f"{self.low_id} {self.relation} {self.high_id}"


class FacetComparison(models.Model):
    """The level of one facet of a linked pair; spans count from each quote's start.

    A start of -1 means that the side does not state the facet. low_value and high_value
    are the values that were compared, so that the row explains itself after the next
    extraction.
    """

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="comparisons")
    kind = models.CharField(max_length=16, choices=KINDS)
    role = models.CharField(max_length=ROLE_CHARACTERS, blank=True)
    low_start = models.IntegerField(default=NOT_STATED)
    low_end = models.IntegerField(default=NOT_STATED)
    low_text = models.TextField(blank=True)
    low_value = models.TextField(blank=True)
    high_start = models.IntegerField(default=NOT_STATED)
    high_end = models.IntegerField(default=NOT_STATED)
    high_text = models.TextField(blank=True)
    high_value = models.TextField(blank=True)
    engine_level = models.CharField(max_length=16, choices=LEVELS, blank=True)
    level = models.CharField(max_length=16, choices=LEVELS)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=8, choices=By, default=By.ENGINE)

    class Meta:
        ordering = ["link_id", "id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["link", "kind", "role", "low_start", "high_start"],
                name="facetcomparison_place",
            ),
            models.CheckConstraint(
                name="facetcomparison_low_span",
                condition=Q(low_start=NOT_STATED, low_end=NOT_STATED)
                | Q(low_start__gte=0, low_start__lte=F("low_end")),
            ),
            models.CheckConstraint(
                name="facetcomparison_high_span",
                condition=Q(high_start=NOT_STATED, high_end=NOT_STATED)
                | Q(high_start__gte=0, high_start__lte=F("high_end")),
            ),
            one_of("kind", Kind, table="facetcomparison"),
            one_of("level", Level, table="facetcomparison"),
            one_of("engine_level", Level, table="facetcomparison", empty=True),
            one_of("by", By.values, table="facetcomparison"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.level}"
