"""What work there is, and what a piece of it is given and gives back.

The module that the setting SCHEDULE names lists the kinds by dotted names, so that the
ground floor knows nothing of what lies above it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.module_loading import import_string

from factcheck.operations.models import JobChunk
from factcheck.operations.tokens import CURATE

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class UnknownKindError(LookupError):
    """No kind of job has this name here; perhaps an older worker asks."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a chunk will be: payload is JSON-ready, rows is how many it counts for."""

    payload: dict[str, Any]
    rows: int = 1


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that could not be done. row: from 0, as it was sent in; code: stable."""

    row: int
    code: str
    detail: str

    def as_json(self) -> dict[str, Any]:
        """As it stands in JobChunk.errors."""
        return {"row": self.row, "code": self.code, "detail": self.detail}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a chunk. counts are added up over the job; result stays with it."""

    counts: Mapping[str, int] = field(default_factory=dict)
    errors: Sequence[RowError] = ()
    result: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of job is worked.

    label  what people call it
    scope  what a token needs to cancel it or have it go on
    work   does one chunk (`chunk.job` is its job); called again after a crash, perhaps
          while a worker that was taken for dead still does the same, so what it writes
          twice must be there once. What it raises is tried again, then given up.
    """

    work: Callable[[JobChunk], Outcome]
    label: str | _StrPromise = ""
    scope: str = CURATE


@dataclass(frozen=True, slots=True)
class Periodic:
    """Something that each worker does every so often.

    run      dotted name of a function without arguments. It looks into rows for
             something to do and starts a job for it, or does it where that is a matter
             of moments; several workers may call it in the same moment
    threads  in each worker that call it and nothing else, for what waits for servers of
             others; 0: it shares one with all that takes moments
    """

    run: str
    every: timedelta
    threads: int = 0


def kind_of(name: str) -> Kind:
    """The kind. Raises UnknownKindError."""
    path = import_module(settings.SCHEDULE).KINDS.get(name)
    if path is None:
        raise UnknownKindError(name)
    kind: Kind = import_string(path)
    return kind


def label_of(name: str) -> str:
    """What people call jobs of this name, known here or not."""
    try:
        return str(kind_of(name).label) or name
    except UnknownKindError:
        return name


def scope_of(name: str) -> str:
    """What a token needs to steer jobs of this name."""
    try:
        return kind_of(name).scope
    except UnknownKindError:
        return CURATE


def schedule() -> Sequence[Periodic]:
    """What workers do every so often."""
    periodic: Sequence[Periodic] = import_module(settings.SCHEDULE).PERIODIC
    return periodic
