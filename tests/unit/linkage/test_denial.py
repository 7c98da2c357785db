"""A denial names who denies."""

import pytest

from claims.linkage.reason import parse


@pytest.mark.parametrize(
    ("denial", "value"),
    [
        (
            "Delvora spokesman Arlen Quist denied that the firm sold its Halden plant.",
            "denied by Arlen Quist",
        ),
        ("The firm did not sell its Halden plant.", "denied"),
    ],
)
def test_who_denies(relate, denial, value):
    decision = relate(denial, "The firm sold its Halden plant.")
    assert decision.relation == "conflicts"
    _, parts = parse(decision.reason)
    assert [part.a_resolved for part in parts if part.kind == "polarity"] == [value]
