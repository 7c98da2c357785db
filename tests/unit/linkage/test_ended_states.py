"""What a later statement says is over, of statements made by hand."""

from datetime import timedelta

import pytest

from claims.facets.types import Kind, Level, Modality
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.pair import Pair
from claims.linkage.profile import profile
from claims.linkage.undone import undone
from tests.unit.linkage.made import DAY, argument, frame, record

LATER = DAY + timedelta(days=20)
LEAST = timedelta(days=DEFAULT_CONFIG.update_days)
STRIKE = argument("patient", "strike")
SAID = frame("say", argument("agent", "dockers"))


def struck(published=DAY, **values):
    return record("Dockers strike.", frame("strike", **values), published=published)


def ended(*before, lemma="end", of=STRIKE, published=LATER, **values):
    parts = [*before, frame(lemma, of, **values)]
    return record("End of the strike.", *parts, published=published)


def working(text, published=DAY):
    return record(text, frame("work"), published=published)


def found(a, b, *, wording=0.8, evidence=2.0):
    pair = Pair(profile(a), profile(b), wording, wording, evidence, (), {})
    return undone(pair, DEFAULT_CONFIG)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (struck(), ended()),
        (struck(), ended(lemma="withdraw")),
        (struck(), ended(SAID)),
        (struck(nominal=True), ended()),
        (struck(), ended(published=DAY + LEAST)),
        (working("Ferries run."), working("Ferries run again.", LATER)),
        (working("The mine works."), working("The mine reopened.", LATER)),
    ],
)
def test_what_is_over(earlier, later):
    for a, b in ((earlier, later), (later, earlier)):
        [one] = found(a, b)
        assert (one.kind, one.role) == (Kind.POLARITY, "state")
        assert one.level == Level.UPDATED
        over = one.b if b is later else one.a
        assert over is not None
        assert over.value == "ended"
        assert str(DAY) in one.reason


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # Another thing is ended, or nothing is.
        (struck(), ended(of=argument("patient", "ban"))),
        (struck(), ended(of=argument("agent", "strike"))),
        (struck(), ended(lemma="join")),
        # Not told as done.
        (struck(), ended(negated=True)),
        (struck(), ended(modality=Modality.PLANNED)),
        (struck(), ended(nominal=True)),
        (struck(negated=True), ended()),
        # Beside the point of the sentence.
        (struck(), ended(frame("march"))),
        # Told of one time, or the end came first.
        (struck(), ended(published=DAY)),
        (struck(), ended(published=DAY + LEAST - timedelta(days=1))),
        (struck(), ended(published=None)),
        (struck(LATER), ended(published=DAY)),
        # Over already.
        (ended(published=DAY), ended()),
        (working("Ferries run again."), working("Ferries run again.", LATER)),
        (working("Ferries run again."), working("Ferries run.", LATER)),
        (working("Ferries run."), working("Ferries run late.", LATER)),
    ],
)
def test_what_is_not(earlier, later):
    assert found(earlier, later) == []
    assert found(later, earlier) == []


@pytest.mark.parametrize(
    ("wording", "evidence", "some"),
    [
        (DEFAULT_CONFIG.undone_wording, DEFAULT_CONFIG.undone_evidence, True),
        (DEFAULT_CONFIG.undone_wording - 0.01, DEFAULT_CONFIG.undone_evidence, False),
        (DEFAULT_CONFIG.undone_wording, DEFAULT_CONFIG.undone_evidence - 0.01, False),
    ],
)
def test_enough_must_be_shared(wording, evidence, some):
    given = {"wording": wording, "evidence": evidence}
    assert bool(found(struck(), ended(), **given)) is some


def test_back_needs_one_wording():
    earlier, later = working("Ferries run."), working("Ferries run again.", LATER)
    least = DEFAULT_CONFIG.same_wording
    assert found(earlier, later, wording=least)
    assert not found(earlier, later, wording=least - 0.01)
