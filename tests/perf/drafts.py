"""Drafts to be checked: each half news that is printed already, half not.

The first half are paragraphs of a stored article, as of an agency's report that a desk
works on; the rest are paragraphs of an article that was never imported.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from sources.models import Article
from tests.perf.articles import SEED, WORDS, Generated, generate


def drafts(number: int, seed: int) -> list[dict[str, Any]]:
    """Bodies of POST /check, every one another, of about WORDS words."""
    random = Random(seed)
    stored = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    news, _ = generate(number, SEED + 1 + seed)
    chosen = random.sample(stored, number)
    articles = Article.objects.select_related("current_version").in_bulk(chosen)
    return [_draft(articles[pk], other) for pk, other in zip(chosen, news, strict=True)]


def _draft(printed: Article, other: Generated) -> dict[str, Any]:
    version, day = printed.current_version, printed.published_date
    assert version is not None
    assert day is not None
    paragraphs = _upto(version.text, WORDS // 2)
    paragraphs += _upto(other.text, WORDS - _words(paragraphs))
    return {
        "text": "\n\n".join(paragraphs),
        "published": (day + timedelta(days=1)).isoformat(),
        "language": "en",
    }


def _upto(text: str, words: int) -> list[str]:
    """The first paragraphs of the text, until there are as many words."""
    found: list[str] = []
    for paragraph in text.split("\n\n"):
        if _words(found) >= words:
            break
        found.append(paragraph)
    return found


def _words(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)
