"""Which name, origin and outlet the engine's words stand for; new ones are added.

A spelling that is known under several names stands for the oldest of them; only an
editor can say more. Everything is done in bulk: a constant number of queries, whatever
the number of words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claims.facets.types import Facet, OriginKey
from claims.models import Name, NameVariant, Origin
from claims.models.name import NAME_CHARACTERS, NAME_KINDS
from claims.records.rows import origin_column, origin_from_columns, origin_to_row
from sources.models import OutletAlias

NameKey = tuple[str, str]


def name_key(facet: Facet) -> NameKey | None:
    """(kind, key) of a facet that names somebody or something, else None."""
    if facet.kind not in NAME_KINDS or not facet.value:
        return None
    return str(facet.kind), facet.value[:NAME_CHARACTERS]


def names_resolve(facets: Iterable[Facet]) -> dict[NameKey, int]:
    """Ids of the names that the facets print; a spelling nobody knows makes a name."""
    printed: dict[NameKey, str] = {}
    for facet in facets:
        key = name_key(facet)
        if key is not None:
            printed.setdefault(key, facet.text[:NAME_CHARACTERS] or key[1])
    known = names_known({key for _, key in printed})
    new = [key for key in printed if key not in known]
    names = Name.objects.bulk_create(
        Name(kind=kind, canonical=printed[kind, key]) for kind, key in new
    )
    NameVariant.objects.bulk_create(
        NameVariant(name=name, key=key, text=printed[kind, key])
        for name, (kind, key) in zip(names, new, strict=True)
    )
    made = {key: name.pk for key, name in zip(new, names, strict=True)}
    return {key: known.get(key) or made[key] for key in printed}


def names_known(keys: Iterable[str]) -> dict[NameKey, int]:
    """Ids of the names, by kind and spelling, that are known already."""
    rows = (
        NameVariant.objects.filter(key__in=set(keys))
        .order_by("-name_id")
        .values_list("key", "name__kind", "name_id", "name__merged_into_id")
    )
    return {(kind, key): merged or name for key, kind, name, merged in rows}


def origins_resolve(origins: Iterable[OriginKey]) -> dict[str, int]:
    """Ids of the origins by OriginKey.key; the unknown origin has none."""
    wanted = {origin.key: origin for origin in origins if origin.kind}
    columns = {key: origin_column(origin) for key, origin in wanted.items()}
    known = _origins(columns.values())
    new = [key for key, column in columns.items() if column not in known]
    if new:
        # Another import may have made it meanwhile: the key is unique, ask again.
        Origin.objects.bulk_create(
            (origin_to_row(wanted[key]) for key in new), ignore_conflicts=True
        )
        known |= _origins(columns[key] for key in new)
    return {key: known[column] for key, column in columns.items()}


def _origins(keys: Iterable[str]) -> dict[str, int]:
    return dict(Origin.objects.filter(key__in=set(keys)).values_list("key", "pk"))


def origins_read(ids: Collection[int]) -> dict[int, OriginKey | None]:
    """The origins by id, as their rows have them."""
    rows = Origin.objects.filter(pk__in=ids).order_by()
    columns = rows.values_list("pk", "key", "kind", "speaker", "venue", "label")
    return {pk: origin_from_columns(*values) for pk, *values in columns}


def outlets_cited(texts: Iterable[str]) -> dict[str, int]:
    """Ids of the outlets by their name as cited, in lower case."""
    wanted = {text.lower() for text in texts if text}
    if not wanted:
        return {}
    rows = OutletAlias.objects.filter(kind=OutletAlias.Kind.NAME, value__in=wanted)
    return dict(rows.values_list("value", "outlet_id"))
