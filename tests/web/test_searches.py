"""Searches that are kept: in the tabs of the queue, on their page, shared."""

import pytest

from claims.models import SavedSearch
from claims.services.searches import search_save
from claims.views import searches
from tests.factories import AssignmentFactory
from tests.web.messages import said
from tests.web.newsroom import a_person


def test_a_search_is_saved_from_the_queue_and_found_in_its_tabs(desk, newsroom):
    sent = {"name": "Days", "query": "facet=date&relation=conflict&page=7&x=%00"}
    answer = desk.post("/searches/save/", sent, follow=True)
    kept = SavedSearch.objects.get()
    assert kept.query == "relation=conflict&facet=date"
    assert answer.redirect_chain == [("/?relation=conflict&facet=date", 302)]
    tabs = {tab.label: (tab.count, tab.active) for tab in answer.context["tabs"]}
    assert tabs == {
        "All open": ("3", False),
        "Mine": ("0", False),
        "Disputed among editors": ("0", False),
        "Evidence changed": ("0", False),
        "Days": ("1", True),
    }


def test_a_shared_search_is_everybodys_to_read(client, newsroom):
    mine = SavedSearch.objects.create(owner=newsroom.editor, name="Mine alone")
    shared = SavedSearch.objects.create(
        owner=newsroom.editor, name="Ours", query="relation=updated", shared=True
    )
    client.force_login(newsroom.other)
    labels = [tab.label for tab in client.get("/").context["tabs"]]
    assert "Ours" in labels
    assert "Mine alone" not in labels
    page = client.get("/searches/").content.decode()
    assert "claims: 1, by Ada Moreau" in page
    sent = {"act": "change", "name": "Theirs"}
    assert client.post(f"/searches/{shared.pk}/", sent).status_code == 403
    assert client.post(f"/searches/{mine.pk}/", sent).status_code == 404


def test_mine_counts_what_is_assigned_to_who_looks(client, newsroom):
    """One shared search, two readers, two counts."""
    AssignmentFactory(claim=newsroom.call, editor=newsroom.other)
    SavedSearch.objects.create(
        owner=newsroom.editor, name="To do", query="only=mine", shared=True
    )
    found = {}
    for who in (newsroom.editor, newsroom.other):
        client.force_login(who)
        tabs = client.get("/").context["tabs"]
        found[who] = next(tab.count for tab in tabs if tab.label == "To do")
    assert found == {newsroom.editor: "0", newsroom.other: "1"}


def test_searches_of_many_others_cost_no_more(desk, monkeypatch, newsroom):
    monkeypatch.setattr(searches, "COUNTED_SHARED", 1)
    for number in range(3):
        search_save(
            actor=newsroom.other,
            name=f"List {number}",
            query="relation=conflict",
            shared=True,
        )
    page = desk.get("/searches/").content.decode()
    assert page.count("claims: 1, by Jo Okafor") == 1
    assert page.count("by Jo Okafor") == 3


def test_searches_are_renamed_shared_and_deleted_on_their_page(desk, newsroom):
    first = SavedSearch.objects.create(owner=newsroom.editor, name="One")
    SavedSearch.objects.create(owner=newsroom.editor, name="Two")
    address = f"/searches/{first.pk}/"
    taken = desk.post(address, {"act": "change", "name": "Two"})
    assert taken.status_code == 422
    assert "You have a search of this name already." in taken.content.decode()
    desk.post(address, {"act": "change", "name": "Three", "shared": "on"})
    first.refresh_from_db()
    assert (first.name, first.shared) == ("Three", True)
    assert desk.post(address, {"act": "x"}).status_code == 400
    desk.post(address, {"act": "delete"})
    assert list(SavedSearch.objects.values_list("name", flat=True)) == ["Two"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_nameless_search_is_not_saved(desk, name):
    answer = desk.post("/searches/save/", {"name": name}, follow=True)
    assert said(answer) == ["Give it a name."]
    assert not SavedSearch.objects.exists()


def test_a_visitor_saves_nothing(client, newsroom):
    assert client.post("/searches/save/", {"name": "x"}).status_code == 302
    assert not SavedSearch.objects.exists()
    assert a_person("Vi Visitor", None).searches.count() == 0
