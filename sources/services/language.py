"""The language of a text whose source does not say it."""

from __future__ import annotations

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Characters that are looked at: beyond the first two thousand the answer never changed.
SAMPLE_CHARS = 2_000

# Below this probability the answer is no answer. Headlines of three words in English
# got .12 for a wrong language and .34 for the right one; a whole sentence gets above
# .9.
LEAST_CONFIDENCE = 0.3


def identify_language(text: str) -> str:
    """ISO 639 code, or "" if the words do not tell. The first call takes a second."""
    language, confidence = _identifier().classify(text[:SAMPLE_CHARS])
    return str(language) if confidence >= LEAST_CONFIDENCE else ""


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
