"""docs/api.md tells the truth: every example is run, every parameter exists."""

from __future__ import annotations

import re
import shlex
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import resolve

from claims.models import Claim, Link, Rating
from factcheck import urls
from factcheck.operations.network import exchange
from factcheck.operations.tokens import SCOPES
from sources.models import Article
from tests.architecture.tree import ROOT
from tests.factories import PASSWORD
from tests.web.newsroom import Newsroom

if TYPE_CHECKING:
    from tests.db.fakes import LineEngine

GUIDE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^(curl .*?) +# (\d{3})$", re.MULTILINE | re.DOTALL)
RESOURCE = re.compile(r"^\| `([\w-]+)` \| [^|]+ \|(.*)\|$", re.MULTILINE)


@dataclass(slots=True)
class Request:
    """What a curl command sends."""

    url: str = ""
    method: str = ""
    user: str = ""
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def request_of(command: str) -> Request:
    """Reads the few options that the guide uses; fails on any other."""
    request = Request()
    words = iter(shlex.split(command.replace("\\\n", " "))[1:])
    for word in words:
        match word:
            case "-u":
                request.user = next(words)
            case "-X":
                request.method = next(words)
            case "-d":
                request.body = next(words)
            case "-H":
                name, _, value = next(words).partition(": ")
                request.headers += ((name, value),)
            case _:
                assert not word.startswith("-"), word
                request.url = word
    return request


EXAMPLES = [
    (command, int(status))
    for block in BLOCK.findall(GUIDE)
    for command, status in EXAMPLE.findall(block)
]


def test_every_command_says_its_status() -> None:
    commands = sum(block.count("curl ") for block in BLOCK.findall(GUIDE))
    assert commands == len(EXAMPLES) > 10


def test_the_examples_run(
    newsroom: Newsroom,
    lines: LineEngine,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.PUBLIC_READ = True
    # The guide's hosts are nowhere.
    monkeypatch.setattr(exchange, "look_up", lambda _host, _port: ["93.184.216.34"])
    known = {
        "$FACTCHECK": "/api/v1",
        "$SITE": "",
        "$NAME": newsroom.editor.username,
        "$PASSWORD": PASSWORD,
        "$CLAIM": str(newsroom.ban.pk),
        '"claim": 1': f'"claim": {newsroom.call.pk}',
        "/claims/1/": f"/claims/{newsroom.call.pk}/",
        "/links/1/": f"/links/{Link.objects.earliest('pk').pk}/",
        "claim=1": f"claim={newsroom.call.pk}",
        "article=asia-business-daily": f"article={newsroom.tide.external_id}",
        "outlet=asia-business-daily": f"outlet={newsroom.tide.outlet.slug}",
        "q=daily": "q=gazette",
    }
    for command, status in EXAMPLES:
        for name, value in known.items():
            command = command.replace(name, value)
        answer = send(request_of(command))
        assert answer.status_code == status, (command, answer.content)
        assert answer.headers["Content-Type"].startswith("application/")
        if answer.status_code == 200:
            assert answer.json().get("count") != 0, command
        if "tokens" in command and status == 201:
            known["$TOKEN"] = answer.json()["token"]
        if "webhooks" in command and status == 201:
            known["/webhooks/1/"] = f"/webhooks/{answer.json()['id']}/"
        if "/decide/" in command:
            known["$CHANGE"] = str(answer.json()["change"])
    assert Article.objects.filter(external_id="quay-118").exists()
    assert Rating.objects.get().claim == Claim.objects.get(pk=newsroom.call.pk)


def send(request: Request) -> Any:
    headers = dict(request.headers)
    if request.user:
        pair = request.user.encode()
        headers["Authorization"] = f"Basic {b64encode(pair).decode()}"
    method = request.method or ("POST" if request.body else "GET")
    kind = headers.pop("Content-Type", "application/x-www-form-urlencoded")
    return Client().generic(
        method, request.url, request.body, content_type=kind, headers=headers
    )


def test_every_resource_is_explained() -> None:
    told = {name for name, _ in RESOURCE.findall(GUIDE)}
    assert told >= {prefix for prefix, _, _ in urls.api.registry}


@pytest.mark.parametrize(("name", "cell"), RESOURCE.findall(GUIDE))
def test_every_parameter_is_explained(name: str, cell: str) -> None:
    view: Any = resolve(f"/api/v1/{name}/").func
    filters = getattr(view.cls, "filterset_class", None)
    known = set(filters.base_filters) if filters else set()
    assert set(re.findall(r"`(\w+)`", cell)) == known


def test_every_scope_is_explained() -> None:
    assert set(re.findall(r"^\| `([\w-]+)` \| [^|]+ \|$", GUIDE, re.MULTILINE)) == set(
        SCOPES
    )
