"""What is counted, what no count is, and states in which people are. PURE DATA.

Words are lower case; nouns are lemmas unless said otherwise.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Heads that stand for people in a state: "17 dead". Value = the measure of the count.
STATES: dict[str, str] = {
    "dead": "dead",
    "killed": "dead",
    "died": "dead",
    "slain": "dead",
    "perished": "dead",
    "murdered": "dead",
    "executed": "dead",
    "injured": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "missing": "missing",
    "unaccounted": "missing",
    "arrested": "arrested",
    "detained": "arrested",
    "jailed": "jailed",
    "imprisoned": "jailed",
    "displaced": "displaced",
    "homeless": "displaced",
    "evacuated": "evacuated",
    "hospitalized": "hospitalised",
    "hospitalised": "hospitalised",
    "rescued": "rescued",
    "kidnapped": "kidnapped",
    "abducted": "kidnapped",
    "infected": "infected",
    "charged": "charged",
    "convicted": "convicted",
}

# Nouns that count people in a state: "17 deaths" are 17 people dead.
STATE_NOUNS: dict[str, str] = {
    "death": "dead",
    "fatality": "dead",
    "injury": "injured",
    "arrest": "arrested",
}

# Verbs by which lives are deaths: "claimed 12 lives".
LIVES = "life"
TAKING_LIVES = _words(
    "claim claims claimed claiming cost costs costing take took taken "
    "taking lose lost losing"
)

# Verbs before the number that put its people in a state: "killing 17".
STATE_VERBS: dict[str, str] = {
    **dict.fromkeys(("kill", "kills", "killing", "killed"), "dead"),
    **dict.fromkeys(("slay", "slaying", "slew", "murdering", "murdered"), "dead"),
    **dict.fromkeys(("injure", "injures", "injuring", "injured"), "injured"),
    **dict.fromkeys(("wound", "wounds", "wounding", "wounded"), "injured"),
    **dict.fromkeys(("hurting", "hurt"), "injured"),
    **dict.fromkeys(("arrest", "arrests", "arresting", "arrested"), "arrested"),
    **dict.fromkeys(("detain", "detains", "detaining", "detained"), "arrested"),
    **dict.fromkeys(("displace", "displaces", "displacing", "displaced"), "displaced"),
    **dict.fromkeys(("rescue", "rescues", "rescuing", "rescued"), "rescued"),
    **dict.fromkeys(("evacuate", "evacuating", "evacuated"), "evacuated"),
    **dict.fromkeys(("infect", "infecting", "infected"), "infected"),
}

# Plurals without "s", and their singulars.
IRREGULAR: dict[str, str] = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "gunmen": "gunman",
    "businessmen": "businessman",
    "congressmen": "congressman",
    "servicemen": "serviceman",
    "spokesmen": "spokesman",
    "crewmen": "crewman",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "police": "police",
    "cattle": "cattle",
    "sheep": "sheep",
    "fish": "fish",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "series": "series",
    "species": "species",
    "media": "medium",
    "criteria": "criterion",
    "crises": "crisis",
    "analyses": "analysis",
    "parentheses": "parenthesis",
    "buses": "bus",
    "viruses": "virus",
    "houses": "house",
    "cases": "case",
    "causes": "cause",
    "bases": "base",
    "phases": "phase",
    "purchases": "purchase",
    "increases": "increase",
    "licenses": "license",
    "nurses": "nurse",
    "horses": "horse",
    "movies": "movie",
    "cookies": "cookie",
    "axes": "axe",
}

# Durations, frequencies and parts of dates are other kinds; so are units of text.
NOT_COUNTED = _words(
    "second minute hour day week fortnight month quarter year decade century weekend "
    "night morning afternoon evening time times season am pm "
    "percent percentage per cent point-one half thing way more less least "
    "o'clock gmt est edt utc bst"
)

# Words that cannot stand between a number and what it counts.
BREAKS = _words(
    "a an the of in on at to for from by with as than that which who whom whose and or "
    "but if when while after before since until during over under between against into "
    "is are was were be been being has have had will would can could may might must "
    "shall should do does did said says say told it they he she we you i this these "
    "those not no about because so then there here also only just still where among "
    "including per up down out off yet even more less"
)

# Between "17" and "dead": "17 people were reported killed".
PASSIVE = _words(
    "was were is are been being be have has had got reported confirmed feared presumed "
    "believed also still now left found more others later both seriously badly "
    "critically slightly severely officially initially"
)

# A number behind these words is a name, not a count ("Article 5", "Flight 12").
NAME_BEFORE = _words(
    "no no. nos nos. number numbers # article articles section sections chapter "
    "paragraph clause page pages p. pp. figure table volume vol. part item annex "
    "appendix schedule title rule act bill resolution directive proposition prop. "
    "amendment order case docket law flight route highway interstate road street "
    "avenue room suite gate platform terminal channel radio studio type class "
    "category cat. level phase stage step tier grade version model mark generation "
    "series season episode round game match set lap heat lane group pool division "
    "district ward precinct zone sector area block building unit reactor apartment "
    "flat floor box psalm verse line station platform size windows formula age aged "
    "agenda hole par top area apollo soyuz boeing airbus rank ranked seed seeded "
    "magnitude factor covid covid- hurricane catch exit mile mph extension"
)

MONTHS = _words(
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

# Before a number that looks like a year these make it one.
YEAR_BEFORE = _words(
    "in since by of until till from before after during late early mid year years "
    "fiscal the and through to summer winter spring autumn fall circa around"
)

# Nouns that "-member", "-nation" group by: "a 17-member board" counts members.
GROUPED = _words(
    "member nation country state seat party team person man woman judge player "
    "bed room storey story vehicle car unit strong"
)

# Words that make a "one" a count: it tells that there are no others.
ONE_ALONE = _words("only just exactly")

# What a plain count of people is told as.
PERSON = "person"
PEOPLE = _words(
    "person man woman child civilian soldier passenger worker employee student "
    "resident protester demonstrator officer policeman militant rebel prisoner "
    "migrant refugee patient victim survivor hostage fighter troop journalist "
    "official villager tourist citizen inmate miner pilot driver girl boy adult "
    "youth teenager member staff miner sailor crewman firefighter guest spectator "
    "suspect pedestrian palestinian israeli american other human"
)

# "No survivors" is a count of none; "no comment" is no count at all.
NONE_OF = _words(
    "survivors casualties deaths fatalities injuries arrests victims injured"
)

# A pair of numbers before or behind these is the score of a match or a vote.
SCORE_WORDS = _words(
    "win won wins beat beats beating lead leads led trail trails trailed draw drew "
    "drawn victory defeat defeated loss lost score scored tie tied vote voted voting "
    "ruled decision verdict ahead behind"
)
