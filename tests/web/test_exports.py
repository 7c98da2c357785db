"""The list of claims as a file: what stands in it, for whom, and that no cell acts."""

import csv
import io

import pytest
from django.utils import timezone

from claims.exports.claims import CHUNK, safe_cell
from claims.models import Claim
from claims.views import exports, jobs
from tests.factories import AssignmentFactory, ClaimFactory, RatingFactory


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
