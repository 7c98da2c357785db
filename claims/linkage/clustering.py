"""Links to claims: agglomeration that a single weak link cannot drive. PURE.

Links are taken strongest first. Two clusters become one when at least a given share of
the pairs across them is linked, so A~B and B~C make one claim of three, but a long
chain falls apart where only one bridge holds it. A statement that is left alone then
joins the cluster of its firmest partner: it joins no two clusters, and a conflict in no
claim would be seen by nobody. Ties are broken by ids: the same links give the same
claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.linkage.config import DEFAULT_CONFIG


def clusters(
    edges: Iterable[tuple[int, int, float]],
    *,
    density: float = DEFAULT_CONFIG.cluster_density,
    articles: Mapping[int, int] | None = None,
) -> list[frozenset[int]]:
    """Clusters of two or more statement ids, ordered by lowest id.

    edges are (statement id, statement id, score 0–1). articles gives the article of a
    statement: two statements of one article never corroborate each other, so their
    missing link says nothing and does not count.
    """
    of = articles or {}
    ordered = sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1]))
    members: dict[int, set[int]] = {}
    linked: dict[int, set[int]] = {}
    for low, high, _ in ordered:
        for end, partner in ((low, high), (high, low)):
            members.setdefault(end, {end})
            linked.setdefault(end, set()).add(partner)
    changed = True
    while changed:
        changed = False
        for low, high, _ in ordered:
            one, other = members[low], members[high]
            if one is other or not _dense(one, other, linked, density, of):
                continue
            one |= other
            for statement in other:
                members[statement] = one
            changed = True
    _attach(ordered, members)
    found = {id(group): frozenset(group) for group in members.values()}
    return sorted((g for g in found.values() if len(g) > 1), key=min)


def _attach(
    ordered: Iterable[tuple[int, int, float]], members: dict[int, set[int]]
) -> None:
    """Those left alone to their firmest partners; two of them are never partners."""
    alone = {statement for statement, group in members.items() if len(group) == 1}
    for low, high, _ in ordered:
        for end, partner in ((low, high), (high, low)):
            if end in alone:
                alone.discard(end)
                members[end] = members[partner]
                members[end].add(end)


def _dense(
    one: set[int],
    other: set[int],
    linked: dict[int, set[int]],
    density: float,
    articles: Mapping[int, int],
) -> bool:
    across = sum(len(linked[statement] & other) for statement in one)
    possible = sum(
        b in linked[a] or articles.get(a, -a) != articles.get(b, -b)
        for a in one
        for b in other
    )
    return across >= density * possible


def bridges(edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Links without which their claim falls into two parts, in the order given."""
    pairs = list(edges)
    return [pair for pair in pairs if not _connected(pair, pairs)]


def _connected(cut: tuple[int, int], pairs: list[tuple[int, int]]) -> bool:
    reached, stack = {cut[0]}, [cut[0]]
    while stack:
        at = stack.pop()
        for low, high in pairs:
            if (low, high) == cut or at not in (low, high):
                continue
            other = high if at == low else low
            if other not in reached:
                reached.add(other)
                stack.append(other)
    return cut[1] in reached
