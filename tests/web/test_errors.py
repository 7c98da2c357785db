"""The pages of refusal and failure."""

import pytest
from django.template.loader import get_template
from django.test import RequestFactory

from factcheck.operations.problems import server_error


def test_a_page_that_is_not_there(client, editor):
    client.force_login(editor)
    answer = client.get("/nothing/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_the_page_of_a_crash_needs_no_database():
    # Without the mark of pytest-django any query is an error.
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()


@pytest.mark.parametrize("name", ["400.html", "403_csrf.html", "429.html", "500.html"])
def test_pages_of_failure_render_without_a_request(name):
    page = get_template(name).render()
    assert "<h1>" in page
    assert 'href="/"' in page


def test_wrong_passwords_end_in_a_page_of_ours(client, editor):
    wrong = {"username": editor.username, "password": "guess"}
    answers = [client.post("/login/", wrong) for _ in range(6)]
    assert answers[0].status_code == 200
    assert "Please enter a correct" in answers[0].content.decode()
    assert answers[-1].status_code == 429
    assert "Too many wrong passwords" in answers[-1].content.decode()


def test_a_role_that_does_not_suffice(client, newsroom):
    client.force_login(newsroom.reader)
    answer = client.get("/articles/add/")
    assert answer.status_code == 403
    assert "Your role does not allow this" in answer.content.decode()
