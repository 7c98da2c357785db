"""What two near-copies disagree on, by the place of the words. PURE.

In the same place of two otherwise equal sentences two values of one kind, two opposite
words, or a negation on one side alone are a contradiction, however the parser read
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from claims.facets import BY_KIND
from claims.facets.opposites import opposite
from claims.facets.senses import domain
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.lexicon.exclusive import FUNCTION, GROUP, MODALS, NEGATIONS
from claims.linkage.apart import SPELLED_ALIKE
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import Changes, Edit, Word
from claims.linkage.exchanges import (
    TELLING,
    Exchange,
    Exchanged,
    contradiction,
    exchanges,
)
from claims.linkage.kinds import COUNTED, NAMED
from claims.linkage.lone import lone
from claims.linkage.negations import negation
from claims.linkage.sides import CARDINALS
from claims.linkage.two_counts import DIGITS, two_counts
from claims.linkage.types import FacetComparison

UNPLACED = (Kind.POLARITY, Kind.MODALITY, Kind.TITLE)
PARTS = ("VERB", "ADJ", "NOUN", "ADV")

# Letters of a country's code: the value of a place that the gazetteer knows.
CODE = 2

# Letters that an inflected word and its lemma share at least.
STEM = 3


def copy_conflicts(
    a: StatementRecord,
    b: StatementRecord,
    changes: Sequence[Edit],
    config: LinkageConfig,
) -> list[FacetComparison]:
    """Contradictions of two near-copies, [] when they are none or do not differ.

    Copies that differ in who or where *and* in a number, or in the period, tell of two
    events in one form of words: nothing is held against each other then.
    """
    found: list[FacetComparison] = []
    for edit in changes:
        values = list(_values(a, b, edit, config))
        if not _agree(a, b, edit, config):
            found += values or _words(a, b, edit)
    if _of_another(a, b, changes):
        return [c for c in found if c.kind == Kind.POLARITY]
    return found


def exchanged_conflicts(
    a: StatementRecord,
    b: StatementRecord,
    changed: Changes,
    known: Sequence[FacetComparison],
    config: LinkageConfig,
) -> list[FacetComparison]:
    """Contradictions of two near-copies by what the exchange of their words is worth:
    the exchange that says most, [] where all together say too little.

    What is known of a value stays: two quarters' losses are not compared after all.
    """
    if not changed.edits or _of_another(a, b, changed.edits):
        return []
    known = [
        each
        for each in known
        if not (_leaves_room(each) or _is_name_elsewhere(each, changed.edits))
    ]
    compared = {c.a.start for c in known if c.a}, {c.b.start for c in known if c.b}
    found = [
        each
        for each in exchanges(a, b, changed.edits)
        if not _is_compared(a, each.a, compared[0])
        and not _is_compared(b, each.b, compared[1])
    ]
    if contradiction(found, changed) < config.contradiction:
        alone = lone(a, b, found, changed)
        return [_exchange(a, b, alone)] if alone else []
    kinds = {each.kind for each in found}
    first = next(kind for kind in TELLING if kind in kinds)
    return [_exchange(a, b, each) for each in found if each.kind == first]


def _leaves_room(known: FacetComparison) -> bool:
    """Whether two counts of one place were only held to leave room for each other."""
    one, other = known.a, known.b
    if known.level != Level.REFINES or one is None or other is None:
        return False
    return two_counts(one, other)


def _is_name_elsewhere(known: FacetComparison, changes: Sequence[Edit]) -> bool:
    """Whether a name was only found again, or what it lies in, which says nothing of
    the places where it stands: "A defends itself from B", "B defends itself from C".
    """
    one, other = known.a, known.b
    if known.kind not in NAMED or one is None or other is None:
        return False
    if known.level == Level.AGREE:
        return True
    return known.level == Level.REFINES and not any(
        _stands_in(one, edit.a_span) and _stands_in(other, edit.b_span)
        for edit in changes
    )


def _stands_in(facet: Facet, span: tuple[int, int]) -> bool:
    return facet.start < span[1] and span[0] < facet.end


def _is_compared(record: StatementRecord, word: Word | None, starts: set[int]) -> bool:
    """Whether the word is of a value that was compared otherwise."""
    if word is None:
        return False
    return any(f.start in starts for f in _at(record, (word.start, word.end)))


def _exchange(
    a: StatementRecord, b: StatementRecord, found: Exchanged
) -> FacetComparison:
    one = _facet(a, found.a, found.edit.a_span)
    other = _facet(b, found.b, found.edit.b_span)
    kind = one.kind if one.kind != Kind.POLARITY else other.kind
    if kind == Kind.POLARITY:
        kind = _kind_of(found)
    one, other = replace(one, kind=kind), replace(other, kind=kind)
    how = f"“{one.text}” and “{other.text}” stand in the same place"
    return FacetComparison(kind, one.role, Level.CONFLICT, one, other, how)


def _facet(record: StatementRecord, word: Word | None, span: tuple[int, int]) -> Facet:
    """The facet that the word is of, else the word itself."""
    if word is not None:
        span = word.start, word.end
        for facet in _at(record, span):
            return facet
    return _word(record, span)


# Kinds of a thing by the lexicographer's file of its noun; others are products.
THINGS = {14: Kind.ORGANISATION, 15: Kind.PLACE, 18: Kind.PERSON}


def _kind_of(found: Exchanged) -> Kind:
    if found.kind == Exchange.NUMBER:
        return Kind.COUNT
    if found.kind in (Exchange.NAME, Exchange.NAME_FOR_WORD, Exchange.MORE_NAMES):
        return Kind.ORGANISATION
    if found.kind in (Exchange.THING, Exchange.KIND) and found.a:
        return THINGS.get(domain(found.a.text), Kind.PRODUCT)
    return Kind.POLARITY


def renamed(a: StatementRecord, b: StatementRecord, changes: Sequence[Edit]) -> bool:
    """Whether two near-copies exchange a name *and* a number: two events in one
    form.
    """
    named = counted = False
    for edit in changes:
        before, after = _at(a, edit.a_span), _at(b, edit.b_span)
        named = named or any(
            one.kind in NAMED
            and other.kind in NAMED
            and fuzz.ratio(one.value, other.value) < SPELLED_ALIKE
            and not _known(one, b)
            for one in before
            for other in after
        )
        counted = counted or any(
            one.kind in COUNTED and one.kind == other.kind
            for one in before
            for other in after
        )
    return named and counted


def _of_another(
    a: StatementRecord, b: StatementRecord, changes: Sequence[Edit]
) -> bool:
    """Whether the edits exchange a period, or the world that is told of.

    One number that both print, for two periods, is one period told wrongly.
    """
    placed = [(_at(a, edit.a_span), _at(b, edit.b_span)) for edit in changes]
    periods = [all(any(map(_is_period, side)) for side in sides) for sides in placed]
    if any(periods):
        others = [edit for edit, of in zip(changes, periods, strict=True) if not of]
        return any(map(_is_number, others)) or not _one_number(a, b)
    return any(
        before
        and after
        and {_world(a, f) for f in before} != {_world(b, f) for f in after}
        for before, after in placed
    )


def _is_period(facet: Facet) -> bool:
    return facet.role == "period"


def _is_number(edit: Edit) -> bool:
    return any(w[0].isdigit() or w in CARDINALS for w in (*edit.a, *edit.b))


def _one_number(a: StatementRecord, b: StatementRecord) -> bool:
    """Whether both print one amount, count or percent."""
    one, other = ({f.value for f in x.facets if f.kind in COUNTED} for x in (a, b))
    return not one.isdisjoint(other)


def _world(record: StatementRecord, facet: Facet) -> str:
    return record.frames[facet.frame].modality if record.frames else ""


def _values(
    a: StatementRecord, b: StatementRecord, edit: Edit, config: LinkageConfig
) -> Iterator[FacetComparison]:
    for one in _at(a, edit.a_span):
        for other in _at(b, edit.b_span):
            if one.kind != other.kind or _known(one, b) or _known(other, a):
                continue
            if one.kind in NAMED and not _certain(one, other):
                continue
            if "speaker" in (one.role, other.role):
                continue  # two people may tell of one thing
            compared = BY_KIND[one.kind].compare(one, other, config.tolerances)
            if compared.level == Level.CONFLICT or (
                compared.level == Level.UNKNOWN and _other_number(one, other)
            ):
                how = compared.how or f"“{one.text}” and “{other.text}”, same place"
                yield FacetComparison(
                    one.kind, one.role, Level.CONFLICT, one, other, how
                )


def _agree(
    a: StatementRecord, b: StatementRecord, edit: Edit, config: LinkageConfig
) -> bool:
    """Whether both sides give one value in other words: six decades, 60 years."""
    return any(
        one.kind == other.kind
        and one.kind in COUNTED
        and BY_KIND[one.kind].compare(one, other, config.tolerances).level
        == Level.AGREE
        for one in _at(a, edit.a_span)
        for other in _at(b, edit.b_span)
    )


def _certain(one: Facet, other: Facet) -> bool:
    """Whether two names cannot be two spellings, or two parts, of one name."""
    if fuzz.ratio(one.value, other.value) >= SPELLED_ALIKE:
        return False
    if set(one.value.split()) & set(other.value.split()):
        return False
    if one.kind == Kind.PERSON:
        return " " in one.value and " " in other.value
    if one.kind == Kind.PLACE:
        return all("," in f.value or len(f.value) == CODE for f in (one, other))
    return not any(f.text.isupper() for f in (one, other))


def _other_number(one: Facet, other: Facet) -> bool:
    """Whether two values that were not resolved are one phrase but for its number."""
    return DIGITS.findall(one.text) != DIGITS.findall(other.text) and DIGITS.sub(
        "", one.text.lower()
    ) == DIGITS.sub("", other.text.lower())


def _at(record: StatementRecord, span: tuple[int, int]) -> list[Facet]:
    return [
        facet
        for facet in record.facets
        if facet.kind not in UNPLACED and _stands_in(facet, span)
    ]


def _known(facet: Facet, other: StatementRecord) -> bool:
    """Whether the other statement prints the name too, in another place."""
    return facet.kind in NAMED and any(
        facet.value == f.value or facet.text == f.text for f in other.facets
    )


def _words(a: StatementRecord, b: StatementRecord, edit: Edit) -> list[FacetComparison]:
    if _denied(edit):
        return [negation(a, b, edit)]
    if len(edit.a) != len(edit.b):
        return []
    for one, other in zip(edit.a, edit.b, strict=True):
        if other != one and other in GROUP.get(one, ()):
            how = f"“{one}” and “{other}” exclude each other"
            return [_polarity(a, b, edit, how)]
        lemmas = _lemma(one, a), _lemma(other, b)
        if any(opposite(*lemmas, part) for part in PARTS):
            return [_polarity(a, b, edit, f"“{one}” and “{other}” are opposites")]
    return []


def _denied(edit: Edit) -> bool:
    """Whether a negation is all that one side has and the other has not."""
    rest_a, rest_b = ([w for w in ws if w not in NEGATIONS] for ws in (edit.a, edit.b))
    one_side = (len(rest_a) < len(edit.a)) != (len(rest_b) < len(edit.b))
    filling = FUNCTION - MODALS  # "could" against "did not" is a guess, no denial
    empty = filling.issuperset(rest_a) and filling.issuperset(rest_b)
    return one_side and (rest_a == rest_b or empty)


def _lemma(word: str, record: StatementRecord) -> str:
    """The lemma that the word was read as: the one that begins most like it."""
    best, length = word, STEM - 1
    for lemma in record.lemmas:
        same = next(
            (n for n, (x, y) in enumerate(zip(word, lemma, strict=False)) if x != y),
            min(len(word), len(lemma)),
        )
        if same > length and same >= len(lemma) - 2:
            best, length = lemma, same
    return best


def _polarity(
    a: StatementRecord, b: StatementRecord, edit: Edit, how: str
) -> FacetComparison:
    return FacetComparison(
        Kind.POLARITY,
        "word",
        Level.CONFLICT,
        _word(a, edit.a_span),
        _word(b, edit.b_span),
        how,
    )


def _word(record: StatementRecord, span: tuple[int, int]) -> Facet:
    text = record.text[span[0] : span[1]]
    return Facet(Kind.POLARITY, *span, text, text.lower(), role="word")
