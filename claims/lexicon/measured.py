"""Words that tell in which of several ways a thing is measured. Data only. PURE."""

from __future__ import annotations

from claims.lexicon.words import words

# Ways of measuring one thing, of which a number is of one: a line for a choice, its
# ways between bars, words for one way together.
CHOICES = """
core underlying | headline
net | gross | operating | pretax pre-tax
annual annualised annualized yearly | monthly | quarterly | weekly | daily | hourly
average mean | median | total combined
nominal | real
basic | diluted
fiscal | calendar
consumer | producer | wholesale
retail | wholesale
domestic | foreign overseas international
electric | diesel petrol gasoline | hybrid
brent | wti u.s us american | urals
"""

# A word with its ways: the choice and which of it.
WAYS: dict[str, frozenset[tuple[int, int]]] = {}
for _choice, _line in enumerate(CHOICES.strip().splitlines()):
    for _way, _names in enumerate(_line.split("|")):
        for _name in _names.split():
            WAYS[_name] = WAYS.get(_name, frozenset()) | {(_choice, _way)}

# Words that are a way of measuring only beside one of these: kinds of oil.
NATIONS = words("us u.s american")
OIL = words("crude oil futures")

# Ways that no number is of that is told without them: inflation is of all prices.
NEVER_MEANT = words("core underlying")

# Verbs that tell how many there are, and by how many they become more or fewer.
STOCK = words("have own operate run employ maintain")
FLOW = words(
    "close open shut hire recruit add cut shed drop fire dismiss lose buy sell build "
    "launch acquire order deliver axe eliminate create"
)

# Measures that add up over time: of a quarter less than of its year.
ADDED_UP = words("revenue cost")
# Measures of which a number is one of a period.
FLOWING = ADDED_UP | words("profit loss budget tax invest export import output")
