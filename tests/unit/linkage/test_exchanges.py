"""What two near-copies put in the place of what."""

from datetime import date
from decimal import Decimal

import pytest

from claims.facets.types import Hedge, Hop, Kind
from claims.linkage.edits import NO_COPIES, changes
from claims.linkage.exchanges import Exchange, exchanges
from tests.unit.linkage.made import TOLD, facet, frame, money, person, record, told

NEAR = 0.5
NUMBER = ["number"]


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


def percent(number):
    return lambda start, text: facet(
        Kind.PERCENT, str(number), text=text, start=start, number=Decimal(number)
    )


def by_year(year):
    """ "by 2031": until then at the latest, so that an earlier year leaves room."""
    return lambda start, text: facet(
        Kind.DATE,
        str(year),
        text=text,
        start=start,
        hedge=Hedge.AT_MOST,
        granularity="year",
        date_from=date(year, 1, 1),
        date_to=date(year + 1, 1, 1),
    )


def exchanged(a, b):
    changed = changes(a.text, b.text, near_copy=NEAR)
    assert changed is not NO_COPIES
    found = exchanges(a, b, changed.edits)
    return [
        (each.kind, each.a.text if each.a else "", each.b.text if each.b else "")
        for each in found
    ]


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
        ("saw the traffic", "saw the menu", Exchange.IDEA),
        ("sold a dog", "sold an animal", Exchange.KIND),
        ("opened the hall", "closed the hall", Exchange.OPPOSITE),
        ("painted a red wall", "painted a blue wall", Exchange.OPPOSITE),
        ("met a rapid man", "met a slow man", Exchange.OPPOSITE),
        ("met a lanky man", "met a short man", Exchange.ALMOST_OPPOSITE),
        ("painted the wall", "repaired the wall", Exchange.ACT),
        ("had a noisy meeting", "had a lengthy meeting", Exchange.QUALITY),
        # No nouns here, and both are listed with a third word.
        ("had public duties", "had official duties", Exchange.LIKE_QUALITY),
        ("had a wooden boat", "had a rubber boat", Exchange.QUALITY),
        ("took small bribes", "took weekly bribes", Exchange.QUALITY),
        ("arrested the man", "detained the man", Exchange.LIKE_ACT),
        ("met the former mayor", "met the current mayor", Exchange.OPPOSITE),
        ("voted equally", "voted unequally", Exchange.OPPOSITE),
        ("walked safely", "walked dangerously", Exchange.OPPOSITE),
        ("met four men", "met 4 men", Exchange.REWORDED),
        ("kept the hall open", "kept the hall not closed", Exchange.REWORDED),
        ("saw the woodland", "saw the forest", Exchange.REWORDED),
        ("saw the masts", "saw the towers", Exchange.ALIKE),
        ("signed a deal", "signed a contract", Exchange.LIKE_IDEA),
        ("acted jointly", "acted separately", Exchange.OPPOSITE),
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
    ("words", "kind"),
    [
        ("met people in Halden", Exchange.MORE_NAMES),
        ("met 12 people", Exchange.MORE_NUMBERS),
        ("met people with pride", Exchange.MORE_NOUNS),
        ("met people happily", Exchange.MORE),
    ],
)
def test_what_stands_on_one_side_only(words, kind):
    plain, more = told("met people"), told(words)
    word = next(w for w in reversed(words.split()) if w not in ("met", "people"))
    assert exchanged(plain, more) == [(kind, "", word.lower())]
    assert exchanged(more, plain) == [(kind, word.lower(), "")]


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
        ("sang and nobody wept", "danced and nobody wept and sang", False),  # moved
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
        (("Halden Union", "halden union"), ("HU", "hu"), ["reworded", "more_names"]),
        (("Orla Venn", "orla venn"), ("Tavi Rusk", "tavi rusk"), ["name", "name"]),
        (("Halden Union", "halden union"), ("TC", "tc"), ["name", "more_names"]),
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
        (("9%", percent(9)), ("8.6%", percent("8.6")), NUMBER),
        (("2031", by_year(2031)), ("2044", by_year(2044)), NUMBER),
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


