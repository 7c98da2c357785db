"""The loop of a worker, as the engine of the queue brings it.

Either ends after the present chunk on SIGTERM or Ctrl-C, and at once on a second one;
either keeps the process, so that the language model is loaded once.
"""

from __future__ import annotations

from types import FrameType

from django.conf import settings
from django.utils.crypto import get_random_string
from django_rq.queues import get_queues
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_rq import Job
from rq.worker import SimpleWorker

QUEUE = "default"
# Seconds between two looks into the table, while there is nothing to do.
INTERVAL = 0.5
ID_CHARACTERS = 32


class Steady(SimpleWorker):
    """RQ's worker that does not fork; knows whether it was told to stop."""

    told = False

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """The handler of SIGTERM and SIGINT."""
        self.told = True
        super().request_stop(signum, frame)


def work(*, until_empty: bool) -> bool:
    """Do chunks until told to stop, or until the queue is empty.

    False when the queue was lost on the way, so that whoever supervises starts it anew.
    """
    if settings.REDIS_URL:
        return _from_redis(until_empty=until_empty)
    worker = Worker(
        queue_names=[QUEUE],
        interval=INTERVAL,
        batch=until_empty,
        backend_name=QUEUE,
        startup_delay=not until_empty,
        max_tasks=None,
        worker_id=get_random_string(ID_CHARACTERS),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()
    return True


def _from_redis(*, until_empty: bool) -> bool:
    queues = get_queues(QUEUE, job_class=Job)
    worker = Steady(queues, connection=queues[0].connection, job_class=Job)
    worker.work(burst=until_empty, logging_level="WARNING")
    return until_empty or worker.told
