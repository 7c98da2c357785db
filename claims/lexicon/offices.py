"""Offices that one person holds at a time. PURE DATA.

TITLES are no part of anybody's name. FORMERLY tells that somebody else may have held
the office before.
"""

from __future__ import annotations

from claims.lexicon.titles import HEADS, HONORIFICS
from claims.lexicon.words import words

OFFICES = words("""
president premier chancellor king queen emperor pope mayor governor captain chairman
chairwoman founder owner winner champion capital minister secretary ambassador
commissioner archbishop headmaster principal coach speaker
""")
# Of these there are several, told apart by what they are for.
SEVERAL = words("minister secretary commissioner ambassador")

TITLES = HEADS | HONORIFICS | words("prime finance foreign interior defence defense")

FORMERLY = words("""
former formerly ex predecessor successor succeed succeeded succeeding succeeds replaced
replace replacing replaces outgoing
""")
# So do these in a sentence that says who held it.
EARLIER = FORMERLY | words("was were until then before after once")
