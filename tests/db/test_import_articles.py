"""import_articles: what is stored, what is refused, what a second run changes."""

import io
import json
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command

from claims.management.commands import import_articles
from claims.models import Claim, Link, ProcessingRun, Statement
from claims.services import pipeline
from factcheck.operations.models import AuditEntry
from sources.models import Article, ArticleVersion, Outlet

pytestmark = pytest.mark.django_db

COUNTED = (Article, ArticleVersion, Outlet, AuditEntry, ProcessingRun, Statement, Link)
FIRST = (
    "The harbour council of Ostrava Bay voted on 5 June 2025 to widen the east quay.\n"
    "\n"
    "Mayor Ingrid Solheim told the council that the quay would cost $40 million.\n"
)
SECOND = (
    "The council of Ostrava Bay voted on 6 June 2025 to widen its eastern quay.\n\n"
    "Sign up for our newsletter\n"
)


def run(*paths, **options):
    """(exit status, standard output, standard error) of the command."""
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command(
            "import_articles", *map(str, paths), stdout=out, stderr=err, **options
        )
    except CommandError as error:
        status = error.returncode
        err.write(str(error))
    return status, out.getvalue(), err.getvalue()


def state():
    """Every row, with its columns: nothing changes unseen."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (*COUNTED, Claim)
    }


def number(err, name):
    """The number that the table gives for `name`."""
    row = next(line for line in err.splitlines() if f" {name} " in line)
    return int(row.replace("│", " ").split()[-1])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").write_text(SECOND)
    (tmp_path / "notes.txt").write_text("Nobody names this file.")
    rows = (
        {"file": "a.txt", "outlet": "Harbour Post", "published": "2025-06-10"},
        {
            "file": "b.txt",
            "outlet": "Quay Courier",
            "published": "2025-06-11",
            "published_inferred": True,
            "translated_from": "no",
            "country": "NO",
        },
    )
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return tmp_path


def test_a_folder_is_stored_extracted_and_linked(folder):
    status, out, err = run(folder)
    assert (status, out) == (0, "")
    assert number(err, "created") == 2
    assert "Outlets created: Harbour Post, Quay Courier" in err
    a, b = Article.objects.order_by("external_id")
    assert (a.external_id, b.external_id) == ("a", "b")
    assert (a.published_by, b.published_by) == ("given", "inferred")
    assert (b.outlet.country, b.translated_from) == ("NO", "no")
    assert a.current_version.text == FIRST.rstrip()
    assert ProcessingRun.objects.filter(finished_at__isnull=False).count() == 2
    quotes = list(Statement.objects.values_list("quote", flat=True))
    assert any("5 June" in quote for quote in quotes)
    assert not any("newsletter" in quote for quote in quotes)
    for statement in Statement.objects.select_related("version"):
        text = statement.version.text
        assert text[statement.start : statement.end] == statement.quote


def test_running_it_again_changes_nothing(folder):
    run(folder)
    before = state()
    status, out, err = run(folder)
    assert (status, out) == (0, "")
    assert (number(err, "created"), number(err, "unchanged")) == (0, 2)
    assert "Outlets created" not in err
    assert state() == before


def test_a_changed_text_is_a_new_version(folder):
    run(folder)
    (folder / "b.txt").write_text(SECOND.replace("6 June", "5 June"))
    status, _, err = run(folder)
    assert status == 0
    assert (number(err, "new version"), number(err, "unchanged")) == (1, 1)
    assert Article.objects.get(external_id="b").current_version.number == 2
    printed = Statement.objects.filter(state="printed", article__external_id="b")
    assert "5 June" in printed.first().quote


def test_a_dry_run_writes_nothing_and_says_what_would_happen(folder):
    empty = state()
    status, out, err = run(folder, dry_run=True)
    assert (status, out) == (0, "")
    assert number(err, "created") == 2
    assert "Outlets would be created: Harbour Post, Quay Courier" in err
    assert state() == empty
    rows = (folder / "manifest.jsonl").read_text()
    shouted = rows.replace("Quay Courier", "HARBOUR  post")
    (folder / "manifest.jsonl").write_text(shouted)
    _, _, err = run(folder, dry_run=True)
    assert "Outlets would be created: Harbour Post\n" in err
    (folder / "manifest.jsonl").write_text(rows)
    run(folder)
    (folder / "a.txt").write_text(FIRST + "\nMore.")
    before = state()
    _, _, err = run(folder, dry_run=True)
    assert (number(err, "new version"), number(err, "unchanged")) == (1, 1)
    assert state() == before


def test_all_sentences_are_kept_and_remembered(folder):
    run(folder)
    cut = Statement.objects.count()
    run(folder, all_sentences=True)
    whole = list(Statement.objects.values_list("quote", flat=True))
    assert len(whole) > cut
    assert any("newsletter" in quote for quote in whole)
    before = state()
    run(folder, all_sentences=True)
    run(folder)
    assert state() == before


def test_bad_rows_are_refused_and_good_rows_kept(tmp_path):
    good = {"outlet": "Harbour Post", "published": "2025-06-10"}
    (tmp_path / "page.html").write_text(
        f"<html><title>Quay</title><article><p>{FIRST}</p></article></html>"
    )
    rows = [
        json.dumps(good | {"external_id": "1", "text": FIRST}),
        '{"external_id": "2", "text": "cut in the mid',
        json.dumps(good | {"external_id": "3", "text": " "}),
        json.dumps({"external_id": "4", "text": FIRST, "url": "https://x.example/"}),
        json.dumps(
            good | {"external_id": "5", "text": FIRST, "published": "2025-02-30"}
        ),
        json.dumps(
            good | {"external_id": "6", "text": FIRST, "published": "9025-02-20"}
        ),
        json.dumps(
            good | {"external_id": "1", "text": FIRST, "outlet": "Quay Courier"}
        ),
        json.dumps(good | {"external_id": "7", "text": "\0\1"}),
        "[1, 2]",
        json.dumps(good | {"external_id": "8", "text": SECOND}),
    ]
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(rows))
    status, out, err = run(path, tmp_path / "page.html", tmp_path / "missing.txt")
    assert (status, out) == (1, "")
    assert (number(err, "created"), number(err, "refused")) == (2, 10)
    for place, reason in (
        (f"{path}, line 2", "broken JSON"),
        (f"{path}, line 3", "empty text"),
        (f"{path}, line 4", "no outlet"),
        (f"{path}, line 5", "impossible date '2025-02-30'"),
        (f"{path}, line 6", "future date '9025-02-20'"),
        (f"{path}, line 7", "external_id '1' belongs to another outlet"),
        (f"{path}, line 8", "binary"),
        (f"{path}, line 9", "not a JSON object"),
        (str(tmp_path / "page.html"), "no outlet"),
        (str(tmp_path / "missing.txt"), "No such file"),
    ):
        assert f"{place}: {reason}" in err
    ids = Article.objects.order_by("external_id").values_list("external_id", flat=True)
    assert list(ids) == ["1", "8"]
    assert Outlet.objects.get().name == "Harbour Post"


def test_single_files_with_options(tmp_path):
    (tmp_path / "quay [draft].txt").write_text(FIRST)
    (tmp_path / "page.html").write_text(
        "<html lang=en><meta property=og:site_name content='Quay Courier'>"
        f"<title>Quay</title><article><p>{FIRST}</p></article></html>"
    )
    status, _, err = run(
        tmp_path / "quay [draft].txt",
        tmp_path / "page.html",
        outlet="Harbour [Post]",
        published="2025-06",
    )
    assert status == 0, err
    assert "Outlets created: Harbour [Post]" in err
    page, text = Article.objects.order_by("external_id")
    assert (page.external_id, page.outlet.name) == ("page", "Harbour [Post]")
    assert (text.external_id, text.published_precision) == ("quay [draft]", "month")


def test_a_text_in_another_language_is_stored_and_not_analysed(tmp_path):
    (tmp_path / "kai.txt").write_text(
        "Der Stadtrat hat am Dienstag beschlossen, den östlichen Kai zu verbreitern."
    )
    status, _, _ = run(tmp_path / "kai.txt", outlet="Hafenbote")
    assert status == 0
    assert Article.objects.get().language == "de"
    assert ProcessingRun.objects.get().counts == {"not_analysed": "de"}
    assert not Statement.objects.exists()


def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(folder):
    process = import_articles.process_each
    calls = []

    def stopped(works, **options):
        calls.append(works)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return process(works, **options)

    with (
        patch.object(import_articles, "ARTICLES_AT_ONCE", 1),
        patch.object(import_articles, "process_each", stopped),
    ):
        status, out, err = run(folder)
    assert (status, out) == (130, "")
    assert "Interrupted; run it again to go on." in err
    assert number(err, "created") == 2
    assert ProcessingRun.objects.filter(finished_at__isnull=False).count() == 1
    status, _, err = run(folder)
    assert (status, number(err, "unchanged")) == (0, 2)
    assert ProcessingRun.objects.filter(finished_at__isnull=False).count() == 2


def test_a_text_that_cannot_be_read_does_not_stop_the_others(folder):
    process = pipeline.process_versions

    def broken(works, **options):
        if any(work.version.article.external_id == "a" for work in works):
            raise ValueError("a bug in the engine")
        return process(works, **options)

    with patch.object(pipeline, "process_versions", broken):
        status, _, err = run(folder)
    assert status == 1
    assert (number(err, "created"), number(err, "not read")) == (2, 1)
    assert "line 1: stored, but not read: ValueError: a bug in the engine" in err
    assert run(folder)[0] == 0
    assert ProcessingRun.objects.filter(finished_at__isnull=False).count() == 2


def test_a_better_date_is_read_anew_even_after_a_stop(folder):
    run(folder)
    manifest = folder / "manifest.jsonl"
    manifest.write_text(manifest.read_text().replace("2025-06-10", "2025-06-12"))
    with patch.object(import_articles, "process_each", side_effect=KeyboardInterrupt):
        assert run(folder)[0] == 130
    assert ProcessingRun.objects.filter(finished_at__isnull=True).count() == 1
    status, _, err = run(folder)
    assert (status, number(err, "unchanged")) == (0, 2)
    assert not ProcessingRun.objects.filter(finished_at__isnull=True).exists()


def test_a_folder_without_a_manifest(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST)
    status, _, err = run(tmp_path)
    assert status == 1
    assert f"{tmp_path}: the folder has no manifest.jsonl" in err
    assert not Article.objects.exists()
