"""Vendored files are what they were; no template needs inline script or style."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "factcheck" / "static"
VENDOR = STATIC / "vendor"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
PACKAGES = json.loads((VENDOR / "manifest.json").read_text())["packages"]
FILES = {entry["file"]: entry for package in PACKAGES for entry in package["files"]}
# Data is not run: the policy lets it stand.
INLINE = re.compile(
    r"""<style|\sstyle\s*=|\son[a-z]+\s*=|\shx-on|javascript:"""
    r"""|<script(?![^>]*\s(?:src=|type="application/ld\+json"))""",
    re.IGNORECASE,
)
TAG = re.compile(r"{%.*?%}", re.DOTALL)


def inline(markup: str) -> bool:
    """Whether there is script or style outside of Django's own tags."""
    return INLINE.search(TAG.sub("", markup)) is not None


STRIPPED = re.compile(rb"/[/*][#@] ?sourceMappingURL=[^\n]*")


def sri(data: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_vendored_file_is_the_one_of_the_manifest(name):
    assert sri((VENDOR / name).read_bytes()) == FILES[name]["sha512"]


def test_every_vendored_file_is_in_the_manifest():
    found = {
        path.relative_to(VENDOR).as_posix()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert found == set(FILES)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p["name"])
def test_a_package_has_version_integrity_and_licence(package):
    assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"])
    assert package["integrity"].startswith("sha512-")
    assert package["licence"] in {"MIT", "OFL-1.1"}
    assert any(entry["file"].endswith("LICENSE") for entry in package["files"])


@pytest.mark.parametrize(
    "path",
    [p for p in STATIC.rglob("*") if p.suffix in {".css", ".js"}],
    ids=lambda p: p.name,
)
def test_no_file_names_a_source_map(path):
    # A manifest storage would look for the map and fail.
    assert STRIPPED.search(path.read_bytes()) is None


@pytest.mark.parametrize(
    "path",
    sorted(TEMPLATES.rglob("*.html")),
    ids=lambda p: p.relative_to(TEMPLATES).as_posix(),
)
def test_a_template_holds_no_inline_script_or_style(path):
    assert not inline(path.read_text())


@pytest.mark.parametrize(
    ("markup", "caught"),
    [
        ('<p style="color:red">', True),
        ("<style>p{}</style>", True),
        ('<a onclick="x()">', True),
        ("<script>x()</script>", True),
        ('<a href="javascript:x()">', True),
        ('<script src="/x.js"></script>', False),
        ('<p class="style">on = off</p>', False),
        ('<script type="application/ld+json">{}</script>', False),
        ('<script type="module">x()</script>', True),
        ("{% blocktranslate with one=a %}", False),
        ("{% if a %}<a onclick='x()'>{% endif %}", True),
    ],
)
def test_the_check_above_catches(markup, caught):
    assert inline(markup) is caught
