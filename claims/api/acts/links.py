"""What is decided on links; a facet set aside; two statements linked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from rest_framework import serializers, status
from rest_framework.reverse import reverse

from claims.api.acts.asked import DecideAsked, HandLinkAsked, SetAsideAsked
from claims.api.acts.base import (
    Act,
    Done,
    ReceiptSerializer,
    Values,
    found,
    seen,
    tagged,
)
from claims.api.acts.statements import statement_of
from claims.api.links import LinkViewSet
from claims.models import By, FacetComparison, Link
from claims.permissions import may_decide
from claims.services.hand_links import link_create
from claims.services.levels import comparison_set_level
from claims.services.link_state import link_state
from claims.services.review import link_decide

if TYPE_CHECKING:
    from rest_framework.request import Request

LINKS = Link.objects.filter(
    low__hidden_by__isnull=True,
    high__hidden_by__isnull=True,
    low__article__withdrawn_at__isnull=True,
    high__article__withdrawn_at__isnull=True,
)
OR_REVISION = "the ETag of the link as you have read it; or `revision` in the body"


class LinkReceiptSerializer(ReceiptSerializer):
    """What holds of the link now. relation none: it links nothing any more."""

    id = serializers.IntegerField()
    state = serializers.CharField(help_text="suggested, confirmed, rejected, unsure")
    relation = serializers.CharField(
        help_text="corroborates, conflicts, updates or none"
    )
    direction = serializers.IntegerField()
    by = serializers.ChoiceField(choices=By.choices)
    revision = serializers.IntegerField()


class LinkAct(Act):
    """An act on a link that somebody may have decided meanwhile."""

    allowed = may_decide
    receipt = LinkReceiptSerializer
    preconditions = OR_REVISION

    def link(self, request: Request, given: Values, pk: int) -> tuple[Link, int]:
        """The link and the revision on which the act was decided."""
        row: Link = found(LINKS, pk)
        revision = given.get("revision")
        if seen(request, LinkViewSet, pk, otherwise=revision is not None):
            row = found(LINKS, pk)
        return row, row.revision if revision is None else revision

    def done(self, request: Request, link: Link) -> Done:
        """The receipt."""
        try:
            headers = tagged(request, LinkViewSet, link.pk)
        except Http404:  # it links nothing any more: there is nothing to read
            headers = {}
        return Done(link, {"id": link.pk, **link_state(link)}, headers)


class DecideView(LinkAct):
    """Confirm, reject or doubt what the link says, or say what it is instead.

    A decision without `relation` is about the relation that the link has. From then on
    the engine leaves it alone. 409: it was decided meanwhile; `current` says how.
    """

    summary = "Decide on a link"
    asked = DecideAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        link, revision = self.link(request, given, numbers["pk"])
        now = link_decide(
            link=link,
            state=given["state"],
            revision=revision,
            relation=given.get("relation") or None,
            direction=given.get("direction"),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.done(request, now)


class SetAsideView(LinkAct):
    """Say that a facet of the link cannot be compared, and why; the relation follows.

    Linking keeps it. An undecided link is decided anew by what is left.
    """

    summary = "Set a facet of a link aside"
    asked = SetAsideAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        link, revision = self.link(request, given, numbers["pk"])
        row = FacetComparison.objects.filter(link=link, pk=given["facet"]).first()
        if row is None:
            raise serializers.ValidationError(
                {"facet": "The link compares no such facet."}
            )
        now = comparison_set_level(
            comparison=row,
            revision=revision,
            reason=given["reason"],
            **self.by(request),
        )
        return self.done(request, now)


class HandLinkView(Act):
    """Say what two statements are to each other, whatever the engine makes of them.

    A link that is there already is decided instead; 409 where an editor has decided it
    and `revision` does not say that you know. `a` and `b` are the statements in the
    order in which you name them; in the link the lower number is `a`.
    """

    summary = "Link two statements"
    uses_engine = True
    allowed = may_decide
    asked = HandLinkAsked
    receipt = LinkReceiptSerializer
    code = status.HTTP_201_CREATED

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        one, other = (statement_of(given[name], name) for name in ("a", "b"))
        if one.pk == other.pk:
            raise serializers.ValidationError(
                {"b": "A statement is not linked with itself."}
            )
        later: Any = {1: other, -1: one}.get(given.get("direction", 0))
        link = link_create(
            one=one,
            other=other,
            relation=given["relation"],
            later=later,
            revision=given.get("revision"),
            reason=given.get("reason", ""),
            engine=self.engine(),
            **self.by(request),
        )
        address = reverse("link-detail", [link.pk], request=request)
        headers = {"Location": address, **tagged(request, LinkViewSet, link.pk)}
        return Done(link, {"id": link.pk, **link_state(link)}, headers)
