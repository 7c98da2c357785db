"""Addresses, names and words: when two of them are the same."""

import pytest

from sources.parsing.identity import (
    canonical_url,
    domain_key,
    domains_of,
    is_domain,
    name_key,
    text_hash,
    url_hash,
)
from sources.parsing.types import Refused


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("", ""),
        ("  https://paper.example/a ", "https://paper.example/a"),
        ("HTTPS://Paper.Example/A/b", "https://paper.example/A/b"),
        ("https://paper.example", "https://paper.example/"),
        ("https://paper.example:443/a#top", "https://paper.example/a"),
        ("http://paper.example:8080/a", "http://paper.example:8080/a"),
        ("https://paper.example/a?utm_source=x&id=7", "https://paper.example/a?id=7"),
        ("https://paper.example/a?fbclid=1&gclid=2", "https://paper.example/a"),
        ("https://paper.example/a?q=%C3%A5&b=", "https://paper.example/a?q=%C3%A5&b="),
        ("https://zürich.example/ä", "https://xn--zrich-kva.example/%C3%A4"),
        ("https://paper.example/100%25", "https://paper.example/100%25"),
        ("https://paper.example./a", "https://paper.example/a"),
    ],
)
def test_one_spelling(url, canonical):
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/hostname",
        "ftp://paper.example/a",
        "paper.example/a",
        "https://user:pass@paper.example/a",
        "https://user@paper.example/a",
        "https:///a",
        "https://paper.example:99999/",
        "https://paper.example:x/",
        "https://[::1",
        "https://[::1]/",
        "https://-paper.example/",
        "https://paper..example/",
        "https://paper.example/a b",
        "https://paper.example/a\nb",
        "https://paper.example\\@evil.example/",
        "https://paper.example/\ud800",
        "https://" + "a" * 64 + ".example/",
        "https://" + "ä" * 60 + ".example/",
        "https://paper.example/" + "a" * 2000,
        "https://paper.example/" + "ä" * 900,
        "https://paper.example/?utm_a&" + "a&" * 300,
    ],
)
def test_no_address(url):
    with pytest.raises(Refused, match=r"^url: "):
        canonical_url(url)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://paper.example/a", "http://www.paper.example/a", True),
        ("https://paper.example/a", "https://paper.example/a/", False),
        ("https://paper.example/a?id=1", "https://paper.example/a?id=2", False),
        ("https://paper.example/a", "https://paper.example/A", False),
    ],
)
def test_one_article_at_two_addresses(a, b, same):
    assert (url_hash(canonical_url(a)) == url_hash(canonical_url(b))) is same


def test_no_address_names_no_article():
    assert url_hash("") == ""


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Harbour  Post ", "harbour post", True),
        ("Ｈarbour Post", "HARBOUR POST", True),
        ("Straße", "STRASSE", True),
        ("Harbour Post", "The Harbour Post", False),
        ("Harbour Post", "Harbor Post", False),
    ],
)
def test_names(a, b, same):
    assert (name_key(a) == name_key(b)) is same


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("paper.example", True),
        ("news.paper.example", True),
        ("Paper No. 5", False),
        ("The Paper", False),
        ("Paper", False),
        ("10.0", False),
    ],
)
def test_a_name_that_is_a_domain(name, answer):
    assert is_domain(name) is answer


def test_domains_go_from_special_to_general():
    assert domains_of("https://www.city.paper.example/a") == (
        "city.paper.example",
        "paper.example",
    )
    assert domain_key("WWW.Zürich.example") == "xn--zrich-kva.example"


def test_text_hash_is_of_the_words():
    assert text_hash("a") != text_hash("a ")
    assert len(text_hash("")) == 64
