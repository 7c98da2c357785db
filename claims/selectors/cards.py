"""A published card as readers see it: what was frozen, less what was withdrawn since.

A card keeps its words whatever becomes of the claim. One thing goes before that: an
article that was withdrawn (by law, or for a wrong outlet) is shown nowhere, so its
outlet and its link leave the card too, and a value that nobody else prints with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.selectors.disputes import words_of
from sources.models import Article

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from claims.models import Verdict

# A dispute has two sides; what is left of one is none any more.
SIDES_LEAST = 2


@dataclass(frozen=True, slots=True)
class CardSource:
    """Who prints a value, and where if it is in the web."""

    outlet: str
    url: str
    day: date | None


@dataclass(frozen=True, slots=True)
class CardValue:
    """stands: True or False by the verdict; None where it leaves the facet open."""

    text: str
    norm: str
    origins: int
    sources: tuple[CardSource, ...]
    stands: bool | None = None

    @property
    def outlets(self) -> str:
        return ", ".join(dict.fromkeys(source.outlet for source in self.sources))


@dataclass(frozen=True, slots=True)
class CardDispute:
    """One disputed facet."""

    label: str
    values: tuple[CardValue, ...]

    @property
    def settled(self) -> bool:
        return any(value.stands for value in self.values)


@dataclass(frozen=True, slots=True)
class Card:
    """What is disputed on a claim, as published.

    since   the first day that anybody reported it
    silent  outlets that tell of it and give none of the values
    reduced something was left out because its article was withdrawn
    """

    verdict: Verdict
    title: str
    outlets: int
    origins: int
    since: date | None
    disputes: tuple[CardDispute, ...]
    silent: tuple[str, ...]
    reduced: bool


def shown_cards(verdicts: Sequence[Verdict]) -> list[Card]:
    """The cards of some verdicts, in their order. One query."""
    articles = {
        source["article"]
        for verdict in verdicts
        for dispute in verdict.card["disputes"]
        for value in dispute["values"]
        for source in value["sources"]
    }
    withdrawn = set(
        Article.objects.filter(pk__in=articles)
        .exclude(withdrawn_at=None)
        .values_list("pk", flat=True)
    )
    return [_card(verdict, withdrawn) for verdict in verdicts]


def _card(verdict: Verdict, withdrawn: Collection[int]) -> Card:
    frozen = verdict.card
    standing = {
        (row["kind"], row["role"], row["label"]): row["value"]
        for row in verdict.decided
    }
    disputes = []
    reduced = False
    for dispute in frozen["disputes"]:
        stands = standing.get((dispute["kind"], dispute["role"], dispute["label"]), "")
        values = [_value(value, stands, withdrawn) for value in dispute["values"]]
        left = tuple(value for value in values if value.sources)
        before = [source for v in dispute["values"] for source in v["sources"]]
        reduced = reduced or sum(len(v.sources) for v in left) < len(before)
        if len(left) >= SIDES_LEAST:
            disputes.append(CardDispute(label=dispute["label"], values=left))
    return Card(
        verdict=verdict,
        title=frozen["title"],
        outlets=frozen["outlets"],
        origins=frozen["origins"],
        since=_day(frozen["since"]),
        disputes=tuple(disputes),
        silent=tuple(frozen["silent"]),
        reduced=reduced,
    )


def _value(
    value: Mapping[str, Any], stands: str, withdrawn: Collection[int]
) -> CardValue:
    return CardValue(
        text=value["text"],
        norm=value["norm"],
        origins=value["origins"],
        sources=tuple(
            CardSource(source["outlet"], _link(source["url"]), _day(source["day"]))
            for source in value["sources"]
            if source["article"] not in withdrawn
        ),
        stands=words_of(value) == stands if stands else None,
    )


def _link(url: str) -> str:
    """Only what a browser may follow: no other scheme leaves the house."""
    return url if url.startswith(("http://", "https://")) else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
