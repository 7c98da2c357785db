"""What stands around a name tells its kind. Names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets.parsed import Span
from claims.facets.roster import roster
from claims.facets.types import Kind

Read = Callable[[str], Span]


def _kinds(sent: Span) -> dict[str, Kind]:
    return {m.text: m.kind for m in roster([sent]).mentions(sent)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("OSLO (Wire) - The port was closed.", "OSLO", Kind.PLACE),
        ("TALLIS, Norway (Wire) -- The port was closed.", "TALLIS", Kind.PLACE),
        ("Rebels took the mining town of Koermand.", "Koermand", Kind.PLACE),
        ("She won the race in Kranvok on Monday.", "Kranvok", Kind.PLACE),
        ("She gave her last concert in Calais.", "Calais", Kind.PLACE),
        # no place
        ("They have confidence in Brasker.", "Brasker", Kind.ORGANISATION),
        ("Arvi Tamsalo, 43, closed it.", "Arvi Tamsalo", Kind.PERSON),
        ("The CPN called for a strike.", "CPN", Kind.ORGANISATION),
    ],
)
def test_kind(sentence: Read, text: str, name: str, kind: Kind) -> None:
    assert _kinds(sentence(text)).get(name) is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("NORCAP closed its plant.", "NORCAP", Kind.PLACE),
        ("He left in Tamsalo's car.", "Tamsalo", Kind.PLACE),
        ("He lost the CPN.", "CPN", Kind.PLACE),
        ("Norcap Olen, 1999, was its name.", "Norcap Olen", Kind.PERSON),
    ],
)
def test_not_that_kind(sentence: Read, text: str, name: str, kind: Kind) -> None:
    assert _kinds(sentence(text)).get(name) is not kind
