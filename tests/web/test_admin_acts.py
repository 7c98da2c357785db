"""What curators do to several rows at once in the admin: asked, done, told, written."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Name, NameApart
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from factcheck.operations.uploads import CappedUpload
from sources.models import Article, Outlet, OutletAlias
from tests.factories import (
    ArticleFactory,
    NameFactory,
    OutletAliasFactory,
    OutletFactory,
    UserFactory,
)
from tests.web.newsroom import Newsroom

CSV_HEAD = "slug,name,family,country,language,media_type,is_wire,time_zone,aliases\n"
QUAY = (
    "quay,Quay Sheet,Quay Group,NO,en,newspaper,0,Europe/Oslo,name:quay|domain:q.no\n"
)


@pytest.fixture
def curator(db: None) -> User:
    return UserFactory(username="cora", role=Role.CURATOR, is_staff=True)


@pytest.fixture
def desk(client: Client, curator: User) -> Client:
    client.force_login(curator)
    return client


def address(model: type[models.Model], what: str = "changelist", *args: Any) -> str:
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{what}", args=args)


def act(client: Client, name: str, rows: list[Any], **answer: Any) -> str:
    """The page after the action: the list again, or the question with what is wrong."""
    fields = {
        "action": name,
        "_selected_action": [row.pk for row in rows],
        **({"answered": "1", **answer} if answer else {}),
    }
    page = client.post(address(type(rows[0])), fields, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def test_it_asks_first(desk: Client) -> None:
    one, other = ArticleFactory().outlet, OutletFactory()
    page = act(desk, "merge", [one, other])
    assert "Which one stays" in page
    assert str(one) in page
    assert not AuditEntry.objects.exists()


def test_outlets_merge(desk: Client) -> None:
    article = ArticleFactory()
    one, other = article.outlet, OutletFactory()
    act(desk, "merge", [one, other], one=other.pk, reason="one desk")
    assert Article.objects.get().outlet == other
    assert AuditEntry.objects.get(verb="outlet.merge").reason == "one desk"
    page = desk.get(address(Outlet, "history", one.pk), follow=True).content.decode()
    assert "merged the outlet into another" in page


@pytest.mark.parametrize(
    ("name", "model", "words"),
    [
        ("merge", Outlet, "two outlets or more"),
        ("same", Name, "two names or more"),
    ],
)
def test_one_alone_is_refused(
    desk: Client, name: str, model: type[models.Model], words: str
) -> None:
    row = {Outlet: OutletFactory, Name: NameFactory}[model]()
    assert words in act(desk, name, [row], one=row.pk)
    assert not AuditEntry.objects.exists()


def test_articles_move_and_are_withdrawn(desk: Client) -> None:
    articles = [ArticleFactory(), ArticleFactory()]
    home = OutletFactory()
    page = act(desk, "move", articles, one=home.pk, reason="wrong byline")
    assert f"Moved to {home}: 2." in page
    assert AuditEntry.objects.filter(verb="article.move").count() == 2
    assert "a reason is needed" in act(desk, "withdraw", articles, reason="")
    act(desk, "withdraw", articles, reason="by law")
    assert not Article.objects.filter(withdrawn_at=None).exists()
    assert AuditEntry.objects.filter(verb="article.withdraw").count() == 2


def test_names(desk: Client) -> None:
    one, other, third = (NameFactory(kind="person") for _ in range(3))
    act(desk, "same", [one, other], one=one.pk, reason="")
    assert Name.objects.get(pk=other.pk).merged_into == one
    act(desk, "apart", [one, third], reason="two men")
    apart = NameApart.objects.get()
    assert "exactly two names" in act(desk, "apart", [one], reason="x")
    desk.post(address(NameApart, "delete", apart.pk), {"post": "yes"})
    assert not NameApart.objects.exists()
    assert AuditEntry.objects.filter(verb="nameapart.delete").exists()


def test_claims_merge(newsroom: Newsroom, desk: Client) -> None:
    act(desk, "merge", [newsroom.call, newsroom.ferry], reason="one call")
    gone = Claim.objects.exclude(merged_into=None).get()
    assert gone.merged_into_id == min(newsroom.call.pk, newsroom.ferry.pk)
    assert AuditEntry.objects.filter(verb="claim.merge").count() == 1


def test_an_editor_sees_none_of_it(client: Client, db: None) -> None:
    client.force_login(UserFactory(role=Role.EDITOR, is_staff=True))
    article, home = ArticleFactory(), OutletFactory()
    act(client, "move", [article], one=home.pk)
    assert Article.objects.get().outlet != home
    assert client.get(address(Outlet, "import")).status_code == 403


def test_an_outlet_that_has_articles_is_not_deleted(desk: Client) -> None:
    full, empty = ArticleFactory().outlet, OutletFactory()
    page = desk.get(address(Outlet, "delete", full.pk)).content.decode()
    assert "protected" in page
    desk.post(address(Outlet, "delete", full.pk), {"post": "yes"})
    desk.post(address(Outlet, "delete", empty.pk), {"post": "yes"})
    assert list(Outlet.objects.all()) == [full]
    assert AuditEntry.objects.get(verb="outlet.delete").before["name"] == empty.name


# --- import and export -----------------------------------------------------------


def upload(client: Client, text: str, kind: int = 0) -> Any:
    name = "outlets.json" if kind else "outlets.csv"
    file = SimpleUploadedFile(name, text.encode())
    return client.post(
        address(Outlet, "import"),
        {"import_file": file, "format": str(kind), "resource": "0"},
    )


def confirm(client: Client, preview: Any) -> None:
    form = preview.context["confirm_form"]
    answer = client.post(address(Outlet, "process_import"), form.initial, follow=True)
    assert answer.status_code == 200


def test_outlets_come_in_after_a_preview(desk: Client, curator: User) -> None:
    preview = upload(desk, CSV_HEAD + QUAY)
    assert "Quay Sheet" in preview.content.decode()
    assert not Outlet.objects.exists()
    assert not AuditEntry.objects.exists()
    confirm(desk, preview)
    outlet = Outlet.objects.get()
    assert (outlet.family.name, outlet.country) == ("Quay Group", "NO")
    assert set(outlet.aliases.values_list("kind", "value")) == {
        ("name", "quay"),
        ("domain", "q.no"),
    }
    made = AuditEntry.objects.get(verb="outlet.create")
    assert (made.actor, made.reason) == (curator, "import")
    preview = upload(desk, CSV_HEAD + QUAY.replace("Quay Sheet", "Quay Paper"))
    confirm(desk, preview)
    changed = AuditEntry.objects.get(verb="outlet.update")
    assert changed.before == {"name": "Quay Sheet"}
    assert changed.after == {"name": "Quay Paper"}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (QUAY.replace("Europe/Oslo", "Europe/Atlantis"), "No such time zone"),
        (QUAY.replace("name:quay", "nome:quay"), "is no alias"),
        (QUAY.replace("name:quay", "name:taken"), "is an alias of"),
        (QUAY.replace("newspaper", "pamphlet"), "not a valid choice"),
        (QUAY.replace("Quay Sheet", ""), "cannot be blank"),
        (QUAY.replace("Quay Sheet", "Quay\0"), "ValueError"),
        (QUAY.replace(",0,", ",perhaps,"), "neither 1 nor 0"),
    ],
)
def test_what_is_wrong_is_told_by_row(desk: Client, row: str, words: str) -> None:
    OutletAliasFactory(kind="name", value="taken")
    before = Outlet.objects.count()
    page = upload(desk, CSV_HEAD + row).content.decode()
    assert words in page
    assert Outlet.objects.count() == before
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("rows", [1, 100_000])
def test_a_file_that_is_too_large_is_dropped_unread(
    desk: Client, settings: Any, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    settings.ADMIN_IMPORT_MAX_BYTES = 100
    read: list[int] = []
    take = CappedUpload.receive_data_chunk

    def counted(self: CappedUpload, raw_data: bytes, start: int) -> bytes:
        read.append(len(raw_data))
        return take(self, raw_data, start)

    monkeypatch.setattr(CappedUpload, "receive_data_chunk", counted)
    answer = upload(desk, CSV_HEAD + QUAY * rows)
    assert "Larger than 100\xa0bytes." in answer.content.decode()
    assert answer.context["form"].errors.keys() == {"import_file"}
    assert len(read) == 1, "what comes after is neither kept nor looked at"
    assert not Outlet.objects.exists()


def test_a_file_of_just_that_size_is_read(desk: Client, settings: Any) -> None:
    text = CSV_HEAD + QUAY
    settings.ADMIN_IMPORT_MAX_BYTES = len(text.encode())
    assert "Quay Sheet" in upload(desk, text).content.decode()
    assert "Larger than" not in upload(desk, text).content.decode()
    assert "Larger than" in upload(desk, text + " ").content.decode()


@pytest.mark.parametrize("act", ["import", "process_import"])
def test_the_token_of_the_form_is_still_asked_for(curator: User, act: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(curator)
    answer = strict.post(address(Outlet, act), {"format": "0", "resource": "0"})
    assert answer.status_code == 403


def test_round_trip(desk: Client) -> None:
    confirm(desk, upload(desk, CSV_HEAD + QUAY))
    told = desk.post(
        address(Outlet, "export"),
        {"format": "1", "resource": "0", **EXPORTED},
    )
    rows = json.loads(told.content)
    assert rows[0]["aliases"] == "domain:q.no|name:quay"
    OutletAlias.objects.all().delete()
    Outlet.objects.all().delete()
    confirm(desk, upload(desk, told.content.decode(), kind=1))
    again = desk.post(
        address(Outlet, "export"), {"format": "1", "resource": "0", **EXPORTED}
    )
    assert json.loads(again.content) == rows


def test_json_is_read_by_its_names(desk: Client) -> None:
    """In whatever order each object has them."""
    rows = [
        {"slug": "quay", "name": "Quay Sheet", "country": "NO", "is_wire": True},
        {"name": "Bell", "is_wire": False, "slug": "bell"},
    ]
    confirm(desk, upload(desk, json.dumps(rows), kind=1))
    told = Outlet.objects.order_by("pk").values_list("slug", "name", "country")
    assert list(told) == [("quay", "Quay Sheet", "NO"), ("bell", "Bell", "")]
    assert list(Outlet.objects.filter(is_wire=True).values_list("slug", flat=True)) == [
        "quay"
    ]


@pytest.mark.parametrize(
    "text", ["{}", "[5]", "[", '[{"slug": "a", "name": "\\u0000"}]']
)
def test_what_is_no_file_of_outlets(desk: Client, text: str) -> None:
    answer = upload(desk, text, kind=1)
    assert "import_file" in answer.context["form"].errors
    assert not Outlet.objects.exists()


@pytest.mark.parametrize("name", ["=1+1", "+47 Quay", "-Quay", "@quay", "'=Quay", "Q"])
def test_no_cell_is_a_formula_and_each_comes_back(desk: Client, name: str) -> None:
    OutletFactory(name=name)
    sent = {"format": "0", "resource": "0", **EXPORTED}
    text = desk.post(address(Outlet, "export"), sent).content.decode()
    (row,) = csv.DictReader(StringIO(text))
    assert row["name"] == (name if name == "Q" else f"'{name}")
    preview = upload(desk, text)
    assert [row.import_type for row in preview.context["result"].rows] == ["skip"]


EXPORTED = {f"outletresource_{name}": "on" for name in CSV_HEAD.strip().split(",")}
