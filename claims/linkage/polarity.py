"""Whether two aligned predicates can both be true: denial, opposites, change. PURE.

A denied predicate against an affirmed one, or two opposite predicates, cannot both hold
at one time. When they are reported of different times the state has changed in between:
that is an update. Plans, expectations and questions are not the fact itself and are not
held against it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claims.facets.types import Facet, Frame, Kind, Level, Modality, StatementRecord
from claims.lexicon.exclusive import DENIALS
from claims.lexicon.predicates import DEMANDS
from claims.linkage.alignment import Aligned
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import words_of
from claims.linkage.profile import Items, argument_items, cover
from claims.linkage.types import FacetComparison

# Worlds in which a predicate is told as a fact.
FACTUAL = (Modality.ASSERTED, Modality.PLANNED)

# Shares of what the predicates are said of that must be in common, of the poorer and of
# the richer side: "exports" alone is not "exports of one firm's chip".
CORE_LEAST = 0.3
CORE_MOST = 0.6

# Words that say that a state has come back or is over.
CHANGED = frozenset(
    ["again", "resume", "anymore", "longer", "formerly", "now", "since"]
)


# Predicates that presuppose the state they end: what is resumed was stopped.
UNDOING = frozenset(
    ["resume", "lift", "release", "reverse", "cancel", "withdraw", "return"]
)


# Predicates that tell of the telling alone.
TELLING = frozenset({"say", "tell", "report", "add"})

DENIAL_CUES = frozenset({"deny", "denies", "denied", "denying"})


def polarity_facet(record: StatementRecord, frame: Frame) -> Facet:
    """The polarity of a predicate as a facet: printed when denied, else its word.

    Who denies is named: "X denied it" is X's word against the other's.
    """
    for facet in record.facets:
        if facet.kind == Kind.POLARITY and facet.start == frame.start:
            who = _denier(record)
            return replace(facet, value=f"{facet.value} by {who}") if who else facet
    return Facet(
        kind=Kind.POLARITY,
        start=frame.start,
        end=frame.end,
        text=record.text[frame.start : frame.end],
        value="denied" if frame.negated else "affirmed",
        role="predicate",
        frame=frame.index,
    )


def _denier(record: StatementRecord) -> str:
    """Who is said to deny, "" when nobody is."""
    for hop in record.hops:
        if DENIAL_CUES & set(hop.cue.lower().split()):
            return hop.speaker
    return ""


def compare_polarity(
    a: StatementRecord, b: StatementRecord, match: Aligned, config: LinkageConfig
) -> list[FacetComparison]:
    """One comparison of the two predicates, or none where they cannot be held together.

    An event noun presupposes its event: it neither asserts nor denies it.
    """
    one, other = polarity_facet(a, match.a), polarity_facet(b, match.b)
    against = (match.a.negated != match.b.negated) != match.opposed
    if match.a.nominal or match.b.nominal or (against and not _same_core(match)):
        return []
    if against and _of_two_acts(a, b, match):
        return []
    if against and not match.opposed and denies(a.text) and denies(b.text):
        return []
    words = f"“{one.text}” ({_said(match.a)}) and “{other.text}” ({_said(match.b)})"
    if match.a.modality != match.b.modality and against:
        how = f"{words} are told as {match.a.modality} and {match.b.modality}"
        level = Level.NOT_COMPARABLE
    elif not against:
        how, level = f"{words} tell the same", Level.AGREE
    elif match.a.modality not in FACTUAL:
        how, level = f"{words} are both {match.a.modality}", Level.NOT_COMPARABLE
    elif changed(a, b, match, config):
        how, level = f"{words} are states of different times", Level.UPDATED
    else:
        how, level = f"{words} cannot both hold", Level.CONFLICT
    return [FacetComparison(Kind.POLARITY, "predicate", level, one, other, how)]


def _of_two_acts(a: StatementRecord, b: StatementRecord, match: Aligned) -> bool:
    """Whether the two tell of different things: who declined to comment on one thing
    has spoken of another, and if both say "passed" and "vetoed" so does each.
    """
    if not match.opposed:
        return match.a.predicate in TELLING
    return _also_tells(a, match.b) and _also_tells(b, match.a)


def _also_tells(record: StatementRecord, frame: Frame) -> bool:
    return any(
        other.predicate == frame.predicate and other.negated == frame.negated
        for other in record.frames
        if not other.nominal
    )


def denies(text: str) -> bool:
    """Whether any word of a text may deny what it tells."""
    words = [word.text for word in words_of(text)]
    return any(w in DENIALS or w.endswith("n't") for w in words)


def demanded(record: StatementRecord) -> bool:
    """Whether the statement tells what somebody wants, and not what is."""
    told = [f for f in record.frames if not f.nominal and f.predicate not in TELLING]
    if not told or told[0].lemma not in DEMANDS:
        return False
    roles = {argument.role for argument in told[0].arguments}
    asked = told[0].lemma != "ask" or not roles.isdisjoint(("for", "patient"))
    return asked and "agent" in roles  # "asked what it was, she said" demands nothing


def _same_core(match: Aligned) -> bool:
    """Whether the two predicates are said of one thing: patient, else agent."""
    for role in ("patient", "agent", "attribute"):
        a, b = _fillers(match.a, role), _fillers(match.b, role)
        if a and b:
            one, other = _together(a), _together(b)
            most = max(cover(one, other, {}), cover(other, one, {}))
            least = max(min(cover(x, y, {}), cover(y, x, {})) for x in a for y in b)
            return least >= CORE_LEAST and most >= CORE_MOST
    return False


def _fillers(frame: Frame, role: str) -> list[Items]:
    found = [argument_items(a) for a in frame.arguments if a.role == role]
    return [items for items in found if items]


def _together(fillers: list[Items]) -> Items:
    return {key: value for items in fillers for key, value in items.items()}


def _said(frame: Frame) -> str:
    return f"{frame.predicate}, {'denied' if frame.negated else 'affirmed'}"


def dated(record: StatementRecord, frame: Frame) -> date | None:
    """The frame's own date, None when it has none."""
    for facet in record.facets:
        if (
            facet.kind == Kind.DATE
            and facet.frame == frame.index
            and facet.role == "event"
            and facet.date_from is not None
        ):
            return facet.date_from
    return None


