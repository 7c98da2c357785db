"""The measure of attribution: right, wrong and missed sources."""

from __future__ import annotations

from typing import Any

import pytest

from claims.engine import load_engine
from claims.quality import attribution

TEXT = "Maria Olsen said the port was full. The board denied that it was full."


def row(*sources: str) -> dict[str, Any]:
    spans = [[TEXT.index(s), TEXT.index(s) + len(s), s] for s in sources]
    found = [{"source": [span], "cue": [], "content": []} for span in spans]
    return {"id": "a", "text": TEXT, "attributions": found}


@pytest.mark.parametrize(
    ("sources", "right", "wrong", "missed"),
    [
        (["Maria Olsen", "The board"], 2, 0, 0),
        (["Maria Olsen"], 1, 1, 0),
        (["Maria Olsen", "The board", "port"], 2, 0, 1),
        ([], 0, 2, 0),
    ],
)
def test_sources(sources: list[str], right: int, wrong: int, missed: int) -> None:
    measured = attribution.measure([row(*sources)], load_engine())
    score = measured.scores[0]
    assert (score.right, score.wrong, score.missed) == (right, wrong, missed)
    assert len(measured.mistakes) == wrong + missed


def test_reads_only_its_own_kind() -> None:
    assert attribution.reads(row())
    assert not attribution.reads({"id": 1, "text": "", "timexes": []})
