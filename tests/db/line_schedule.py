"""The real kinds of jobs, with an engine that needs no language model."""

from __future__ import annotations

from datetime import timedelta

from claims.jobs import importing, relinking
from factcheck.operations.jobs import Periodic
from factcheck.schedule import KINDS as KINDS
from tests.db.fakes import LineEngine

importing.load_engine = relinking.load_engine = lambda: LineEngine()

PERIODIC = (
    Periodic("factcheck.operations.jobs.reaper.reap", timedelta(milliseconds=200)),
)
