"""People, roles, tokens, and whom the brute-force protection has locked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import axes.admin  # noqa: F401 (registers what is replaced here)
import django_tasks_db.admin  # noqa: F401 (registers what is taken away here)
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Count
from django_tasks_db.models import DBTaskResult

from factcheck.operations.admin.audited import AuditedAdmin, ReadOnlyAdmin, person_of
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User
from factcheck.operations.tokens import token_revoke

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

LOCKS = [AccessAttempt, AccessFailureLog, AccessLog]
# They come with admins of their own (imported above), which write without an entry.
# The rows of the queue tell nothing that a job does not.
admin.site.unregister([Group, *LOCKS, DBTaskResult])

DONE = 302  # the form was accepted


@admin.register(User)
class PersonAdmin(AuditedAdmin, UserAdmin):
    """People. Nobody is deleted: an account is closed by clearing "active".

    Who is no superuser can neither become one here nor change one.
    """

    list_display = ["username", "name", "email", "roles", "is_staff", "is_active"]
    list_filter = ["groups", "is_staff", "is_active"]
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        (
            "Role",
            {"fields": ("is_active", "is_staff", "groups", "is_superuser")},
        ),
        ("Settings", {"fields": ("time_zone", "language", "theme", "digest")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ["last_login", "date_joined"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="name")
    def name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [
            *self.readonly_fields,
            *([] if request.user.is_superuser else ["is_superuser"]),
        ]

    def has_change_permission(
        self, request: HttpRequest, obj: User | None = None
    ) -> bool:
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @transaction.atomic
    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:
        """The form for another's password, with its entry."""
        answer = super().user_change_password(request, id, form_url)
        if request.method == "POST" and answer.status_code == DONE:
            user = self.get_object(request, id)
            assert user is not None
            audit(actor=person_of(request), verb="user.password", target=user)
        return answer


@admin.register(Group)
class GroupAdmin(ReadOnlyAdmin):
    """Roles. What each may do is set by migrations; people are put in on their page."""

    list_display = ["name", "people"]
    search_fields = ["name"]
    fields = ["name", "people", "may"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        return super().get_queryset(request).annotate(number=Count("user"))

    @admin.display(ordering="number")
    def people(self, group: Any) -> int:
        number: int = group.number
        return number

    @admin.display(description="may")
    def may(self, group: Group) -> str:
        rows = group.permissions.values_list("content_type__app_label", "codename")
        return ", ".join(sorted(f"{app}.{codename}" for app, codename in rows))


@admin.register(Token)
class TokenAdmin(ReadOnlyAdmin):
    """Tokens are made by those they act for (POST /api/v1/tokens/) and revoked here."""

    list_display = [
        "name",
        "key",
        "user",
        "scopes",
        "created",
        "expiry",
        "last_used_at",
    ]
    list_select_related = ["user"]
    list_filter = ["expiry", "last_used_at"]
    search_fields = ["name", "token_key", "user__username"]
    ordering = ["-created"]
    fields = ["name", "key", "user", "scopes", "created", "expiry", "last_used_at"]

    @admin.display(description="begins with")
    def key(self, token: Token) -> str:
        return token.token_key

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("operations.delete_token")

    def delete_model(self, request: HttpRequest, obj: Token) -> None:
        token_revoke(token=obj, actor=person_of(request))

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Token]) -> None:
        for token in queryset.select_related("user"):
            self.delete_model(request, token)


@admin.register(AccessAttempt)
class AttemptAdmin(AuditedAdmin):
    """Failed logins that still count. Deleting them lets a locked-out person in."""

    list_display = ["username", "ip_address", "failures_since_start", "attempt_time"]
    search_fields = ["username", "ip_address"]
    list_filter = ["attempt_time"]
    fields = ["username", "ip_address", "failures_since_start", "attempt_time"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: AccessAttempt) -> None:
        audit(
            actor=person_of(request),
            verb="login.unlock",
            target=obj,
            before={"username": obj.username, "ip_address": obj.ip_address},
        )
        obj.delete()


@admin.register(AccessLog)
class LoginAdmin(ReadOnlyAdmin):
    """Who logged in and out, and from where."""

    list_display = ["username", "ip_address", "attempt_time", "logout_time"]
    search_fields = ["username", "ip_address"]
    list_filter = ["attempt_time"]
    fields = ["username", "ip_address", "attempt_time", "logout_time"]
