"""What is disputed on a claim: the facets whose values cannot both be true.

A senior editor decides on it, and a published card freezes it: values as printed, who
prints each and where, how many origins. No statement's words beyond its values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.facets.types import Level
from claims.selectors.material import load_material
from claims.selectors.matrix import matrix_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from claims.models import Claim
    from claims.selectors.matrix import Line, Matrix, Side

# A value is a day, a sum, a name. A longer one is most of a sentence; cut, it still
# tells which.
VALUE_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value is printed."""

    outlet: str
    article: int
    url: str
    day: date | None

    def as_json(self) -> dict[str, Any]:
        day = self.day.isoformat() if self.day else ""
        return {
            "outlet": self.outlet,
            "article": self.article,
            "url": self.url,
            "day": day,
        }


@dataclass(frozen=True, slots=True)
class DisputedValue:
    """One side: the value as printed, what it was taken for, who prints it."""

    text: str
    norm: str
    origins: int
    sources: tuple[Source, ...]

    @property
    def words(self) -> str:
        """The value in one line; the name by which a verdict chooses it."""
        return f"{self.text} ({self.norm})" if self.norm else self.text

    @property
    def outlets(self) -> str:
        return ", ".join(dict.fromkeys(source.outlet for source in self.sources))

    def as_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "norm": self.norm,
            "origins": self.origins,
            "sources": [source.as_json() for source in self.sources],
        }


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed facet: its kind, role and label, and two values or more."""

    kind: str
    role: str
    label: str
    values: tuple[DisputedValue, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(value.words for value in self.values)

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "role": self.role,
            "label": self.label,
            "values": [value.as_json() for value in self.values],
        }


def disputes_of(matrix: Matrix) -> tuple[Dispute, ...]:
    """The lines of a matrix that hold a conflict, in their order."""
    return tuple(
        Dispute(kind=line.kind, role=line.role, label=line.label, values=_values(line))
        for line in matrix.lines
        if line.level == Level.CONFLICT and line.against
    )


def card_of(claim: Claim, *, title: str) -> dict[str, Any]:
    """The claim as a card shows it, ready to be frozen. Four queries."""
    (material,) = load_material([claim])
    matrix = matrix_of(material)
    disputes = disputes_of(matrix)
    giving = {
        source.outlet
        for dispute in disputes
        for value in dispute.values
        for source in value.sources
    }
    outlets = [column.outlet.name for column in matrix.columns]
    return {
        "title": title,
        "outlets": len(outlets),
        "origins": claim.origins,
        "since": claim.first_reported.isoformat() if claim.first_reported else "",
        "disputes": [dispute.as_json() for dispute in disputes],
        "silent": [name for name in outlets if name not in giving],
    }


def disputes_now(claim: Claim) -> tuple[Dispute, ...]:
    """What is disputed on a claim at present. Four queries."""
    (material,) = load_material([claim])
    return disputes_of(matrix_of(material))


def words_of(value: Mapping[str, Any]) -> str:
    """A value of a card in one line, as `DisputedValue.words` has it."""
    return f"{value['text']} ({value['norm']})" if value["norm"] else value["text"]


def _values(line: Line) -> tuple[DisputedValue, ...]:
    by_words: dict[str, DisputedValue] = {}
    for side in line.sides:
        value = DisputedValue(
            text=_cut(side.text),
            norm=_norm(side, line.sides),
            origins=side.origins,
            sources=_sources(side),
        )
        held = by_words.get(value.words)
        if held is not None:  # two groups that nobody can tell apart are one value
            value = DisputedValue(
                text=value.text,
                norm=value.norm,
                origins=held.origins + value.origins,
                sources=tuple(dict.fromkeys(held.sources + value.sources)),
            )
        by_words[value.words] = value
    return tuple(by_words.values())


def _norm(side: Side, sides: Sequence[Side]) -> str:
    """What a value was taken for, where its words alone do not say it."""
    same = sum(other.text == side.text for other in sides) > 1
    needed = side.best.relative or same
    return _cut(side.norm) if needed else side.best.period


def _sources(side: Side) -> tuple[Source, ...]:
    articles = {
        entry.statement.article_id: entry.statement.article for entry in side.entries
    }
    return tuple(
        Source(
            outlet=article.outlet.name,
            article=article.pk,
            url=article.url,
            day=article.published_date,
        )
        for article in articles.values()
    )


def _cut(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= VALUE_CHARACTERS:
        return text
    return text[: VALUE_CHARACTERS - 2].rstrip() + " …"
