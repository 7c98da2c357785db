"""What holds for every test: no skips, and a scratch folder that goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.settings import SCRATCH

if TYPE_CHECKING:
    from collections.abc import Generator


def pytest_unconfigure() -> None:
    SCRATCH.cleanup()


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """A skipped or xfailed test proves nothing: it fails, and says so."""
    if report.skipped or hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: no test may be skipped or expected to fail"
        vars(report).pop("wasxfail", None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    report = yield
    _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    report = yield
    _forbid_skip(report)
    return report
