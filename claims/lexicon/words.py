"""Word lists are written as blocks of text; this reads one. PURE."""

from __future__ import annotations


def words(block: str) -> frozenset[str]:
    """The words of a block, separated by any white space."""
    return frozenset(block.split())


def pairs(block: str) -> dict[str, str]:
    """ "key=value" words of a block."""
    return dict(word.split("=", 1) for word in block.split())
