"""The settings of a worker that a test starts: the real ones, with a schedule."""

import os

from factcheck.settings import *  # noqa: F403

SCHEDULE = os.environ["TEST_SCHEDULE"]
