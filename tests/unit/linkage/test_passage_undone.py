"""What a passage tells did not come about; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_undone import undone

STRIKE = "The dockers of Selm called off the strike that they had planned for May."
DEATH = "The family of Ada Morel said that reports of her death were false."
REFUTED = "The bank of Kell denied a report of the sale of its towers."
POST = "The mayor of Kell, Ada Morel, said that she would not resign in May."
FERRY = "The drug Selmin was withdrawn from sale in Ostrel after a trial failed."
TITLE = "The court cleared the banker Ivo Brandt of the murder of his partner."
MERGER = "A planned merger of Tervo and Maresk collapsed over the pay of the pilots."
MILL = "Rather than selling the mill, the council of Sand rented it to a miller."
PAY = "The judge ruled that Tervo did not have to pay the miners of Selm."
ORDERS = "The firm Tervo sold two ships without telling its owners."
LATE = "Fog kept Tervo from opening the port of Selm until 1990."
CHARGE = "The court cleared the banker Ivo Brandt of charges of fraud."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (STRIKE, "The dockers went on strike.", "strike", "strike"),
        (DEATH, "Ada Morel died.", "died", "death"),
        (REFUTED, "The bank of Kell sold its towers.", "sold", "sale"),
        (POST, "Ada Morel announced her resignation.", "resignation", "resign"),
        (FERRY, "Selmin remains on sale in Ostrel.", "sale", "sale"),
        (TITLE, "Ivo Brandt murdered his partner.", "murdered", "murder"),
        (MERGER, "Tervo and Maresk merged.", "merged", "merger"),
        (MILL, "The council sold the mill.", "sold", "selling"),
        (PAY, "The judge ordered Tervo to pay the miners.", "pay", "pay"),
        (ORDERS, "Tervo told its owners.", "told", "telling"),
    ],
)
def test_undone(looked, passage, claim, mine, theirs):
    [(comparison, statement), *_] = looked(passage, claim, undone)
    assert (comparison.kind, comparison.level) == (Kind.POLARITY, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)
    start, end = comparison.b.start, comparison.b.end
    assert statement.text[start:end] == theirs


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        # It was planned and called off; announced, and called off since.
        (STRIKE, "The dockers planned a strike."),
        (STRIKE, "The dockers announced a strike."),
        # Who takes part in it is another, or not in the passage.
        (STRIKE, "The bakers went on strike."),
        (TITLE, "Lena Voss murdered her partner."),
        ("Ivo Brandt did not die, but Ada Morel lost a leg.", "Ada Morel died."),
        # It is told as well: not what was cleared, but that it was brought.
        (CHARGE, "Ivo Brandt was charged."),
        ("Tervo sold a ship without selling the other.", "Tervo sold a ship."),
        # What was planned may have come about; what was averted until then did.
        ("A merger of Tervo and Maresk collapsed in May.", "Tervo and Maresk merged."),
        (LATE, "Tervo opened the port of Selm."),
        # Nothing takes it away.
        (POST, "The mayor said nothing in May."),
        ("The council kept the mill and sold a barn.", "The council sold a barn."),
        ("Tervo sold not only a ship, but a barge.", "Tervo sold a ship."),
        # The sentence itself only supposes.
        (POST, "Ada Morel might resign."),
        # A noun of its own is not what the sentence tells of that.
        ("The court of Sand cancelled the hearing.", "The court heard Ivo Brandt."),
    ],
)
def test_not_undone(looked, passage, claim):
    assert looked(passage, claim, undone) == []
