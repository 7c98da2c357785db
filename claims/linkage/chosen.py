"""Two sentences that somebody has chosen and that are alike but for one place. PURE.

Of candidates in an import a short sentence of common words proves nothing: many a call
lasted an hour. Who holds "the call lasted an hour" against "the call lasted 90 minutes"
says that it is one call, and asks about the one place in which they differ. Where two
places differ it may as well be two events told in one form of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from claims.facets.types import StatementRecord
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import told_in

# Share of the words of both (0 to 1) that stand before and behind the place.
AROUND = 0.5
# Weight (linkage.rarity) that two such sentences need to share; .5 is two common words
# ("the call lasted"). Of 3,313 public pairs on one event 112 are of this kind: it makes
# three more of them agree, two rightly, and none conflict.
EVIDENCE = 0.5


def chosen(
    a: Sequence[StatementRecord], b: Sequence[StatementRecord], config: LinkageConfig
) -> LinkageConfig:
    """The thresholds for two texts that somebody has chosen."""
    if len(a) == len(b) == 1 and in_one_place(a[0].text, b[0].text):
        return replace(
            config, slot_evidence=EVIDENCE, shared_evidence=EVIDENCE, one_account=True
        )
    return config


def in_one_place(a: str, b: str) -> bool:
    """Whether two texts differ in one run of words, which has none in common.

    A number may be: half past nine is told in the digits of another hour too.
    """
    one, other = told_in(a), told_in(b)
    before = _in_common(one, other)
    left, right = one[before:], other[before:]
    behind = _in_common(left[::-1], right[::-1])
    if behind == min(len(left), len(right)):
        return False
    both = set(left[: len(left) - behind]) & set(right[: len(right) - behind])
    if not all(word.isdigit() for word in both):
        return False
    return 2 * (before + behind) >= AROUND * (len(one) + len(other))


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)
