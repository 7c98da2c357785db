"""What the linters do not see: no signals, and imports at the top."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.tree import relative, source_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# spaCy takes a second to load: a command that reads no text starts without it.
MAY_IMPORT_LATE = {"claims/engine.py"}
SIGNALS = {
    "m2m_changed",
    "post_delete",
    "post_init",
    "post_migrate",
    "post_save",
    "pre_delete",
    "pre_init",
    "pre_migrate",
    "pre_save",
    "receiver",
}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def late_imports(source: str) -> list[int]:
    """The lines of the imports that stand inside a function."""
    return sorted(
        {
            node.lineno
            for function in ast.walk(ast.parse(source))
            if isinstance(function, FUNCTIONS)
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom)
        }
    )


def _names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield from ((alias.name, node.lineno) for alias in node.names)


def signals(source: str) -> list[int]:
    """The lines that name a signal of Django or the decorator that listens to one."""
    return sorted({line for name, line in _names(ast.parse(source)) if name in SIGNALS})


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import os\n", []),
        ("if True:\n    import os\n", []),
        ("def f():\n    import os\n", [2]),
        ("class A:\n    def f(self):\n        from os import path\n", [3]),
        ("async def f():\n    if True:\n        import os\n", [3]),
    ],
)
def test_what_a_late_import_is(source: str, lines: list[int]) -> None:
    assert late_imports(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("from django.db.models.signals import post_save\n", [1]),
        ("@receiver(x)\ndef f(): ...\n", [1]),
        ("signals.pre_delete.connect(f)\n", [1]),
        ("server.connect(f)\n", []),
    ],
)
def test_what_a_signal_is(source: str, lines: list[int]) -> None:
    assert signals(source) == lines


def _found(look: object, files: list[Path]) -> list[str]:
    return [
        f"{relative(path)}:{line}"
        for path in files
        for line in look(path.read_text(encoding="utf-8"))  # type: ignore[operator]
    ]


def test_imports_stand_at_the_top() -> None:
    files = [path for path in source_files() if relative(path) not in MAY_IMPORT_LATE]
    assert files
    assert _found(late_imports, files) == []


def test_nothing_listens_to_a_signal() -> None:
    assert _found(signals, list(source_files())) == []
