"""Idempotency-Key on every POST: the same request twice is one act."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from claims.api import ratings
from claims.models import Rating
from factcheck.operations.idempotency import TAKEN_OVER_AFTER
from factcheck.operations.models import AuditEntry, IdempotencyKey, Token
from sources.models import Article
from tests.api.asking import Api, complaints, password_of, refused, token_for
from tests.web.newsroom import Newsroom, make_newsroom

if TYPE_CHECKING:
    from tests.db.fakes import LineEngine

KEY = "2f0c6a1e-8a55-4a53-9a8b-1f3f6a1d9c10"


def with_key(newsroom: Newsroom, key: str = KEY, *scopes: str) -> Api:
    scopes = scopes or ("read", "review", "ingest")
    return Api(token_for(newsroom.editor, *scopes), **{"Idempotency-Key": key})


@pytest.fixture
def keyed(newsroom: Newsroom) -> Api:
    return with_key(newsroom)


@pytest.fixture
def rating(newsroom: Newsroom) -> dict[str, Any]:
    return {"claim": newsroom.call.pk, "value": 5}


def test_the_same_answer_and_one_rating(keyed: Api, rating: dict[str, Any]) -> None:
    first, second = (keyed.post("ratings/", rating) for _ in range(2))
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert "Idempotent-Replayed" not in first.headers
    assert second.headers["Idempotent-Replayed"] == "true"
    assert Rating.objects.count() == 1


def test_without_a_key_it_is_a_second_one(
    newsroom: Newsroom, editor: Api, rating: dict[str, Any]
) -> None:
    for _ in range(2):
        editor.post("ratings/", rating)
    assert Rating.objects.count() == 2
    assert not IdempotencyKey.objects.exists()


def test_another_body_under_the_key(keyed: Api, rating: dict[str, Any]) -> None:
    keyed.post("ratings/", rating)
    members = refused(keyed.post("ratings/", {**rating, "value": 4}), 422)
    assert members["code"] == "idempotency_key_reused"
    refused(keyed.post("articles/", rating), 422)
    assert Rating.objects.count() == 1


@pytest.mark.parametrize("key", ["", " ", "k" * 256, "tidewater\xe9", "a\tb"])
def test_what_is_no_key(key: str, newsroom: Newsroom, rating: dict[str, Any]) -> None:
    answer = with_key(newsroom, key).post("ratings/", rating)
    assert set(complaints(answer)) == {"Idempotency-Key"}
    assert not Rating.objects.exists()


def test_the_longest_key(newsroom: Newsroom, rating: dict[str, Any]) -> None:
    assert with_key(newsroom, "k" * 255).post("ratings/", rating).status_code == 201


def test_a_refusal_is_not_kept(keyed: Api, rating: dict[str, Any]) -> None:
    refused(keyed.post("ratings/", {**rating, "value": 1}), 400)
    assert keyed.post("ratings/", rating).status_code == 201


def test_a_crash_leaves_neither_act_nor_answer(
    keyed: Api, rating: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(self: Any, instance: Any) -> Any:
        raise RuntimeError("after the act")

    with monkeypatch.context() as patched:
        patched.setattr(ratings.RatingSerializer, "to_representation", crash)
        assert keyed.post("ratings/", rating).status_code == 500
    assert not Rating.objects.exists()
    assert not AuditEntry.objects.filter(verb="claim.rate").exists()
    assert keyed.post("ratings/", rating).status_code == 201


def test_a_server_that_died(
    newsroom: Newsroom, keyed: Api, rating: dict[str, Any]
) -> None:
    keyed.post("ratings/", rating)
    IdempotencyKey.objects.update(status=None, body="")  # as it was before the answer
    answer = keyed.post("ratings/", rating)
    members = refused(answer, 409)
    assert members["code"] == "idempotency_in_progress"
    assert 0 < int(answer.headers["Retry-After"]) <= 5
    IdempotencyKey.objects.update(at=timezone.now() - TAKEN_OVER_AFTER - timedelta(1))
    assert keyed.post("ratings/", rating).status_code == 201


def test_who_may_not_is_refused_and_keeps_nothing(
    newsroom: Newsroom, rating: dict[str, Any], public: Api
) -> None:
    keyed = with_key(newsroom)
    keyed.post("ratings/", rating)
    refused(with_key(newsroom, KEY, "read").post("ratings/", rating), 403)
    refused(
        public.client.post(
            "/api/v1/ratings/",
            rating,
            content_type="application/json",
            headers={"Idempotency-Key": KEY},
        ),
        401,
    )
    assert IdempotencyKey.objects.count() == 1


def test_an_article_that_is_sent_twice(
    newsroom: Newsroom, keyed: Api, lines: LineEngine
) -> None:
    body = {"external_id": "x1", "outlet": "Quay Sheet", "text": "Mill closed 40"}
    first, second = (keyed.post("articles/", body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json()["stored"] == "created"
    assert second.headers["Location"] == first.headers["Location"]
    assert Article.objects.filter(external_id="x1").count() == 1


def test_a_token_is_shown_once_also_to_who_repeats(newsroom: Newsroom) -> None:
    api = Api(**password_of(newsroom.editor), **{"Idempotency-Key": KEY})
    asked = {"name": "plug-in", "scopes": ["read"]}
    first, second = (api.post("tokens/", asked).json() for _ in range(2))
    assert first["token"].startswith(second["key"])
    assert second["token"] == ""
    assert Token.objects.count() == 1
    assert first["token"] not in str(list(IdempotencyKey.objects.values()))


def test_a_page_has_no_key(keyed: Api) -> None:
    assert keyed.client.post("/login/", {}).status_code == 200
    assert not IdempotencyKey.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_one() -> None:
    newsroom = make_newsroom()
    token = token_for(newsroom.editor, "review")
    barrier = Barrier(4)

    def send(_number: int) -> Any:
        client = Client(
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": KEY}
        )
        barrier.wait(20)
        try:
            return client.post(
                "/api/v1/ratings/",
                {"claim": newsroom.call.pk, "value": 5},
                content_type="application/json",
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(send, range(4)))
    assert Rating.objects.count() == 1
    assert AuditEntry.objects.filter(verb="claim.rate").count() == 1
    made = [answer for answer in answers if answer.status_code == 201]
    fresh = [each for each in made if "Idempotent-Replayed" not in each.headers]
    assert len(fresh) == 1
    assert {answer.content for answer in made} == {fresh[0].content}
    for answer in answers:
        if answer.status_code != 201:
            assert refused(answer, 409)["code"] == "idempotency_in_progress"
