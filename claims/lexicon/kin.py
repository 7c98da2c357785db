"""What somebody is to another in a family, and beside it. PURE DATA.

Lemma = relation; two people have one relation to each other. INVERSE names what the
other is then; who is no relative at all is none of these.
"""

from __future__ import annotations

from claims.lexicon.words import pairs

KIN = pairs("""
husband=spouse wife=spouse spouse=spouse widow=spouse widower=spouse bride=spouse
groom=spouse bridegroom=spouse
father=parent mother=parent parent=parent
son=child daughter=child child=child
brother=sibling sister=sibling sibling=sibling twin=sibling
grandson=grandchild granddaughter=grandchild grandchild=grandchild
grandfather=grandparent grandmother=grandparent grandparent=grandparent
nephew=nephew niece=nephew uncle=uncle aunt=uncle cousin=cousin
stepfather=stepparent stepmother=stepparent stepson=stepchild stepdaughter=stepchild
""")

INVERSE = pairs("""
spouse=spouse parent=child child=parent sibling=sibling grandchild=grandparent
grandparent=grandchild nephew=uncle uncle=nephew cousin=cousin stepparent=stepchild
stepchild=stepparent
""")

# Which of two brothers or sisters is the elder.
OLDER = frozenset({"older", "elder", "eldest", "oldest", "big"})
YOUNGER = frozenset({"younger", "youngest", "little", "kid"})
