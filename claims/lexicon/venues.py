"""Where and by what act something is said. PURE data.

No outlet is listed by name: a broadcaster is known by its form ("in an interview with",
capitals, a word such as TV, News, Radio) and by the verb that stands before it.
"""

from __future__ import annotations

from claims.lexicon.words import words

# Phrase (regular expression on folded text) and kind of the act, first match decides.
ACTS: tuple[tuple[str, str], ...] = (
    (
        r"(?:news|press) (?:conference|briefing|gaggle|call)|briefing|presser",
        "conference",
    ),
    (r"(?:earnings|conference|analyst|investor) call", "call"),
    (
        r"(?:securities |court |regulatory |exchange |stock[- ]exchange )?filing"
        r"|lawsuit|affidavit|indictment|prospectus",
        "filing",
    ),
    (
        r"(?:social[- ]media |blog |video |forum )?post|tweets?|thread|livestream",
        "post",
    ),
    (
        r"(?:prepared |written |joint |sworn |e-?mailed )?(?:statement|communique"
        r"|press release|news release|release|letter|memo|memorandum|e-?mail|note)",
        "statement",
    ),
    (
        r"(?:opening |closing |keynote |televised )?(?:speech|address|remarks|sermon"
        r"|lecture|testimony|keynote|rally|town hall|debate|hearing|summit|forum|panel"
        r"|event|ceremony|convention|webcast)",
        "speech",
    ),
)

# What a channel does with an interview: "an interview broadcast on", "given to".
AIRED = frozenset({"air", "broadcast", "carry", "give", "grant", "print", "publish"})

POSTING_VERBS = frozenset({"write", "post", "tweet", "repost", "share", "publish"})

# Words that mark a capitalised phrase as a channel or programme.
CHANNEL_WORDS = words(
    """
    broadcaster broadcasting business channel daily evening hour journal live
    magazine morning network news podcast post press program programme radio
    report show sunday television times today tonight tv weekend world
    """
)

# Words that mark a capitalised phrase as a social platform.
PLATFORM_WORDS = frozenset(
    {
        "social",
        "twitter",
        "facebook",
        "instagram",
        "telegram",
        "weibo",
        "linkedin",
        "youtube",
        "tiktok",
        "threads",
        "x",
        "mastodon",
        "bluesky",
        "reddit",
        "vk",
        "platform",
    }
)

# Listeners that are the press as a whole, not one outlet.
PRESS = frozenset(
    {"reporters", "journalists", "reporter", "journalist", "press", "media"}
)

# Listeners that are an audience.
AUDIENCES = words(
    """
    analysts audience committee congress crowd delegates investors lawmakers
    parliament senators shareholders students supporters voters
    """
)

# Rooms that carry a name and in which officials speak, as the last word of the name.
CHAMBERS = frozenset(
    {
        "office",
        "garden",
        "hall",
        "chamber",
        "room",
        "parliament",
        "congress",
        "senate",
        "palace",
        "club",
    }
)
