"""The distilled senses that are packaged: notice, kinds of line, numbers that exist."""

import re
from importlib.resources import files

import pytest

WORD = r"[a-z]+"
RANKED = rf"{WORD}:[0-5]"
KINDS = {
    "#": re.compile(r"# \S.*"),
    "s": re.compile(rf"s [nvar] \d\d? (?:{RANKED}(?:,{RANKED})*|-) (?:[\d,]+|-)"),
    "o": re.compile(rf"o [nvar] {WORD} {WORD}"),
    "d": re.compile(rf"d {WORD} {WORD}"),
    "x": re.compile(rf"x [nvar] {WORD} {WORD}"),
}


@pytest.fixture(scope="module")
def lines():
    text = files("claims.lexicon").joinpath("wordnet.txt").read_text("ascii")
    return text.splitlines()


@pytest.fixture(scope="module")
def senses(lines):
    return [line.split(" ")[1:] for line in lines if line[0] == "s"]


def test_the_notice_stands_first(lines):
    notice = [line[2:] for line in lines if line[0] == "#"]
    assert [line[2:] for line in lines[: len(notice)]] == notice
    text = " ".join(notice)
    assert "WordNet 3.0 Copyright 2006 by Princeton University." in text
    assert "Permission to use, copy, modify and distribute" in text
    assert 'PROVIDED "AS IS"' in text


def test_every_line_is_of_a_known_kind(lines):
    assert [line for line in lines if not KINDS[line[0]].fullmatch(line)] == []
    assert {line[0] for line in lines} == KINDS.keys()


def test_every_number_is_of_another_sense_of_the_same_part_of_speech(senses):
    wrong = [
        (at, above)
        for at, (pos, _, _, numbers) in enumerate(senses)
        for above in numbers.split(",")
        if above != "-" and (int(above) == at or senses[int(above)][0] != pos)
    ]
    assert wrong == []


def test_no_sense_stands_above_itself(senses):
    """A ring would be walked only MOST_STEPS, yet make everything kin."""
    above = {
        at: [int(n) for n in numbers.split(",") if n != "-"]
        for at, (pos, _, _, numbers) in enumerate(senses)
        if pos in "nv"
    }
    left = dict(above)
    while free := [at for at, ups in left.items() if not any(u in left for u in ups)]:
        for at in free:
            del left[at]
    assert left == {}


def test_the_words_of_every_pair_have_senses(lines, senses):
    known = {
        word.partition(":")[0] for _, _, words, _ in senses for word in words.split(",")
    }
    pairs = [line.split(" ")[-2:] for line in lines if line[0] in "od"]
    assert [pair for pair in pairs if pair[0] == pair[1]] == []
    assert [pair for pair in pairs if not known.issuperset(pair)] == []
