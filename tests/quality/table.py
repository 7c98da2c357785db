"""What the engine makes of the labelled sets, as a table.

    .venv/bin/python -m tests.quality.table [--reasons]

Precision and recall by relation, right answers by facet and by trap, and the ids of
what is wrong; --reasons adds the engine's reason for each.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from claims.engine import load_engine  # noqa: E402
from claims.linkage.types import Relation  # noqa: E402
from tests.quality import names, related, values  # noqa: E402
from tests.quality.related import Judged  # noqa: E402


def _mistake(each: Judged) -> str:
    return f"{each.row['id']} {each.expected}→{each.found}"


def by(
    judged: Sequence[Judged], heading: str, key: Callable[[Judged], str]
) -> Iterator[str]:
    """Right of all for every key, the worst first, and the ids of what is wrong."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[key(each)].append(each)
    yield f"\n{heading}"
    for name, members in sorted(
        groups.items(), key=lambda item: sum(j.right for j in item[1]) / len(item[1])
    ):
        right = sum(j.right for j in members)
        mistakes = ", ".join(_mistake(j) for j in members if not j.right)
        yield f"  {name:24}{right:3}/{len(members):<4}{mistakes}"


def lines(judged: Sequence[Judged], *, reasons: bool) -> Iterator[str]:
    """The table of the pairs."""
    for name in related.SETS:
        yield f"{name} pairs"
        yield from related.summary([j for j in judged if j.set == name])
    yield "all pairs"
    yield from related.summary(judged)
    linked = [j for j in judged if j.expected != Relation.NONE]
    alike = [j for j in judged if j.looks_alike]
    silent = sum(j.found == Relation.NONE for j in alike)
    named = [j for j in judged if j.names_a_facet]
    carried = [j for j in named if j.carried]
    missed = ", ".join(j.row["id"] for j in named if not j.carried)
    yield f"look-alikes of which nothing is said: {silent}/{len(alike)}"
    yield f"facet of the label is why: {len(carried)}/{len(named)} {missed}"
    yield from by(
        linked,
        "related pairs by facet",
        lambda j: f"{j.expected} {j.row.get('facet', '')}",
    )
    yield from by(judged, "by trap", lambda j: j.row["trap"])
    if reasons:
        yield ""
        for each in judged:
            if not each.right:
                yield f"{_mistake(each)}: {each.decision.reason}"
                yield f"    {each.row['a']['text']}\n    {each.row['b']['text']}"


def show(report: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in report)


def main() -> None:
    engine = load_engine()
    show(lines(related.judge(engine), reasons="--reasons" in sys.argv))
    show(["", values.wrong([*values.judge(engine), *names.judge(engine)])])


if __name__ == "__main__":
    main()
