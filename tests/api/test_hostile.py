"""Whatever is asked or sent, the answer is one of ours: never a crash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import resolve

from claims.api.articles import NewArticleSerializer
from factcheck.operations.api.filters import COMMON
from tests.api.asking import LISTS, Api, complaints
from tests.db.fakes import LineEngine
from tests.factories import WebhookFactory
from tests.web.newsroom import Newsroom

WORDS = [
    "",
    " ",
    "\0",
    "'\"",
    "%",
    "\\",
    "_%_",
    "-1",
    "9" * 19,
    "9" * 5_000,
    "1e999",
    "-1e999999999",
    "NaN",
    "Infinity",
    "0001-01-01",
    "9999-12-31",
    "2031-02-30",
    "0295-02-28T10:13:43+23:50",
    "٣",
    "𝔘" * 200,
    "\u202e\ufeff",
    "true",
    "null",
    "[]",
]
VALUES: list[Any] = [
    *WORDS,
    None,
    True,
    0,
    -1,
    10**400,
    1e308,
    [],
    [[]],
    ["read", None],
    {},
    {"a": {"b": 1}},
    "\ud800",
    "x" * 100_000,
]
BODIES: dict[str, dict[str, Any]] = {
    "articles/": dict.fromkeys(NewArticleSerializer().fields, "Mill closed 40"),
    "ratings/": {"claim": 1, "value": 5, "rationale": "x"},
    "tokens/": {"name": "x", "scopes": ["read"], "days": 1},
}
BODIES["articles/"] |= {"html": "", "url": "", "published": "", "authors": []}
BODIES["articles/"] |= {"language": "en", "translated_from": ""}


@pytest.mark.parametrize("path", LISTS)
def test_no_parameter_crashes_a_list(
    path: str, newsroom: Newsroom, editor: Api
) -> None:
    view: Any = resolve(f"/api/v1/{path}").func
    for name in [*view.cls.filterset_class.base_filters, *COMMON]:
        for word in WORDS:
            status = editor.get(path, **{name: word}).status_code
            assert status in {200, 400}, (name, word)


@pytest.mark.parametrize("path", BODIES)
def test_no_field_crashes_a_write(
    path: str, newsroom: Newsroom, editor: Api, lines: LineEngine
) -> None:
    if path == "tokens/":
        editor = Api()
        editor.client.force_login(newsroom.editor)
    for name in BODIES[path]:
        for value in VALUES:
            answer = editor.post(path, BODIES[path] | {name: value})
            told = (name, str(value)[:40], answer.content[:300])
            assert answer.status_code in {200, 201, 400, 409}, told


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "articles/", {"outlet": "Quay Sheet", "text": "Mill closed 40"}),
        ("post", "ratings/", {"claim": 1, "value": 5}),
        ("post", "tokens/", {"name": "x", "scopes": ["read"]}),
        ("post", "exports/", {"format": "csv"}),
        ("post", "check/", {"text": "Mill closed 40"}),
        ("post", "compare/", {"a": {"text": "Mill"}, "b": {"text": "Mill"}}),
        ("post", "claims/1/comment/", {"body": "x"}),
        ("post", "webhooks/", {"url": "https://192.0.2.1/", "events": []}),
        ("patch", "webhooks/{webhook}/", {"enabled": False}),
    ],
)
def test_a_field_that_there_is_not_is_refused(
    method: str,
    path: str,
    body: dict[str, Any],
    newsroom: Newsroom,
    editor: Api,
    lines: LineEngine,
) -> None:
    """Or a misspelt one is left out without a word: an article without its date."""
    webhook = WebhookFactory(owner=newsroom.editor)
    if path == "tokens/":
        editor = Api()
        editor.client.force_login(newsroom.editor)
    answer = getattr(editor.client, method)(
        f"/api/v1/{path.format(webhook=webhook.pk)}",
        body | {"publised": "2031-03-12"},
        content_type="application/json",
    )
    assert complaints(answer)["publised"] == "There is no such field."


@pytest.mark.parametrize("path", BODIES)
@pytest.mark.parametrize("body", [value for value in VALUES if value != {}])
def test_no_body_crashes_a_write(path: str, body: Any, editor: Api) -> None:
    assert editor.post(path, json.dumps(body)).status_code in {400, 401}


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("row", ["0", "9" * 19, "9" * 5_000, "%00", "..", "1%0a", "٣"])
def test_no_number_crashes_a_row(
    path: str, row: str, newsroom: Newsroom, editor: Api
) -> None:
    assert editor.get(f"{path}{row}/").status_code in {200, 404}
