"""What a fact-checker elsewhere has published about a claim, read from ClaimReview."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.choices import By, one_of
from claims.models.claim import Claim
from claims.models.statement import Statement
from claims.reviews.limits import DECIMAL_DIGITS, NAME_CHARACTERS, WHOLE_DIGITS

# Characters of a language's code: "zh-Hant-TW" and longer ones.
LANGUAGE_CHARACTERS = 32


class OutsideVerdict(models.Model):
    """Kept beside our own judgement: no rating, no link, and in no count.

    key         of claims.reviews.Review: the same review again updates the row
    claim_reviewed, rating   in the words of who judged
    rating_value, rating_best, rating_worst   on the publisher's own scale
    claimants, appearances   who claimed it, where it stood; claimed: that day
    raw         the review as it was sent
    claim       ours that it is about, where that is known; a claim that was merged
                leads on (selectors.outside)
    matched_by  who found the claim; "editor" without a claim: an editor said none
    statement   by engine only: the one in which it was found, with which it moves
    candidates  [{"statement", "relation", "score", "reason"}], best first: what the
                engine found, the first of them the match where there is one
    removed_at  an editor took it out; sent in again it stays out
    """

    key = models.CharField(max_length=64, unique=True)
    claim_reviewed = models.TextField()
    publisher = models.CharField(max_length=NAME_CHARACTERS)
    publisher_url = models.TextField(blank=True)
    url = models.TextField()
    published = models.DateField(null=True, blank=True)
    rating = models.CharField(max_length=NAME_CHARACTERS, blank=True)
    rating_value = models.DecimalField(
        max_digits=WHOLE_DIGITS + DECIMAL_DIGITS,
        decimal_places=DECIMAL_DIGITS,
        null=True,
        blank=True,
    )
    rating_best = models.DecimalField(
        max_digits=WHOLE_DIGITS + DECIMAL_DIGITS,
        decimal_places=DECIMAL_DIGITS,
        null=True,
        blank=True,
    )
    rating_worst = models.DecimalField(
        max_digits=WHOLE_DIGITS + DECIMAL_DIGITS,
        decimal_places=DECIMAL_DIGITS,
        null=True,
        blank=True,
    )
    language = models.CharField(max_length=LANGUAGE_CHARACTERS, blank=True)
    claimants = models.JSONField(default=list, blank=True)
    claimed = models.DateField(null=True, blank=True)
    appearances = models.JSONField(default=list, blank=True)
    raw = models.JSONField(default=dict, blank=True)
    claim = models.ForeignKey(
        Claim,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outside_verdicts",
    )
    matched_by = models.CharField(max_length=8, choices=By, blank=True)
    statement = models.ForeignKey(
        Statement,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outside_verdicts",
    )
    candidates = models.JSONField(default=list, blank=True)
    revision = models.PositiveIntegerField(default=1)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outside_verdicts",
    )
    imported_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="outsideverdict_claim_given", condition=~Q(claim_reviewed="")
            ),
            models.CheckConstraint(
                name="outsideverdict_url_of_the_web",
                condition=Q(url__startswith="http://") | Q(url__startswith="https://"),
            ),
            models.CheckConstraint(
                name="outsideverdict_matched_by_somebody",
                condition=Q(claim__isnull=True) | ~Q(matched_by=""),
            ),
            models.CheckConstraint(
                name="outsideverdict_statement_by_engine",
                condition=Q(statement__isnull=True) | Q(matched_by="engine"),
            ),
            one_of("matched_by", By.values, table="outsideverdict", empty=True),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.claim_reviewed}"
