"""Whether two statements worded alike tell of two people. PURE.

"The mayor's wife was arrested" says nothing of the mayor, "the deputy governor" is not
the governor, "Mr Mills" not "Mrs Mills", and who says of whom that he lied is not to be
turned round. Nothing corroborates anything then. It is no conflict either: both may be
so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from claims.facets.senses import domain
from claims.facets.transliteration import romanised
from claims.facets.types import Argument, Facet, Frame, Kind, StatementRecord
from claims.lexicon.titles import ADDRESSED, OTHER_HOLDER
from claims.linkage.apart import SPELLED_ALIKE, UNKNOWN
from claims.linkage.edits import Edit, Word, told_in
from claims.linkage.kept import Kept
from claims.linkage.kinds import REPORTING
from claims.linkage.rarity import weight

# The lexicographer's file of nouns for a person.
PERSON = 18
ROLES = ("agent", "patient", "to")
# Weight (linkage.rarity) from which a capitalised word that no finder took for a name
# may be one: surnames that books print as often as "baker" weigh less.
MAY_BE_NAME = 0.5


def of_other_people(
    a: StatementRecord,
    b: StatementRecord,
    same: dict[str, str],
    edits: Sequence[Edit],
) -> bool:
    """Whether somebody else stands in the place of somebody.

    same: names of a ("kind:value") to those of b that stand for them; edits: of
    near-copies, in order.
    """
    if _addressed_otherwise(a, b, same) or _crossed(a, b, same):
        return True
    for one, other in _fillers(a, b):
        if _another(one, other, a, b) or _another(other, one, b, a):
            return True
        if _named_otherwise(one, other, same) or _done_to_another(one, other, a, b):
            return True
    return any(_name_exchanged(edit, a, b, same) for edit in edits)


def of_both(one: Frame, other: Frame, same: dict[str, str]) -> bool:
    """Whether two names and more, places apart, take part in either frame."""
    theirs = {name for argument in other.arguments for name in argument.names}
    both = {
        name
        for argument in one.arguments
        for name in argument.names
        if same.get(name) in theirs and not name.startswith(Kind.PLACE)
    }
    return len(both) > 1


def _fillers(
    a: StatementRecord, b: StatementRecord
) -> Iterator[tuple[Argument, Argument]]:
    """What fills one slot of one event, where either side tells it once."""
    for predicate, frame in _told(a).items():
        other = _told(b).get(predicate)
        if other is None or predicate in REPORTING:
            continue
        for role in ROLES:
            ones = [x for x in frame.arguments if x.role == role]
            others = [x for x in other.arguments if x.role == role]
            if len(ones) == len(others) == 1:
                yield ones[0], others[0]


def _verbs(record: StatementRecord) -> dict[str, Frame]:
    """The frame of each predicate that one verb of the statement tells."""
    verbs = [frame for frame in record.frames if not frame.nominal]
    predicates = [frame.predicate for frame in verbs]
    return {f.predicate: f for f in verbs if predicates.count(f.predicate) == 1}


_told = Kept(_verbs)


def _another(
    one: Argument, other: Argument, a: StatementRecord, b: StatementRecord
) -> bool:
    """Whether one is of the other, or holds his office not yet, no more or for him."""
    if domain(one.head) != PERSON or one.head in other.words:
        held = one.head == other.head or one.head.endswith(f"-{other.head}")
        return held and _held_otherwise(one, other, a, b)
    person = domain(other.head) == PERSON or bool(_people(other))
    return person and _belongs(a.text[one.start : one.end].lower(), other.head)


def _belongs(phrase: str, whose: str) -> bool:
    """Whether a phrase tells of somebody of his: "the wife of the mayor", "the mayor's
    wife"; whose is a noun as it is listed.
    """
    owner, owned, _ = phrase.replace("’", "'").partition("'s ")
    if not owned:
        owner, owned, _ = phrase.replace("’", "'").partition("s' ")
    before = owner.split()[-1:] if owned else []
    _, _, behind = phrase.partition(" of ")
    return any(word.startswith(whose) for word in (*before, *behind.split()))


def _held_otherwise(
    one: Argument, other: Argument, a: StatementRecord, b: StatementRecord
) -> bool:
    """Whether one side alone is a deputy, or has left office; of nobody named."""
    if one.names or other.names or domain(other.head) != PERSON:
        return False
    if _is_titled(a, one) or _is_titled(b, other):
        return False
    first, second = _before_head(a, one), _before_head(b, other)
    return bool(OTHER_HOLDER & first) != bool(OTHER_HOLDER & second)


def _is_titled(record: StatementRecord, argument: Argument) -> bool:
    """Whether the office is printed beside a name: "the former mayor, Dana Olin"."""
    return any(
        f.kind == Kind.TITLE and f.start < argument.end and argument.start < f.end
        for f in record.facets
    )


def _before_head(record: StatementRecord, argument: Argument) -> set[str]:
    words = record.text[argument.start : argument.end].lower().replace("-", " ").split()
    stem = argument.head.rpartition("-")[2]
    at = next((n for n, word in enumerate(words) if word.startswith(stem)), 0)
    return set(words[:at])


def _named_otherwise(one: Argument, other: Argument, same: dict[str, str]) -> bool:
    """Whether both are people by name, of whom the other statement does not tell."""
    names, others = _people(one), _people(other)
    if not (names and others) or names & same.keys() or others & {*same.values()}:
        return False
    words = [{w for n in x for w in _words(n)} for x in (names, others)]
    return not (words[0] <= words[1] or words[1] <= words[0])


def _done_to_another(
    one: Argument, other: Argument, a: StatementRecord, b: StatementRecord
) -> bool:
    """Whether what is done to one body is done to another, of whom the other statement
    does not tell. Who did it may be told of a body by its seat, or of its owner.
    """
    if one.role == "agent":
        return False
    names, others = _body(one, a), _body(other, b)
    if not names or not others or names & others:
        return False
    if names & {*told_in(b.text)} or others & {*told_in(a.text)}:
        return False
    return not any(fuzz.ratio(x, y) >= SPELLED_ALIKE for x in names for y in others)


def _body(argument: Argument, record: StatementRecord) -> set[str]:
    """The words of the body that an argument is, or of what only a name can be."""
    for name in argument.names:
        words = _words(name)
        if argument.head in words[-1:]:
            return set(words) if name.startswith(Kind.ORGANISATION) else set()
    printed = record.text[argument.start : argument.end].split()[-1:]
    capital = argument.start > 0 and any(w[0].isupper() for w in printed)
    return {argument.head} if capital and weight(argument.head) >= UNKNOWN else set()


def _people(argument: Argument) -> set[str]:
    """The people that an argument is, not those whose it is: "Olin's lawyer"."""
    return {
        name
        for name in argument.names
        if name.startswith(Kind.PERSON) and argument.head in _words(name)[-1:]
    }


def _words(name: str) -> list[str]:
    """The words of a name that an argument holds as "kind:value"."""
    return name.partition(":")[2].split()


def _crossed(a: StatementRecord, b: StatementRecord, same: dict[str, str]) -> bool:
    """Whether two doers have changed places: "A said B lied", "B said A lied"."""
    doers = {
        predicate: {same.get(name, name) for name in _doers(frame)}
        for predicate, frame in _told(a).items()
    }
    others = {predicate: _doers(frame) for predicate, frame in _told(b).items()}
    moved = [
        (doers[p], others[p])
        for p in doers.keys() & others.keys()
        if doers[p] and others[p] and doers[p].isdisjoint(others[p])
    ]
    return any(
        x <= their_y and y <= their_x
        for x, their_x in moved
        for y, their_y in moved
        if x is not y
    )


def _doers(frame: Frame) -> set[str]:
    return {
        name
        for argument in frame.arguments
        if argument.role == "agent"
        for name in argument.names
        if not name.startswith(Kind.PLACE)
    }


def _addressed_otherwise(
    a: StatementRecord, b: StatementRecord, same: dict[str, str]
) -> bool:
    """Whether one surname stands behind "Mr" on one side and "Mrs" on the other."""
    mine, theirs = _forms(a), _forms(b)
    return any(
        theirs[other] != form
        for name, form in mine.items()
        if (other := same.get(name, "")) in theirs
    )


def _addresses(record: StatementRecord) -> dict[str, str]:
    """The names of people that a form of address stands before, with its sex."""
    found = {}
    for facet in record.facets:
        if facet.kind == Kind.PERSON:
            before = record.text[: facet.start].lower().rstrip(" .").split()
            inside = facet.text.lower().split()[0].rstrip(".")
            form = ADDRESSED.get(inside) or ADDRESSED.get(before[-1] if before else "")
            if form:
                found[f"{facet.kind}:{facet.value}"] = form
    return found


_forms = Kept(_addresses)


def _name_exchanged(
    edit: Edit, a: StatementRecord, b: StatementRecord, same: dict[str, str]
) -> bool:
    """Whether a person's name stands in the place of another word that may be a name,
    of one letter more or less as it may be.
    """
    if len(edit.a) != 1 or len(edit.b) != 1:
        return False
    one, other = edit.words_a[0], edit.words_b[0]
    mine, theirs = _person_at(a, one), _person_at(b, other)
    if romanised(one.text) == romanised(other.text):
        return False
    if mine and theirs:
        return f"{mine.kind}:{mine.value}" not in same
    known = mine or theirs
    if known is None or " " in known.value or known.role == "speaker":
        return False
    unread, record = (other, b) if mine else (one, a)
    capital = record.text[unread.start].isupper()
    return capital and weight(unread.text) >= MAY_BE_NAME


def _person_at(record: StatementRecord, word: Word) -> Facet | None:
    return next(
        (
            f
            for f in record.facets
            if f.kind == Kind.PERSON and f.start <= word.start < f.end
        ),
        None,
    )
