"""Relations of which only one of two can have the upper hand, in many words. PURE DATA.

Lemma = relation. Verbs by what their subject is to their object; nouns by what somebody
is who has them, or is called by them, to whom the preposition binds.
"""

from __future__ import annotations

from claims.lexicon.words import pairs, words

# The subject has the upper hand of the object.
UPPER_VERBS = pairs("""
beat=victory defeat=victory thrash=victory edge=victory rout=victory crush=victory
overcome=victory outplay=victory overpower=victory trounce=victory hammer=victory
knock=victory eliminate=victory upset=victory stun=victory best=victory
outclass=victory outpoint=victory vanquish=victory conquer=victory dethrone=victory
topple=victory overwhelm=victory whip=victory
buy=owner acquire=owner purchase=owner own=owner
succeed=heir replace=heir
""")
# The subject has the lower hand of what these prepositions bind.
LOWER_VERBS = pairs("lose=victory succumb=victory bow=victory hand+over=heir")
# The subject has the upper hand of what "from" binds.
TAKING_OVER = pairs("take+over=heir inherit=heir")
# What is sold is the buyer's afterwards.
SOLD = pairs("sell=owner")

# Who has one of these has the upper hand of what OVER binds.
UPPER_NOUNS = pairs("win=victory victory=victory triumph=victory")
# Who has one of these has the lower hand of what TO binds.
LOWER_NOUNS = pairs("defeat=victory loss=victory")
# Who has one of these has the upper hand of what it is of.
DEEDS = pairs("acquisition=owner purchase=owner takeover=owner buyout=owner")

# Who is called so has the upper hand of whose he is.
UPPER_NAMES = pairs("""
owner=owner parent=owner successor=heir father=parent mother=parent
""")
# Who is called so has the lower.
LOWER_NAMES = pairs("""
subsidiary=owner unit=owner division=owner affiliate=owner branch=owner
predecessor=heir son=parent daughter=parent
""")

OVER = words("over against")
TO = words("to against by")
