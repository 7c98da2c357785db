"""What two near-copies put in the place of what, and how much that says."""

from decimal import Decimal

import pytest

from claims.facets.types import Hedge, Hop, Kind
from claims.linkage.edits import NO_COPIES, Changes, Edit, Word, changes
from claims.linkage.exchanges import (
    MOST,
    MOST_OPEN,
    MOST_REWORDED,
    TELLING,
    Exchange,
    Exchanged,
    contradiction,
    exchanges,
    features,
)
from claims.linkage.weights import INTERCEPT, WEIGHTS
from tests.unit.linkage.made import facet, frame, money, person, record

NEAR = 0.5
NUMBER = ["number"]
# Long enough that one exchange leaves a near-copy.
TOLD = "The council of the old town {} near the coast on a rainy day in spring."


def told(words, *values, **more):
    """The council's doings; a value or name is printed where its text stands."""
    text = TOLD.format(words)
    placed = [make(text.index(printed), printed) for printed, make in values]
    return record(text, *placed, **more)


def of(kind, value=None, **values):
    return lambda start, text: facet(
        kind, value or text.lower(), text=text, start=start, **values
    )


def count(number, hedge=Hedge.NONE):
    return lambda start, text: facet(
        Kind.COUNT,
        text,
        text=text,
        start=start,
        number=Decimal(number),
        unit="house",
        hedge=hedge,
    )


def exchanged(a, b):
    changed = changes(a.text, b.text, near_copy=NEAR)
    assert changed is not NO_COPIES
    found = exchanges(a, b, changed.edits)
    return [
        (each.kind, each.a.text if each.a else "", each.b.text if each.b else "")
        for each in found
    ]


def score(a, b):
    changed = changes(a.text, b.text, near_copy=NEAR)
    return contradiction(exchanges(a, b, changed.edits), changed)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("bought a boat", "purchased a boat", ("bought", "purchased")),
        ("met a doctor", "met a physician", ("doctor", "physician")),
        ("held a talk", "held talks", ("talk", "talks")),
        ("kept calm", "keeps calm", ("kept", "keeps")),
        ("met Ms Rusk", "met Ms Ruskin", ("rusk", "ruskin")),
    ],
)
def test_rewording(a, b, expected):
    assert exchanged(told(a), told(b)) == [(Exchange.REWORDED, *expected)]
    assert exchanged(told(b), told(a)) == [(Exchange.REWORDED, *expected[::-1])]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a bridge"),
        ("built a bridge", "built the bridge"),
        ("built schools and hospitals", "built hospitals and schools"),
        ("has built a bridge", "had built a bridge"),
        ("did not open a hall", "did never open a hall"),
        ("may open a hall", "did open a hall"),
    ],
)
def test_what_is_no_exchange(a, b):
    assert exchanged(told(a), told(b)) == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("built a bridge", "built a tunnel", Exchange.THING),
        ("felt anger", "felt joy", Exchange.IDEA),
        ("sold a dog", "sold an animal", Exchange.KIND),
        ("opened the hall", "closed the hall", Exchange.OPPOSITE),
        ("painted a red wall", "painted a blue wall", Exchange.OPPOSITE),
        ("met a rapid man", "met a slow man", Exchange.OPPOSITE),
        ("met a lanky man", "met a short man", Exchange.ALMOST_OPPOSITE),
        ("painted the wall", "repaired the wall", Exchange.ACT),
        ("had a noisy meeting", "had a lengthy meeting", Exchange.QUALITY),
        ("met the quibbet", "met the hospital", Exchange.UNKNOWN),
        ("met the teacher", "met the nurse", Exchange.KIND),  # may be one
        ("met her teacher", "met her nurse", Exchange.THING),
        ("met Orla", "met Tavi", Exchange.NAME),
        ("met Halden", "met builders", Exchange.NAME_FOR_WORD),
        ("built 12 houses", "built 14 houses", Exchange.NUMBER),
        ("waited two days", "waited two weeks", Exchange.NUMBER),
    ],
)
def test_one_word_in_the_place_of_another(a, b, kind):
    for one, other in ((a, b), (b, a)):
        [(found, _, _)] = exchanged(told(one), told(other))
        assert found == kind