def time_of(record: StatementRecord, frame: Frame) -> date | None:
    """When a frame's state held: its own date, else the day of publication."""
    return dated(record, frame) or record.published


def changed(
    a: StatementRecord, b: StatementRecord, match: Aligned, config: LinkageConfig
) -> bool:
    """Whether the two states are told of times far enough apart, or said to be over."""
    own = dated(a, match.a), dated(b, match.b)
    if all(own) and own[0] == own[1]:
        return False
    if CHANGED & (_words(a) ^ _words(b)):
        return True
    if match.opposed and {match.a.predicate, match.b.predicate} & UNDOING:
        return True
    one, other = time_of(a, match.a), time_of(b, match.b)
    if one is None or other is None:
        return False
    least = config.update_days if any(own) else config.update_days_published
    return abs((one - other).days) >= least


def direction(a: StatementRecord, b: StatementRecord, match: Aligned) -> int:
    """1 when b tells the later state, -1 when a does, 0 when nobody can tell."""
    for one, other in (
        (time_of(a, match.a), time_of(b, match.b)),
        (a.published, b.published),
    ):
        if one is not None and other is not None and one != other:
            return 1 if other > one else -1
    for cue in sorted(CHANGED):
        if (cue in _words(a)) != (cue in _words(b)):
            return 1 if cue in _words(b) else -1
    return 0


def _words(record: StatementRecord) -> set[str]:
    return {word.text for word in words_of(record.text)}
