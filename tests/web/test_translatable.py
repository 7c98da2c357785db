"""Every word that a page shows goes through gettext: nothing is left bare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

TEMPLATES = ROOT / "templates"
# Django's own administration, and a page that a program fills.
NOT_OURS = {
    "admin/ask.html",
    "admin/base_site.html",
    "admin/index.html",
    "api_docs.html",
}
# What is the same in every language: the name, keys on a keyboard.
SAME = {"Crosscheck", "Ctrl", "Enter", "Esc", "UTC", "CSV", "JSON-LD", "oEmbed", "ms"}

TRANSLATED = re.compile(
    r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}"
    r"|{%\s*comment\b.*?{%\s*endcomment\s*%}|{#.*?#}"
    r"|<(?P<code>script|style)\b.*?</(?P=code)>"
    r"|<(?P<said>\w+)\b[^>]*\blang=\"en\"[^>]*>[^<]*</(?P=said)>",
    re.DOTALL,
)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
SPOKEN = re.compile(
    r"\b(?:aria-label|placeholder|title|alt|data-outlet|data-confirm)=\"([^\"]*)\""
)
HTML = re.compile(r"<[^>]*>", re.DOTALL)
WORD = re.compile(r"&#?\w+;|[^\W\d_][\w’'-]*[^\W\d_]")
# Words handed to a tag in quotes that it shows: {% rel "omits" "no relation" %}.
SHOWN = re.compile(r"{%\s*rel\s+\S+\s+\"([^\"]+)\"")


def bare(text: str) -> list[str]:
    """The words of a template that no translation reaches, in their order."""
    text = TRANSLATED.sub(" ", text)
    handed = " ".join(SHOWN.findall(text))
    text = TAG.sub(" ", text)
    spoken = " ".join(SPOKEN.findall(text))
    words = WORD.findall(f"{handed} {spoken} {HTML.sub(' ', text)}")
    return [word for word in words if word not in SAME and word[0] != "&"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Not yet</p>", ["Not", "yet"]),
        ('<p>{% translate "Not yet" %}</p>', []),
        ("{% blocktranslate with a=b %}Not {{ a }}{% endblocktranslate %}", []),
        (
            "{% blocktranslate count n=n %}one{% plural %}many{% endblocktranslate %}",
            [],
        ),
        ('<a aria-label="Back" class="btn">{{ name }}</a>', ["Back"]),
        ("<a aria-label=\"{% translate 'Back' %}\">{{ name }}</a>", []),
        ('<span lang="en">the sixth</span> of May', ["of", "May"]),
        ('{% rel "omits" "no relation" %}', ["no", "relation"]),
        ('{% rel "omits" _("no relation") %}', []),
        ("<kbd>j</kbd> <kbd>Enter</kbd> 12 d", []),
        ("{% if a == b %} and {% endif %}", ["and"]),
        ("{# a note #}{% comment %}and another{% endcomment %}", []),
        ("{{ claim }}&nbsp;·&#8203;", []),
        ("외부", ["외부"]),
    ],
)
def test_what_is_bare(text: str, words: list[str]) -> None:
    assert bare(text) == words


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(TEMPLATES.rglob("*.*"))
        if path.relative_to(TEMPLATES).as_posix() not in NOT_OURS
    ],
    ids=lambda path: path.relative_to(TEMPLATES).as_posix(),
)
def test_no_word_is_left_bare(path: Path) -> None:
    assert bare(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: p.name
)
def test_days_are_written_by_the_format_of_the_language(path: Path) -> None:
    letters = re.findall(
        r"\|date:[\"'](?!\w+_FORMAT|c[\"']|Y-m-d[\"'])[^\"']*", path.read_text("utf-8")
    )
    assert letters == []
