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
