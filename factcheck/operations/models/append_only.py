"""Rows that are written once: audit entries, ratings, versions of a text.

Two fences. The QuerySet and the model refuse `update`, `bulk_update` and `delete`, so
that a mistake is an error with a name. A trigger (made by the migrations, the same on
both databases) refuses UPDATE whatever sends it; it is not dropped by a TRUNCATE and it
must be made again when SQLite rebuilds the table (a test updates by raw SQL).
Deleting is fenced by the ORM and by PROTECT only: a DELETE trigger would keep the test
runner from emptying tables on SQLite.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Never

from django.db import models


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete a row that is written once."""


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses every change but to the columns named in `model.changeable`."""

    def update(self, **values: Any) -> int:
        fixed = set(values) - set(getattr(self.model, "changeable", ()))
        if fixed:
            raise AppendOnlyError(
                f"{self.model._meta.label} is append-only: {', '.join(sorted(fixed))}"
            )
        return super().update(**values)

    def bulk_update(
        self,
        objs: Iterable[Any],
        fields: Iterable[str],
        batch_size: int | None = None,
    ) -> Never:
        raise AppendOnlyError(f"{self.model._meta.label} is append-only")

    def delete(self) -> Never:
        raise AppendOnlyError(f"{self.model._meta.label} is append-only")


class AppendOnlyModel(models.Model):
    """`changeable`: the columns that may be set later through QuerySet.update."""

    changeable: ClassVar[tuple[str, ...]] = ()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def delete(self, *args: Any, **options: Any) -> Never:
        raise AppendOnlyError(f"{self._meta.label} is append-only")
