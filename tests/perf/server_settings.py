"""The settings of the served bench: the real ones, and one view more."""

from factcheck.settings import *  # noqa: F403

ROOT_URLCONF = "tests.perf.bare"
