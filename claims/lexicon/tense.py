"""Words that tell whether a sentence looks back or ahead from its date. PURE."""

from __future__ import annotations

from claims.lexicon.words import words

# What makes a verb group near a date tell of the time to come. The strong ones do so
# for a bare weekday as well, which otherwise means the last one.
STRONG_FUTURE_CUES = (
    "will",
    "won't",
    "shall",
    "'ll",
    "expects",
    "expected",
    "plan to",
    "plans to",
    "planning to",
    "planned to",
    "scheduled",
    "slated",
    "due",
    "upcoming",
    "forthcoming",
    "no later than",
    "as early as",
    "as soon as",
    "as late as",
    "going to",
    "set to",
    "is to",
    "are to",
    "aims to",
    "hopes to",
    "intends to",
    "wants to",
    "reconvenes",
    "resumes",
)
FUTURE_CUES = (
    *STRONG_FUTURE_CUES,
    "would",
    "expect",
    "planned",
    "until",
    "effective",
    "deadline",
    "may",
    "might",
    "could",
    "should",
    "must",
    "can",
    "payable",
    "redeem",
    "expire",
    "expires",
    "begins",
    "starts",
    "opens",
    "returns",
    "predicts",
    "predicting",
    "forecast",
    "forecasts",
)
# Irregular past forms that are common in reports; regular ones end in -ed.
PAST_CUES = (
    "was",
    "were",
    "had",
    "did",
    "didn't",
    "said",
    "told",
    "met",
    "went",
    "came",
    "took",
    "made",
    "rose",
    "fell",
    "began",
    "left",
    "found",
    "held",
    "gave",
    "won",
    "lost",
    "sent",
    "became",
    "wrote",
    "spoke",
    "saw",
    "led",
    "hit",
    "bought",
    "sold",
    "ran",
    "grew",
    "broke",
    "shot",
    "struck",
    "since",
    "ago",
    "dated",
    "flew",
    "drew",
    "stood",
    "set",
    "thought",
    "brought",
    "built",
    "lent",
    "paid",
    "put",
    "read",
    "shut",
)

# Verbs of a programme. Their present with a weekday tells what is to come, also where
# the day stands in a phrase of its own: "starts a two-day meeting on Wednesday".
PROGRAMMED = words(
    """
    appear arrive attend begin celebrate close convene debate debut decide depart
    elect end expire face finish fly gather go have hold host inaugurate kick land
    launch leave lift meet open play premiere reconvene reopen restart resume retire
    return rule sit start take tour travel visit vote
    """
)
# Verbs whose present tells of no programme: what follows what, what prices do, and what
# a photograph shows.
NOT_AHEAD = words(
    """
    come follow mark remain stay stem date
    climb decline dip drop edge fall gain grow increase jump plunge rally rise sink
    slide slip slump soar surge trade tumble yield
    capture carry embrace gesture hug kiss listen look pass pose pray react smile
    stand talk walk watch wave wear
    """
)
# How prices stand: "are down 3% on Monday".
MOVED_TO = words("down up higher lower off flat unchanged mixed")
# Verbs whose present and past are printed alike.
SAME_IN_THE_PAST = words(
    """
    beat bet bid broadcast burst cast cost cut forecast hit hurt knit let put quit read
    set shed shut split spread thrust upset
    """
)