def test_what_is_taken_back_is_no_opposite():
    found = exchanged(told("built a weaker wall"), told("built a less strong wall"))
    assert found[0] == (Exchange.REWORDED, "weaker", "strong")
    [(kind, _, _)] = exchanged(told("built a weaker wall"), told("built a strong wall"))
    assert kind == Exchange.OPPOSITE


def test_which_of_several_nouns_stands_for_which_is_a_guess():
    a, b = told("built bridge tower"), told("built hospital boat")
    kinds = [kind for kind, _, _ in exchanged(a, b)]
    assert kinds == [Exchange.KIND, Exchange.KIND]


@pytest.mark.parametrize("by", ["hop", "role", "title"])
def test_who_told_it_is_no_difference_unless_there_is_no_other(by):
    def side(name, more=""):
        text = TOLD.format(f"met {name}").replace("spring", f"spring{more}")
        start = TOLD.index("{}") + len("met ")
        place = {"start": start, "text": name}
        if by == "hop":
            hop = Hop(0, name, start=start, end=start + len(name))
            return record(text, hops=(hop,))
        if by == "role":
            speaker = person(name, role="speaker", **place)
            return record(text, speaker)
        return record(text, facet(Kind.TITLE, name, **place))

    more = [(Exchange.MORE, "", "gladly")]
    assert exchanged(side("Orla"), side("Tavi", " gladly")) == more
    alone = exchanged(side("Orla"), side("Tavi"))
    assert [kind for kind, _, _ in alone] == ([] if by == "title" else [Exchange.NAME])


@pytest.mark.parametrize(
    ("source", "other", "kinds"),
    [
        ("doctors in Halden", "doctors in Norvik", [Exchange.NAME]),
        ("doctors in Halden", "doctors in Halden", []),
        ("Halden", "Norvik", []),  # no part of a source, but the source
    ],
)
def test_a_source_in_another_place(source, other, kinds):
    def side(printed, more):
        text = TOLD.format(f"heard {printed} say so")
        text = text.replace("spring", f"spring{more}")
        start = text.index(printed)
        place = printed.split()[-1]
        hop = Hop(0, printed, start=start, end=start + len(printed))
        name = facet(
            Kind.PLACE, place.lower(), text=place, start=start + printed.index(place)
        )
        return record(text, name, hops=(hop,))

    found = exchanged(side(source, ""), side(other, " gladly"))
    assert [kind for kind, _, _ in found if kind != Exchange.MORE] == kinds


def test_an_office_told_otherwise_is_no_difference_but_an_opposite_one_is():
    def side(office):
        text = f"met the king’s {office} brother"
        title = TOLD.format(text).index("king")
        end = f"king’s {office} brother"
        return record(TOLD.format(text), facet(Kind.TITLE, end, text=end, start=title))

    assert exchanged(side("tall"), side("rich")) == []
    [(kind, _, _)] = exchanged(side("older"), side("younger"))
    assert kind == Exchange.OPPOSITE


def test_what_a_source_did_beside_telling_is_a_difference():
    def side(number):
        text = f"said it cut {number} jobs and said so"
        start = TOLD.format(text).index("The council")
        cue = TOLD.format(text).rindex("said") + len("said")
        hop = Hop(0, "council", start=start, end=cue, source_start=0, source_end=11)
        return record(TOLD.format(text), hops=(hop,))

    assert [kind for kind, _, _ in exchanged(side(12), side(14))] == NUMBER


def test_an_amount_is_exchanged_with_its_currency_sign():
    def paid(number):
        text = f"${number} million"
        return told(
            f"paid {text} for a mill",
            (text, lambda start, printed: money(number, text=printed, start=start)),
        )

    assert exchanged(paid(3), paid(8)) == [(Exchange.NUMBER, "3", "8")]
    assert exchanged(paid(3), paid(3)) == []
