"""Articles: stored once, versioned by their words, never moved between outlets."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Article, ArticleVersion, Outlet
from sources.parsing.identity import text_hash, url_hash
from sources.parsing.types import ParsedArticle, Precision, Published, PublishedBy
from sources.services import Status, article_check, article_store
from tests.factories import OutletAliasFactory, OutletFactory, UserFactory

pytestmark = pytest.mark.django_db

WORDS = "The council voted to widen the eastern quay."
URL = "https://harbour.example/quay"


def parsed(text=WORDS, url="", **fields):
    fields = {"external_id": "h-1", "outlet": "Harbour Post", **fields}
    return ParsedArticle(
        text=text, text_hash=text_hash(text), url=url, url_hash=url_hash(url), **fields
    )


def day(number, by=PublishedBy.GIVEN):
    return Published(day=date(2031, 3, number), precision=Precision.DAY, by=by)


def rows():
    """Everything that storing may write."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Article, ArticleVersion, Outlet, AuditEntry)
    ]


def test_created_with_all_it_has():
    moment = datetime(2031, 3, 10, 4, 19, tzinfo=UTC)
    stored = article_store(
        parsed=parsed(
            url=URL,
            title="Quay to be widened",
            authors=("Ann Lee", "Bo Ek"),
            language="en",
            translated_from="no",
            country="NO",
            published=Published(
                day=date(2031, 3, 10),
                at=moment,
                utc_offset_minutes=-240,
                precision=Precision.MINUTE,
            ),
        )
    )
    assert (stored.status, stored.outlet_created) == (Status.CREATED, True)
    article = Article.objects.get()
    assert article == stored.article
    assert article.current_version == stored.version == ArticleVersion.objects.get()
    assert (article.title, article.authors) == (
        "Quay to be widened",
        ["Ann Lee", "Bo Ek"],
    )
    assert (article.url, article.url_hash) == (URL, url_hash(URL))
    assert (article.published_at, article.published_date) == (moment, date(2031, 3, 10))
    assert (article.utc_offset_minutes, article.published_precision) == (-240, "minute")
    assert (article.published_by, article.translated_from) == ("given", "no")
    assert (article.outlet.country, article.outlet.language) == ("NO", "no")
    version = stored.version
    assert (version.number, version.text, version.title) == (1, WORDS, article.title)
    assert version.text_hash == text_hash(WORDS)
    verbs = AuditEntry.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["outlet.create", "article.create", "article.version"]


def test_the_same_again_changes_nothing():
    article = parsed(url=URL, title="Quay", published=day(10))
    article_store(parsed=article)
    before = rows()
    stored = article_store(parsed=article)
    assert (stored.status, stored.must_read_again) == (Status.UNCHANGED, False)
    assert stored.version is not None
    assert rows() == before


@pytest.mark.parametrize(
    "change", [{"text": WORDS + " Again."}, {"title": "Quay to be widened by 40 m"}]
)
def test_changed_words_are_the_next_version(change):
    article_store(parsed=parsed(title="Quay"))
    stored = article_store(parsed=parsed(**({"title": "Quay"} | change)))
    assert (stored.status, stored.version.number) == (Status.NEW_VERSION, 2)
    assert Article.objects.get().current_version == stored.version
    assert ArticleVersion.objects.get(number=1).text == WORDS


def test_words_that_come_back_are_a_third_version():
    for text in (WORDS, "Other words.", WORDS):
        stored = article_store(parsed=parsed(text=text))
    assert (stored.status, stored.version.number) == (Status.NEW_VERSION, 3)


@pytest.mark.parametrize(
    ("later", "column", "value", "again"),
    [
        ({"title": "Quay"}, "title", "Quay", False),
        ({"url": URL}, "url", URL, False),
        ({"authors": ("Ann Lee",)}, "authors", ["Ann Lee"], False),
        ({"translated_from": "no"}, "translated_from", "no", False),
        ({"published": day(10)}, "published_date", date(2031, 3, 10), True),
        ({"language": "nb", "language_is_given": True}, "language", "nb", True),
    ],
)
def test_what_was_missing_is_filled_in(later, column, value, again):
    article_store(parsed=parsed(language="en"))
    stored = article_store(parsed=parsed(**({"language": "en"} | later)))
    assert (stored.status, stored.must_read_again) == (Status.UPDATED, again)
    assert getattr(Article.objects.get(), column) == value
    assert ArticleVersion.objects.count() == 1
    entry = AuditEntry.objects.latest("pk")
    assert entry.verb == "article.update"
    assert column in entry.before
    assert column in entry.after
    assert article_store(parsed=parsed(**later)).status == Status.UNCHANGED


