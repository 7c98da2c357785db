"""Verdicts, cards and rounds by program: for who adjudicates, on what was read."""

from __future__ import annotations

from typing import Any

import pytest

from claims.models import Claim, Verdict
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, refused, token_for
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom


@pytest.fixture
def senior(newsroom: Newsroom) -> Api:
    return Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "read", "review"))


def bench(senior: Api, newsroom: Newsroom) -> dict[str, Any]:
    return senior.one(f"claims/{newsroom.call.pk}/adjudicate/")


def verdict(read: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Every disputed facet is settled for the first value that is printed."""
    return {
        "round": read["round"],
        "seq": read["seq"],
        "decided": [
            {
                **{key: each[key] for key in ("kind", "role", "label")},
                "value": each["values"][0],
            }
            for each in read["disputes"]
        ],
        "value": 2,
        "text": "They spoke on 5 May.",
        "reasons": "Her office says so.",
        **more,
    }


def test_a_verdict(newsroom: Newsroom, senior: Api) -> None:
    path = f"claims/{newsroom.call.pk}/adjudicate/"
    read = bench(senior, newsroom)
    assert (read["round"], read["seq"]) == (1, 0)
    assert {each["kind"] for each in read["disputes"]} >= {"date"}
    answer = senior.post(path, verdict(read))
    assert answer.status_code == 201, answer.content
    row = answer.json()
    assert (row["state"], row["label"], row["seq"]) == ("adjudicated", "settled", 1)
    assert row["published_at"] is None
    late = refused(senior.post(path, verdict(read)), 409)
    assert late["current"]["seq"] == 1
    published = senior.post(path, verdict(bench(senior, newsroom), publish=True))
    assert published.json()["state"] == "published"
    assert published.json()["published_at"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"value": 6}, {"value"}),
        ({"value": 2.5}, {"value"}),
        ({"reasons": ""}, {"reasons"}),
        ({"text": ""}, {"text"}),
        ({"text": "x" * 2_001}, {"text"}),
        ({"round": None}, {"round"}),
        ({"seq": -1}, {"seq"}),
        ({"title": "x" * 201}, {"title"}),
        ({"publish": "perhaps"}, {"publish"}),
        ({"decided": "all"}, {"decided"}),
        ({"decided": [{"kind": "date"}]}, {"decided.0.label", "decided.0.value"}),
        ({"verdict": 1}, {"verdict"}),
    ],
)
def test_what_is_no_verdict(
    changes: dict[str, Any], fields: set[str], newsroom: Newsroom, senior: Api
) -> None:
    body = verdict(bench(senior, newsroom), **changes)
    answer = senior.post(f"claims/{newsroom.call.pk}/adjudicate/", body)
    assert set(complaints(answer)) == fields
    assert not Verdict.objects.exists()


def test_a_value_that_nobody_prints(newsroom: Newsroom, senior: Api) -> None:
    body = verdict(bench(senior, newsroom))
    body["decided"][0]["value"] = "never"
    answer = senior.post(f"claims/{newsroom.call.pk}/adjudicate/", body)
    assert refused(answer, 409)["current"]["disputes"]


def test_a_card_and_its_withdrawal_and_another_round(
    newsroom: Newsroom, senior: Api
) -> None:
    claim = f"claims/{newsroom.call.pk}"
    body = {"round": 1, "seq": 0}
    row = senior.post(f"{claim}/publish/", body).json()
    assert (row["state"], row["label"]) == ("open", "open")
    refused(senior.post(f"{claim}/publish/", body), 409)
    wrong = senior.post(f"{claim}/unpublish/", {"reason": " "})
    assert set(complaints(wrong)) == {"reason"}
    back = senior.post(f"{claim}/unpublish/", {"reason": "A mistake."})
    assert back.json()["state"] == "open"
    refused(senior.post(f"{claim}/unpublish/", {"reason": "A mistake."}), 409)
    senior.post(f"{claim}/adjudicate/", verdict(bench(senior, newsroom)))
    opened = {"round": 1, "reason": "Which day?"}
    assert senior.post(f"{claim}/reopen/", opened).json()["round"] == 2
    members = refused(senior.post(f"{claim}/reopen/", opened), 409)
    assert members["current"]["round"] == 2
    assert Claim.objects.get(pk=newsroom.call.pk).state == "open"


def test_nothing_is_disputed(newsroom: Newsroom, senior: Api) -> None:
    answer = senior.post(f"claims/{newsroom.ferry.pk}/publish/", {"round": 1, "seq": 0})
    assert refused(answer, 400)["errors"][0]["detail"].startswith("Nothing is disputed")


@pytest.mark.parametrize("act", ["adjudicate", "publish", "unpublish", "reopen"])
def test_who_may_not(act: str, newsroom: Newsroom, editor: Api) -> None:
    path = f"claims/{newsroom.call.pk}/{act}/"
    refused(editor.post(path, {}), 403)
    curator = UserFactory(role=Role.CURATOR)
    refused(Api(token_for(curator, "read", "review")).post(path, {}), 403)
    senior = UserFactory(role=Role.SENIOR_EDITOR)
    refused(Api(token_for(senior, "read", "curate")).post(path, {}), 403)


def test_the_bench_is_for_who_adjudicates(newsroom: Newsroom, editor: Api) -> None:
    refused(editor.get(f"claims/{newsroom.call.pk}/adjudicate/"), 403)
