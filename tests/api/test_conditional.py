"""ETag, If-None-Match and If-Match: nothing is sent twice, nothing is run over."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory

from claims.services.review import claim_rate
from factcheck.operations.etags import (
    PreconditionFailed,
    PreconditionRequired,
    etag_of,
    matches,
    require_match,
)
from tests.api.asking import ROOT, Api
from tests.factories import OutletFactory
from tests.web.newsroom import Newsroom

ETAG = '"6f1c"'


def again(api: Api, path: str, etag: str) -> Any:
    return api.client.get(ROOT + path, headers={"If-None-Match": etag})


@pytest.mark.parametrize(
    "path", ["claims/", "links/", "schema/", "schema/?format=json", "", "CALL"]
)
def test_what_is_there_already_is_not_sent_again(
    path: str, newsroom: Newsroom, public: Api
) -> None:
    path = path.replace("CALL", f"claims/{newsroom.call.pk}/")
    first = public.client.get(ROOT + path)
    etag = first.headers["ETag"]
    assert not etag.startswith("W/")
    for sent in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = again(public, path, sent)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"] == etag
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "Authorization" in answer.headers["Vary"]
        assert "Content-Type" not in answer.headers
    for sent in ('"other"', etag.strip('"'), "", "x"):
        assert again(public, path, sent).content == first.content


def test_a_head_has_the_tag_of_its_get(newsroom: Newsroom, public: Api) -> None:
    head = public.client.head(f"{ROOT}claims/")
    assert head.headers["ETag"] == public.get("claims/").headers["ETag"]


@pytest.mark.parametrize("path", ["claims/9999/", "nothing/", "claims/?no=1"])
def test_a_refusal_has_no_tag(path: str, db: None, public: Api) -> None:
    answer = public.client.get(ROOT + path, headers={"If-None-Match": "*"})
    assert answer.status_code in {400, 404}
    assert "ETag" not in answer.headers


def test_pages_have_no_tag(db: None, settings: Any) -> None:
    settings.PUBLIC_READ = True
    for path in ("/", "/api/v1/docs/"):
        assert "ETag" not in Client().get(path).headers


def test_the_tag_changes_with_what_is_shown(newsroom: Newsroom, public: Api) -> None:
    path = f"outlets/{newsroom.tide.outlet.pk}/"
    etags = {path: public.get(path).headers["ETag"]}
    etags["outlets/"] = public.get("outlets/").headers["ETag"]
    assert len(set(etags.values())) == 2
    outlet = newsroom.tide.outlet
    outlet.country = "NO"
    outlet.save()
    for each, etag in etags.items():
        assert again(public, each, etag).status_code == 200
    etag = public.get("outlets/").headers["ETag"]
    OutletFactory()
    assert again(public, "outlets/", etag).status_code == 200


def test_a_tag_tells_nothing_of_blind_ratings(
    newsroom: Newsroom, editor: Api, public: Api
) -> None:
    call = newsroom.call
    claim_rate(actor=newsroom.other, claim=newsroom.ban, value=5)
    paths = [f"claims/{call.pk}/", "claims/", "ratings/", f"ratings/?claim={call.pk}"]
    seen = {path: editor.client.get(ROOT + path).headers["ETag"] for path in paths}
    claim_rate(actor=newsroom.other, claim=call, value=1, rationale="Two days.")
    type(call).objects.filter(pk=call.pk).update(state="disputed")
    for path, etag in seen.items():
        assert again(editor, path, etag).status_code == 304, path
    editor.post("ratings/", {"claim": call.pk, "value": 4})
    for path, etag in seen.items():
        assert again(editor, path, etag).status_code == 200, path
    shown = editor.get("ratings/").headers["ETag"]
    assert again(public, "ratings/", shown).status_code == 200


def test_the_tag_of_a_representation_is_that_of_its_answer(
    newsroom: Newsroom, public: Api
) -> None:
    answer = public.get(f"claims/{newsroom.call.pk}/")
    assert etag_of(answer.json()) == answer.headers["ETag"]


@pytest.mark.parametrize(
    ("header", "whether"),
    [
        (ETAG, True),
        (f"W/{ETAG}", True),
        (f' "a", {ETAG} ', True),
        ("*", True),
        ('"a"', False),
        ("6f1c", False),
        ("", False),
        ("\0", False),
    ],
)
def test_which_tags_match(header: str, whether: bool) -> None:  # noqa: FBT001
    assert matches(header, ETAG) is whether


@pytest.mark.parametrize("must", [True, False])
def test_a_write_goes_on_with_the_present_tag(must: bool) -> None:  # noqa: FBT001
    require_match(
        RequestFactory().post("/", headers={"If-Match": ETAG}), ETAG, must=must
    )


def test_a_write_on_what_has_changed() -> None:
    request = RequestFactory().post("/", headers={"If-Match": '"old"'})
    with pytest.raises(PreconditionFailed) as raised:
        require_match(request, ETAG, must=False)
    assert raised.value.status_code == 412
    assert raised.value.members == {"current": {"etag": ETAG}}


def test_a_write_that_does_not_say_on_what() -> None:
    request = RequestFactory().post("/")
    require_match(request, ETAG, must=False)
    with pytest.raises(PreconditionRequired) as raised:
        require_match(request, ETAG, must=True)
    assert raised.value.status_code == 428
