"""A number under construction, word by word: what may follow what. PURE.

The words are taken from left to right. A multiplier closes a group ("two hundred five"
"thousand"), only a smaller part may follow a closed group, and a word that cannot
follow is refused: it starts a number of its own.
"""

from __future__ import annotations

from decimal import Decimal

from claims.lexicon import numbers as words


class NumeralSum:
    """A number under construction: closed groups, and the group being read."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.scale = Decimal(1)  # of the last closed group
        self.step = Decimal(1)
        self.decimals = False
        self.after = ""  # "tens", "unit", "hundred", "magnitude", "digits"

    @property
    def empty(self) -> bool:
        return not self.after

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)

    def take_digits(self, printed: str) -> bool:
        if not self.empty:
            return False
        self.group, self.step = read_digits(printed)
        self.after = "digits"
        return True

    def take_word(self, word: str) -> bool:
        if word in words.MAGNITUDES:
            return self._multiply(word)
        small = words.UNITS.get(word, words.TENS.get(word))
        if small is None or not self._fits(word, small):
            return False
        self.group = (self.group or Decimal(0)) + small
        self.step = Decimal(10 if small and small % 10 == 0 else 1)
        self.after = "tens" if word in words.TENS else "unit"
        return True

    def _fits(self, word: str, small: int) -> bool:
        if self.after == "tens":
            return word in words.UNITS and 0 < small < 10
        if self.after == "magnitude":
            return self.scale >= 1000
        return self.after in {"", "hundred"}

    def _multiply(self, word: str) -> bool:
        size = Decimal(words.MAGNITUDES[word])
        if size < 1000:
            return self._multiply_small(word, size)
        if self.after == "magnitude":
            if self.group is not None or word in {"dozen", "dozens"}:
                return False
            self.total *= size
        elif self.total and size >= self.scale:
            return False
        else:
            self.total += (Decimal(1) if self.group is None else self.group) * size
        self.step = size * (self.step if self.group is not None else 1)
        self.scale, self.group, self.after = size, None, "magnitude"
        return True

    def _multiply_small(self, word: str, size: Decimal) -> bool:
        if self.after in {"hundred", "magnitude"} and self.group is None:
            return False
        if self.after == "hundred":
            return False
        self.group = (Decimal(1) if self.group is None else self.group) * size
        self.step = size if self.after in {"", "unit", "tens"} else self.step * size
        self.after = "hundred" if word == "hundred" else "magnitude"
        if self.after == "magnitude":
            self.total += self.group
            self.group, self.scale = None, size
        return True

    def may_take_and(self) -> bool:
        return self.after in {"hundred", "magnitude"} and self.scale != 12

    def add_fraction(self, part: Decimal) -> None:
        if self.after == "magnitude":
            self.total += part * self.scale
        else:
            self.group = (self.group or Decimal(0)) + part
        self.after = "digits" if self.after != "magnitude" else self.after
        self.step = Decimal(0)


def read_digits(printed: str) -> tuple[Decimal, Decimal]:
    """Value and worth of the last significant digit."""
    plain = printed.replace(",", "").replace(" ", "")
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    value = Decimal(plain)
    if "." in plain:
        return value, Decimal(1).scaleb(-len(plain.split(".")[1]))
    zeros = len(plain) - len(plain.rstrip("0")) if value else 0
    return value, Decimal(1).scaleb(zeros)
