"""Statements that an editor hides or makes, and what keeps them so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.engine import load_engine
from claims.models import BlockKey, Claim, Link, Statement
from claims.selectors.edition import edition_of
from claims.services.conflict import ConflictError
from claims.services.pipeline import process_version
from claims.services.statements import (
    LEAST_CHARACTERS,
    statement_hide,
    statement_mark,
    words_in,
)
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from sources.models import ArticleVersion
from tests import factories as f
from tests.db.corrected import FIFTH, SIXTH, correct, publish
from tests.db.fakes import LineEngine, print_text
from tests.db.fakes import publish as publish_lines

pytestmark = pytest.mark.django_db

ENGINE = LineEngine()


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


def mark(
    version: ArticleVersion, words: str, *, actor: User, engine: LineEngine = ENGINE
) -> Statement:
    start, end = words_in(version.text, words)
    return statement_mark(
        actor=actor, version=version, start=start, end=end, engine=engine
    )


# --- hide ------------------------------------------------------------------------


def test_a_hidden_statement_counts_nowhere_and_returns(editor: User) -> None:
    first, _ = publish(FIFTH), publish(SIXTH)
    entry = statement_hide(actor=editor, statement=first, engine=load_engine())
    counted = Claim.objects.values_list("outlets", "conflicts", "finding")
    assert list(counted) == [(1, 0, "")]
    assert entry.after == {"hidden_by": editor.pk}
    statement_hide(
        actor=editor, statement=first, hide=False, engine=load_engine(), reason="mine"
    )
    claim = Claim.objects.get(members__statement=first)
    assert (claim.outlets, claim.conflicts) == (2, 1)
    assert AuditEntry.objects.filter(verb="statement.show", reason="mine").exists()


def test_a_recompute_keeps_it_hidden(editor: User) -> None:
    first, second = publish(FIFTH), publish(SIXTH)
    statement_hide(actor=editor, statement=first, engine=load_engine())
    newer = replace(load_engine(), version="another engine")
    process_version(first.version, engine=newer)
    process_version(second.version, engine=newer)
    first.refresh_from_db()
    assert (first.hidden_by, first.engine_version) == (editor, "another engine")
    assert list(Claim.objects.values_list("outlets", "finding")) == [(1, "")]


def test_twice_is_a_conflict(editor: User) -> None:
    first = publish(FIFTH)
    seen = edition_of(first)
    statement_hide(actor=editor, statement=first, engine=load_engine(), edition=seen)
    with pytest.raises(ConflictError):
        statement_hide(actor=editor, statement=first, engine=load_engine())
    with pytest.raises(ConflictError):
        correct(first, "5 March 2031", "6 March 2031", actor=editor, edition=seen)


# --- mark ------------------------------------------------------------------------


@pytest.fixture
def version() -> ArticleVersion:
    """Two lines of which the engine cuts the first."""
    return publish_lines("Mill closed 40\n-Quay opened 12")


def test_a_marked_sentence_is_read_and_linked(
    editor: User, version: ArticleVersion
) -> None:
    publish_lines("-Quay opened 13", engine=LineEngine(cut_all=True))
    statement = mark(version, "-Quay opened 12", actor=editor)
    assert (statement.marked_by, statement.state) == (editor, "printed")
    assert version.text[statement.start : statement.end] == "-Quay opened 12"
    assert [row.value for row in statement.facets.all()] == ["12"]
    assert BlockKey.objects.filter(statement_id=statement.pk).exists()
    assert Link.objects.get().relation == "conflicts"
    entry = AuditEntry.objects.get(verb="statement.mark")
    assert (entry.before, entry.after) == (
        {"marked_by": None},
        {"marked_by": editor.pk},
    )


def test_a_recompute_reads_it_again(editor: User, version: ArticleVersion) -> None:
    statement = mark(version, "-Quay opened 12", actor=editor)
    process_version(version, engine=LineEngine(version="lines 2"))
    statement.refresh_from_db()
    assert (statement.state, statement.engine_version) == ("printed", "lines 2")
    assert statement.facets.filter(by="engine").count() == 1
    assert version.article.statements.count() == 2


@pytest.mark.parametrize(
    ("text", "state", "start"),
    [
        ("Late news\n-Quay opened 12", "printed", 10),
        ("-Quay opened 12\nMill closed 40\n-Quay opened 12", "printed", 31),
        ("Mill closed 40", "orphaned", 15),
        ("-Quay opened 12 twice", "printed", 0),
    ],
    ids=["moved", "repeated", "gone", "within"],
)
def test_it_follows_its_words_to_a_new_version(
    editor: User, version: ArticleVersion, text: str, state: str, start: int
) -> None:
    statement = mark(version, "-Quay opened 12", actor=editor)
    process_version(print_text(text, article=version.article), engine=ENGINE)
    statement.refresh_from_db()
    assert (statement.state, statement.start) == (state, start)
    process_version(print_text(version.text, article=version.article), engine=ENGINE)
    statement.refresh_from_db()
    assert statement.state == "printed"


def test_an_engine_that_cuts_it_takes_it_over(
    editor: User, version: ArticleVersion
) -> None:
    statement = mark(version, "-Quay opened 12", actor=editor)
    process_version(version, engine=LineEngine(version="lines 2", cut_all=True))
    statement.refresh_from_db()
    assert (statement.state, statement.marked_by) == ("printed", editor)
    assert version.article.statements.count() == 2


def test_a_retired_row_is_printed_again(editor: User) -> None:
    both = LineEngine(cut_all=True)
    version = publish_lines("Mill closed 40\n-Quay opened 12", engine=both)
    row = version.article.statements.get(start=15)
    f.FacetFactory(statement=row, by="editor", start=0, end=4)
    process_version(version, engine=LineEngine(version="lines 2"))
    row.refresh_from_db()
    assert row.state == "retired"
    assert mark(version, "-Quay opened 12", actor=editor).pk == row.pk
    row.refresh_from_db()
    assert (row.state, row.marked_by) == ("printed", editor)
    assert row.facets.filter(by="editor").count() == 1


def test_the_real_engine_reads_it_with_what_the_article_tells(editor: User) -> None:
    text = (
        "Orla Venn closed the harbour mill in Selm.\n\n"
        "Venn spoke for 90 minutes on Thursday, and the council of Selm heard her."
    )
    first = publish(text)
    words = "Venn spoke for 90 minutes on Thursday"
    start, end = words_in(text, words)
    statement = statement_mark(
        actor=editor,
        version=first.version,
        start=start - 1,
        end=end + 1,
        engine=load_engine(),
    )
    assert statement.quote == words + ","
    assert set(statement.facets.values_list("kind", "value")) >= {
        ("person", "orla venn"),
        ("duration", "5400 s"),
        ("date", "2031-03-06"),
    }


def test_a_language_that_is_not_read_keeps_the_words(editor: User) -> None:
    article = f.ArticleFactory(language="de")
    version = f.ArticleVersionFactory(article=article, text="Die Mühle schloss.")
    statement = mark(version, "Die Mühle schloss.", actor=editor)
    assert not statement.facets.exists()


@pytest.mark.parametrize(
    "words", ["Mill closed 40", "Mill", "a tower", "", " ", "closed"]
)
def test_what_is_no_new_statement(
    editor: User, version: ArticleVersion, words: str
) -> None:
    with pytest.raises(ValidationError):
        mark(version, words, actor=editor)


def test_a_span_outside_the_text(editor: User, version: ArticleVersion) -> None:
    with pytest.raises(ValidationError):
        statement_mark(
            actor=editor,
            version=version,
            start=0,
            end=LEAST_CHARACTERS * 100,
            engine=ENGINE,
        )


def test_a_newer_text_came_meanwhile(editor: User, version: ArticleVersion) -> None:
    print_text("Another text", article=version.article)
    with pytest.raises(ConflictError):
        mark(version, "-Quay opened 12", actor=editor)


def test_only_editors(version: ArticleVersion) -> None:
    reader = f.UserFactory(role=Role.READER)
    with pytest.raises(PermissionDenied):
        mark(version, "-Quay opened 12", actor=reader)
    with pytest.raises(PermissionDenied):
        statement_hide(
            actor=reader,
            statement=version.article.statements.get(),
            engine=ENGINE,
        )


def test_unmarked_words_are_the_engines_again(editor: User) -> None:
    first = publish(FIFTH)
    publish(SIXTH)
    text = first.version.text
    words = "Ostrava Bay voted on 5 March 2031"
    statement = mark(first.version, words, actor=editor, engine=load_engine())
    assert text[statement.start : statement.end] == words
    entry_undo(actor=editor, entry=AuditEntry.objects.get(verb="statement.mark"))
    assert not Statement.objects.filter(pk=statement.pk).exists()
    assert Link.objects.count() == 1
