"""Words for shares of a whole. PURE DATA."""

from __future__ import annotations

# (pattern, low, high): what the words stand for, in percent.
VAGUE_SHARES: tuple[tuple[str, int, int], ...] = (
    (
        r"\b(?:an?|the) (?:vast|overwhelming|large|great|clear) majority\b(?= of)",
        60,
        100,
    ),
    (r"\b(?:an?|the) (?:slim|narrow|bare|slight) majority\b(?= of)", 50, 60),
    (r"\b(?:an?|the) majority\b(?= of)", 50, 100),
    (r"\b(?:an?|the) (?:small|tiny) minority\b(?= of)", 0, 30),
    (r"\b(?:an?|the) minority\b(?= of)", 0, 50),
    (
        r"(?<!the )\bmost\b(?= of (?:the|its|their|his|her|our|those|these|them|us"
        r"|(?-i:[A-Z])[\w-]+['\u2019]s?)(?!\w))",
        50,
        100,
    ),
    (r"\bnearly all\b(?= of)|\balmost all\b(?= of)", 85, 100),
)

# Before "third", "quarter", "half", these make it a period, a rank or a place.
PART_OF_SOMETHING_ELSE = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "next",
        "fiscal",
        "current",
        "previous",
        "each",
        "every",
        "per",
        "top",
        "bottom",
        "opening",
        "final",
        "other",
        "better",
        "upper",
        "lower",
    }
)
