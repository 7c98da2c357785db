"""What one of two sentences of almost the same words tells and the other denies. PURE.

Frames are aligned by what is rare in them. "The mayor signed the order" has nothing
rare, so that its denial would not be held against it, while so much wording is in
common that the two would corroborate. Where they would, the predicate that leads both
sentences is compared, however little evidence it has; and if it cannot be compared,
nothing is corroborated.
"""

from __future__ import annotations

from claims.facets.senses import Sense, related
from claims.facets.types import Frame, StatementRecord
from claims.lexicon.cues import DENYING, REJECTING, TRANSPARENT, UNREALISED
from claims.linkage.alignment import Aligned, alike
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import told_in
from claims.linkage.items import EMPTY
from claims.linkage.pair import Pair
from claims.linkage.polarity import TELLING, denies

# Summed weight that two predicates must have in common: one word that is not of the
# commonest.
LEAST_EVIDENCE = 0.3

# Predicates that lead on to what a sentence tells: who says it, or that it is not so.
LEADING_ON = (
    TELLING
    | EMPTY
    | DENYING
    | REJECTING
    | TRANSPARENT
    | UNREALISED
    | {"announce", "claim", "find"}
)

# Most words of a sentence in which a denial is taken to deny what the sentence tells,
# and the share of both sentences' words in common from which it does: of the agreements
# that this takes back on public data three in three were none, while in sentences of
# any length 40 of 79 were.
SHORT = 14
ONE_WORDING = 0.65

# Words that open a clause beside what a sentence tells.
BESIDE = frozenset(
    [
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "than",
        "if",
        "when",
        "while",
        "where",
        "because",
    ]
)

# Two words that say one thing.
ONE = (Sense.SAME, Sense.SYNONYM)


def flips(pair: Pair, config: LinkageConfig) -> list[Aligned]:
    """Predicates that lead both sentences, told by one and denied by the other.

    [] where the wording has too little in common to corroborate, and of those that are
    aligned already.
    """
    if not _much_in_common(pair, config):
        return []
    a, b = pair.a.record, pair.b.record
    known = {(match.a.index, match.b.index) for match in pair.frames}
    return [
        match
        for match in alike(pair.a, pair.b, pair.same, config, LEAST_EVIDENCE)
        if match.a.negated != match.b.negated
        and not (match.opposed or match.a.nominal or match.b.nominal)
        and (match.a.index, match.b.index) not in known
        and _same_attribute(match)
        and _leads(a, match.a)
        and _leads(b, match.b)
        and not (denies(a.text) and denies(b.text))
    ]


def denied_as_a_whole(pair: Pair, config: LinkageConfig) -> bool:
    """Whether one of two short sentences of one wording denies and the other does not,
    whichever predicate the parser thinks denied.
    """
    if pair.least < ONE_WORDING or not _much_in_common(pair, config):
        return False
    texts = pair.a.record.text, pair.b.record.text
    told = [told_in(text) for text in texts]
    if max(map(len, told)) > SHORT or not BESIDE.isdisjoint(told[0] + told[1]):
        return False
    return _denies(pair.a.record) != _denies(pair.b.record)


def _denies(record: StatementRecord) -> bool:
    return denies(record.text) or any(frame.negated for frame in record.frames)


def _much_in_common(pair: Pair, config: LinkageConfig) -> bool:
    return pair.most >= config.shared and pair.evidence >= config.contained_evidence


def _leads(record: StatementRecord, frame: Frame) -> bool:
    """Whether what stands before the predicate only leads on to it, or is denied with
    it: "found no evidence that it paid".
    """
    before = record.frames[: frame.index]
    since = max((other.end for other in before if other.end < frame.start), default=0)
    return BESIDE.isdisjoint(told_in(record.text[since : frame.start])) and all(
        other.nominal or other.lemma in LEADING_ON or (other.negated and frame.negated)
        for other in before
    )


def _same_attribute(match: Aligned) -> bool:
    """Whether "be" and the like say the same of their subjects."""
    if match.a.predicate not in EMPTY:
        return True
    a, b = (
        {x.head for x in frame.arguments if x.role in ("attribute", "patient")}
        for frame in (match.a, match.b)
    )
    return any(one == other or related(one, other) in ONE for one in a for other in b)
