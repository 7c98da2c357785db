"""Nouns and pronouns that point back to a name told before. PURE DATA."""

from __future__ import annotations

from claims.lexicon.words import words

# Nouns that mean a business, whatever its name says.
COMPANIES = words("""
company firm group carmaker automaker chipmaker drugmaker planemaker toymaker brewer
retailer manufacturer maker producer supplier developer operator insurer lender bank
airline miner startup start-up conglomerate corporation utility supermarket broadcaster
shipbuilder steelmaker refiner
""")
# Of these the ones that say as little as "it": any business is one.
ANY_COMPANY = words("company firm corporation")

# Of these the ones that may be something else, unless the name says so or is called so.
OTHERWISE = words("group maker producer supplier developer operator bank utility miner")

# Nouns of bodies whose names hold the noun, or another word of its row.
BODIES = {
    noun: frozenset(row.split())
    for row in (
        "ministry department",
        "agency administration bureau centers authority service",
        "court tribunal",
        "commission",
        "committee",
        "council",
        "university college",
        "hospital clinic",
        "union federation",
        "party",
        "parliament",
        "senate",
        "academy",
        "foundation",
        "museum",
    )
    for noun in row.split()
    if noun not in ("centers", "service", "administration")
}
# Words of the names of bodies that are no business.
PUBLIC = words("""
ministry department office agency bureau commission committee council board university
college institute institution school academy association federation confederation union
league society foundation party congress parliament senate assembly house court
tribunal authority administration government cabinet treasury police army navy force
forces guard corps command hospital church mosque museum library theatre theater
orchestra club embassy consulate nations organization alliance movement front brigade
coalition rangers reserve centers fund republicans democrats tories labour hamas
hezbollah taliban interpol greenpeace exchange nasdaq secretariat
""")

MAN = words("he him his")
WOMAN = words("she her hers")
THING = words("it its")

MEN = words("man boy father husband son brother king prince duke pope pontiff")
WOMEN = words("woman girl mother wife daughter sister queen princess duchess actress")
# Nouns for one person beside offices and callings (lexicon.titles).
PEOPLE = words("""
person man boy woman girl mother father wife husband son daughter brother sister
dictator ruler pilgrim worshipper worshiper believer pontiff monarch tsar czar mogul
host guest fan buyer seller tenant owner speaker grandmother grandfather aunt uncle
cousin nephew niece fiance fiancee girlfriend
boyfriend partner friend colleague neighbour neighbor victim suspect defendant witness
official officer aide teenager child baby toddler resident passenger driver worker
employee patient customer voter expert critic supporter opponent rival successor
predecessor candidate nominee celebrity star player politician spokesperson caller
tourist gunman attacker killer burglar thief robber migrant prisoner inmate hero
""")
# A calling that a player, a star has.
KINDS_OF_PEOPLE = {
    "player": words(
        "striker midfielder defender goalkeeper winger forward quarterback pitcher"
    ),
    "singer": words("rapper soprano tenor"),
    "politician": words("senator congressman congresswoman lawmaker"),
}
# Words of an office that make it another one.
SET_APART = words(
    "vice deputy former ex acting assistant prime interim associate under"
)

# Forms of address and offices that tell a sex.
OF_WOMEN = words("""
mrs mrs. ms ms. miss lady dame madam queen princess duchess actress chairwoman
spokeswoman congresswoman businesswoman policewoman heiress
""")
OF_MEN = words("""
mr mr. sir lord king prince duke pope cardinal imam baron earl sultan emir emperor
chairman spokesman congressman businessman policeman
""")

# Nouns of what strikes a place, beside those of events (facets.events).
HAPPENINGS = words("""
fire blaze flood flooding quake earthquake storm cyclone hurricane typhoon tornado
tsunami crash collision explosion blast bombing attack shooting siege riot landslide
avalanche eruption outbreak epidemic drought famine derailment stampede wildfire
bushfire leak spill collapse accident stabbing robbery
""")

COUNTRIES = words("country nation")
CITIES = words("city town")

# Nouns after "the two" and "both", by the kinds of names that they stand for.
SIDES = {
    noun: kinds
    for nouns, kinds in (
        ("sides parties", ("place", "organisation", "person")),
        (
            "leaders men women presidents ministers players rivals candidates friends"
            " brothers sisters politicians",
            ("person",),
        ),
        ("countries nations governments states neighbours neighbors", ("place",)),
        ("companies firms groups banks carmakers airlines", ("organisation",)),
        ("cities towns", ("place",)),
    )
    for noun in nouns.split()
}

# What only a body does, so that "it" means one.
BODY_VERBS = words("""
say announce report employ plan expect post own operate sell buy acquire hire fire sign
accuse warn deny agree refuse decline urge invest appoint launch recall sue settle
manufacture produce propose decide pledge forecast predict spend borrow raise cut lift
file merge publish import export donate apologise apologize withdraw approve reject
recommend order rule ban fine
""")
# What only a body has, so that "its" means one.
BODY_NOUNS = words("""
loss profit revenue sale earnings income turnover share shareholder stock dividend debt
workforce employee staff worker board chairman chief ceo executive boss founder
headquarters customer client investor subsidiary forecast guidance budget result rival
spokesman spokeswoman spokesperson director president member leader lawyer
""")

# Whoever tells of himself what "it" does.
TELLERS = words("""
say announce report add warn tell state confirm note insist claim estimate expect
believe think hope predict acknowledge admit argue explain promise pledge
""")
# Verbs whose "it" stands for what is told behind them, or for nothing.
IMPERSONAL = words("""
seem appear take happen rain snow turn matter remain become cost help
""")
# Who watches or asks about a body from outside.
WATCHERS = words("""
analyst economist strategist professor lawyer researcher scientist fellow expert
historian reporter correspondent editor
""")
