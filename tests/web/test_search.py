"""The page of search: three kinds, marks, pages; open where reading is open."""

import pytest

from claims.selectors.found import HITS_A_PAGE
from claims.store.search import MOST_COUNTED
from tests.factories import ClaimFactory


@pytest.fixture
def looked(client, newsroom):
    client.force_login(newsroom.editor)

    def look(query, **more):
        return client.get("/search/", {"q": query, **more})

    return look


def shown(pieces):
    """The text with its marks in brackets."""
    return "".join(f"[{p.text}]" if p.marked else p.text for p in pieces)


def counts(answer):
    return {tab["value"]: tab["count"] for tab in answer.context["tabs"]}


def test_claims_are_listed_with_what_is_printed(looked, newsroom):
    answer = looked("skarholm")
    assert counts(answer) == {"claims": "1", "statements": "2", "articles": "2"}
    row = answer.context["found"].rows[0]
    assert row.claim == newsroom.ferry
    assert shown(row.headline) == "The [Skarholm] ferry reopens"
    assert shown(row.pieces) == "The ferry line to [Skarholm] reopens in June."
    page = answer.content.decode()
    assert '<mark class="hit">Skarholm</mark>' in page
    assert f'href="/claims/{newsroom.ferry.pk}/"' in page


def test_statements_lead_to_article_and_claim(looked, newsroom):
    answer = looked('"forty minutes"', **{"in": "statements"})
    row = answer.context["found"].rows[0]
    assert shown(row.pieces).endswith("6 May for [forty] [minutes].")
    page = answer.content.decode()
    assert f"/articles/{row.article.pk}/#st-{row.statement}" in page
    assert f"/claims/{newsroom.call.pk}/#s-{row.statement}" in page


def test_articles_are_found_by_their_text(looked, newsroom):
    answer = looked("learnt", **{"in": "articles"})
    row = answer.context["found"].rows[0]
    assert row.article.title == "A call across the water"
    assert "[learnt]" in shown(row.pieces)


@pytest.mark.parametrize("query", ["", "  ", "!!", "\x00", '"', "nothingofthekind"])
def test_nothing_is_found_and_nothing_breaks(looked, query):
    for kind in ("claims", "statements", "articles", "nonsense"):
        answer = looked(query, **{"in": kind, "page": "99"})
        assert answer.status_code == 200
        assert answer.context["found"].rows == ()


def test_what_is_typed_and_printed_is_text_not_markup(looked, newsroom):
    ClaimFactory(title="<script>alert(1)</script> ferry", outlets=2)
    page = looked('<script>alert("ferry")</script>').content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_pages(looked, newsroom, django_assert_max_num_queries):
    for number in range(HITS_A_PAGE + 3):
        ClaimFactory(title=f"Lighthouse {number}", outlets=2)
    with django_assert_max_num_queries(12):
        first = looked("lighthouse")
    assert counts(first)["claims"] == "23"
    assert len(first.context["found"].rows) == HITS_A_PAGE
    second = looked("lighthouse", page=2)
    assert len(second.context["found"].rows) == 3
    seen = [row.claim.pk for a in (first, second) for row in a.context["found"].rows]
    assert len(set(seen)) == HITS_A_PAGE + 3
    assert looked("lighthouse", page=3).context["found"].page == 2


def test_counts_are_bounded(looked, monkeypatch):
    assert MOST_COUNTED == 1000
    for module in ("claims.store.search", "claims.selectors.found"):
        monkeypatch.setattr(f"{module}.MOST_COUNTED", 2)
    for number in range(4):
        ClaimFactory(title=f"Lighthouse {number}", outlets=2)
    assert counts(looked("lighthouse"))["claims"] == "2+"


@pytest.mark.parametrize("public", [True, False])
def test_it_is_open_where_reading_is_open(client, newsroom, settings, public):
    settings.PUBLIC_READ = public
    assert client.get("/search/?q=ferry").status_code == (200 if public else 302)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/search/?q=ferry", False),
        ("/?q=ferry", False),
        ("/search/?q=lighthouse", True),
        ("/?q=lighthouse", True),
        ("/?q=lighthouse+ferry", False),
        ("/", False),
    ],
)
def test_where_older_ones_are_left_out_it_is_said(
    client, newsroom, monkeypatch, address, said
):
    client.force_login(newsroom.editor)
    monkeypatch.setattr("claims.store.search.NEWEST", 3)
    for number in range(4):
        ClaimFactory(title=f"Lighthouse {number}", outlets=2, finding="naming")
    assert ("stand almost everywhere" in client.get(address).content.decode()) == said
