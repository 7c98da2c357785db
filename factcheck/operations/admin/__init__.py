"""The admin of people, their tokens and jobs, and what every other admin builds on."""

from django.contrib import admin

from factcheck.operations.admin.audited import (
    AuditedAdmin,
    Kept,
    ReadOnlyAdmin,
    ReadOnlyRows,
    person_of,
)
from factcheck.operations.admin.people import (
    AttemptAdmin,
    GroupAdmin,
    PersonAdmin,
    TokenAdmin,
)
from factcheck.operations.admin.webhooks import DeliveryAdmin, WebhookAdmin
from factcheck.operations.admin.work import JobAdmin

__all__ = [
    "AttemptAdmin",
    "AuditedAdmin",
    "DeliveryAdmin",
    "GroupAdmin",
    "JobAdmin",
    "Kept",
    "PersonAdmin",
    "ReadOnlyAdmin",
    "ReadOnlyRows",
    "TokenAdmin",
    "WebhookAdmin",
    "person_of",
]

admin.site.site_header = admin.site.site_title = "Fact-check"
admin.site.index_title = "Administration"
