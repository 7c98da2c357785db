"""Who did what to whom, and which value belongs to which predicate."""

from datetime import date

import pytest

from claims.extraction.statements import extract
from claims.facets.types import Kind, Modality

DAY = date(2031, 3, 12)


@pytest.fixture(scope="module")
def read(nlp):
    def one(text):
        [found] = extract(nlp, text, published=DAY, all_sentences=True)
        return found

    return one


def told(record, predicate):
    """{role: words} of the frame of an event, the words in order."""
    frame = next(f for f in record.frames if f.predicate == predicate)
    return {a.role: " ".join(a.words) for a in reversed(frame.arguments)}


@pytest.mark.parametrize(
    ("text", "predicate", "roles"),
    [
        (
            "Delvora sued Ostrik.",
            "sue",
            {"agent": "delvora", "patient": "ostrik"},
        ),
        (
            "Ostrik was sued by Delvora.",
            "sue",
            {"agent": "delvora", "patient": "ostrik"},
        ),
        (
            "Delvora, which makes chips, cut 400 jobs.",
            "cut",
            {"agent": "delvora", "patient": "400 job"},
        ),
        (
            "Delvora, which makes chips, cut 400 jobs.",
            "produce",
            {"agent": "delvora", "patient": "chip"},
        ),
        (
            "Police arrested a man and charged him with fraud.",
            "charge",
            {"agent": "police", "with": "fraud"},
        ),
        (
            "The governor wants to sign the bill.",
            "sign",
            {"agent": "governor", "patient": "bill"},
        ),
        # what is done by a means is done by nobody
        (
            "Tavi Rusk was informed by email.",
            "inform",
            {"patient": "tavi rusk", "by": "email"},
        ),
        (
            "The mast was bought by the telephone company.",
            "buy",
            {"agent": "telephone company", "patient": "mast"},
        ),
        (
            "Exports of copper fell.",
            "export",
            {"patient": "copper"},
        ),
        (
            "The attack by rebels killed nine soldiers.",
            "attack",
            {"agent": "rebel"},
        ),
        (
            "Delvora's takeover of Ostrik was approved.",
            "buy",
            {"agent": "delvora", "patient": "ostrik"},
        ),
        (
            "Rain forced Venn to cancel the march.",
            "cancel",
            {"agent": "venn", "patient": "march"},
        ),
        (
            "Delvora used the money to repair roads.",
            "repair",
            {"agent": "delvora", "patient": "road"},
        ),
        (
            "Lawmakers held talks with miners.",
            "meet",
            {"agent": "lawmaker", "with": "miner"},
        ),
    ],
)
def test_participants(read, text, predicate, roles):
    assert roles.items() <= told(read(text), predicate).items()


@pytest.mark.parametrize(
    ("text", "predicate", "role"),
    [
        ("Ostrik was sued.", "sue", "agent"),
        ("Snow fell.", "fall", "patient"),
        ("Delvora sued Ostrik, and lawyers complained.", "complain", "patient"),
    ],
)
def test_nobody_is_made_up(read, text, predicate, role):
    assert role not in told(read(text), predicate)


@pytest.mark.parametrize(
    ("text", "kind", "predicate"),
    [
        ("They held talks in Geneva on March 6.", Kind.DATE, "meet"),
        ("The talks on March 6 were friendly.", Kind.DATE, "meet"),
        ("The ministry said the mill closed on March 3.", Kind.DATE, "close"),
        ("The talks in Halden lasted two hours.", Kind.DURATION, "meet"),
        ("They spoke by phone for two hours.", Kind.DURATION, "phone_call"),
        ("They had a two-hour phone call.", Kind.DURATION, "phone_call"),
        ("The blast killed nine soldiers on Monday.", Kind.COUNT, "kill"),
        ("The firm said it lost $3 million.", Kind.AMOUNT, "lose"),
    ],
)
def test_a_value_belongs_to_its_event(read, text, kind, predicate):
    record = read(text)
    [value] = [f for f in record.facets if f.kind == kind]
    assert record.frames[value.frame].predicate == predicate


def test_each_of_two_dates_belongs_to_its_own_event(read):
    record = read("The trial that began on March 3 was adjourned on March 10.")
    dates = {f.value: record.frames[f.frame].lemma for f in record.facets}
    assert dates == {"2031-03-03": "begin", "2031-03-10": "adjourn"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The ministry said on Tuesday that the mill closed.", "report"),
        ("The mill closed on Tuesday.", "event"),
        ("The talks took place on Tuesday.", "event"),
        ("A mill burnt at 4 a.m. London time on 9 June, officials said.", "event"),
    ],
)
def test_the_day_of_the_telling_is_not_the_day_of_the_event(read, text, role):
    [day] = [f for f in read(text).facets if f.kind == Kind.DATE]
    assert day.role == role


@pytest.mark.parametrize(
    ("text", "predicate", "negated", "modality"),
    [
        ("The council approved the budget.", "approve", False, Modality.ASSERTED),
        ("The council did not approve the budget.", "approve", True, Modality.ASSERTED),
        ("The council never approved the budget.", "approve", True, Modality.ASSERTED),
        ("The council will approve the budget.", "approve", False, Modality.PLANNED),
        ("The council may approve the budget.", "approve", False, Modality.POSSIBLE),
        ("The council must approve the budget.", "approve", False, Modality.OBLIGED),
    ],
)
def test_polarity_and_modality_of_a_frame(read, text, predicate, negated, modality):
    frame = next(f for f in read(text).frames if f.predicate == predicate)
    assert (frame.negated, frame.modality) == (negated, modality)


@pytest.mark.parametrize("text", ["Snow.", "Twelve red apples.", "42", "Orla Venn"])
def test_a_fragment_has_one_frame(read, text):
    record = read(text)
    assert [frame.index for frame in record.frames] == [0]
    assert all(facet.frame == 0 for facet in record.facets)


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn and Tavi Rusk held talks in Geneva on March 6.",
        "The ministry said on Tuesday that Delvora, which makes chips, cut 400 jobs.",
    ],
)
def test_a_frame_is_its_predicates_word_and_lists_the_names_within(read, text):
    record = read(text)
    names = {f"{f.kind}:{f.value}" for f in record.facets}
    for number, frame in enumerate(record.frames):
        assert frame.index == number
        assert record.text[frame.start : frame.end].isalpha()
        for argument in frame.arguments:
            assert set(argument.names) <= names


@pytest.mark.parametrize(
    "text",
    [
        "Olin asked . Lt. Orla Venn denied that it paid a third title again.",
        "And the spokesman at 5 p.m. Wednesday said on Monday, all was well.",
        "It was made of the Halden Group — Lt. Orla Venn lost Tavi Rusk for an hour?",
        "Including, of the Halden Group p.m. including at 5 p.m. Wednesday including.",
    ],
)
def test_no_participant_lies_in_another_sentence(nlp, text):
    records = extract(nlp, text, published=DAY, all_sentences=True)
    assert len(records) > 1
    for record in records:
        for frame in record.frames:
            for argument in frame.arguments:
                assert 0 <= argument.start < argument.end <= len(record.text)
                assert argument.head
