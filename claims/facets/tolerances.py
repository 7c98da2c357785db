"""Every tolerance of comparing two values, in one place, with its reason. PURE.

Each field says its unit. A newsroom that wants another reading passes its own Tolerances.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Tolerances:
    """How far apart two printed values may lie and still be the same value."""

    # Relative half-width given to "about", "some", "approximately": readers accept
    # about 1½ hours for 80 to 100 minutes; wider swallows real differences.
    about: Decimal = Decimal("0.15")
    # Relative width given to "nearly" below and to "over" above the printed value.
    one_sided: Decimal = Decimal("0.25")
    # Relative difference below which two unhedged amounts or counts are one value seen
    # through rounding. Evidence: on public news pairs a typed mismatch of more than 6%
    # separates real contradictions from rewording best.
    rounding: Decimal = Decimal("0.06")
    # Percentage points within which two unhedged percents are one value.
    percent_points: Decimal = Decimal("0.5")


DEFAULT = Tolerances()
