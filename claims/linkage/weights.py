"""What each exchange between near-copies is worth. PURE DATA.

Made by scripts/fit_edits.py; the names are those of claims.linkage.exchanges.features.
A positive weight speaks for a contradiction, in log odds for each one counted.
"""

from __future__ import annotations

INTERCEPT = -9.07
WEIGHTS: dict[str, float] = {
    "act": -0.59,
    "added": -1.02,
    "added_name": -1.16,
    "added_noun": 1.15,
    "added_number": 1.48,
    "almost_opposite": 2.24,
    "hard": 0.75,
    "hard_left": 0.06,
    "hard_likeness": 0.94,
    "idea": -0.86,
    "kept": 0.4,
    "kind": 1.94,
    "left": -0.04,
    "left_out": -0.53,
    "left_out_noun": -1.06,
    "likeness": 10.01,
    "name": 0.1,
    "name_for_word": -1.72,
    "negation": 1.77,
    "number": 0.17,
    "opposite": 1.22,
    "quality": 0.25,
    "reworded": -0.81,
    "rewritten": -1.13,
    "thing": -0.1,
    "unknown": -0.23,
}
