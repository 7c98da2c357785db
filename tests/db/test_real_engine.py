"""The real engine through the pipeline: what it reads is what is stored."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from claims.engine import Engine, load_engine
from claims.models import Claim, Link, Statement
from claims.records import load_records
from claims.services.pipeline import process_version
from claims.services.review import claim_rate, link_decide
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db

FIRST = "The council of Ostrava Bay voted on 5 March 2031 to close the harbour mill."
SECOND = "The council of Ostrava Bay voted on 6 March 2031 to close the harbour mill."
RELATIVE = "The council of Ostrava Bay voted on Thursday to close the harbour mill."


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def publish(text: str, engine: Engine, **values: object) -> Statement:
    version = f.ArticleVersionFactory(article=f.ArticleFactory(**values), text=text)
    process_version(version, engine=engine)
    return Statement.objects.get(article=version.article)


def test_what_is_read_is_what_is_stored(engine: Engine) -> None:
    row = publish(RELATIVE, engine)
    (read,) = engine.extract(RELATIVE, published=f.DAY)
    record = load_records([row.pk])[row.pk].record
    for name in ("text", "start", "end", "facets", "frames", "hops", "lemmas"):
        assert getattr(record, name) == getattr(read, name), name
    assert engine.block_keys(record) == engine.block_keys(read)


def test_two_days_of_one_vote_conflict(engine: Engine) -> None:
    publish(FIRST, engine)
    publish(SECOND, engine)
    link = Link.objects.get()
    assert link.relation == "conflicts"
    assert "conflict" in link.comparisons.filter(kind="date").values_list(
        "level", flat=True
    )
    claim = Claim.objects.get()
    assert (claim.outlets, claim.conflicts) == (2, 1)


def test_a_corrected_date_moves_a_weekday(engine: Engine) -> None:
    publish(FIRST, engine)
    row = publish(RELATIVE, engine, published_date=date(2031, 3, 15))
    assert Link.objects.get().relation == "conflicts"
    row.article.published_date = date(2031, 3, 7)
    row.article.save()
    assert (
        process_version(row.article.current_version, engine=engine, again=True)
        is not None
    )
    day = row.facets.get(kind="date", by="engine")
    assert (day.date_from, day.anchor) == (date(2031, 3, 6), date(2031, 3, 7))


def test_deciding_and_rating_parse_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(FIRST, engine)
    publish(SECOND, engine)
    editor, link, parsed = f.UserFactory(role=Role.EDITOR), Link.objects.get(), []
    monkeypatch.setattr(Language, "pipe", lambda *args, **_: parsed.append(args))
    monkeypatch.setattr(Language, "__call__", lambda *args, **_: parsed.append(args))
    link_decide(
        actor=editor, link=link, state=Link.State.CONFIRMED, revision=link.revision
    )
    claim_rate(actor=editor, claim=Claim.objects.get(), value=5)
    assert parsed == []
    with pytest.raises(TypeError, match="NoneType"):  # reading would be seen
        engine.extract(RELATIVE)
    assert len(parsed) == 1
