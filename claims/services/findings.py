"""What is printed about each sentence of a draft: for whom it is read, in words.

`check_draft` finds statements and how they relate; this adds who prints them, how many
voices that are, and in which claim they stand. The draft is held in memory alone: no
row, no log line and no cache has a word of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from claims.engine import Engine, uncollected
from claims.linkage.types import Decision, Relation
from claims.models import Claim, Statement
from claims.selectors.matrix import origin_key
from claims.selectors.reading import claims_of
from claims.services.check import Checked, check_statements
from claims.services.pipeline import is_read
from claims.store.candidates import CandidateStore
from sources.services import Published, day_of, identify_language

if TYPE_CHECKING:
    from datetime import date

    from claims.facets.types import StatementRecord

# Characters of a draft: three times the longest reportage of a daily newspaper, and
# what one process reads in about ten seconds.
DRAFT_CHARACTERS = 50_000
# Sentences of a draft: the same text in sentences of a hundred characters.
DRAFT_SENTENCES = 500
# Characters of its headline and of a language's code, as in an article.
TITLE_CHARACTERS = 1_000
LANGUAGE_CHARACTERS = 16

LATER_IN_DRAFT = -1  # direction of an update: the first statement, the draft's


class TooManySentences(ValueError):
    """A draft of more than DRAFT_SENTENCES sentences; `number` it has."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(
            ngettext(
                "The draft has %(number)d sentence; at most %(most)d are checked.",
                "The draft has %(number)d sentences; at most %(most)d are checked.",
                number,
            )
            % {"number": number, "most": DRAFT_SENTENCES}
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is not printed yet.

    language  ISO code; empty: as the words tell
    without_article, without_outlet  ids of what is left out: the draft's own
    """

    text: str
    title: str = ""
    language: str = ""
    published: Published = field(default_factory=Published)
    without_article: int | None = None
    without_outlet: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A printed statement beside one of the draft's, which is `a` of the decision."""

    statement: Statement
    decision: Decision
    likeness: float
    claim: Claim | None

    @property
    def origin(self) -> tuple[str, int]:
        return origin_key(self.statement)


@dataclass(frozen=True, slots=True)
class Voices:
    """Statements that say the same of one of the draft's, best first.

    origins: independent ones, an upper bound; several outlets may have one.
    """

    matches: tuple[Evidence, ...] = ()

    @property
    def outlets(self) -> int:
        return len({each.statement.article.outlet_id for each in self.matches})

    @property
    def origins(self) -> int:
        return len({each.origin for each in self.matches})

    def __bool__(self) -> bool:
        return bool(self.matches)


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the draft, and what is printed about it.

    updated   newer statements: what the draft says held before
    updates   older statements: what the draft says came after
    """

    statement: StatementRecord
    conflicts: Voices = Voices()
    updated: Voices = Voices()
    updates: Voices = Voices()
    corroborated: Voices = Voices()

    @property
    def found(self) -> str:
        """The gravest that is found, as its attribute is called; "nothing"."""
        return next((name for name in GRAVEST_FIRST if getattr(self, name)), NOTHING)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(e for name in GRAVEST_FIRST for e in getattr(self, name).matches)


GRAVEST_FIRST = ("conflicts", "updated", "updates", "corroborated")
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Findings:
    """A draft that was checked, sentence by sentence.

    not_analysed: the language, when it is one that the engine does not read.
    """

    draft: Draft
    language: str
    sentences: tuple[Finding, ...] = ()

    @property
    def counted_from(self) -> date | None:
        """The day that relative dates count from, where it is known."""
        return day_of(self.draft.published)

    @property
    def not_analysed(self) -> str:
        return "" if is_read(self.language) else self.language


@uncollected()
def findings_of(draft: Draft, *, engine: Engine) -> Findings:
    """Hold a draft against what is in the database; nothing is written.

    Raises TooManySentences.
    """
    language = draft.language or identify_language(draft.text)
    if not is_read(language):
        return Findings(draft, language)
    statements = engine.extract(
        draft.text,
        published=day_of(draft.published),
        title=draft.title,
        all_sentences=True,
    )
    if len(statements) > DRAFT_SENTENCES:
        raise TooManySentences(len(statements))
    checked = check_statements(
        engine=engine,
        statements=statements,
        shelf=CandidateStore(without_outlet=draft.without_outlet),
        exclude_article=draft.without_article,
        # All that are compared: whoever counts outlets must not miss one.
        limit=engine.config.most_compared,
        all_matches=False,
    )
    return Findings(draft, language or "en", tuple(_findings(checked)))


def _findings(checked: Sequence[Checked]) -> Iterable[Finding]:
    ids = {match.id for each in checked for match in each.matches}
    rows, claims = printed(ids), claims_of(ids)
    for each in checked:
        yield _finding(each, rows, claims)


def printed(ids: Collection[int]) -> dict[int, Statement]:
    """The statements that readers see, with article, outlet and origin."""
    rows = Statement.objects.filter(
        pk__in=ids,
        state=Statement.State.PRINTED,
        hidden_by=None,
        article__withdrawn_at=None,
    )
    return {
        row.pk: row
        for row in rows.select_related(
            "article__outlet", "article__copy_of__outlet", "origin"
        ).defer("frames")
    }


def _finding(
    checked: Checked, rows: Mapping[int, Statement], claims: Mapping[int, Claim]
) -> Finding:
    groups: dict[str, list[Evidence]] = {name: [] for name in GRAVEST_FIRST}
    for match in checked.matches:
        if match.id in rows:
            groups[_group(match.decision)].append(
                Evidence(
                    statement=rows[match.id],
                    decision=match.decision,
                    likeness=match.likeness,
                    claim=claims.get(match.id),
                )
            )
    return Finding(
        checked.statement,
        **{name: Voices(tuple(found)) for name, found in groups.items()},
    )


def _group(decision: Decision) -> str:
    if decision.relation == Relation.CONFLICTS:
        return "conflicts"
    if decision.relation == Relation.CORROBORATES:
        return "corroborated"
    return "updates" if decision.direction == LATER_IN_DRAFT else "updated"
