"""Bytes to text, without guessing. PURE.

A plain text says its encoding by a byte order mark or is UTF-8; a web page may declare
another one. Nothing is guessed from statistics: a wrong guess prints wrong names and
prices as if an outlet had written them, so the rest is refused as "unknown encoding".
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sources.parsing.types import Refused

UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

# Bytes in which a page's declaration is looked for (the HTML standard says 1,024; saved
# pages carry the browser's own comments before it).
DECLARATION_BYTES = 4096

# Share of control characters from which a text is taken for binary. Pasted texts carry
# a stray one now and then; formats without NUL bytes carry many more than 1 in 100.
MAX_CONTROL_SHARE = 0.01

# Declared label -> codec. A closed list: Python's codecs also answer to "zlib",
# "unicode_escape" or "idna". Labels stand for their superset, as in browsers.
CODECS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
        **dict.fromkeys(("us-ascii", "ascii", "latin1", "iso-8859-1"), "cp1252"),
        **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
        **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "cp949"), "cp949"),
        **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
        **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
        **{f"windows-125{n}": f"cp125{n}" for n in range(9)},
        **{f"cp125{n}": f"cp125{n}" for n in range(9)},
        **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14)},
        **{"iso-8859-9": "cp1254", "iso-8859-15": "iso8859-15", "tis-620": "cp874"},
        **{"euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp", "macintosh": "mac_roman"},
        **{"koi8-r": "koi8_r", "koi8-u": "koi8_u", "windows-874": "cp874"},
    }
)

_DECLARATION = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode_text(raw: bytes) -> str:
    """The text of a plain file: UTF-8 with or without mark, or UTF-16 with mark.

    Line ends become "\\n" and white space at the end goes, so that the same words read
    twice are equal. Raises Refused.
    """
    marked = _decode_marked(raw)
    return checked_text(_decode(raw, "utf-8", "UTF-8") if marked is None else marked)


def decode_page(raw: bytes) -> str:
    """The markup of a web page: by mark, by its own declaration, else UTF-8."""
    marked = _decode_marked(raw)
    if marked is not None:
        return marked
    if b"\x00" in raw:
        raise Refused("binary: the file holds NUL bytes")
    declared = _DECLARATION.search(raw[:DECLARATION_BYTES])
    label = (
        declared.group(1).decode("ascii", "replace").lower() if declared else "utf-8"
    )
    codec = CODECS.get(label)
    if codec is None:
        raise Refused(f"unknown encoding: the page declares {label!r}")
    return _decode(raw, codec, label)


def checked_text(text: str) -> str:
    """`text` with plain line ends; raises Refused for what is no text to a database."""
    if "\x00" in text:
        raise Refused("binary: the text holds NUL characters")
    if _SURROGATE.search(text):
        raise Refused("unknown encoding: the text holds half a character (a surrogate)")
    # "\ufffe" as a character is a byte order mark read the wrong way round.
    if len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise Refused("binary: more than one in a hundred is a control character")
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def _decode_marked(raw: bytes) -> str | None:
    if raw.startswith(UTF8_MARK):
        return _decode(raw, "utf-8-sig", "UTF-8")
    if raw.startswith(UTF16_MARKS):
        return _decode(raw, "utf-16", "UTF-16")
    return None


def _decode(raw: bytes, codec: str, label: str) -> str:
    if b"\x00" in raw and codec != "utf-16":
        raise Refused("binary: the file holds NUL bytes")
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise Refused(
            f"unknown encoding: not {label}, see byte {error.start + 1}"
        ) from error
