"""ClaimReview as others publish it, read into plain values. PURE.

    files    bytes of a file → documents: JSON, or the JSON-LD of a saved page
    nodes    a document → the reviews in it, wherever they stand
    reading  one review → Review, or what is wrong with it and where
    values   words, addresses, days and numbers as they are found in the wild
    parcel   a row as JSON and back
    limits   how much of it is read
    types    Review, Row, Wrong, Unreadable

Publishers write it in many ways: one object, lists, a graph whose parts point at each
other, feeds, texts where an object is due and numbers as text. What can only be meant
in one way is read; what cannot is refused with its place, and the others are kept.
"""

from claims.reviews.files import read_file
from claims.reviews.parcel import row_pack, row_unpack
from claims.reviews.reading import read_document
from claims.reviews.types import Review, Row, Unreadable

__all__ = [
    "Review",
    "Row",
    "Unreadable",
    "read_document",
    "read_file",
    "row_pack",
    "row_unpack",
]
