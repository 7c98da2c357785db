"""The list of articles, and an article with what others print beside it."""

from datetime import date

import pytest

from claims.engine import load_engine
from claims.models import Statement, StatementFacet
from claims.services.pipeline import process_version
from factcheck.operations.models import AuditEntry
from sources.models import Article
from tests.factories import ArticleFactory, ArticleVersionFactory, ProcessingRunFactory
from tests.web.newsroom import an_article

LIST_QUERIES = 8
PAGE_QUERIES = 12


@pytest.fixture
def address(newsroom):
    return f"/articles/{newsroom.tide.pk}/"


def titles(answer):
    return [row.title for row in answer.context["page"].object_list]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "",
            [
                "Dolan rings Oss",
                "A call across the water",
                "Ministers talk about the strait",
            ],
        ),
        ("?q=call+water", ["A call across the water"]),
        ("?q=tidewater", ["Ministers talk about the strait"]),
        ("?q=nothing", []),
        ("?outlet=x&page=x", None),
    ],
)
def test_list(desk, query, found):
    answer = desk.get(f"/articles/{query}")
    assert answer.status_code == 200
    if found is not None:
        assert titles(answer) == found


def test_list_of_one_outlet(desk, newsroom):
    outlet = newsroom.tide.outlet_id
    assert titles(desk.get(f"/articles/?outlet={outlet}")) == [
        "Ministers talk about the strait"
    ]


def test_list_in_constant_queries(desk, django_assert_max_num_queries):
    ArticleFactory.create_batch(20)
    with django_assert_max_num_queries(LIST_QUERIES):
        desk.get("/articles/")


def test_the_text_is_whole_in_its_paragraphs(desk, address, newsroom):
    reading = desk.get(address).context["reading"]
    text = newsroom.tide.current_version.text
    assert [
        "".join(piece.text for piece in paragraph.pieces)
        for paragraph in reading.paragraphs
    ] == text.split("\n\n")


def test_each_statement_is_marked_by_its_gravest_link(desk, address):
    reading = desk.get(address).context["reading"]
    assert [(n.number, n.mark, n.headline) for n in reading.notes] == [
        (1, "differs", "date, duration differ"),
        (2, "states", "1 other agrees"),
        (3, "updated", "changed since"),
    ]


def test_the_note_says_what_others_print_and_leads_to_the_claim(
    desk, address, newsroom
):
    page = desk.get(address).content.decode()
    assert 'Salt Crier: <span class="printed">6 May</span>' in page
    assert f'href="/claims/{newsroom.call.pk}/"' in page
    assert '<a class="w r-differs text-reset"' in page


def test_page_in_constant_queries(desk, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(PAGE_QUERIES):
        desk.get(address)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One line.\nAnother line.", 2),
        ("One\nwrapped.\n\nSecond.", 2),
        ("\n\n  \n\nOnly.\n\n", 1),
        ("One.\n \t\nTwo.\n\n\n\nThree.", 3),
    ],
)
def test_paragraphs(desk, text, paragraphs):
    version = ArticleVersionFactory(text=text)
    reading = desk.get(f"/articles/{version.article_id}/").context["reading"]
    assert len(reading.paragraphs) == paragraphs


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"published_by": "inferred"}, "12 March 2031, inferred"),
        ({"published_by": "editor"}, "12 March 2031, set by an editor"),
        ({"published_by": "given"}, "12 March 2031<"),
        ({"published_precision": "month"}, "March 2031<"),
        (
            {"published_precision": "none", "published_date": None},
            "date of print unknown",
        ),
        ({"translated_from": "ko"}, "translated from Korean"),
        ({"translated_from": "tlh"}, "translated from tlh"),
    ],
)
def test_the_header_says_how_the_date_is_known(desk, columns, said):
    version = ArticleVersionFactory(article=ArticleFactory(**columns))
    assert said in desk.get(f"/articles/{version.article_id}/").content.decode()


def test_a_language_that_is_not_read_is_named(desk):
    run = ProcessingRunFactory(counts={"not_analysed": "ko"})
    page = desk.get(f"/articles/{run.version.article_id}/").content.decode()
    assert "not analysed: language ko" in page


def test_a_withdrawn_article_says_so(desk, address, newsroom):
    Article.objects.filter(pk=newsroom.tide.pk).update(
        withdrawn_at="2031-05-20T10:00Z", withdrawn_reason="The call never was."
    )
    page = desk.get(address).content.decode()
    assert "Withdrawn on 20 May 2031: The call never was." in page


def test_words_no_longer_printed_stand_apart(desk, address, newsroom):
    Statement.objects.filter(article=newsroom.tide, quote__startswith="Mira").update(
        state="orphaned"
    )
    reading = desk.get(address).context["reading"]
    assert [note.statement.quote[:4] for note in reading.gone] == ["Mira"]
    assert len(reading.notes) == 2


@pytest.mark.parametrize("pk", [0, 999999, 10**25])
def test_no_such_article(desk, pk):
    assert desk.get(f"/articles/{pk}/").status_code == 404


def test_the_address_of_an_article_is_no_way_in(desk, newsroom, address):
    Article.objects.filter(pk=newsroom.tide.pk).update(url="javascript:alert(1)")
    page = desk.get(address).content.decode()
    assert 'href="javascript:' not in page


def test_correcting_the_date_moves_relative_dates_at_once(client, editor):
    article = an_article(
        "Tidewater Gazette", "A call", 10, "Mira Dolan met Ketil Aas last Monday."
    )
    process_version(article.current_version, engine=load_engine())
    client.force_login(editor)
    answer = client.post(
        f"/articles/{article.pk}/published/", {"published": "2026-05-20"}
    )
    assert answer.headers["Location"] == f"/articles/{article.pk}/"
    article.refresh_from_db()
    assert (article.published_date, article.published_by) == (
        date(2026, 5, 20),
        "editor",
    )
    said = StatementFacet.objects.get(statement__article=article, kind="date")
    assert (said.text, said.date_from) == ("last Monday", date(2026, 5, 18))
    assert AuditEntry.objects.filter(verb="article.correct_date").count() == 1


@pytest.mark.parametrize(
    ("published", "said"),
    [("2999-01-01", "Future date"), ("yesterday", "Enter a valid date")],
)
def test_an_impossible_date_is_refused_beside_the_field(
    desk, newsroom, address, published, said
):
    answer = desk.post(f"{address}published/", {"published": published})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    newsroom.tide.refresh_from_db()
    assert newsroom.tide.published_date == date(2031, 5, 10)


def test_a_reader_corrects_nothing(client, newsroom, address):
    client.force_login(newsroom.reader)
    answer = client.post(f"{address}published/", {"published": "2025-01-01"})
    assert answer.status_code == 403
    assert "Correct the publication date" not in client.get(address).content.decode()


def test_statements_of_an_earlier_text_are_not_placed_in_the_present_one(
    desk, newsroom, address
):
    assert desk.get(address).context["reading"].notes
    text = f"Corrected.\n\n{newsroom.tide.current_version.text}"
    ArticleVersionFactory(article=newsroom.tide, text=text)
    reading = desk.get(address).context["reading"]
    assert (reading.notes, reading.gone, reading.single) == ((), (), 0)
