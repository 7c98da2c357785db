"""One key an installation, however many processes start at once."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ImproperlyConfigured

from factcheck import secret_key

if TYPE_CHECKING:
    from pathlib import Path

STARTERS = 8


def test_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    ready = Barrier(STARTERS)

    def start(_: int) -> str:
        ready.wait()
        return secret_key.read_or_make(path)

    with ThreadPoolExecutor(STARTERS) as starters:
        keys = set(starters.map(start, range(STARTERS)))
    assert keys == {path.read_text()}
    assert list(tmp_path.iterdir()) == [path]  # no draft is left behind
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_who_comes_second_takes_the_key_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other process writes between our look and our writing."""
    path = tmp_path / "secret_key"

    def late_key() -> str:
        path.write_text("the first key")
        return "the second key"

    monkeypatch.setattr(secret_key, "get_random_secret_key", late_key)
    assert secret_key.read_or_make(path) == "the first key"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_key_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "secret_key"
    path.write_text(text)
    with pytest.raises(ImproperlyConfigured, match="is empty"):
        secret_key.read_or_make(path)
