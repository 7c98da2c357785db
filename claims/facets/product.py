"""Products by their codes: letters mixed with digits, and makers with a number. PURE.

The value is the code in capitals without hyphen or space ("F-35" and "F35" are one). O
and 0, I and 1 beside digits are easily mistaken: codes that differ in them alone are
variants of one name. Halves of a year, summits, roads, flights, diseases and formulas
look like codes and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.facets.clues import DIGIT, clues
from claims.facets.parsed import Span
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind, Level
from claims.lexicon import products

KIND = Kind.PRODUCT

# Two or more symbols with small numbers, with oxygen among them.
_SYMBOLS = "|".join(
    sorted((e.upper() for e in products.ELEMENTS), key=len, reverse=True)
)
_FORMULA = re.compile(rf"(?=.*O)(?=.*\d)(?:(?:{_SYMBOLS})[2-9]?){{2,}}")

# Letters and digits mixed, a capital first: "AB300X", "F-35", "X2O", "RTX 4090".
_CODE = re.compile(
    r"[A-Z](?<![\w$€£¥.,@#/-].)"
    r"(?:[A-Z]{0,4}-?\d{1,4}[A-Za-z]{0,3}|[A-Z]{1,3}\s\d{3,4}[A-Z]{0,2})"
    r"(?:-\d{1,3}[A-Z]?)?"
    r"(?![\w%]|[.,]\d|-[a-z]*old)"
)
# A maker, or a word with a capital inside, and a number: "iPhone 17 Pro".
_NAMED = re.compile(
    r"(?<![\w-])(?P<word>[a-z]?[A-Z][a-z]*(?:[A-Z][a-z]+)?)[ -]"
    r"(?P<number>\d{1,4}[A-Za-z]{0,2})"
    r"(?P<suffix>(?: (?:[A-Z][A-Za-z]{1,4}))?)(?![\w%.,]\d)"
)
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
# Words on either side that may tell what a code stands for.
NEAR = 3


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every code."""
    text = sent.text
    if DIGIT not in clues(text):
        return []
    found = list(_codes(text, context))
    taken = [(f.start, f.end) for f in found]
    for facet in _named(text):
        if all(facet.end <= s or facet.start >= e for s, e in taken):
            found.append(facet)
    return sorted(found, key=lambda facet: facet.start)


def _codes(text: str, context: Context) -> Iterator[Facet]:
    for match in _CODE.finditer(text):
        code = match.group()
        value = code_value(code)
        letters = re.match(r"[A-Z]*", value).group()  # type: ignore[union-attr]
        before = text[: match.start()].lower().split()[-1:]
        behind = re.findall(r"[a-z]+", text[match.end() :].lower())[:NEAR]
        if letters in products.EXCLUDED_PREFIXES or "$" in code:
            continue
        thing = bool(set(behind) & products.THINGS)
        if _is_formula(value):
            if not (thing or _has_twin(value, text, context)):
                continue
        elif value in products.EXCLUDED and not thing:
            continue
        if set(before) & products.BEFORE_EXCLUDED:
            continue
        if set(behind[:1]) & products.BEHIND_EXCLUDED:
            continue
        yield Facet(KIND, match.start(), match.end(), code, value)


def _named(text: str) -> Iterator[Facet]:
    for match in _NAMED.finditer(text):
        word = match["word"]
        if word.lower() not in products.MAKERS and not _INNER_CAPITAL.search(word):
            continue
        end = match.end()
        if match["suffix"].strip() not in products.SUFFIXES:
            end = match.end("number")
        code = text[match.start() : end]
        yield Facet(KIND, match.start(), end, code, code_value(code))


def code_value(code: str) -> str:
    """The code as codes are compared: in capitals, without hyphens and spaces."""
    return re.sub(r"[\s-]", "", code).upper()


def _has_twin(value: str, text: str, context: Context) -> bool:
    """Whether the sentence or one before has the code that this one is mistaken for."""
    plain = untwisted(value)
    if any(f.kind is KIND and untwisted(f.value) == plain for f in context.previous):
        return True
    return any(
        untwisted(code_value(m.group())) == plain and code_value(m.group()) != value
        for m in _CODE.finditer(text)
    )


def untwisted(value: str) -> str:
    """The code with letters that are mistaken for digits read as digits."""
    digits = re.sub(r"(?<=\d)O|O(?=\d)", "0", value)
    return re.sub(r"(?<=\d)[IL](?![A-Z])|I(?=\d)", "1", digits)


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """Level of two codes."""
    del tolerances
    if a.value == b.value:
        return Comparison(Level.AGREE, "same product")
    if untwisted(a.value) == untwisted(b.value):
        return Comparison(Level.NAMING_VARIANT, "O and 0 or I and 1 differ")
    short, long = sorted((a.value, b.value), key=len)
    rest = long[len(short) :]
    if long.startswith(short) and rest.isalpha():
        return Comparison(Level.REFINES, "one names the variant of the model")
    return Comparison(Level.CONFLICT, "different products")


def keys(facet: Facet) -> frozenset[str]:
    """The code with mistaken letters undone, so that variants meet."""
    return frozenset({untwisted(facet.value)})


def _is_formula(value: str) -> bool:
    """Whether a code may be a chemical formula: it is a product's only beside one."""
    return _FORMULA.fullmatch(value) is not None
