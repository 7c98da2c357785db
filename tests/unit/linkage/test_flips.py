"""What one of two sentences of almost the same words tells and the other denies."""

import pytest

from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.flips import denied_as_a_whole, flips
from claims.linkage.pair import side_by_side
from claims.linkage.types import Relation

CONFLICTS, NONE = Relation.CONFLICTS, Relation.NONE
CORROBORATES, UPDATES = Relation.CORROBORATES, Relation.UPDATES


@pytest.mark.parametrize(
    ("denial", "tale"),
    [
        ("The guard refused to open the gate.", "The guard opened the gate."),
        ("The treaty was never ratified.", "The treaty was ratified in April."),
        ("The senate did not pass the bill.", "The senate passed the bill on Monday."),
        ("No one was injured in the blast.", "Four people were injured in the blast."),
        ("Neither team accepted the draw.", "Both teams accepted the draw."),
        ("The board has yet to approve the merger.", "The board approved the merger."),
        ("Delvora denied it had leased the dock.", "Delvora has leased the dock."),
        (
            "Delvora rejected claims that it hid a loss.",
            "Delvora hid a loss, auditors said.",
        ),
        (
            "The army dismissed reports that it shelled the village.",
            "The army shelled the village on Monday, residents said.",
        ),
        (
            "Police found no evidence that the guard took the ring.",
            "The guard took the ring.",
        ),
        (
            "The regulator stopped short of fining the bank.",
            "The regulator fined the bank.",
        ),
        (
            "Delvora denied it was in talks to lease the dock.",
            "Delvora is in talks to lease the dock, two brokers said.",
        ),
        ("The pool is not open.", "The pool is open."),
    ],
)
def test_a_denial_contradicts_what_is_told(relate, denial, tale):
    assert relate(denial, tale).relation == CONFLICTS
    assert relate(tale, denial).relation == CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The guard did not open the gate.", "The guard opened the door.", NONE),
        ("The senate did not pass the bill.", "The senate passed the tax.", NONE),
        ("Delvora denied it had leased it.", "Halden has leased the dock.", NONE),
        ("The board has yet to meet.", "The board will meet.", NONE),
        ("The pool is not safe.", "The pool is old.", NONE),
        (
            "Nobody was killed in the Bergen blaze.",
            "Three people were hurt in the Bergen blaze.",
            NONE,
        ),
        (
            "Nobody was killed in the Bergen blaze.",
            "Nobody was killed in the Bergen blaze.",
            CORROBORATES,
        ),
        (
            "Delvora denied it had leased the dock.",
            "Delvora has not leased the dock.",
            CORROBORATES,
        ),
        (
            "The board has yet to approve the merger.",
            "The board has not approved the merger.",
            CORROBORATES,
        ),
        (
            "The guard, who does not smoke, opened the gate.",
            "The guard opened the gate.",
            CORROBORATES,
        ),
        (
            "Delvora repeated claims that it had leased the dock.",
            "Delvora has not leased the dock.",
            NONE,
        ),
        (
            "The senate did not pass the bill on 2 March.",
            "The senate passed the bill on 10 March.",
            UPDATES,
        ),
    ],
)
def test_what_is_no_denial_of_the_other(relate, a, b, relation):
    assert relate(a, b).relation == relation
    assert relate(b, a).relation == relation


@pytest.mark.parametrize(
    ("denial", "value"),
    [
        ("Delvora denied it had leased the dock.", "denied by Delvora"),
        ("The bank rejected claims that it hid a loss.", "denied by The bank"),
        ("The guard refused to open the gate.", "denied"),
    ],
)
def test_who_denies_is_named(relate, denial, value):
    told = {
        "denied by Delvora": "Delvora has leased the dock.",
        "denied by The bank": "The bank hid a loss, a court heard.",
        "denied": "The guard opened the gate.",
    }
    [found] = [
        c for c in relate(denial, told[value]).comparisons if c.kind == "polarity"
    ]
    assert found.a.value == value


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The guard did not open the gate.", "The guard opened the gate.", []),
        ("The party refused to sign the law.", "The party signed the law.", ["sign"]),
        ("The party refused to sign the law.", "The party left the room.", []),
        (
            "The crowd, who did not open the gate, left.",
            "The crowd opened the gate.",
            [],
        ),
        (
            "The guard failed to open the gate.",
            "The guard never failed to open the gate.",
            [],
        ),
    ],
)
def test_only_what_leads_both_and_is_not_aligned(read, a, b, expected):
    pair = side_by_side(read(a), read(b), DEFAULT_CONFIG)
    assert [match.a.lemma for match in flips(pair, DEFAULT_CONFIG)] == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Hardly anyone attended the rally.", "Thousands attended the rally.", True),
        ("The rally was not cancelled.", "The rally was never cancelled.", False),
        ("Olten declined to attend the rally.", "Olten did not attend it.", False),
        ("Thousands attended the rally.", "Few attended the rally.", False),
        (
            "Hardly anyone attended the rally in the old harbour of the island town.",
            "Several thousands attended the rally in the old harbour of the island"
            " town on the western shore.",
            False,
        ),
    ],
)
def test_one_denial_in_one_short_wording(read, a, b, expected):
    pair = side_by_side(read(a), read(b), DEFAULT_CONFIG)
    assert denied_as_a_whole(pair, DEFAULT_CONFIG) is expected


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The old bridge is safe.", "The old bridge is unsafe.", CONFLICTS),
        ("The trial was a success.", "The trial was a failure.", CONFLICTS),
        ("The old bridge is safe.", "The old bridge is green.", NONE),
        ("Imports of steel rose.", "Exports of steel rose.", NONE),
        ("The trial was a success.", "The film was a failure.", NONE),
    ],
)
def test_what_something_is_said_to_be_or_the_opposite(relate, a, b, relation):
    assert relate(a, b).relation == relation
    assert relate(b, a).relation == relation
