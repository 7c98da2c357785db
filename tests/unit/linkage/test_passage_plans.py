"""What a passage never tells as done, though a sentence does."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_plans import only_planned

LINE = "The airline Tervo will open a line to Maresk in May, its pilots were told."
SALE = "The council of Sand may sell its old theatre if the roof is not mended."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs", "world"),
    [
        (LINE, "Tervo opened a line to Maresk.", "opened", "open", "planned"),
        (SALE, "The council sold its theatre.", "sold", "sell", "conditional"),
    ],
)
def test_planned(read, passage, claim, mine, theirs, world):
    found = only_planned(read(claim), [read(passage)])
    assert found is not None
    one, other = found.comparison.a, found.comparison.b
    assert (found.comparison.kind, found.comparison.level) == (
        Kind.MODALITY,
        Level.CONFLICT,
    )
    assert (one.text, one.value) == (mine, "asserted")
    assert (other.text, other.value) == (theirs, world)
    assert (found.undone, found.unreal) == (True, False)


@pytest.mark.parametrize(
    ("passage", "claim", "undone", "unreal"),
    [
        ("The probe, which burned, was to have mapped Mars.", "It mapped Mars.", 1, 1),
        ("The probe will map Mars.", "It mapped Mars.", 1, 0),
        ("The probe was due to have mapped Mars.", "It mapped Mars.", 1, 1),
        # An order, a question or an estimate tells nothing against it.
        ("The court ordered Tervo to pay the miners.", "Tervo paid the miners.", 0, 0),
        ("The miners asked whether Tervo paid.", "Tervo paid the miners.", 0, 0),
    ],
)
def test_how_far_from_done(read, passage, claim, undone, unreal):
    found = only_planned(read(claim), [read(passage)])
    assert found is not None
    assert (found.undone, found.unreal) == (bool(undone), bool(unreal))


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (LINE, "Tervo will open a line to Maresk."),
        (LINE, "The pilots were told."),
        (LINE, "Tervo bought a line to Maresk."),
        (SALE, "The council may sell its theatre."),
        ("Tervo opened a line to Sand and will open another.", "Tervo opened a line."),
        (SALE, "The old theatre of Sand."),
    ],
)
def test_not_planned(read, passage, claim):
    assert only_planned(read(claim), [read(passage)]) is None
