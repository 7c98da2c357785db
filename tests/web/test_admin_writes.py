"""What is written in the admin leaves its entry, and what hangs on it follows."""

from __future__ import annotations

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db import models
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Name, NameApart, NameVariant, Origin
from factcheck.operations.models import AuditEntry, Token, User
from factcheck.operations.roles import Role
from factcheck.operations.tokens import token_create
from sources.models import Article, Outlet, OutletAlias, PublisherFamily
from tests.factories import (
    NameFactory,
    OriginFactory,
    OutletAliasFactory,
    OutletFactory,
    PublisherFamilyFactory,
    UserFactory,
    group_of,
)
from tests.web.newsroom import Newsroom

OUTLET = {
    "name": "Quay Sheet",
    "slug": "quay-sheet",
    "country": "no",
    "language": "en",
    "media_type": "newspaper",
    "time_zone": "Europe/Oslo",
}
NEW_PASSWORD = "a longer new phrase"


def address(model: type[models.Model], what: str, *args: object) -> str:
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{what}", args=args)


def rows(prefix: str, *forms: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    """The fields of the rows under a row."""
    fields = {
        f"{prefix}-TOTAL_FORMS": len(forms),
        f"{prefix}-INITIAL_FORMS": initial,
    }
    for number, form in enumerate(forms):
        fields |= {f"{prefix}-{number}-{name}": v for name, v in form.items()}
    return fields


def save(client: Client, path: str, fields: dict[str, Any]) -> None:
    answer = client.post(path, fields)
    shown = answer.context["adminform"].form.errors if answer.context else ""
    assert answer.status_code == 302, shown


def wrong(client: Client, path: str, fields: dict[str, Any]) -> str:
    """The page that says what is wrong."""
    entries = AuditEntry.objects.count()
    answer = client.post(path, fields)
    assert answer.status_code == 200
    assert AuditEntry.objects.count() == entries
    return answer.content.decode()


def entry(verb: str) -> AuditEntry:
    return AuditEntry.objects.get(verb=verb)


@pytest.fixture
def curator(db: None) -> User:
    return UserFactory(username="cora", role=Role.CURATOR, is_staff=True)


@pytest.fixture
def desk(client: Client, curator: User) -> Client:
    client.force_login(curator)
    return client


@pytest.fixture
def office(client: Client, db: None) -> Client:
    """An administrator's, who is no superuser."""
    client.force_login(UserFactory(role=Role.ADMINISTRATOR, is_staff=True))
    return client


def test_an_outlet_with_its_aliases(desk: Client, curator: User) -> None:
    aliases = rows(
        "aliases",
        {"kind": "domain", "value": "WWW.Quay.example"},
        {"kind": "name", "value": "  The  Quay SHEET "},
    )
    save(desk, address(Outlet, "add"), OUTLET | aliases)
    outlet = Outlet.objects.get()
    assert (outlet.country, outlet.time_zone) == ("NO", "Europe/Oslo")
    assert set(outlet.aliases.values_list("kind", "value")) == {
        ("domain", "quay.example"),
        ("name", "the quay sheet"),
    }
    created = entry("outlet.create")
    assert (created.actor, created.target_id) == (curator, str(outlet.pk))
    assert created.after["name"] == "Quay Sheet"
    assert AuditEntry.objects.filter(verb="outletalias.create").count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"time_zone": "Oslo"}, "No such time zone"),
        ({"country": "N1"}, "Two letters"),
        ({"name": ""}, "required"),
        ({"slug": "harbour-post"}, "already exists"),
        ({"aliases-0-value": "http://quay.example/"}, "Not a domain"),
        ({"aliases-0-value": "harbour.example"}, "already exists"),
    ],
)
def test_what_is_no_outlet(changes: dict[str, str], words: str, desk: Client) -> None:
    other = OutletFactory(slug="harbour-post")
    OutletAliasFactory(outlet=other, kind="domain", value="harbour.example")
    fields = OUTLET | rows("aliases", {"kind": "domain", "value": "quay.example"})
    assert words in wrong(desk, address(Outlet, "add"), fields | changes)
    assert Outlet.objects.count() == 1


