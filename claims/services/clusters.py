"""Claims follow links, but never over an editor's head (SCHEMA rule 5).

Around the statements that changed, the links that stand are clustered
(linkage.clustering). A touched claim keeps its id, title and members, and may gain; of
the untouched ones each new cluster takes the claim with which it shares most. An
emptied claim is not deleted: it points to the one that took most of it. One that falls
apart with nobody to take its statements keeps them: it is listed nowhere while no link
joins them (claim_refresh), its page tells what became of it, and whoever links them
again finds it.

Where an editor took a statement out of a claim, its links to those inside bind no
longer, so neither side is drawn after the other. Where an editor put statements into a
claim, a cluster of them that no link joins to the rest is that claim, too, and no new
one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.linkage.clustering import clusters
from claims.linkage.types import Relation
from claims.models import By, Claim, ClaimMember, Link, Statement
from claims.services.leading import claims_lead_on
from claims.services.shifts import Shifts
from factcheck.operations.audit import Act, audit_many

# Statements that are clustered again at once. A story that a hundred outlets follow for
# months is one component; what lies further from the change than this stays as it is.
MOST_RECLUSTERED = 2_000
ROWS_A_QUERY = 500

# The verb of the entry of a claim that the engine has made.
FOUND = "claim.found"

# A confirmed link holds at least as well as the engine's best.
CONFIRMED_SCORE = 1.0

Edge = tuple[int, int, float]


def standing_links() -> QuerySet[Link]:
    """Links that hold a claim together: related, not rejected, both ends to be seen."""
    return Link.objects.exclude(
        Q(state=Link.State.REJECTED) | Q(relation=Relation.NONE)
    ).filter(_to_be_seen("low"), _to_be_seen("high"))


def _to_be_seen(end: str) -> Exists:
    # Not as conditions on a joined table: where SQLite knows no sizes of tables, it
    # then begins with every statement that nobody has hidden.
    return Exists(
        Statement.objects.filter(
            pk=OuterRef(end), hidden_by=None, article__withdrawn_at=None
        )
    )


@dataclass(slots=True)
class Membership:
    """The claims around some statements: who is in, who an editor keeps out.

    loose: who is in one of the claims and has no link that stands
    """

    inside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    outside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    fixed: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    touched: set[int] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)

    def parts(self, one: int, other: int) -> bool:
        """Whether an editor said that the two do not belong together.

        One was taken out of a claim that has the other, and no editor works on another
        claim that has both.
        """
        apart = any(
            (one in out and other in inside) or (other in out and one in inside)
            for out, inside in self._sides()
        )
        return apart and not any(
            {one, other} <= self.inside[claim] for claim in self.touched
        )

    def _sides(self) -> Iterable[tuple[set[int], set[int]]]:
        return (
            (out, self.inside[claim])
            for claim, out in self.outside.items()
            if claim in self.inside
        )

    def hosts(self, found: Mapping[int, frozenset[int]]) -> dict[int, int]:
        """{index of cluster: claim into which an editor put some of its statements}.

        The claim that has most of the cluster, the lowest id at a tie.
        """
        hosts = {}
        for index, group in found.items():
            shares = {
                claim: len(group & inside)
                for claim, inside in self.inside.items()
                if group & inside & self.fixed[claim]
            }
            if shares:
                hosts[index] = min(shares, key=lambda claim: (-shares[claim], claim))
        return hosts


def recluster(
    *, statement_ids: Collection[int], density: float, shifts: Shifts | None = None
) -> set[int]:
    """Cluster the component around the statements anew; ids of the claims concerned.

    density: share of the pairs across two clusters that must be linked to make them
    one; shifts: notes what came of it. Inside the transaction that changed the links.
    """
    shifts = shifts or Shifts()
    component, edges, articles = _component(set(statement_ids))
    members = _membership(component)
    binding = [edge for edge in edges if not members.parts(edge[0], edge[1])]
    found = clusters(binding, density=density, articles=articles)
    taken = assign(found, members.inside)
    taken |= members.hosts({i: found[i] for i in range(len(found)) if i not in taken})
    made = _make_claims([i for i in range(len(found)) if i not in taken])
    wanted: dict[int, set[int]] = defaultdict(set)
    for index, claim in (taken | made).items():
        wanted[claim] |= found[index] - members.outside[claim]
    component |= members.loose
    placed = set().union(*wanted.values())
    for claim in members.inside.keys() - members.touched - wanted.keys():
        inside = members.inside[claim]
        fallen = inside <= component and inside.isdisjoint(placed)
        wanted[claim] = inside if fallen else set()
    for claim in wanted.keys() & members.touched:
        shifts.note_came(claim, wanted[claim] - members.inside[claim])
    _write_members(wanted, members, component)
    _point_onwards(wanted, members, component, shifts)
    return wanted.keys() | members.inside.keys()


def _component(start: set[int]) -> tuple[set[int], list[Edge], dict[int, int]]:
    """The statements that links hold together, their links, and their articles."""
    component, frontier = set(start), set(start)
    edges: dict[tuple[int, int], float] = {}
    articles: dict[int, int] = {}
    while frontier and len(component) <= MOST_RECLUSTERED:
        rows = standing_links().filter(Q(low__in=frontier) | Q(high__in=frontier))
        reached = set()
        for low, high, score, state, *its in rows.values_list(
            "low_id",
            "high_id",
            "engine_score",
            "state",
            "low__article_id",
            "high__article_id",
        ):
            articles[low], articles[high] = its
            if state == Link.State.CONFIRMED or score is None:
                score = CONFIRMED_SCORE
            edges[low, high] = score
            reached |= {low, high}
        frontier = reached - component
        component |= frontier
    inner = [
        (low, high, score)
        for (low, high), score in edges.items()
        if low in component and high in component
    ]
    return component, inner, articles


def _membership(component: set[int]) -> Membership:
    near = ClaimMember.objects.filter(statement__in=component).values("claim_id")
    rows = ClaimMember.objects.filter(claim__in=near, claim__merged_into=None)
    members = Membership()
    for claim, statement, state, by, touched in rows.values_list(
        "claim_id", "statement_id", "state", "by", "claim__touched_at"
    ):
        if state == ClaimMember.State.OUT:
            members.outside[claim].add(statement)
        else:
            members.inside[claim].add(statement)
        if by == By.EDITOR:
            members.fixed[claim].add(statement)
        if touched is not None:
            members.touched.add(claim)
    away = set().union(*members.inside.values()) - component
    members.loose = away - _linked(away)
    return members


def _linked(statements: set[int]) -> set[int]:
    """Those of the statements that a standing link has as an end."""
    rows = standing_links().filter(Q(low__in=statements) | Q(high__in=statements))
    return {end for pair in rows.values_list("low_id", "high_id") for end in pair}


def assign(
    found: Sequence[frozenset[int]], inside: Mapping[int, set[int]]
) -> dict[int, int]:
    """{index of cluster: claim id}: most shared first, the lowest id at a tie."""
    home: dict[int, int] = {
        statement: index for index, group in enumerate(found) for statement in group
    }
    shares: dict[tuple[int, int], int] = defaultdict(int)
    for claim, statements in inside.items():
        for statement in statements:
            if statement in home:
                shares[home[statement], claim] += 1
    taken: dict[int, int] = {}
    for index, claim in sorted(shares, key=lambda key: (-shares[key], key[1], key[0])):
        if index not in taken and claim not in taken.values():
            taken[index] = claim
    return taken


def _make_claims(indexes: Sequence[int]) -> dict[int, int]:
    """New claims, with the entries by which those who listen learn of them."""
    made = Claim.objects.bulk_create([Claim() for _ in indexes])
    if made:
        audit_many(verb=FOUND, acts=map(Act, made))
    return {index: claim.pk for index, claim in zip(indexes, made, strict=True)}


def _write_members(
    wanted: Mapping[int, set[int]], members: Membership, component: set[int]
) -> None:
    new = [
        ClaimMember(claim_id=claim, statement_id=statement)
        for claim, statements in sorted(wanted.items())
        for statement in sorted(statements - members.inside[claim])
    ]
    ClaimMember.objects.bulk_create(new, ignore_conflicts=True, batch_size=ROWS_A_QUERY)
    for claim, statements in wanted.items():
        if claim in members.touched:
            continue
        lost = (members.inside[claim] & component) - statements - members.fixed[claim]
        if lost:
            ClaimMember.objects.filter(
                claim=claim, statement__in=lost, by=By.ENGINE
            ).delete()


def _point_onwards(
    wanted: Mapping[int, set[int]],
    members: Membership,
    component: set[int],
    shifts: Shifts,
) -> None:
    """An untouched claim that lost all to others points to the one with most of it."""
    emptied = [
        claim
        for claim, statements in wanted.items()
        if not statements
        and claim not in members.touched
        and not members.fixed[claim]
        and members.inside[claim] <= component
    ]
    for claim in emptied:
        took = _took_most(members.inside[claim], wanted)
        if took is not None:
            led = Claim.objects.filter(
                Q(pk=claim, touched_at=None) | Q(merged_into=claim)
            )
            claims_lead_on(set(led.values_list("pk", flat=True)), took)
            shifts.note_led(claim, took, members.inside[claim])


def _took_most(statements: set[int], wanted: Mapping[int, Iterable[int]]) -> int | None:
    shares = {
        claim: len(statements & set(members)) for claim, members in wanted.items()
    }
    best = max(shares, key=lambda claim: (shares[claim], -claim), default=None)
    return best if best is not None and shares[best] else None
