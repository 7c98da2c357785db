"""What ordinals rank, and what stands around those that rank. PURE DATA."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before an ordinal these make it rank what follows.
DETERMINERS = _words(
    "the a an its his her their our my your this that these those another each every "
    "only no and or in on for by of as to one's"
)

# Nouns that ordinals date, divide or name, and do not rank.
NOT_RANKED = _words(
    "quarter half century day week month year decade millennium hour minute second "
    "time place hand thing lady gentleman family minister secretary amendment "
    "world floor street avenue grade degree class person party cousin language "
    "of all step glance sight aid reading season semester trimester weekend morning "
    "night look responder"
)

# Nouns behind "No. 1" that it ranks without a determiner.
RANKED_BY = _words(
    "seed player maker producer supplier seller buyer exporter importer team city "
    "country economy market company carrier bank brand official leader spot position "
    "priority issue cause killer rank ranking"
)