@pytest.mark.parametrize(
    ("words", "added", "left_out"),
    [
        ("met people in Halden", Exchange.ADDED_NAME, Exchange.LEFT_OUT_NOUN),
        ("met 12 people", Exchange.ADDED_NUMBER, Exchange.LEFT_OUT_NOUN),
        ("met people with pride", Exchange.ADDED_NOUN, Exchange.LEFT_OUT_NOUN),
        ("met people happily", Exchange.ADDED, Exchange.LEFT_OUT),
    ],
)
def test_what_stands_on_one_side_only(words, added, left_out):
    plain, more = told("met people"), told(words)
    word = next(w for w in reversed(words.split()) if w not in ("met", "people"))
    assert exchanged(plain, more) == [(added, "", word.lower())]
    assert exchanged(more, plain) == [(left_out, word.lower(), "")]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("did open a hall", "did not open a hall", True),
        ("can open a hall", "cannot open a hall", True),
        ("should open a hall", "shouldn’t open a hall", True),
        ("opened a hall with music", "opened a hall without music", True),
        # A denial on both sides: which denies what is a guess.
        ("failed to open a hall", "did not succeed to open a hall", False),
        ("denied that it did open a hall", "denied that it did not open one", True),
        ("told of its failure to open", "told how it failed to open", False),
        ("did open a hall", "did gladly open a hall", False),
        ("met because of rain", "met despite the rain", True),
        ("met in response to rain", "met despite the rain", True),
        ("met after a storm of rain", "met despite the rain", False),
        ("met despite a storm", "met a storm despite that", False),
    ],
)
def test_negation(a, b, expected):
    for one, other in ((a, b), (b, a)):
        kinds = [kind for kind, _, _ in exchanged(told(one), told(other))]
        assert (Exchange.NEGATION in kinds) is expected


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        # Two spellings, a part, or the initials of one name.
        (("Orla Venn", "orla venn"), ("Orla Vehn", "orla vehn"), ["reworded"]),
        (("Halden Union", "halden union"), ("HU", "hu"), ["reworded", "left_out_noun"]),
        (("Orla Venn", "orla venn"), ("Tavi Rusk", "tavi rusk"), ["name", "name"]),
        (("Halden Union", "halden union"), ("TC", "tc"), ["name", "left_out_noun"]),
        (("Norv Union", "norv union"), ("Tesk Union", "tesk union"), ["name"]),
        (("Norv Union", "norv union"), ("Norw Union", "norw union"), ["reworded"]),
    ],
)
def test_names_by_their_facets(a, b, kinds):
    kind = Kind.PERSON if a[0].startswith("Orla") else Kind.ORGANISATION
    one, other = (
        told(f"met {text}", (text, of(kind, value))) for text, value in (a, b)
    )
    assert sorted(k for k, _, _ in exchanged(one, other)) == sorted(kinds)


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        (("12", count(12)), ("14", count(14)), NUMBER),
        (("two", count(2)), ("2", count(2)), ["reworded"]),
        (("12", count(12, Hedge.AT_LEAST)), ("14", count(14, Hedge.AT_LEAST)), NUMBER),
        (("12", count(12, Hedge.ABOUT)), ("13", count(13, Hedge.ABOUT)), ["reworded"]),
        (("two", count(2)), ("thrice", of(Kind.ORDINAL)), ["unknown"]),
        (("yesterday", of(Kind.DATE)), ("tonight", of(Kind.DATE)), ["unknown"]),
    ],
)
def test_numbers_by_their_values(a, b, kinds):
    one, other = (told(f"built {text} houses", (text, make)) for text, make in (a, b))
    assert [kind for kind, _, _ in exchanged(one, other)] == kinds
    assert [kind for kind, _, _ in exchanged(other, one)] == kinds


def test_a_word_read_as_a_verb_is_compared_as_one():
    pair = "house the poor", "building the poor"
    as_nouns = exchanged(*(told(words) for words in pair))
    one, other = (told(words) for words in pair)
    verbs = record(one.text, frame("house")), record(other.text, frame("build"))
    assert [kind for kind, _, _ in as_nouns] == [Exchange.KIND]
    assert [kind for kind, _, _ in exchanged(*verbs)] == [Exchange.ACT]


def test_which_of_several_nouns_stands_for_which_is_a_guess():
    a, b = told("built bridge tower"), told("built hospital boat")
    kinds = [kind for kind, _, _ in exchanged(a, b)]
    assert kinds == [Exchange.KIND, Exchange.KIND]


