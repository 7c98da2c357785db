"""What was printed: a sentence of an article, its typed values, who said it.

A statement is its words in its article. Its words never change; where the latest
version prints them (version, start, end) does. Engine rows of facets and hops are
replaced by the next extraction; editor rows stay and win: an editor's facet hides the
engine's rows of the same kind that it overlaps, an editor's chain replaces the whole.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.facets.types import Hedge, Kind
from claims.models.choices import (
    ENGINE_VERSION_CHARACTERS,
    KINDS,
    ROLE_CHARACTERS,
    By,
    choices_of,
    one_of,
)
from claims.models.name import Name
from claims.models.origin import Origin
from sources.models import Article, ArticleVersion, Outlet

# Amounts up to 10**24 with nine places: national debts in any currency, and percentages
# printed to more places than a newspaper does.
NUMBER_DIGITS = 33
NUMBER_PLACES = 9


class Statement(models.Model):
    """One printed sentence of one article.

    words_hash  sha256 of the quote after one-for-one folding (see services.extraction);
                nth counts equal words in the article, from 0
    version     the latest that prints the words, at text[start:end]; first_version the
                first that did
    state       printed | orphaned (the latest version no longer prints it) | retired
                (printed, but no longer cut so; kept for an editor's trace)
    marked_by   who made a statement of words that the engine does not cut out
    event_from, event_to   half-open interval of local days of the event told
    frames      the engine's own: {"frames": […], "lemmas": […], "events": […],
                "context": […], "headline": bool, "paragraph": int}, so that linking
                never parses a stored text again
    """

    class State(models.TextChoices):
        PRINTED = "printed", _("printed")
        ORPHANED = "orphaned", _("no longer printed")
        RETIRED = "retired", _("retired")

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="statements"
    )
    words_hash = models.CharField(max_length=64)
    nth = models.PositiveSmallIntegerField(default=0)
    quote = models.TextField()
    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="statements"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    first_version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="first_statements"
    )
    state = models.CharField(max_length=8, choices=State, default=State.PRINTED)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="hidden_statements",
    )
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="marked_statements",
    )
    check_worthiness = models.FloatField(default=0.0)
    event_from = models.DateField(null=True, blank=True)
    event_to = models.DateField(null=True, blank=True)
    origin = models.ForeignKey(
        Origin,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="statements",
    )
    origin_by = models.CharField(max_length=8, choices=By, default=By.ENGINE)
    engine_version = models.CharField(max_length=ENGINE_VERSION_CHARACTERS)
    frames = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["article_id", "start", "id"]
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["article", "state"], name="statement_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "words_hash", "nth"], name="statement_words"
            ),
            models.CheckConstraint(
                name="statement_span", condition=Q(start__lt=F("end"))
            ),
            models.CheckConstraint(
                name="statement_quote_given", condition=~Q(quote="")
            ),
            models.CheckConstraint(
                name="statement_worthiness_in_range",
                condition=Q(check_worthiness__gte=0, check_worthiness__lte=1),
            ),
            models.CheckConstraint(
                name="statement_event_in_order",
                condition=Q(event_from__isnull=True)
                | Q(event_to__isnull=True)
                | Q(event_from__lt=F("event_to")),
            ),
            one_of("state", ["printed", "orphaned", "retired"], table="statement"),
            one_of("origin_by", By.values, table="statement"),
        ]

    def __str__(self) -> str:
        return self.quote[:80]


class Beginning(models.Func):
    """The first 201 characters of a text; at most 200 are asked for, so it is exact.

    The number stands in the statement itself: SQLite finds no index by a parameter.
    """

    function = "SUBSTR"
    template = "%(function)s(%(expressions)s, 1, 201)"
    arity = 1
    output_field = models.TextField()


class StatementFacet(models.Model):
    """One typed value in a frame; columns as claims.facets.types.Facet.

    Spans count from the start of the quote. A duration is a number with unit s.
    """

    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="facets"
    )
    by = models.CharField(max_length=8, choices=By, default=By.ENGINE)
    frame = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=16, choices=KINDS)
    role = models.CharField(max_length=ROLE_CHARACTERS, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    value = models.TextField(blank=True)
    number = models.DecimalField(
        max_digits=NUMBER_DIGITS, decimal_places=NUMBER_PLACES, null=True, blank=True
    )
    number_low = models.DecimalField(
        max_digits=NUMBER_DIGITS, decimal_places=NUMBER_PLACES, null=True, blank=True
    )
    number_high = models.DecimalField(
        max_digits=NUMBER_DIGITS, decimal_places=NUMBER_PLACES, null=True, blank=True
    )
    unit = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    date_from = models.DateField(null=True, blank=True)
    date_to = models.DateField(null=True, blank=True)
    granularity = models.CharField(max_length=16, blank=True)
    timex = models.TextField(blank=True)
    anchor = models.DateField(null=True, blank=True)
    hedge = models.CharField(max_length=8, choices=choices_of(Hedge), blank=True)
    name = models.ForeignKey(
        Name, null=True, blank=True, on_delete=models.PROTECT, related_name="facets"
    )
    implied = models.BooleanField(default=False)

    class Meta:
        ordering = ["statement_id", "start", "frame", "kind", "role", "id"]
        default_permissions = ("view",)
        indexes = [
            # Not the whole value: PostgreSQL refuses to index a text of some 3 kB.
            models.Index(Beginning("value"), name="facet_value"),
            models.Index(
                fields=["kind", "number"],
                name="facet_number",
                condition=Q(number__isnull=False),
            ),
            models.Index(
                fields=["date_from"],
                name="facet_day",
                condition=Q(date_from__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "by", "frame", "kind", "role", "start", "end"],
                name="statementfacet_place",
            ),
            models.CheckConstraint(
                name="statementfacet_span",
                condition=Q(start__lt=F("end")) | Q(implied=True, start__lte=F("end")),
            ),
            models.CheckConstraint(
                name="statementfacet_dates_in_order",
                condition=Q(date_from__isnull=True)
                | Q(date_to__isnull=True)
                | Q(date_from__lt=F("date_to")),
            ),
            models.CheckConstraint(
                name="statementfacet_range_in_order",
                condition=Q(number_low__isnull=True)
                | Q(number_high__isnull=True)
                | Q(number_low__lte=F("number_high")),
            ),
            one_of("kind", Kind, table="statementfacet"),
            one_of("by", By.values, table="statementfacet"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.text}"


class AttributionHop(models.Model):
    """One step of the chain, outermost first; columns as claims.facets.types.Hop.

    cited_text is the publication as printed, cited_outlet its row when known.
    """

    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="hops"
    )
    by = models.CharField(max_length=8, choices=By, default=By.ENGINE)
    position = models.PositiveSmallIntegerField()
    speaker = models.TextField(blank=True)
    speaker_name = models.ForeignKey(
        Name, null=True, blank=True, on_delete=models.PROTECT, related_name="hops"
    )
    role = models.TextField(blank=True)
    venue = models.TextField(blank=True)
    cited_text = models.TextField(blank=True)
    cited_outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="cited_in"
    )
    cue = models.TextField(blank=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    strength = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["statement_id", "by", "position"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "by", "position"], name="attributionhop_position"
            ),
            models.CheckConstraint(
                name="attributionhop_span", condition=Q(start__lte=F("end"))
            ),
            one_of("by", By.values, table="attributionhop"),
        ]

    def __str__(self) -> str:
        return self.speaker or self.cited_text
