"""Words by which a number is told to have changed. PURE DATA."""

from __future__ import annotations

from claims.lexicon.words import words

# Words of a text that say that a number is not what it was, or not final.
MOVED = words(
    "risen rises rose climbed climbs grown grew increased jumped swollen fallen falls "
    "fell dropped decreased revised raised lowered updated latest now still remaining"
)

# Measures (facets.measures) that grow or shrink day by day.
TOLLS = words(
    "deaths injuries missing cases arrests evacuations infections displaced detained "
    "survivors hospitalised body"
)

# Verbs whose day is the one for which a number holds: "stood at 12 on Monday".
TELLING_STATES = words(
    "be stand reach rise climb grow increase jump swell fall drop total number hit top "
    "pass exceed surpass remain"
)

# Verbs that end what their object is: "ended the strike", "overturned the conviction".
ENDING = words(
    "end lift overturn quash withdraw cancel reverse scrap revoke repeal rescind annul"
)

# Words by which a later text says that a state is over or back.
BACK = words(
    "again back resumed resumes reopened reopens restored reinstated returned "
    "discharged released freed"
)

# Past forms behind which "by" tells the size of a change and "to" where it led.
CHANGED = words(
    """
    rose risen fell fallen grew grown shrank shrunk sank sunk climbed jumped soared
    surged dropped declined decreased increased dipped slipped slid slumped plunged
    tumbled plummeted gained added lost eased edged expanded contracted advanced
    raised lifted lowered cut reduced trimmed slashed boosted hiked pushed widened
    narrowed doubled swelled swollen inched
    """
)
