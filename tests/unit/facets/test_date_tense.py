"""Which way a sentence looks from its date."""

from __future__ import annotations

import pytest

from claims.facets.date_tense import Lean, lean, of_a_thing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met on @@.", (Lean.PAST, True)),
        ("Ministers will meet on @@.", (Lean.FUTURE, True)),
        ("The vote will be held on @@.", (Lean.FUTURE, True)),
        ("Ministers would meet on @@.", (Lean.FUTURE, False)),
        ("Ministers said @@ they will resign.", (Lean.PAST, True)),
        ("Ministers vowed to sign on @@.", (Lean.NONE, False)),
        ("The board is expected to decide on @@.", (Lean.FUTURE, True)),
        ("The board was expected to decide on @@.", (Lean.FUTURE, False)),
        ("The bid had been due to expire on @@.", (Lean.FUTURE, False)),
        ("They must sign by @@.", (Lean.FUTURE, True)),
        ("All had signed by @@.", (Lean.FUTURE, False)),
        ("In @@'s debate they will speak.", (Lean.NONE, False)),
        ("They will. On @@ it rained.", (Lean.PAST, True)),
        ('They met on @@, "We will win".', (Lean.PAST, True)),
        ("On @@, a quiet town.", (Lean.NONE, False)),
    ],
)
def test_lean(text: str, expected: tuple[Lean, bool]) -> None:
    start = text.index("@@")
    assert lean(text, start, start + 2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hopes to grow under a @@ agreement.", True),
        ("It hopes to win the @@ vote.", True),
        ("It hopes to grow in @@ with others.", False),
        ("It hopes to end the @@ in which it began.", False),
    ],
)
def test_dates_that_tell_which_thing(text: str, *, expected: bool) -> None:
    start = text.index("@@")
    assert of_a_thing(text, start, start + 2) is expected
