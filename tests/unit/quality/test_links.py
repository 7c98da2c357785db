"""Links that a reader listed between articles: found, missed, and with which facet."""

from __future__ import annotations

import json

import pytest

from claims.engine import load_engine
from claims.quality import links

ARTICLES = {
    "one": ("Halden Post", "2031-03-12", "Orla Venn called Tavi Rusk on March 6."),
    "two": ("Selm Mail", "2031-03-12", "Orla Venn called Tavi Rusk on March 7."),
    "three": ("Ost Eye", "2031-03-12", "Orla Venn called Tavi Rusk last Thursday."),
    "four": ("Ost Eye", "2031-03-12", "A ferry to Norway ran aground."),
}


@pytest.fixture
def folder(tmp_path):
    with (tmp_path / "manifest.jsonl").open("w") as out:
        for name, (outlet, day, text) in ARTICLES.items():
            (tmp_path / f"{name}.txt").write_text(text)
            row = {"file": f"{name}.txt", "outlet": outlet, "published": day}
            out.write(json.dumps(row) + "\n")
    (tmp_path / "links.jsonl").write_text("")
    return tmp_path


def listed(folder, *rows):
    names = ("a", "b", "relation", "facet")
    with (folder / "links.jsonl").open("w") as out:
        for row in rows:
            link = dict(zip(names, row, strict=True))
            link |= {"a_anchor": ARTICLES[row[0]][2], "b_anchor": ARTICLES[row[1]][2]}
            out.write(json.dumps(link) + "\n")


def figures(measurement):
    return {
        s.of: s.value if s.value is not None else (s.right, s.missed)
        for s in measurement.scores
    }


def test_a_folder_of_links_needs_both_files(folder, tmp_path):
    assert links.reads(folder)
    (folder / "manifest.jsonl").unlink()
    assert not links.reads(folder)


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (("one", "two", "conflicts", "date"), True),
        (("two", "one", "conflicts", "date"), True),
        (("one", "three", "corroborates", "date"), True),
        (("one", "three", "corroborates", ""), True),
        (("one", "two", "conflicts", "amount"), False),
        (("one", "two", "corroborates", ""), False),
        (("one", "four", "corroborates", ""), False),
    ],
)
def test_a_link_is_found_with_its_relation_and_facet(folder, link, found):
    listed(folder, link)
    measured = links.measure(folder, load_engine())
    assert figures(measured)[f"listed {link[2]}"] == ((1, 0) if found else (0, 1))
    assert len(measured.mistakes) == (not found)


def test_all_links_are_counted_beside_the_listed_ones(folder):
    scores = figures(links.measure(folder, load_engine()))
    assert scores == {
        "listed links": (0, 0),
        "conflicts listed otherwise": 0,
        "conflicts not in the list": 2,
        "all corroborates links": 1,
        "all conflicts links": 2,
        "all updates links": 0,
    }


def test_listed_links_are_summed_over_their_relations(folder):
    listed(
        folder,
        ("one", "two", "conflicts", "date"),
        ("one", "three", "corroborates", ""),
        ("one", "four", "corroborates", ""),
    )
    measured = links.measure(folder, load_engine())
    scores = figures(measured)
    assert scores["listed links"] == (2, 1)
    assert scores["conflicts not in the list"] == 1
    assert [m.kind for m in measured.mistakes] == ["listed link: missed"]


@pytest.mark.parametrize(
    ("relation", "otherwise"), [("conflicts", 0), ("corroborates", 0.5)]
)
def test_a_conflict_that_the_list_calls_something_else(folder, relation, otherwise):
    listed(folder, ("one", "two", relation, "date"))
    scores = figures(links.measure(folder, load_engine()))
    assert scores["conflicts listed otherwise"] == otherwise
    assert scores["conflicts not in the list"] == 1
