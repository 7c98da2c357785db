"""`make test` is red unless every test passed, the same number on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scripts.count_tests import Count, complaints, count, main

if TYPE_CHECKING:
    from pathlib import Path

PASSED = '<testcase classname="a" name="{}"/>'
FAILED = '<testcase classname="a" name="{}"><failure/></testcase>'
BROKEN = '<testcase classname="a" name="{}"><error/></testcase>'
SKIPPED = '<testcase classname="a" name="{}"><skipped/></testcase>'


def report(path: Path, *cases: str) -> Path:
    body = "".join(case.format(number) for number, case in enumerate(cases))
    path.write_text(f"<testsuites><testsuite>{body}</testsuite></testsuites>")
    return path


def test_a_report_is_counted(tmp_path: Path) -> None:
    path = report(tmp_path / "one.xml", PASSED, PASSED, FAILED, BROKEN, SKIPPED)
    assert count(path) == Count("one", total=5, failed=2, skipped=1)
    assert count(path).passed == 2


def test_a_failure_with_a_failed_teardown_is_one(tmp_path: Path) -> None:
    path = tmp_path / "one.xml"
    path.write_text(f"<testsuite>{FAILED.format(1)}{BROKEN.format(1)}</testsuite>")
    assert count(path) == Count("one", total=1, failed=1)


@pytest.mark.parametrize("text", [None, "", "<testsuite><testcase"])
def test_no_report_is_no_tests(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "one.xml"
    if text is not None:
        path.write_text(text)
    assert count(path) == Count("one")


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([Count("a", 3), Count("b", 3)], []),
        ([Count("a", 3, failed=1), Count("b", 3)], ["a: 1 failed"]),
        ([Count("a", 3), Count("b", 3, skipped=2)], ["b: 2 skipped or xfailed"]),
        ([Count("a"), Count("b")], ["a: no tests ran", "b: no tests ran"]),
        (
            [Count("a", 3), Count("b", 2)],
            ["the databases did not run the same number of tests"],
        ),
    ],
)
def test_what_makes_a_run_fail(counts: list[Count], said: list[str]) -> None:
    assert complaints(counts) == said


@pytest.mark.parametrize(
    ("cases", "status", "last"),
    [
        ((PASSED, PASSED), 0, "4 passed, 0 failed"),
        ((PASSED, FAILED), 1, "2 passed, 2 failed"),
        ((PASSED, SKIPPED), 1, "2 passed, 2 failed"),
        ((), 1, "0 passed, 1 failed"),
    ],
)
def test_the_last_line_is_the_sum(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    cases: tuple[str, ...],
    status: int,
    last: str,
) -> None:
    paths = [report(tmp_path / f"{name}.xml", *cases) for name in "ab"]
    assert main([str(path) for path in paths]) == status
    assert capsys.readouterr().out.splitlines()[-1] == last