def test_a_changed_outlet_tells_what_it_was(desk: Client) -> None:
    outlet = OutletFactory(name="Quay Sheat", slug="quay-sheet", country="NO")
    kept = OutletAliasFactory(outlet=outlet, value="quay sheat")
    gone = OutletAliasFactory(outlet=outlet, value="quay")
    same = {"outlet": outlet.pk, "kind": "name"}
    aliases = rows(
        "aliases",  # in the order of their values
        {"id": gone.pk, "value": "quay", "DELETE": "on", **same},
        {"id": kept.pk, "value": "Quay Sheet", **same},
        initial=2,
    )
    save(desk, address(Outlet, "change", outlet.pk), OUTLET | aliases)
    changed = entry("outlet.update")
    assert changed.before["name"] == "Quay Sheat"
    assert changed.after["name"] == "Quay Sheet"
    assert "language" not in changed.after
    assert entry("outletalias.update").after == {"value": "quay sheet"}
    deleted = entry("outletalias.delete")
    assert (deleted.target_id, deleted.before["value"]) == (str(gone.pk), "quay")
    assert OutletAlias.objects.get().value == "quay sheet"


def test_saving_without_a_change_leaves_no_entry(desk: Client) -> None:
    family = PublisherFamilyFactory()
    path = address(PublisherFamily, "change", family.pk)
    save(desk, path, {"name": family.name})
    assert not AuditEntry.objects.exists()


def test_a_family_makes_two_voices_one(newsroom: Newsroom, desk: Client) -> None:
    family = PublisherFamilyFactory()
    articles = Article.objects.filter(
        statements__memberships__claim=newsroom.call, statements__origin=None
    )
    for article in articles.select_related("outlet"):
        outlet = article.outlet
        fields = {
            **OUTLET,
            "name": outlet.name,
            "slug": outlet.slug,
            "family": family.pk,
            **rows("aliases"),
        }
        save(desk, address(Outlet, "change", outlet.pk), fields)
    newsroom.call.refresh_from_db()
    assert (newsroom.call.outlets, newsroom.call.origins) == (3, 2)


def test_a_copy_speaks_with_the_voice_of_its_original(
    newsroom: Newsroom, desk: Client
) -> None:
    bell, crier = Article.objects.filter(
        statements__memberships__claim=newsroom.call, statements__origin=None
    ).order_by("pk")
    path = address(Article, "change", crier.pk)
    save(desk, path, {"copy_of": bell.pk, "translated_from": "", **versions(crier)})
    newsroom.call.refresh_from_db()
    assert newsroom.call.origins == 2
    assert entry("article.update").after == {"copy_of": bell.pk}
    other = address(Article, "change", bell.pk)
    for original in (bell, crier):
        page = wrong(desk, other, {"copy_of": original.pk, **versions(bell)})
        assert "no copy of itself" in page


def versions(article: Article) -> dict[str, Any]:
    return rows("versions")


def test_a_title_by_hand_stays(newsroom: Newsroom, desk: Client) -> None:
    path = address(Claim, "change", newsroom.call.pk)
    save(desk, path, {"title": "When was the call?", **rows("members")})
    newsroom.call.refresh_from_db()
    assert newsroom.call.title_by == "editor"
    assert newsroom.call.touched_at is not None
    assert entry("claim.update").after == {"title": "When was the call?"}
    save(desk, path, {"title": "", **rows("members")})
    newsroom.call.refresh_from_db()
    assert newsroom.call.title_by == "engine"
    assert newsroom.call.title


def test_counting_again(newsroom: Newsroom, desk: Client) -> None:
    Claim.objects.update(outlets=99)
    chosen = {
        "action": "count_again",
        "_selected_action": [newsroom.call.pk, newsroom.ban.pk],
    }
    save(desk, address(Claim, "changelist"), chosen)
    newsroom.call.refresh_from_db()
    newsroom.ferry.refresh_from_db()
    assert (newsroom.call.outlets, newsroom.ferry.outlets) == (3, 99)
    assert AuditEntry.objects.filter(verb="claim.count").count() == 2


def test_a_spelling_is_an_editors_word(desk: Client) -> None:
    name = NameFactory(canonical="Orla Venn")
    variants = rows("variants", {"text": "O. Venn", "key": "o venn"})
    path = address(Name, "change", name.pk)
    save(desk, path, {"canonical": "Orla J. Venn", **variants})
    assert NameVariant.objects.get().by == "editor"
    assert entry("name.update").before == {"canonical": "Orla Venn"}
    assert entry("namevariant.create").after == {"text": "O. Venn", "key": "o venn"}


def test_two_names_apart_in_any_order(desk: Client, curator: User) -> None:
    first, second = NameFactory(), NameFactory()
    save(desk, address(NameApart, "add"), {"low": second.pk, "high": first.pk})
    apart = NameApart.objects.get()
    assert (apart.low, apart.high, apart.editor) == (first, second, curator)
    told = {"low": first.pk, "high": second.pk, "editor": curator.pk}
    assert entry("nameapart.create").after == told
    page = wrong(desk, address(NameApart, "add"), {"low": first.pk, "high": first.pk})
    assert "apart from itself" in page
    again = {"low": first.pk, "high": second.pk}
    assert "already exists" in wrong(desk, address(NameApart, "add"), again)


