"""The order of the queue: severity × outlets × recency, as one number for each claim.

The product is kept as the sum of its logarithms, and a report that ages by a half-life
halves it. Counted from a fixed day instead of from today, the number need not be
written anew every night: as time goes by all claims lose the same.
"""

from __future__ import annotations

from datetime import date
from math import log2

# By severity 0–3. A step weighs as much as sixteen times the outlets, or four weeks:
# what is settled or only named differently passes a conflict in substance when that has
# been lying for months. A choice of the product, not a measurement.
WEIGHTS = (1, 16, 256, 4096)

# Days after which a report weighs half: last week's four outlets are today's two.
HALF_LIFE_DAYS = 7

# Outlets beyond which more of them change nothing.
OUTLETS_COUNTED = 99

FIRST_DAY = date(1900, 1, 1)
DAYS_COUNTED = 99_999

# Steps of the number in one doubling. A thousandth of a doubling orders two claims of
# one day by a single outlet among hundreds; the sum stays far below 2**31.
STEPS = 1000


def priority(severity: int, outlets: int, last: date) -> int:
    """The place of a claim in the queue, highest first.

    severity 0–3; outlets that print it; last: local day of the last report.
    """
    days = min(max((last - FIRST_DAY).days, 0), DAYS_COUNTED)
    reach = min(max(outlets, 1), OUTLETS_COUNTED)
    doublings = log2(WEIGHTS[severity] * reach) + days / HALF_LIFE_DAYS
    return round(doublings * STEPS)
