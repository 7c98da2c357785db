"""What editors do with claims of the list: many at once, or one assigned."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Assignment, Link
from claims.services.review import link_decide
from factcheck.operations.models import AuditEntry
from tests.factories import AssignmentFactory
from tests.web.messages import said
from tests.web.newsroom import a_person


def seen_on(page, *claims):
    """The form's hidden words about the chosen claims, as the page holds them."""
    rows = {row.claim.pk: row.seen for row in page.context["rows"]}
    return {f"seen-{claim.pk}": rows[claim.pk] for claim in claims}


def bulk(desk, act, *claims, **more):
    sent = {"act": act, "claim": [claim.pk for claim in claims], **more}
    return desk.post("/claims/bulk/", sent, follow=True)


# --- many at once -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "state", "words"),
    [
        ("confirm", "confirmed", "4 links of 2 claims confirmed."),
        ("reject", "rejected", "4 links of 2 claims rejected."),
    ],
)
def test_links_of_chosen_claims(desk, newsroom, act, state, words):
    chosen = (newsroom.call, newsroom.ferry)
    answer = bulk(desk, act, *chosen, **seen_on(desk.get("/"), *chosen))
    assert said(answer) == [words]
    assert Link.objects.filter(state=state).count() == 4
    assert Link.objects.filter(state="suggested").count() == 1
    parent = AuditEntry.objects.get(verb=f"bulk.{act}")
    assert parent.children.count() == 4


def test_what_changed_since_the_page_was_read_is_named_and_left(desk, newsroom):
    chosen = (newsroom.call, newsroom.ban)
    seen = seen_on(desk.get("/"), *chosen)
    link = Link.objects.filter(relation="conflicts").first()
    link_decide(actor=newsroom.other, link=link, state="unsure", revision=1)
    answer = bulk(desk, "confirm", *chosen, **seen)
    newsroom.call.refresh_from_db()
    assert said(answer) == [
        "1 link of 1 claim confirmed.",
        f"{newsroom.call.title}: Its links have changed meanwhile.",
    ]
    assert Link.objects.filter(state="suggested").count() == 3


def test_many_are_assigned_and_the_list_stays_as_it_was(desk, newsroom):
    due = timezone.localdate() + timedelta(days=3)
    AssignmentFactory(claim=newsroom.ban, editor=newsroom.other)
    answer = bulk(
        desk,
        "assign",
        newsroom.call,
        newsroom.ban,
        editor=newsroom.other.pk,
        due=due.isoformat(),
        next="/?relation=conflict",
    )
    assert answer.redirect_chain == [("/?relation=conflict", 302)]
    assert said(answer)[0] == "1 claim assigned."
    assert "assigned to jo already" in said(answer)[1]
    made = Assignment.objects.get(claim=newsroom.call)
    assert (made.editor, made.due) == (newsroom.other, due)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"editor": "0"}, "Choose an editor."),
        ({"due": "soon"}, "This is no day."),
        ({"due": "2001-01-01"}, "This day is over."),
        ({"claim": []}, "Choose at least one claim."),
        ({"claim": ["987654"]}, "Not there any more: 987654."),
    ],
)
def test_what_is_missing_is_said(desk, newsroom, more, words):
    sent = {
        "act": "assign",
        "claim": [newsroom.call.pk],
        "editor": newsroom.other.pk,
        **more,
    }
    assert said(desk.post("/claims/bulk/", sent, follow=True)) == [words]
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "address", ["//evil.example/", "https://evil.example/", "/admin/", "?q=x", ""]
)
def test_it_leads_back_to_the_queue_alone(desk, newsroom, address):
    sent = {"act": "confirm", "claim": [newsroom.call.pk], "next": address}
    assert desk.post("/claims/bulk/", sent).headers["Location"] == "/"


def test_an_unknown_act_is_refused(desk, newsroom):
    sent = {"act": "destroy", "claim": [newsroom.call.pk]}
    assert desk.post("/claims/bulk/", sent).status_code == 400


@pytest.mark.parametrize("act", ["confirm", "reject", "assign"])
def test_readers_neither_see_nor_may(client, newsroom, act):
    client.force_login(newsroom.reader)
    page = client.get("/").content.decode()
    assert 'name="claim"' not in page
    assert "Confirm links" not in page
    answer = client.post("/claims/bulk/", {"act": act, "claim": newsroom.call.pk})
    assert answer.status_code == 403
    assert not AuditEntry.objects.exists()


# --- one --------------------------------------------------------------------------


def test_a_claim_is_assigned_on_its_page_and_taken_back(desk, newsroom):
    address = f"/claims/{newsroom.call.pk}/"
    due = timezone.localdate() + timedelta(days=1)
    sent = {"editor": newsroom.other.pk, "due": due.isoformat()}
    page = desk.post(f"{address}assign/", sent, follow=True)
    assert said(page) == ["Assigned to Jo Okafor."]
    made = Assignment.objects.get()
    assert f'action="{address}assigned/{made.pk}/"' in page.content.decode()
    again = desk.post(f"{address}assign/", sent, follow=True)
    assert "already" in said(again)[0]
    back = desk.post(f"{address}assigned/{made.pk}/", follow=True)
    assert said(back) == ["The assignment is taken back."]
    late = desk.post(f"{address}assigned/{made.pk}/", follow=True)
    assert said(late) == ["This assignment is not open any more."]


def test_who_is_not_concerned_is_not_offered_to_take_it_back(client, newsroom):
    made = AssignmentFactory(
        claim=newsroom.call,
        editor=newsroom.other,
        due=timezone.localdate() - timedelta(days=2),
    )
    client.force_login(newsroom.editor)
    page = client.get(f"/claims/{newsroom.call.pk}/").content.decode()
    assert "Jo Okafor" in page
    assert "overdue since" in page
    address = f"/claims/{newsroom.call.pk}/assigned/{made.pk}/"
    assert address not in page
    assert client.post(address).status_code == 403


@pytest.mark.parametrize("page", ["/", "/claims/{pk}/", "/?only=overdue"])
@pytest.mark.parametrize("visitor", [True, False])
def test_who_is_asked_is_told_to_the_newsroom_alone(
    client, newsroom, settings, page, visitor
):
    settings.PUBLIC_READ = True
    AssignmentFactory(
        claim=newsroom.call,
        editor=a_person("Ylva Quist"),
        by_whom=a_person("Odd Brekke"),
        due=timezone.localdate() - timedelta(days=2),
    )
    if not visitor:
        client.force_login(newsroom.reader)
    answer = client.get(page.format(pk=newsroom.call.pk))
    shown = answer.content.decode()
    assert ("Ylva Quist" in shown) != visitor
    if "only" in page:
        assert bool(answer.context["rows"]) != visitor