@pytest.mark.parametrize("by", ["hop", "role", "title"])
def test_who_told_it_is_no_difference(by):
    def side(name):
        start = TOLD.index("{}") + len("met ")
        place = {"start": start, "text": name}
        if by == "hop":
            hop = Hop(0, name, start=start, end=start + len(name))
            return told(f"met {name}", hops=(hop,))
        if by == "role":
            return record(
                TOLD.format(f"met {name}"), person(name, role="speaker", **place)
            )
        return record(TOLD.format(f"met {name}"), facet(Kind.TITLE, name, **place))

    assert exchanged(side("Orla"), side("Tavi")) == []
    assert exchanged(told("met Orla"), told("met Tavi")) != []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a tunnel"),
        ("built 12 houses", "built 14 houses"),
        ("met Orla", "met Tavi"),
        ("did open a hall", "did not open a hall"),
        ("can open a hall", "cannot open a hall"),
        ("opened the hall", "closed the hall"),
        ("met a rapid man", "met a slow man"),
    ],
)
def test_a_telling_exchange_contradicts(a, b):
    assert score(told(a), told(b)) > 0.5
    assert score(told(b), told(a)) > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a bridge"),
        ("bought a boat", "purchased a boat"),
        ("painted the wall", "repaired the wall"),
        ("sold a dog", "sold an animal"),
        ("met people", "met people in Halden"),
        ("met Halden", "met builders"),
        ("met the quibbet", "met the hospital"),
        # Possible or to come against done: two worlds.
        ("may build a bridge", "did build a tunnel"),
        ("will open 12 halls", "opened 14 halls"),
    ],
)
def test_what_says_too_little_does_not(a, b):
    assert score(told(a), told(b)) == 0
    assert score(told(b), told(a)) == 0


def test_two_copies_of_which_both_are_to_come_are_of_one_world():
    assert score(told("will open 12 halls"), told("will open 14 halls")) > 0.5


SPOT = Edit((), (), (0, 0), (0, 0))


def some(*kinds):
    return [Exchanged(kind, None, None, SPOT) for kind in kinds]


@pytest.mark.parametrize(
    ("found", "changed", "expected"),
    [
        ([], NO_COPIES, {"reworded": 0, "left": 0, "hard": 0, "kept": 0}),
        ([Exchange.NUMBER], Changes(0.9), {"number": 1, "hard": 1, "left": 1}),
        ([Exchange.NUMBER], Changes(0.9), {"hard_left": 1, "hard_likeness": 0.9}),
        ([Exchange.THING], Changes(0.9), {"thing": 1, "hard": 0, "hard_likeness": 0}),
        ([Exchange.REWORDED], Changes(0.9), {"reworded": 1, "left": 0}),
        ([Exchange.THING] * 5, Changes(0.9), {"thing": MOST, "left": 5}),
        ([Exchange.REWORDED] * 9, Changes(0.9), {"reworded": MOST_REWORDED}),
        ([Exchange.ADDED] * 12, Changes(0.9), {"left": MOST_OPEN}),
        ([], Changes(0.9, rewritten=5), {"rewritten": MOST, "left": 5}),
    ],
)
def test_the_numbers_that_the_weights_are_of(found, changed, expected):
    numbers = features(some(*found), changed)
    assert {name: numbers[name] for name in expected} == expected
    assert all(isinstance(number, float) for number in numbers.values())


def test_longer_copies_count_by_their_order_of_size():
    few, many, most = (
        features([], Changes(0.9, kept=kept))["kept"] for kept in (0, 9, 99)
    )
    assert few == 0
    assert most == pytest.approx(2 * many)


def test_a_weight_is_of_a_number_that_is_counted():
    assert WEIGHTS.keys() <= features(some(*Exchange), Changes()).keys()
    assert "no such exchange" not in WEIGHTS
    assert all(isinstance(weight, float) for weight in (INTERCEPT, *WEIGHTS.values()))


@pytest.mark.parametrize("kind", Exchange)
def test_only_a_telling_exchange_can_contradict(kind):
    assert (contradiction(some(kind), Changes(0.99, kept=30)) > 0) is (kind in TELLING)


def test_a_contradiction_is_likelier_in_closer_copies():
    found = some(Exchange.NUMBER)
    far, near = (contradiction(found, Changes(like, kept=12)) for like in (0.76, 0.98))
    assert 0 < far < near < 1
    assert contradiction([], Changes(0.98, kept=12)) == 0


def test_modal_words_make_another_world():
    may = Word("may", 0, 3)
    world = Edit((may,), (), (0, 3), (0, 0))
    both = Edit((may,), (Word("could", 0, 5),), (0, 3), (0, 5))
    found = some(Exchange.NUMBER)
    assert contradiction(found, Changes(0.98, (world,), kept=12)) == 0
    assert contradiction(found, Changes(0.98, (both,), kept=12)) > 0.5


def test_an_amount_is_exchanged_with_its_currency_sign():
    def paid(number):
        text = f"${number} million"
        return told(
            f"paid {text} for a mill",
            (text, lambda start, printed: money(number, text=printed, start=start)),
        )

    assert exchanged(paid(3), paid(8)) == [(Exchange.NUMBER, "3", "8")]
    assert exchanged(paid(3), paid(3)) == []
