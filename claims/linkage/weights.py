"""What each exchange between near-copies is worth. PURE DATA.

Made by scripts/fit_edits.py; the names are those of claims.linkage.exchanges.features.
A positive weight speaks for a contradiction, in log odds for each one counted.
"""

from __future__ import annotations

INTERCEPT = -10.94
WEIGHTS: dict[str, float] = {
    "act": -0.49,
    "added": -0.99,
    "added_name": -1.18,
    "added_noun": 1.29,
    "added_number": 0.76,
    "almost_opposite": 2.07,
    "hard": 0.8,
    "hard_left": -0.03,
    "hard_likeness": 1.17,
    "idea": -0.91,
    "kept": 0.14,
    "kind": 2.1,
    "left": -0.07,
    "left_out": -0.49,
    "left_out_noun": -1.13,
    "likeness": 13.07,
    "name": 0.43,
    "name_for_word": -1.57,
    "negation": 1.33,
    "number": 0.23,
    "opposite": 1.05,
    "quality": 0.35,
    "reworded": -0.85,
    "rewritten": -1.18,
    "thing": -0.08,
    "unknown": -0.11,
}
