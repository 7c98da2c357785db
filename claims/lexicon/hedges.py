"""Words that tell how firmly a number is printed. PURE DATA.

Values are the values of claims.facets.types.Hedge. Phrases are lower case with single
spaces; BEFORE stands in front of the number (or of its currency sign), AFTER behind the
number or behind its unit.
"""

from __future__ import annotations

BEFORE: dict[str, str] = {
    # around the printed value
    "about": "about",
    "around": "about",
    "some": "about",
    "approximately": "about",
    "approx": "about",
    "approx.": "about",
    "roughly": "about",
    "circa": "about",
    "estimated": "about",
    "an estimated": "about",
    "in the region of": "about",
    "in the range of": "about",
    "in the neighborhood of": "about",
    "in the neighbourhood of": "about",
    "on the order of": "about",
    "in the order of": "about",
    "to the tune of": "about",
    "more or less": "about",
    "reportedly about": "about",
    # a little below
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "just under": "nearly",
    "just below": "nearly",
    "just short of": "nearly",
    "slightly under": "nearly",
    "slightly below": "nearly",
    "slightly less than": "nearly",
    "a little less than": "nearly",
    "a little under": "nearly",
    "just less than": "nearly",
    "not quite": "nearly",
    "approaching": "nearly",
    "nearing": "nearly",
    "virtually": "nearly",
    "practically": "nearly",
    "shy of": "nearly",
    "just shy of": "nearly",
    # above
    "more than": "over",
    "over": "over",
    "above": "over",
    "well over": "over",
    "just over": "over",
    "a little over": "over",
    "slightly over": "over",
    "slightly above": "over",
    "slightly more than": "over",
    "a little more than": "over",
    "just more than": "over",
    "well above": "over",
    "upward of": "over",
    "upwards of": "over",
    "in excess of": "over",
    "greater than": "over",
    "larger than": "over",
    "higher than": "over",
    "better than": "over",
    "north of": "over",
    "exceeding": "over",
    "exceeds": "over",
    "exceeded": "over",
    "exceed": "over",
    "surpassing": "over",
    "surpassed": "over",
    "topping": "over",
    # below
    "less than": "under",
    "fewer than": "under",
    "lower than": "under",
    "smaller than": "under",
    "under": "under",
    "below": "under",
    "well under": "under",
    "well below": "under",
    "south of": "under",
    # bounds
    "at least": "at_least",
    "no less than": "at_least",
    "not less than": "at_least",
    "no fewer than": "at_least",
    "not fewer than": "at_least",
    "a minimum of": "at_least",
    "minimum of": "at_least",
    "at a minimum": "at_least",
    "at most": "at_most",
    "up to": "at_most",
    "as much as": "at_most",
    "as many as": "at_most",
    "as high as": "at_most",
    "no more than": "at_most",
    "not more than": "at_most",
    "no greater than": "at_most",
    "a maximum of": "at_most",
    "maximum of": "at_most",
    "capped at": "at_most",
    "as little as": "at_least",
    "as few as": "at_least",
    "as low as": "at_least",
}

AFTER: dict[str, str] = {
    "or so": "about",
    "or thereabouts": "about",
    "more or less": "about",
    "odd": "about",
    "or more": "at_least",
    "or above": "at_least",
    "or higher": "at_least",
    "and above": "at_least",
    "plus": "at_least",
    "at least": "at_least",
    "at a minimum": "at_least",
    "or less": "at_most",
    "or fewer": "at_most",
    "or below": "at_most",
    "at most": "at_most",
    "at the most": "at_most",
    "maximum": "at_most",
}

# These are hedges only directly before the number: "over the $3 billion" tells what a
# quarrel is over, "about the two companies" what a talk is about.
NO_ARTICLE_BETWEEN = frozenset(
    {"about", "around", "over", "above", "under", "below", "some", "estimated"}
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# After these words "about" and "over" are prepositions and the number is plain.
TOPIC_WORDS: dict[str, frozenset[str]] = {
    "about": _words(
        "talk talks talked talking ask asks asked asking worry worried worries know "
        "knows knew learn learned complain complained complaints concern concerned "
        "concerns think thinking thought hear heard hearing questions question "
        "information details speak spoke speaking warn warned doubts wrote write "
        "says care read books book story stories"
    ),
    "over": _words(
        "dispute disputes row rows fight fights fighting quarrel quarrels sue sued "
        "suing lawsuit lawsuits argument arguments argue argued arguing concern "
        "concerns outrage anger clash clashed clashes talks negotiations control "
        "protest protests protested presided preside presides ruled reign spread "
        "turn turned turning hand handed handing take takes taken taking took "
        "agonize fell fall pass passes passed passing"
    ),
}
