"""What the engine is to reach, set by set, beside what it has reached.

`least` has to be reached, `aim` is hoped for. For a share of false alarms less is
better.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from claims.quality.report import Report
from claims.quality.types import Score


class Group(StrEnum):
    """Targets that are shown together, under these words."""

    RELATIONS = _("Finding agreement and conflict")
    ALARMS = _("False alarms: less is better")
    VALUES = _("Reading dates, sums and percentages")
    PARTNERS = _("Who said it, and who else prints it")


class Figure(StrEnum):
    """Which figure of a score is meant."""

    F1 = "F1"
    PRECISION = "precision"
    RECALL = "recall"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of one line of one set.

    label    what is measured, in words for editors, at most 40 characters
    fewer    whether less is better; least and aim are then upper bounds
    """

    group: Group
    label: str
    set: str
    of: str
    figure: Figure
    least: float
    aim: float | None = None
    fewer: bool = False

    @property
    def is_share(self) -> bool:
        """Whether the figure is a share of rows, which people read as a percentage."""
        counted = (Figure.PRECISION, Figure.RECALL)
        return self.figure in counted or self.of in SHARES

    @property
    def line(self) -> str:
        """Which line and figure of the set is meant."""
        if self.figure is Figure.VALUE:
            return self.of
        return f"{self.of}, {self.figure}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A target beside what is reached; None: not measured."""

    target: Target
    reached: float | None

    @property
    def met(self) -> bool:
        """Whether what has to be reached is."""
        return self._within(self.target.least)

    @property
    def verdict(self) -> str:
        """In a word or two: aim reached, reached, missed, not measured."""
        if self.reached is None:
            return _("not measured")
        if self.target.aim is not None and self._within(self.target.aim):
            return _("aim reached")
        return _("reached") if self.met else _("missed")

    def _within(self, bound: float) -> bool:
        if self.reached is None:
            return False
        if self.target.fewer:
            return self.reached <= bound
        return self.reached >= bound


_FALSE = "corroborates called conflicts"
_LISTED = "conflicts listed otherwise"
_FACET = "right facet of found conflicts"
_RIGHT = "cases right"

# Lines whose value is a share of rows.
SHARES = frozenset({_FALSE, _LISTED, _FACET, _RIGHT, "recall@10"})

# What each set is, in words for people who never saw it.
SETS = {
    "rte3way_dev": _("News passages, each beside a one-sentence claim"),
    "negated_dev": _("Passages beside claims that are denials"),
    "claimdiff_train": _("Claims of two outlets on one political topic"),
    "paraphrase_train": _("Sentences of news sources on one event"),
    "summedits_dev": _("True summaries beside slightly falsified ones"),
    "same_story_dev": _("Whole articles, on one story or not"),
    "same_event_sentences_dev": _("Sentences of different articles on one event"),
    "timex_dev": _("Articles with their dates and durations marked"),
    "money_dev": _("Stories with their sums and percentages marked"),
    "attribution_dev": _("Articles with sources and what they said marked"),
    "recognizers_currencymodel": _("A peer's test cases: sums of money"),
    "recognizers_percentmodel": _("A peer's test cases: percentages"),
    "recognizers_durationparser": _("A peer's test cases: lengths of time"),
    "recognizers_datetimemodel": _("A peer's test cases: dates and times"),
    "recognizers_dimensionmodel": _("A peer's test cases: measures with a unit"),
    "recognizers_numbermodel": _("A peer's test cases: numbers"),
    "seeds/links": _("Five articles with links that a reader made"),
}

RELATIONS, ALARMS, VALUES, PARTNERS = Group
F1, PRECISION, RECALL, VALUE = Figure
RTE, CLAIMDIFF, SUMMEDITS = "rte3way_dev", "claimdiff_train", "summedits_dev"
PARAPHRASE, SAME_EVENT = "paraphrase_train", "same_event_sentences_dev"
TIMEX, MONEY, ATTRIBUTION = "timex_dev", "money_dev", "attribution_dev"
SEEDS, MACRO = "seeds/links", "macro-F1"
DATES, LENGTHS = "recognizers_datetimemodel", "recognizers_durationparser"
SUMS, PERCENTS = "recognizers_currencymodel", "recognizers_percentmodel"

