"""Saved searches, notifications, reading everything again: by program as by page."""

from __future__ import annotations

from typing import Any

import pytest

from claims.jobs import relinking
from claims.models import SavedSearch
from claims.services.following import claim_follow
from claims.services.searches import MOST_SEARCHES
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Job, Notification
from factcheck.operations.notices import notify
from factcheck.operations.roles import Role
from tests.api.asking import ROOT, Api, complaints, refused, token_for
from tests.db.fakes import LineEngine, publish
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom

NEW = {"name": "Days", "query": "facet=date", "shared": True}


def patch(api: Api, path: str, body: Any, **headers: str) -> Any:
    return api.client.patch(
        ROOT + path, body, content_type="application/json", headers=headers
    )


def test_a_search_is_kept_renamed_shared_and_deleted(
    newsroom: Newsroom, editor: Api
) -> None:
    answer = editor.post("searches/", NEW)
    assert answer.status_code == 201, answer.content
    row = answer.json()
    assert row == {"id": row["id"], **NEW, "owner": newsroom.editor.username}
    path = f"searches/{row['id']}/"
    assert answer.headers["Location"].endswith(f"/api/v1/{path}")
    assert editor.one(path) == row
    renamed = patch(editor, path, {"name": " Days  printed "}).json()
    assert renamed == {**row, "name": "Days printed"}
    assert patch(editor, path, {"shared": False}).json()["shared"] is False
    assert patch(editor, path, {}).status_code == 200
    assert editor.delete(path).status_code == 204
    assert not SavedSearch.objects.exists()
    entries = AuditEntry.objects.filter(verb__startswith="search").order_by("pk")
    assert [each.verb for each in entries] == [
        "search.save",
        "search.change",
        "search.change",
        "search.delete",
    ]
    assert all(each.token_key for each in entries)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "Taken"}, "name"),
        ({"query": "colour=red"}, "query"),
        ({"query": "facet=dates"}, "query"),
        ({"owner": "eve"}, "owner"),
        ({"shared": "perhaps"}, "shared"),
    ],
)
def test_what_is_no_search(
    newsroom: Newsroom, editor: Api, changes: dict[str, Any], wrong: str
) -> None:
    SavedSearch.objects.create(owner=newsroom.editor, name="Taken")
    assert wrong in complaints(editor.post("searches/", {**NEW, **changes}))
    assert SavedSearch.objects.count() == 1


def test_a_query_is_kept_in_one_way_of_writing_it(editor: Api) -> None:
    row = editor.post("searches/", {**NEW, "query": "page=2&facet=date&q=%20mill"})
    assert row.json()["query"] == "facet=date&q=mill"


def test_no_more_than_one_keeps(newsroom: Newsroom, editor: Api) -> None:
    SavedSearch.objects.bulk_create(
        SavedSearch(owner=newsroom.editor, name=f"s{n}") for n in range(MOST_SEARCHES)
    )
    assert "delete one first" in complaints(editor.post("searches/", NEW))["name"]


def test_those_of_others(newsroom: Newsroom, editor: Api) -> None:
    make = SavedSearch.objects.create
    shared = make(owner=newsroom.other, name="Shared", shared=True)
    private = make(owner=newsroom.other, name="Private")
    for row, status in ((shared, 403), (private, 404)):
        refused(patch(editor, f"searches/{row.pk}/", {"name": "Mine"}), status)
        refused(editor.delete(f"searches/{row.pk}/"), status)
    assert SavedSearch.objects.count() == 2


def test_a_search_that_has_changed_meanwhile(newsroom: Newsroom, editor: Api) -> None:
    row = SavedSearch.objects.create(owner=newsroom.editor, name="Mine")
    path = f"searches/{row.pk}/"
    etag = editor.get(path).headers["ETag"]
    assert patch(editor, path, {"name": "A"}, **{"If-Match": etag}).status_code == 200
    refused(patch(editor, path, {"name": "B"}, **{"If-Match": etag}), 412)
    gone = editor.client.delete(ROOT + path, headers={"If-Match": etag})
    refused(gone, 412)
    assert SavedSearch.objects.get().name == "A"


