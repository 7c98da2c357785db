"""The queue as a table: CSV, one row a claim, a chunk of claims in memory at a time.

Blind like the queue itself: the state is what the reader may know of it, the rating
their own. Meant for spreadsheets, hence the mark of UTF-8 in front, and no cell that a
spreadsheet would take for a formula. Nothing is lost by it: what is put before such a
cell and between the entries of a list can be told from what was there
(docs/examples/read_claims.py reads both files back).
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from claims.models import Claim, ClaimFacet, ClaimOutlet
from claims.selectors.ratings import Standing, standings
from claims.selectors.worklist import Work, state_known, work_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from factcheck.operations.models import User

# Claims read at a time: four queries each.
CHUNK = 500
# Spreadsheets guess an 8-bit encoding without it.
BYTE_ORDER_MARK = "\ufeff"
# What begins a formula in some spreadsheet, the wide forms of East Asian ones included.
# A text that has the guard before one already gets another, so that it can be undone.
GUARD = "'"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Between the entries of a list in one cell.
BETWEEN = "; "
# What leaves its cell empty; the list is that of one assignment without a due day.
NOTHING: tuple[object, ...] = ("", None, [], [""])
COLUMNS = (
    "claim",
    "title",
    "finding",
    "state",
    "conflicts_on",
    "outlets",
    "origins",
    "printed_by",
    "first_reported",
    "last_reported",
    "slots_taken",
    "slots",
    "your_rating",
    "assigned_to",
    "due",
)


class _Echo:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def claims_csv(claims: QuerySet[Claim], viewer: User | AnonymousUser) -> Iterator[str]:
    """The lines of the file, the header first; `claims` in the order of the rows."""
    yield csv_header()
    for chunk in _chunks(claims):
        yield from claims_csv_lines(chunk, viewer)


def csv_header() -> str:
    """The first line."""
    return BYTE_ORDER_MARK + str(csv.writer(_Echo()).writerow(COLUMNS))


def claims_csv_lines(
    claims: list[Claim], viewer: User | AnonymousUser
) -> Iterator[str]:
    """The lines of these claims, in their order."""
    writer = csv.writer(_Echo())
    for row in _rows(claims, viewer):
        yield str(writer.writerow([safe_cell(value) for value in row]))


def claims_json_lines(
    claims: list[Claim], viewer: User | AnonymousUser
) -> Iterator[str]:
    """The same as JSON lines, an object a claim; an empty cell is null, a list one."""
    for row in _rows(claims, viewer):
        cells = {
            name: None if value in NOTHING else _plain(value)
            for name, value in zip(COLUMNS, row, strict=True)
        }
        yield json.dumps(cells, ensure_ascii=False) + "\n"


def _plain(value: object) -> object:
    return value if isinstance(value, int | str | list) else str(value)


def safe_cell(value: object) -> str:
    """The value as text that no spreadsheet reads as a formula."""
    if isinstance(value, list):
        value = BETWEEN.join(_entry(each) for each in value)
    text = "" if value is None else str(value).replace("\x00", "")
    guarded = text.lstrip(GUARD).startswith(FORMULA)
    return f"{GUARD}{text}" if guarded else text


def _entry(text: str) -> str:
    """An entry of a list in one cell: a sign that parts entries is marked."""
    return text.replace("\\", "\\\\").replace(";", "\\;")


def _chunks(claims: QuerySet[Claim]) -> Iterator[list[Claim]]:
    held: list[Claim] = []
    for claim in claims.iterator(chunk_size=CHUNK):
        held.append(claim)
        if len(held) == CHUNK:
            yield held
            held = []
    if held:
        yield held


def _rows(claims: list[Claim], viewer: User | AnonymousUser) -> Iterator[list[Any]]:
    ids = [claim.pk for claim in claims]
    known, work = standings(viewer, ids), work_on(ids, viewer)
    conflicts, printed = _conflicts(ids), _outlets(ids)
    for claim in claims:
        pk = claim.pk
        yield _row(claim, known[pk], work[pk], conflicts[pk], printed[pk])


def _row(
    claim: Claim,
    standing: Standing,
    work: Work,
    conflicts: list[str],
    printed: list[str],
) -> list[Any]:
    dues = [row.due.isoformat() if row.due else "" for row in work.assigned]
    return [
        claim.pk,
        claim.title,
        claim.finding,
        state_known(claim, standing),
        conflicts,
        claim.outlets,
        claim.origins,
        printed,
        claim.first_reported,
        claim.last_reported,
        work.taken,
        claim.slots,
        _own(standing),
        [row.editor.get_username() for row in work.assigned],
        dues,
    ]


def _own(standing: Standing) -> str:
    if standing.own is None:
        return ""
    return "cannot tell" if standing.own.value is None else str(standing.own.value)


def _conflicts(ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = ClaimFacet.objects.filter(claim__in=ids, worst_level="conflict")
    for pk, kind in rows.order_by("kind").values_list("claim_id", "kind"):
        found[pk].append(kind)
    return found


def _outlets(ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = ClaimOutlet.objects.filter(claim__in=ids).order_by("outlet__name", "pk")
    for pk, name in rows.values_list("claim_id", "outlet__name"):
        found[pk].append(name)
    return found
