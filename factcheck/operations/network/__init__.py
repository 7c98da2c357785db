"""The only part that opens a connection, to no address but one that was checked.

addresses   which networks may be dialled: pure
exchange    look a name up once, check, dial that, with limits of time and bytes
"""

from factcheck.operations.network.addresses import AddressRefused
from factcheck.operations.network.exchange import (
    Answer,
    NotAnswered,
    Resolve,
    check_address,
    post,
    target_of,
)

__all__ = [
    "AddressRefused",
    "Answer",
    "NotAnswered",
    "Resolve",
    "check_address",
    "post",
    "target_of",
]
