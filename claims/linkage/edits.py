"""Two sentences that are one but for a slot: which words stand against which. PURE.

Content lemmas of both are aligned in order; a run replaced by another run of at most two
words is an edit. Only near-copies are read so: in freely worded sentences the order of
words says nothing.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from claims.linkage.profile import item

# Longest replaced run in words; longer ones are rewording, not a changed value.
LONGEST = 2


def replaced(
    a: tuple[str, ...], b: tuple[str, ...]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(words of a, words of b) that stand in the same place, in order."""
    items_a, items_b = [item(w) for w in a], [item(w) for w in b]
    matcher = SequenceMatcher(a=items_a, b=items_b, autojunk=False)
    return [
        (a[i1:i2], b[j1:j2])
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag == "replace" and i2 - i1 <= LONGEST and j2 - j1 <= LONGEST
    ]
