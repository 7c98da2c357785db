"""Common nouns that may stand for a name of a kind. Data only. PURE."""

GENERICS: dict[str, frozenset[str]] = {
    "person": frozenset(
        "leader president premier chancellor minister secretary official executive "
        "chief director chairman spokesman spokeswoman spokesperson adviser advisor "
        "senator governor mayor king queen prince general commander suspect man woman "
        "husband wife head boss founder analyst economist lawyer judge ambassador "
        "envoy diplomat negotiator lawmaker player coach singer actor author".split()
    ),
    "organisation": frozenset(
        "company firm maker chipmaker carmaker automaker giant bank lender airline "
        "agency ministry department government administration regulator watchdog "
        "authority court police army military group party union club team university "
        "newspaper broadcaster retailer manufacturer startup".split()
    ),
    "place": frozenset(
        "country nation state city town village region province capital area island "
        "side government".split()
    ),
    "product": frozenset(
        "chip semiconductor processor phone car vehicle aircraft plane jet model "
        "device drug vaccine missile drone product".split()
    ),
}

# Events in which everybody does the same: who is named first says nothing.
SYMMETRIC = frozenset(
    "phone_call meet negotiate agree merge marry divorce fight clash cooperate trade "
    "speak sign compete".split()
)

# What one can do to another, but not the other to the one in the same affair.
ONE_WAY = frozenset("defeat buy own replace kill sue invade arrest hire".split())

# Who is called something else may be one of these as well.
ANYBODY = frozenset(
    "person man woman people adult native human figure star celebrity politician "
    "official player professional expert worker".split()
)

# What things of any kind are counted as: "1,100 individuals", of pandas.
ANYTHING = ANYBODY | frozenset("individual thing item piece unit specimen".split())
