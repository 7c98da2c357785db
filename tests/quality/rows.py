"""The labelled rows of a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """Every row of its JSON Lines files, with the name of the file as "file"."""
    return [
        {**json.loads(line), "file": file.stem}
        for file in sorted(folder.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
