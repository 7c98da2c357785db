"""Numbers of one measure that are of different extents: no contradiction. PURE.

"Five more cases" beside 103 cases, $19,000 at private colleges beside $4,000 at public
ones, a price beside by how much it rose: the words around a number, and what its event
is said of, tell how much of the thing it covers. What only one side says sets the two
apart; what both say leaves the conflict as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.facets import BY_KIND
from claims.facets.events import near
from claims.facets.hedges import hedge_before
from claims.facets.senses import NOUN, Sense, lemmas, related
from claims.facets.tolerances import Tolerances
from claims.facets.types import Facet, Hedge, Kind, Level, StatementRecord
from claims.lexicon.exclusive import GROUP
from claims.linkage.kinds import AGREEING, QUANTITIES
from claims.linkage.measuring import measured_otherwise
from claims.linkage.parts import part_of_whole
from claims.linkage.types import FacetComparison

# Kinds of what may tell of what a number is.
TELLING_APART = (Kind.DURATION, Kind.ORDINAL, Kind.POLARITY)
QUOTED = re.compile("“([^”]*)”")
TELLS_APART = "tells the two numbers apart"

# Two words of one event, or of events that go together.
ONE_EVENT = (Sense.SAME, Sense.SYNONYM, Sense.NEAR)

# Characters on either side of a number in which its extent is told.
REACH = 60

_PARTS = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|dozen|half"
_SOME = r"|some|most|many|several|all|none|any|percent|cent|%)\s+(?:out\s+)?"


@dataclass(frozen=True, slots=True)
class _Extent:
    """Words that tell it, right before the number (hedge apart) or right behind.

    also  words by which the other side may say the same, wherever they stand
    """

    how: str
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    also: re.Pattern[str] | None = None

    def told(self, before: str, behind: str) -> bool:
        if self.before is not None and self.before.search(before):
            return True
        return self.behind is not None and self.behind.match(behind) is not None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_EXPECTED = (
    r"\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ions?|ing)"
    r"|project(?:s|ed|ions?)|anticipat(?:es?|ed)|look(?:s|ed|ing)?\s+for|consensus"
    r"|guidance)\b"
)

ONE_SIDED = (
    _Extent(
        "is what is left or added",
        _words(r"\b(?:other|another|remaining|additional|further|extra)\s+\Z"),
        _words(
            r"\s+(?:more|others?|further|additional|extra|remaining)\b(?!\s+than\b)"
        ),
    ),
    _Extent(
        "is a whole of which a part is told",
        _words(
            rf"(?:\A|[.,;:]\s+|\b{_PARTS}{_SOME})of\s+(?:all\s+)?"
            r"(?:the|these|those|its|their|his|her|our|about|some)\s+\Z"
        ),
    ),
    _Extent(
        "is of each",
        _words(r"\beach\b[^,;.]{0,30}\Z"),
        _words(r"[^,;.]{0,25}\s(?:each|apiece|per\s+head)\b"),
    ),
    _Extent(
        "is what was expected",
        _words(rf"{_EXPECTED}[^,;.]*\Z"),
        also=_words(
            rf"{_EXPECTED}|\b(?:will|would|could|may|might|likely|estimat\w+)\b"
        ),
    ),
)

# A state and a move cannot be held against each other: "at $30", "down 42 cents".
STATE = _Extent("is a level", _words(r"\b(?:at|to)\s+\Z"))
MOVE = _Extent(
    "is a difference",
    _words(
        r"\b(?:up|down|off|by|rose|fell|rises?|falls?|jumped|dropped|slipped|climbed"
        r"|advanced)\s+\Z"
    ),
    _words(
        r"[^,;.]{0,20}\s(?:lower|higher|less|fewer|above|below|short\s+of|ahead\s+of"
        r"|better|worse)\b"
    ),
)

AS_OF = _words(r"\bas\s+of\s+(?:late\s+|early\s+)?\Z")


def of_one_extent(
    found: FacetComparison, a: StatementRecord, b: StatementRecord, given: Tolerances
) -> FacetComparison:
    """A conflict of two numbers, unless the two are of different extents."""
    if found.level != Level.CONFLICT or found.kind not in QUANTITIES:
        return found
    if found.a is None or found.b is None:
        return found
    how = next(_apart(found.a, found.b, a, b, given), "")
    if not how:
        return found
    reason = f"{found.reason}; {how}"
    return replace(found, level=Level.NOT_COMPARABLE, reason=reason)


def without_what_tells_apart(found: list[FacetComparison]) -> list[FacetComparison]:
    """The comparisons; what sets two numbers apart is no conflict of its own: of men
    and of women, of three months and of six.
    """
    reasons = [
        c.reason
        for c in found
        if c.level == Level.NOT_COMPARABLE and c.kind in QUANTITIES
    ]
    return [
        replace(c, level=Level.NOT_COMPARABLE, reason=f"{c.reason}; {TELLS_APART}")
        if any(_tells_apart(c, reason) for reason in reasons)
        else c
        for c in found
    ]


def _tells_apart(found: FacetComparison, reason: str) -> bool:
    if found.level != Level.CONFLICT or found.kind not in TELLING_APART:
        return False
    told = " ".join(QUOTED.findall(reason))
    return all(
        side is not None and any(word in told for word in _forms(side.text))
        for side in (found.a, found.b)
    )


def _forms(text: str) -> set[str]:
    return {text, text.lower(), *lemmas(text.lower(), NOUN)}


def of_one_whole(
    found: FacetComparison, a: StatementRecord, b: StatementRecord
) -> bool:
    """Whether two numbers are of one measure and whole: a part is no later state."""
    if found.a is None or found.b is None or found.kind not in QUANTITIES:
        return True
    return next(_of_two(found.a, found.b, a, b), None) is None


def _of_two(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    yield from part_of_whole(one, other, a, b)
    yield from measured_otherwise(one, other, a, b)


def _apart(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord, given: Tolerances
) -> Iterator[str]:
    """How two numbers are of different extents."""
    around = _around(one, a), _around(other, b)
    for extent in ONE_SIDED:
        told = extent.told(*around[0]), extent.told(*around[1])
        silent = b if told[0] else a
        said = extent.also is not None and extent.also.search(silent.text)
        if told[0] != told[1] and not said:
            yield f"“{(one if told[0] else other).text}” {extent.how}"
    for first, second in ((0, 1), (1, 0)):
        if STATE.told(*around[first]) and MOVE.told(*around[second]):
            yield f"“{(one, other)[second].text}” {MOVE.how}, the other a level"
    days = _as_of(a), _as_of(b)
    if days[0] and days[1] and not _one_day(days[0], days[1], given):
        yield f"as of “{days[0].text}” and of “{days[1].text}”"
    if Hedge.VAGUE in (one.hedge, other.hedge) and _of_two_events(one, other, a, b):
        yield "a share told in words is of its own event alone"
    kinds = next(_opposed(one, other, a, b), None)
    if kinds:
        yield f"of what is “{kinds[0]}” and “{kinds[1]}”"
    places = _places(one, a), _places(other, b)
    if places[0] and places[1] and _elsewhere(*places, given):
        yield f"of {places[0][0].text} and of {places[1][0].text}"
    yield from _of_two(one, other, a, b)


def _of_two_events(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> bool:
    """ "Most of the infected die young" and "30% of the infected live in towns"."""
    if one.kind != Kind.PERCENT or not a.frames or not b.frames:
        return False
    mine, theirs = a.frames[one.frame], b.frames[other.frame]
    if near(mine.predicate, theirs.predicate):
        return False
    return related(mine.lemma, theirs.lemma) not in ONE_EVENT


def _around(facet: Facet, record: StatementRecord) -> tuple[str, str]:
    start = hedge_before(record.text, facet.start)[1]
    before = record.text[max(0, start - REACH) : start]
    return before, record.text[facet.end : facet.end + REACH]


def _as_of(record: StatementRecord) -> Facet | None:
    """The day for which a statement says that its numbers hold."""
    return next(
        (
            facet
            for facet in record.facets
            if facet.kind == Kind.DATE and AS_OF.search(record.text[: facet.start])
        ),
        None,
    )


def _one_day(one: Facet, other: Facet, given: Tolerances) -> bool:
    level = BY_KIND[Kind.DATE].compare(one, other, given).level
    return one.value == other.value or level in AGREEING


def _opposed(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[tuple[str, str]]:
    """Opposite words for what the two events are said of: private and public."""
    mine, theirs = _said_of(one, a), _said_of(other, b)
    for word in sorted(mine - set(b.lemmas)):
        for against in sorted(theirs - set(a.lemmas)):
            opposite = related(word, against) == Sense.OPPOSITE
            if opposite or against in GROUP.get(word, ()):
                yield word, against


def _said_of(facet: Facet, record: StatementRecord) -> set[str]:
    if not record.frames:
        return set()
    arguments = record.frames[facet.frame].arguments
    return {word for argument in arguments for word in argument.words}


def _places(facet: Facet, record: StatementRecord) -> list[Facet]:
    """The places that what a number is told of is in."""
    said = _said_of(facet, record)
    return [
        each
        for each in record.facets
        if each.kind == Kind.PLACE and said.issuperset(each.text.lower().split())
    ]


def _elsewhere(ones: list[Facet], others: list[Facet], given: Tolerances) -> bool:
    compare = BY_KIND[Kind.PLACE].compare
    return all(
        compare(one, other, given).level == Level.CONFLICT
        for one in ones
        for other in others
    )
