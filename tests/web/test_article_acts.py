"""A sentence is marked, an article withdrawn and restored; words that one is led to."""

from __future__ import annotations

import pytest

from claims.models import Claim, Statement
from claims.selectors.uncut import parts_of
from claims.services.traces import statements_delete
from claims.store.candidates import CandidateStore
from factcheck.operations.roles import Role
from tests.db.corrected import FIFTH, SIXTH, publish
from tests.web.newsroom import a_person

LAST = "Nobody had asked for that vote."
TEXT = f"{FIFTH} {LAST}\n\nBy our staff"


@pytest.fixture
def curator(db):
    return a_person("Cora Lind", Role.CURATOR)


@pytest.fixture
def first(editor, client):
    client.force_login(editor)
    first = publish(FIFTH)
    publish(SIXTH)
    return first


def page(client, statement: Statement, query: str = "") -> str:
    return client.get(f"/articles/{statement.article_id}/{query}").content.decode()


# --- words that a cell leads to --------------------------------------------------


def test_a_cell_leads_to_its_words(client, newsroom):
    client.force_login(newsroom.reader)
    answer = client.get(f"/claims/{newsroom.call.pk}/")
    line = next(x for x in answer.context["sheet"].matrix.lines if x.kind == "date")
    (entry,) = line.cells[0].entries
    href = (
        f"/articles/{entry.statement.article_id}/?at={entry.statement.pk}"
        f".{entry.printed.place.start}.{entry.printed.end}#at"
    )
    assert href in answer.content.decode()
    words = f'<mark class="at" id="at">{entry.text}</mark>'
    article = client.get(href.partition("#")[0])
    assert words in article.content.decode()
    text = entry.statement.article.current_version.text
    reading = article.context["reading"]
    assert [
        "".join(piece.text for piece in paragraph.pieces)
        for paragraph in reading.paragraphs
    ] == text.split("\n\n")


@pytest.mark.parametrize("at", ["x", "0.0.4", "{pk}.4.4", "{pk}.0.9999", "{pk}.0", ""])
def test_words_that_are_not_there(client, first, at):
    assert 'id="at"' not in page(client, first, f"?at={at.format(pk=first.pk)}")


def test_words_of_another_article(client, first):
    other = Statement.objects.exclude(article=first.article).get()
    assert 'id="at"' not in page(client, first, f"?at={other.pk}.0.4")
    assert 'id="at"' in page(client, first, f"?at={first.pk}.0.4")


# --- mark ------------------------------------------------------------------------


@pytest.fixture
def longer(editor, client):
    """An article of which the engine cuts the first sentence alone."""
    client.force_login(editor)
    row = publish(TEXT)
    others = row.article.statements.exclude(pk=row.pk).values_list("pk", flat=True)
    statements_delete(statement_ids=list(others), store=CandidateStore())
    return row


def test_what_is_no_statement_is_offered(longer):
    parts = [part for paragraph in parts_of(longer.article) for part in paragraph]
    assert "".join(part.text for part in parts) == TEXT.replace("\n\n", "")
    offered = [part.text.strip() for part in parts if part.offered]
    assert offered == [LAST, "By our staff"]


def test_a_sentence_is_marked(client, longer):
    answer = client.get(f"/articles/{longer.article_id}/?mode=mark")
    assert "<button" in answer.content.decode()
    version = longer.article.current_version
    start = TEXT.index(LAST)
    answer = client.post(
        f"/articles/{longer.article_id}/mark/",
        {"version": version.pk, "start": start, "end": start + len(LAST)},
    )
    marked = Statement.objects.get(marked_by__isnull=False)
    assert marked.quote == LAST
    assert answer.headers["Location"] == f"/statements/{marked.pk}/"


def test_pasted_words_are_marked(client, longer):
    version = longer.article.current_version_id
    sent = {"version": version, "words": f" {LAST}\r\n"}
    client.post(f"/articles/{longer.article_id}/mark/", sent)
    assert Statement.objects.get(marked_by__isnull=False).quote == LAST


@pytest.mark.parametrize(
    ("words", "status"), [("never printed", 422), ("", 422), (FIFTH, 422), ("o", 422)]
)
def test_what_cannot_be_marked(client, longer, words, status):
    version = longer.article.current_version_id
    sent = {"version": version, "words": words}
    answer = client.post(f"/articles/{longer.article_id}/mark/", sent)
    assert answer.status_code == status
    assert answer.context["mark"].errors["words"]


def test_an_older_text_is_not_marked(client, longer):
    sent = {"version": 0, "words": LAST}
    answer = client.post(f"/articles/{longer.article_id}/mark/", sent)
    assert answer.status_code == 409
    assert "newer text" in answer.content.decode()


def test_readers_are_not_offered_it(client, longer):
    client.force_login(a_person("Rue Reader", Role.READER))
    assert "mode=mark" not in page(client, longer)
    assert (
        "parts" not in client.get(f"/articles/{longer.article_id}/?mode=mark").context
    )


# --- withdraw --------------------------------------------------------------------


def test_a_tombstone_for_everybody_and_nothing_of_the_text(
    client, first, curator, settings
):
    settings.PUBLIC_READ = True
    claim = Claim.objects.get()
    client.force_login(curator)
    answer = client.post(
        f"/articles/{first.article_id}/withdraw/", {"reason": "a court told us to"}
    )
    assert answer.headers["Location"] == f"/articles/{first.article_id}/"
    client.logout()
    answer = client.get(f"/articles/{first.article_id}/")
    assert answer.status_code == 410
    assert "a court told us to" in answer.content.decode()
    first.article.refresh_from_db()
    for path in (
        f"/articles/{first.article_id}/",
        f"/claims/{claim.pk}/",
        "/articles/",
        "/articles/?q=council",
        "/?q=5+March",
        "/api/v1/articles/",
        "/api/v1/statements/",
        "/api/v1/links/",
        f"/api/v1/claims/{claim.pk}/",
    ):
        shown = client.get(path).content.decode()
        assert first.quote not in shown, path
        assert first.article.title not in shown, path


def test_it_is_restored(client, first, curator):
    client.force_login(curator)
    client.post(f"/articles/{first.article_id}/withdraw/", {"reason": "by mistake"})
    assert "Restore the article" in page(client, first)
    client.post(f"/articles/{first.article_id}/restore/", {"reason": "it was ours"})
    assert first.quote in page(client, first)
    assert Claim.objects.get(members__statement=first).conflicts == 1


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2_001])
def test_a_reason_is_asked_for(client, first, curator, reason):
    client.force_login(curator)
    answer = client.post(f"/articles/{first.article_id}/withdraw/", {"reason": reason})
    assert answer.status_code == 422
    assert answer.context["withdraw"].errors["reason"]


@pytest.mark.parametrize("what", ["withdraw/", "restore/", "mark/"])
def test_somebody_was_quicker(client, first, curator, what):
    client.force_login(curator)
    address = f"/articles/{first.article_id}/"
    if what != "restore/":
        client.post(f"{address}withdraw/", {"reason": "a double"})
    answer = client.post(address + what, {"reason": "again"})
    assert answer.status_code == 409
