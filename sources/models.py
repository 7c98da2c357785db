"""Who publishes, and what was published: outlets, articles and their texts.

An article is one story of one outlet. Its text as read once is a version; a version is
never changed, a changed text is the next version.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from factcheck.operations.models import AppendOnlyModel

# UTC-12:00 to UTC+14:00 are in use; one hour more on each side costs nothing.
OFFSET_LOWEST_MINUTES = -13 * 60
OFFSET_HIGHEST_MINUTES = 15 * 60


class PublisherFamily(models.Model):
    """Outlets that share a desk: counted as one voice."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "publisher families"

    def __str__(self) -> str:
        return self.name


class Outlet(models.Model):
    """Who publishes. country: ISO 3166 alpha-2; time_zone: IANA name."""

    class MediaType(models.TextChoices):
        NEWSPAPER = "newspaper", "newspaper"
        MAGAZINE = "magazine", "magazine"
        AGENCY = "agency", "news agency"
        BROADCASTER = "broadcaster", "broadcaster"
        ONLINE = "online", "online"
        OTHER = "other", "other"

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200)
    family = models.ForeignKey(
        PublisherFamily,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outlets",
    )
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=16, default="en")
    media_type = models.CharField(
        max_length=16, choices=MediaType, default=MediaType.OTHER
    )
    is_wire = models.BooleanField(default=False)
    time_zone = models.CharField(max_length=64, default="UTC")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="outlet_name_given", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class OutletAlias(models.Model):
    """A domain or a name by which an outlet is known; value is normalised."""

    class Kind(models.TextChoices):
        DOMAIN = "domain", "domain"
        NAME = "name", "name"

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="aliases")
    kind = models.CharField(max_length=8, choices=Kind)
    value = models.CharField(max_length=255)

    class Meta:
        ordering = ["kind", "value"]
        verbose_name_plural = "outlet aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value"], name="outletalias_kind_value"
            ),
            models.CheckConstraint(
                name="outletalias_kind_known",
                condition=Q(kind__in=["domain", "name"]),
            ),
            models.CheckConstraint(
                name="outletalias_value_given", condition=~Q(value="")
            ),
        ]

    def __str__(self) -> str:
        return self.value


class Article(models.Model):
    """One story of one outlet.

    published_at is the moment in UTC when it is known to the minute; published_date the
    local day at the outlet, the anchor of every relative date (the first of the month
    when precision is month); neither is ever guessed. url_hash is the sha256 of the
    canonical address. copy_of: the article whose text this one reprints.
    """

    class Precision(models.TextChoices):
        MINUTE = "minute", "minute"
        DAY = "day", "day"
        MONTH = "month", "month"
        NONE = "none", "unknown"

    class PublishedBy(models.TextChoices):
        GIVEN = "given", "given with the article"
        PAGE = "page", "read from the page"
        INFERRED = "inferred", "inferred"
        EDITOR = "editor", "set by an editor"

    external_id = models.CharField(max_length=200, unique=True)
    outlet = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, related_name="articles"
    )
    url = models.URLField(max_length=2000, blank=True)
    url_hash = models.CharField(max_length=64, null=True, blank=True, unique=True)
    title = models.TextField(blank=True)
    authors = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=16, default="en")
    translated_from = models.CharField(max_length=16, blank=True)
    current_version = models.ForeignKey(
        "sources.ArticleVersion",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    copy_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_date = models.DateField(null=True, blank=True)
    utc_offset_minutes = models.SmallIntegerField(null=True, blank=True)
    published_precision = models.CharField(
        max_length=8, choices=Precision, default=Precision.NONE
    )
    published_by = models.CharField(
        max_length=8, choices=PublishedBy, default=PublishedBy.GIVEN
    )

    class Meta:
        ordering = ["-id"]
        permissions = [("withdraw_article", "Can withdraw an article")]
        indexes = [
            models.Index(fields=["outlet", "published_date"], name="article_outlet_day")
        ]
        constraints = [
            models.CheckConstraint(
                name="article_external_id_given", condition=~Q(external_id="")
            ),
            models.CheckConstraint(
                name="article_precision_known",
                condition=Q(published_precision__in=["minute", "day", "month", "none"]),
            ),
            models.CheckConstraint(
                name="article_published_by_known",
                condition=Q(published_by__in=["given", "page", "inferred", "editor"]),
            ),
            models.CheckConstraint(
                name="article_date_unless_unknown",
                condition=Q(published_precision="none", published_date__isnull=True)
                | Q(
                    published_precision__in=["minute", "day", "month"],
                    published_date__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="article_moment_when_minute",
                condition=Q(published_precision="minute", published_at__isnull=False)
                | ~Q(published_precision="minute"),
            ),
            models.CheckConstraint(
                name="article_offset_possible",
                condition=Q(utc_offset_minutes__isnull=True)
                | Q(
                    utc_offset_minutes__gte=OFFSET_LOWEST_MINUTES,
                    utc_offset_minutes__lte=OFFSET_HIGHEST_MINUTES,
                ),
            ),
            models.CheckConstraint(
                name="article_withdrawn_with_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
            ),
            models.CheckConstraint(
                name="article_copy_of_another",
                condition=Q(copy_of__isnull=True) | ~Q(copy_of=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.external_id


class ArticleVersion(AppendOnlyModel):
    """The text of an article as read once. text_hash: sha256 of the text."""

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    text = models.TextField()
    text_hash = models.CharField(max_length=64)
    captured_at = models.DateTimeField()

    class Meta:
        ordering = ["article_id", "number"]
        default_permissions = ("add", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="articleversion_number"
            ),
            models.CheckConstraint(
                name="articleversion_number_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="articleversion_text_given", condition=~Q(text="")
            ),
        ]

    def __str__(self) -> str:
        return f"article {self.article_id}, version {self.number}"