def test_merged_origins_count_as_one(newsroom: Newsroom, desk: Client) -> None:
    office = Origin.objects.get()
    other = OriginFactory()
    crier = newsroom.call.statements.get(quote__contains="Oss")
    crier.origin = other
    crier.save()
    path = address(Origin, "change", other.pk)
    fields = {"label": other.label, "outlet": "", "merged_into": office.pk}
    save(desk, path, fields)
    newsroom.call.refresh_from_db()
    assert newsroom.call.origins == 2
    assert entry("origin.update").after == {"merged_into": office.pk}
    back = {"label": office.label, "outlet": "", "merged_into": other.pk}
    page = wrong(desk, address(Origin, "change", office.pk), back)
    assert "merged into itself" in page


def person(user: User, **changes: Any) -> dict[str, Any]:
    """The fields of the form for a person."""
    return {
        "username": user.username,
        "is_active": "on",
        "time_zone": "UTC",
        "language": "en",
        "theme": "auto",
        "digest": "never",
        **changes,
    }


def test_a_new_person(office: Client) -> None:
    fields = {
        "username": "jo",
        "usable_password": "true",
        "password1": NEW_PASSWORD,
        "password2": NEW_PASSWORD,
    }
    save(office, address(User, "add"), fields)
    assert User.objects.get(username="jo").check_password(NEW_PASSWORD)
    created = entry("user.create")
    assert created.after["username"] == "jo"
    assert NEW_PASSWORD not in str(created.after)


def test_a_role_is_given(office: Client) -> None:
    user = UserFactory()
    group = group_of(Role.EDITOR)
    path = address(User, "change", user.pk)
    save(office, path, person(user, groups=[group.pk]))
    assert user.has_perm("claims.rate_claim")
    changed = entry("user.update")
    assert (changed.before["groups"], changed.after["groups"]) == ([], [group.pk])


def test_another_password(office: Client) -> None:
    user = UserFactory()
    path = reverse("admin:auth_user_password_change", args=[user.pk])
    fields = {
        "usable_password": "true",
        "password1": NEW_PASSWORD,
        "password2": NEW_PASSWORD,
    }
    assert office.post(path, fields | {"password2": "x"}).status_code == 200
    assert not AuditEntry.objects.exists()
    assert office.post(path, fields).status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)
    assert entry("user.password").target_id == str(user.pk)


def test_nobody_makes_a_superuser_who_is_none(office: Client) -> None:
    user = UserFactory()
    path = address(User, "change", user.pk)
    save(office, path, person(user, is_superuser="on"))
    user.refresh_from_db()
    assert not user.is_superuser
    root = UserFactory(is_superuser=True, is_staff=True)
    answer = office.post(address(User, "change", root.pk), person(root))
    assert answer.status_code == 403
    path = reverse("admin:auth_user_password_change", args=[root.pk])
    assert office.post(path, {"password1": NEW_PASSWORD}).status_code == 403


def test_revoking_a_token(office: Client) -> None:
    token, _ = token_create(user=UserFactory(), name="old", scopes=["read"])
    path = address(Token, "delete", token.pk)
    assert office.post(path, {"post": "yes"}).status_code == 302
    assert not Token.objects.exists()
    assert entry("token.revoke").target_id == token.token_key


def test_revoking_many_tokens(office: Client) -> None:
    owner = UserFactory()
    tokens = [
        token_create(user=owner, name=f"t{n}", scopes=["read"])[0] for n in range(3)
    ]
    chosen = {
        "action": "delete_selected",
        "_selected_action": [token.pk for token in tokens],
        "post": "yes",
    }
    assert office.post(address(Token, "changelist"), chosen).status_code == 302
    assert AuditEntry.objects.filter(verb="token.revoke").count() == 3
    assert not Token.objects.exists()


def test_letting_somebody_in_again(client: Client, db: None) -> None:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    attempt = AccessAttempt.objects.create(username="ada", failures_since_start=9)
    path = address(AccessAttempt, "delete", attempt.pk)
    assert client.post(path, {"post": "yes"}).status_code == 302
    assert entry("login.unlock").before == {"username": "ada", "ip_address": None}


def test_a_curator_cannot_do_what_an_administrator_can(desk: Client) -> None:
    for model in (User, Token, AccessAttempt):
        assert desk.get(address(model, "changelist")).status_code == 403
