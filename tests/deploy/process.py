"""Start the project as a fresh machine would: a new process, an empty environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.architecture.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PRINT_SETTINGS = """
import json, sys
from django.conf import settings
names = sys.argv[1:]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def run(
    *arguments: str, data: Path, code: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run manage.py, or `code`, with nothing set but `environment`."""
    program = ["-c", code] if code else ["manage.py"]
    return subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(data),
            "DJANGO_SETTINGS_MODULE": "factcheck.settings",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def settings(*names: str, data: Path, **environment: str) -> dict[str, Any]:
    """The values of settings in a fresh process."""
    done = run(*names, data=data, code=PRINT_SETTINGS, **environment)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
