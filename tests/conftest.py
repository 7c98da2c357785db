"""What holds for every test: no skips, and a scratch folder that goes away."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from pytest_django.plugin import blocking_manager_key

from claims.services.library import library_of_process
from tests.settings import SCRATCH

if TYPE_CHECKING:
    from collections.abc import Generator

    from pytest_django import DjangoDbBlocker
    from pytest_django.live_server_helper import LiveServer

Granted = dict[str, list[tuple[str, str]]]  # group → (app, codename) it may do
GRANTED = pytest.StashKey[Granted]()

# Seconds that what a closed page still asked for may take: far beyond the slowest page.
LAST_ANSWERS = 30


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


@pytest.fixture(autouse=True)
def _no_records_of_another_test() -> None:
    """Each test has its own tables, and numbers its statements anew."""
    library_of_process.cache_clear()


def _being_answered() -> list[threading.Thread]:
    """The threads of a live server, one for each open connection of a client."""
    return [
        thread
        for thread in threading.enumerate()
        if "process_request_thread" in thread.name
    ]


@pytest.fixture(autouse=True)
def _answer_to_the_end(
    request: pytest.FixtureRequest, _live_server_helper: None
) -> Generator[None]:
    """Empty the tables only when the server has answered what the test still asked.

    A page keeps a draft when a pause was long enough, and nobody waits for the answer:
    a request on its way blocks and is blocked by PostgreSQL's TRUNCATE, or writes into
    the tables of the next test. Comes after the fixtures of the database and before
    those of the pages: set up in this order, taken down in the other one.
    """
    yield
    if "live_server" not in request.fixturenames:
        return
    server: LiveServer = request.getfixturevalue("live_server")
    # What was sent before is accepted before: connections are accepted in order.
    socket.create_connection((server.thread.host, server.thread.port)).close()
    end = time.monotonic() + LAST_ANSWERS
    while open_ones := _being_answered():
        assert time.monotonic() < end, f"still being answered: {open_ones}"
        time.sleep(0.005)


@pytest.fixture(scope="session")
def migrated_groups(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Granted:
    """The groups as the migrations have made them."""
    with django_db_blocker.unblock():
        return {
            group.name: list(
                group.permissions.values_list("content_type__app_label", "codename")
            )
            for group in Group.objects.all()
        }


@pytest.fixture(autouse=True)
def _note_the_groups(request: pytest.FixtureRequest) -> None:
    """For the hook below, which comes too late to ask for a fixture."""
    marker = request.node.get_closest_marker("django_db")
    if marker is not None and marker.kwargs.get("transaction"):
        request.node.stash[GRANTED] = request.getfixturevalue("migrated_groups")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """A transactional test ends by emptying every table, the migrations' rows too."""
    yield
    # After the last test the database is gone.
    granted = item.stash.get(GRANTED, {}) if nextitem is not None else {}
    with item.config.stash[blocking_manager_key].unblock():
        for name, words in granted.items():
            group, _ = Group.objects.get_or_create(name=name)
            wanted = Q(pk__in=())
            for app, codename in words:
                wanted |= Q(content_type__app_label=app, codename=codename)
            group.permissions.set(Permission.objects.filter(wanted))
