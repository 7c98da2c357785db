"""Read a file of claims back, whichever of the three forms it has.

    python docs/examples/read_claims.py claims-2031-05-12.csv
    python docs/examples/read_claims.py claims-2031-05-12.jsonl
    python docs/examples/read_claims.py claims-2031-05-12.jsonld

Needs nothing but Python. CSV and JSON lines give the same rows: an empty cell is None,
cells that hold a list are lists, counts are numbers. JSON-LD gives the claims with
their statements and links; whoever wants triples hands the same file to any JSON-LD
processor, which needs nothing else to read it.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

Row = dict[str, Any]

NUMBERS = ("claim", "outlets", "origins", "slots_taken", "slots")
LISTS = ("conflicts_on", "printed_by", "assigned_to", "due")
# A cell that a spreadsheet would take for a formula begins with a sign before these.
GUARD = "'"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def read_csv(text: str) -> list[Row]:
    """The rows of a table."""
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [{name: value_of(name, cell) for name, cell in row.items()} for row in table]


def read_json_lines(text: str) -> list[Row]:
    """The rows of JSON lines. A line ends with \\n alone: other signs end none."""
    return [json.loads(line) for line in text.split("\n") if line]


def read_json_ld(text: str) -> list[Row]:
    """The claims of a JSON-LD document, as it has them."""
    graph = json.loads(text)["@graph"]
    return [node for node in graph if node["@type"] == "Claim"]


def value_of(name: str, cell: str) -> Any:
    """What a cell of the table stands for."""
    cell = unguarded(cell)
    if not cell:
        return None
    if name in NUMBERS:
        return int(cell)
    return entries_of(cell) if name in LISTS else cell


def unguarded(cell: str) -> str:
    """The text of a cell without the sign that keeps it from being a formula."""
    if cell.startswith(GUARD) and cell.lstrip(GUARD).startswith(FORMULA):
        return cell[1:]
    return cell


def entries_of(cell: str) -> list[str]:
    """The entries of a list: "; " is between them, \\; and \\\\ are signs of theirs."""
    entries, signs = [""], iter(cell)
    for sign in signs:
        if sign == "\\":
            entries[-1] += next(signs)
        elif sign == ";":
            next(signs)
            entries.append("")
        else:
            entries[-1] += sign
    return entries


READERS = {".csv": read_csv, ".jsonl": read_json_lines, ".jsonld": read_json_ld}


def main(path: Path) -> None:
    # Bytes: reading text would make one line end of three kinds.
    rows = READERS[path.suffix](path.read_bytes().decode("utf-8"))
    print(f"{len(rows)} claims")
    for row in rows:
        print(row.get("title", row.get("name")))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
