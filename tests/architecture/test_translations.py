"""Every text of the interface is said in every language, and says the same things."""

from __future__ import annotations

import re

import pytest

from scripts.messages import (
    LANGUAGES,
    catalogue,
    compiled,
    path_of,
    untranslated,
    updated,
    written,
)

# Values that are put in, marks of HTML, and keys: a translation has the same ones.
PARTS = re.compile(r"%\(\w+\)[.\d]*[a-z]|</?[a-z]+[^>]*>|%%")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert untranslated(updated(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_those_of_the_texts(language: str) -> None:
    catalog, path = updated(language), path_of(language)
    assert path.read_bytes() == written(catalog), "run `make messages`"
    assert path.with_suffix(".mo").read_bytes() == compiled(catalog)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_puts_in_the_same_values(language: str) -> None:
    wrong = []
    for message in catalogue(language):
        ids = message.id if message.pluralizable else (message.id,)
        forms = message.string if message.pluralizable else (message.string,)
        # A singular may leave the number out, what stands for all numbers may not.
        said = sorted(PARTS.findall(ids[-1]))
        wrong += [form for form in forms if sorted(PARTS.findall(form)) != said]
    assert wrong == []
