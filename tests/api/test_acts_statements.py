"""Statements and articles by program: corrected, hidden, marked, withdrawn, undone."""

from __future__ import annotations

from typing import Any

import pytest

from claims.api.acts import base
from claims.models import AttributionHop, Origin, Statement, StatementFacet
from claims.services import restoring
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, refused, token_for
from tests.db.fakes import LineEngine, publish
from tests.factories import OriginFactory, UserFactory
from tests.web.newsroom import Newsroom


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> LineEngine:
    engine = LineEngine()
    monkeypatch.setattr(base, "load_engine", lambda: engine)
    monkeypatch.setattr(restoring, "load_engine", lambda: engine)
    return engine


@pytest.fixture
def statement(newsroom: Newsroom) -> Statement:
    return newsroom.call.statements.earliest("pk")


@pytest.fixture
def curator(newsroom: Newsroom) -> Api:
    return Api(token_for(UserFactory(role=Role.CURATOR), "read", "curate"))


def correct(api: Api, statement: Statement, act: str, body: Any) -> Any:
    """As it was read just now."""
    path = f"statements/{statement.pk}/"
    etag = api.get(path).headers["ETag"]
    return api.post(f"{path}{act}/", body, **{"If-Match": etag})


def undo(api: Api, answer: Any) -> Any:
    return api.post(f"changes/{answer.json()['change']}/undo/", {})


def test_a_value_is_corrected_and_taken_back(editor: Api, statement: Statement) -> None:
    body = {"kind": "date", "words": "last Monday", "value": "6 May 2031"}
    answer = correct(editor, statement, "correct-facet", body)
    assert answer.status_code == 200, answer.content
    row = StatementFacet.objects.get(statement=statement, by="editor")
    assert (row.value, row.text) == ("2031-05-06", "last Monday")
    shown = editor.get(f"statements/{statement.pk}/")
    assert answer.headers["ETag"] == shown.headers["ETag"]
    undone = undo(editor, answer)
    assert undone.json()["verb"] == "statement.correct_facet"
    assert not StatementFacet.objects.filter(by="editor").exists()
    assert refused(undo(editor, answer), 409)["detail"]
    redone = undo(editor, undone)
    assert redone.status_code == 200
    assert StatementFacet.objects.filter(by="editor").exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"kind": "date"}, "words"),
        ({"kind": "date", "start": 1}, "words"),
        ({"kind": "date", "start": 1, "end": 5, "words": "x"}, "words"),
        ({"kind": "date", "words": "next Friday", "value": "6 May 2031"}, "words"),
        ({"kind": "date", "start": 5, "end": 4, "value": "6 May 2031"}, "words"),
        ({"kind": "date", "start": 0, "end": 10**6, "value": "6 May"}, "words"),
        ({"kind": "date", "start": 0, "end": 10**30, "value": "6 May"}, "end"),
        ({"kind": "date", "words": "last Monday", "value": "some day"}, "value"),
        ({"kind": "mood", "words": "last Monday", "value": "6 May"}, "kind"),
        ({"kind": "date", "words": "last Monday", "val": "6 May"}, "val"),
    ],
)
def test_what_is_no_correction(
    body: dict[str, Any], field: str, editor: Api, statement: Statement
) -> None:
    answer = correct(editor, statement, "correct-facet", body)
    assert set(complaints(answer)) == {field}
    assert not StatementFacet.objects.filter(by="editor").exists()


def test_a_value_is_none(editor: Api, statement: Statement) -> None:
    body = {"kind": "person", "words": "Ketil Aas"}
    assert correct(editor, statement, "remove-facet", body).status_code == 200
    row = StatementFacet.objects.get(statement=statement, by="editor")
    assert row.value == ""
    body = {"kind": "amount", "words": "Ketil Aas"}
    answer = correct(editor, statement, "remove-facet", body)
    assert set(complaints(answer)) == {"value"}


def test_who_said_it(editor: Api, statement: Statement) -> None:
    hops = [{"speaker": "Mira Dolan", "cue": "interview", "venue": "radio"}]
    answer = correct(editor, statement, "attribution", {"hops": hops})
    assert answer.status_code == 200, answer.content
    row = AttributionHop.objects.get(statement=statement, by="editor")
    assert (row.speaker, row.cue) == ("Mira Dolan", "interview")
    assert correct(editor, statement, "attribution", {"hops": []}).status_code == 200
    assert not AttributionHop.objects.filter(by="editor").exists()
    wrong: list[tuple[Any, str]] = [
        ([{"role": "minister"}], "hops"),
        ([{"speaker": "x", "cue": "sang"}], "hops.0.cue"),
        ([{"speaker": "x", "age": 4}], "hops.0.age"),
        ([{"speaker": "x" * 201}], "hops.0.speaker"),
        ([{"speaker": "x"}] * 7, "hops"),
        ("x", "hops"),
    ]
    for each, field in wrong:
        answer = correct(editor, statement, "attribution", {"hops": each})
        assert set(complaints(answer)) == {field}


