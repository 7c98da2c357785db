"""What an open page is told: new claims, changes by others, nothing that is blind."""

import pytest

from claims.models import Link
from claims.selectors.news import mark_now
from claims.services.assign import claim_assign
from claims.services.review import claim_rate, link_decide
from factcheck.operations.roles import Role
from tests.factories import ClaimFactory
from tests.web.newsroom import a_person


def told(answer):
    return " ".join(answer.content.decode().split())


def asked(client, mark, **filters):
    return client.get("/queue/news/", {"at": str(mark), **filters})


def test_nothing_new_is_nothing_and_then_304(desk):
    mark = mark_now()
    answer = asked(desk, mark)
    assert told(answer) == ""
    assert answer.headers["Cache-Control"] == "private, no-cache"
    tag = answer.headers["ETag"]
    address = f"/queue/news/?at={mark}"
    again = desk.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    ClaimFactory(outlets=2)
    later = desk.get(address, headers={"If-None-Match": tag})
    assert later.status_code == 200
    assert "1 new claim<" in told(later)


def test_an_unchanged_newsroom_costs_little(desk, django_assert_max_num_queries):
    tag = asked(desk, mark_now()).headers["ETag"]
    with django_assert_max_num_queries(4):  # session, account, two largest ids
        desk.get("/queue/news/?at=0-0", headers={"If-None-Match": tag})


def test_new_and_changed_claims_of_the_list(desk, newsroom):
    mark = mark_now()
    ClaimFactory(outlets=2)
    ClaimFactory(outlets=0)
    claim_assign(actor=newsroom.other, claim=newsroom.ban, editor=newsroom.other)
    assert "1 new claim, 1 changed<" in told(asked(desk, mark))
    assert told(asked(desk, mark, relation="conflict")) == ""
    assert "1 changed<" in told(asked(desk, mark, relation="updated"))


def test_a_link_that_is_decided_changes_its_claim(desk, newsroom):
    mark = mark_now()
    link = Link.objects.filter(relation="updates").get()
    link_decide(actor=newsroom.other, link=link, state="confirmed", revision=1)
    assert "1 changed<" in told(asked(desk, mark))
    page = desk.get(f"/claims/{newsroom.ban.pk}/news/", {"at": str(mark)})
    assert "This claim has changed meanwhile." in told(page)
    other = desk.get(f"/claims/{newsroom.ferry.pk}/news/", {"at": str(mark)})
    assert told(other) == ""


def test_ones_own_acts_are_no_news(desk, newsroom):
    mark = mark_now()
    claim_assign(actor=newsroom.editor, claim=newsroom.ban, editor=newsroom.other)
    assert told(asked(desk, mark)) == ""


def test_a_rating_is_news_to_who_has_rated_alone(client, newsroom):
    """Two know of it: who rated before, and the senior editor."""
    senior = a_person("Sena Senior", Role.SENIOR_EDITOR)
    third = a_person("Ottilie Third")
    claim_rate(actor=third, claim=newsroom.call, value=5)
    mark = mark_now()
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=4)
    heard = {}
    for who in (newsroom.editor, newsroom.reader, third, senior):
        client.force_login(who)
        page = client.get(f"/claims/{newsroom.call.pk}/news/", {"at": str(mark)})
        heard[who] = ("changed" in told(asked(client, mark)), "changed" in told(page))
    assert heard == {
        newsroom.editor: (False, False),
        newsroom.reader: (False, False),
        third: (True, True),
        senior: (True, True),
    }


def test_the_ratings_come_with_the_news_to_who_may_see_them(client, newsroom):
    third = a_person("Ottilie Third")
    reasons = "Two days, not one."
    claim_rate(actor=third, claim=newsroom.call, value=5)
    mark = mark_now()
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=2, rationale=reasons)
    claim_assign(actor=third, claim=newsroom.call, editor=newsroom.editor)
    for who, shown in ((third, True), (newsroom.editor, False)):
        client.force_login(who)
        page = told(client.get(f"/claims/{newsroom.call.pk}/news/", {"at": str(mark)}))
        assert (reasons in page) is shown
        assert ('id="ratings" hx-swap-oob="true"' in page) is shown
    client.force_login(third)
    page = told(
        client.get(f"/claims/{newsroom.call.pk}/news/", {"at": str(mark_now())})
    )
    assert page == ""


@pytest.mark.parametrize("at", ["", "x", "1", "-", "1-2-3", "９-９", "9" * 40 + "-1"])
def test_a_mark_that_means_nothing_is_now(desk, newsroom, at):
    ClaimFactory(outlets=2)
    assert told(desk.get("/queue/news/", {"at": at})) == ""


def test_pages_know_where_they_stand(desk, newsroom):
    mark = mark_now()
    assert f"/queue/news/?at={mark}" in desk.get("/").content.decode()
    address = f"/claims/{newsroom.call.pk}/"
    assert f"{address}news/?at={mark}" in desk.get(address).content.decode()
