"""The disposable index of candidate pairs: which statements share a block key.

Never the truth: it can be emptied and written again from the statements. There is no
foreign key (its check costs more than the row) and no id; rows are written and read by
claims.store.candidates alone. The key's high bits are the week, so that new rows fall
into a narrow range of the B-tree: ten times faster inserts once it outgrows memory.
"""

from __future__ import annotations

from django.db import models


class BlockKey(models.Model):
    """key = week << 48 | 48 bits of hash. The index on statement_id serves deleting."""

    pk = models.CompositePrimaryKey("key", "statement_id")
    key = models.BigIntegerField()
    statement_id = models.BigIntegerField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key:x}: {self.statement_id}"
