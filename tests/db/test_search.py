"""Full-text search: the same is found on both databases, by whatever was written."""

from __future__ import annotations

import unicodedata

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Concat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Claim, Statement
from claims.store.query import fold, folded_words, parse_query
from claims.store.search import (
    MOST_COUNTED,
    Corpus,
    claims_mentioning,
    count_hits,
    newest_alone,
    search,
)
from claims.store.search_index import INDEXED
from sources.models import Article
from tests import factories as f

pytestmark = pytest.mark.django_db


def stated(quote: str, **columns: object) -> Statement:
    version = f.ArticleVersionFactory(text=quote)
    return f.StatementFactory(version=version, quote=quote, **columns)


def found(text: str, corpus: Corpus = Corpus.STATEMENTS) -> list[str]:
    """What is found, as its words, the best first."""
    hits = search(corpus, parse_query(text), limit=20)
    assert hits.number == len(hits.ids) == count_hits(corpus, parse_query(text))
    words = {
        Corpus.CLAIMS: (Claim, "title"),
        Corpus.STATEMENTS: (Statement, "quote"),
        Corpus.ARTICLES: (Article, "title"),
    }
    model, column = words[corpus]
    rows = dict(model.objects.filter(pk__in=hits.ids).values_list("pk", column))
    return [rows[pk] for pk in hits.ids]


FERRY = "The Skarholm ferry may not sail in June, says U.S. envoy Åse Bjørk."
BOATS = "Boats may sail; the ferryman's 1,200 passengers may not."
PIER = "스카르홀름 섬의 페리는 6월에 다시 운항한다."


@pytest.fixture
def printed() -> list[Statement]:
    return [stated(FERRY), stated(BOATS), stated(PIER)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("skarholm", [FERRY]),
        ("SKARHOLM", [FERRY]),
        ("ferry", [FERRY, BOATS]),
        ('"ferry"', [FERRY]),
        ("ferr*", [FERRY, BOATS]),
        ("ferrym", [BOATS]),
        ("erry", []),
        ('"may not sail"', [FERRY]),
        ('"may not"', [FERRY, BOATS]),
        ('"not may"', []),
        ('"may no"', []),
        ('"may no"*', [FERRY, BOATS]),
        ("sail skarholm", [FERRY]),
        ("skarholm passengers", []),
        ("skarholm OR passengers", [FERRY, BOATS]),
        ("sail skarholm OR passengers", [FERRY, BOATS]),
        ("1,200", [BOATS]),
        ("1200", []),
        ("200", [BOATS]),
        ("20", []),
        ("U.S.", [FERRY]),
        ("ase", [FERRY]),
        ("Åse", [FERRY]),
        ("a\u030ase", [FERRY]),
        ("bjørk", [FERRY]),
        ("페리", [PIER]),
        ("페리는", [PIER]),
        ("섬", [PIER]),
        ("스카르홀름 운항", [PIER]),
        ("6월", [PIER]),
        ("", []),
        ("!?", []),
    ],
)
def test_what_is_found(printed: list[Statement], text: str, quotes: list[str]) -> None:
    assert sorted(found(text)) == sorted(quotes)


# Printed, and what people type to find it.
SPELLINGS = [
    ("Iași", ("iasi", "Iași", "IAȘI", "Ias")),
    ("Việt", ("viet", "việt")),
    ("Phượng", ("phuong", "Phượng")),
    ("Dvořák", ("dvorak",)),
    ("Ǧuma", ("guma",)),
    ("Zażółć", ("zazołc", "zażółć")),
    ("Ḥamza", ("hamza",)),
    ("Čiurlionis", ("ciurlionis",)),
    ("İstanbul", ("istanbul", "İstanbul")),
    ("Iasșy".replace("ș", "s\u0326"), ("iasșy", "iassy")),
    ("Vie\u0323\u0302tnam", ("vietnam", "Việtnam")),
    ("Ёлкин", ("ёлкин", "Ёлкин")),
    ("Københavns", ("københavns",)),
    ("Ὀδυσσέα", ("ὀδυσσέα",)),
    ("페리호", ("페리호", "페리")),
    (unicodedata.normalize("NFD", "여객선이"), ("여객선이", "여객선")),
]


@pytest.mark.parametrize(("printed", "typed"), SPELLINGS)
def test_a_word_is_found_however_its_marks_are_written(
    printed: str, typed: tuple[str, ...]
) -> None:
    quote = stated(f"So says {printed}.").quote
    stated("So says nobody.")
    for word in (*typed, printed, unicodedata.normalize("NFD", printed)):
        assert found(word) == [quote], word


@pytest.mark.parametrize(
    ("printed", "typed"), [("Ёлкин", "елкин"), ("Kørner", "korner"), ("Łódź", "lodz")]
)
def test_another_letter_is_another_word(printed: str, typed: str) -> None:
    stated(f"So says {printed}.")
    assert found(typed) == []


