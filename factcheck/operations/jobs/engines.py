"""The loop of a worker, as the engine of the queue brings it.

Either ends after the present chunk on SIGTERM or Ctrl-C, and at once on a second one;
either keeps the process, so that the language model is loaded once.
"""

from __future__ import annotations

import logging
import time
from types import FrameType

from django.conf import settings
from django.utils.crypto import get_random_string
from django_rq.queues import get_queues
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_rq import Job
from redis.exceptions import RedisError
from rq.exceptions import StopRequested
from rq.worker import SimpleWorker

log = logging.getLogger(__name__)

QUEUE = "default"
# Seconds between two looks into the table, while there is nothing to do.
INTERVAL = 0.5
ID_CHARACTERS = 32
# Seconds until a Redis that was lost is asked again.
AGAIN = 1.0


class Steady(SimpleWorker):
    """RQ's worker that does not fork; knows whether it was told to stop."""

    told = False
    over = False

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """The handler of SIGTERM and SIGINT, also between this worker and the next."""
        self.told = True
        if self.over:  # RQ would ask Redis, which is away
            raise StopRequested
        super().request_stop(signum, frame)


def work(*, until_empty: bool) -> None:
    """Do chunks until told to stop, or until the queue is empty.

    A Redis that goes away is waited for. Raises RedisError with until_empty.
    """
    if settings.REDIS_URL:
        _from_redis(until_empty=until_empty)
        return
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


def _from_redis(*, until_empty: bool) -> None:
    try:
        while not _worked(until_empty=until_empty):
            log.warning("The queue was lost. It is looked for again.")
            time.sleep(AGAIN)
    except StopRequested:  # told while there was no queue
        return


def _worked(*, until_empty: bool) -> bool:
    """Whether a worker of RQ came to its end, and did not lose its queue.

    It waits for a Redis that goes away while it waits for work, and ends where that
    happens at any other time.
    """
    queues = get_queues(QUEUE, job_class=Job)
    worker = Steady(queues, connection=queues[0].connection, job_class=Job)
    try:
        worker.work(burst=until_empty, logging_level="WARNING")
    except RedisError:
        if until_empty:
            raise
    worker.over = True
    return until_empty or worker.told
