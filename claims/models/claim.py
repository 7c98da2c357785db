"""A claim: a cluster of linked statements about one fact; an editor's unit of work.

Claim's counts and its ClaimFacet and ClaimOutlet rows are derived: written by
claims.services.linkage.claim_refresh alone, and good for lists and filters only.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.facets.types import Kind, Level
from claims.models.choices import KINDS, LEVELS, By, one_of
from claims.models.statement import Statement
from sources.models import Outlet

# Two independent ratings are the least that agreement can be computed on.
SLOTS = 2


class Claim(models.Model):
    """A cluster, and what lists and filters need to know of it.

    touched_at  since when an editor's work hangs on it; the engine may then only add
    round      of rating; grows when an adjudicated claim is opened again
    slots      how many editors rate it in a round
    merged_into  where its statements went; the row stays and keeps its own ratings
    stale      something a rating saw is gone or changed
    finding    what its statements are to each other, the gravest; empty where there is
               nothing to compare: fewer than two outlets and no outlet twice
    priority   the order of the queue, highest first (selectors.priority)
    conflicts  links that say conflicts and are not rejected
    outlets    that print the fact; origins: the independent ones, an upper bound
    first_reported, last_reported   local days of publication
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DISPUTED = "disputed", _("disputed")
        ADJUDICATED = "adjudicated", _("adjudicated")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Finding(models.TextChoices):
        CONFLICT = "conflict", "conflict"
        UPDATED = "updated", "changed since"
        NAMING = "naming", "naming only"
        CONSISTENT = "consistent", "consistent"

    title = models.TextField(blank=True)
    title_by = models.CharField(max_length=8, choices=By, default=By.ENGINE)
    state = models.CharField(max_length=16, choices=State, default=State.OPEN)
    round = models.PositiveSmallIntegerField(default=1)
    slots = models.PositiveSmallIntegerField(default=SLOTS)
    touched_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )
    stale = models.BooleanField(default=False)
    finding = models.CharField(max_length=12, choices=Finding, blank=True)
    priority = models.IntegerField(default=0)
    conflicts = models.PositiveIntegerField(default=0)
    outlets = models.PositiveIntegerField(default=0)
    origins = models.PositiveIntegerField(default=0)
    first_reported = models.DateField(null=True, blank=True)
    last_reported = models.DateField(null=True, blank=True)
    statements = models.ManyToManyField(
        Statement, through="claims.ClaimMember", related_name="claims"
    )

    class Meta:
        ordering = ["-priority", "id"]
        default_permissions = ("view", "change")
        permissions = [
            ("rate_claim", "Can rate a claim"),
            ("adjudicate_claim", "Can adjudicate and publish a claim"),
            ("assign_claim", "Can ask an editor to rate a claim"),
            ("comment_claim", "Can comment on a claim"),
        ]
        indexes = [
            # With the finding, so that counting reads the index alone.
            models.Index(
                F("state"),
                F("priority").desc(),
                F("id"),
                F("finding"),
                name="claim_queue",
                condition=Q(merged_into__isnull=True),
            ),
            # The order first: a page ends at its 25th claim, whichever filters are on.
            # State and finding behind it, so that those passed over are not read.
            models.Index(
                F("priority").desc(),
                F("id"),
                F("state"),
                F("finding"),
                name="claim_order",
                condition=Q(merged_into__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="claim_reported_in_order",
                condition=Q(first_reported__isnull=True)
                | Q(last_reported__isnull=True)
                | Q(first_reported__lte=F("last_reported")),
            ),
            models.CheckConstraint(
                name="claim_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(
                name="claim_round_from_one", condition=Q(round__gte=1)
            ),
            models.CheckConstraint(
                name="claim_slots_from_one", condition=Q(slots__gte=1)
            ),
            one_of(
                "state",
                ["open", "disputed", "adjudicated", "published", "withdrawn"],
                table="claim",
            ),
            one_of("title_by", By.values, table="claim"),
            one_of(
                "finding",
                ["conflict", "updated", "naming", "consistent"],
                table="claim",
                empty=True,
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"claim {self.pk}"


class ClaimMember(models.Model):
    """A statement in a claim, or kept out of it by an editor for good."""

    class State(models.TextChoices):
        IN = "in", _("in")
        OUT = "out", _("out")

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="members")
    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="memberships"
    )
    state = models.CharField(max_length=4, choices=State, default=State.IN)
    by = models.CharField(max_length=8, choices=By, default=By.ENGINE)

    class Meta:
        ordering = ["claim_id", "statement_id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "statement"], name="claimmember_statement"
            ),
            models.CheckConstraint(
                name="claimmember_out_by_editor",
                condition=Q(state="in") | Q(by="editor"),
            ),
            one_of("state", ["in", "out"], table="claimmember"),
            one_of("by", By.values, table="claimmember"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.state} claim {self.claim_id}"


class ClaimFacet(models.Model):
    """The worst level of a kind of facet among a claim's links. Derived."""

    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, related_name="facet_rows"
    )
    kind = models.CharField(max_length=16, choices=KINDS)
    worst_level = models.CharField(max_length=16, choices=LEVELS)

    class Meta:
        ordering = ["claim_id", "kind"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["claim", "kind"], name="claimfacet_kind"),
            one_of("kind", Kind, table="claimfacet"),
            one_of("worst_level", Level, table="claimfacet"),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id}: {self.kind} {self.worst_level}"


class ClaimOutlet(models.Model):
    """How many statements of an outlet stand in a claim. Derived."""

    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, related_name="outlet_rows"
    )
    outlet = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, related_name="claim_rows"
    )
    statements = models.PositiveIntegerField()

    class Meta:
        ordering = ["claim_id", "outlet_id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "outlet"], name="claimoutlet_outlet"
            ),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id}: outlet {self.outlet_id}"
