"""Two statements worded alike that tell of two people corroborate nothing.

Every name and event is invented.
"""

from __future__ import annotations

import pytest

from claims.linkage.types import Relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # somebody of somebody
        ("The mayor's sister was held in Halden on Monday.",
         "The mayor was held in Halden on Monday."),
        ("The father of the suspect was held in Halden on Monday.",
         "The suspect was held in Halden on Monday."),
        ("The driver of the minister was injured in Halden on Monday.",
         "The minister was injured in Halden on Monday."),
        ("The wife of Tavi Rusk was held in Halden on Monday.",
         "Tavi Rusk was held in Halden on Monday."),
        ("The parents of the three boys were held on Monday.",
         "The three boys were held on Monday."),
        # another holder of the office
        ("The deputy mayor resigned in Halden on Monday.",
         "The mayor resigned in Halden on Monday."),
        ("The former minister visited Halden on Monday.",
         "The minister visited Halden on Monday."),
        ("The ex-minister visited Halden on Monday.",
         "The minister visited Halden on Monday."),
        # other names
        ("A. B. Venn was named chairman of Delvora on Monday.",
         "Peter Venn was named chairman of Delvora on Monday."),
        ("Senator Haley voted against the bill.",
         "Senator Hally voted against the bill."),
        ("Mr Mills won the seat in Halden.", "Mrs Mills won the seat in Halden."),
        ("The court fined Delvora $3 million on Monday.",
         "The court fined Ostrik Shipyards $9 million on Monday."),
        # who says it of whom
        ("Orla Venn said Tavi Rusk lied.", "Tavi Rusk said Orla Venn lied."),
        ("Orla Venn said on Monday that Tavi Rusk had lied about the sale.",
         "Tavi Rusk said on Monday that Orla Venn had lied about the sale."),
    ],
)  # fmt: skip
def test_who_is_another_corroborates_nothing(relate, a, b):
    assert relate(a, b).relation != Relation.CORROBORATES
    assert relate(b, a).relation != Relation.CORROBORATES


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor's sister was held in Halden on Monday.",
         "The sister of the mayor was held in Halden on Monday."),
        ("The head of the port was held in Halden on Monday.",
         "The port's head was held in Halden on Monday."),
        ("The suspect, the brother of a minister, was held in Halden on Monday.",
         "The suspect was held in Halden on Monday."),
        ("A spokesman for the ministry confirmed the sale on Monday.",
         "The ministry confirmed the sale on Monday."),
        ("The former mayor, Tavi Rusk, was held in Halden on Monday.",
         "Tavi Rusk, a former mayor, was held in Halden on Monday."),
        ("P. Venn was named chairman of Delvora on Monday.",
         "Peter Venn was named chairman of Delvora on Monday."),
        ("Venn was named chairman of Delvora on Monday.",
         "Peter Venn was named chairman of Delvora on Monday."),
        ("Treasury Secretary Bessel said on Monday rates would fall.",
         "Treasury Secretary Besel said on Monday rates would fall."),
        ("Mr Mills won the seat in Halden.", "Mr. Mills won the seat in Halden."),
        ("Orla Venn met Tavi Rusk in Halden on Monday.",
         "Tavi Rusk met Orla Venn in Halden on Monday."),
        ("Orla Venn said on Monday that Tavi Rusk had lied about the sale.",
         "Tavi Rusk had lied about the sale, Orla Venn said on Monday."),
        ("Orla Venn and Tavi Rusk signed the treaty on Monday.",
         "Tavi Rusk and Orla Venn signed the treaty on Monday."),
    ],
)  # fmt: skip
def test_the_same_in_other_words_still_does(relate, a, b):
    decision = relate(a, b)
    assert decision.relation == Relation.CORROBORATES, decision.reason
