"""What evaluate measures in memory is what check_draft finds in the database."""

from __future__ import annotations

import pytest

from claims.engine import load_engine
from claims.models import Statement
from claims.quality.memory import MemoryCandidates
from claims.records import load_records
from claims.services.check import check_draft, check_statements
from sources.models import Article
from tests.db.newsprint import (
    CALL_LAST_THURSDAY,
    CALL_ON_THE_SEVENTH,
    CALL_ON_THE_SIXTH,
    DAY,
    printed,
)

pytestmark = pytest.mark.django_db

PRINTED = {
    "sixth": CALL_ON_THE_SIXTH,
    "seventh": CALL_ON_THE_SEVENTH,
    "thursday": CALL_LAST_THURSDAY,
    "oak": "Orla Venn planted an oak in Selm.\n\nShe came by boat.",
    "ferry": "A ferry ran aground off Halden.\n\nNobody was hurt on the reef.",
}
DRAFTS = (
    "Premier Tavi Rusk was called by Orla Venn on March 6.",
    "The ferry ran onto a reef. It was bound for Halden. The museum is shut.",
    "Orla Venn came to Selm by boat.",
    "Nothing of this was printed before.",
)


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("own", [None, "sixth", "oak"])
@pytest.mark.parametrize(("stored", "asked"), [(None, None), (DAY, DAY), (DAY, None)])
def test_both_shelves_give_the_same_matches(draft, own, stored, asked):
    for name, text in PRINTED.items():
        printed(text, name=name, outlet=f"{name} post", day=stored)
    engine = load_engine()
    own_pk = Article.objects.get(external_id=own).pk if own else None
    how = {"limit": 20, "all_matches": True}
    in_database = check_draft(
        engine=engine, text=draft, published=asked, exclude_article=own_pk, **how
    )
    held = load_records(Statement.objects.order_by("pk").values_list("pk", flat=True))
    shelf = MemoryCandidates([row.record for row in held.values()], engine)
    in_memory = check_statements(
        engine=engine,
        statements=engine.extract(draft, published=asked, all_sentences=True),
        shelf=shelf,
        exclude_article=shelf.number_of(own) if own else None,
        **how,
    )
    assert told(in_memory) == told(in_database)


def told(checked):
    return [
        [
            (m.record.article, m.record.text, m.decision.relation, m.likeness)
            for m in each.matches
        ]
        for each in checked
    ]