def told(newsroom: Newsroom, number: int = 3) -> list[int]:
    """Notices of the editor, oldest first."""
    claim_follow(actor=newsroom.editor, claim=newsroom.call)
    for _ in range(number):
        entry = audit(actor=newsroom.other, verb="claim.rename", target=newsroom.call)
        notify(entry=entry, users=[newsroom.editor.pk, newsroom.other.pk])
    rows = Notification.objects.filter(user=newsroom.editor).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def test_notices_newest_first(newsroom: Newsroom, editor: Api) -> None:
    first, second, third = told(newsroom)
    rows = editor.rows("notifications/")
    assert [row["id"] for row in rows] == [third, second, first]
    row = editor.one(f"notifications/{third}/")
    assert row == rows[0]
    entry = AuditEntry.objects.get(pk=row["change"])
    assert row == {
        "id": third,
        "at": row["at"],
        "read": False,
        "why": "followed",
        "change": entry.pk,
        "verb": "claim.rename",
        "by": newsroom.other.username,
        "said": row["said"],
        "claim": newsroom.call.pk,
    }
    assert row["said"].endswith("gave it a new title.")
    assert editor.rows("notifications/", fields="id") == [
        {"id": pk} for pk in (third, second, first)
    ]


def test_notices_are_marked_as_read(newsroom: Newsroom, editor: Api) -> None:
    first, second, third = told(newsroom)
    path = f"notifications/{first}/read/"
    assert [editor.post(path, {}).json()["marked"] for _ in range(2)] == [1, 0]
    assert editor.ids("notifications/", unread="true") == [third, second]
    assert editor.ids("notifications/", unread="false") == [first]
    answer = editor.post("notifications/read/", {"up_to": second})
    assert answer.json() == {"marked": 1}
    assert editor.ids("notifications/", unread="true") == [third]
    assert set(complaints(editor.post("notifications/read/", {}))) == {"up_to"}


def test_what_is_blind_is_not_told_and_not_marked(
    newsroom: Newsroom, editor: Api
) -> None:
    entry = audit(
        actor=newsroom.other,
        verb="claim.rate",
        target=newsroom.call,
        after={"round": newsroom.call.round},
    )
    notify(entry=entry, users=[newsroom.editor.pk])
    row = Notification.objects.get(user=newsroom.editor)
    assert editor.ids("notifications/") == []
    refused(editor.get(f"notifications/{row.pk}/"), 404)
    refused(editor.post(f"notifications/{row.pk}/read/", {}), 404)
    assert editor.post("notifications/read/", {"up_to": row.pk}).json() == {"marked": 0}
    row.refresh_from_db()
    assert row.read_at is None


def test_notices_of_others(newsroom: Newsroom, editor: Api, public: Api) -> None:
    told(newsroom)
    other = Api(token_for(newsroom.other, "read", "review"))
    assert other.ids("notifications/") == []
    for pk in editor.ids("notifications/"):
        refused(other.post(f"notifications/{pk}/read/", {}), 404)
    assert public.ids("notifications/") == []
    reads_only = Api(token_for(newsroom.editor, "read"))
    refused(reads_only.post("notifications/read/", {"up_to": 9}), 403)
    assert not Notification.objects.exclude(read_at=None).exists()


@pytest.mark.django_db
def test_reading_everything_again(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = LineEngine(version="lines 2")
    monkeypatch.setattr(relinking, "load_engine", lambda: engine)
    publish("Mill closed 40")
    curator = Api(token_for(UserFactory(role=Role.CURATOR), "read", "curate"))
    answer = curator.post("relink/", {}, **{"Idempotency-Key": "k"})
    assert answer.status_code == 202, answer.content
    job = Job.objects.get()
    assert (job.kind, job.total) == ("relink", 1)
    assert answer.headers["Location"].endswith(f"/api/v1/jobs/{job.pk}/")
    again = curator.post("relink/", {}, **{"Idempotency-Key": "k"})
    assert again.headers["Idempotent-Replayed"] == "true"
    members = refused(curator.post("relink/", {}), 409)
    assert members["current"] == {"id": job.pk, "state": "queued"}
    assert AuditEntry.objects.get(verb="job.start").token_key
    assert set(complaints(curator.post("relink/", {"all": True}))) == {"all"}
    editor = Api(token_for(UserFactory(role=Role.EDITOR), "read", "curate"))
    refused(editor.post("relink/", {}), 403)
    assert Job.objects.count() == 1
