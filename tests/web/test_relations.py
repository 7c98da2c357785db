"""The pictures of origins and of links, from rows to the page."""

import pytest

from claims.models import Link
from claims.selectors.sheet import claim_sheet
from claims.views.relations import links_picture, origins_picture
from tests.factories import OriginFactory


@pytest.fixture
def call(newsroom):
    return newsroom.call


def test_every_outlet_hangs_on_its_origin(call):
    table = origins_picture(claim_sheet(call)).table
    assert [row[:2] for row in table] == [
        ("Dolan’s office", "Tidewater Gazette"),
        ("Northern Bell", "Northern Bell"),
        ("Salt Crier", "Salt Crier"),
    ]


def test_one_outlet_alone_has_no_tree(call):
    outlet = call.statements.first().article.outlet
    for row in call.statements.select_related("article"):
        row.article.outlet = outlet
        row.article.save()
    assert origins_picture(claim_sheet(call)) is None


def test_a_merged_origin_stands_for_the_other(call):
    first, second, *_ = call.statements.order_by("pk")
    kept = OriginFactory(label="A radio talk")
    gone = OriginFactory(label="A talk", merged_into=kept)
    for row, origin in ((first, kept), (second, gone)):
        row.origin = origin
        row.save()
    table = origins_picture(claim_sheet(call)).table
    assert [row[0] for row in table].count("A radio talk") == 2
    assert all(row[0] != "A talk" for row in table)


def test_a_rejected_link_is_not_drawn_and_a_bridge_is_marked(call):
    whole = links_picture(claim_sheet(call))
    assert all(not arc.bridge for arc in whole.chart.arcs)
    link = Link.objects.filter(low__claims=call).order_by("pk").first()
    Link.objects.filter(pk=link.pk).update(state="rejected", by="editor")
    rest = links_picture(claim_sheet(call))
    assert len(rest.chart.arcs) == len(whole.chart.arcs) - 1
    assert any(arc.bridge for arc in rest.chart.arcs)
    assert sum(row[4] != "" for row in rest.table) == 2


def test_a_confirmed_link_is_firm(call):
    Link.objects.filter(low__claims=call).update(state="confirmed", by="editor")
    assert all(arc.firm for arc in links_picture(claim_sheet(call)).chart.arcs)


def test_two_statements_are_no_graph(newsroom):
    assert links_picture(claim_sheet(newsroom.ferry)) is None


def test_the_page_shows_both_with_their_tables(client, newsroom):
    client.force_login(newsroom.editor)
    page = client.get(f"/claims/{newsroom.call.pk}/").content.decode()
    for words in ("Who leans on whom", "How the statements are linked", "origins-d"):
        assert words in page
