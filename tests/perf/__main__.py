"""Run the bench: `python -m tests.perf [SIZE …] [--quick] [--profile N]`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections import Counter
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from tempfile import TemporaryDirectory

SIZES = (100, 300, 1000)
QUICK = (20, 60)


def main() -> None:
    """Bench in a data folder and a database that go away."""
    parser = ArgumentParser(prog="python -m tests.perf", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="articles in all, growing")
    parser.add_argument("--quick", action="store_true", help=f"sizes {QUICK}")
    parser.add_argument(
        "--profile", type=int, default=0, metavar="N", help="show the N dearest calls"
    )
    given = parser.parse_args()
    sizes = tuple(given.sizes) or (QUICK if given.quick else SIZES)
    if any(a >= b for a, b in zip((0, *sizes), sizes, strict=False)):
        parser.error("the sizes must grow")
    with TemporaryDirectory(prefix="factcheck-bench-") as folder:
        os.environ.pop("DATABASE_URL", None)
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="factcheck.settings")
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        _bench(sizes, Path(folder), given.profile)


def _bench(sizes: tuple[int, ...], folder: Path, shown: int) -> None:
    import django  # noqa: PLC0415 the settings must know their folder first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from tests.perf import bench  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    profile = Profile()
    if shown:
        profile.enable()
    steps, planted = bench.run(sizes, folder)
    profile.disable()
    out = sys.stdout.write
    out("articles      parse ms/article   import ms/article   ratio\n")
    for step in steps:
        out(
            f"{step.first:>5}–{step.last:<6}"
            f"{1000 * step.parse / step.articles:>15.1f}"
            f"{1000 * step.load / step.articles:>20.1f}{step.ratio:>11.2f}\n"
        )
    parse, load = (sum(getattr(s, name) for s in steps) for name in ("parse", "load"))
    out(f"all{1000 * parse / sizes[-1]:>24.1f}{1000 * load / sizes[-1]:>20.1f}")
    out(f"{load / parse:>11.2f}\n")
    out(f"in the database: {bench.counts()}\n")
    kinds = Counter((p.kind, bench.found(p) == p.relation) for p in planted)
    right = sum(number for (_, found), number in kinds.items() if found)
    out(f"planted pairs found: {right} of {len(planted)} (")
    parts = (
        f"{kind} {kinds[kind, True]}/{kinds[kind, True] + kinds[kind, False]}"
        for kind in dict.fromkeys(p.kind for p in planted)
    )
    out(", ".join(parts) + ")\n")
    if shown:
        stats = Stats(profile, stream=sys.stdout)
        stats.sort_stats("cumtime").print_stats("/(claims|sources|spacy)/", shown)


if __name__ == "__main__":
    main()
