"""Run the bench: `python -m tests.perf [SIZE …] [--quick] [--profile N]`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from cProfile import Profile
from itertools import pairwise
from pathlib import Path
from pstats import Stats
from statistics import median
from typing import TYPE_CHECKING

from tests.perf.place import add_options, place

if TYPE_CHECKING:
    from tests.perf.articles import Planted
    from tests.perf.bench import Step

SIZES = (100, 300, 1000)
QUICK = (20, 60)
# Rounds at the largest size, whose median counts, and articles in each: one batch of
# import_articles.
ROUNDS = 5
ROUND = 32

# Articles that the worker imports whose memory is measured: the records that it keeps
# are then as many as it may keep (services.library).
WORKER = 400

# What is aimed at: CPU time of an import over that of the bare parse; microseconds of a
# pair; megabytes of a worker.
MOST_RATIO = 1.6
MOST_PAIR = 50
MOST_MEMORY = 700

out = sys.stdout.write


def main() -> None:
    """Bench in a data folder and a database that go away."""
    parser = ArgumentParser(prog="python -m tests.perf", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="articles in all, growing")
    parser.add_argument("--quick", action="store_true", help=f"sizes {QUICK}")
    parser.add_argument(
        "--profile", type=int, default=0, metavar="N", help="show the N dearest calls"
    )
    add_options(parser)
    given = parser.parse_args()
    sizes = tuple(given.sizes) or (QUICK if given.quick else SIZES)
    if any(a >= b for a, b in pairwise((0, *sizes))):
        parser.error("the sizes must grow")
    with place(given.postgres) as folder:
        _bench(sizes, folder, given.profile)


def _bench(sizes: Sequence[int], folder: Path, shown: int) -> None:
    from tests.perf import articles, bench, memory  # noqa: PLC0415 needs Django

    ends = [0, *sizes, *(sizes[-1] + ROUND * n for n in range(1, ROUNDS + 1))]
    every, planted = articles.generate(ends[-1] + 1)
    file = bench.write_articles(every[: min(WORKER, sizes[-1])], folder)
    megabytes = memory.worker_megabytes(file, folder)
    bench.step(0, every[-1:], folder)  # what is loaded on first use
    profile = Profile()
    if shown:
        profile.enable()
    steps = [bench.step(a, every[a:b], folder) for a, b in pairwise(ends)]
    profile.disable()
    decision, parsed = bench.deciding()
    warm = bench.warm_seconds(steps[-1])
    _tell_steps(steps)
    rounds = steps[-ROUNDS:]
    ratio = median(each.ratio for each in rounds)
    pair = median(each.comparing / len(each.pairs) for each in rounds)
    out(f"\nMedian of {ROUNDS} rounds of {ROUND} articles, after {sizes[-1]}:\n")
    out(f"import over parse   {ratio:.2f} (aim {MOST_RATIO})\n")
    out(f"a candidate pair    {1e6 * pair:.0f} µs in the import (aim {MOST_PAIR}), ")
    out(f"{1e6 * warm:.0f} µs when both were compared before\n")
    worker = min(WORKER, sizes[-1])
    out(f"one worker          {megabytes:.0f} MB at most, {worker} articles ")
    out(f"(aim {MOST_MEMORY})\n")
    out(f"a decision, rated   {1e3 * decision:.1f} ms, {parsed} texts parsed (aim 0)\n")
    out(f"in the database     {bench.counts()}\n")
    out(f"planted pairs found {_planted(planted, bench.found)}\n")
    if shown:
        stats = Stats(profile, stream=sys.stdout)
        stats.sort_stats("cumtime").print_stats("/(claims|sources|spacy)/", shown)


def _tell_steps(steps: Iterable[Step]) -> None:
    out("articles      parse ms/article   import ms/article   ratio   pairs/article\n")
    for step in steps:
        out(
            f"{step.first:>5}–{step.last:<6}"
            f"{1e3 * step.parse / step.articles:>15.1f}"
            f"{1e3 * step.load / step.articles:>20.1f}{step.ratio:>11.2f}"
            f"{len(step.pairs) / step.articles:>12.0f}\n"
        )


def _planted(planted: Iterable[Planted], found: Callable[[Planted], str]) -> str:
    kinds = Counter((each.kind, found(each) == each.relation) for each in planted)
    right = sum(number for (_, hit), number in kinds.items() if hit)
    parts = (
        f"{kind} {kinds[kind, True]}/{kinds[kind, True] + kinds[kind, False]}"
        for kind in dict.fromkeys(kind for kind, _ in kinds)
    )
    return f"{right} of {kinds.total()} ({', '.join(parts)})"


if __name__ == "__main__":
    main()
