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
    weekly monthly quarterly yearly annual
    once twice thrice
    for against
    to from
    above below
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
    kill injure rescue
    killing injuring rescuing
    killed wounded unhurt
    dawn noon dusk midnight
    sunrise sunset
    dozens hundreds thousands millions billions
    killed injured missing arrested unharmed rescued
    arrested released acquitted
    delete keep
    deleted kept
    remove keep
    removed kept
    secretly publicly
    secretly openly
    struggling thriving
    domestic foreign
    imports exports
    prices wages rents
    schools hospitals homes mosques churches
    striker midfielder defender goalkeeper
    forward midfielder defender goalkeeper
    batsman bowler wicketkeeper
    heart kidney liver lung brain
    singer drummer guitarist bassist pianist violinist
    democracy monarchy dictatorship
    hit miss
    meet miss
    met missed
    """.strip().splitlines()
)
GROUP: dict[str, frozenset[str]] = {
    word: frozenset().union(*(group for group in EXCLUSIVE if word in group))
    for every in EXCLUSIVE
    for word in every
}

# Words that deny the sentence when they stand in one copy only.
NEGATIONS = frozenset(
    "not no never n't cannot without neither nor none nobody nothing unable except "
    "didn't doesn't don't wasn't weren't isn't aren't won't can't couldn't wouldn't "
    "hasn't haven't hadn't didnt doesnt dont wasnt werent isnt arent wont cant couldnt "
    "wouldnt hasnt havent hadnt shouldn't mustn't needn't shouldnt".split()
)

# Words that make less of the one behind them: "less strong" is weaker.
LESSENING = frozenset({"less", "least"})

# Words behind "no" that set a bound and deny nothing: "no later than".
BOUNDING = frozenset("later earlier sooner more fewer less other".split())

# Words that tell against what is told, and those that tell of its reason.
AGAINST = frozenset({"despite", "notwithstanding"})
REASONS = frozenset(
    "following response reaction due because owing thanks result light amid given "
    "reason account spite consequence".split()
)

# Words that deny as much as a negation does, or turn a reason into its opposite.
DENYING = NEGATIONS | frozenset("despite instead false fails failed refused".split())

# Words of which any may deny what a sentence tells. Where both sides have one, a
# parser's "denied" on one side alone is more often its error than a contradiction.
DENIALS = (DENYING - {"despite", "instead"}) | frozenset(
    "deny denies denied denying fail failing failure lack lacks lacked lacking refuse "
    "refuses refusing hardly barely unable impossible nobody nor rather stop stopped "
    "prevent prevents prevented".split()
)

# Words of no meaning of their own: exchanged, they change the style.
FUNCTION = frozenset(
    "a an the of to in on for with by at from as is are was were be been being has "
    "have had that which who whom whose it its their his her our your they he she "
    "we you i this these those and or but so than then there when while after before "
    "about into onto over under up down out off also too will would can could may "
    "might shall should must do does did said says say such both own themselves "
    "himself itself upon toward towards per via".split()
)

# Words before a noun that points at something known.
DETERMINERS = frozenset("the this that these those".split())
POSSESSIVES = frozenset("its his her their our".split())

# Words that make a plan, a guess or a duty of a fact.
MODALS = frozenset(
    "will would can could may might shall should must won't wouldn't can't cannot "
    "couldn't shouldn't mustn't "
    "possibly perhaps likely expected planned".split()
)

# Units of time and length: exchanged, they change the value.
UNITS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year "
    "years decade decades century centuries mile miles kilometre kilometres kilometer "
    "kilometers metre metres meter meters ton tons tonne tonnes kilogram kilograms "
    "dozen dozens hundreds thousands millions billions trillions".split()
)