def lexemes() -> set[str]:
    """The words of the statements as the database has them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT unnest(tsvector_to_array(search)) FROM claims_statement"
            )
            return {row[0] for row in cursor.fetchall()}
        cursor.execute(
            "CREATE VIRTUAL TABLE temp.statement_words "
            "USING fts5vocab('main', 'claims_statement_fts', 'row')"
        )
        cursor.execute("SELECT term FROM temp.statement_words")
        found = {row[0] for row in cursor.fetchall()}
        cursor.execute("DROP TABLE temp.statement_words")
        return found


def test_every_marked_letter_loses_its_marks() -> None:
    """But one: SQLite 3.40 keeps the two marks of U+01E0 and U+01E1."""
    marked = [
        f"q{chr(code)}q"
        for code in range(0xC0, 0x1F00)
        if code not in {0x1E0, 0x1E1} and fold(chr(code)).isascii()
    ]
    assert len(marked) > 400
    stated(" ".join(marked))
    assert lexemes() == set(folded_words(" ".join(marked)))


def test_the_very_word_comes_before_those_that_begin_so() -> None:
    stated("The ferryman, the ferryboat and the ferryhouse were seen from the shore.")
    exact = stated("A ferry was seen.")
    assert found("ferry")[0] == exact.quote


HOSTILE = [
    '"',
    '""',
    "'",
    "''; DROP TABLE claims_claim; --",
    "\\",
    "\\' | x",
    "\x00ferry\x00",
    "ferry AND",
    "NOT ferry",
    "NEAR(ferry sail)",
    "ferry:*",
    "ferry <-> sail",
    "(ferry",
    "ferry)",
    "&|!",
    "^ferry",
    "{quote}: ferry",
    "%s %d %%",
    "ferry" * 60,
    "\ud7ff\uffff\U0001f6a2",
    "a " * 200,
    "ſ ª º ² ½ ①",
    "İstanbul",
]


@pytest.mark.parametrize("corpus", Corpus)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_input_raises(printed: list[Statement], text: str, corpus: Corpus) -> None:
    hits = search(corpus, parse_query(text), limit=5)
    assert hits.number <= len(printed)
    assert Claim.objects.filter(claims_mentioning(parse_query(text))).count() == 0


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=40))
def test_nothing_anybody_types_raises(printed: list[Statement], text: str) -> None:
    assert search(Corpus.STATEMENTS, parse_query(text), limit=5).number <= len(printed)


def test_the_index_follows_whatever_is_written() -> None:
    claim = f.ClaimFactory(title="Harbour dues", touched_at=f.NOON)
    assert found("harbour", Corpus.CLAIMS) == ["Harbour dues"]
    Claim.objects.update(title=Concat(Value("Port "), F("title")))
    assert found("port", Corpus.CLAIMS) == ["Port Harbour dues"]
    claim.title = "Tolls"
    claim.save()
    assert found("port", Corpus.CLAIMS) == []
    Claim.objects.bulk_create(
        [Claim(pk=claim.pk, title="Quay dues", touched_at=f.NOON)],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["title"],
    )
    assert found("quay", Corpus.CLAIMS) == ["Quay dues"]
    assert found("tolls", Corpus.CLAIMS) == []
    claim.delete()
    assert found("quay", Corpus.CLAIMS) == []


def test_every_index_is_there_after_all_migrations() -> None:
    """A migration that alters one of the tables on SQLite loses its triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tablename FROM pg_indexes "
                "WHERE indexname = tablename || '_search'"
            )
            assert {row[0] for row in cursor.fetchall()} == {i.table for i in INDEXED}
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {row[0] for row in cursor.fetchall()}
    wanted = {
        f"{index.fts}_{act}"
        for index in INDEXED
        for act in ("insert", "update", "delete")
    }
    assert wanted <= present


def test_rebuilt_indexes_find_the_same(
    printed: list[Statement], capsys: pytest.CaptureFixture[str]
) -> None:
    before = found("may")
    call_command("rebuild_search")
    assert "anew" in capsys.readouterr().out
    assert found("may") == before
    stated("It may rain.")
    assert len(found("may")) == len(before) + 1


@pytest.mark.parametrize("how", ["hidden", "orphaned", "retired", "withdrawn"])
def test_what_readers_do_not_see_is_not_found(
    printed: list[Statement], how: str
) -> None:
    row = printed[0]
    claim = f.ClaimFactory(title="Something else", outlets=2)
    f.MemberFactory(claim=claim, statement=row)
    assert found("skarholm", Corpus.CLAIMS) == ["Something else"]
    if how == "hidden":
        Statement.objects.filter(pk=row.pk).update(hidden_by=f.UserFactory())
    elif how == "withdrawn":
        Article.objects.filter(pk=row.article_id).update(
            withdrawn_at=f.NOON, withdrawn_reason="wrong outlet"
        )
        assert found("skarholm", Corpus.ARTICLES) == []
    else:
        Statement.objects.filter(pk=row.pk).update(state=how)
    assert found("skarholm") == []
    assert found("skarholm", Corpus.CLAIMS) == []


