"""One line of a manifest or of a .jsonl file."""

import json

import pytest

from sources.parsing.limits import MAX_ID_CHARS, MAX_TITLE_CHARS
from sources.parsing.rows import parse_row
from sources.parsing.types import ArticleRow, Refused


def line(**fields):
    return json.dumps(fields).encode()


def test_every_field():
    row = parse_row(
        line(
            external_id="h-1",
            file="h-1.txt",
            outlet=" Harbour   Post ",
            country="no",
            url="https://harbour.example/1",
            title="Quay\nto be widened",
            authors=["Ann Lee", " ", "Bo Ek"],
            language="en-GB",
            translated_from="no",
            published="2031-03-10",
            published_inferred=True,
            text="One.\r\n\r\nTwo.\n",
            html="<p>One.",
            something_else={"we": ["do not know"]},
        )
    )
    assert row == ArticleRow(
        external_id="h-1",
        file="h-1.txt",
        outlet="Harbour Post",
        country="NO",
        url="https://harbour.example/1",
        title="Quay to be widened",
        authors=("Ann Lee", "Bo Ek"),
        language="en",
        translated_from="no",
        published="2031-03-10",
        published_inferred=True,
        text="One.\n\nTwo.",
        html="<p>One.",
    )


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"external_id": 17}, "external_id", "17"),
        ({"title": None}, "title", ""),
        ({"authors": "Ann Lee"}, "authors", ("Ann Lee",)),
        ({"authors": None}, "authors", ()),
        ({"published_inferred": None}, "published_inferred", False),
        ({"language": "zh_Hant_TW"}, "language", "zh"),
    ],
)
def test_forms_of_a_field(fields, name, value):
    assert getattr(parse_row(line(**fields)), name) == value


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"text": "cut of', "broken JSON: .*column"),
        (b"{'text': 'x'}", "broken JSON"),
        (b"text", "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
        (b'{"a":' * 100_000, "broken JSON"),
        (b'{"external_id": ' + b"9" * 5000 + b"}", "broken JSON"),
        (b'["text"]', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b'{"text": "\xe5"}', "unknown encoding"),
        (line(text=5), "text: not a text"),
        (line(html=["<p>"]), "html: not a text"),
        (line(title={}), "title: not a text"),
        (line(outlet=5), "outlet: not a text"),
        (line(outlet="Post \x1b[2J of a long harbour" * 3), "outlet: holds a control"),
        (line(url=True), "url: not a text"),
        (line(published=20310310), "published: not a text"),
        (line(published_inferred="yes"), "published_inferred"),
        (line(external_id=True), "external_id: not a text"),
        (line(external_id="x" * (MAX_ID_CHARS + 1)), "external_id: longer"),
        (line(title="x" * (MAX_TITLE_CHARS + 1)), "title: longer"),
        (line(authors=[5]), "authors: not a text"),
        (line(authors=["x"] * 51), "authors"),
        (line(authors={"name": "x"}), "authors"),
        (line(language="English"), "language: 'English' is no language code"),
        (line(translated_from="?"), "translated_from"),
        (line(country="Norway"), "country: 'Norway'"),
        (b'{"text": "nul \\u0000"}', "binary"),
        (b'{"title": "nul \\u0000"}', "binary"),
        (b'{"text": "half \\ud800"}', "surrogate"),
    ],
)
def test_refused(raw, reason):
    with pytest.raises(Refused, match=reason):
        parse_row(raw)


def test_a_byte_order_mark_is_no_character():
    assert parse_row(b"\xef\xbb\xbf" + line(title="Quay")).title == "Quay"
