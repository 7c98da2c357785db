"""What may be read by whom, page by page, at a bounded cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.facets.types import Level
from factcheck.operations.models import Token
from tests.api.asking import LISTS, ROOT, Api, complaints, refused, token_for
from tests.factories import (
    ComparisonFactory,
    FacetFactory,
    HopFactory,
    LinkFactory,
    NameFactory,
    OutletAliasFactory,
    PublisherFamilyFactory,
    RatingFactory,
)
from tests.web.newsroom import (
    Newsroom,
    a_claim,
    a_statement,
    an_article,
    has_facets,
)

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

OPEN = [*LISTS, "", "schema/"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", OPEN)
def test_without_an_account(path: str, settings: SettingsWrapper) -> None:
    settings.PUBLIC_READ = False
    assert refused(Api().get(path), 401)["code"] == "not_authenticated"
    settings.PUBLIC_READ = True
    assert Api().get(path).status_code == 200


@pytest.mark.parametrize("path", OPEN)
def test_a_reader_reads_everything(path: str, newsroom: Newsroom) -> None:
    assert Api(token_for(newsroom.reader, "read")).get(path).status_code == 200


@pytest.mark.parametrize("path", LISTS)
def test_a_token_reads_with_its_scope_only(path: str, newsroom: Newsroom) -> None:
    without = Api(token_for(newsroom.editor, "ingest", "review", "curate"))
    assert "scope" in refused(without.get(path), 403)["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "\xff\xfe", "a b", "0" * 64])
def test_a_token_that_nobody_knows(token: str, public: Api) -> None:
    refused(Api(token).get("claims/"), 401)


def test_a_token_after_its_end(newsroom: Newsroom) -> None:
    token = token_for(newsroom.editor, "read")
    Token.objects.update(expiry=timezone.now())
    refused(Api(token).get("claims/"), 401)


def test_a_token_of_somebody_who_left(newsroom: Newsroom) -> None:
    token = token_for(newsroom.editor, "read")
    type(newsroom.editor).objects.update(is_active=False)
    refused(Api(token).get("claims/"), 401)


@pytest.mark.parametrize("path", LISTS)
def test_an_unknown_parameter_is_refused(path: str, db: None, public: Api) -> None:
    assert complaints(public.get(path, relatoin="conflicts")) == {
        "relatoin": "There is no such parameter."
    }


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("claims/?state=open&state=disputed", "state"),
        ("links/?relation=conflicts&q=mill&relation=updates", "relation"),
        ("outlets/?page_size=1&page_size=50", "page_size"),
        ("articles/?fields=id&fields=title", "fields"),
    ],
)
def test_a_parameter_is_sent_once(
    address: str, name: str, db: None, public: Api
) -> None:
    """Of several the last one alone would filter, and nothing would tell."""
    told = complaints(public.get(address))
    assert told == {name: "Send it once: of several the last would count."}


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("articles/", {"published_from": "0000-01-01"}),
        ("articles/", {"published_from": "10000-01-01"}),
        ("articles/", {"published_to": "06/10/2031"}),
        ("articles/", {"published_to": "2031-05-10T00:00:00+23:59"}),
        ("articles/", {"q": "x" * 201}),
        ("statements/", {"q": "a\0b"}),
        ("statements/", {"kind": "colour"}),
        ("statements/", {"claim": "-1"}),
        ("statements/", {"claim": "1e999999999"}),
        ("statements/", {"claim": "9" * 30}),
        ("links/", {"relation": "none"}),
        ("links/", {"relation": "Conflicts"}),
        ("links/", {"claim": "one"}),
        ("claims/", {"differs": "weather"}),
        ("claims/", {"reported_from": "yesterday"}),
        ("ratings/", {"round": "1.5"}),
        ("outlets/", {"media_type": "blog"}),
    ],
)
def test_a_value_that_no_parameter_has(
    path: str, query: dict[str, str], db: None, public: Api
) -> None:
    assert set(complaints(public.get(path, **query))) == set(query)


@pytest.mark.parametrize(
    "path",
    [
        "articles/9999/",
        "claims/99999999999999999999999/",
        "statements/abc/",
        "links/1.0/",
        "outlets/-1/",
        "ratings/1/",
        "nothing/",
    ],
)
def test_what_is_not_there(path: str, db: None, public: Api) -> None:
    refused(public.get(path), 404)


@pytest.mark.parametrize(
    "path", ["outlets/", "families/", "aliases/", "statements/", "facets/", "versions/"]
)
def test_what_the_engine_makes_is_not_written(
    path: str, newsroom: Newsroom, editor: Api
) -> None:
    assert "scope" in refused(editor.post(path, {}), 403)["detail"]
    session = Api()
    session.client.force_login(newsroom.editor)
    refused(session.post(path, {}), 405)
    refused(session.delete(path), 405)


def queries(api: Api, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert api.client.get(ROOT + path).status_code == 200
    return len(captured)


@pytest.mark.usefixtures("uncounted")
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("outlets/", 2),
        ("families/", 1),
        ("aliases/", 1),
        ("articles/", 1),
        ("statements/", 4),
        ("links/", 2),
        ("claims/", 2),
        ("versions/", 1),
        ("facets/", 1),
        ("versions/?expand=article", 2),
        ("facets/?expand=statement", 5),
        ("outlets/?expand=family,aliases", 4),
        ("families/?expand=outlets", 3),
        ("aliases/?expand=outlet", 3),
        ("articles/?expand=outlet,versions", 3),
        ("statements/?expand=article,claims", 7),
        ("links/?expand=statements", 6),
        ("claims/?expand=statements,links,verdicts", 8),
    ],
)
def test_a_list_costs_the_same_however_long(
    path: str, most: int, newsroom: Newsroom, public: Api
) -> None:
    plain = path.partition("?")[0]
    more_of_everything("Fog Courier", "Reef Post")
    before, rows = queries(public, path), len(public.rows(plain))
    more_of_everything("Quay Sheet", "Dock Mail")
    assert len(public.rows(plain)) > rows
    assert queries(public, path) == before == most


@pytest.mark.usefixtures("uncounted")
def test_ratings_cost_the_same_however_many(newsroom: Newsroom, editor: Api) -> None:
    RatingFactory(claim=newsroom.call, editor=newsroom.editor)
    editor.get("ratings/")  # the first use of a token is noted
    before = queries(editor, "ratings/")
    for _ in range(3):
        RatingFactory(claim=newsroom.call)
    assert len(editor.rows("ratings/")) == 4
    assert queries(editor, "ratings/") == before


@pytest.mark.usefixtures("uncounted")
def test_a_claim_costs_the_same_however_large(newsroom: Newsroom, public: Api) -> None:
    small = queries(public, f"claims/{newsroom.ban.pk}/")
    assert queries(public, f"claims/{newsroom.call.pk}/") == small


def more_of_everything(*outlets: str) -> None:
    """A claim of two more outlets, with all that hangs on it."""
    statements = []
    for outlet in outlets:
        article = an_article(outlet, "Tides", 3, "The tide was high on Friday.")
        OutletAliasFactory(outlet=article.outlet)
        article.outlet.family = PublisherFamilyFactory()
        article.outlet.save()
        statement = a_statement(article, "The tide was high on Friday.")
        HopFactory(statement=statement)
        FacetFactory(statement=statement, name=NameFactory())
        statements.append(statement)
    link = LinkFactory(low=statements[0], high=statements[1])
    ComparisonFactory(link=link)
    has_facets(a_claim("The tide was high", statements), date=Level.AGREE)
