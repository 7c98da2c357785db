"""Adding an article by the form: by paste, by file, and what is refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.models import ProcessingRun, Statement
from factcheck.operations.models import AuditEntry
from sources.models import Article, Outlet
from tests.factories import OutletFactory
from tests.web.newsroom import a_person

ADDRESS = "/articles/add/"
TEXT = "Mira Dolan met Ketil Aas in Skarholm on 5 May 2025 for forty minutes."
PAGE = (
    "<html><head><title>They met</title></head><body><article>"
    f"<p>{TEXT}</p><p>{TEXT[:-1]} again.</p></article></body></html>"
)


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def given(**fields):
    outlet = {"new_outlet": "Tidewater Gazette", "language": "en"}
    return outlet | {"text": TEXT} | fields


def test_a_pasted_article_is_stored_read_and_shown(signed_in, editor):
    answer = signed_in.post(
        ADDRESS,
        given(published="2025-05-06", title="They met", url="https://tide.example/1"),
    )
    article = Article.objects.get()
    assert answer.headers["Location"] == f"/articles/{article.pk}/"
    assert (article.outlet.name, article.title) == ("Tidewater Gazette", "They met")
    assert article.url == "https://tide.example/1"
    assert str(article.published_date) == "2025-05-06"
    assert article.current_version.text == TEXT
    assert Statement.objects.get().quote == TEXT
    assert ProcessingRun.objects.get().finished_at is not None
    assert AuditEntry.objects.filter(actor=editor, verb="article.create").exists()


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", TEXT), ("saved.html", PAGE), ("A.HTM", PAGE)]
)
def test_a_file_instead_of_a_paste(signed_in, name, content):
    file = SimpleUploadedFile(name, content.encode())
    answer = signed_in.post(ADDRESS, given(text="", file=file))
    assert answer.status_code == 302
    assert "forty minutes" in Article.objects.get().current_version.text


def test_a_language_that_is_not_read_is_stored_and_said(signed_in):
    answer = signed_in.post(
        ADDRESS, given(language="sv", translated_from="ko"), follow=True
    )
    page = answer.content.decode()
    assert "not analysed: language sv" in page
    assert "translated from Korean" in page
    assert not Statement.objects.exists()


def test_files_of_one_name_are_two_articles(signed_in):
    for number in (1, 2):
        file = SimpleUploadedFile("index.txt", f"{TEXT} Part {number}.".encode())
        signed_in.post(ADDRESS, given(text="", file=file))
    assert Article.objects.count() == 2


def test_two_outlets_may_print_the_same_words(signed_in):
    for outlet in ("Tidewater Gazette", "Quay Courier"):
        assert signed_in.post(ADDRESS, given(new_outlet=outlet)).status_code == 302
    assert sorted(Article.objects.values_list("outlet__name", flat=True)) == [
        "Quay Courier",
        "Tidewater Gazette",
    ]


def test_the_same_again_changes_nothing(signed_in):
    signed_in.post(ADDRESS, given())
    answer = signed_in.post(ADDRESS, given(), follow=True)
    assert "nothing has changed" in answer.content.decode()
    assert Article.objects.count() == 1


def test_a_known_outlet_can_be_chosen(signed_in):
    outlet = OutletFactory(name="Northern Bell")
    signed_in.post(ADDRESS, given(new_outlet="", outlet=outlet.pk))
    assert Article.objects.get().outlet == outlet
    assert Outlet.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"new_outlet": ""}, "outlet", "Choose an outlet, or name a new one."),
        ({"new_outlet": "x" * 201}, "new_outlet", "at most 200"),
        ({"text": ""}, "text", "Paste the text, or choose a file"),
        ({"text": "  \n "}, "text", "Paste the text, or choose a file"),
        ({"text": "… — !"}, "text", "Empty text"),
        ({"text": "x " * 130_000}, "text", "longer than 250000"),
        ({"published": "2999-01-01"}, "published", "Future date"),
        ({"published": "2025-02-30"}, "published", "Enter a valid date"),
        ({"published": "0999-02-03"}, "published", "Impossible date"),
        ({"url": "ftp://tide.example/1"}, "url", "http and https"),
        ({"url": "no address"}, "url", "Enter a valid URL"),
        ({"title": "x" * 501}, "title", "at most 500"),
    ],
)
def test_what_is_refused_is_said_beside_its_field(signed_in, fields, field, said):
    answer = signed_in.post(ADDRESS, given(**fields))
    assert answer.status_code == 422
    form = answer.context["form"]
    assert list(form.errors) == [field]
    assert said in " ".join(form.errors[field])
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not Article.objects.exists()


def test_nothing_that_was_typed_is_lost(signed_in):
    page = signed_in.post(ADDRESS, given(published="2999-01-01")).content.decode()
    assert TEXT in page
    assert 'value="Tidewater Gazette"' in page


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.7", "Neither .txt nor .html"),
        ("a.txt", b"\x00\x01\x02" * 50, "NUL bytes"),
        ("a.txt", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "Empty text"),
        ("a.txt", b"a" * (5 * 1024 * 1024 + 1), "Larger than 5 MB"),
    ],
)
def test_a_file_that_is_no_article(signed_in, name, content, said):
    answer = signed_in.post(
        ADDRESS, given(text="", file=SimpleUploadedFile(name, content))
    )
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors["file"])
    assert not Article.objects.exists()


def test_a_paste_and_a_file_at_once(signed_in):
    file = SimpleUploadedFile("a.txt", TEXT.encode())
    answer = signed_in.post(ADDRESS, given(file=file))
    assert list(answer.context["form"].errors) == ["file"]


def test_a_paste_over_the_limit_of_a_body(signed_in):
    answer = signed_in.post(ADDRESS, given(text="a" * (6 * 1024 * 1024)))
    assert answer.status_code == 422
    assert "Larger than 5 MB" in answer.content.decode()


def test_the_form_is_guarded_against_forgery(editor, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(editor)
    answer = client.post(ADDRESS, given())
    assert answer.status_code == 403
    assert "This form has expired" in answer.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reader_adds_nothing(client, db, method):
    client.force_login(a_person("Rue Reader", "reader"))
    answer = getattr(client, method)(ADDRESS, given())
    assert answer.status_code == 403
    assert "Your role does not allow this" in answer.content.decode()


def test_without_an_account_the_form_is_closed(client, db, settings):
    settings.PUBLIC_READ = True
    assert client.get(ADDRESS).headers["Location"].startswith("/login/")
