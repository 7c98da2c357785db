"""The shapes that extraction, linkage and the database bridge share. PURE.

All spans are half-open and count code points. Spans of facets, frames and hops count
from the start of the *quote* (the statement's own words); a StatementRecord's span
counts from the start of the stored text of its article version.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from claims.facets.ties import Tied


class Kind(StrEnum):
    """What a facet is a value of, in the order in which the pages show them."""

    DATE = "date"
    DURATION = "duration"
    AMOUNT = "amount"
    COUNT = "count"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PRODUCT = "product"
    TITLE = "title"
    POLARITY = "polarity"
    MODALITY = "modality"


class Level(StrEnum):
    """How one facet of a pair compares. Unknown is silence, not disagreement."""

    AGREE = "agree"
    REFINES = "refines"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not_comparable"
    NAMING_VARIANT = "naming_variant"
    UPDATED = "updated"
    UNKNOWN = "unknown"


class Hedge(StrEnum):
    """How firmly a value is printed. VAGUE: an order of magnitude ("billions")."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    VAGUE = "vague"


class Modality(StrEnum):
    """In which world the predicate holds."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    OBLIGED = "obliged"
    ASKED = "asked"


class Granularity(StrEnum):
    """The width of a resolved date."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    VAGUE = "vague"  # "recently", "now": a TIMEX3 reference without an interval
    SET = "set"  # "every Monday": how often, without an interval


@dataclass(frozen=True, slots=True)
class Facet:
    """One typed value in a frame.

    value        canonical text: equal values are equal strings ("2025-06-05",
                 "USD 2500000000", "5400 s", "ada quist", "denied")
    number…      the value as a number; low and high bound a printed range or a hedge
                 that names its bounds; unit is an ISO 4217 currency, "%", "pp", "s",
                 an SI unit, or for a count the lemma of what is counted
    measure      of what the quantity is ("revenue", "loss"); set by extraction.frames
    date_from…   half-open interval of local days [from, to); anchor = the date that a
                 relative expression was counted from; timex = TIMEX3 value
    frame, role  set by extraction.frames: index into StatementRecord.frames, and slot
    implied      not printed in the statement but taken over from its context
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: str
    role: str = ""
    frame: int = 0
    number: Decimal | None = None
    number_low: Decimal | None = None
    number_high: Decimal | None = None
    unit: str = ""
    measure: str = ""
    date_from: date | None = None
    date_to: date | None = None
    granularity: str = ""
    timex: str = ""
    anchor: date | None = None
    hedge: Hedge = Hedge.NONE
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The level of one pair of facets, and in words how it came about."""

    level: Level
    how: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a statement ("the company", "its") that stand for a name told before.

    name is "kind:value"; it is inferred, not printed. open: it is one of several that
    may be meant, and so none of the argument's names.
    """

    start: int
    end: int
    name: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a frame: role agent, patient, or the preposition that binds it.

    head is the lemma of the head word; words the content lemmas of the phrase, event
    words normalised; names the facets in it as "kind:value", and those that its words
    refer to, which references tell apart.
    """

    role: str
    head: str
    words: tuple[str, ...]
    start: int
    end: int
    names: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One predication: a verb or an event noun with its participants.

    predicate is the normalised event ("phone_call" for call, phone, speak by phone),
    lemma the word as lemmatised; start and end are the predicate word itself.
    """

    index: int
    start: int
    end: int
    lemma: str
    predicate: str
    nominal: bool = False
    negated: bool = False
    modality: Modality = Modality.ASSERTED
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of an attribution chain, outermost first: outlet → … → first-hand
    source.

    role is the speaker's office as printed; venue where it was said ("Channel 9");
    cited_outlet the publication leaned upon ("Daily Post"); cue the reporting
    words; strength "said", "reported", "hearsay", "stance" (believes, fears).
    start, end: from the printed source to its cue, whichever comes first; both 0 when
    the speaker is inherited. source_start, source_end: the source phrase alone ("she",
    "two officials"); both 0 when none is printed. They are not stored.
    """

    position: int
    speaker: str
    role: str = ""
    venue: str = ""
    cited_outlet: str = ""
    cue: str = ""
    start: int = 0
    end: int = 0
    strength: str = "said"
    source_start: int = 0
    source_end: int = 0


@dataclass(frozen=True, slots=True)
class OriginKey:
    """The first-hand act or document at the end of a chain; empty kind = unknown."""

    kind: str = ""  # interview, post, statement, filing, report, speech
    speaker: str = ""
    venue: str = ""
    date: str = ""
    label: str = ""

    @property
    def key(self) -> str:
        return "|".join((self.kind, self.speaker, self.venue, self.date))


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """One printed sentence with everything that the engine read from it.

    start, end count in the stored text; text is exactly stored[start:end]. lemmas are
    the content lemmas in order. paragraph numbers the block the sentence stands in;
    headline is true for headlines and sub-headlines.
    """

    text: str
    start: int = 0
    end: int = 0
    published: date | None = None
    facets: tuple[Facet, ...] = ()
    frames: tuple[Frame, ...] = ()
    hops: tuple[Hop, ...] = ()
    origin: OriginKey | None = None
    lemmas: tuple[str, ...] = ()
    check_worthiness: float = 0.0
    headline: bool = False
    paragraph: int = 0
    event_from: date | None = None
    event_to: date | None = None
    context: tuple[str, ...] = ()  # main names of the article, "kind:value"
    tied: Tied | None = None  # only of texts that somebody has chosen; not stored
    article: str = ""  # whose statement it is; "" in a comparison without a database
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a facet finder may know beside the sentence.

    published is the local date at the outlet, or None: then relative expressions stay
    unresolved. previous holds the facets of the sentences before, nearest last. roster
    is the article's names (facets.roster), or None outside an article. A headline
    tells the past in the present.
    """

    published: date | None = None
    previous: tuple[Facet, ...] = ()
    roster: object | None = None
    language: str = "en"
    headline: bool = False
    notes: dict[str, str] = field(default_factory=dict)