TARGETS = (
    Target(
        RELATIONS, _("Passage and claim: all relations"), RTE, MACRO, VALUE, 0.49, 0.60
    ),
    Target(
        RELATIONS, _("Passage and claim: conflicts"), RTE, "conflicts", F1, 0.31, 0.45
    ),
    Target(
        RELATIONS,
        _("Passage and claim: conflicts right"),
        RTE,
        "conflicts",
        PRECISION,
        0.45,
    ),
    Target(
        RELATIONS,
        _("Two outlets' claims: all relations"),
        CLAIMDIFF,
        MACRO,
        VALUE,
        0.45,
        0.55,
    ),
    Target(
        RELATIONS,
        _("Falsified summaries: conflicts"),
        SUMMEDITS,
        "conflicts",
        F1,
        0.80,
        0.88,
    ),
    Target(
        RELATIONS, _("Falsified summaries: right facet"), SUMMEDITS, _FACET, VALUE, 0.70
    ),
    Target(
        ALARMS,
        _("Sentences that say the same"),
        PARAPHRASE,
        _FALSE,
        VALUE,
        0.02,
        0.01,
        fewer=True,
    ),
    Target(
        ALARMS,
        _("Summaries that are true"),
        SUMMEDITS,
        _FALSE,
        VALUE,
        0.10,
        0.05,
        fewer=True,
    ),
    Target(
        ALARMS,
        _("Whole articles, against a reader's list"),
        SEEDS,
        _LISTED,
        VALUE,
        0.05,
        0.0,
        fewer=True,
    ),
    Target(VALUES, _("Dates and durations: found"), TIMEX, "span", F1, 0.90, 0.93),
    Target(
        VALUES,
        _("Dates and durations: resolved"),
        TIMEX,
        "span, type and value",
        F1,
        0.75,
        0.82,
    ),
    Target(VALUES, _("Test cases: dates and times"), DATES, _RIGHT, VALUE, 0.65, 0.80),
    Target(
        VALUES, _("Test cases: lengths of time"), LENGTHS, _RIGHT, VALUE, 0.90, 0.95
    ),
    Target(VALUES, _("Sums of money: found"), MONEY, "MONEY span", F1, 0.92, 0.96),
    Target(VALUES, _("Percentages: found"), MONEY, "PERCENT span", F1, 0.92, 0.96),
    Target(VALUES, _("Test cases: sums of money"), SUMS, _RIGHT, VALUE, 0.90, 0.95),
    Target(VALUES, _("Test cases: percentages"), PERCENTS, _RIGHT, VALUE, 0.90, 0.95),
    Target(
        PARTNERS,
        _("Sources of statements: found"),
        ATTRIBUTION,
        "source",
        F1,
        0.70,
        0.80,
    ),
    Target(
        PARTNERS, _("Same event: put first (MAP)"), SAME_EVENT, "MAP", VALUE, 0.68, 0.75
    ),
    Target(
        PARTNERS,
        _("Same event: among the first ten"),
        SAME_EVENT,
        "recall@10",
        VALUE,
        0.77,
        0.85,
    ),
    Target(
        PARTNERS, _("Links that a reader listed"), SEEDS, "listed links", RECALL, 1.0
    ),
)


def standings(report: Report) -> tuple[Standing, ...]:
    """Every target with what the report says of it."""
    return tuple(Standing(target, _reached(target, report)) for target in TARGETS)


def sets_missing(report: Report) -> list[str]:
    """Sets that a target names and the report does not have."""
    wanted = dict.fromkeys(target.set for target in TARGETS)
    return [name for name in wanted if report.set(name) is None]


def _reached(target: Target, report: Report) -> float | None:
    found = report.set(target.set)
    score = found.score(target.of) if found else None
    return None if score is None else figure(score, target.figure)


def figure(score: Score, which: Figure) -> float | None:
    """That figure of a score; None for a value that the score does not have."""
    if which is Figure.VALUE:
        return score.value
    return {
        Figure.F1: score.f1,
        Figure.PRECISION: score.precision,
        Figure.RECALL: score.recall,
    }[which]
