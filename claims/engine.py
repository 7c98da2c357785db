"""The engine as one value: language pipeline, configuration and version.

The pipeline is loaded once a process. ENGINE_VERSION = code version, model name and
version, hash of lexicon and thresholds, name of the scorer if there is one: the same
version on the same input gives the same statements and links.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from claims.extraction.statements import Source, extract, extract_many, read_all
from claims.facets.types import StatementRecord
from claims.linkage.blocking import UNDATED, block_keys, probe_keys
from claims.linkage.config import DEFAULT_CONFIG, LinkageConfig
from claims.linkage.decision import relate
from claims.linkage.scorer import NAME, Scorer, Told, adopted, in_order
from claims.linkage.types import Decision

if TYPE_CHECKING:
    from spacy.language import Language

log = logging.getLogger(__name__)

# Raised by hand whenever the code reads or judges differently.
CODE_VERSION = "1.5"

# What the version's hash covers beside the lexicon, from the claims folder.
THRESHOLDS = (
    "lexicon/wordnet.txt",
    "lexicon/scales.txt",
    "lexicon/thesaurus.txt",
    "facets/tolerances.py",
    "linkage/config.py",
    "linkage/weights.py",
)

# New objects, less those gone, from which the collector of cycles looks at them.
OBJECTS_A_COLLECTION = 100_000


@dataclass(frozen=True, slots=True)
class Engine:
    """Reads texts and relates statements; holds no state and touches no database."""

    nlp: Language
    config: LinkageConfig
    version: str
    scorer: Scorer | None

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
        self,
        items: Iterable[tuple[str, date | None]],
        *,
        all_sentences: bool = False,
        ties: bool = False,
    ) -> Iterator[list[StatementRecord]]:
        """The statements of several (text, published), parsed together.

        ties  with what hangs on what in each, which held_against_passage reads
        """
        return extract_many(self.nlp, items, all_sentences=all_sentences, ties=ties)

    def read_all(self, sources: Iterable[Source]) -> Iterator[list[StatementRecord]]:
        """The statements of each source, parsed together."""
        return read_all(self.nlp, sources)

    def relate(self, a: StatementRecord, b: StatementRecord) -> Decision:
        """The relation of two statements, with its reason."""
        return self.relate_many([(a, b)])[0]

    def relate_many(
        self, pairs: Iterable[tuple[StatementRecord, StatementRecord]]
    ) -> list[Decision]:
        """The relation of each pair, in order; the one place where a scorer speaks."""
        told = [(a, b, relate(a, b, self.config)) for a, b in pairs]
        if self.scorer is None or not told:
            return [table for _, _, table in told]
        return _judged(self.scorer, told)

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


def _judged(scorer: Scorer, told: list[Told]) -> list[Decision]:
    """The decisions after the scorer's word; whatever fails, the table's stay."""
    try:
        answers = list(scorer.judge([in_order(each) for each in told]))
        if len(answers) != len(told):
            raise ValueError(f"{len(answers)} answers to {len(told)} pairs")
    except Exception:  # a stranger's code: an import must not be lost by it
        log.exception("Scorer %s failed; the table decides", scorer.name)
        return [table for _, _, table in told]
    decisions, refused = [], []
    for each, answer in zip(told, answers, strict=True):
        try:
            decisions.append(adopted(scorer.name, each, answer))
        except Exception as why:  # an answer may hold anything
            refused.append(why)
            decisions.append(each[2])
    if refused:
        log.error(
            "Scorer %s: %d of %d answers refused, the table decides; the first: %s",
            scorer.name,
            len(refused),
            len(told),
            refused[0],
        )
    return decisions


def load_scorer(path: str) -> Scorer | None:
    """What a dotted path makes; None for "". ImproperlyConfigured if it is no scorer.

    What the call itself raises, a model that is missing, goes on to the caller.
    """
    if not path:
        return None
    try:
        scorer = import_string(path)()
    except ImportError as error:
        raise ImproperlyConfigured(f"SCORER: {error}") from error
    if not callable(getattr(scorer, "judge", None)):
        raise ImproperlyConfigured(f"SCORER: {path} has no method judge")
    name = getattr(scorer, "name", None)
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise ImproperlyConfigured(
            f"SCORER: the name {name!r} of {path} is not {NAME.pattern}"
        )
    return scorer


@contextmanager
def uncollected() -> Iterator[None]:
    """Meanwhile the collector of cycles waits: for work that makes objects by the
    hundred thousand, and nearly all of them without a cycle.

    In the middle of an import it looked at every object alive, a tenth of the time that
    an import takes beside its parse, and found those of the pipeline alone.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:  # else whoever switched it off is still at work, or done
            gc.enable()


@lru_cache(maxsize=1)
def load_engine() -> Engine:
    """The engine of this process, with the pipeline that SPACY_MODEL names."""
    import spacy  # takes a second: commands that parse nothing start without it

    scorer = load_scorer(settings.SCORER)
    nlp = spacy.load(settings.SPACY_MODEL)
    # The pipeline lives as long as the process; and to read one article makes some
    # twenty thousand objects. At the default of 700 the collector of cycles took a
    # tenth of the time of an import.
    gc.freeze()
    gc.set_threshold(OBJECTS_A_COLLECTION, *gc.get_threshold()[1:])
    model = f"{settings.SPACY_MODEL}-{nlp.meta['version']}"
    version = f"{CODE_VERSION}+{model}+{lexicon_hash()}"
    if scorer is not None:
        version += f"+{scorer.name}"
    return Engine(nlp=nlp, config=DEFAULT_CONFIG, version=version, scorer=scorer)