@pytest.mark.parametrize(
    "later",
    [
        {"title": ""},
        {"url": ""},
        {"authors": ()},
        {"language": "nb"},  # told from the words, which may err
        {"outlet": ""},  # told by the address
    ],
)
def test_what_is_missing_later_is_kept(later):
    first = {"title": "Quay", "url": URL, "authors": ("Ann Lee",), "language": "en"}
    OutletAliasFactory(
        outlet=OutletFactory(name="Harbour Post"),
        kind="domain",
        value="harbour.example",
    )
    article_store(parsed=parsed(**first))
    before = rows()
    stored = article_store(parsed=parsed(**(first | later)))
    assert stored.status == Status.UNCHANGED
    assert rows() == before


@pytest.mark.parametrize(
    ("known", "said", "wins"),
    [
        ("inferred", "page", True),
        ("inferred", "given", True),
        ("page", "given", True),
        ("given", "given", True),  # the source corrects itself
        ("given", "page", False),
        ("given", "inferred", False),
        ("page", "inferred", False),
        ("editor", "given", False),
        ("editor", "page", False),
    ],
)
def test_who_is_believed_about_the_date(known, said, wins):
    article_store(parsed=parsed(published=day(9, by=PublishedBy(known))))
    stored = article_store(parsed=parsed(published=day(10, by=PublishedBy(said))))
    assert stored.must_read_again is wins
    assert Article.objects.get().published_date == date(2031, 3, 10 if wins else 9)


def test_a_date_is_not_forgotten():
    article_store(parsed=parsed(published=day(9)))
    assert article_store(parsed=parsed()).status == Status.UNCHANGED
    assert Article.objects.get().published_date == date(2031, 3, 9)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({}, {"outlet": "Quay Courier"}, "another outlet, Harbour Post"),
        ({}, {"outlet": ""}, "no outlet"),
        ({}, {"external_id": "h-2", "outlet": "", "url": URL}, "no outlet"),
        ({"url": URL}, {"external_id": "h-2", "url": URL}, "article 'h-1'"),
        (
            {"url": URL, "id_is_given": False},
            {"url": "https://harbour.example/ferry", "id_is_given": False},
            "made from the file's name",
        ),
        (
            {"url": URL},
            {
                "external_id": "h-2",
                "id_is_given": False,
                "url": URL,
                "outlet": "Quay Courier",
            },
            "another outlet",
        ),
    ],
)
def test_refused_without_a_trace(first, second, reason):
    article_store(parsed=parsed(**first))
    before = rows()
    assert reason in article_check(parsed=parsed(**second)).reason
    stored = article_store(parsed=parsed(**second))
    assert (stored.status, stored.article) == (Status.REFUSED, None)
    assert reason in stored.reason
    assert rows() == before


def test_two_articles_that_both_exist_do_not_become_one():
    article_store(parsed=parsed(url=URL))
    article_store(parsed=parsed(external_id="h-2"))
    stored = article_store(parsed=parsed(external_id="h-2", url=URL))
    assert stored.status == Status.REFUSED
    assert "article 'h-1'" in stored.reason


def test_the_address_tells_which_article_a_file_is():
    first = article_store(parsed=parsed(url=URL))
    stored = article_store(
        parsed=parsed(external_id="saved page (2)", id_is_given=False, url=URL)
    )
    assert stored.status == Status.UNCHANGED
    assert stored.article == first.article


@pytest.mark.parametrize(
    "change",
    [{}, {"text": "New words."}, {"published": day(10)}, {"outlet": "Quay Courier"}],
)
def test_a_check_says_what_storing_does(change):
    new = parsed()
    assert article_check(parsed=new).status == Status.CREATED
    assert article_check(parsed=new).outlet_created
    assert not Outlet.objects.exists()
    article_store(parsed=new)
    changed = parsed(**change)
    before = rows()
    checked = article_check(parsed=changed)
    assert rows() == before
    stored = article_store(parsed=changed)
    assert (checked.status, checked.reason) == (stored.status, stored.reason)


@pytest.mark.parametrize(
    ("role", "may"), [(Role.EDITOR, True), (Role.READER, False), (None, False)]
)
def test_who_may(role, may):
    actor = UserFactory(role=role)
    if may:
        assert article_store(parsed=parsed(), actor=actor).status == Status.CREATED
        assert set(AuditEntry.objects.values_list("actor", flat=True)) == {actor.pk}
    else:
        with pytest.raises(PermissionDenied):
            article_store(parsed=parsed(), actor=actor)
        assert not Article.objects.exists()


def test_a_whole_import_asks_a_constant_number_of_questions(
    django_assert_max_num_queries,
):
    for number in range(20):
        article_store(parsed=parsed(external_id=f"h-{number}"))
    with django_assert_max_num_queries(8):
        article_store(parsed=replace(parsed(), external_id="h-7"))
