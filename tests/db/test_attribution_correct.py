"""A corrected chain, a corrected origin: who counts as one voice follows at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.engine import load_engine
from claims.facets.types import Hop
from claims.models import Claim, Origin, Statement
from claims.records import load_records
from claims.services.attribution import (
    MOST_CHARACTERS,
    MOST_HOPS,
    attribution_correct,
    hop_from_json,
    hop_to_json,
)
from claims.services.conflict import ConflictError
from claims.services.origins import origin_correct, origin_named, origins_merge
from claims.services.pipeline import process_version
from claims.services.review import claim_rate
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.corrected import FIFTH, publish

pytestmark = pytest.mark.django_db

TOLD = FIFTH.replace(".", ", Orla Venn told Radio Selm.")


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def pair() -> tuple[Statement, Statement]:
    """Two outlets that agree; neither says where it has it from."""
    first, second = publish(FIFTH), publish(FIFTH.replace("voted", "has voted"))
    assert Claim.objects.get().origins == 2
    return first, second


def chain(statement: Statement, *hops: Hop, actor: User) -> AuditEntry:
    return attribution_correct(
        actor=actor, statement=statement, hops=hops, engine=load_engine()
    )


VENN = Hop(0, "Orla Venn", venue="Radio Selm", cue="interview")


def test_two_that_lean_on_one_interview_are_one_origin(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    for statement in pair:
        entry = chain(
            statement, Hop(0, "", cited_outlet="Selm Post"), VENN, actor=editor
        )
        assert entry.before == {"hops": []}
        assert [hop["speaker"] for hop in entry.after["hops"]] == ["", "Orla Venn"]
    claim = Claim.objects.get()
    assert (claim.outlets, claim.origins) == (2, 1)
    first = Statement.objects.get(pk=pair[0].pk)
    assert first.origin.kind == "interview"
    assert (first.origin_by, first.origin.venue) == ("engine", "radio selm")


def test_a_recompute_keeps_the_chain_and_its_origin(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    chain(first, VENN, actor=editor)
    origin = Statement.objects.get(pk=first.pk).origin
    newer = replace(load_engine(), version="another engine")
    process_version(first.version, engine=newer)
    first.refresh_from_db()
    assert (first.engine_version, first.origin) == ("another engine", origin)
    record = load_records([first.pk])[first.pk].record
    assert [hop.speaker for hop in record.hops] == ["Orla Venn"]


def test_without_a_chain_the_engines_holds_again(editor: User) -> None:
    first = publish(TOLD)
    origin = first.origin
    assert origin is not None
    chain(first, Hop(0, "Tavi Rusk"), actor=editor)
    first.refresh_from_db()
    assert first.origin != origin
    chain(first, actor=editor)
    first.refresh_from_db()
    assert first.origin == origin
    assert not first.frames.get("engine")


def test_it_makes_a_rating_stale(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    claim = Claim.objects.get()
    claim_rate(actor=editor, claim=claim, value=5)
    chain(pair[0], VENN, actor=editor)
    claim.refresh_from_db()
    assert claim.stale


@pytest.mark.parametrize(
    "hops",
    [
        [Hop(0, "")],
        [Hop(0, "x" * (MOST_CHARACTERS + 1))],
        [Hop(0, "Orla Venn")] * (MOST_HOPS + 1),
    ],
)
def test_a_chain_that_is_none(editor: User, hops: list[Hop]) -> None:
    with pytest.raises(ValidationError):
        chain(publish(FIFTH), *hops, actor=editor)


def test_an_entry_holds_the_whole_hop(editor: User) -> None:
    first = publish(FIFTH)
    f.OutletAliasFactory(value="selm post")
    chain(first, Hop(0, "", cited_outlet="Selm Post"), actor=editor)
    row = first.hops.get()
    assert row.cited_outlet is not None
    again = hop_from_json(hop_to_json(row), statement_id=first.pk)
    assert hop_to_json(again) == hop_to_json(row)


# --- origins ---------------------------------------------------------------------


def test_an_editors_origin_stands_over_chain_and_recompute(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    first, _ = pair
    known = f.OriginFactory(label="Venn on the radio")
    for statement in pair:
        origin_correct(
            actor=editor, statement=statement, origin=known, engine=load_engine()
        )
    assert Claim.objects.get().origins == 1
    chain(first, Hop(0, "Tavi Rusk"), actor=editor)
    newer = replace(load_engine(), version="another engine")
    process_version(first.version, engine=newer)
    first.refresh_from_db()
    assert (first.origin, first.origin_by) == (known, "editor")
    entry = AuditEntry.objects.filter(verb="statement.correct_origin").earliest("id")
    assert entry.before == {"origin": None, "origin_by": "engine"}
    assert entry.after == {"origin": known.pk, "origin_by": "editor"}


@pytest.mark.parametrize(
    ("kind", "speaker", "venue", "key"),
    [
        ("interview", "Orla Venn", "Radio Selm", "interview|venn|radio selm|2031-W11"),
        ("statement", "Orla Venn", "", "statement|orla venn||2031-W11"),
        (
            "statement",
            "the Ministry of Tides",
            "",
            "statement|ministry tides||2031-W11",
        ),
        ("report", "Selm Post", "", "report||selm post|2031-W11"),
        ("filing", "two officials", "", "filing|two officials||"),
    ],
)
def test_a_described_origin_has_the_key_that_print_would_make(
    kind: str, speaker: str, venue: str, key: str
) -> None:
    statement = f.StatementFactory()
    origin = origin_named(statement=statement, kind=kind, speaker=speaker, venue=venue)
    assert origin.key == key
    again = origin_named(statement=statement, kind=kind, speaker=speaker, venue=venue)
    assert again == origin


@pytest.mark.parametrize(
    ("kind", "speaker", "field"), [("rumour", "Venn", "kind"), ("post", " ", "speaker")]
)
def test_an_origin_that_is_none(kind: str, speaker: str, field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        origin_named(
            statement=f.StatementFactory(), kind=kind, speaker=speaker, venue=""
        )
    assert list(refusal.value.message_dict) == [field]


def test_merged_origins_are_one_voice(
    editor: User, pair: tuple[Statement, Statement]
) -> None:
    one, two, three = f.OriginFactory(), f.OriginFactory(), f.OriginFactory()
    for statement, origin in zip(pair, (one, two), strict=True):
        origin_correct(
            actor=editor, statement=statement, origin=origin, engine=load_engine()
        )
    assert Claim.objects.get().origins == 2
    entry = origins_merge(actor=editor, origin=one, into=two)
    assert Claim.objects.get().origins == 1
    assert entry.after == {"merged_into": two.pk, "moved": []}
    origins_merge(actor=editor, origin=two, into=three)
    assert {
        row.merged_into for row in Origin.objects.filter(pk__in=[one.pk, two.pk])
    } == {three}
    with pytest.raises(ConflictError):
        origins_merge(actor=editor, origin=one, into=three)
    with pytest.raises(ValidationError):
        origins_merge(actor=editor, origin=three, into=three)


def test_only_editors(pair: tuple[Statement, Statement]) -> None:
    reader = f.UserFactory(role=Role.READER)
    first, _ = pair
    origin = f.OriginFactory()
    with pytest.raises(PermissionDenied):
        chain(first, VENN, actor=reader)
    with pytest.raises(PermissionDenied):
        origin_correct(
            actor=reader, statement=first, origin=origin, engine=load_engine()
        )
    with pytest.raises(PermissionDenied):
        origins_merge(actor=reader, origin=origin, into=f.OriginFactory())
