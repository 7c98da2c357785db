"""The kinds of facets, in the order in which they are looked for and shown. PURE.

A kind is one module with KIND, find, compare and keys (docs/adding-a-facet.md).
"""

from claims.facets import (
    amount,
    count,
    date,
    duration,
    modality,
    ordinal,
    organisation,
    percent,
    person,
    place,
    polarity,
    product,
    title,
)

FACETS = (
    date,
    duration,
    amount,
    count,
    percent,
    ordinal,
    person,
    organisation,
    place,
    product,
    title,
    polarity,
    modality,
)

BY_KIND = {module.KIND: module for module in FACETS}
