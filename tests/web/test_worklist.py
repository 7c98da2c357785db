"""What editors do with the list: many claims at once, one assigned, CSV, searches."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from claims.exports.claims import CHUNK, safe_cell
from claims.models import Assignment, Claim, Link, SavedSearch
from claims.services.review import link_decide
from claims.services.searches import search_save
from claims.views import exports, jobs, searches
from factcheck.operations.models import AuditEntry
from tests.factories import AssignmentFactory, ClaimFactory, RatingFactory
from tests.web.newsroom import a_person


@pytest.fixture
def desk(client, newsroom):
    client.force_login(newsroom.editor)
    return client


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def seen_on(page, *claims):
    """The form's hidden words about the chosen claims, as the page holds them."""
    rows = {row.claim.pk: row.seen for row in page.context["rows"]}
    return {f"seen-{claim.pk}": rows[claim.pk] for claim in claims}


def bulk(desk, act, *claims, **more):
    sent = {"act": act, "claim": [claim.pk for claim in claims], **more}
    return desk.post("/claims/bulk/", sent, follow=True)


# --- many at once -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "state", "words"),
    [
        ("confirm", "confirmed", "4 links of 2 claims confirmed."),
        ("reject", "rejected", "4 links of 2 claims rejected."),
    ],
)
def test_links_of_chosen_claims(desk, newsroom, act, state, words):
    chosen = (newsroom.call, newsroom.ferry)
    answer = bulk(desk, act, *chosen, **seen_on(desk.get("/"), *chosen))
    assert said(answer) == [words]
    assert Link.objects.filter(state=state).count() == 4
    assert Link.objects.filter(state="suggested").count() == 1
    parent = AuditEntry.objects.get(verb=f"bulk.{act}")
    assert parent.children.count() == 4


def test_what_changed_since_the_page_was_read_is_named_and_left(desk, newsroom):
    chosen = (newsroom.call, newsroom.ban)
    seen = seen_on(desk.get("/"), *chosen)
    link = Link.objects.filter(relation="conflicts").first()
    link_decide(actor=newsroom.other, link=link, state="unsure", revision=1)
    answer = bulk(desk, "confirm", *chosen, **seen)
    newsroom.call.refresh_from_db()
    assert said(answer) == [
        "1 link of 1 claim confirmed.",
        f"{newsroom.call.title}: Its links have changed meanwhile.",
    ]
    assert Link.objects.filter(state="suggested").count() == 3


def test_many_are_assigned_and_the_list_stays_as_it_was(desk, newsroom):
    due = timezone.localdate() + timedelta(days=3)
    AssignmentFactory(claim=newsroom.ban, editor=newsroom.other)
    answer = bulk(
        desk,
        "assign",
        newsroom.call,
        newsroom.ban,
        editor=newsroom.other.pk,
        due=due.isoformat(),
        next="/?relation=conflict",
    )
    assert answer.redirect_chain == [("/?relation=conflict", 302)]
    assert said(answer)[0] == "1 claim assigned."
    assert "assigned to jo already" in said(answer)[1]
    made = Assignment.objects.get(claim=newsroom.call)
    assert (made.editor, made.due) == (newsroom.other, due)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"editor": "0"}, "Choose an editor."),
        ({"due": "soon"}, "This is no day."),
        ({"due": "2001-01-01"}, "This day is over."),
        ({"claim": []}, "Choose at least one claim."),
        ({"claim": ["987654"]}, "Not there any more: 987654."),
    ],
)
def test_what_is_missing_is_said(desk, newsroom, more, words):
    sent = {
        "act": "assign",
        "claim": [newsroom.call.pk],
        "editor": newsroom.other.pk,
        **more,
    }
    assert said(desk.post("/claims/bulk/", sent, follow=True)) == [words]
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "address", ["//evil.example/", "https://evil.example/", "/admin/", "?q=x", ""]
)
def test_it_leads_back_to_the_queue_alone(desk, newsroom, address):
    sent = {"act": "confirm", "claim": [newsroom.call.pk], "next": address}
    assert desk.post("/claims/bulk/", sent).headers["Location"] == "/"


def test_an_unknown_act_is_refused(desk, newsroom):
    sent = {"act": "destroy", "claim": [newsroom.call.pk]}
    assert desk.post("/claims/bulk/", sent).status_code == 400


@pytest.mark.parametrize("act", ["confirm", "reject", "assign"])
def test_readers_neither_see_nor_may(client, newsroom, act):
    client.force_login(newsroom.reader)
    page = client.get("/").content.decode()
    assert 'name="claim"' not in page
    assert "Confirm links" not in page
    answer = client.post("/claims/bulk/", {"act": act, "claim": newsroom.call.pk})
    assert answer.status_code == 403
    assert not AuditEntry.objects.exists()


# --- one --------------------------------------------------------------------------


def test_a_claim_is_assigned_on_its_page_and_taken_back(desk, newsroom):
    address = f"/claims/{newsroom.call.pk}/"
    due = timezone.localdate() + timedelta(days=1)
    sent = {"editor": newsroom.other.pk, "due": due.isoformat()}
    page = desk.post(f"{address}assign/", sent, follow=True)
    assert said(page) == ["Assigned to Jo Okafor."]
    made = Assignment.objects.get()
    assert f'action="{address}assigned/{made.pk}/"' in page.content.decode()
    again = desk.post(f"{address}assign/", sent, follow=True)
    assert "already" in said(again)[0]
    back = desk.post(f"{address}assigned/{made.pk}/", follow=True)
    assert said(back) == ["The assignment is taken back."]
    late = desk.post(f"{address}assigned/{made.pk}/", follow=True)
    assert said(late) == ["This assignment is not open any more."]


