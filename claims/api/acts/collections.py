"""POST to a list makes one: a link between two statements, a claim of some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import extend_schema

from claims.api.acts.base import Act
from claims.api.acts.curation import CreateView
from claims.api.acts.links import HandLinkView
from claims.api.claims import ClaimViewSet
from claims.api.links import LinkViewSet

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.response import Response


def _told(act: type[Act]) -> Any:
    return extend_schema(
        summary=act.summary,
        description=act.__doc__,
        request=act.asked,
        responses={act.code: act.receipt},
    )


class Making:
    """What POST to the list does is an act, with its scope and its role."""

    making: type[Act]
    request: Any

    def check_permissions(self, request: Request) -> None:
        """As `Act` does."""
        super().check_permissions(request)  # type: ignore[misc]
        if request.method == "POST":
            self.making.require_role(request)


class LinkCollection(Making, LinkViewSet):
    __doc__ = LinkViewSet.__doc__

    making = HandLinkView
    write_scope = HandLinkView.write_scope

    @_told(HandLinkView)
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return HandLinkView().post(request)


class ClaimCollection(Making, ClaimViewSet):
    __doc__ = ClaimViewSet.__doc__

    making = CreateView
    write_scope = CreateView.write_scope

    @_told(CreateView)
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return CreateView().post(request)
