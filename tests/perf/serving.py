"""Bench of the server: `python -m tests.perf.serving [STATEMENTS …] [--quick]`."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.perf.place import add_options, place

if TYPE_CHECKING:
    from tests.perf.served import Measured

SIZES = (10_000, 30_000, 100_000)
QUICK = (1_500, 3_000)
# Articles that are really imported, of 22 statements each; the rest are copies.
IMPORTED = 300
IMPORTED_QUICK = 50
DRAFTS = 40
DRAFTS_QUICK = 5
SECONDS = 3.0
SECONDS_QUICK = 0.3

# What is aimed at: seconds within which 95 of 100 drafts of 500 words are answered,
# one at a time.
MOST_CHECK = 1.5
SHARE = 0.95

out = sys.stdout.write


def main() -> None:
    """Bench the server in a data folder and a database that go away."""
    parser = ArgumentParser(prog="python -m tests.perf.serving", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="statements, growing")
    parser.add_argument("--quick", action="store_true", help=f"sizes {QUICK}")
    add_options(parser)
    given = parser.parse_args()
    sizes = tuple(given.sizes) or (QUICK if given.quick else SIZES)
    if any(a >= b for a, b in pairwise((0, *sizes))):
        parser.error("the sizes must grow")
    with place(given.postgres) as folder:
        _bench(sizes, folder, quick=given.quick)


def _bench(sizes: Sequence[int], folder: Path, *, quick: bool) -> None:
    from tests.perf import served, stock  # noqa: PLC0415 needs Django
    from tests.perf.server import serving  # noqa: PLC0415

    started = time.perf_counter()
    stock.import_articles(IMPORTED_QUICK if quick else IMPORTED, folder)
    out(f"imported in {time.perf_counter() - started:.0f} s\n")
    growth, token = stock.growth(), stock.token()
    found = []
    with serving() as port:
        for size in sizes:
            started = time.perf_counter()
            reached = growth.reach(size)
            stock.settle()
            out(f"{reached:,} statements after {time.perf_counter() - started:.0f} s\n")
            if not found:
                out(f"first draft of all   {served.warm(port, token):.1f} s\n")
            found.append(
                served.measure(
                    port,
                    token,
                    number=DRAFTS_QUICK if quick else DRAFTS,
                    seconds=SECONDS_QUICK if quick else SECONDS,
                )
            )
    _tell(found, stock.vendor())


def _tell(found: Sequence[Measured], vendor: str) -> None:
    out(f"\nOver HTTP, {vendor}\n")
    _row("statements", [f"{each.statements:,}" for each in found])
    out("draft of 500 words, s\n")
    for name, label in (
        ("cpu", "CPU time"),
        ("alone", "one at a time"),
        ("together", "four at once"),
    ):
        waited = [getattr(each, name) for each in found]
        _row(f"  {label}, half", [f"{w.median:.2f}" for w in waited])
        _row(f"  {label}, 95%", [f"{w.within(SHARE):.2f}" for w in waited])
        _row(f"  {label}, slowest", [f"{w.slowest:.2f}" for w in waited])
    out(f"  (aim: 95% within {MOST_CHECK} s, one at a time)\n")
    out("answers a second, and how many bare ones one costs\n")
    _row("  a bare DRF view", [f"{each.bare:.0f}" for each in found])
    for reads in zip(*(each.reads for each in found), strict=True):
        cells = [f"{read.rate:.0f} ({read.times:.1f})" for read in reads]
        _row(f"  {reads[0].name}", cells)
    _row("load of the machine", [f"{each.load:.1f}" for each in found])


def _row(name: str, cells: Sequence[str]) -> None:
    out(f"{name:<36}{''.join(f'{cell:>14}' for cell in cells)}\n")


if __name__ == "__main__":
    main()
