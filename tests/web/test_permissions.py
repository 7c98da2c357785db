"""Every page and every action with every role, against one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from claims.models import Link, SavedSearch, Statement, StatementFacet
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish
from claims.services.review import claim_rate, link_decide
from factcheck.operations.audit import audit
from factcheck.operations.models import (
    AuditEntry,
    Job,
    JobChunk,
    JobState,
    Notification,
    User,
    Webhook,
)
from factcheck.operations.roles import Role
from factcheck.operations.tokens import token_create
from tests.factories import (
    AssignmentFactory,
    CommentFactory,
    DeliveryFactory,
    OutletAliasFactory,
    OutsideVerdictFactory,
    PublisherFamilyFactory,
    UserFactory,
    VerdictFactory,
    WebhookFactory,
)
from tests.web.permission_table import (
    ACTORS,
    CLOSED,
    END,
    PAGE,
    PUBLIC,
    ROWS,
    START,
    markdown,
)
from tests.web.routes import ADMIN, Route, routes

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from tests.web.newsroom import Newsroom

METHODS = ("GET", "POST")
API_METHODS = (*METHODS, "PUT", "PATCH", "DELETE")
LOGINS = ("/login/", "/admin/login/")
ALL = [route for route in routes() if not route.address.startswith(f"/{ADMIN}")]
HOW = (
    "Every address needs a line in tests/web/permission_table.py (ROWS) for each "
    "method that it answers; then run "
    "DJANGO_SETTINGS_MODULE=tests.settings python -m tests.web.permission_table"
)

Numbers = dict[str, Any]
# The numbers in an address, by its name, where they are not the newsroom's own. Each is
# called with the newsroom and who asks (None: nobody), inside a transaction of its own.
MADE: dict[str, Callable[[Newsroom, User | None], Numbers]] = {
    "claims:take-back": lambda newsroom, user: {
        "pk": newsroom.ban.pk,
        "assignment": AssignmentFactory(
            claim=newsroom.ban, editor=user or newsroom.editor
        ).pk,
    },
    "claims:search-change": lambda newsroom, user: {
        "pk": SavedSearch.objects.create(owner=user or newsroom.editor, name="s").pk
    },
    "family-detail": lambda _newsroom, _user: {"pk": PublisherFamilyFactory().pk},
    "version-detail": lambda newsroom, _user: {"pk": newsroom.tide.current_version_id},
    "facet-detail": lambda newsroom, _user: {
        "pk": StatementFacet.objects.earliest("pk").pk
    },
    "verdict-detail": lambda newsroom, _user: {
        "pk": VerdictFactory(claim=newsroom.ban, published_at=timezone.now()).pk
    },
    "comment-detail": lambda newsroom, user: {
        "pk": CommentFactory(claim=newsroom.ban, author=user or newsroom.editor).pk
    },
    "search-detail": lambda newsroom, user: {
        "pk": SavedSearch.objects.create(owner=user or newsroom.editor, name="a").pk
    },
    "alias-detail": lambda _newsroom, _user: {"pk": OutletAliasFactory().pk},
    "token-detail": lambda _newsroom, user: {
        "key": token_create(user=user, name="t", scopes=["read"])[0].token_key
        if user
        else "abc"
    },
    "password_reset_confirm": lambda newsroom, _user: {
        "uidb64": urlsafe_base64_encode(force_bytes(newsroom.editor.pk)),
        "token": default_token_generator.make_token(newsroom.editor),
    },
    "claims:notification": lambda newsroom, user: {"pk": _notice(newsroom, user)},
    "rating-detail": lambda newsroom, user: {
        "pk": claim_rate(actor=_rater(user, newsroom), claim=newsroom.ban, value=5).pk
    },
}


for _name in (
    "claims:outside-verdict",
    "claims:outside-attach",
    "claims:outside-detach",
    "claims:outside-remove",
    "outside-verdict-detail",
    "outside-verdict-attach",
    "outside-verdict-detach",
    "outside-verdict-remove",
):
    MADE[_name] = lambda _newsroom, _user: {"pk": OutsideVerdictFactory().pk}

MADE["claims:history"] = lambda newsroom, _user: {
    "kind": "claim",
    "pk": str(newsroom.call.pk),
}
MADE["claims:undo"] = lambda newsroom, _user: {"pk": _decided(newsroom)}
MADE["change-undo"] = MADE["claims:undo"]
MADE["claim-assignments-take-back"] = MADE["claims:take-back"]

MADE["token-revoke"] = MADE["token-detail"]
for _name in ("notification-detail", "notification-read"):
    MADE[_name] = MADE["claims:notification"]
for _name in (
    "webhook",
    "webhook-detail",
    "webhook-test",
    "webhook-rotate-secret",
    "webhook-end-old-secret",
):
    MADE[_name] = lambda newsroom, user: {"pk": _webhook(newsroom, user).pk}
for _name in ("delivery-list", "delivery-detail", "delivery-replay"):
    MADE[_name] = lambda newsroom, user: _sent(_webhook(newsroom, user))
MADE["delivery-list"] = lambda newsroom, user: {"webhook": _webhook(newsroom, user).pk}

for _name in ("claims:card", "claims:embed", "claims:unpublish"):
    MADE[_name] = lambda newsroom, _user: {"pk": _published(newsroom)}

for _kind in ("job-page", "job"):
    for _act, _state in (
        ("-cancel", JobState.QUEUED),
        ("-resume", JobState.CANCELLED),
        ("-file", JobState.DONE),
        ("-detail" if _kind == "job" else "", JobState.RUNNING),
    ):
        MADE[_kind + _act] = lambda newsroom, user, state=_state: {
            "pk": _job(user or newsroom.editor, state)
        }


def _job(owner: User, state: JobState) -> int:
    """A job of theirs."""
    over = state not in (JobState.QUEUED, JobState.RUNNING)
    job = Job.objects.create(
        kind="export",
        key="k",
        state=state,
        args={"file": {"name": "claims.csv", "media_type": "text/csv", "head": ""}},
        requested_by=owner,
        finished_at=timezone.now() if over else None,
    )
    # Something is left to do, or it would be over.
    JobChunk.objects.create(job=job, ordinal=0, state=state, lease_until=timezone.now())
    return job.pk


def _webhook(newsroom: Newsroom, user: User | None) -> Webhook:
    """A webhook of who asks; its address is refused before anything is sent."""
    return WebhookFactory(owner=user or newsroom.editor, url="https://127.0.0.1/")


def _sent(webhook: Webhook) -> Numbers:
    row = DeliveryFactory(webhook=webhook, state="failed")
    return {"webhook": webhook.pk, "pk": row.pk}


def _published(newsroom: Newsroom) -> int:
    """The claim of the newsroom with a public card."""
    senior = UserFactory(role=Role.SENIOR_EDITOR)
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    return newsroom.call.pk


def _decided(newsroom: Newsroom) -> int:
    """An act that can be taken back."""
    link = Link.objects.earliest("pk")
    link_decide(
        actor=newsroom.editor, link=link, state="rejected", revision=link.revision
    )
    return AuditEntry.objects.get(verb="link.decide").pk


def _rater(user: User | None, newsroom: Newsroom) -> User:
    """Who asks, if they rate: one's own rating is there; else that of another."""
    return user if user and user.has_perm("claims.rate_claim") else newsroom.editor


