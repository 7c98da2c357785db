"""Which statements tell what somebody wants, and not what is."""

import pytest

from claims.linkage.polarity import demanded
from tests.unit.linkage.made import argument, frame, record

UNION, COURT = argument("agent", "union"), argument("patient", "court")
FOR = argument("for", "inquiry")
SAY = frame("say", UNION)


def of(*frames):
    return record("They did.", *frames)


@pytest.mark.parametrize(
    "given",
    [
        of(frame("demand", UNION)),
        of(frame("urge", UNION, COURT)),
        of(frame("request", UNION), frame("close")),
        of(frame("call_for", UNION, lemma="propose")),
        of(frame("ask", UNION, COURT)),
        of(frame("ask", UNION, FOR)),
        # What only tells of the telling, and event nouns, are passed over.
        of(SAY, frame("demand", UNION)),
        of(frame("strike", nominal=True), frame("demand", UNION)),
    ],
)
def test_a_demand(given):
    assert demanded(given)


@pytest.mark.parametrize(
    "given",
    [
        of(),
        of(SAY),
        of(frame("close", UNION)),
        # Demanded by nobody: "was asked", "the suggested price".
        of(frame("demand")),
        of(frame("demand", COURT)),
        of(frame("ask", COURT)),
        # A question.
        of(frame("ask", UNION)),
        # Told beside the fact.
        of(frame("close", UNION), frame("demand", UNION)),
        of(SAY, frame("close", UNION), frame("demand", UNION)),
        of(frame("demand", UNION, nominal=True)),
    ],
)
def test_none(given):
    assert not demanded(given)
