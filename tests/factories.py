"""Rows for tests. Every name, outlet and event here is invented.

A factory makes the least that the database accepts; a test says what it is about.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import factory
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils import timezone

from claims.facets.types import Facet, Hop, Kind, Level, StatementRecord
from claims.linkage.types import Relation
from claims.models import (
    Assignment,
    AttributionHop,
    Claim,
    ClaimMember,
    Comment,
    FacetComparison,
    Link,
    Name,
    NameApart,
    NameVariant,
    Origin,
    OutsideVerdict,
    ProcessingRun,
    Rating,
    Statement,
    StatementFacet,
    Verdict,
)
from factcheck.operations.models import AuditEntry, User, Webhook, WebhookDelivery
from factcheck.operations.roles import PERMISSIONS, Role
from factcheck.operations.webhooks.events import EVENTS
from factcheck.operations.webhooks.signing import new_secret
from sources.models import (
    Article,
    ArticleVersion,
    Outlet,
    OutletAlias,
    PublisherFamily,
)

DAY = date(2031, 3, 12)
NOON = datetime(2031, 3, 12, 12, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def group_of(role: Role) -> Group:
    """The group with its permissions, also after a test that emptied every table."""
    group, _ = Group.objects.get_or_create(name=role.value)
    if not group.permissions.exists():
        wanted = Q()
        for word in PERMISSIONS[role]:
            app, codename = word.split(".")
            wanted |= Q(content_type__app_label=app, codename=codename)
        group.permissions.set(Permission.objects.filter(wanted))
    return group


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person{n}")
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def role(self, create: object, extracted: Role | None, **_: object) -> None:
        """UserFactory(role=Role.EDITOR) is in that group; without a role in none."""
        if create and extracted:
            self.groups.add(group_of(Role(extracted)))


class AuditEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AuditEntry

    actor_name = "someone"
    verb = "thing.do"
    target_type = "claims.claim"
    target_id = "1"


class WebhookFactory(factory.django.DjangoModelFactory):
    """Listens to everything, at an address that nobody has, unless `url` says more."""

    class Meta:
        model = Webhook

    owner = factory.SubFactory(UserFactory, role=Role.EDITOR)
    name = "desk tool"
    url = "https://desk.example/hook"
    events = factory.LazyFunction(lambda: list(EVENTS))
    secret = factory.LazyFunction(new_secret)


class DeliveryFactory(factory.django.DjangoModelFactory):
    """Due since a second ago."""

    class Meta:
        model = WebhookDelivery

    webhook = factory.SubFactory(WebhookFactory)
    entry = factory.SubFactory(AuditEntryFactory)
    event = EVENTS[0]
    next_at = factory.LazyFunction(lambda: timezone.now() - timedelta(seconds=1))


class PublisherFamilyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PublisherFamily

    name = factory.Sequence(lambda n: f"Meridian Press {n}")


class OutletFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Outlet

    slug = factory.Sequence(lambda n: f"harbour-post-{n}")
    name = factory.Sequence(lambda n: f"Harbour Post {n}")


class OutletAliasFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OutletAlias

    outlet = factory.SubFactory(OutletFactory)
    kind = OutletAlias.Kind.NAME
    value = factory.Sequence(lambda n: f"harbour post {n}")


class ArticleFactory(factory.django.DjangoModelFactory):
    """Printed on DAY, without a version (ArticleVersionFactory makes both)."""

    class Meta:
        model = Article

    external_id = factory.Sequence(lambda n: f"story-{n}")
    outlet = factory.SubFactory(OutletFactory)
    title = factory.Sequence(lambda n: f"Story {n}")
    published_date = DAY
    published_precision = Article.Precision.DAY


class ArticleVersionFactory(factory.django.DjangoModelFactory):
    """The next version of its article, which becomes the current one."""

    class Meta:
        model = ArticleVersion
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    number = factory.LazyAttribute(lambda v: v.article.versions.count() + 1)
    text = "The mill in Ostrava Bay closed on Monday."
    text_hash = factory.LazyAttribute(lambda v: digest(v.text))
    captured_at = NOON

    @factory.post_generation
    def current(self, create: object, extracted: object, **_: object) -> None:
        if create and extracted is not False:
            self.article.current_version = self
            Article.objects.filter(pk=self.article.pk).update(current_version=self)


class ProcessingRunFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProcessingRun

    version = factory.SubFactory(ArticleVersionFactory)
    engine_version = "test 1"


class NameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Name

    kind = Kind.PERSON.value
    canonical = factory.Sequence(lambda n: f"Orla Venn {n}")


class NameVariantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NameVariant

    name = factory.SubFactory(NameFactory)
    key = factory.Sequence(lambda n: f"orla venn {n}")
    text = factory.Sequence(lambda n: f"Orla Venn {n}")


class NameApartFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NameApart

    low = factory.SubFactory(NameFactory)
    high = factory.SubFactory(NameFactory)
    editor = factory.SubFactory(UserFactory)


class OriginFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Origin

    key = factory.Sequence(lambda n: f"interview|orla venn {n}||")
    kind = "interview"


class StatementFactory(factory.django.DjangoModelFactory):
    """A printed statement of an article whose text is the quote alone."""

    class Meta:
        model = Statement

    class Params:
        text = factory.Sequence(lambda n: f"The mill at Quay {n} closed on Monday.")

    quote = factory.SelfAttribute("text")
    version = factory.SubFactory(
        ArticleVersionFactory, text=factory.SelfAttribute("..quote")
    )
    article = factory.SelfAttribute("version.article")
    first_version = factory.SelfAttribute("version")
    words_hash = factory.LazyAttribute(lambda s: digest(s.quote))
    start = 0
    end = factory.LazyAttribute(lambda s: len(s.quote))
    engine_version = "test 1"


class FacetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StatementFacet

    statement = factory.SubFactory(StatementFactory)
    kind = Kind.PLACE.value
    start = 12
    end = 16
    text = "Quay"
    value = "quay"


class HopFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AttributionHop

    statement = factory.SubFactory(StatementFactory)
    position = 0
    speaker = "Orla Venn"


class LinkFactory(factory.django.DjangoModelFactory):
    """LinkFactory(low=…, high=…) in any order; the lower id becomes low."""

    class Meta:
        model = Link

    low = factory.SubFactory(StatementFactory)
    high = factory.SubFactory(StatementFactory)
    relation = Relation.CORROBORATES.value
    engine_relation = factory.SelfAttribute("relation")
    engine_score = 0.8
    engine_rule = "same_event"
    engine_version = "test 1"

    @classmethod
    def _create(cls, model_class: type[Link], *args: object, **values: object) -> Link:
        if values["low"].pk > values["high"].pk:
            values["low"], values["high"] = values["high"], values["low"]
        return super()._create(model_class, *args, **values)


class ComparisonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FacetComparison

    link = factory.SubFactory(LinkFactory)
    kind = Kind.DATE.value
    level = Level.AGREE.value
    engine_level = factory.SelfAttribute("level")


class ClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Claim

    title = factory.Sequence(lambda n: f"The mill at Quay {n} closed")
    finding = factory.LazyAttribute(
        lambda made: "consistent" if getattr(made, "outlets", 0) > 1 else ""
    )


class MemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ClaimMember

    claim = factory.SubFactory(ClaimFactory)
    statement = factory.SubFactory(StatementFactory)


class RatingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Rating

    claim = factory.SubFactory(ClaimFactory)
    editor = factory.SubFactory(UserFactory)
    value = 4


class AssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Assignment

    claim = factory.SubFactory(ClaimFactory)
    editor = factory.SubFactory(UserFactory)
    by_whom = factory.SelfAttribute("editor")


class VerdictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Verdict

    claim = factory.SubFactory(ClaimFactory)
    editor = factory.SubFactory(UserFactory)
    label = Verdict.Label.SETTLED
    text = "It was the Tuesday."


class CommentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Comment

    claim = factory.SubFactory(ClaimFactory)
    author = factory.SubFactory(UserFactory)
    body = "Look at the dateline."


class OutsideVerdictFactory(factory.django.DjangoModelFactory):
    """Without a claim; OutsideVerdictFactory(claim=…) was placed by an editor."""

    class Meta:
        model = OutsideVerdict

    key = factory.Sequence(lambda n: digest(f"review {n}"))
    claim_reviewed = "The mill has been sold."
    publisher = "Quay Checks"
    url = factory.Sequence(lambda n: f"https://checks.example/{n}")
    rating = "Mostly false"
    matched_by = factory.LazyAttribute(
        lambda made: "editor" if getattr(made, "claim", None) else ""
    )


def person_record(text: str, printed: str, *, value: str) -> StatementRecord:
    """A statement that names one person."""
    start = text.index(printed)
    person = Facet(Kind.PERSON, start, start + len(printed), printed, value)
    return StatementRecord(text=text, end=len(text), facets=(person,))


def cited_record(text: str, *, outlet: str) -> StatementRecord:
    """A statement that leans on another outlet."""
    return StatementRecord(
        text=text, end=len(text), hops=(Hop(0, "", cited_outlet=outlet),)
    )
