"""Facets are found by their value, their number and their day without reading all."""

from __future__ import annotations

from django.db import migrations, models

from claims.models.statement import Beginning


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_outside_verdicts")]

    operations = [
        migrations.AddIndex(
            "statementfacet", models.Index(Beginning("value"), name="facet_value")
        ),
        migrations.AddIndex(
            "statementfacet",
            models.Index(
                condition=models.Q(("number__isnull", False)),
                fields=["kind", "number"],
                name="facet_number",
            ),
        ),
        migrations.AddIndex(
            "statementfacet",
            models.Index(
                condition=models.Q(("date_from__isnull", False)),
                fields=["date_from"],
                name="facet_day",
            ),
        ),
    ]
