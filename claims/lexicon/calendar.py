"""Words of the calendar: months, weekdays, units, parts, holidays. PURE.

Keys are lower case. Data only; the grammar that uses it is in facets.date_grammar* and
facets.duration_grammar.
"""

from __future__ import annotations

from decimal import Decimal

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
# Months that are also verbs or given names: they need a date's surroundings to count.
AMBIGUOUS_MONTHS = frozenset({"march", "may", "april", "june", "august"})

WEEKDAYS = {
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "saturday": 6,
    "sunday": 7,
}
WEEKDAY_SHORT = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}

# Singular unit → TIMEX3 letter, seconds. A month is 30 days and a year 365, as the
# duration tests of other recognisers count them.
MINUTE, HOUR, DAY = 60, 3600, 86400
UNITS = {
    "second": ("S", 1),
    "sec": ("S", 1),
    "minute": ("M", MINUTE),
    "min": ("M", MINUTE),
    "hour": ("H", HOUR),
    "hr": ("H", HOUR),
    "day": ("D", DAY),
    "night": ("D", DAY),
    "weekend": ("D", 2 * DAY),
    "week": ("W", 7 * DAY),
    "fortnight": ("W", 14 * DAY),
    "month": ("M", 30 * DAY),
    "quarter": ("M", 90 * DAY),
    "year": ("Y", 365 * DAY),
    "yr": ("Y", 365 * DAY),
    "decade": ("Y", 3650 * DAY),
    "century": ("Y", 36500 * DAY),
    "millennium": ("Y", 365000 * DAY),
}
# How many TIMEX3 letters one unit makes, where that is not one.
UNIT_FACTOR = {
    "weekend": 2,
    "fortnight": 2,
    "quarter": 3,
    "decade": 10,
    "century": 100,
    "millennium": 1000,
}
UNIT_PLURALS = {
    "centuries": "century",
    "millennia": "millennium",
    "secs": "sec",
    "mins": "min",
    "hrs": "hr",
    "yrs": "yr",
}
CLOCK_UNITS = frozenset({"second", "sec", "minute", "min", "hour", "hr"})

ONES = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
FRACTIONS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "1/2": Decimal("0.5"),
    "1/4": Decimal("0.25"),
    "3/4": Decimal("0.75"),
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
    "twenty-second": 22,
    "twenty-third": 23,
    "twenty-fourth": 24,
    "twenty-fifth": 25,
    "twenty-sixth": 26,
    "twenty-seventh": 27,
    "twenty-eighth": 28,
    "twenty-ninth": 29,
    "thirtieth": 30,
    "thirty-first": 31,
}

SEASONS = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
PARTS_OF_DAY = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
}
# Hours of the sun, and the part of day in which they are.
LIGHTS = {
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
}
# Minutes of the day in which a part lies; night runs into the next day.
PART_MINUTES = {
    "MO": (0, 720),
    "AF": (720, 1080),
    "EV": (1020, 1440),
    "NI": (1080, 1800),
}
# early, mid, late: how a writer cuts a period.
PERIOD_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "close": "late",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

# Reference words without an interval → TIMEX3 value.
REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "the past": "PAST_REF",
    "soon": "FUTURE_REF",
    "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the near term": "FUTURE_REF",
    "the short term": "FUTURE_REF",
    "as soon as possible": "FUTURE_REF",
}
SET_WORDS = {
    "daily": "P1D",
    "everyday": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "semi-annually": "P6M",
    "semiannually": "P6M",
    "half-yearly": "P6M",
    "bi-weekly": "P2W",
    "bi-monthly": "P2M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "hourly": "PT1H",
}

# Holidays on a fixed day: month, day.
FIXED_HOLIDAYS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "australia day": (1, 26),
    "burns night": (1, 25),
    "groundhog day": (2, 2),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "anzac day": (4, 25),
    "canada day": (7, 1),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "bonfire night": (11, 5),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "international workers' day": (5, 1),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "juneteenth": (6, 19),
}
# Holidays counted from the nth weekday of a month: month, ISO weekday, nth (-1 = last),
# days after it.
NTH_HOLIDAYS = {
    "thanksgiving day": (11, 4, 4, 0),
    "thanksgiving": (11, 4, 4, 0),
    "black friday": (11, 4, 4, 1),
    "cyber monday": (11, 4, 4, 4),
    "labor day": (9, 1, 1, 0),
    "columbus day": (10, 1, 2, 0),
    "memorial day": (5, 1, -1, 0),
    "presidents' day": (2, 1, 3, 0),
    "presidents day": (2, 1, 3, 0),
    "indigenous peoples' day": (10, 1, 2, 0),
    "father's day": (6, 7, 3, 0),
    "remembrance sunday": (11, 7, 2, 0),
    "martin luther king day": (1, 1, 3, 0),
    "martin luther king jr. day": (1, 1, 3, 0),
}
# Days counted from Easter Sunday.
EASTER_HOLIDAYS = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost sunday": 49,
    "whit sunday": 49,
    "whit monday": 50,
    "easter": 0,
}
