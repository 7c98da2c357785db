"""What is disputed on a claim: the facets whose values cannot both be true.

A senior editor decides on it, and a published card freezes it: values as printed, who
prints each and where, how many origins. No statement's words beyond its values. What
is frozen names its articles, so that `selectors.cards` can leave out what is only in
those that were withdrawn since.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language, override

from claims.facets.types import Level
from claims.models import Statement
from claims.selectors.labels import label_in_words
from claims.selectors.material import load_material
from claims.selectors.matrix import matrix_of, origin_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from claims.models import Claim
    from claims.selectors.material import Material
    from claims.selectors.matrix import Entry, Line, Matrix, Side

    Norms = Mapping[str, str]  # what a value was taken for, by language

# A value is a day, a sum, a name. A longer one is most of a sentence; cut, it still
# tells which.
VALUE_CHARACTERS = 120
# From so many words on, a title that a statement prints is that statement's; fewer name
# a subject.
TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim is printed; text and norms: as the article itself gives a value."""

    outlet: str
    article: int
    url: str
    day: date | None
    origins: tuple[str, ...]
    text: str = ""
    norms: Norms = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        day = self.day.isoformat() if self.day else ""
        return {
            "outlet": self.outlet,
            "article": self.article,
            "url": self.url,
            "day": day,
            "origins": list(self.origins),
            **_taken_for(self.text, self.norms),
        }


@dataclass(frozen=True, slots=True)
class DisputedValue:
    """One side: the value as printed, what it was taken for, who prints it."""

    text: str
    norms: Norms
    origins: int
    sources: tuple[Source, ...]

    @property
    def norm(self) -> str:
        """What it was taken for, in the reader's language."""
        return self.norms[get_language() or settings.LANGUAGE_CODE]

    @property
    def words(self) -> str:
        """The name by which a verdict chooses it."""
        return words_of(_taken_for(self.text, self.norms))

    @property
    def said(self) -> str:
        """The value in one line, in the reader's language."""
        return words_of({"text": self.text, "norm": self.norm})

    @property
    def outlets(self) -> str:
        return ", ".join(dict.fromkeys(source.outlet for source in self.sources))

    def as_json(self) -> dict[str, Any]:
        return {
            **_taken_for(self.text, self.norms),
            "origins": self.origins,
            "sources": [source.as_json() for source in self.sources],
        }


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed facet: its kind, role and label, and two values or more.

    label  the name by which a verdict decides it; name: in the reader's language
    """

    kind: str
    role: str
    label: str
    values: tuple[DisputedValue, ...]

    @property
    def name(self) -> str:
        return label_in_words(self.kind, self.label)

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


def disputes_of(material: Material) -> tuple[Dispute, ...]:
    """The rows of a claim's matrix that hold a conflict, in their order."""
    with override(settings.LANGUAGE_CODE):
        return _disputes(matrix_of(material))


def _disputes(matrix: Matrix) -> tuple[Dispute, ...]:
    return tuple(
        Dispute(kind=line.kind, role=line.role, label=line.label, values=_values(line))
        for line in matrix.lines
        if line.level == Level.CONFLICT and line.against
    )


def card_of(claim: Claim, *, title: str) -> dict[str, Any]:
    """The claim as a card shows it, ready to be frozen. Five queries.

    worded   articles whose words the title is
    sources  every article that prints the claim
    """
    (material,) = load_material([claim])
    return {
        "title": title,
        "worded": worded(claim, title),
        "origins": claim.origins,
        "sources": [source.as_json() for source in _sources(material.shown)],
        "disputes": [each.as_json() for each in disputes_of(material)],
    }


def worded(claim: Claim, title: str) -> list[int]:
    """Articles whose words the title is.

    Also of statements that have left the claim: its title may still be theirs.
    """
    rows = Statement.objects.filter(memberships__claim=claim)
    return sorted(
        {
            article
            for article, quote in rows.values_list("article", "quote")
            if is_printed(title, quote)
        }
    )


def is_printed(title: str, quote: str) -> bool:
    """Whether a title, cut or whole, is words of a statement."""
    words = title.removesuffix("…").split()
    quoted = quote.split()
    if len(words) < min(TITLE_WORDS, len(quoted)):
        return False
    return f" {' '.join(words)} " in f" {' '.join(quoted)} "


def disputes_now(claim: Claim) -> tuple[Dispute, ...]:
    """What is disputed on a claim at present. Four queries."""
    (material,) = load_material([claim])
    return disputes_of(material)


def words_of(value: Mapping[str, Any]) -> str:
    """A value of a card in one line, as `DisputedValue.words` has it."""
    return f"{value['text']} ({value['norm']})" if value["norm"] else value["text"]


def _values(line: Line) -> tuple[DisputedValue, ...]:
    by_words: dict[str, DisputedValue] = {}
    for side in line.sides:
        value = DisputedValue(
            text=_cut(side.text),
            norms=_norms(side.best, line.sides),
            origins=side.origins,
            sources=_printing(side, line.sides),
        )
        held = by_words.get(value.words)
        if held is not None:  # two groups that nobody can tell apart are one value
            value = DisputedValue(
                text=value.text,
                norms=value.norms,
                origins=held.origins + value.origins,
                sources=tuple(
                    {
                        each.article: each for each in held.sources + value.sources
                    }.values()
                ),
            )
        by_words[value.words] = value
    return tuple(by_words.values())


def _norms(entry: Entry, sides: Sequence[Side]) -> Norms:
    """What a value was taken for, where its words alone do not say it."""
    same = sum(other.text == entry.text for other in sides) > 1
    said = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            whole = entry.relative or same
            said[language] = _cut(entry.norm) if whole else entry.period
    return said


def _taken_for(text: str, norms: Norms) -> dict[str, Any]:
    """As a card keeps it: `norm` in the one language that names a value."""
    return {
        "text": text,
        "norm": norms.get(settings.LANGUAGE_CODE, ""),
        "norms": dict(norms),
    }


def _printing(side: Side, sides: Sequence[Side]) -> tuple[Source, ...]:
    """The articles that print the value of a side, each with its own words for it."""
    found = []
    for source in _sources(entry.statement for entry in side.entries):
        best = replace(
            side,
            entries=tuple(
                entry
                for entry in side.entries
                if entry.statement.article_id == source.article
            ),
        ).best
        found.append(replace(source, text=_cut(best.text), norms=_norms(best, sides)))
    return tuple(found)


def _sources(statements: Iterable[Statement]) -> list[Source]:
    """The articles of the statements, each once, in their order."""
    by_article: dict[int, list[Statement]] = defaultdict(list)
    for row in statements:
        by_article[row.article_id].append(row)
    return [
        Source(
            outlet=rows[0].article.outlet.name,
            article=pk,
            url=rows[0].article.url,
            day=rows[0].article.published_date,
            origins=tuple(
                dict.fromkeys(" ".join(map(str, origin_key(row))) for row in rows)
            ),
        )
        for pk, rows in by_article.items()
    ]


def _cut(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= VALUE_CHARACTERS:
        return text
    return text[: VALUE_CHARACTERS - 2].rstrip() + " …"
