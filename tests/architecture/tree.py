"""The files under version control, and what the tests of this folder ask of them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("factcheck/", "sources/", "claims/", "scripts/", "manage.py")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file under version control, but not what others made and we vendored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    names = (name for name in listing.split("\0") if name and "/vendor/" not in name)
    return tuple(path for name in names if (path := ROOT / name).is_file())


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def python_files() -> tuple[Path, ...]:
    """Our own Python, without migrations: makemigrations writes those."""
    return tuple(
        path
        for path in tracked()
        if path.suffix == ".py" and "migrations" not in path.parts
    )


@cache
def source_files() -> tuple[Path, ...]:
    """The Python of the product: no tests."""
    return tuple(path for path in python_files() if relative(path).startswith(SOURCES))
