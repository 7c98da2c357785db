"""The matrix: who prints what, and how each value is marked."""

import pytest

from claims.selectors.sheet import claim_sheet


@pytest.fixture
def sheet(newsroom):
    return claim_sheet(newsroom.call)


def line(sheet, label):
    return next(line for line in sheet.matrix.lines if line.label == label)


@pytest.mark.parametrize(
    ("label", "verdict", "marks"),
    [
        ("Date", "conflict", ["states", "states", "differs"]),
        ("Duration", "conflict", ["differs", "omits", "differs"]),
        ("Person", "naming only", ["states", "omits", "naming"]),
    ],
)
def test_each_cell_says_how_it_stands_to_what_most_origins_print(
    sheet, label, verdict, marks
):
    found = line(sheet, label)
    assert found.verdict == verdict
    assert [cell.mark for cell in found.cells] == marks


def test_worst_line_first(sheet):
    assert [line.label for line in sheet.matrix.lines] == ["Date", "Duration", "Person"]


def test_values_side_by_side_name_their_outlets(sheet):
    left, right = line(sheet, "Date").against
    assert (left.text, left.outlets) == ("5 May", "Tidewater Gazette, Northern Bell")
    assert (right.text, right.outlets) == ("6 May", "Salt Crier")


def test_a_quote_is_cut_at_its_marks_and_loses_nothing(sheet):
    for quote in sheet.quotes:
        assert "".join(piece.text for piece in quote.pieces) == quote.statement.quote
    marked = [(p.text, p.mark) for p in sheet.quotes[0].pieces if p.mark]
    assert marked == [
        ("Ketil Aas", "states"),
        ("last Monday", "states"),
        ("about half an hour", "differs"),
    ]


def test_a_relative_date_keeps_its_three_parts(sheet):
    (said,) = sheet.quotes[0].dates
    assert (said.words, str(said.anchor), said.result, said.width) == (
        "last Monday",
        "2031-05-10",
        "5 May 2031",
        "one day",
    )


def test_the_chain_runs_from_the_first_hand_to_the_outlet(sheet):
    assert [quote.chain for quote in sheet.quotes] == [
        ("Dolan’s office", "Tidewater Gazette"),
        ("Northern Bell",),
        ("Salt Crier",),
    ]


def test_an_earlier_value_is_marked_as_changed_since(newsroom):
    sheet = claim_sheet(newsroom.ban)
    (found,) = sheet.matrix.lines
    assert [cell.mark for cell in found.cells] == ["updated", "states"]
    assert sheet.verdict == ("updated", "Changed since: polarity")


def test_severity_follows_the_gravest_difference(newsroom):
    claims = (newsroom.call, newsroom.ban, newsroom.ferry)
    assert [claim_sheet(claim).severity for claim in claims] == [3, 2, 0]


def test_a_rejected_link_no_longer_counts(newsroom):
    for link in newsroom.call.statements.first().links_as_low.all():
        link.state, link.by = "rejected", "editor"
        link.save()
    sheet = claim_sheet(newsroom.call)
    assert [line.label for line in sheet.matrix.lines] == ["Date"]
    assert sum(not pair.counts for pair in sheet.pairs) == 2
