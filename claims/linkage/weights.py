"""What each exchange between near-copies is worth. PURE DATA.

Made by scripts/fit_edits.py; the names are those of claims.linkage.exchanges.features.
A positive weight speaks for a contradiction, in log odds for each one counted.
"""

from __future__ import annotations

INTERCEPT = -11.87
WEIGHTS: dict[str, float] = {
    "act": 0.11,
    "added": 0.03,
    "added_name": -0.21,
    "added_noun": 0.04,
    "added_number": 0.13,
    "almost_opposite": 2.88,
    "hard": 0.81,
    "hard_left": -0.67,
    "hard_likeness": 1.79,
    "idea": 0.5,
    "kept": -0.38,
    "kind": 0.49,
    "left": -0.05,
    "left_out": -0.03,
    "left_out_noun": -0.36,
    "likeness": 14.01,
    "name": 1.16,
    "name_for_word": 0.57,
    "negation": 2.79,
    "number": 0.52,
    "opposite": 2.97,
    "quality": 0.28,
    "reworded": -0.44,
    "rewritten": -1.18,
    "thing": 1.28,
    "unknown": -0.15,
}
