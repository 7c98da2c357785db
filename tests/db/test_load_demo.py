"""The demo newsroom through import and linking: what the home page shows."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from claims.models import Claim, FacetComparison, Link
from factcheck.operations.models import User
from sources.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom(settings):
    settings.DEMO_PASSWORD = "read-only-in-a-test"
    call_command("load_demo")


def values(level):
    rows = FacetComparison.objects.filter(level=level)
    return {
        (row.kind, frozenset({row.low_text, row.high_text}))
        for row in rows.exclude(kind="place")
    }


def test_what_is_linked(newsroom):
    assert Article.objects.count() == 5
    assert values("conflict") == {
        ("date", frozenset({"June 6", "June 5"})),
        ("date", frozenset({"June 6", "last Thursday"})),
        ("duration", frozenset({"one-hour", "one and a half hours"})),
        ("amount", frozenset({"$8 billion", "$2.5 billion"})),
    }
    assert ("date", frozenset({"June 5", "last Thursday"})) in values("agree")
    assert ("polarity", frozenset({"banned", "allowed"})) in values("updated")
    variants = values("naming_variant")
    assert ("person", frozenset({"Kavit Hassett", "Kevin Hassett"})) in variants
    assert ("product", frozenset({"H20", "H2O"})) in variants


def test_one_claim_holds_the_days_of_the_call_and_another_the_amounts(newsroom):
    claims = Claim.objects.filter(merged_into=None, conflicts__gt=0)
    texts = [" ".join(s.quote for s in c.statements.all()) for c in claims]
    assert any("June 6" in text and "June 5" in text for text in texts)
    assert any("one-hour" in t and "one and a half hours" in t for t in texts)
    assert any("$8 billion" in text and "$2.5 billion" in text for text in texts)


def test_the_same_day_in_the_text_makes_the_conflict_a_corroboration(
    settings, tmp_path
):
    demo = settings.BASE_DIR / "claims" / "demo"
    for path in demo.iterdir():
        text = path.read_text(encoding="utf-8").replace("June 6", "June 5")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    call_command("import_articles", tmp_path)
    dates = FacetComparison.objects.filter(kind="date", level="conflict")
    assert not dates.exists()
    same = FacetComparison.objects.filter(
        kind="date", level="agree", link__relation="corroborates"
    )
    assert {row.low_text for row in same} | {row.high_text for row in same} >= {
        "June 5",
        "last Thursday",
    }


def test_it_is_loaded_once_and_never_over_what_is_there(newsroom, capsys):
    links = Link.objects.count()
    call_command("load_demo")
    assert (Article.objects.count(), Link.objects.count()) == (5, links)
    assert "read-only" not in capsys.readouterr().err
    groups = {u.username: u.groups.get().name for u in User.objects.all()}
    assert groups == {
        "editor": "editor",
        "second": "editor",
        "senior": "senior_editor",
        "curator": "curator",
    }


def test_passwords_are_random_and_shown_once(settings, capsys):
    settings.DEMO_PASSWORD = ""
    call_command("load_demo")
    lines = [x.split() for x in capsys.readouterr().err.splitlines()]
    shown = {x[0]: x[1] for x in lines if len(x) == 2 and x[0] in ("editor", "senior")}
    assert len(set(shown.values())) == 2
    for name, password in shown.items():
        assert User.objects.get(username=name).check_password(password)
    call_command("load_demo")
    assert not any(p in capsys.readouterr().err for p in shown.values())
