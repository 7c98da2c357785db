"""An article as an editor looks at it who misses a statement in it.

The text is cut into what is a statement and what is none; the rest is offered sentence
by sentence. A sentence ends at a full stop, a question or an exclamation mark with what
closes it; no parser is asked, since whoever chooses sees what the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.models import Statement
from claims.selectors.reading import paragraphs_of

if TYPE_CHECKING:
    from sources.models import Article

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the text: a statement, or a sentence that is none (statement None)."""

    text: str
    start: int
    end: int
    statement: Statement | None = None

    @property
    def offered(self) -> bool:
        """Whether it can be made a statement: there are words in it."""
        return self.statement is None and _WORD.search(self.text) is not None


def parts_of(article: Article) -> list[list[Part]]:
    """The paragraphs of the present text, each in its parts. One query."""
    version = article.current_version
    if version is None:
        return []
    rows = Statement.objects.filter(
        version=version, state=Statement.State.PRINTED
    ).order_by("start", "-end")
    statements = list(rows)
    return [
        list(_parts(version.text, start, end, statements))
        for start, end in paragraphs_of(version.text)
    ]


def _parts(
    text: str, start: int, end: int, statements: Sequence[Statement]
) -> Iterator[Part]:
    here = start
    for row in statements:
        first, last = max(row.start, here), min(row.end, end)
        if first >= last:
            continue
        yield from _sentences(text, here, first)
        yield Part(text[first:last], first, last, row)
        here = last
    yield from _sentences(text, here, end)


def _sentences(text: str, start: int, end: int) -> Iterable[Part]:
    here = start
    for match in _SENTENCE_END.finditer(text, start, end):
        yield Part(text[here : match.end()], here, match.end())
        here = match.end()
    if here < end:
        yield Part(text[here:end], here, end)
