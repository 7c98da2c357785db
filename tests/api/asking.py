"""Asking the API in tests: JSON in, JSON out, and what a refusal must look like."""

from __future__ import annotations

import base64
from typing import Any

from django.test import Client

from factcheck.operations.models import User
from factcheck.operations.tokens import token_create
from tests.factories import PASSWORD

ROOT = "/api/v1/"
PROBLEM = "application/problem+json"
# What may be read by everybody where reading is public.
LISTS = [
    "outlets/",
    "families/",
    "aliases/",
    "articles/",
    "statements/",
    "links/",
    "claims/",
    "ratings/",
    "versions/",
    "facets/",
    "verdicts/",
    "comments/",
    "searches/",
]
Answer = Any


def token_for(user: User, *scopes: str) -> str:
    """The clear text of a new token."""
    return token_create(user=user, name="test", scopes=list(scopes))[1]


def password_of(user: User, password: str = PASSWORD) -> dict[str, str]:
    """The header that sends a name and a password."""
    pair = f"{user.username}:{password}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


class Api:
    """A program; without a token it is nobody."""

    def __init__(self, token: str = "", **headers: str) -> None:
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self.client = Client(headers=headers, raise_request_exception=False)

    def get(self, path: str, **query: Any) -> Answer:
        return self.client.get(ROOT + path, query)

    def post(self, path: str, body: Any, **headers: str) -> Answer:
        return self.client.post(
            ROOT + path, body, content_type="application/json", headers=headers
        )

    def delete(self, path: str) -> Answer:
        return self.client.delete(ROOT + path)

    def rows(self, path: str, **query: Any) -> list[dict[str, Any]]:
        """The first page of a list."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, answer.content
        rows: list[dict[str, Any]] = answer.json()["results"]
        return rows

    def ids(self, path: str, **query: Any) -> list[int]:
        return [row["id"] for row in self.rows(path, **query)]

    def one(self, path: str) -> dict[str, Any]:
        answer = self.get(path)
        assert answer.status_code == 200, answer.content
        row: dict[str, Any] = answer.json()
        return row


def refused(answer: Answer, status: int) -> dict[str, Any]:
    """The members of the problem that the answer must be."""
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == PROBLEM
    members: dict[str, Any] = answer.json()
    assert members["status"] == status
    return members


def complaints(answer: Answer) -> dict[str, str]:
    """Field → what is wrong with it, of a request that is not valid."""
    return {error["attr"]: error["detail"] for error in refused(answer, 400)["errors"]}
