"""Every tolerance of comparing two values, in one place, with its reason. PURE.

Each field says its unit. A newsroom that wants another reading passes its own.
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
    # Relative width given to "at least" above and to "up to" below: a bound says little
    # of how far the value lies behind it, but "at least 10" is not told of 30.
    open_bound: Decimal = Decimal("1")
    # Factor by which a vague plural ("hundreds") reaches beyond its interval: nobody
    # agrees where hundreds end. Of shares ("most") it is not taken.
    vague: Decimal = Decimal("2")
    # Relative difference below which two unhedged amounts or counts are one value seen
    # through rounding, if the coarser is the finer at its last printed digit. Evidence:
    # on public news pairs a typed mismatch of more than 6% separates real
    # contradictions from rewording best.
    rounding: Decimal = Decimal("0.06")
    # Relative difference below which two amounts are one, however they are printed:
    # prices of one hour. Evidence: of the public news pairs with amounts less than 6%
    # apart that are no rounding, people call the same 9 below 1% and 1 above it.
    price: Decimal = Decimal("0.01")
    # Percentage points within which two unhedged percents are one value, on the same
    # condition: 90 for 89.6, not 5.79 for 5.84.
    percent_points: Decimal = Decimal("0.5")


DEFAULT = Tolerances()
