"""Users and their tokens, the record of who did what, long work, and who is told."""

from factcheck.operations.models.append_only import (
    AppendOnlyError,
    AppendOnlyModel,
    AppendOnlyQuerySet,
)
from factcheck.operations.models.audit import AuditEntry
from factcheck.operations.models.idempotency import IdempotencyKey
from factcheck.operations.models.job import Job, JobChunk, JobState
from factcheck.operations.models.notification import Notification
from factcheck.operations.models.token import Token
from factcheck.operations.models.user import User
from factcheck.operations.models.webhook import Webhook, WebhookDelivery

__all__ = [
    "AppendOnlyError",
    "AppendOnlyModel",
    "AppendOnlyQuerySet",
    "AuditEntry",
    "IdempotencyKey",
    "Job",
    "JobChunk",
    "JobState",
    "Notification",
    "Token",
    "User",
    "Webhook",
    "WebhookDelivery",
]
