"""The engine as one value: language pipeline, configuration and version.

The pipeline is loaded once a process. ENGINE_VERSION = code version, model name and
version, hash of lexicon and thresholds: the same version on the same input gives the
same statements and links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from claims.extraction.statements import extract, extract_many
from claims.facets.types import StatementRecord
from claims.linkage.blocking import UNDATED, block_keys, probe_keys
from claims.linkage.config import DEFAULT_CONFIG, LinkageConfig
from claims.linkage.decision import relate
from claims.linkage.types import Decision

if TYPE_CHECKING:
    from spacy.language import Language

# Raised by hand whenever the code reads or judges differently.
CODE_VERSION = "1.0"

# What the version's hash covers beside the lexicon, from the claims folder.
THRESHOLDS = (
    "lexicon/wordnet.txt",
    "facets/tolerances.py",
    "linkage/config.py",
    "linkage/weights.py",
)


@dataclass(frozen=True, slots=True)
class Engine:
    """Reads texts and relates statements; holds no state and touches no database."""

    nlp: Language
    config: LinkageConfig
    version: str

    def extract(
        self,
        text: str,
        *,
        published: date | None = None,
        title: str = "",
        all_sentences: bool = False,
    ) -> list[StatementRecord]:
        """The statements of one text, in order; [] for a text without any."""
        return extract(
            self.nlp,
            text,
            published=published,
            title=title,
            all_sentences=all_sentences,
        )

    def extract_many(
        self, items: Iterable[tuple[str, date | None]], *, all_sentences: bool = False
    ) -> Iterator[list[StatementRecord]]:
        """The statements of several (text, published), parsed together."""
        return extract_many(self.nlp, items, all_sentences=all_sentences)

    def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
        """The relation of two statements, with its reason."""
        return relate(a, b, self.config)

    def block_keys(self, record: StatementRecord) -> frozenset[int]:
        """Keys to file a statement under."""
        return block_keys(record)

    def probe_keys(
        self, record: StatementRecord, newest: int = UNDATED
    ) -> frozenset[int]:
        """Keys to look for a statement's partners under.

        newest  the latest week in use, in which texts without a date are looked for
        """
        return probe_keys(record, newest)


def lexicon_hash() -> str:
    """Eight hex digits that change with any word list or threshold."""
    here = Path(__file__).parent
    digest = sha256()
    for path in sorted((here / "lexicon").glob("*.py")):
        digest.update(path.read_bytes())
    for name in THRESHOLDS:
        digest.update((here / name).read_bytes())
    return digest.hexdigest()[:8]


@lru_cache(maxsize=1)
def load_engine() -> Engine:
    """The engine of this process, with the pipeline that SPACY_MODEL names."""
    import spacy  # takes a second: commands that parse nothing start without it

    nlp = spacy.load(settings.SPACY_MODEL)
    model = f"{settings.SPACY_MODEL}-{nlp.meta['version']}"
    version = f"{CODE_VERSION}+{model}+{lexicon_hash()}"
    return Engine(nlp=nlp, config=DEFAULT_CONFIG, version=version)
