"""Formats and their versions; the database refuses changes of a published version."""

import django.db.models.deletion
from django.db import migrations, models

from levend.audit.immutable import refuse_changes


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Format",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60, unique=True, verbose_name="sleutel")),
                ("title", models.CharField(max_length=500, verbose_name="titel")),
            ],
            options={
                "ordering": ["title", "key"],
            },
        ),
        migrations.CreateModel(
            name="FormatVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                ("body", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "format",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="formats.format",
                    ),
                ),
            ],
            options={
                "ordering": ["format_id", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("format", "number"), name="format_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="format_version_counts_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", ""), _negated=True), models.Q(("sha256", ""), _negated=True)
                        ),
                        name="format_version_has_text",
                    ),
                ],
            },
        ),
        refuse_changes("formats_formatversion", when_sql="OLD.published_at IS NOT NULL"),
    ]
