"""The admin of people and their tokens, and what every other admin builds on."""

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

__all__ = [
    "AttemptAdmin",
    "AuditedAdmin",
    "GroupAdmin",
    "Kept",
    "PersonAdmin",
    "ReadOnlyAdmin",
    "ReadOnlyRows",
    "TokenAdmin",
    "person_of",
]

admin.site.site_header = admin.site.site_title = "Fact-check"
admin.site.index_title = "Administration"
