"""The engine knows nobody of the demo: no name of it stands in code or lexicon."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "claims" / "demo"
ENGINE = ("lexicon", "facets", "extraction", "linkage", "services", "quality")

# Everybody and everything of the demo but countries and cities, which a lexicon may
# hold, and two words for its subject.
NAMES = (
    "Trump",
    "Jinping",
    "Hassett",
    "Kavit",
    "Besant",
    "Bessent",
    "Lutnick",
    "Lifeng",
    "Nvidia",
    "H20",
    "H2O",
    "CNBC",
    "Reuters",
    "Financial Times",
    "Wall Street Journal",
    "Truth Social",
    "National Economic Council",
    "rare earth",
    "bargaining chip",
)


def outlets() -> list[str]:
    with (DEMO / "manifest.jsonl").open(encoding="utf-8") as rows:
        return [json.loads(row)["outlet"] for row in rows]


def occurs(name: str, paths: list[Path]) -> list[str]:
    words = re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE)
    return [p.name for p in paths if words.search(p.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", [*NAMES, *outlets()])
def test_no_name_of_the_demo_is_known(name):
    sources = [p for part in ENGINE for p in (ROOT / "claims" / part).rglob("*.py")]
    assert len(sources) > 50
    assert occurs(name, list(DEMO.iterdir()))
    assert occurs(name, sources) == []
