"""/tokens/: make one with name and password, look at one's own, revoke."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, serializers, status
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from factcheck.operations.api.asked import Asked
from factcheck.operations.api.authentication import Password
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of
from factcheck.operations.models import Token
from factcheck.operations.tokens import (
    DEFAULT_LIFE,
    LONGEST_LIFE,
    NAME_CHARACTERS,
    SCOPES,
    live_tokens,
    token_create,
    token_revoke,
)


class TokenSerializer(serializers.ModelSerializer[Token]):
    """A token without its clear text; key is how it begins, and names it."""

    key = serializers.CharField(source="token_key", read_only=True)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPES), read_only=True
    )
    expires_at = serializers.DateTimeField(source="expiry", read_only=True)

    class Meta:
        model = Token
        fields = ["key", "name", "scopes", "created", "expires_at", "last_used_at"]
        read_only_fields = fields


class NewTokenSerializer(Asked):
    """What a token is asked for with."""

    name = serializers.CharField(max_length=NAME_CHARACTERS, help_text="what it is for")
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPES),
        allow_empty=False,
        max_length=len(SCOPES),
        help_text="what it may do: no scope implies another",
    )
    days = serializers.IntegerField(
        min_value=1,
        max_value=LONGEST_LIFE.days,
        default=DEFAULT_LIFE.days,
        help_text="how long it lives",
    )


class MadeTokenSerializer(TokenSerializer):
    """The answer to making one: the only time that its clear text is shown."""

    token = serializers.CharField(
        read_only=True, help_text="the clear text; it is shown only now"
    )

    class Meta(TokenSerializer.Meta):
        fields = [*TokenSerializer.Meta.fields, "token"]
        read_only_fields = fields


class TokenFilter(Filters):
    """q."""

    q = WordsFilter(field_name="name", lookup_expr="icontains", label="part of it")

    class Meta:
        model = Token
        fields: list[str] = []


KEY = OpenApiParameter("key", str, OpenApiParameter.PATH, description="how it begins")


@extend_schema_view(
    list=extend_schema(summary="Your tokens"),
    retrieve=extend_schema(summary="One of your tokens", parameters=[KEY]),
    destroy=extend_schema(summary="Revoke a token", parameters=[KEY]),
)
class TokenViewSet(mixins.DestroyModelMixin, Reads[Token]):
    """Your own tokens. A token cannot come here: it could make itself a larger one."""

    queryset = Token.objects.none()
    serializer_class = TokenSerializer
    filterset_class = TokenFilter
    # Not by the digest, which is the table's key: a cursor shows what it is made of.
    orders: ClassVar[dict[str, tuple[str, ...]]] = {"created": ("created", "token_key")}
    order = "created"
    authentication_classes = [Password, SessionAuthentication]
    permission_classes = [IsAuthenticated]
    lookup_field = "token_key"
    lookup_url_kwarg = "key"
    lookup_value_regex = "[0-9a-f]+"

    def get_queryset(self) -> QuerySet[Token]:
        """Those that still work."""
        return live_tokens(person_of(self.request))

    @extend_schema(
        summary="Make a token",
        request=NewTokenSerializer,
        responses={status.HTTP_201_CREATED: MadeTokenSerializer},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a token that acts for you, within its scopes and your own role."""
        asked = NewTokenSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        token, clear = token_create(
            user=person_of(request),
            name=asked.validated_data["name"],
            scopes=asked.validated_data["scopes"],
            life=timedelta(days=asked.validated_data["days"]),
        )
        token.token = clear
        return Response(MadeTokenSerializer(token).data, status.HTTP_201_CREATED)

    def perform_destroy(self, instance: Token) -> None:
        """Revoke it, with its entry in the audit."""
        token_revoke(token=instance, actor=person_of(self.request))
