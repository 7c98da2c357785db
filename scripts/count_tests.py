"""Sum up the JUnit reports of a test run, one for each database.

Exit status 1 if a test failed or was skipped (an xfailed one counts as skipped), if a
report is missing or empty, or if the databases did not run the same number of tests.
The last line is the sum, as `N passed, N failed`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True, slots=True)
class Count:
    """The tests of one report: every one is either passed, failed or skipped."""

    name: str
    total: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def passed(self) -> int:
        return self.total - self.failed - self.skipped


def count(report: Path) -> Count:
    """Read one report; one that is missing or broken counts as no tests.

    A test that fails and then fails again in its teardown has two entries in the
    report; it is one failed test.
    """
    try:
        cases = list(ElementTree.parse(report).iter("testcase"))
    except (OSError, ElementTree.ParseError):
        return Count(report.stem)
    outcomes: dict[tuple[str | None, str | None], set[str]] = {}
    for case in cases:
        key = (case.get("classname"), case.get("name"))
        outcomes.setdefault(key, set()).update(child.tag for child in case)
    failed = sum(bool(tags & {"failure", "error"}) for tags in outcomes.values())
    skipped = sum(
        "skipped" in tags and not tags & {"failure", "error"}
        for tags in outcomes.values()
    )
    return Count(report.stem, len(outcomes), failed, skipped)


def complaints(counts: list[Count]) -> list[str]:
    """What makes the run a failed one, in words; nothing if all is well."""
    found = []
    for one in counts:
        if not one.total:
            found.append(f"{one.name}: no tests ran")
        if one.failed:
            found.append(f"{one.name}: {one.failed} failed")
        if one.skipped:
            found.append(f"{one.name}: {one.skipped} skipped or xfailed")
    if len({one.total for one in counts}) > 1:
        found.append("the databases did not run the same number of tests")
    return found


def main(reports: list[str]) -> int:
    counts = [count(Path(report)) for report in reports]
    wrong = complaints(counts)
    lines = [f"{one.name}: {one.total} tests, {one.passed} passed" for one in counts]
    lines += [f"FAILED: {text}" for text in wrong]
    # What is wrong without a failed test counts as one, or the last line would hide it.
    failed = sum(one.failed + one.skipped for one in counts)
    lines.append(
        f"{sum(one.passed for one in counts)} passed, "
        f"{failed or int(bool(wrong))} failed"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
