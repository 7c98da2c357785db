"""What each exchange between near-copies is worth. PURE DATA.

Made by scripts/fit_edits.py; the names are those of claims.linkage.exchanges.features.
A positive weight speaks for a contradiction, in log odds for each one counted.
"""

from __future__ import annotations

INTERCEPT = -19.72
WEIGHTS: dict[str, float] = {
    "act": 1.41,
    "alike": -1.21,
    "almost_opposite": 2.29,
    "hard": 1.17,
    "hard_left": -0.01,
    "hard_likeness": 1.81,
    "idea": -0.52,
    "kept": -0.91,
    "kind": 0.25,
    "left": 0.26,
    "like_act": 0.83,
    "like_quality": -2.15,
    "likeness": 22.61,
    "more": 0.4,
    "more_names": 0.02,
    "more_nouns": 0.68,
    "more_numbers": -0.47,
    "name": 0.46,
    "name_for_word": -1.72,
    "negation": 1.73,
    "number": 0.28,
    "opposite": 0.62,
    "quality": -0.56,
    "reworded": 0.13,
    "rewritten": -1.38,
    "share": 2.88,
    "thing": 0.3,
    "unknown": 0.9,
}
