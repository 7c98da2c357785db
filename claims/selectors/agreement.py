"""How far editors agree, as far as somebody may know.

Everything is computed from `ratings_visible_to`: an editor's figures are over the
rounds that they have rated themselves, because a figure over others would tell of
ratings that are blind to them (the share of one claim is its ratings). Who adjudicates
sees all.

A round of a claim is one item. Of each editor the last blind rating counts, as for
disputes; "cannot tell" is missing. Claims that were merged keep the ratings they had.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from claims.agreement.alpha import krippendorff_alpha
from claims.agreement.bootstrap import alpha_interval
from claims.agreement.fleiss import fleiss_kappa
from claims.agreement.pairs import (
    Weights,
    cohen_kappa,
    percent_agreement,
    within_one,
)
from claims.agreement.types import is_few, why_undefined
from claims.facets.types import Kind, Level
from claims.models import ClaimFacet
from claims.selectors.ratings import ratings_visible_to
from factcheck.operations.models import User

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from claims.agreement.bootstrap import Interval
    from claims.agreement.types import Undefined, Unit
    from claims.models import Rating

# The newest ratings are read: years of a large newsroom, and never a table without end.
RATINGS_READ = 20_000
# From so many ratings of a claim on; two editors are compared as a pair.
MANY = 3
MONTHS, PAIRS = 12, 30  # the latest, and those with most in common
# A facet sets outlets apart on a claim when its worst level is one of these.
APART = (Level.CONFLICT, Level.UPDATED, Level.NAMING_VARIANT)
KIND_ORDER = {kind.value: number for number, kind in enumerate(Kind)}
# Any number would do; this one makes every page show the same interval.
SEED = 20_110_125


@dataclass(frozen=True, slots=True)
class Figure:
    """Alpha on some claims. Not defined: alpha is None and `undefined` says why.

    claims  with two ratings or more; interval: None where it cannot be told
    """

    claims: int
    alpha: float | None
    interval: Interval | None
    undefined: Undefined | None

    @property
    def few(self) -> bool:
        return is_few(self.claims)


@dataclass(frozen=True, slots=True)
class PairFigure:
    """Two editors on the claims that both rated; shares from 0 to 1."""

    one: User
    other: User
    claims: int
    same: float | None
    near: float | None
    kappa: float | None
    undefined: Undefined | None

    @property
    def few(self) -> bool:
        return is_few(self.claims)


@dataclass(frozen=True, slots=True)
class ManyFigure:
    """Fleiss' kappa on the claims that so many editors rated, whoever they were.

    It knows no missing ratings and no steps of the scale: each number of editors has a
    figure of its own, and a difference of one step is one of four.
    """

    editors: int
    claims: int
    kappa: float | None
    undefined: Undefined | None

    @property
    def few(self) -> bool:
        return is_few(self.claims)


@dataclass(frozen=True, slots=True)
class Agreement:
    """kinds: by kind of facet that sets outlets apart; months: by their first day.

    many  by the number of editors who rated a claim, from MANY on
    cut  there were more ratings than are read
    """

    overall: Figure
    kinds: tuple[tuple[str, Figure], ...]
    months: tuple[tuple[date, Figure], ...]
    pairs: tuple[PairFigure, ...]
    many: tuple[ManyFigure, ...]
    cut: bool


@dataclass(slots=True)
class Round:
    """One round of a claim: who gave what, and when the last rating came."""

    claim: int
    values: dict[int, int | None] = field(default_factory=dict)
    month: date | None = None

    @property
    def unit(self) -> tuple[int | None, ...]:
        return tuple(self.values.values())

    @property
    def given(self) -> tuple[int, ...]:
        """The ratings without "cannot tell"."""
        return tuple(value for value in self.values.values() if value is not None)

    @property
    def shared(self) -> bool:
        return len(self.given) > 1


def agreement_for(
    user: User | AnonymousUser, *, editors: Collection[int] | None = None
) -> Agreement:
    """Of all editors, or of some, on what `user` may see. Three queries."""
    ratings = ratings_visible_to(user).filter(blind=True)
    if editors is not None:
        ratings = ratings.filter(editor__in=editors)
    rounds, cut = _rounds(ratings)
    shared = [each for each in rounds if each.shared]
    return Agreement(
        overall=_figure(shared),
        kinds=tuple(_by_kind(shared, ratings)),
        months=tuple(_by_month(shared)),
        pairs=tuple(_pairs(shared)),
        many=tuple(_many(shared)),
        cut=cut,
    )


def agreement_by_month(
    user: User | AnonymousUser,
) -> tuple[tuple[date, Figure], ...]:
    """The latest months of the same by their first day, alone. One query."""
    rounds, _cut = _rounds(ratings_visible_to(user).filter(blind=True))
    return tuple(_by_month([each for each in rounds if each.shared]))


def _rounds(ratings: QuerySet[Rating]) -> tuple[list[Round], bool]:
    newest = list(
        ratings.order_by("-id").values_list(
            "claim_id", "round", "editor_id", "seq", "value", "at"
        )[: RATINGS_READ + 1]
    )
    found: dict[tuple[int, int], Round] = {}
    for claim, number, editor, _seq, value, at in sorted(newest[:RATINGS_READ]):
        each = found.setdefault((claim, number), Round(claim))
        each.values[editor] = value  # in the order of seq: the last one stays
        month = at.date().replace(day=1)
        each.month = max(each.month or month, month)
    return list(found.values()), len(newest) > RATINGS_READ


def _figure(rounds: Sequence[Round]) -> Figure:
    units: list[Unit] = [each.unit for each in rounds]
    return Figure(
        claims=len({each.claim for each in rounds}),
        alpha=krippendorff_alpha(units),
        interval=alpha_interval(units, seed=SEED),
        undefined=why_undefined(units),
    )


def _by_kind(
    rounds: Sequence[Round], ratings: QuerySet[Rating]
) -> Iterable[tuple[str, Figure]]:
    kinds: dict[int, list[str]] = defaultdict(list)
    rows = ClaimFacet.objects.filter(
        worst_level__in=APART, claim__in=ratings.order_by().values("claim")
    )
    for claim, kind in rows.values_list("claim_id", "kind"):
        kinds[claim].append(kind)
    by_kind: dict[str, list[Round]] = defaultdict(list)
    for each in rounds:
        for kind in kinds[each.claim]:
            by_kind[kind].append(each)
    for kind in sorted(by_kind, key=KIND_ORDER.__getitem__):
        yield kind, _figure(by_kind[kind])


def _by_month(rounds: Sequence[Round]) -> Iterable[tuple[date, Figure]]:
    by_month: dict[date, list[Round]] = defaultdict(list)
    for each in rounds:
        if each.month is not None:
            by_month[each.month].append(each)
    for month in sorted(by_month)[-MONTHS:]:
        yield month, _figure(by_month[month])


def _pairs(rounds: Sequence[Round]) -> Iterable[PairFigure]:
    by_pair: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    claims: dict[tuple[int, int], set[int]] = defaultdict(set)
    for each in rounds:
        given = sorted((k, v) for k, v in each.values.items() if v is not None)
        for (one, a), (other, b) in combinations(given, 2):
            by_pair[one, other].append((a, b))
            claims[one, other].add(each.claim)
    most = sorted(by_pair, key=lambda pair: (-len(claims[pair]), pair))[:PAIRS]
    people = User.objects.in_bulk({editor for pair in most for editor in pair})
    for pair in most:
        rated = by_pair[pair]
        yield PairFigure(
            one=people[pair[0]],
            other=people[pair[1]],
            claims=len(claims[pair]),
            same=percent_agreement(rated),
            near=within_one(rated),
            kappa=cohen_kappa(rated, weights=Weights.LINEAR),
            undefined=why_undefined(rated),
        )


def _many(rounds: Sequence[Round]) -> Iterable[ManyFigure]:
    by_number: dict[int, list[Round]] = defaultdict(list)
    for each in rounds:
        by_number[len(each.given)].append(each)
    for number in sorted(by_number):
        if number >= MANY:
            units = [each.given for each in by_number[number]]
            yield ManyFigure(
                editors=number,
                claims=len({each.claim for each in by_number[number]}),
                kappa=fleiss_kappa(units),
                undefined=why_undefined(units),
            )
