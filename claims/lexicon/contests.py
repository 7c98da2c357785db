"""Relations of which only one of two can have the upper hand, in many words. PURE DATA.

Predicates are those of facets.events.
"""

from __future__ import annotations

from claims.lexicon.words import pairs, words

# Predicate = relation, where the doer has the upper hand.
WON = pairs("defeat=victory win=victory buy=owner own=owner succeed=heir replace=heir")
# The same where the doer has the lower.
LOST = pairs("lose=victory")
# Prepositions that bind the other side of predicates without an object.
OVER = words("over against")
TO = words("to against")
# What one body is of the other that owns it; what an owner is.
OWNED = words("subsidiary unit division affiliate branch")
OWNING = words("owner parent")
