"""docs/benchmarks.md: the latest measurement as a text, with notes kept by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.quality.errors import words
from claims.quality.limits import LIMITS
from claims.quality.report import Report
from claims.quality.targets import Standing, standings
from claims.quality.wording import bound, columns, reached, rows_of

# What follows this line in the file is written by people and kept.
NOTES = "## Notes"

# Kinds of error that are told.
COMMONEST = 10

HEAD = """\
# Benchmarks

`make evaluate` writes this page, all but its notes, and claims/quality/latest.json,
which `/about/quality` shows to editors. The sets were labelled by others; none of
their text is in this repository. One configuration of the engine, one run.
"""

F1_MEANS = """\
Precision is the share of what was suggested that is right, recall the share of what
is there that was found, F1 their harmonic mean, macro-F1 its mean over the relations.
"""


def benchmarks(report: Report, notes: str = "") -> str:
    """The page; notes are what an earlier page had after NOTES."""
    parts = [
        HEAD,
        f"Measured on {report.day:%Y-%m-%d}, commit `{report.commit}`, engine "
        f"`{report.engine}`.\n",
        "## Targets\n",
        _table(_TARGET_HEADS, "lllrrrl", map(_target, standings(report))),
        F1_MEANS,
        "## By set, relation and facet\n",
        _table(_SET_HEADS, "llrrrrr", _lines(report)),
        f"## The {COMMONEST} commonest kinds of error\n",
        _table(("times", "what happens", "most in"), "rll", _errors(report)),
        f"In all {report.mistakes} wrong answers in {len(report.sets)} sets.\n",
        "## What the engine cannot do\n",
        "".join(f"- {limit}\n" for limit in LIMITS),
        f"{NOTES}\n",
    ]
    return "\n".join(parts) + (f"\n{notes.strip()}\n" if notes.strip() else "")


def notes_of(page: str) -> str:
    """What people wrote on a page."""
    return page.partition(f"\n{NOTES}\n")[2].strip()


_TARGET_HEADS = ("what", "set", "figure", "reached", "at least", "aim", "")
_SET_HEADS = ("set", "of", "rows", "precision", "recall", "F1", "value")


def _target(standing: Standing) -> tuple[str, ...]:
    target = standing.target
    most = "at most " if target.fewer else ""
    return (
        target.label,
        target.set,
        target.line,
        reached(target, standing.reached),
        most + bound(target, target.least),
        bound(target, target.aim),
        standing.verdict,
    )


def _lines(report: Report) -> Iterator[tuple[str, ...]]:
    for found in report.sets:
        for number, score in enumerate(found.scores):
            first = number == 0
            rows = rows_of(score, found.rows, first=first)
            yield (found.name if first else "", score.of, rows, *columns(score))


def _errors(report: Report) -> Iterator[tuple[str, ...]]:
    for error in report.errors[:COMMONEST]:
        yield str(error.count), words(error.kind), ", ".join(error.sets)


def _table(heads: Sequence[str], aligned: str, rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; aligned has l or r for every column."""
    ruler = ("--:" if side == "r" else "---" for side in aligned)
    lines = [heads, tuple(ruler), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
