"""A published card as readers see it: what was frozen, less what was withdrawn since.

A card keeps its words whatever becomes of the claim. One thing goes before that: an
article that was withdrawn (by law, or for a wrong outlet) is shown nowhere, so its
outlet, its link and its own words leave the card too, with the counts that rest on
them. Nothing is written: once the article is restored, the card is what it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language, gettext

from claims.facets.types import Kind
from claims.selectors.disputes import words_of
from claims.selectors.frozen import frozen_of
from claims.selectors.labels import label_in_words
from claims.selectors.wording import LABELS
from sources.models import Article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claims.models import Verdict

Frozen = Mapping[str, Any]

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
    def words(self) -> str:
        """The value in one line."""
        return f"{self.text} ({self.norm})" if self.norm else self.text

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
class Settled:
    """What a verdict says of a facet: the value that stands; "" = left open.

    gone  it was the word of articles that were withdrawn
    """

    label: str
    value: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Card:
    """What is disputed on a claim, as published.

    titled   the title; "" when nobody is left whose words it was
    since    the first day that anybody reported it
    decided  one row a facet, also of those whose dispute is gone
    silent   outlets that tell of it and give none of the values
    reduced  something was left out because its article was withdrawn
    """

    verdict: Verdict
    titled: str
    outlets: int
    origins: int
    since: date | None
    disputes: tuple[CardDispute, ...]
    decided: tuple[Settled, ...]
    silent: tuple[str, ...]
    reduced: bool

    @property
    def title(self) -> str:
        number = {"number": self.verdict.claim_id}
        return self.titled or gettext("Claim %(number)d") % number


def shown_cards(verdicts: Sequence[Verdict]) -> list[Card]:
    """The cards of some verdicts, in their order. One query; see also `frozen_of`."""
    cards = [frozen_of(verdict) for verdict in verdicts]
    articles = {
        article
        for card in cards
        for article in (
            *card["worded"],
            *(source["article"] for source in card["sources"]),
        )
    }
    withdrawn = set(
        Article.objects.filter(pk__in=articles)
        .exclude(withdrawn_at=None)
        .values_list("pk", flat=True)
    )
    return [
        _card(verdict, card, withdrawn)
        for verdict, card in zip(verdicts, cards, strict=True)
    ]


def _card(verdict: Verdict, frozen: Frozen, withdrawn: Collection[int]) -> Card:
    standing = {
        (row["kind"], row["role"], row["label"]): row["value"]
        for row in verdict.decided
    }
    disputes, decided = [], []
    for dispute in frozen["disputes"]:
        stands = standing.get((dispute["kind"], dispute["role"], dispute["label"]), "")
        values = tuple(
            _value(value, stands, left)
            for value in dispute["values"]
            if (left := _left(value["sources"], withdrawn))
        )
        label = _label(dispute, withdrawn)
        decided.append(_settled(label, stands, values))
        if len(values) >= SIDES_LEAST:
            disputes.append(CardDispute(label=label, values=values))
    sources = _left(frozen["sources"], withdrawn)
    giving = _left(
        (s for d in frozen["disputes"] for v in d["values"] for s in v["sources"]),
        withdrawn,
    )
    outlets = dict.fromkeys(source["outlet"] for source in sources)
    given = {source["outlet"] for source in giving}
    days = [source["day"] for source in sources if source["day"]]
    reduced = len(sources) < len(frozen["sources"])
    return Card(
        verdict=verdict,
        titled=_titled(frozen, withdrawn),
        outlets=len(outlets),
        origins=(
            min(_origins(giving or sources), frozen["origins"])
            if reduced
            else frozen["origins"]
        ),
        since=_day(("" if reduced else frozen.get("since")) or min(days, default="")),
        disputes=tuple(disputes),
        decided=tuple(decided),
        silent=tuple(name for name in outlets if name not in given),
        reduced=reduced,
    )


def _left(sources: Iterable[Frozen], withdrawn: Collection[int]) -> list[Frozen]:
    return [source for source in sources if source["article"] not in withdrawn]


def _titled(frozen: Frozen, withdrawn: Collection[int]) -> str:
    worded = frozen["worded"]
    gone = bool(worded) and all(article in withdrawn for article in worded)
    return "" if gone else str(frozen["title"])


def _label(dispute: Frozen, withdrawn: Collection[int]) -> str:
    """The facet's name; what tells it from others may be words that are gone."""
    articles = {s["article"] for value in dispute["values"] for s in value["sources"]}
    if articles.isdisjoint(withdrawn):
        return label_in_words(dispute["kind"], dispute["label"])
    name: str = LABELS[Kind(dispute["kind"])]
    return name[:1].upper() + name[1:]


def _settled(label: str, stands: str, values: Sequence[CardValue]) -> Settled:
    value = next((each.words for each in values if each.stands), "")
    return Settled(label=label, value=value, gone=bool(stands) and not value)


def _value(value: Frozen, stands: str, left: Sequence[Frozen]) -> CardValue:
    """As frozen while an article is left that prints it so, else as another does."""
    told = next((each for each in left if each["text"] == value["text"]), None)
    shown = value if told else left[0]
    whole = len(left) == len(value["sources"])
    return CardValue(
        text=shown["text"],
        # A card that was frozen before has its norm in one language alone.
        norm=shown.get("norms", {}).get(get_language(), shown["norm"]),
        origins=value["origins"] if whole else min(_origins(left), value["origins"]),
        sources=tuple(
            CardSource(source["outlet"], _link(source["url"]), _day(source["day"]))
            for source in left
        ),
        stands=words_of(value) == stands if stands else None,
    )


def _origins(sources: Iterable[Frozen]) -> int:
    return len({origin for source in sources for origin in source["origins"]})


def _link(url: str) -> str:
    """Only what a browser may follow: no other scheme leaves the house."""
    return url if url.startswith(("http://", "https://")) else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
