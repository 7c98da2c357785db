"""A forgotten password: the same answer to all, a link by e-mail that works once."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError, Event
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.utils import timezone

from factcheck.operations import accounts
from factcheck.operations.accounts import (
    RESET_MAILS,
    RESET_MAILS_WITHIN,
    reset_mail_allowed,
)
from factcheck.operations.audit import audit
from factcheck.operations.forms import MAILS
from factcheck.operations.models import AuditEntry, User
from tests.factories import PASSWORD, AuditEntryFactory, UserFactory

pytestmark = pytest.mark.django_db

ADDRESS = "ida@desk.example"
NEW = "another horse, another battery"
WAIT_SECONDS = 20
ALONE_SECONDS = 2
LINK = re.compile(r"http://testserver(/password/reset/\S+)")


@pytest.fixture
def ida() -> User:
    return UserFactory(username="ida", email=ADDRESS)


def ask(client: Client, address: str = ADDRESS) -> tuple[int, str]:
    answer = client.post("/password/reset/", {"email": address})
    MAILS.submit(int).result()  # once what was before it is sent
    return answer.status_code, answer.headers["Location"]


def test_the_link_sets_a_new_password_once(client: Client, ida: User) -> None:
    assert ask(client) == (302, "/password/reset/sent/")
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    assert message.subject == "A new password for Crosscheck"
    assert "“ida”" in message.body
    path = LINK.search(message.body)[1]
    form = client.get(path, follow=True)
    assert "New password" in form.content.decode()
    answer = client.post(
        form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW}
    )
    assert answer.headers["Location"] == "/password/reset/done/"
    ida.refresh_from_db()
    assert ida.check_password(NEW)
    verbs = AuditEntry.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["user.reset_mail", "user.reset_password"]
    again = Client().get(path, follow=True)
    assert "does not work any more" in again.content.decode()


@pytest.mark.parametrize(
    ("columns", "address", "mails"),
    [
        ({}, ADDRESS, 1),
        ({}, ADDRESS.upper(), 1),
        ({}, "nobody@desk.example", 0),
        ({"is_active": False}, ADDRESS, 0),
        ({"email": ""}, ADDRESS, 0),
    ],
)
def test_the_answer_tells_nothing(
    client: Client, columns: dict, address: str, mails: int
) -> None:
    UserFactory(**{"username": "ida", "email": ADDRESS, **columns})
    assert ask(client, address) == (302, "/password/reset/sent/")
    assert len(mail.outbox) == mails


def test_an_account_gets_so_many_mails_and_no_more(client: Client, ida: User) -> None:
    for _ in range(RESET_MAILS + 2):
        assert ask(client) == (302, "/password/reset/sent/")
    assert len(mail.outbox) == RESET_MAILS


@pytest.mark.parametrize(("ago", "mails"), [(timedelta(0), 0), (RESET_MAILS_WITHIN, 1)])
def test_after_a_while_it_gets_mail_again(
    client: Client, ida: User, ago: timedelta, mails: int
) -> None:
    for _ in range(RESET_MAILS):
        AuditEntryFactory(
            verb="user.reset_mail",
            target_type="operations.user",
            target_id=str(ida.pk),
            at=timezone.now() - ago,
        )
    ask(client)
    assert len(mail.outbox) == mails


@pytest.mark.parametrize(
    ("first", "second"), [(NEW, "not the same"), ("12345678", "12345678"), ("", "")]
)
def test_a_bad_password_is_refused(
    client: Client, ida: User, first: str, second: str
) -> None:
    ask(client)
    path = LINK.search(mail.outbox[0].body)[1]
    form = client.get(path, follow=True).request["PATH_INFO"]
    answer = client.post(form, {"new_password1": first, "new_password2": second})
    assert answer.status_code == 200
    assert 'class="error"' in answer.content.decode()
    ida.refresh_from_db()
    assert ida.check_password(PASSWORD)


def test_the_login_leads_there(client: Client) -> None:
    assert 'href="/password/reset/"' in client.get("/login/").content.decode()


def test_nobody_waits_until_a_mail_is_accepted(
    client: Client, ida: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, sent = Event(), []

    def send(message: EmailMessage) -> None:
        sent.append(answered.wait(WAIT_SECONDS))
        raise OSError("no server")

    monkeypatch.setattr(EmailMessage, "send", send)
    assert client.post("/password/reset/", {"email": ADDRESS}).status_code == 302
    answered.set()
    MAILS.submit(int).result()  # a failure stops none that come after
    assert sent == [True]


def test_a_new_password_ends_every_other_link(client: Client, ida: User) -> None:
    ask(client)
    ask(client)
    older, newer = (LINK.search(message.body)[1] for message in mail.outbox)
    form = client.get(newer, follow=True).request["PATH_INFO"]
    client.post(form, {"new_password1": NEW, "new_password2": NEW})
    for path in (older, newer):
        again = Client().get(path, follow=True)
        assert "does not work any more" in again.content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_ask_at_once_one_gets_the_last_mail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ida = UserFactory(username="ida", email=ADDRESS)
    for _ in range(RESET_MAILS - 1):
        assert reset_mail_allowed(user=ida)
    counted = Barrier(2)

    def audit_once_both_have_counted(**entry: Any) -> AuditEntry:
        with suppress(BrokenBarrierError):  # one alone has: the other waits for it
            counted.wait(ALONE_SECONDS)
        return audit(**entry)

    monkeypatch.setattr(accounts, "audit", audit_once_both_have_counted)

    def allowed(_number: int) -> bool:
        try:
            return reset_mail_allowed(user=ida)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(allowed, range(2))) == [False, True]
