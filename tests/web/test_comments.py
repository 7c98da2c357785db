"""Comments, following and notifications as pages; blind to who has not rated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from claims.models import Comment, Follow
from claims.services.comments import COMMENT_CHARACTERS, claim_comment
from claims.services.review import claim_rate
from factcheck.operations.audit import audit
from factcheck.operations.models import Notification, User
from factcheck.operations.notices import notify
from factcheck.operations.roles import Role
from tests.factories import UserFactory

if TYPE_CHECKING:
    from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db

SECRET = "The Crier has it from the harbour master."


@pytest.fixture
def said(newsroom: Newsroom) -> Comment:
    return claim_comment(actor=newsroom.other, claim=newsroom.call, body=SECRET)


def tab(newsroom: Newsroom) -> str:
    return f"/claims/{newsroom.call.pk}/?tab=comments"


def alone(newsroom: Newsroom) -> str:
    return f"/claims/{newsroom.call.pk}/comments/"


def text_of(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_comment_is_saved_and_shown(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.editor)
    answer = client.post(alone(newsroom), {"body": "A day apart?\n\nSee <b>both</b>."})
    made = Comment.objects.get()
    assert answer.headers["Location"] == f"{tab(newsroom)}#comment-{made.pk}"
    page = text_of(client, tab(newsroom))
    assert f'id="comment-{made.pk}"' in page
    assert "<p>A day apart?</p>" in page
    assert "&lt;b&gt;both&lt;/b&gt;" in page


@pytest.mark.parametrize("path", [tab, alone])
def test_a_comment_is_blind_until_one_has_rated(
    client: Client, newsroom: Newsroom, said: Comment, path
) -> None:
    client.force_login(newsroom.editor)
    page = text_of(client, path(newsroom))
    assert SECRET not in page
    assert "comments are blind" in page.lower()
    assert "Comments (" not in page
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=5)
    page = text_of(client, path(newsroom))
    assert SECRET in page
    assert "comments are blind" not in page.lower()


def test_the_number_is_that_of_what_one_sees(
    client: Client, newsroom: Newsroom, said: Comment
) -> None:
    client.force_login(newsroom.other)
    assert "Comments (1)" in text_of(client, f"/claims/{newsroom.call.pk}/")


@pytest.mark.parametrize("path", [tab, alone])
def test_readers_see_no_comment_and_no_form(
    client: Client, newsroom: Newsroom, said: Comment, path
) -> None:
    client.force_login(newsroom.reader)
    page = text_of(client, path(newsroom))
    assert SECRET not in page
    assert 'name="body"' not in page


def test_a_senior_editor_sees_it_at_once(
    client: Client, newsroom: Newsroom, said: Comment
) -> None:
    client.force_login(UserFactory(role=Role.SENIOR_EDITOR))
    assert SECRET in text_of(client, tab(newsroom))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("  ", "Write something first."),
        ("x" * (COMMENT_CHARACTERS + 1), "at most 5000"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_lost(
    client: Client, newsroom: Newsroom, body: str, message: str
) -> None:
    client.force_login(newsroom.editor)
    answer = client.post(alone(newsroom), {"body": body})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page
    assert body in page
    assert 'aria-describedby="id_body_error"' in page
    assert not Comment.objects.exists()


def test_a_merged_claim_leads_on_and_keeps_what_was_typed(
    client: Client, newsroom: Newsroom
) -> None:
    newsroom.call.merged_into = newsroom.ferry
    newsroom.call.save()
    client.force_login(newsroom.editor)
    answer = client.get(alone(newsroom))
    assert answer.headers["Location"] == f"/claims/{newsroom.ferry.pk}/comments/"
    answer = client.post(alone(newsroom), {"body": "Typed in the old window"})
    assert answer.status_code == 409
    assert "Typed in the old window" in answer.content.decode()


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("@jo, see", "<strong>@jo</strong>, see"),
        ("@Jo.", "<strong>@Jo.</strong>"),
        ("@nobody else", "@nobody else"),
        ("<i>@jo</i>", "&lt;i&gt;<strong>@jo</strong>&lt;/i&gt;"),
    ],
)
def test_who_is_mentioned_stands_out(
    client: Client, newsroom: Newsroom, body: str, shown: str
) -> None:
    claim_comment(actor=newsroom.editor, claim=newsroom.call, body=body)
    client.force_login(newsroom.editor)
    assert f"<p>{shown}</p>" in text_of(client, tab(newsroom))


def test_many_comments_cost_as_many_queries_as_one(
    client: Client, newsroom: Newsroom, django_assert_max_num_queries
) -> None:
    client.force_login(newsroom.other)
    claim_comment(actor=newsroom.other, claim=newsroom.call, body="@ada one")
    with django_assert_max_num_queries(100) as one:
        client.get(alone(newsroom))
    for number in range(30):
        someone = UserFactory(role=Role.EDITOR)
        claim_comment(actor=someone, claim=newsroom.call, body=f"@jo {number}")
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=5)
    with django_assert_max_num_queries(len(one)):
        page = text_of(client, alone(newsroom))
    assert page.count('id="comment-') == 31


def test_follow_and_no_longer(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.editor)
    address = f"/claims/{newsroom.call.pk}/follow/"
    client.post(address)
    assert Follow.objects.get().user == newsroom.editor
    assert "Unfollow" in text_of(client, f"/claims/{newsroom.call.pk}/")
    client.post(address, {"stop": "1"})
    assert not Follow.objects.exists()
    client.force_login(newsroom.reader)
    assert "Follow" not in text_of(client, f"/claims/{newsroom.call.pk}/")


def mention(newsroom: Newsroom) -> None:
    claim_comment(
        actor=newsroom.editor, claim=newsroom.call, body="@jo what do you say?"
    )


def test_a_mention_is_told_and_opened(client: Client, newsroom: Newsroom) -> None:
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=5)
    mention(newsroom)
    client.force_login(newsroom.other)
    page = text_of(client, "/notifications/")
    assert "Ada Moreau mentioned you in a comment." in page
    assert newsroom.call.title in page
    row, made = Notification.objects.get(), Comment.objects.get()
    answer = client.post(f"/notifications/{row.pk}/", {"open": "1"})
    assert answer.headers["Location"] == f"{tab(newsroom)}#comment-{made.pk}"
    row.refresh_from_db()
    assert row.read_at is not None


def test_a_blind_mention_says_neither_who_nor_what(
    client: Client, newsroom: Newsroom
) -> None:
    mention(newsroom)
    mention(newsroom)
    client.force_login(newsroom.other)
    page = text_of(client, "/notifications/")
    assert "mentioned you" not in page
    assert "Ada Moreau" not in page
    assert page.count("Rate it first") == 1
    row = Notification.objects.first()
    assert client.post(f"/notifications/{row.pk}/").status_code == 404


def test_the_number_stands_on_every_page(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.other)
    assert 'class="fresh"' not in text_of(client, "/settings/")
    for _ in range(3):
        entry = audit(actor=None, verb="claim.conflict", target=newsroom.call)
        notify(entry=entry, users=[newsroom.other.pk])
    assert '<span class="fresh">3' in text_of(client, "/settings/")
    client.post("/notifications/")
    assert 'class="fresh"' not in text_of(client, "/settings/")


def test_others_notices_are_not_to_be_read(client: Client, newsroom: Newsroom) -> None:
    entry = audit(actor=None, verb="claim.conflict", target=newsroom.call)
    notify(entry=entry, users=[newsroom.other.pk])
    row = Notification.objects.get()
    client.force_login(newsroom.editor)
    assert client.post(f"/notifications/{row.pk}/").status_code == 404
    assert newsroom.call.title not in text_of(client, "/notifications/")
    row.refresh_from_db()
    assert row.read_at is None


@pytest.mark.parametrize(
    ("verb", "after", "words"),
    [
        ("claim.conflict", {"conflicts": 3}, "A new conflict was found: 3 now."),
        ("claim.assign", {"editor": "jo"}, "Ada Moreau asks you to rate this claim."),
        (
            "claim.assign",
            {"editor": "jo", "due": "2031-06-01"},
            "Ada Moreau asks you to rate this claim. Until 1 June 2031.",
        ),
        ("claim.assign", {"editor": "sia"}, "Ada Moreau assigned it."),
        ("claim.publish", {}, "Ada Moreau published it."),
        ("claim.reopen", {}, "Ada Moreau opened it again"),
        ("link.decide", {"state": "rejected"}, "Ada Moreau rejected a link."),
        ("link.decide", {"state": "odd"}, "Ada Moreau changed it."),
        ("claim.unheard_of", {}, "Ada Moreau changed it."),
    ],
)
def test_the_words_of_a_notice(
    client: Client, newsroom: Newsroom, verb: str, after: dict, words: str
) -> None:
    entry = audit(actor=newsroom.editor, verb=verb, target=newsroom.call, after=after)
    notify(entry=entry, users=[newsroom.other.pk])
    client.force_login(newsroom.other)
    assert words in text_of(client, "/notifications/")


def test_many_notices_cost_as_many_queries_as_one(
    client: Client, newsroom: Newsroom, django_assert_max_num_queries
) -> None:
    client.force_login(newsroom.other)

    def tell(number: int) -> None:
        for _ in range(number):
            entry = audit(actor=None, verb="claim.conflict", target=newsroom.call)
            notify(entry=entry, users=[newsroom.other.pk])

    tell(1)
    with django_assert_max_num_queries(100) as one:
        client.get("/notifications/")
    tell(60)
    with django_assert_max_num_queries(len(one)):
        page = text_of(client, "/notifications/")
    assert page.count("A new conflict was found") >= 50
    assert "Page 1 of 2" in page


def test_a_reader_is_told_nothing_but_may_look(client: Client, db: None) -> None:
    user: User = UserFactory(role=Role.READER)
    client.force_login(user)
    assert "Nothing yet." in text_of(client, "/notifications/")
