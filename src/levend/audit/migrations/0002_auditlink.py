"""The chain over the record."""

from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="AuditLink",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("event_id", models.BigIntegerField(unique=True)),
                ("event_sha256", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("linked_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1)), name="audit_link_counts_from_one"
                    )
                ],
            },
        ),
        refuse_changes("audit_auditlink"),
    ]
