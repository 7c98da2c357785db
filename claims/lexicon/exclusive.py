"""Groups of words of which one thing can be only one at a time. Data only. PURE.

In the same place of two otherwise equal sentences, two words of one group contradict.
"""

EXCLUSIVE: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in """
    red blue green yellow white black orange purple pink brown grey gray
    north south east west northeast northwest southeast southwest
    northern southern eastern western
    left right
    father mother brother sister son daughter uncle aunt nephew niece grandfather
    husband wife
    man woman boy girl
    male female
    men women boys girls
    morning afternoon evening night noon midnight
    spring summer autumn winter
    breakfast lunch dinner
    murder manslaughter robbery fraud theft rape arson perjury bribery kidnapping
    gold silver bronze
    first second third fourth fifth sixth seventh eighth ninth tenth
    hours minutes seconds days weeks months years decades
    hour minute second day week month year decade
    daily weekly monthly yearly annually hourly
    army navy
    bus train plane ship car truck bicycle boat helicopter
    dog cat horse cow pig sheep
    earthquake flood hurricane wildfire tornado drought
    coal oil gas uranium
    football baseball basketball hockey cricket tennis golf rugby
    republican democrat
    minimum maximum
    upper lower
    before after
    inside outside
    indoors outdoors
    """.strip().splitlines()
)
GROUP: dict[str, frozenset[str]] = {
    word: group for group in EXCLUSIVE for word in group
}

# Words that deny the sentence when they stand in one copy only.
NEGATIONS = frozenset(
    "not no never n't cannot without neither nor none nobody nothing unable except "
    "didn't doesn't don't wasn't weren't isn't aren't won't can't couldn't wouldn't "
    "hasn't haven't hadn't didnt doesnt dont wasnt werent isnt arent wont cant couldnt "
    "wouldnt hasnt havent hadnt".split()
)
