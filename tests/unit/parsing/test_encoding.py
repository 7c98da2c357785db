"""Bytes to text: what is read, and what is refused instead of guessed."""

import pytest

from sources.parsing.encoding import checked_text, decode_page, decode_text
from sources.parsing.types import Refused

WORDS = "The ferry “Ålesund” costs 40 €."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (WORDS.encode(), WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS),
        (b"one\r\ntwo\rthree\n\n", "one\ntwo\nthree"),
        (b"  indented\n", "  indented"),
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"form\x0cfeed and tab\there", "form\x0cfeed and tab\there"),
    ],
)
def test_text_is_read(raw, text):
    assert decode_text(raw) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (WORDS.encode("cp1252"), "unknown encoding: not UTF-8, see byte 11"),
        (b"\xff\xfe\x41", "unknown encoding: not UTF-16"),
        (b"\xff\xfe\x00\x00A\x00\x00\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"PK\x03\x04\x14\x00\x00\x00", "binary"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "unknown encoding"),
        (b"plain\x00words", "binary"),
        (bytes(range(1, 9)) * 10, "binary"),
    ],
)
def test_text_is_refused(raw, reason):
    with pytest.raises(Refused, match=reason):
        decode_text(raw)


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("", "utf-8"),
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta charset='ISO-8859-1'>", "cp1252"),
        ('<meta http-equiv=ct content="text/html; charset=cp1252">', "cp1252"),
        ('<?xml version="1.0" encoding="ISO-8859-15"?>', "iso8859-15"),
        ("<meta charset=utf-16>", "utf-8"),  # readable, so it cannot be true
    ],
)
def test_page_declares_its_encoding(head, codec):
    markup = f"{head}<p>Ålesund, 40 €</p>"
    assert decode_page(markup.encode(codec)) == markup.replace("\r", "")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("<p>Ålesund</p>".encode("cp1252"), "unknown encoding: not utf-8"),
        ("<meta charset=utf-8><p>Ålesund".encode("cp1252"), "unknown encoding"),
        (b"<meta charset=zlib_codec><p>x", "declares 'zlib_codec'"),
        (b"<meta charset=unicode_escape><p>x", "unknown encoding"),
        (b"<p>a\x00b", "binary"),
    ],
)
def test_page_is_refused(raw, reason):
    with pytest.raises(Refused, match=reason):
        decode_page(raw)


@pytest.mark.parametrize("text", ["half \ud83d", "nul \x00"])
def test_characters_that_no_database_stores(text):
    with pytest.raises(Refused):
        checked_text(text)
