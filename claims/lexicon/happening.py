"""What happens in many places at once, and what in one. Data only. PURE."""

from __future__ import annotations

from claims.lexicon.words import words

# What is done in many places at once: what is told of one place is a part of it.
SPREAD_ACTS = words(
    "sell employ hire cut shed make produce export import ship deliver lay dismiss lend"
)
SPREAD_EVENTS = words(
    "earthquake quake flood flooding storm hurricane cyclone typhoon tornado heatwave "
    "drought virus outbreak epidemic pandemic disease cholera measles war"
)

# What happens in one place, however wide the place is that a text names.
POINT_EVENTS = words(
    "attack bombing bomb blast explosion explode crash collision collide derail "
    "shooting shoot gunman stabbing fire blaze ambush airstrike missile "
    "avalanche capsize sink"
)