def test_who_is_not_concerned_is_not_offered_to_take_it_back(client, newsroom):
    made = AssignmentFactory(
        claim=newsroom.call,
        editor=newsroom.other,
        due=timezone.localdate() - timedelta(days=2),
    )
    client.force_login(newsroom.editor)
    page = client.get(f"/claims/{newsroom.call.pk}/").content.decode()
    assert "Jo Okafor" in page
    assert "overdue since" in page
    address = f"/claims/{newsroom.call.pk}/assigned/{made.pk}/"
    assert address not in page
    assert client.post(address).status_code == 403


# --- CSV --------------------------------------------------------------------------


@pytest.mark.parametrize(("newest", "said"), [(True, "-newest-only-"), (False, "s-2")])
def test_a_file_says_by_its_name_that_older_claims_are_left_out(
    desk, monkeypatch, newest, said
):
    for views in (exports, jobs):
        monkeypatch.setattr(views, "newest_words", lambda _wanted: newest)
    answer = desk.get("/claims.csv?q=ferry")
    assert said in answer.headers["Content-Disposition"]
    page = desk.get("/exports/?q=ferry").content.decode()
    assert ("These words stand almost everywhere" in page) is newest


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


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_list_as_a_file(desk, newsroom):
    AssignmentFactory(
        claim=newsroom.call, editor=newsroom.other, due=timezone.localdate()
    )
    answer = desk.get("/claims.csv?relation=conflict")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="c')
    assert rows_of(answer) == [
        {
            "claim": str(newsroom.call.pk),
            "title": "Dolan and Aas spoke by phone",
            "finding": "conflict",
            "state": "open",
            "conflicts_on": "date; duration",
            "outlets": "3",
            "origins": "3",
            "printed_by": "Northern Bell; Salt Crier; Tidewater Gazette",
            "first_reported": "2031-05-10",
            "last_reported": "2031-05-14",
            "slots_taken": "0",
            "slots": "2",
            "your_rating": "",
            "assigned_to": "jo",
            "due": timezone.localdate().isoformat(),
        }
    ]


def test_the_file_is_in_the_order_of_the_queue(desk, newsroom):
    titles = [row["title"] for row in rows_of(desk.get("/claims.csv"))]
    page = desk.get("/").context["rows"]
    assert titles == [row.claim.title for row in page]


def test_the_file_is_blind(client, newsroom):
    Claim.objects.filter(pk=newsroom.call.pk).update(state="disputed")
    RatingFactory(claim=newsroom.call, editor=newsroom.other, value=5)
    seen = {}
    for who in (newsroom.editor, newsroom.other, newsroom.reader):
        client.force_login(who)
        row = rows_of(client.get("/claims.csv?relation=conflict"))[0]
        seen[who] = (row["state"], row["your_rating"])
        assert bool(rows_of(client.get("/claims.csv?state=disputed"))) == (
            who == newsroom.other
        )
    assert seen == {
        newsroom.editor: ("open", ""),
        newsroom.other: ("disputed", "5"),
        newsroom.reader: ("open", ""),
    }


def test_the_file_costs_the_same_queries_for_one_claim_and_for_many(
    desk, newsroom, django_assert_max_num_queries
):
    with django_assert_max_num_queries(11):
        assert len(rows_of(desk.get("/claims.csv"))) == 3
    for _ in range(40):
        ClaimFactory(outlets=2)
    assert CHUNK > 43
    with django_assert_max_num_queries(11):
        assert len(rows_of(desk.get("/claims.csv"))) == 43


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+3", "'+3"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        (["a", "b; c", "d\\"], r"a; b\; c; d\\"),
        (["=1"], "'=1"),
        ("a=1", "a=1"),
        ("x\x00y", "xy"),
        (None, ""),
        (0, "0"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(value, cell):
    assert safe_cell(value) == cell


def test_a_hostile_title_does_not_leave_its_cell(desk, newsroom):
    title = '=HYPERLINK("https://evil.example","x")\r\nmore,"quoted"'
    Claim.objects.filter(pk=newsroom.call.pk).update(title=title)
    assert rows_of(desk.get("/claims.csv"))[0]["title"] == f"'{title}"


def test_the_file_needs_an_account(client, newsroom):
    assert client.get("/claims.csv").status_code == 302


# --- saved searches ---------------------------------------------------------------


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


@pytest.mark.parametrize("page", ["/", "/claims/{pk}/", "/?only=overdue"])
@pytest.mark.parametrize("visitor", [True, False])
def test_who_is_asked_is_told_to_the_newsroom_alone(
    client, newsroom, settings, page, visitor
):
    settings.PUBLIC_READ = True
    AssignmentFactory(
        claim=newsroom.call,
        editor=a_person("Ylva Quist"),
        by_whom=a_person("Odd Brekke"),
        due=timezone.localdate() - timedelta(days=2),
    )
    if not visitor:
        client.force_login(newsroom.reader)
    answer = client.get(page.format(pk=newsroom.call.pk))
    shown = answer.content.decode()
    assert ("Ylva Quist" in shown) != visitor
    if "only" in page:
        assert bool(answer.context["rows"]) != visitor
