"""Links to claims: what becomes one claim, and what a single bridge does not join."""

import pytest

from claims.linkage.clustering import bridges, clusters

TRIANGLE = [(1, 2, 0.9), (2, 3, 0.8), (1, 3, 0.7)]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([], []),
        ([(1, 2, 0.5)], [{1, 2}]),
        (TRIANGLE, [{1, 2, 3}]),
        ([(1, 2, 0.9), (2, 3, 0.8)], [{1, 2, 3}]),
        ([(1, 2, 0.9), (4, 3, 0.8)], [{1, 2}, {3, 4}]),
        # two triangles that one weak link joins stay two claims
        (
            [*TRIANGLE, (4, 5, 0.9), (5, 6, 0.8), (4, 6, 0.7), (3, 4, 0.2)],
            [{1, 2, 3}, {4, 5, 6}],
        ),
        # a chain falls apart where it is held by one link only
        ([(1, 2, 0.9), (2, 3, 0.5), (3, 4, 0.9)], [{1, 2}, {3, 4}]),
    ],
)
def test_clusters(edges, expected):
    assert clusters(edges) == [frozenset(group) for group in expected]


def test_the_order_of_links_does_not_matter():
    edges = [*TRIANGLE, (3, 4, 0.6), (4, 5, 0.6), (1, 4, 0.6)]
    assert clusters(edges) == clusters(reversed(edges))


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([(1, 2)], [(1, 2)]),
        ([(1, 2), (2, 3), (1, 3)], []),
        ([(1, 2), (2, 3), (1, 3), (3, 4)], [(3, 4)]),
    ],
)
def test_bridges(edges, expected):
    assert bridges(edges) == expected


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ({}, [{1, 2}, {3, 4, 5}]),
        # 1 and 5 are one article's: only 1~3 and 1~4 could be linked, and one of them
        # is
        ({1: 7, 5: 7}, [{1, 2, 3, 4, 5}]),
    ],
)
def test_statements_of_one_article_need_no_link(articles, expected):
    edges = [(3, 4, 0.9), (4, 5, 0.9), (3, 5, 0.9), (1, 3, 0.5), (1, 2, 0.95)]
    edges += [(2, 4, 0.4), (2, 5, 0.4)]
    found = clusters(edges, density=0.6, articles=articles)
    assert found == [frozenset(group) for group in expected]
