"""/outside-verdicts/: ClaimReview in, verdicts out, and what editors do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.jobs import outside as job
from claims.models import OutsideVerdict
from claims.services.review import claim_rate
from factcheck.operations.models import Job, JobChunk
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, refused, token_for
from tests.factories import ClaimFactory, OutsideVerdictFactory, UserFactory

if TYPE_CHECKING:
    from tests.db.fakes import LineEngine
    from tests.web.newsroom import Newsroom

LIST = "outside-verdicts/"


def review(**more: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checks.example/mill",
        "claimReviewed": "Mill closed 40",
        "author": {"@type": "Organization", "name": "Quay Checks"},
        "datePublished": "2026-05-12",
        "reviewRating": {"ratingValue": "2", "bestRating": 5, "worstRating": 1},
        **more,
    }


@pytest.fixture(autouse=True)
def reads_lines(lines: LineEngine) -> None:
    """No language model is loaded."""


def test_a_review_comes_in_and_is_read(editor: Api) -> None:
    answer = editor.post(LIST, review()).json()
    assert (answer["dry_run"], answer["counts"]) == (False, {"created": 1})
    (row,) = answer["results"]
    assert {key: row[key] for key in ("row", "path", "became", "claim", "reason")} == {
        "row": 0,
        "path": "",
        "became": "created",
        "claim": None,
        "reason": "",
    }
    told = editor.one(f"{LIST}{row['verdict']}/")
    assert told["raw"] == review()
    assert (told["publisher"], told["published"]) == ("Quay Checks", "2026-05-12")
    assert (told["rating"], told["rating_value"]) == ("", "2")
    assert row["url"].endswith(f"/api/v1/{LIST}{row['verdict']}/")


def test_each_row_for_itself(editor: Api) -> None:
    document = {"@graph": [review(), review(url="javascript:x"), review(url="")]}
    answer = editor.post(LIST, document).json()
    assert answer["counts"] == {"created": 1, "refused": 2}
    assert [row["where"] for row in answer["results"]] == [
        *("", "@graph[1].url", "@graph[2].url"),
    ]


def test_again_and_changed(editor: Api) -> None:
    became = [
        editor.post(LIST, document).json()["results"][0]["became"]
        for document in (review(), review(), review(reviewRating="True"))
    ]
    assert became == ["created", "unchanged", "updated"]
    assert OutsideVerdict.objects.get().rating == "True"


def test_sent_twice_with_a_key(editor: Api) -> None:
    answers = [
        editor.post(LIST, review(), **{"Idempotency-Key": "once"}) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert answers[1].headers["Idempotent-Replayed"] == "true"


def test_a_trial_writes_nothing(editor: Api) -> None:
    answer = editor.post(f"{LIST}?dry_run=true", [review(), review(url="x")]).json()
    assert answer["counts"] == {"created": 1, "refused": 1}
    assert not OutsideVerdict.objects.exists()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "No ClaimReview in it."),
        ([], "No ClaimReview in it."),
        ({"@type": "Article"}, "No ClaimReview in it."),
        ('"ClaimReview"', "No ClaimReview in it."),
        (7, "No ClaimReview in it."),
        ([review()] * 1000 * 6, "More than 5,000 reviews: send fewer at once."),
    ],
)
def test_what_is_no_document(editor: Api, body: Any, said: str) -> None:
    assert complaints(editor.post(LIST, body)) == {None: said}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"@type": "ClaimReview", "x": NaN}', 400),
        ("[" * 90_000, 400),
        ("{", 400),
        ('"' + "x" * 5_300_000 + '"', 413),
    ],
    ids=["NaN", "deep", "broken", "large"],
)
def test_what_is_no_json(editor: Api, body: str, status: int) -> None:
    refused(editor.post(LIST, body), status)
    assert not OutsideVerdict.objects.exists()


def test_a_nul_is_told_with_its_place(editor: Api) -> None:
    row = editor.post(LIST, [review(about={"\x00": "\ud800"})]).json()["results"][0]
    assert row["where"] == "[0].about.\ufffd"


def test_many_are_a_job(editor: Api, lines: LineEngine) -> None:
    bad = review(url="javascript:x")
    many = [review(url=f"https://checks.example/{n}") for n in range(60)]
    answer = editor.post(LIST, [*many, bad])
    assert answer.status_code == 202
    asked = Job.objects.get(pk=answer.json()["id"])
    assert (asked.kind, asked.total) == ("outside", 61)
    outcomes = [job.outside_rows(chunk) for chunk in JobChunk.objects.filter(job=asked)]
    assert OutsideVerdict.objects.count() == 60
    assert sum(each.counts.get("created", 0) for each in outcomes) == 60
    (wrong,) = [error for each in outcomes for error in each.errors]
    assert (wrong.row, wrong.code) == (60, "invalid")
    assert wrong.detail.startswith("[60].url: no address")
    again = job.outside_rows(JobChunk.objects.filter(job=asked).earliest("ordinal"))
    assert again.counts["unchanged"] == 50


def test_lists_and_filters(editor: Api, newsroom: Newsroom) -> None:
    claim = newsroom.ferry
    placed = OutsideVerdictFactory(claim=claim, published="2031-05-02")
    waiting = OutsideVerdictFactory(publisher="Bell Desk", claim_reviewed="Sold.")
    claim_rate(actor=newsroom.editor, claim=claim, value=5)
    for query, expected in (
        ({}, [placed, waiting]),
        ({"claim": claim.pk}, [placed]),
        ({"placed": "true"}, [placed]),
        ({"placed": "false"}, [waiting]),
        ({"publisher": "bell"}, [waiting]),
        ({"q": "sold."}, [placed, waiting]),
        ({"published_from": "2031-05-02"}, [placed]),
        ({"published_to": "2031-05-01"}, []),
        ({"url": placed.url}, [placed]),
        ({"ordering": "-imported"}, [waiting, placed]),
    ):
        assert editor.ids(LIST, **query) == [each.pk for each in expected], query
    (row,) = editor.rows(LIST, claim=claim.pk, expand="claim")
    assert row["expanded"]["claim"]["id"] == claim.pk


def test_blind_until_rated(editor: Api, newsroom: Newsroom) -> None:
    verdict = OutsideVerdictFactory(claim=newsroom.call)
    path = f"{LIST}{verdict.pk}/"
    assert editor.ids(LIST) == []
    for answer in (editor.get(path), editor.post(f"{path}detach/", {})):
        refused(answer, 404)
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=5)
    assert editor.one(path)["claim"] == newsroom.call.pk


def test_placed_taken_off_and_undone(newsroom: Newsroom) -> None:
    senior = Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "read", "review"))
    verdict, claim = OutsideVerdictFactory(), newsroom.call
    path = f"{LIST}{verdict.pk}/"
    done = senior.post(f"{path}attach/", {"claim": claim.pk, "reason": "same"}).json()
    assert (done["claim"], done["matched_by"]) == (claim.pk, "editor")
    refused(senior.post(f"{path}attach/", {"claim": claim.pk}), 409)
    assert complaints(senior.post(f"{path}attach/", {"claim": 999_999})) == {
        "claim": "There is no claim 999999."
    }
    off = senior.post(f"{path}detach/", {}).json()
    assert (off["claim"], senior.one(path)["claim"]) == (None, None)
    senior.post(f"changes/{off['change']}/undo/", {})
    assert senior.one(path)["claim"] == claim.pk


def test_on_what_it_was_decided(newsroom: Newsroom) -> None:
    senior = Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "read", "review"))
    verdict = OutsideVerdictFactory()
    path = f"{LIST}{verdict.pk}/"
    tag = senior.get(path).headers["ETag"]
    body = {"claim": newsroom.call.pk}
    assert senior.post(f"{path}attach/", body, **{"If-Match": tag}).status_code == 200
    refused(senior.post(f"{path}detach/", {}, **{"If-Match": tag}), 412)


def test_removed_for_good(newsroom: Newsroom) -> None:
    curator = UserFactory(role=Role.CURATOR)
    api = Api(token_for(curator, "read", "ingest", "review", "curate"))
    number = api.post(LIST, review()).json()["results"][0]["verdict"]
    done = api.post(f"{LIST}{number}/remove/", {"reason": "forged"}).json()
    assert done["removed"] is True
    refused(api.get(f"{LIST}{number}/"), 404)
    assert api.post(LIST, review()).json()["counts"] == {"removed": 1}
    api.post(f"changes/{done['change']}/undo/", {})
    assert api.one(f"{LIST}{number}/")["id"] == number


def test_what_the_engine_found_is_told(newsroom: Newsroom) -> None:
    senior = Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "read"))
    statement = newsroom.call.statements.earliest("pk")
    told = {"relation": "conflicts", "score": 0.5, "reason": "5 May, 6 May"}
    verdict = OutsideVerdictFactory(
        candidates=[{"statement": statement.pk, **told}, {"statement": 0, **told}]
    )
    assert senior.one(f"{LIST}{verdict.pk}/")["candidates"] == [
        {"statement": statement.pk, "claim": newsroom.call.pk, **told}
    ]


def test_a_merged_claim_leads_on(newsroom: Newsroom) -> None:
    senior = Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "read"))
    verdict = OutsideVerdictFactory(claim=ClaimFactory(merged_into=newsroom.call))
    assert senior.ids(LIST, claim=newsroom.call.pk) == [verdict.pk]
