"""WordNet's files -> claims/lexicon/wordnet.txt: the senses of frequent words.

    python scripts/distill_wordnet.py FOLDER > claims/lexicon/wordnet.txt

FOLDER holds data.noun, index.noun, noun.exc and so on (Debian: package wordnet-base,
/usr/share/wordnet). Kept are the senses of single words that wordfreq counts at least
once in four million words, with what stands above them. The file is made once and kept;
this script says how.

Lines of the result: `#` the notice · `s` one sense: part of speech, lexicographer's
file, words with the rank of the sense, numbers of the senses above (nouns, verbs) or
alike (adjectives, adverbs) · `o` two opposites · `d` two words of which one is derived
from the other · `x` an irregular form and its lemma.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from wordfreq import zipf_frequency

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
LEAST_ZIPF = 2.4  # once in four million words: an inflected verb is seldom a lemma
MOST_SENSES = 6  # rarer senses of a word are hardly ever meant in news
UP, ALIKE, OPPOSITE, DERIVED = ("@", "@i"), ("&",), "!", ("+", "\\")

Key = str  # part of speech + offset
Synset = tuple[list[str], list[tuple[str, Key, str]], int]


def synsets(folder: Path) -> dict[Key, Synset]:
    found: dict[Key, Synset] = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text("ascii").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split("|")[0].split()
            count = int(cells[3], 16)
            words = [cells[4 + 2 * n].partition("(")[0].lower() for n in range(count)]
            at = 4 + 2 * count
            pointers = []
            for n in range(int(cells[at])):
                sign, offset, kind, ends = cells[at + 1 + 4 * n : at + 5 + 4 * n]
                pointers.append((sign, ("a" if kind == "s" else kind) + offset, ends))
            found[pos + cells[0]] = (words, pointers, int(cells[1]))
    return found


def frequent(word: str) -> bool:
    return word.isalpha() and zipf_frequency(word, "en") >= LEAST_ZIPF


def ranks(folder: Path) -> dict[Key, dict[str, int]]:
    """Sense -> its frequent words, with which of their senses it is."""
    found: dict[Key, dict[str, int]] = defaultdict(dict)
    for pos, name in FILES.items():
        for line in (folder / f"index.{name}").read_text("ascii").splitlines():
            cells = line.split()
            if line.startswith("  ") or not frequent(cells[0]):
                continue
            offsets = cells[-int(cells[2]) :]
            for rank, offset in enumerate(offsets[:MOST_SENSES]):
                found[pos + offset][cells[0]] = rank
    return found


def with_those_above(kept: set[Key], every: dict[Key, Synset]) -> list[Key]:
    todo, found = list(kept), set(kept)
    while todo:
        for sign, other, _ in every[todo.pop()][1]:
            if sign in UP and other not in found:
                found.add(other)
                todo.append(other)
    return sorted(found)


def linked(
    every: dict[Key, Synset], signs: Collection[str]
) -> set[tuple[str, str, str]]:
    """Part of speech of the one, and two frequent words that those signs link."""
    found = set()
    for key, (words, pointers, _) in every.items():
        for sign, other, ends in pointers:
            if sign not in signs:
                continue
            there = every[other][0]
            pair = {words[int(ends[:2], 16) - 1], there[int(ends[2:], 16) - 1]}
            if len(pair) > 1 and all(map(frequent, pair)):
                low, high = sorted(pair)
                found.add((key[0], low, high))
    return found


def main(folder: Path) -> None:
    every, words = synsets(folder), ranks(folder)
    keys = with_those_above(set(words), every)
    number = {key: n for n, key in enumerate(keys)}
    licence = (folder / "data.noun").read_text("ascii").split("\n00")[0]
    for line in licence.splitlines():
        if text := line.strip().partition(" ")[2].strip():
            sys.stdout.write(f"# {text}\n")
    for key in keys:
        _, pointers, domain = every[key]
        wanted = UP if key[0] in "nv" else ALIKE
        numbers = sorted(
            number[to] for sign, to, _ in pointers if sign in wanted and to in number
        )
        named = ",".join(f"{w}:{r}" for w, r in sorted(words.get(key, {}).items()))
        others = ",".join(map(str, numbers))
        sys.stdout.write(f"s {key[0]} {domain} {named or '-'} {others or '-'}\n")
    for pos, one, other in sorted(linked(every, (OPPOSITE,))):
        sys.stdout.write(f"o {pos} {one} {other}\n")
    for one, other in sorted({pair[1:] for pair in linked(every, DERIVED)}):
        sys.stdout.write(f"d {one} {other}\n")
    for pos, name in FILES.items():
        for line in (folder / f"{name}.exc").read_text("ascii").splitlines():
            form, lemma = line.split()[:2]
            if frequent(form) and frequent(lemma):
                sys.stdout.write(f"x {pos} {form} {lemma}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
