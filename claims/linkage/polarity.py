"""Whether two aligned predicates can both be true: denial, opposites, change. PURE.

A denied predicate against an affirmed one, or two opposite predicates, cannot both hold
at one time. When they are reported of different times the state has changed in between:
that is an update. Plans, expectations and questions are not the fact itself and are not
held against it.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

from claims.facets.types import Facet, Frame, Kind, Level, Modality, StatementRecord
from claims.lexicon.cues import CLAIM_NOUNS, REJECTING
from claims.lexicon.exclusive import DENIALS
from claims.lexicon.predicates import DEMANDS
from claims.linkage.alignment import Aligned
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import told_in
from claims.linkage.items import Items, argument_items, cover
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


# Beside these, told on one day, the undoing is the other outcome of one review: a court
# that upheld a ban has not overturned it.
UPHOLDING = frozenset({"uphold", "affirm"})

# Predicates that tell of the telling alone.
TELLING = frozenset({"say", "tell", "report", "add"})

# Heads of a denied predicate's participant that is nobody ("no one", "none of them").
NOBODY = frozenset({"nobody", "none", "noone", "one", "neither"})

DENIAL_CUES = frozenset({"deny", "denies", "denied", "denying"})

# Words before a denied predicate that deny it for all time before, and those that deny
# it for a past of their own; within so many words.
NEVER = DENIAL_CUES | {"never", "has", "have", "had", "rejected", "dismissed"}
PAST = frozenset(["did", "was", "were", "refused", "failed", "declined"])
DENIED_NEAR = 8

# Words before a predicate among which the claim that holds it is looked for.
CLAIM_NEAR = 8


def polarity_facet(record: StatementRecord, frame: Frame) -> Facet:
    """The polarity of a predicate as a facet: printed when denied, else its word.

    Who denies is named: "X denied it" is X's word against the other's.
    """
    for facet in record.facets:
        if facet.kind == Kind.POLARITY and facet.start == frame.start:
            who = _denier(record, frame)
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


def _denier(record: StatementRecord, frame: Frame) -> str:
    """Who is said to deny, "" when nobody is."""
    for hop in record.hops:
        if DENIAL_CUES & set(hop.cue.lower().split()):
            return hop.speaker
    for other in record.frames[: frame.index]:
        if other.lemma in REJECTING and not other.negated:
            return next(
                (
                    record.text[each.start : each.end]
                    for each in other.arguments
                    if each.role == "agent"
                ),
                "",
            )
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
    elif _only_claimed(a, match.a) or _only_claimed(b, match.b):
        how, level = f"{words}: one side tells of the claim", Level.NOT_COMPARABLE
    elif match.a.modality not in FACTUAL:
        how, level = f"{words} are both {match.a.modality}", Level.NOT_COMPARABLE
    elif changed(a, b, match, config):
        how, level = f"{words} are states of different times", Level.UPDATED
    else:
        how, level = f"{words} cannot both hold", Level.CONFLICT
    return [FacetComparison(Kind.POLARITY, "predicate", level, one, other, how)]


def _only_claimed(record: StatementRecord, frame: Frame) -> bool:
    """Whether a predicate is told as what a claim says: "speculation that it sold"."""
    if frame.negated:
        return False
    words = told_in(record.text[: frame.start])[-CLAIM_NEAR:]
    return any(
        that == "that" and {noun, noun.removesuffix("s")} & CLAIM_NOUNS
        for noun, that in itertools.pairwise(words)
    )


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
    return any(w in DENIALS or w.endswith("n't") for w in told_in(text))


def demanded(record: StatementRecord) -> bool:
    """Whether the statement tells what somebody wants, and not what is."""
    told = [f for f in record.frames if not f.nominal and f.predicate not in TELLING]
    if not told or told[0].lemma not in DEMANDS:
        return False
    roles = {argument.role for argument in told[0].arguments}
    asked = told[0].lemma != "ask" or not roles.isdisjoint(("for", "patient"))
    return asked and "agent" in roles  # "asked what it was, she said" demands nothing


def _same_core(match: Aligned) -> bool:
    """Whether the two predicates are said of one thing: patient, else agent.

    "Nobody" fills a slot with no thing, nor does "it": where, by what or of what it
    happened tells.
    """
    roles = ["patient", "agent", "attribute"]
    filled = any(_fillers(frame, r) for frame in (match.a, match.b) for r in roles)
    if not filled or _of_nobody(match.a) or _of_nobody(match.b):
        roles += sorted({argument.role for argument in match.a.arguments} - {*roles})
    for role in roles:
        a, b = _fillers(match.a, role), _fillers(match.b, role)
        if a and b:
            one, other = _together(a), _together(b)
            most = max(cover(one, other, {}), cover(other, one, {}))
            least = max(min(cover(x, y, {}), cover(y, x, {})) for x in a for y in b)
            return least >= CORE_LEAST and most >= CORE_MOST
    return False


def _of_nobody(frame: Frame) -> bool:
    return frame.negated and any(
        argument.head in NOBODY
        for argument in frame.arguments
        if argument.role in ("patient", "agent")
    )


def _fillers(frame: Frame, role: str) -> list[Items]:
    found = [argument_items(a) for a in frame.arguments if a.role == role]
    return [items for items in found if items]


def _together(fillers: list[Items]) -> Items:
    return {key: value for items in fillers for key, value in items.items()}


def _said(frame: Frame) -> str:
    return f"{frame.predicate}, {'denied' if frame.negated else 'affirmed'}"


def dated(record: StatementRecord, frame: Frame) -> date | None:
    """The date of a frame or of an event noun that takes part in it; None for none."""
    heads = {argument.head for argument in frame.arguments}
    # "struck down the ban on Friday": the parser may hang the day on the noun.
    own = {frame.index} | {
        other.index for other in record.frames if other.nominal and other.lemma in heads
    }
    for facet in record.facets:
        if (
            facet.kind == Kind.DATE
            and facet.frame in own
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
    if CHANGED & (words_in(a) ^ words_in(b)):
        return True
    lemmas = {match.a.lemma, match.b.lemma}
    undone = {match.a.predicate, match.b.predicate} & UNDOING
    one_day = a.published is not None and a.published == b.published
    if match.opposed and undone and not (one_day and lemmas & UPHOLDING):
        return True
    if not match.opposed and _denied_afterwards(a, b, match, config):
        return False
    one, other = time_of(a, match.a), time_of(b, match.b)
    if one is None or other is None:
        return False
    least = config.update_days if any(own) else config.update_days_published
    return abs((one - other).days) >= least


def _denied_afterwards(
    a: StatementRecord, b: StatementRecord, match: Aligned, config: LinkageConfig
) -> bool:
    """Whether one side denies that to have happened which the other dates before: "was
    never signed", "did not sign" and "signed on Monday" are no two states.
    """
    sides = (a, match.a), (b, match.b)
    (denial, denied), (tale, told) = sides if match.a.negated else sides[::-1]
    day, printed = dated(tale, told), denial.published
    if day is None or printed is None or dated(denial, denied) is not None:
        return False
    before = denial.text[: denied.start].lower().replace("’", "'").split()
    cues = {word.removesuffix("n't") for word in before[-DENIED_NEAR:]}
    if cues & NEVER:
        return day <= printed
    near = (printed - day).days <= config.update_days_published
    return day <= printed and near and bool(cues & PAST)


def direction(a: StatementRecord, b: StatementRecord, match: Aligned) -> int:
    """1 when b tells the later state, -1 when a does, 0 when nobody can tell."""
    for one, other in (
        (time_of(a, match.a), time_of(b, match.b)),
        (a.published, b.published),
    ):
        if one is not None and other is not None and one != other:
            return 1 if other > one else -1
    for cue in sorted(CHANGED):
        if (cue in words_in(a)) != (cue in words_in(b)):
            return 1 if cue in words_in(b) else -1
    return 0


def words_in(record: StatementRecord) -> set[str]:
    """The words of a statement, in lower case."""
    return set(told_in(record.text))