def test_where_it_goes_back_to(editor: Api, statement: Statement) -> None:
    other = OriginFactory(label="The harbour office")
    path = f"statements/{statement.pk}/origin/"
    read = editor.one(path)
    assert read["origin"]["label"] == "Dolan’s office"
    assert other.pk in [each["id"] for each in read["offered"]]
    answer = correct(editor, statement, "origin", {"origin": other.pk})
    assert answer.json()["origin"] == other.pk
    assert (
        correct(editor, statement, "origin", {"origin": None}).json()["origin"] is None
    )
    new = {"kind": "speech", "speaker": "Mira Dolan", "venue": "the quay"}
    made = correct(editor, statement, "origin", new).json()["origin"]
    assert Origin.objects.get(pk=made).kind == "speech"
    wrong: list[tuple[dict[str, Any], str]] = [
        ({}, "origin"),
        ({"origin": other.pk, "kind": "speech"}, "origin"),
        ({"origin": 999}, "origin"),
        ({"origin": 10**30}, "origin"),
        ({"kind": "rumour"}, "kind"),
        ({"kind": "speech"}, "speaker"),
    ]
    for body, field in wrong:
        answer = correct(editor, statement, "origin", body)
        assert set(complaints(answer)) == {field}
    merged = correct(editor, statement, "merge-origin", {"into": other.pk})
    assert merged.status_code == 200, merged.content
    assert Origin.objects.get(pk=made).merged_into_id == other.pk


def test_hiding_and_showing(editor: Api, statement: Statement) -> None:
    answer = correct(editor, statement, "hide", {"reason": "A caption."})
    assert answer.json()["hidden"] is True
    path = f"statements/{statement.pk}/"
    refused(editor.get(path), 404)
    refused(editor.post(f"{path}hide/", {}), 404)
    assert editor.post(f"{path}show/", {}).json()["hidden"] is False
    refused(editor.post(f"{path}show/", {}), 409)
    assert editor.get(path).status_code == 200


@pytest.mark.parametrize(
    "act",
    ["correct-facet", "remove-facet", "attribution", "origin", "merge-origin", "hide"],
)
def test_a_correction_says_what_it_was_decided_on(
    act: str, editor: Api, statement: Statement
) -> None:
    body = {
        "correct-facet": {"kind": "date", "words": "last Monday", "value": "6 May"},
        "remove-facet": {"kind": "date", "words": "last Monday"},
        "attribution": {"hops": []},
        "origin": {"origin": None},
        "merge-origin": {"into": 1},
    }.get(act, {})
    path = f"statements/{statement.pk}/{act}/"
    refused(editor.post(path, body), 428)
    refused(editor.post(path, body, **{"If-Match": '"old"'}), 412)
    assert not AuditEntry.objects.filter(target_type="claims.statement").exists()


def test_a_sentence_is_marked(editor: Api) -> None:
    article = publish("Mill closed 40\n-The quay stays open for now").article
    path, words = f"articles/{article.pk}/mark/", "The quay stays open for now"
    row = editor.post(path, {"version": 1, "words": words})
    assert row.status_code == 201, row.content
    assert row.json()["quote"] == words
    assert editor.client.get(row.headers["Location"]).json()["quote"] == words
    known = editor.post(path, {"version": 1, "words": words})
    assert set(complaints(known)) == {"words"}
    other = editor.post(path, {"version": 2, "words": words})
    assert refused(other, 409)["current"] == {"version": 1}
    wrong: list[dict[str, Any]] = [
        {"version": 1},
        {"version": 1, "words": "no such words are printed"},
        {"version": 1, "start": 0, "end": 3},
        {"version": 1, "start": 0},
    ]
    for body in wrong:
        assert set(complaints(editor.post(path, body))) == {"words"}
    assert undo(editor, row).status_code == 200


def test_an_article_goes_and_comes_back(newsroom: Newsroom, curator: Api) -> None:
    path = f"articles/{newsroom.tide.pk}/"
    assert set(complaints(curator.post(f"{path}withdraw/", {}))) == {"reason"}
    answer = curator.post(f"{path}withdraw/", {"reason": "Made up."})
    assert answer.json()["withdrawn"] is True
    refused(curator.get(path), 404)
    refused(curator.post(f"{path}withdraw/", {"reason": "Made up."}), 409)
    assert curator.post(f"{path}restore/", {}).json()["withdrawn"] is False
    refused(curator.post(f"{path}restore/", {}), 409)
    assert curator.get(path).status_code == 200
    told = AuditEntry.objects.filter(verb__in=["article.withdraw", "article.restore"])
    assert [bool(each.token_key) for each in told] == [True, True]
    editor = Api(token_for(newsroom.editor, "curate"))
    refused(editor.post(f"{path}withdraw/", {"reason": "x"}), 403)


def test_a_publication_date(newsroom: Newsroom, editor: Api) -> None:
    path = f"articles/{newsroom.tide.pk}/published/"
    row = editor.post(path, {"published": "2025-05"}).json()
    assert row["published"] == "2025-05"
    assert AuditEntry.objects.get(verb="article.correct_date").token_key
    assert editor.post(path, {"published": ""}).json()["published"] is None
    for wrong in ("2025-13-01", "9999-01-01", "x" * 41, None, 7.5):
        answer = editor.post(path, {"published": wrong})
        assert set(complaints(answer)) == {"published"}


def test_taking_back_needs_the_scope_of_the_act(
    newsroom: Newsroom, editor: Api, statement: Statement
) -> None:
    hidden = correct(editor, statement, "hide", {})
    review = Api(token_for(newsroom.editor, "review"))
    assert "curate" in refused(undo(review, hidden), 403)["detail"]
    follow = editor.post(f"claims/{newsroom.call.pk}/comment/", {"body": "Hm."})
    refused(undo(editor, follow), 409)
    refused(editor.post("changes/999999/undo/", {}), 404)
    assert undo(editor, hidden).status_code == 200


def test_an_entry_that_is_blind_is_not_there(newsroom: Newsroom, editor: Api) -> None:
    other = Api(token_for(newsroom.other, "review"))
    said = other.post(f"claims/{newsroom.call.pk}/comment/", {"body": "Secret."})
    refused(undo(editor, said), 404)
