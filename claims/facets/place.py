"""Places: countries by any of their names, cities in their countries, regions. PURE.

"City, State" is one place. A nationality stands for its country. A place that the
gazetteer does not know keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler

from claims.facets import gazetteer
from claims.facets.parsed import Span
from claims.facets.roster import Mention, roster_of
from claims.facets.tolerances import Tolerances
from claims.facets.transliteration import consonants, romanised
from claims.facets.types import Comparison, Context, Facet, Kind, Level

KIND = Kind.PLACE

# Jaro-Winkler of two names above which they are spellings of one place, unless the
# gazetteer knows both. As for surnames (facets.names).
SPELLING = 0.92


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every mention; value is the key of facets.gazetteer or the name."""
    mentions = [
        m for m in roster_of(sent, context.roster).mentions(sent) if m.kind is KIND
    ]
    return [
        Facet(KIND, m.start, m.end, m.text, m.value) for m in _joined(sent, mentions)
    ]


def _joined(sent: Span, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A city with the state or country behind its comma as one mention."""
    text = sent.text
    waiting: Mention | None = None
    for mention in mentions:
        if waiting is not None and text[waiting.end : mention.start] == ", ":
            larger = gazetteer.lookup(mention.text)
            smaller = gazetteer.lookup(waiting.text)
            if larger is not None and not larger.city and larger.country:
                city = smaller is None or smaller.city
                if city and not mention.text.endswith(("ese", "ish")):
                    waiting = replace(
                        waiting,
                        end=mention.end,
                        text=text[waiting.start : mention.end],
                        value=f"{waiting.value.partition(', ')[0]}, {larger.country}",
                    )
                    continue
        if waiting is not None:
            yield waiting
        waiting = mention
    if waiting is not None:
        yield waiting


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """Level of two places; one inside the other refines it."""
    del tolerances
    if a.value == b.value:
        return Comparison(Level.AGREE, "same place")
    if gazetteer.within(a.value, b.value) or gazetteer.within(b.value, a.value):
        return Comparison(Level.REFINES, "one lies in the other")
    first, second = a.value.partition(", "), b.value.partition(", ")
    if first[0] == second[0] and not (first[2] and second[2]):
        return Comparison(Level.REFINES, "one names the country")
    listed = bool(first[2] and second[2])
    if not listed and _spelled_alike(first[0], second[0]):
        return Comparison(Level.NAMING_VARIANT, "spelled alike")
    return Comparison(Level.CONFLICT, "different places")


def _spelled_alike(a: str, b: str) -> bool:
    """Whether two names are spellings of one: "Tel Sharuk", "Tal Sharouk"."""
    first, second = a.split(), b.split()
    if len(first) != len(second):
        return JaroWinkler.similarity(a, b) >= SPELLING
    if all(
        JaroWinkler.similarity(*pair) >= SPELLING
        for pair in zip(first, second, strict=True)
    ):
        return True
    if [consonants(word) for word in first] != [consonants(word) for word in second]:
        return False
    longest = max(range(len(first)), key=lambda at: len(first[at]))
    return romanised(first[longest]) == romanised(second[longest])


def keys(facet: Facet) -> frozenset[str]:
    """The place and the country or region right above it."""
    name, _, country = facet.value.partition(", ")
    return frozenset({facet.value, name, country} - {""})
