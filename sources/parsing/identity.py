"""What makes two inputs the same article: address, words, names. PURE."""

import re
import unicodedata
from hashlib import sha256
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from sources.parsing.types import Refused

# Longest address kept, in characters: what common servers and browsers still accept.
MAX_URL_CHARS = 2000
# Longest host name that the domain name system allows.
MAX_HOST_CHARS = 253

# Parameters that tell where the reader came from, not which article it is.
TRACKING_PREFIXES = ("utm_", "mc_", "pk_", "mtm_")
TRACKING_NAMES = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "ocid", "cmpid"}
)

_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,63}")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f\\\ud800-\udfff]")


def canonical_url(url: str) -> str:
    """The one spelling of a web address, or "" for "".

    Lower-case host in its ASCII form; without fragment, default port and tracking
    parameters. Raises Refused for anything that is not a plain http or https address:
    it becomes a link on a page.
    """
    url = url.strip()
    if not url:
        return ""
    if len(url) > MAX_URL_CHARS or _UNPRINTABLE.search(url):
        raise Refused("url: too long or with characters that no address has")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"url: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in {"http", "https"} or parts.username is not None:
        raise Refused("url: only http and https addresses without a password are kept")
    host = ascii_host(parts.hostname or "")
    if port is not None and port != {"http": 80, "https": 443}[scheme]:
        host = f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    canonical = urlunsplit((scheme, host, path, _query(parts.query), ""))
    if len(canonical) > MAX_URL_CHARS:
        raise Refused("url: too long")
    return canonical


def url_hash(url: str) -> str:
    """Hexadecimal sha256 that names the article at a canonical url; "" for "".

    http and https, with and without "www.", are one address.
    """
    if not url:
        return ""
    key = url.split("://", 1)[1].removeprefix("www.")
    return sha256(key.encode()).hexdigest()


def text_hash(text: str) -> str:
    """Hexadecimal sha256 of the words as stored."""
    return sha256(text.encode()).hexdigest()


def name_key(name: str) -> str:
    """Two spellings of an outlet's name that differ in case, width and spacing only."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def domain_key(host: str) -> str:
    """A host name as the table of aliases has it: ASCII, lower case, no "www."."""
    return ascii_host(host).removeprefix("www.")


def domains_of(url: str) -> tuple[str, ...]:
    """The hosts that may stand for a canonical url's outlet, the most special first.

    >>> domains_of("https://www.city.paper.example/a")
    ('city.paper.example', 'paper.example')
    """
    host = urlsplit(url).hostname or ""
    labels = host.removeprefix("www.").split(".")
    return tuple(".".join(labels[i:]) for i in range(len(labels) - 1))


def is_domain(name: str) -> bool:
    """True for "paper.example", false for "The Paper" and "Paper No. 5"."""
    return _DOMAIN.fullmatch(name.strip()) is not None


def ascii_host(host: str) -> str:
    """The ASCII form of a host name; raises Refused when there is none."""
    host = host.strip().rstrip(".").lower()
    if not host or len(host) > MAX_HOST_CHARS:
        raise Refused("url: without a host name")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Refused(f"url: no host can be called {host[:60]!r}") from error
    if not _HOST.fullmatch(host):
        raise Refused(f"url: no host can be called {host[:60]!r}")
    return host


def _query(query: str) -> str:
    if not query:
        return ""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    except ValueError as error:
        raise Refused(f"url: {error}") from error
    kept = [(name, value) for name, value in pairs if not _is_tracking(name)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name in TRACKING_NAMES or name.startswith(TRACKING_PREFIXES)
