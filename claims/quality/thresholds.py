"""The engine's thresholds with their meaning and evidence, read from where they stand.

The comment before a field is what it means; a change of one is a new ENGINE_VERSION, so
there is nothing to edit here.
"""

from __future__ import annotations

import inspect
import io
import tokenize
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claims.facets.tolerances import Tolerances
from claims.linkage.config import LinkageConfig

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = (int, float, Decimal)


@dataclass(frozen=True, slots=True)
class Threshold:
    """One field: its name in words, its value, and what its comment says.

    meaning is "" where the field shares the comment of the one before.
    """

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Group:
    """The thresholds of one class; about: the first line of its docstring."""

    module: str
    about: str
    thresholds: tuple[Threshold, ...]


@cache
def thresholds() -> tuple[Group, ...]:
    """Those of linkage, and the tolerances of comparing two values."""
    return tuple(_group(kind) for kind in (LinkageConfig, Tolerances))


def _group(kind: type) -> Group:
    said = dict(_comments(inspect.getsource(kind)))
    return Group(
        module=kind.__module__,
        about=(inspect.getdoc(kind) or "").partition("\n")[0],
        thresholds=tuple(
            Threshold(
                field.name.replace("_", " "),
                f"{field.default:g}",
                said.get(field.name, ""),
            )
            for field in fields(kind)
            if isinstance(field.default, NUMBER)
        ),
    )


def _comments(source: str) -> Iterator[tuple[str, str]]:
    """(field, the comment right before it)."""
    held: list[str] = []
    first = True
    for token in tokenize.generate_tokens(
        io.StringIO(inspect.cleandoc(source)).readline
    ):
        if token.type == tokenize.COMMENT:
            held.append(token.string.lstrip("# ").strip())
        elif token.type == tokenize.NEWLINE:
            first = True
        elif first and token.type == tokenize.NAME:
            yield token.string, " ".join(held)
            held, first = [], False
