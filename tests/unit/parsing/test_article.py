"""From a file or a row to the article: who wins, what stays empty, what is refused."""

from datetime import UTC, datetime

import pytest

from sources.parsing.article import article_from_file, article_from_row
from sources.parsing.limits import MAX_TEXT_CHARS
from sources.parsing.types import ArticleRow, Refused

NOW = datetime(2031, 3, 12, 11, 0, tzinfo=UTC)
WORDS = "The harbour council voted on Tuesday to widen the eastern quay by 40 metres."
PAGE = (
    "<html lang=nb><head><title>Quay</title>"
    "<meta property=og:site_name content='Harbour Post'>"
    "<meta property=og:title content='Quay to be widened'>"
    "<meta name=date content=2031-03-09>"
    "<link rel=canonical href=https://harbour.example/quay></head>"
    f"<body><article><p>{WORDS}</p><p>{WORDS[::-1]}</p></article></body></html>"
)


def never(text):
    raise AssertionError("the language is given")


def from_file(raw, name="quay.txt", identify=lambda text: "en", **fields):
    return article_from_file(
        raw, row=ArticleRow(**fields), name=name, now=NOW, identify=identify
    )


def from_row(identify=lambda text: "en", **fields):
    return article_from_row(
        ArticleRow(**fields), name="batch", now=NOW, identify=identify
    )


def test_a_text_file_keeps_its_words_and_lends_its_name():
    article = from_file(b"\n Title\n\nWords.\n", name="2031.03 quay.txt")
    assert article.text == "\n Title\n\nWords."
    assert (article.external_id, article.id_is_given) == ("2031.03 quay", False)
    assert (article.title, article.outlet, article.url) == ("", "", "")
    assert article.published.precision == "none"


def test_a_page_tells_what_the_row_does_not():
    article = from_file(PAGE.encode(), name="quay.HTML", identify=never)
    assert article.outlet == "Harbour Post"
    assert article.title == "Quay to be widened"
    assert article.url == "https://harbour.example/quay"
    assert (article.language, article.language_is_given) == ("nb", True)
    assert str(article.published.day) == "2031-03-09"
    assert article.published.by == "page"


def test_the_row_wins_over_the_page():
    article = from_file(
        PAGE.encode(),
        name="quay.html",
        identify=never,
        external_id="h-1",
        outlet="Quay Courier",
        title="Another title",
        url="https://courier.example/1",
        language="sv",
        published="2031-03-10",
        published_inferred=True,
    )
    assert article.external_id == "h-1"
    assert article.id_is_given
    assert article.outlet == "Quay Courier"
    assert article.title == "Another title"
    assert article.url == "https://courier.example/1"
    assert article.language == "sv"
    assert str(article.published.day) == "2031-03-10"
    assert article.published.by == "inferred"


@pytest.mark.parametrize(
    ("identified", "language"), [("fr", "fr"), ("", "en"), ("en", "en")]
)
def test_language_from_the_words_only_when_nobody_says_it(identified, language):
    article = from_row(text=WORDS, identify=lambda text: identified)
    assert (article.language, article.language_is_given) == (language, False)
    assert from_row(text=WORDS, language="de", identify=never).language == "de"


def test_a_row_without_an_identifier_gets_one_that_a_new_line_does_not_move():
    a = from_row(text=WORDS)
    assert a.external_id.startswith("batch-")
    assert a.external_id == from_row(text=WORDS, title="Other").external_id
    assert a.external_id != from_row(text=WORDS + " More.").external_id
    # Two outlets may print one agency's words; one outlet has several spellings.
    post = from_row(text=WORDS, outlet="Harbour Post").external_id
    assert post == from_row(text=WORDS, outlet="HARBOUR  post").external_id
    assert post not in {a.external_id, from_row(text=WORDS, outlet="Quay").external_id}
    b = from_row(text=WORDS, url="https://harbour.example/1")
    c = from_row(text="Changed words.", url="http://www.harbour.example/1#c")
    assert b.external_id == c.external_id
    assert b.url_hash == c.url_hash


def test_text_wins_over_markup_in_a_row():
    assert from_row(text="Given words.", html=PAGE).text == "Given words."
    assert WORDS in from_row(html=PAGE).text


@pytest.mark.parametrize(
    ("name", "raw", "fields", "reason"),
    [
        ("a.txt", b"", {}, "empty text"),
        ("a.txt", b" \n\t\n", {}, "empty text"),
        ("a.txt", b"-- * --", {}, "empty text"),
        ("a.txt", "\u200b\ufeff".encode(), {}, "empty text"),
        ("a.txt", b"\xef\xbb\xbf", {}, "empty text"),
        ("a.txt", b"word " * (MAX_TEXT_CHARS // 4), {}, "text longer than 250000"),
        ("a.txt", b"x" * (MAX_TEXT_CHARS + 1), {}, "text longer than"),
        ("a.txt", b"caf\xe9", {}, "unknown encoding"),
        ("a.txt", b"a\x00b", {}, "binary"),
        ("a.pdf", b"%PDF", {}, "neither .txt nor .html: a.pdf"),
        ("a", b"words", {}, "neither .txt nor .html"),
        ("a.txt", b"words", {"published": "2031-02-30"}, "impossible date"),
        ("a.txt", b"words", {"published": "2031-05-01"}, "future date"),
        ("a.txt", b"words", {"url": "javascript:x"}, "url: "),
        ("a.html", b"<html><body></body></html>", {}, "empty text|not a web page"),
        ("x" * 201 + ".txt", b"words", {}, "external_id: longer"),
        (" .txt", b"words", {}, "external_id: empty"),
        ("\x1b[2J, cleared.txt", b"words", {}, "external_id: holds a control|binary"),
        ("caf\udce9.txt", b"words", {}, "surrogate"),
    ],
)
def test_files_refused(name, raw, fields, reason):
    with pytest.raises(Refused, match=reason):
        from_file(raw, name=name, **fields)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "empty text"),
        ({"text": "  "}, "empty text"),
        ({"html": " "}, "empty text"),
        ({"html": "<p>"}, "empty text|not a web page"),
        ({"text": WORDS, "published": "tomorrow"}, "impossible date"),
    ],
)
def test_rows_refused(fields, reason):
    with pytest.raises(Refused, match=reason):
        from_row(**fields)


def test_one_huge_line_below_the_limit_is_read():
    assert len(from_file(b"word " * 40_000).text) == 199_999
