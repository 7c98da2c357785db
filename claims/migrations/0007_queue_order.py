"""The queue is listed by columns of the claim alone; existing claims are filled in."""

from collections import defaultdict

from django.db import migrations, models
from django.db.models import Exists, Max, OuterRef

from claims.selectors.priority import FIRST_DAY, priority
from claims.selectors.severity import severity

CLAIMS_A_BATCH = 1000
FINDINGS = (
    ("conflict", "conflict"),
    ("updated", "updated"),
    ("naming_variant", "naming"),
)


def fill(apps, schema_editor):
    claims = apps.get_model("claims", "Claim").objects
    ids = list(claims.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(ids), CLAIMS_A_BATCH):
        fill_some(apps, ids[at : at + CLAIMS_A_BATCH])


def fill_some(apps, ids):
    claim_model = apps.get_model("claims", "Claim")
    levels = defaultdict(list)
    facets = apps.get_model("claims", "ClaimFacet").objects.filter(claim__in=ids)
    for claim, kind, level in facets.values_list("claim_id", "kind", "worst_level"):
        levels[claim].append((kind, level))
    twice = apps.get_model("claims", "ClaimOutlet").objects.filter(
        claim=OuterRef("pk"), statements__gte=2
    )
    claims = list(
        claim_model.objects.filter(pk__in=ids).annotate(
            twice=Exists(twice), read=Max("statements__version__captured_at")
        )
    )
    for claim in claims:
        found = levels[claim.pk]
        worst = {level for _, level in found}
        if claim.outlets > 1 or claim.twice:
            claim.finding = next(
                (finding for level, finding in FINDINGS if level in worst),
                "consistent",
            )
        read = claim.read.date() if claim.read else FIRST_DAY
        claim.priority = priority(
            severity(found), claim.outlets, claim.last_reported or read
        )
    claim_model.objects.bulk_update(claims, ["finding", "priority"], batch_size=200)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0006_review_desk_rules'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='finding',
            field=models.CharField(blank=True, choices=[('conflict', 'conflict'), ('updated', 'changed since'), ('naming', 'naming only'), ('consistent', 'consistent')], max_length=12),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.OrderBy(models.F('priority'), descending=True), models.F('id'), models.F('state'), models.F('finding'), condition=models.Q(('merged_into__isnull', True)), name='claim_order'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('finding__in', ['conflict', 'updated', 'naming', 'consistent', ''])), name='claim_finding_known'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
