"""The content words of a sentence, as keys and comparisons use them. PURE."""

from __future__ import annotations

from claims.facets.parsed import Span

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def content_lemmas(sent: Span) -> tuple[str, ...]:
    """Lemmas of nouns, names, verbs, adjectives and numbers in order, in lower case.

    Numbers stay as printed; stop words, auxiliaries and bare punctuation are left out.
    """
    found = []
    for token in sent:
        number = token.pos_ == "NUM"
        if token.pos_ not in CONTENT or (token.is_stop and not number):
            continue
        lemma = (token.lower_ if number else token.lemma).strip("'\".-—")
        if lemma.isalnum() or any(character.isalnum() for character in lemma):
            found.append(lemma)
    return tuple(found)
