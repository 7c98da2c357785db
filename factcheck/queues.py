"""The settings of the queue that brings chunks of jobs to workers.

It is a table of our own database, or Redis where REDIS_URL names one. What is to be
done, and what is done, stands in Job and JobChunk either way: the queue may be lost.
"""

from __future__ import annotations

from typing import Any

NAME = "default"
# Ours holds the lease of a chunk as long as it takes; RQ would kill it after 180 s.
NO_TIMEOUT = -1


def apps(redis: str) -> list[str]:
    """For INSTALLED_APPS. The table is there either way, so one migration fits both."""
    return ["django_tasks", "django_tasks_db", *(["django_rq"] if redis else [])]


def tasks(redis: str) -> dict[str, dict[str, Any]]:
    """TASKS, as Django 6 has it."""
    backend = (
        "django_tasks_rq.RQBackend" if redis else "django_tasks_db.DatabaseBackend"
    )
    return {"default": {"BACKEND": backend, "QUEUES": [NAME]}}


def rq(redis: str) -> dict[str, dict[str, Any]]:
    """RQ_QUEUES; empty without Redis."""
    if not redis:
        return {}
    return {NAME: {"URL": redis, "DEFAULT_TIMEOUT": NO_TIMEOUT}}
