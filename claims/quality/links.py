"""Links that a reader made between whole articles: is each of them found?

A folder with manifest.jsonl (file, outlet, published, title) and links.jsonl (a, b: the
file's stem; a_anchor, b_anchor: words of the two statements; relation; facet, may be
"").
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from claims.engine import Engine
from claims.extraction.fold import fold
from claims.facets.types import Level, StatementRecord
from claims.linkage.types import Decision, Relation
from claims.quality.errors import reading_kind
from claims.quality.memory import MemoryCandidates
from claims.quality.types import Measurement, Mistake, Score

# Levels that carry a relation on the facet that the reader named.
CARRYING = {
    Relation.CORROBORATES: (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT),
    Relation.CONFLICTS: (Level.CONFLICT,),
    Relation.UPDATES: (Level.UPDATED,),
}

Found = tuple[StatementRecord, StatementRecord, Decision]


def reads(folder: Path) -> bool:
    """Whether a folder is of this kind."""
    return (folder / "manifest.jsonl").is_file() and (folder / "links.jsonl").is_file()


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file; ValueError for a line that is not an object."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    if not all(isinstance(row, dict) for row in rows):
        raise ValueError("not every line is a JSON object")
    return rows


def statements(folder: Path, engine: Engine) -> dict[str, list[StatementRecord]]:
    """The statements of every article of the manifest, by its file's stem."""
    found: dict[str, list[StatementRecord]] = {}
    for row in read_jsonl(folder / "manifest.jsonl"):
        text = (folder / row["file"]).read_text(encoding="utf-8")
        name = Path(row["file"]).stem
        read = engine.extract(
            text,
            published=date.fromisoformat(row["published"][:10]),
            title=row.get("title", ""),
        )
        found[name] = [replace(s, article=name, outlet=row["outlet"]) for s in read]
    return found


def all_links(records: Sequence[StatementRecord], engine: Engine) -> Iterator[Found]:
    """Every pair that the engine would link, each once; inside an article only
    conflicts, as the product keeps them.
    """
    store = MemoryCandidates(records, engine)
    pairs = {
        (min(number, other), max(number, other))
        for number, record in enumerate(records)
        for other in store.candidates(record, engine.config.most_compared)
    }
    beside = [(records[low], records[high]) for low, high in sorted(pairs)]
    decisions = engine.relate_many(beside)
    for (one, other), decision in zip(beside, decisions, strict=True):
        inside = one.article == other.article
        if decision.relation == Relation.NONE:
            continue
        if not inside or decision.relation == Relation.CONFLICTS:
            yield one, other, decision


def measure(folder: Path, engine: Engine) -> Measurement:
    """Listed links found with relation and facet, and how many links there are."""
    texts = statements(folder, engine)
    records = [record for each in texts.values() for record in each]
    links = list(all_links(records, engine))
    mistakes = []
    right = dict.fromkeys(Relation, 0)
    missed = dict.fromkeys(Relation, 0)
    listed = read_jsonl(folder / "links.jsonl")
    for row in listed:
        relation = Relation(row["relation"])
        if any(_is_listed(row, relation, found) for found in links):
            right[relation] += 1
        else:
            missed[relation] += 1
            mistakes.append(_missed(row, links))
    scores = [
        Score(f"listed {relation}", right=right[relation], missed=missed[relation])
        for relation in Relation
        if right[relation] + missed[relation]
    ]
    every = sum(right.values()), sum(missed.values())
    scores.append(Score("listed links", right=every[0], missed=every[1]))
    scores += _conflicts(listed, links)
    for relation in (Relation.CORROBORATES, Relation.CONFLICTS, Relation.UPDATES):
        count = sum(found[2].relation == relation for found in links)
        scores.append(Score(f"all {relation} links", value=count))
    return Measurement(len(listed), tuple(scores), tuple(mistakes))


def _conflicts(
    listed: Sequence[dict[str, Any]], links: Sequence[Found]
) -> Iterator[Score]:
    """How many suggested conflicts the list calls something else, or does not have.

    A list may be incomplete: what it does not have is for a reader to judge.
    """
    found = [link for link in links if link[2].relation == Relation.CONFLICTS]
    relations = [
        {row["relation"] for row in listed if _is_pair(row, link)} for link in found
    ]
    false = sum(bool(r) and Relation.CONFLICTS not in r for r in relations)
    share = false / len(found) if found else 0.0
    yield Score("conflicts listed otherwise", value=share, asked=len(found))
    yield Score("conflicts not in the list", value=sum(not r for r in relations))


def _holds(record: StatementRecord, article: str, anchor: str) -> bool:
    if record.article != article:
        return False
    text, words = fold(record.text), fold(anchor)
    return words in text or (len(text) > len(words) // 2 and text in words)


def _is_listed(row: dict[str, Any], relation: Relation, found: Found) -> bool:
    return (
        _is_pair(row, found)
        and found[2].relation == relation
        and (
            not row["facet"]
            or any(
                c.kind == row["facet"] and c.level in CARRYING[relation]
                for c in found[2].comparisons
            )
        )
    )


def _is_pair(row: dict[str, Any], found: Found) -> bool:
    one, other, _ = found
    return any(
        _holds(x, row["a"], row["a_anchor"]) and _holds(y, row["b"], row["b_anchor"])
        for x, y in ((one, other), (other, one))
    )


def _missed(row: dict[str, Any], links: Sequence[Found]) -> Mistake:
    got = next((f for f in links if _is_pair(row, f)), None)
    return Mistake(
        f"{row['a']} ~ {row['b']}: {row['a_anchor'][:40]}",
        f"{row['relation']} {row['facet']}".strip(),
        "no link" if got is None else str(got[2].relation),
        1.0,
        "" if got is None else got[2].reason,
        reading_kind("listed link", "missed" if got is None else "wrong"),
    )