def test_claims_are_found_by_title_and_by_what_is_printed() -> None:
    titled = f.ClaimFactory(title="Ferry to the island", outlets=2)
    quoted = f.ClaimFactory(title="Crossing", outlets=2)
    f.MemberFactory(claim=quoted, statement=stated("The ferry sails."))
    f.MemberFactory(claim=quoted, statement=stated("A ferry sailed."))
    out = f.ClaimFactory(title="Other", outlets=2)
    f.MemberFactory(
        claim=out, statement=stated("No ferry here."), state="out", by="editor"
    )
    f.ClaimFactory(title="Ferry alone")
    f.ClaimFactory(title="Ferry merged", outlets=2, merged_into=titled)
    assert sorted(found("ferry", Corpus.CLAIMS)) == ["Crossing", "Ferry to the island"]


def test_articles_are_found_by_headline_and_by_their_latest_text() -> None:
    article = f.ArticleFactory(title="Pilots on strike")
    f.ArticleVersionFactory(article=article, text="The old pier is closed.")
    f.ArticleVersionFactory(article=article, text="The new pier opens.", number=2)
    assert found("pilots", Corpus.ARTICLES) == ["Pilots on strike"]
    assert found("opens", Corpus.ARTICLES) == ["Pilots on strike"]
    assert found("closed", Corpus.ARTICLES) == []


def test_words_of_a_filter_may_stand_in_different_places() -> None:
    outlet = f.OutletFactory(name="Salt Crier")
    claim = f.ClaimFactory(title="Dues at the quay", outlets=2)
    f.MemberFactory(claim=claim, statement=stated("Forty boats waited."))
    claim.outlet_rows.create(outlet=outlet, statements=1)
    for text, count in (
        ("quay boats crier", 1),
        ('"dues at" forty', 1),
        ("salt quay", 1),
        ("quay rain", 0),
        ('"quay boats"', 0),
        ("rain OR boats", 1),
    ):
        wanted = claims_mentioning(parse_query(text))
        assert Claim.objects.filter(wanted).count() == count, text


def test_pages_and_bounded_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        stated(f"Boat {number} sails.")
    query = parse_query("sails")
    pages = [search(Corpus.STATEMENTS, query, limit=3, offset=at) for at in (0, 3, 6)]
    assert [len(page.ids) for page in pages] == [3, 3, 1]
    assert len({pk for page in pages for pk in page.ids}) == 7
    assert MOST_COUNTED == 1000
    monkeypatch.setattr("claims.store.search.MOST_COUNTED", 5)
    assert search(Corpus.STATEMENTS, query, limit=3).number == 6


def test_of_words_everywhere_the_newest_are_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("claims.store.search.NEWEST", 2)
    rows = [stated(f"Boat {number} sails.") for number in range(4)]
    rare = stated("A raft sails.")
    for text, corpus, ids, newest in (
        ("sails", Corpus.STATEMENTS, {rows[3].pk, rare.pk}, True),
        ("boat sails", Corpus.STATEMENTS, {rows[2].pk, rows[3].pk}, True),
        ("raft sails", Corpus.STATEMENTS, {rare.pk}, False),
        ("rain", Corpus.STATEMENTS, set(), False),
        ("", Corpus.STATEMENTS, set(), False),
        ("sails", Corpus.ARTICLES, {rows[3].article_id, rare.article_id}, True),
    ):
        hits = search(corpus, parse_query(text), limit=9)
        assert (set(hits.ids), hits.newest) == (ids, newest), text


def test_a_common_word_hides_no_rare_one_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("claims.store.search.NEWEST", 2)
    outlet = f.OutletFactory(name="Salt Crier")
    claims = []
    for quote in ("A raft sails.", *(f"Boat {number} sails." for number in range(4))):
        claim = f.ClaimFactory(title=f"Told: {quote}", outlets=2)
        f.MemberFactory(claim=claim, statement=stated(quote))
        claim.outlet_rows.create(outlet=outlet, statements=1)
        claims.append(claim.pk)
    for text, found_ids, newest in (
        ("sails", claims[3:], True),
        ("raft", claims[:1], False),
        ("raft sails", claims[:1], False),
        ("sails boat", claims[1:], False),
        ("crier", claims, False),
    ):
        query = parse_query(text)
        rows = Claim.objects.filter(claims_mentioning(query)).order_by("pk")
        assert list(rows.values_list("pk", flat=True)) == found_ids, text
        assert newest_alone(query) == newest, text
