"""Every route × method × role × scope: a token does nothing beyond any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client

from claims.services.comments import claim_comment
from claims.services.refresh import claim_refresh
from claims.services.review import claim_rate
from factcheck.operations.roles import Role
from factcheck.operations.tokens import READ, SCOPES
from tests.api.asking import token_for
from tests.api.scope_table import ANY, scope_of
from tests.factories import UserFactory
from tests.web.permission_table import PUBLIC, ROWS
from tests.web.routes import routes
from tests.web.test_permissions import MADE, asked, numbers, path_of

if TYPE_CHECKING:
    from tests.web.newsroom import Newsroom

API = {each.name: each for each in routes() if each.address.startswith("/api/")}
API_ROWS = [row for row in ROWS if row.name in API]
SECRET = "nobody is to read this yet"


def test_every_act_has_a_scope() -> None:
    unsaid = [
        (row.name, row.method)
        for row in API_ROWS
        if scope_of(row.name, row.method) is None
    ]
    assert unsaid == [], "tests/api/scope_table.py says which scope an act needs"


@pytest.mark.django_db
@pytest.mark.parametrize("scopes", [*SCOPES, " ".join(SCOPES)])
@pytest.mark.parametrize("role", Role)
def test_a_token_is_its_scopes_and_its_role(
    newsroom: Newsroom, settings: Any, role: Role, scopes: str
) -> None:
    settings.PUBLIC_READ = False
    user = UserFactory(role=role)
    clear = token_for(user, *scopes.split())
    client = Client(headers={"Authorization": f"Bearer {clear}"})
    wrong = {}
    for row in API_ROWS:
        with transaction.atomic():
            path = path_of(API[row.name], newsroom, user)
            found = asked(client, row.method, path)
            transaction.set_rollback(True)
        needed = str(scope_of(row.name, row.method))
        enough = needed == ANY or set(needed.split()) <= set(scopes.split())
        may = role in row.who and enough
        # 404: the role sees nothing there; who may has shown that there is something.
        if found not in ({"yes"} if may else {"no", "404"}):
            wrong[f"{row.method} {API[row.name].address}"] = found
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.parametrize("scope", SCOPES)
def test_what_is_public_needs_read_of_a_token_all_the_same(
    newsroom: Newsroom, settings: Any, scope: str
) -> None:
    settings.PUBLIC_READ = True
    token = token_for(newsroom.editor, scope)
    client = Client(headers={"Authorization": f"Bearer {token}"})
    for row in API_ROWS:
        if row.method == "GET" and PUBLIC in row.who:
            with transaction.atomic():
                path = path_of(API[row.name], newsroom, newsroom.editor)
                found = asked(client, "GET", path)
                transaction.set_rollback(True)
            expected = "yes" if scope == READ else "no"
            if scope_of(row.name, "GET") == READ:
                assert found == expected, row.name


def answers(newsroom: Newsroom, client: Client) -> dict[str, tuple[int, bytes]]:
    """What every GET of the API tells; the numbers are those of the disputed claim."""
    found = {}
    for row in API_ROWS:
        if row.method != "GET" or row.name in {"rating-detail", "docs"}:
            continue
        with transaction.atomic():
            path = path_of(API[row.name], newsroom, None)
            answer = client.get(path)
            transaction.set_rollback(True)
        body = b"".join(answer) if answer.streaming else answer.content
        found[row.name] = (answer.status_code, body)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["editor", "reader", "nobody"])
def test_no_answer_tells_of_anothers_rating(
    newsroom: Newsroom, settings: Any, who: str
) -> None:
    settings.PUBLIC_READ = True
    headers = {}
    if who != "nobody":
        clear = token_for(getattr(newsroom, who), *SCOPES)
        headers["Authorization"] = f"Bearer {clear}"
    client = Client(headers=headers)
    claim = newsroom.call
    # What is counted anew with a rating or a comment is so without one.
    claim_refresh([claim.pk])
    before = answers(newsroom, client)
    theirs = claim_rate(actor=newsroom.other, claim=claim, value=1, rationale=SECRET)
    claim_comment(actor=newsroom.other, claim=claim, body=SECRET)
    claim_rate(
        actor=UserFactory(role=Role.EDITOR), claim=claim, value=5, rationale=SECRET
    )
    claim.refresh_from_db()
    assert claim.state == "disputed"
    after = answers(newsroom, client)
    # What is made anew for each question differs from itself.
    told = [name for name in before.keys() - MADE if before[name] != after[name]]
    assert told == []
    assert not [name for name, answer in after.items() if SECRET.encode() in answer[1]]
    assert client.get(f"/api/v1/ratings/{theirs.pk}/").status_code in {401, 404}


@pytest.mark.django_db
def test_it_is_told_after_ones_own(newsroom: Newsroom) -> None:
    headers = {"Authorization": f"Bearer {token_for(newsroom.editor, *SCOPES)}"}
    client = Client(headers=headers)
    claim = newsroom.call
    claim_rate(actor=newsroom.other, claim=claim, value=1, rationale=SECRET)
    claim_rate(actor=newsroom.editor, claim=claim, value=5)
    assert SECRET.encode() in answers(newsroom, client)["rating-list"][1]
    assert numbers(API["claim-detail"], newsroom, None) == {"pk": claim.pk}
