"""The OpenAPI document: valid, without a warning, the committed one, and offline."""

from __future__ import annotations

import io
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client

from claims.api.limits import limits
from tests.api.asking import Api
from tests.architecture.tree import ROOT

COMMITTED = ROOT / "docs" / "openapi.yaml"
RENEW = "manage.py spectacular --file docs/openapi.yaml"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))


def test_the_document_is_valid_and_nothing_is_guessed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    out = io.StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    assert capfd.readouterr().err == ""
    assert out.getvalue() == COMMITTED.read_text(encoding="utf-8"), RENEW


def test_its_version(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("outlets/", {"get"}),
        ("articles/", {"get", "post"}),
        ("articles/{id}/", {"get"}),
        ("statements/", {"get"}),
        ("links/", {"get", "post"}),
        ("links/{id}/decide/", {"post"}),
        ("claims/{id}/adjudicate/", {"get", "post"}),
        ("claims/{id}/", {"get"}),
        ("ratings/", {"get", "post"}),
        ("tokens/", {"get", "post"}),
        ("tokens/{key}/", {"get", "delete"}),
    ],
)
def test_what_may_be_asked(
    path: str, methods: set[str], document: dict[str, Any]
) -> None:
    assert set(document["paths"][f"/api/v1/{path}"]) == methods


def test_every_operation_says_what_it_is_and_how_it_refuses(
    document: dict[str, Any],
) -> None:
    refusals = document["components"]["responses"]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if path.endswith("/schema/"):
                continue
            assert operation.get("summary"), (method, path)
            told = {
                int(status): refusals[answer["$ref"].rpartition("/")[2]]
                for status, answer in operation["responses"].items()
                if int(status) >= 400
            }
            assert told.keys() >= {400, 401, 403, 405, 406, 429, 500}, (method, path)
            assert "{" not in path or 404 in told
            assert method == "get" or told.keys() >= {409, 412, 413, 415, 428}
            for answer in told.values():
                assert list(answer["content"]) == ["application/problem+json"]


def test_limits_are_those_that_refuse(document: dict[str, Any], settings: Any) -> None:
    told = document["info"]["x-limits"]
    assert told == limits()
    assert told["request_body_bytes"] == settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert told["page_rows_highest"] == 200
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 7
    assert limits()["request_body_bytes"] == 7


def test_lists_say_what_may_be_asked_of_them(document: dict[str, Any]) -> None:
    get = document["paths"]["/api/v1/claims/"]["get"]
    known = {each["name"]: each["schema"] for each in get["parameters"]}
    assert known.keys() >= {"cursor", "page_size", "count", "ordering", "q"}
    assert "-priority" in known["ordering"]["enum"]
    assert "title" in known["fields"]["items"]["enum"]
    assert known["expand"]["items"]["enum"] == ["statements", "links", "verdicts"]
    assert get["responses"]["304"]["description"]
    row = document["components"]["schemas"]["ReadClaim"]
    assert "expanded" in row["properties"]
    assert "required" not in row


def test_every_post_that_writes_takes_a_key(document: dict[str, Any]) -> None:
    keyless = {
        path.removeprefix("/api/v1/")
        for path, operations in document["paths"].items()
        if "post" in operations
        and "Idempotency-Key" not in _names(operations["post"].get("parameters", []))
    }
    assert keyless == {"check/", "compare/"}
    told = document["paths"]["/api/v1/claims/{id}/merge/"]["post"]["responses"]["200"]
    assert "Idempotent-Replayed" in told["headers"]


def _names(parameters: list[dict[str, Any]]) -> set[str]:
    return {each["name"] for each in parameters}


def test_who_may_ask(document: dict[str, Any]) -> None:
    tokens = document["paths"]["/api/v1/tokens/"]["post"]["security"]
    assert tokens == [{"password": []}, {"cookieAuth": []}]
    links = document["paths"]["/api/v1/links/"]["get"]["security"]
    assert {"token": []} in links


def test_every_parameter_is_explained(document: dict[str, Any]) -> None:
    silent = {"id"}
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["name"] not in silent and "/schema/" not in path:
                    assert parameter.get("description"), (path, parameter["name"])


@pytest.mark.django_db
def test_the_address_of_the_document(public: Api) -> None:
    answer = public.get("schema/", format="json")
    assert answer.json()["info"]["title"] == "Fact-check API"


@pytest.mark.django_db
def test_the_pages_need_an_account_unless_reading_is_public(
    client: Client, settings: Any
) -> None:
    settings.PUBLIC_READ = False
    answer = client.get("/api/v1/docs/")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/login/?next=/api/v1/docs/",
    )
    settings.PUBLIC_READ = True
    page = client.get("/api/v1/docs/").content.decode()
    assert "http://" not in page
    assert "https://" not in page
    assert "<style" not in page
    script = client.get("/api/v1/docs/?script=")
    assert script.headers["Content-Type"].startswith("application/javascript")
    assert b"/api/v1/schema/" in script.content
