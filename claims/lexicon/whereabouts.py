"""Verbs by which somebody or something has one place. PURE DATA."""

from __future__ import annotations

from claims.lexicon.words import words

LIES_IN = words("be lie locate situate stand base headquarter")
BORN_IN = words("bear")
DIED_IN = words("die")
BURIED_IN = words("bury inter")