def _notice(newsroom: Newsroom, user: User | None) -> int:
    """A notice for who asks; that of an editor for nobody."""
    entry = audit(actor=None, verb="claim.conflict", target=newsroom.call)
    row = Notification.objects.create(user=user or newsroom.editor, entry=entry)
    return row.pk


def numbers(route: Route, newsroom: Newsroom, user: User | None) -> Numbers:
    """What stands in the address: the disputed claim of the newsroom, and its own."""
    if route.name in MADE:
        return MADE[route.name](newsroom, user)
    statement = Statement.objects.filter(memberships__claim=newsroom.call).first()
    link = Link.objects.filter(low__memberships__claim=newsroom.call).first()
    own = {
        "claims": newsroom.call.pk,
        "articles": newsroom.tide.pk,
        "outlets": newsroom.tide.outlet_id,
        "statements": statement.pk,
        "links": link.pk,
    }
    first = route.address.removeprefix("/api/v1").split("/")[1]
    named = {"claim": "claims", "link": "links", "statement": "statements"}
    return {part: own[named.get(part, first)] for part in route.parts}


def asked(client: Client, method: str, address: str) -> str:
    """yes, no, or what else came: "405" where the method is not answered."""
    with transaction.atomic():
        answer = client.generic(method, address)
        transaction.set_rollback(True)
    code = answer.status_code
    if code in {301, 302} and answer.headers["Location"].startswith(LOGINS):
        return "yes" if address.startswith(LOGINS) else "no"
    if code in {401, 403}:
        return "no"
    return "yes" if code < 400 or code in {400, 409, 415, 422, 428} else str(code)


def path_of(route: Route, newsroom: Newsroom, user: User | None) -> str:
    if ":" not in route.name and "/" not in route.name and "." in route.name:
        return route.address
    return reverse(route.name, kwargs=numbers(route, newsroom, user))


@pytest.mark.django_db
@pytest.mark.parametrize("actor", ACTORS)
def test_every_address_with_every_role(
    client: Client, newsroom: Newsroom, settings: SettingsWrapper, actor: str
) -> None:
    settings.PUBLIC_READ = actor != CLOSED
    user = None if actor in {CLOSED, PUBLIC} else UserFactory(role=Role(actor))
    may = {(row.name, row.method): actor in row.who for row in ROWS}
    wrong = {}
    for route in ALL:
        methods = API_METHODS if route.address.startswith("/api/") else METHODS
        for method in methods:
            with transaction.atomic():
                path = path_of(route, newsroom, user)
                if user:
                    client.force_login(user)
                found = asked(client, method, path)
                transaction.set_rollback(True)
            listed = may.get((route.name, method))
            # 404: there is nothing for them. Who may has shown that there is something.
            refused = {"no", "404"} | ({"405"} if listed is None else set())
            if found not in ({"yes"} if listed else refused):
                wrong[f"{method} {route.address} ({route.name})"] = (
                    f"table: {listed}, found: {found}"
                )
    assert wrong == {}, HOW


def test_every_address_is_in_the_table() -> None:
    listed = {row.name for row in ROWS}
    known = {route.name for route in ALL}
    missing = {route.name: route.address for route in ALL if route.name not in listed}
    assert missing == {}, HOW
    assert listed - known == set(), "these are no addresses any more"
    assert len({(row.name, row.method) for row in ROWS}) == len(ROWS)


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_the_administration_is_for_staff(client: Client, role: Role) -> None:
    client.force_login(UserFactory(role=role))
    for route in routes():
        if route.address.startswith(f"/{ADMIN}") and not route.parts:
            path = route.address
            assert asked(client, "GET", path) == "no" or path.startswith(
                ("/admin/login/", "/admin/logout/")
            ), path


def test_the_guide_shows_the_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = page.partition(START)[2].partition(END)[0].strip()
    table = markdown({route.name: route.address for route in routes()})
    assert shown == table, HOW
