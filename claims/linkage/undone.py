"""What a later statement says is over: a strike ended, a conviction overturned. PURE.

The earlier one tells of the strike, the later one does something to it that ends it; no
predicate is shared, so no frames align. A later text of almost the same words that says
"again" or "back" tells of the state that has returned.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.types import (
    Facet,
    Frame,
    Kind,
    Level,
    Modality,
    StatementRecord,
)
from claims.lexicon.moving import BACK, ENDING
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import Word, told_in, words_of
from claims.linkage.items import item
from claims.linkage.moving import as_of
from claims.linkage.pair import Pair
from claims.linkage.polarity import TELLING
from claims.linkage.profile import Profile
from claims.linkage.types import FacetComparison


def undone(pair: Pair, config: LinkageConfig) -> list[FacetComparison]:
    """The update that one of two statements of different days tells; else []."""
    if pair.most < config.undone_wording or pair.evidence < config.undone_evidence:
        return []
    one, other = as_of(pair.a.record), as_of(pair.b.record)
    if one is None or other is None:
        return []
    if abs((one - other).days) < config.update_days:
        return []
    later, earlier = (pair.a, pair.b) if one > other else (pair.b, pair.a)
    word = next(_ended(later, earlier), None)
    if word is None and pair.most >= config.same_wording:
        word = _is_back(later.record, earlier.record)
    if word is None or not earlier.record.frames:
        return []
    facets = _word(later.record, word), _before(earlier.record, word)
    a, b = facets if later is pair.a else facets[::-1]
    how = f"“{word.text}” on {max(one, other)} ends what was so on {min(one, other)}"
    return [FacetComparison(Kind.POLARITY, "state", Level.UPDATED, a, b, how)]


def _ended(later: Profile, earlier: Profile) -> Iterator[Word]:
    """Verbs of the later statement that end what the earlier one tells of."""
    ended_before = {f.lemma for f in earlier.record.frames} & ENDING
    told = {f.predicate for f in earlier.record.frames if not f.negated}
    for frame in _main(later.record):
        if frame.lemma not in ENDING or frame.lemma in ended_before:
            continue
        heads = {item(x.head) for x in frame.arguments if x.role == "patient"}
        if heads & told:
            text = later.record.text[frame.start : frame.end]
            yield Word(text.lower(), frame.start, frame.end)


def _main(record: StatementRecord) -> list[Frame]:
    """The first predicate that is told as done, if it tells no telling."""
    told = [f for f in record.frames if not f.nominal and f.predicate not in TELLING]
    return [f for f in told[:1] if f.modality == Modality.ASSERTED and not f.negated]


def _is_back(later: StatementRecord, earlier: StatementRecord) -> Word | None:
    if not BACK.isdisjoint(told_in(earlier.text)):
        return None
    return next((w for w in words_of(later.text) if w.text in BACK), None)


def _word(record: StatementRecord, word: Word) -> Facet:
    text = record.text[word.start : word.end]
    return Facet(Kind.POLARITY, word.start, word.end, text, "ended", role="state")


def _before(record: StatementRecord, word: Word) -> Facet:
    """The earlier state: its first predicate, else the event that it names."""
    first = next((f for f in record.frames if not f.nominal), record.frames[0])
    text = record.text[first.start : first.end]
    value = f"before {word.text}"
    return Facet(Kind.POLARITY, first.start, first.end, text, value, role="state")
