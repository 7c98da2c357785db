"""Labelled pairs -> claims/linkage/weights.py: what each exchange of words is worth.

    python scripts/fit_edits.py PAIRS.jsonl… > var/weights.py
    mv var/weights.py claims/linkage/

It imports the weights that it replaces: straight into their file would empty it first.
Each line of a file holds two texts `a` and `b` and a `label`. Logistic regression on
the exchanges of those that are near-copies; Newton's method, so the same files give the
same weights. Files of edits made on purpose count in full; in files where hardly a pair
conflicts a line counts SCARCE, or they would drown the others.

The weights that are packaged were fitted on EVAL/summedits_dev.jsonl,
EVAL/paraphrase_train.jsonl and, of tests/quality/written, copies_fitted.jsonl and
copies_read.jsonl, in this order; copies_kept.jsonl is not among them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
sys.path.insert(0, str(Path(__file__).parents[1]))

from claims.engine import Engine, load_engine
from claims.facets.types import StatementRecord
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.edits import NO_COPIES, Changes, changes
from claims.linkage.exchanges import TELLING, Exchange, exchanges, features

SCARCE = 0.2
RARE = 0.1  # share of conflicts below which a file's lines count SCARCE
RIDGE = 3.0  # on standardised numbers
ROUNDS = 50
DIGITS = 2

Row = dict[str, str]
Pair = tuple[StatementRecord, StatementRecord, Changes]

HEAD = """\"\"\"What each exchange between near-copies is worth. PURE DATA.

Made by scripts/fit_edits.py; the names are those of claims.linkage.exchanges.features.
A positive weight speaks for a contradiction, in log odds for each one counted.
\"\"\"

from __future__ import annotations
"""


def nearest(a: list[StatementRecord], b: list[StatementRecord]) -> list[Pair]:
    """Each statement of b with the one of a that it is most a copy of."""
    found = []
    for other in b:
        tried = [
            (one, other, changes(one.text, other.text, near_copy=NEAR)) for one in a
        ]
        best = max(tried, key=lambda each: each[2].likeness, default=None)
        if best and best[2] != NO_COPIES and best[2].edits:
            found.append(best)
    return found


NEAR = DEFAULT_CONFIG.near_copy
# What has a weight of its own: ideas alike are never held against a pair by themselves.
FITTED = (*TELLING, Exchange.LIKE_IDEA)


def samples(path: Path, engine: Engine) -> Iterator[tuple[dict[str, float], bool]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = ((row[side], None) for row in rows for side in ("a", "b"))
    read = engine.extract_many(texts, all_sentences=True)
    for row, a, b in zip(rows, read, read, strict=False):
        for one, other, changed in nearest(a, b):
            found = exchanges(one, other, changed.edits)
            if not any(each.kind in FITTED for each in found):
                continue
            yield features(found, changed), row["label"] == "conflicts"


def fitted(
    x: np.ndarray, y: np.ndarray, weight: np.ndarray
) -> tuple[float, np.ndarray]:
    """Intercept and weights of a ridge logistic regression, in the units of x."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    ridge = np.eye(z.shape[1]) * RIDGE
    ridge[0, 0] = 0
    at = np.zeros(z.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-z @ at))
        slope = z.T @ (weight * (p - y)) + ridge @ at
        at -= np.linalg.solve(
            (z * (weight * p * (1 - p))[:, None]).T @ z + ridge, slope
        )
    own = at[1:] / spread
    return float(at[0] - own @ mean), own


def main(paths: list[Path]) -> None:
    engine = load_engine()
    rows: list[tuple[dict[str, float], bool, float]] = []
    for path in paths:
        found = list(samples(path, engine))
        share = sum(conflict for _, conflict in found) / max(1, len(found))
        counts = SCARCE if share < RARE else 1.0
        rows += [(numbers, conflict, counts) for numbers, conflict in found]
    names = sorted({name for numbers, _, _ in rows for name in numbers})
    x = np.array([[numbers.get(name, 0.0) for name in names] for numbers, _, _ in rows])
    y = np.array([float(conflict) for _, conflict, _ in rows])
    intercept, own = fitted(x, y, np.array([counts for _, _, counts in rows]))
    lines = [
        f'    "{n}": {round(float(w), DIGITS)},'
        for n, w in zip(names, own, strict=True)
    ]
    table = "\n".join(lines)
    sys.stdout.write(
        f"{HEAD}\nINTERCEPT = {round(intercept, DIGITS)}\n"
        f"WEIGHTS: dict[str, float] = {{\n{table}\n}}\n"
    )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
