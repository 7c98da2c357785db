"""What each exchange between near-copies is worth. PURE DATA.

Made by scripts/fit_edits.py; the names are those of claims.linkage.exchanges.features.
A positive weight speaks for a contradiction, in log odds for each one counted.
"""

from __future__ import annotations

INTERCEPT = -9.52
WEIGHTS: dict[str, float] = {
    "act": -0.13,
    "added": -0.27,
    "added_name": -1.08,
    "added_noun": 1.44,
    "added_number": 0.57,
    "almost_opposite": 1.41,
    "hard": 0.83,
    "hard_left": -0.02,
    "hard_likeness": 1.11,
    "idea": -1.11,
    "kept": 0.05,
    "kind": 1.72,
    "left": -0.04,
    "left_out": -0.17,
    "left_out_noun": -0.92,
    "likeness": 11.74,
    "name": 0.38,
    "name_for_word": -1.68,
    "negation": 1.15,
    "number": 0.25,
    "opposite": 0.99,
    "quality": 1.29,
    "reworded": -0.56,
    "rewritten": -1.36,
    "thing": -0.01,
    "unknown": 0.16,
}
