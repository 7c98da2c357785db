"""Users, their tokens, and the record of who did what."""

from factcheck.operations.models.append_only import (
    AppendOnlyError,
    AppendOnlyModel,
    AppendOnlyQuerySet,
)
from factcheck.operations.models.audit import AuditEntry
from factcheck.operations.models.notification import Notification
from factcheck.operations.models.token import Token
from factcheck.operations.models.user import User

__all__ = [
    "AppendOnlyError",
    "AppendOnlyModel",
    "AppendOnlyQuerySet",
    "AuditEntry",
    "Notification",
    "Token",
    "User",
]
