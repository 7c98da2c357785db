"""Two spellings are one person only where more than letters says so."""

from __future__ import annotations

import pytest

from claims.facets.names import (
    Surnames,
    canonical,
    compare_surnames,
    fold,
    person_words,
    same_person,
)
from claims.facets.offices import office_value, overlap
from claims.facets.types import Level


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Olten", ("olten",)),
        ("[Reedy]", ("reedy",)),
        ("Dr. José Nuñez", ("jose", "nunez")),
        ("Tom Reedy's", ("tom", "reedy")),
        ("Samuel Wexley Jr.", ("samuel", "wexley")),
        ("Jean-Marc Dubrel", ("jean-marc", "dubrel")),
        ("Mary O'Dowra", ("mary", "o'dowra")),
    ],
)
def test_person_words(text: str, words: tuple[str, ...]) -> None:
    assert person_words(text) == words


def test_fold_and_canonical() -> None:
    assert fold("  Ökonom  ") == "okonom"
    assert canonical(("jane", "q", "olten")) == "jane olten"
    assert canonical(("maria", "van", "der", "berg")) == "maria van der berg"
    assert canonical(("olten",)) == "olten"


CHAIR = office_value("chairman of the National Fisheries Council")
HEAD = office_value("director of the National Fisheries Council")
CHIEF = office_value("White Tower chief of staff")
SCIENTIST = office_value("chief scientist at Norcap")
FORMER = office_value("former chairman of the National Fisheries Council")


@pytest.mark.parametrize(
    ("a", "b", "roles", "level"),
    [
        ("jane olten", "jane olten", None, Level.AGREE),
        ("olten", "jane olten", None, Level.REFINES),
        ("wu", "wu lingdao", None, Level.REFINES),
        ("j olten", "jane olten", None, Level.REFINES),
        ("anna maria olten", "anna olten", None, Level.AGREE),
        ("wu lingdao", "lingdao wu", None, Level.NAMING_VARIANT),
        ("katrin olten", "katryn olten", None, Level.NAMING_VARIANT),
        ("kavan olten", "kelvin olten", (CHAIR, HEAD), Level.NAMING_VARIANT),
        ("mary rassner", "mary ressner", (CHAIR, HEAD), Level.NAMING_VARIANT),
        ("mary rassner", "mary ressner", None, Level.UNKNOWN),
        ("dmitri malinsky", "dmitry malinskiy", None, Level.NAMING_VARIANT),
        ("mohammed barzouki", "muhammad barzuqi", None, Level.NAMING_VARIANT),
        ("barzouki", "muhammad barzuqi", None, Level.NAMING_VARIANT),
        ("nadia el-barzi", "nadia al barzi", None, Level.NAMING_VARIANT),
        ("christina olten", "kristina olten", None, Level.NAMING_VARIANT),
        ("bob olten", "robert olten", None, Level.NAMING_VARIANT),
        ("d malinsky", "dmitry malinskiy", None, Level.NAMING_VARIANT),
        ("wu ling-dao", "ling-dao wu", None, Level.NAMING_VARIANT),
        ("wu ling-dao", "wu lingdao", None, Level.NAMING_VARIANT),
        ("anna-maria olten", "anna maria olten", None, Level.AGREE),
        ("anna olten-reedy", "anna olten", None, Level.REFINES),
        ("reedy", "anna olten-reedy", None, Level.REFINES),
        ("tim", "timothy", None, Level.CONFLICT),
        ("tim olten", "timothy olten", None, Level.NAMING_VARIANT),
        ("rassner", "mary ressner", (CHAIR, HEAD), Level.NAMING_VARIANT),
        ("rassner", "mary ressner", None, Level.UNKNOWN),
        # of a rank that many hold letters alone say nothing
        ("halley", "haley", ("senator", "senator"), Level.UNKNOWN),
        ("halley", "tom haley", ("judge", "judge"), Level.UNKNOWN),
        ("halley", "haley", ("minister treasury",) * 2, Level.NAMING_VARIANT),
        # other people
        ("tom halley", "tom haley", None, Level.UNKNOWN),
        ("tom halley", "tim haley", None, Level.CONFLICT),
        ("martin olten", "gavin olten", (CHAIR, HEAD), Level.CONFLICT),
        ("omar olten", "samir olten", (CHAIR, HEAD), Level.CONFLICT),
        ("will tarrant", "phil durrant", (CHAIR, HEAD), Level.CONFLICT),
        ("paul olten", "paula olten", (CHAIR, HEAD), Level.CONFLICT),
        ("karin olten", "karim olten", None, Level.CONFLICT),
        ("anna olten-reedy", "tom olten", None, Level.CONFLICT),
        ("dmitri malinsky", "grigori malinskiy", None, Level.CONFLICT),
        ("dmitri malinsky", "dmitry malinskiy", (SCIENTIST, CHAIR), Level.UNKNOWN),
        ("tom halley", "tom haley", (SCIENTIST, CHIEF), Level.CONFLICT),
        ("kavan olten", "kelvin olten", None, Level.CONFLICT),
        ("mary rassner", "mary ressner", (CHAIR, FORMER), Level.CONFLICT),
        ("anna hartwell", "kevan hartwell", None, Level.CONFLICT),
        ("jane olten", "tom reedy", None, Level.CONFLICT),
        ("wu ling", "wu keling", None, Level.CONFLICT),
        ("olten", "reedy", None, Level.CONFLICT),
        ("kavan olten", "kavin olten", (SCIENTIST, CHAIR), Level.UNKNOWN),
    ],
)
def test_same_person(
    a: str, b: str, roles: tuple[str, str] | None, level: Level
) -> None:
    assert same_person(a, b, roles).level is level
    turned = None if roles is None else (roles[1], roles[0])
    assert same_person(b, a, turned).level is level


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("olten", "olten", Surnames.SAME),
        ("barzouki", "barzuqi", Surnames.SCRIPT),
        ("malinsky", "malinskiy", Surnames.SCRIPT),
        ("olten-reedy", "olten", Surnames.PART),
        ("olten-reedy", "reedy", Surnames.PART),
        ("halley", "haley", Surnames.SOUND),
        ("rassner", "ressner", Surnames.SOUND),
        ("hartwell", "hartwelt", Surnames.NEAR),
        ("olten-reedy", "olten-wren", Surnames.TWO),
        ("tarrant", "durrant", Surnames.SOUND),
        ("harker", "parker", Surnames.TWO),
        ("lindt", "lindner", Surnames.TWO),
        ("lee", "li", Surnames.TWO),
    ],
)
def test_compare_surnames(a: str, b: str, expected: Surnames) -> None:
    assert compare_surnames(a, b) is expected
    assert compare_surnames(b, a) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chairman of the Fisheries Council", "director of the Fisheries Council"),
        ("the U.S. Secretary of the Treasury", "Treasury Secretary"),
        ("chief executive", "CEO"),
        ("French Defence Minister", "minister of defense"),
        ("Brask Motors chief executive", "CEO of Brask Motors"),
        ("Gov.", "governor"),
    ],
)
def test_offices_in_other_words(one: str, other: str) -> None:
    assert office_value(one) == office_value(other) != ""


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Treasury Secretary", "Commerce Secretary", 0.0),
        ("minister", "finance minister", 1.0),
        ("finance spokesman", "finance minister", 0.5),
        ("finance minister", "former finance minister", 0.0),
        ("singer", "governor", 0.0),
        ("", "governor", 0.0),
    ],
)
def test_overlap(one: str, other: str, share: float) -> None:
    assert overlap(office_value(one), office_value(other)) == share
